"""Levels: which heading stands below which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from core.model.records import record
from core.sections.capitals import CAPITALS
from core.sections.chapters import OVER_LABELS
from core.sections.heading import Heading
from core.sections.roles import role_of, years_in

#: Ranks up to this are those of markdown and of law style (编, 章, 节): they close all that stands below them.
_LAW_RANK: Final = 14
#: A report is told in no more parts than these; more headings in a row are those of one part.
_MOST_PARTS: Final = 4


@record
class Placed:
    """A heading with its depth and the position of its parent in the list.

    What it heads ends before the paragraph `until`, where a part begins whose own heading was lost; None where the
    next heading of its level ends it.
    """

    heading: Heading
    depth: int
    parent: int | None
    until: int | None = None


def place(headings: Sequence[Heading]) -> list[Placed]:
    """Depth and parent of each heading, by a stack of styles.

    A known style goes back to its level, a new one goes one deeper; numbered styles keep their order, and a marked
    heading closes an unmarked series.
    """
    top = _top_rank(headings)
    stack: list[tuple[Heading, int]] = []
    placed: list[Placed] = []
    for position, heading in enumerate(headings):
        _unwind(stack, heading, headings, position, top)
        parent = stack[-1][1] if stack else None
        placed.append(Placed(heading, len(stack) + 1, parent))
        stack.append((heading, position))
    return placed


def _top_rank(headings: Sequence[Heading]) -> int | None:
    """The highest numbered style of the document, below markdown and law style."""
    ranks = [heading.rank for heading in headings if heading.rank is not None and heading.rank > _LAW_RANK]
    return min(ranks, default=None)


def _unwind(
    stack: list[tuple[Heading, int]], heading: Heading, headings: Sequence[Heading], position: int, top: int | None
) -> None:
    if stack and stack[-1][0].style == "preface":
        stack.pop()
    styles = [above.style for above, _ in stack]
    if heading.style == "part":
        if stack and _heads_years(stack[0][0], headings) and not years_in(heading.words):
            # 🎯2024年，我们这样干 / 主要目标 / 重点任务
            _pop_to(stack, lambda above: above.style == stack[0][0].style)
        elif _stands_above(headings, position, top):
            _pop_to(stack, lambda above: above.style.startswith("markdown"))
        elif "part" in styles[1:]:
            del stack[styles.index("part", 1) :]
        else:
            _pop_to(stack, lambda above: above.rank is not None and above.rank <= (top or 0))
    elif heading.style in ("annex", "preface"):
        _pop_to(stack, lambda above: above.style.startswith("markdown") and heading.style == "preface")
    elif heading.style == OVER_LABELS:
        _pop_to(stack, lambda above: above.rank is not None)
    elif heading.style in styles:
        if not _begins_anew(headings, position) and not _begins_inside(headings, position, stack):
            del stack[_level_of(heading, stack) :]
    elif heading.rank is not None:
        rank = heading.rank
        if rank <= _LAW_RANK:
            _pop_to(stack, lambda above: above.rank is not None and above.rank < rank)
        else:
            while stack and (stack[-1][0].style.startswith("series") or (stack[-1][0].rank or 0) > rank):
                stack.pop()
    else:
        while stack and stack[-1][0].style.startswith("series"):
            stack.pop()
        if stack and stack[-1][0].style == "annex":
            stack.clear()
        elif heading.style in CAPITALS and _restarts(headings, position, top):
            _pop_to(stack, lambda above: above.style.startswith("markdown"))


def _heads_years(above: Heading, headings: Sequence[Heading]) -> bool:
    """Whether a sign stands before the parts of a report, each of which names its year."""
    same = [one for one in headings if one.style == above.style] if len(above.style) == 1 else []
    return len(same) > 1 and all(years_in(one.words) for one in same)


def _begins_anew(headings: Sequence[Heading], position: int) -> bool:
    """Whether a series numbered from one stands right below the first heading of a series of its own style.

    一、主要措施 / 一、强化领导 … 三、化解纠纷 / 二、存在的问题: nothing is printed between the two ones, and behind the
    inner series the outer one goes on with its two.
    """
    heading, above = headings[position], headings[position - 1]
    if heading.number != 1 or above.number != 1 or above.style != heading.style or above.index + 1 != heading.index:
        return False
    numbers = [one.number for one in headings[position + 1 :] if one.style == heading.style]
    return 2 in numbers and 2 in numbers[numbers.index(2) + 1 :]


def _begins_inside(headings: Sequence[Heading], position: int, stack: Sequence[tuple[Heading, int]]) -> bool:
    """Whether a series numbered from one tells a part of the report that has its style: 二、2020年工作安排 / 一、….

    The parts before it say by their words what they are; a series whose own part heading was not printed, or not found,
    begins anew behind headings that do not.
    """
    heading, above = headings[position], headings[position - 1]
    if heading.number != 1 or above.style != heading.style or stack[-1][0] is not above:
        return False
    if above.number is None or not 1 < above.number <= _MOST_PARTS:
        return False
    parts = [one for one in headings[:position] if one.style == heading.style][-above.number :]
    if [one.number for one in parts] != list(range(1, above.number + 1)):
        return False
    if not all(role_of(one.words) for one in parts):
        return False
    inside = [one.number for one in headings[position + 1 :] if one.style == heading.style]
    return inside[:2] == [2, 3]


def _level_of(heading: Heading, stack: Sequence[tuple[Heading, int]]) -> int:
    """The place in the stack of the series that a heading goes on: the innermost one whose next number it has.

    Where it has the next of none, a number was left out in the innermost series that it can still go on.
    """
    same = [level for level, (above, _) in enumerate(stack) if above.style == heading.style]
    number = heading.number
    if len(same) == 1 or number is None:
        return same[0]
    goes_on = [level for level in same if stack[level][0].number == number - 1]
    skips = [level for level in same if (stack[level][0].number or number) < number]
    return (goes_on or skips or same[:1])[-1]


def _pop_to(stack: list[tuple[Heading, int]], keep: Callable[[Heading], bool]) -> None:
    while stack and not keep(stack[-1][0]):
        stack.pop()


def _restarts(headings: Sequence[Heading], position: int, top: int | None) -> bool:
    """Whether the highest numbered headings, of which some stand before, begin anew with one behind this place."""
    ranked = [heading.rank == top and heading.number is not None for heading in headings]
    after = next((headings[index].number for index in range(position + 1, len(headings)) if ranked[index]), None)
    return top is not None and after == 1 and any(ranked[:position])


def _stands_above(headings: Sequence[Heading], position: int, top: int | None) -> bool:
    """Whether an unnumbered part heading holds the highest numbered headings: they begin anew below it."""
    before = next((h.number for h in reversed(headings[:position]) if h.rank == top and top is not None), None)
    if before is None:
        return True
    after = next((h.number for h in headings[position + 1 :] if h.rank == top), None)
    if after is not None:
        return after <= before
    return any(h.style == "part" and i == 0 for i, h in enumerate(headings[:position]))
