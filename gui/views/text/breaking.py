"""Where the lines of a Chinese paragraph end: 避头尾, figures kept with their units, marks that may hang.

Works on widths alone and knows no screen, so that every rule can be tested by hand.
"""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

#: Signs that may not begin a line.
CLOSING = frozenset("，。、；：∶？！）》〉」』】〕］｝”’％%‰℃°…—·～,.;:?!)]}＞>")
#: Signs that may not end a line.
OPENING = frozenset("（《〈「『【〔［｛“‘([{＜<￥¥$＄")
#: Full-width marks whose right half is empty: they may hang out of the column.
HANGING = frozenset("，。、；：")
#: How far their ink may hang, in em; the empty half of the mark follows it.
HANG = 0.5
EMPTY = 0.5
#: A line with more white than this, in em, is not stretched, unless its gaps are so many that each gets little of it.
SLACK = 2.0
GAP = 0.125
#: White between Han and a digit or Latin letter, in em: drawn, never part of the text.
AUTOSPACE = 0.125

# A number with its sign and unit letters, or a word of an alphabet.
_RUN = re.compile(r"[A-Za-z0-9À-ɏ+\-−.,/%％‰:·'’@#&_~＋－．０-９]+")
# A ratio or a time of the day, with the sign of either width.
_RATIO = re.compile(r"\d[\d.]*(?:[：∶:]\d[\d.]*)+")
_LATIN = re.compile(r"[A-Za-z0-9À-ɏ%‰+−\-.,/]*[A-Za-z0-9À-ɏ%‰]")
_LONGEST_RUN = 42
_COMMA = "，,：:、—；; "


class Line(NamedTuple):
    """One line: it covers `start` to `end` of the paragraph. `width` is that of its ink, without white at its end."""

    start: int
    end: int
    width: float


def attached(sign: str) -> bool:
    """Whether a character belongs to the one before it: a combining mark, a variation selector, a joiner."""
    return sign > "\u02ff" and (
        unicodedata.category(sign) in {"Mn", "Me", "Mc"} or sign == "\u200d" or "\U0001f3fb" <= sign <= "\U0001f3ff"
    )


def widths(text: str, advance: dict[str, float]) -> list[float]:
    """The width of each character; `advance` fills itself with those it has not met."""
    return [advance[sign] for sign in text]


class White(NamedTuple):
    """`after` some characters stands this much white, in pixels; after those in `within` a number or a word goes on."""

    after: dict[int, float]
    within: set[int]


def white_of(text: str, width: Sequence[float], em: float) -> White:
    """The little white between Han and digits, with the part of a pixel that the number or word between has.

    Han are whole pixels wide, digits are not. Without that part each sign behind the first number of a line would stand
    between two pixels: it would be drawn, and kept, in four blurred pictures instead of one clear one.
    """
    white = float(round(AUTOSPACE * em))
    after: dict[int, float] = {}
    within: set[int] = set()
    for found in _LATIN.finditer(text):
        start, end = found.span()
        within.update(range(start, end - 1))
        wide = end < len(text) and text[end] > "\u2000"
        before = white if start and _is_han(text[start - 1]) else 0.0
        behind = white if wide and _is_han(text[end]) else 0.0
        if before:
            after[start - 1] = before
        if wide:
            ink = sum(width[start:end])
            rest = (math.ceil(ink) if before or behind else round(ink)) - ink
            # Half of it, in 64ths of a pixel: fonts count in them.
            half = round(rest * 32) / 64 if before and behind else 0.0
            if half:
                after[start - 1] += half
            after[end - 1] = behind + rest - half
    return White(after, within)


def unbroken(text: str, together: Iterable[tuple[int, int]], longest: int = 10) -> set[int]:
    """The places where no line may end: inside a number, a ratio, a word, or a short figure with its unit."""
    inside: set[int] = set()
    for found in chain(_RUN.finditer(text), _RATIO.finditer(text)):
        if found.end() - found.start() <= _LONGEST_RUN:
            inside.update(range(found.start() + 1, found.end()))
    for start, end in together:
        if 1 < end - start <= longest:
            inside.update(range(start + 1, end))
    return inside


def body_lines(text: str, width: Sequence[float], column: float, em: float, inside: set[int]) -> list[Line]:
    """Greedy lines no wider than the column, but for one mark that hangs."""
    total = [0.0, *accumulate(width)]
    lines: list[Line] = []
    start, length = 0, len(text)
    while start < length:
        end = bisect_right(total, total[start] + column + 0.01) - 1
        end = max(end, start + 1)
        if end < length:
            end = _line_end(text, total, start, end, column + (HANG + EMPTY) * em, inside)
        ink = end
        while ink > start and text[ink - 1].isspace():
            ink -= 1
        lines.append(Line(start, end, total[ink] - total[start]))
        start = end
    return lines


def heading_lines(text: str, width: Sequence[float], column: float, em: float, breaks: Sequence[int]) -> list[Line]:
    """A heading on one line, or on two parted at the comma nearest its middle, or as body text if it needs more.

    `breaks` are the places where the source itself began a new line; they come before any comma.
    """
    total = [0.0, *accumulate(width)]
    if total[-1] <= column:
        return [Line(0, len(text), total[-1])]
    commas = [place + 1 for place, sign in enumerate(text) if sign in _COMMA]
    for places in ([*breaks], commas):
        fitting = [p for p in places if 0 < p < len(text) and total[p] <= column and total[-1] - total[p] <= column]
        if fitting:
            middle = min(fitting, key=lambda place: abs(total[place] - total[-1] / 2))
            if middle < len(text) and text[middle] == " ":
                middle += 1
            return [Line(0, middle, total[middle]), Line(middle, len(text), total[-1] - total[middle])]
    whole = body_lines(text, width, column, em, unbroken(text, ()))
    return _from_breaks(text, width, column, em, breaks, len(whole)) or whole


def _from_breaks(
    text: str, width: Sequence[float], column: float, em: float, breaks: Sequence[int], most: int
) -> list[Line]:
    """Lines that begin anew where the source did, if that makes no more than `most`; else none."""
    places = [place for place in breaks if 0 < place < len(text)]
    starts = [0, *(place + (text[place] == " ") for place in places)]
    lines: list[Line] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        lines += [
            Line(start + line.start, start + line.end, line.width)
            for line in body_lines(part, width[start:end], column, em, unbroken(part, ()))
        ]
    return lines if places and len(lines) <= most else []


def _line_end(
    text: str, total: Sequence[float], start: int, end: int, widest: float, inside: set[int]
) -> int:
    """The last place, at or before `end`, where the line may stop; one hanging mark is let out."""
    while end < len(text) and text[end].isspace():
        end += 1
    if end == len(text):
        return end
    if text[end] in HANGING and total[end + 1] - total[start] <= widest and _may_end(text, end + 1, inside):
        return end + 1
    last = end
    while end > start + 1 and not _may_end(text, end, inside):
        end -= 1
    if end > start + 1 or _may_end(text, end, inside):
        return end
    while last > start + 1 and attached(text[last]):
        last -= 1
    return last


def _may_end(text: str, place: int, inside: set[int]) -> bool:
    if place >= len(text):
        return True
    after = text[place]
    return (
        place not in inside and after not in CLOSING and text[place - 1] not in OPENING
        and not attached(after) and text[place - 1] != "\u200d"
    )


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign > "\U0001ffff"
