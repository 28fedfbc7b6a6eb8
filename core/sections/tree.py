"""Levels: which heading stands below which, what part of a report each belongs to, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.model.report import Section, SectionRole
from core.model.spans import Span
from core.sections.headings import Heading
from core.sections.lexicon import heading_words
from core.sections.paragraphs import Paragraph

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
_HAN_YEAR: Final = re.compile(r"[一二][〇零九○][〇零一二三四五六七八九○]{2}年")
_LAW_RANK: Final = 14


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading with its depth and the position of its parent in the list."""

    heading: Heading
    depth: int
    parent: int | None


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
    styles = [above.style for above, _ in stack]
    if heading.style == "part":
        if _stands_above(headings, position, top):
            _pop_to(stack, lambda above: above.style.startswith("markdown"))
        elif "part" in styles[1:]:
            del stack[styles.index("part", 1) :]
        else:
            _pop_to(stack, lambda above: above.rank is not None and above.rank <= (top or 0))
    elif heading.style == "annex":
        _pop_to(stack, lambda above: False)
    elif heading.style in styles:
        del stack[styles.index(heading.style) :]
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


def _pop_to(stack: list[tuple[Heading, int]], keep: object) -> None:
    assert callable(keep)
    while stack and not keep(stack[-1][0]):
        stack.pop()


def _stands_above(headings: Sequence[Heading], position: int, top: int | None) -> bool:
    """Whether an unnumbered part heading holds the highest numbered headings: they begin anew below it."""
    before = next((h.number for h in reversed(headings[:position]) if h.rank == top and top is not None), None)
    if before is None:
        return True
    after = next((h.number for h in headings[position + 1 :] if h.rank == top), None)
    if after is not None:
        return after <= before
    return any(h.style == "part" and i == 0 for i, h in enumerate(headings[:position]))


def sections(
    placed: Sequence[Placed], paragraphs: Sequence[Paragraph], content_end: int,
    year: int | None, target_year: int | None,
) -> tuple[Section, ...]:
    """The sections in reading order, each with the role and year that its heading says or its parent has."""
    starts = [paragraphs[item.heading.index].at(item.heading.start) for item in placed]
    ends = [content_end] * len(placed)
    open_items: list[int] = []
    for index, item in enumerate(placed):
        while open_items and placed[open_items[-1]].depth >= item.depth:
            ends[open_items.pop()] = _end_before(item.heading.index, paragraphs)
        open_items.append(index)
    found: list[Section] = []
    passed_on: list[SectionRole] = []
    planning = False
    for index, item in enumerate(placed):
        parent = found[item.parent] if item.parent is not None else None
        inherited = passed_on[item.parent] if item.parent is not None else None
        role, below = _role(item, inherited, planning, year, target_year)
        planning = planning or (item.depth == 1 and role in ("targets", "tasks"))
        heading = item.heading
        paragraph = paragraphs[heading.index]
        found.append(
            Section(
                id=f"s{index + 1}",
                parent=parent.id if parent else None,
                depth=item.depth,
                title=_title(heading.words),
                heading=Span(starts[index], max(paragraph.at(heading.end - 1) + 1, starts[index] + 1)),
                span=Span(starts[index], max(ends[index], starts[index] + 1)),
                role=role,
                year=_year(heading.words, role, parent, year, target_year),
            )
        )
        passed_on.append(below)
    return tuple(found)


def _end_before(index: int, paragraphs: Sequence[Paragraph]) -> int:
    """The end of the last printed paragraph before another, furniture left aside."""
    while index > 0:
        index -= 1
        if paragraphs[index].kind != "noise":
            return paragraphs[index].span.end
    return 0


def _title(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def role_of(words: str) -> tuple[SectionRole, SectionRole] | None:
    """What a heading says about its role, and what the sections below it inherit; None if it says nothing."""
    for rule in heading_words().roles:
        if rule.pattern.search(words) and not (rule.unless and rule.unless.search(words)):
            return rule.role, rule.pass_on
    return None


def _role(
    item: Placed, inherited: SectionRole | None, planning: bool, year: int | None, target_year: int | None
) -> tuple[SectionRole, SectionRole]:
    if item.heading.style == "annex":
        return "other", "other"
    own = role_of(item.heading.words)
    if own and (inherited in (None, "other") or own[0] in ("problems", "targets") or inherited not in ("results", "tasks")):
        return own
    if inherited not in (None, "other"):
        assert inherited is not None
        return inherited, inherited
    if years_in(item.heading.words) and year is not None and max(years_in(item.heading.words)) == year:
        return "results", "results"
    if years_in(item.heading.words) and target_year is not None and max(years_in(item.heading.words)) == target_year:
        return "tasks", "tasks"
    if planning:
        return "tasks", "tasks"
    if target_year is None and year is not None:
        return "results", "results"
    return "other", "other"


def years_in(words: str) -> list[int]:
    """The years that a heading names, in Arabic digits or as 二〇二三年."""
    found = [int(match[1]) for match in _YEAR.finditer(words)]
    for match in _HAN_YEAR.finditer(words):
        found.append(int("".join(str("〇一二三四五六七八九".find(sign.replace("零", "〇").replace("○", "〇"))) for sign in match[0][:4])))
    return found


def _year(
    words: str, role: SectionRole, parent: Section | None, year: int | None, target_year: int | None
) -> int | None:
    named = years_in(words)
    if named and role != "other":
        return max(named)
    if parent is not None and parent.role == role and parent.year is not None:
        return parent.year
    if role in ("targets", "tasks"):
        return target_year
    if role in ("results", "problems"):
        return year
    return parent.year if parent is not None else None
