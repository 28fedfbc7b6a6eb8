"""Headings as a person corrected them: they go before what the program reads, and the rest of the tree follows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from core.model.headings import HeadingCorrection
from core.sections.heading import Heading
from core.sections.paragraphs import Paragraph
from core.sections.tree import Placed

#: The style of a heading that a person added: it is like no other.
_BY_HAND: Final = "by-hand"


def by_paragraph(
    parts: Sequence[Paragraph], corrections: Sequence[HeadingCorrection]
) -> dict[int, HeadingCorrection]:
    """The corrections by the index of the paragraph that they speak of; one that meets no paragraph is left out."""
    starts = [part.span.start for part in parts]
    found: dict[int, HeadingCorrection] = {}
    for correction in corrections:
        index = bisect_right(starts, correction.start) - 1
        if index >= 0 and correction.start < parts[index].span.end and parts[index].words:
            found[index] = correction
    return found


def without_removed(headings: Sequence[Heading], corrected: Mapping[int, HeadingCorrection]) -> list[Heading]:
    """The headings without those that a person said are none."""
    return [
        heading for heading in headings
        if heading.index not in corrected or corrected[heading.index].heading
    ]


def with_added(
    placed: Sequence[Placed], parts: list[Paragraph], corrected: Mapping[int, HeadingCorrection],
    fixed: frozenset[int],
) -> list[Placed]:
    """The tree with the headings that a person added and the levels that a person gave.

    A heading goes below the nearest one before it that stands higher, and at most one level below that one. Title and
    byline (`fixed`) are no headings.
    """
    there = {item.heading.index for item in placed}
    items = list(placed)
    for index, correction in corrected.items():
        if not correction.heading or index in there or index in fixed:
            continue
        if parts[index].kind != "text":
            parts[index] = replace(parts[index], kind="text")
        words = parts[index].words
        items.append(Placed(Heading(index, _BY_HAND, None, None, len(words), words), 0, None))
    items.sort(key=lambda item: item.heading.index)
    tree: list[Placed] = []
    above: list[int] = []  # positions in `tree`, the innermost last
    for item in items:
        said = corrected.get(item.heading.index)
        wanted = said.depth if said is not None and said.depth else item.depth
        if not wanted:
            wanted = tree[-1].depth if tree else 1
        while above and tree[above[-1]].depth >= wanted:
            above.pop()
        depth = tree[above[-1]].depth + 1 if above else 1
        tree.append(Placed(item.heading, depth, above[-1] if above else None))
        above.append(len(tree) - 1)
    return tree
