"""Written numbers as exact decimals: 1,248.2, 三千六百, 1.3亿, 5万4千, 三成五, 百分之九十八."""

from __future__ import annotations

from core.numerals.numeral import ARABIC, BELOW, HAN, MULTIPLIER, Number, read_number, read_tenths, trimmed
from core.numerals.plans import FIRST_YEAR_OF_PLAN, YEARS_OF_PLAN, last_of_plan
from core.numerals.shown import number_text

__all__ = [
    "ARABIC",
    "BELOW",
    "FIRST_YEAR_OF_PLAN",
    "HAN",
    "MULTIPLIER",
    "YEARS_OF_PLAN",
    "Number",
    "last_of_plan",
    "number_text",
    "read_number",
    "read_tenths",
    "trimmed",
]
