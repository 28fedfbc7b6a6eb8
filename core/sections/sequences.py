"""Headings that are known as such only by the others: their ordinals go on from one to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from core.sections.marks import BY_SEQUENCE, mark_of

if TYPE_CHECKING:
    from core.sections.heading import Heading
    from core.sections.paragraphs import Paragraph

#: Marks whose opening bracket is gone, and what they were.
_HALF: Final = {
    "han-half-bracket": ("han-bracket", 21), "digit-half-bracket": ("digit-bracket", 25)
}
_DECIMAL: Final = re.compile(r"(\d{1,2})[.](\d{1,2})(?:[.](\d{1,2}))?")
#: So many plain numbers in a row at least are headings where nothing is numbered 1.1 below them.
_FEWEST: Final = 3


def unproven(marked: Mapping[int, Heading], paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices of headings whose mark is one only in a sequence, and which stand in none.

    一　工业 needs 二　农业, 1.1 needs 1.2, 1 总则 needs 1.1 or 2 and 3, 一是统筹城乡发展 two more, with text between
    them; 1.46 and 三 是 are words of a sentence.
    """
    by_style: dict[str, list[int]] = {}
    for index in sorted(marked):
        if marked[index].style in BY_SEQUENCE:
            by_style.setdefault(marked[index].style, []).append(index)
    if not by_style:
        return []
    kept: set[int] = set()
    for style in ("stem", "han-blank", "han-alone", "han-bracket-alone", "word"):
        members = by_style.get(style, [])
        if _counts_up([marked[index].number for index in members]):
            kept.update(members)
    told = by_style.get("han-is", [])
    apart = all(after - before > 1 for before, after in pairwise(told))
    if apart and len(told) >= _FEWEST and _counts_up([marked[index].number for index in told]):
        kept.update(told)
    # In bold type it is a heading by its look.
    kept.update(index for index in told if paragraphs[index].words.startswith("**"))
    below = [*by_style.get("decimal-2", []), *by_style.get("decimal-3", [])]
    decimals = {index: _levels(paragraphs[index].words) for index in below}
    printed = set(decimals.values())
    sure = {index for index, levels in decimals.items() if _has_neighbour(levels, printed)}
    lengths = {len(decimals[index]) for index in sure}
    # 3.1 alone in its chapter, where 2.1 and 2.2 are headings.
    kept |= sure | {index for index, levels in decimals.items() if levels[-1] == 1 and len(levels) in lengths}
    chapters = by_style.get("decimal-1", [])
    numbers = [marked[index].number for index in chapters]
    if any(index in kept for index in decimals) or (len(chapters) >= _FEWEST and _counts_up(numbers)):
        kept.update(index for index in chapters if _fits(marked[index].number, numbers))
    return [index for members in by_style.values() for index in members if index not in kept]


def mend_brackets(marked: dict[int, Heading]) -> None:
    """Give 三） between （二） and （四） the style of these: its opening bracket was lost in copying.

    一） and what goes on from it below （二） is a series of its own.
    """
    if not any(heading.style in _HALF for heading in marked.values()):
        return
    last: dict[str, tuple[int, int]] = {}
    for index in sorted(marked):
        heading = marked[index]
        if heading.rank is None or heading.number is None:
            continue
        style, rank = heading.style, heading.rank
        whole, whole_rank = _HALF.get(style, (style, rank))
        if whole != style and _goes_on(heading.number, whole, last) and not _goes_on(heading.number, style, last):
            style, rank = whole, whole_rank
            marked[index] = replace(heading, style=style, rank=rank)
        # What stands higher begins the series below it anew.
        last = {one: told for one, told in last.items() if told[0] <= rank} | {style: (rank, heading.number)}


def mend_outline(marked: dict[int, Heading]) -> None:
    """Give **第十一章 …** behind ### 第十章 … the level of this: a heading of the outline printed in bold or plain."""
    if not any(heading.style.startswith("markdown") for heading in marked.values()):
        return
    last: dict[str, Heading] = {}
    for index in sorted(marked):
        heading = marked[index]
        if heading.style.startswith("markdown"):
            if (inner := mark_of(heading.words)) is not None and inner.number is not None:
                last[inner.style] = replace(heading, number=inner.number)
        elif heading.number is not None and heading.style in last and not heading.run_in:
            before = last[heading.style]
            if before.number == heading.number - 1:
                last[heading.style] = replace(before, number=heading.number)
                marked[index] = replace(heading, style=before.style, rank=before.rank, number=None)


def left_out(marked: Mapping[int, Heading], told: Mapping[int, Heading]) -> dict[int, Heading]:
    """Those of `told`, run-in phrases with a figure, whose number is left out between two run-in headings.

    （三）改善民生，3万群众脱贫。 between （二） and （四） heads what follows it as they do.
    """
    found: dict[int, Heading] = {}
    by_style: dict[str, list[int]] = {}
    for index in sorted(marked) if told else ():
        by_style.setdefault(marked[index].style, []).append(index)
    for index, heading in told.items():
        alike = by_style.get(heading.style, [])
        after = bisect_left(alike, index)
        if heading.number is None or not heading.run_in or not 0 < after < len(alike):
            continue
        before, behind = marked[alike[after - 1]], marked[alike[after]]
        run_in = before.run_in and behind.run_in
        if run_in and (before.number, behind.number) == (heading.number - 1, heading.number + 1):
            found[index] = heading
    return found


def first_lost(
    marked: Mapping[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph],
    could_head: Callable[[str, str], bool],
) -> dict[int, Heading]:
    """The heading whose ordinal was lost: the one line that could head, between a heading and （二） below it.

    `could_head` is asked of a line without a mark and of the paragraph behind it.
    """
    found: dict[int, Heading] = {}
    places = [position for position, index in enumerate(text) if index in marked]
    for first, last in pairwise(places):
        above, heading = marked[text[first]], marked[text[last]]
        if heading.number != 2 or heading.rank is None or above.rank is None or heading.rank <= above.rank:
            continue
        lines = [
            text[at] for at in range(first + 1, last)
            if could_head(paragraphs[text[at]].words, paragraphs[text[at + 1]].words)
        ]
        if len(lines) == 1 and not heading.run_in:
            words = paragraphs[lines[0]].words
            found[lines[0]] = replace(heading, index=lines[0], number=1, end=len(words), words=words.strip("* "))
    return found


def _goes_on(number: int, style: str, last: Mapping[str, tuple[int, int]]) -> bool:
    return style in last and last[style][1] == number - 1


def _counts_up(numbers: Sequence[int | None]) -> bool:
    """Whether ordinals begin with one and each follows the one before or begins anew."""
    return len(numbers) >= 2 and numbers[0] == 1 and all(
        after == 1 or (before is not None and after == before + 1) for before, after in pairwise(numbers)
    ) and 2 in numbers


def _levels(words: str) -> tuple[int, ...]:
    match = _DECIMAL.match(words.lstrip("#* "))
    return tuple(int(number) for number in match.groups() if number) if match else ()


def _has_neighbour(levels: tuple[int, ...], printed: set[tuple[int, ...]]) -> bool:
    *above, last = levels or (0,)
    return (*above, last - 1) in printed or (*above, last + 1) in printed


def _fits(number: int | None, numbers: Sequence[int | None]) -> bool:
    return number is not None and (number == 1 or number - 1 in numbers)
