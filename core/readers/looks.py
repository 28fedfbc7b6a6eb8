"""Headings by look: short lines in bold, in a display face or in a larger size, where nothing else shows the structure.

A file whose own outline names its headings, or whose headings are numbered (一、 第一章), needs none of this: looks are
then only emphasis, or say the same a second time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model import Span

#: The faces in which offices set headings (GB/T 9704 and what is usual beside it); text is set in 仿宋 or 宋体.
_DISPLAY = re.compile(r"黑|楷|小标宋|大标宋|Hei|Kai|Bold|Black", re.I)
_LONGEST = 40
_FEWEST = 2
_UNFIT = re.compile(
    r"[。；，：、！？;:,.!?]$|^[（(]?(?:图|表|附[表图]|单位|注|来源|数据来源|资料来源|Figure|Table|Source)\s*(?:\d|[:：]|$)"
)
_MARKED = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}(?:[编篇章节]|部分)|[一二三四五六七八九十]{1,3}[、.．]|#{1,6}\s)"
)


class Look(NamedTuple):
    """How a paragraph is set. `size` is in points, 0 where it is not given; `font` is the face of its Han."""

    size: float = 0.0
    font: str = ""
    bold: bool = False
    centred: bool = False


class Shown(NamedTuple):
    """A paragraph as it stands in the text; None for `look` where it is no candidate (a table, a line of the file's
    own outline)."""

    span: Span
    words: str
    look: Look | None


def headings_by_look(shown: Sequence[Shown], outlined: int) -> list[tuple[Span, int]]:
    """The paragraphs that only their look makes headings, each with its level, 1 the highest.

    `outlined` is how many headings the file's own outline names.
    """
    marked = sum(_MARKED.match(one.words) is not None for one in shown)
    if outlined >= _FEWEST or marked >= _FEWEST:
        return []
    body = _body(shown)
    if body is None:
        return []
    kinds = [_kind(one, body) for one in shown]
    counts = Counter(kinds)
    # one heading among many may have lost its place in the middle, or been given one
    kinds = [kind if kind is None or counts[kind] >= _FEWEST else _twin(kind, counts) for kind in kinds]
    wanted = _series(kinds)
    return [
        (one.span, wanted[kind]) for one, kind in zip(shown, kinds, strict=True) if kind is not None and kind in wanted
    ]


def _body(shown: Iterable[Shown]) -> Look | None:
    """The look of most of the text, wherever its lines stand."""
    weights: Counter[Look] = Counter()
    for one in shown:
        if one.look is not None:
            weights[one.look._replace(centred=False)] += len(one.words)
    return weights.most_common(1)[0][0] if weights else None


def _kind(one: Shown, body: Look) -> Look | None:
    """The look of a line that may be a heading, None for one that may not."""
    words, look = one.words.strip(), one.look
    if look is None or not 2 <= len(words) <= _LONGEST or _UNFIT.search(words) or not any(map(str.isalpha, words)):
        return None
    larger = look.size > body.size + 0.9 and body.size > 0
    smaller = look.size and look.size < body.size - 0.9
    display = look.font != body.font and _DISPLAY.search(look.font) is not None
    bolder = look.bold and not body.bold
    return look if (larger or display or bolder) and not smaller else None


def _twin(kind: Look, counts: Counter[Look | None]) -> Look:
    other = kind._replace(centred=not kind.centred)
    return other if counts[other] >= _FEWEST else kind


def _series(kinds: Sequence[Look | None]) -> dict[Look, int]:
    """The looks that head the text over and over, with their levels: the larger the higher, else the earlier.

    A look that stands once is a title or a byline; one whose lines stand beneath one another is a list.
    """
    counts = Counter(kind for kind in kinds if kind is not None)
    alone = Counter(one for one, two in pairwise([*kinds, None]) if one is not None and one != two)
    first = {kind: kinds.index(kind) for kind in counts}
    chosen = [kind for kind, count in counts.items() if count >= _FEWEST and alone[kind] * 3 >= count * 2]
    total = sum(counts[kind] for kind in chosen)
    if total * 2 > len(kinds):
        return {}  # more heads than text: a form, a list, a slide
    chosen.sort(key=lambda kind: (-kind.size, first[kind]))
    return {kind: level for level, kind in enumerate(chosen[:6], 1)}
