"""Between which years a change or an average is told: 从2017年的580亿元增加到2021年的908亿元, 年均增长9%."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.links import Link
from core.extract.periods import Period
from core.numerals import last_of_plan

#: 从2015年的46亿元, and not 从2015年情况看.
_BEGAN_WITH: Final = re.compile("[由从](?:19|20)[0-9]{2}年[末底]?的?约?[0-9]")
#: So far back the beginning of a change is looked for.
_FROM_REACH: Final = 90
_SET_AGAINST_YEAR: Final = re.compile(
    "(?:[比较是为]|[与同](?=(?:[^，。；（）]|（[^（）]{2,24}）){4,44}相比))(?:(?P<year>(?:19|20)[0-9]{2})年|[“\"]?(?P<plan>(?:十[一二三四五]|[八九十])五)[”\"]?期?末)"
)


def years_before(periods: Sequence[Period], position: int, last: int) -> Period | None:
    """The years told last before `position` that end with `last`: 五年年均增长8.5%，…；收入年均增长10%."""
    for period in reversed(periods):
        if period.end <= position and period.first < period.last == last:
            return period
    return None


def averaged_over(
    text: str, link: Link, periods: Sequence[Period], starts: Sequence[int]
) -> str | None:
    """从2011年的1520亿元增加到2016年的2243亿元，年均增长8.6%: the years between."""
    position = link.quantity.start
    before = [one for one in periods if one.end <= position and one.start > position - _FROM_REACH]
    if len(before) < 2 or before[-1].start >= starts[bisect_right(starts, position) - 1]:
        return None
    pair = changed_over(text, before[-2:], position)
    return f"{pair[0].first + 1}-{pair[1].last}" if pair else None


def changed_over(text: str, periods: Sequence[Period], position: int) -> tuple[Period, Period] | None:
    """The two years between which the changes of a sentence are told: 从2017年的580亿元增加到2021年的908亿元."""
    before = [one for one in periods if one.end <= position]
    for first, last in reversed(list(pairwise(before))):
        single = first.first == first.last < last.first == last.last and not first.part and not last.part
        if single and text[max(0, first.start - 1) : first.start] in ("由", "从"):
            return first, last
    return None


def change_began(text: str, link: Link, periods: Sequence[Period]) -> Period | None:
    """The year with which the change told before began: 收入从2015年的46亿元提高到68亿元；支出从40亿元…."""
    last = next((one for one in reversed(periods) if one.end <= link.predicate[0]), None)
    single = last is not None and last.first == last.last and not last.part
    return last if last and single and _BEGAN_WITH.match(text, last.start - 1) else None


def averaged_since(text: str, position: int, last: int) -> tuple[int, int, int] | None:
    """The year that the figure before an average was set against, and its words: 是1992年的4.7倍，年均递增36%."""
    start = behind_mark(text, position, "；。")
    bases = list(_SET_AGAINST_YEAR.finditer(text, max(start, position - _FROM_REACH), position))
    if not bases:
        return None
    year = last_of_plan(bases[-1]["plan"]) if bases[-1]["plan"] else int(bases[-1]["year"])
    return (year, *bases[-1].span()) if year < last - 1 else None
