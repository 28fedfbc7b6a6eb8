"""The five-year plans of the state by their names."""

from __future__ import annotations

from typing import Final

#: The first of the five years of each plan, the earliest plan first: 七五 from 1986 to 1990, 十四五 from 2021 to 2025.
FIRST_YEAR_OF_PLAN: Final = {
    name: 1986 + 5 * place
    for place, name in enumerate((
        "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五",
    ))
}
