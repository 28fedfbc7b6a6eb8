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
#: An expression for words that tell of the years of a plan, whose name is the group `plan`: “十二五”时期, 九五计划期间.
YEARS_OF_PLAN: Final = "“?(?P<plan>(?:[七八九十]|十[一二三四五])五)”?(?:规划|计划)?(?:时期|期间|以来|期内)"


def last_of_plan(name: str) -> int:
    """The last year of the five-year plan called 十三五, 九五 …"""
    return FIRST_YEAR_OF_PLAN[name] + 4
