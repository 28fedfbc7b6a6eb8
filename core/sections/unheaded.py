"""A plan whose own heading was lost: its words turn to it, and numbers begin anew under the heading of the results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.sections.lexicon import heading_words
from core.sections.paragraphs import Paragraph
from core.sections.roles import role_of
from core.sections.tree import Placed


def plan_begun(placed: Sequence[Placed], paragraphs: Sequence[Paragraph]) -> int | None:
    """The paragraph that turns to the plan inside of the last part, one on results, where no heading is on a plan.

    Behind the paragraph (今年是…开局之年) the headings below that part count from one for the second time.
    """
    last = max((position for position, item in enumerate(placed) if item.depth == 1), default=None)
    if last is None:
        return None
    roles = [said[0] for item in placed if item.depth == 1 and (said := role_of(item.heading.words))]
    said = role_of(placed[last].heading.words)
    if said is None or said[0] != "results" or "targets" in roles or "tasks" in roles:
        return None
    before: Placed | None = None
    for item in placed[last + 1 :]:
        if item.parent != last:
            continue
        if before and item.heading.number == 1 and before.heading.style == item.heading.style:
            return _turn_between(before.heading.index, item.heading.index, paragraphs)
        before = item
    return None


def _turn_between(start: int, end: int, paragraphs: Sequence[Paragraph]) -> int | None:
    """The first paragraph behind `start` and before `end` that says what this year is or is to reach."""
    plan = heading_words().plan
    for index in range(start + 1, end):
        turn = plan.match(paragraphs[index].words) if paragraphs[index].kind == "text" else None
        if turn and not turn["next"]:
            return index
    return None


def parted(placed: Sequence[Placed], turn: int) -> list[Placed]:
    """The headings, those before the paragraph `turn` over there, and those behind it in no part of theirs."""
    over = {position for position, item in enumerate(placed) if item.heading.index < turn}
    return [
        replace(item, until=turn) if item.heading.index < turn
        else replace(item, depth=item.depth - 1, parent=None if item.parent in over else item.parent)
        for item in placed
    ]
