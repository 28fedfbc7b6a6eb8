"""Segments that stand beside one another → rows, and rows → lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from core.readers.printed.shapes import Line, Segment
from core.readers.printed.text import HAN, gap_text, units


class Placed(Protocol):
    """Anything that stands on a page."""

    @property
    def left(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...


_Thing = TypeVar("_Thing", bound=Placed)
_LEFT = attrgetter("left")


def rows_of(things: Iterable[_Thing]) -> list[list[_Thing]]:
    """Things by rows from the top of the page down, and from left to right within a row.

    Two stand in one row when each one's middle lies within the other's height, so that what stands a little higher
    (a square, a mark of a note) stays with its line.
    """
    rows: list[list[_Thing]] = []
    row: list[_Thing] = []
    low = high = 0.0
    for place, _, thing in sorted([(-(one.top + one.bottom), number, one) for number, one in enumerate(things)]):
        middle = place / -2
        if row and (low <= middle <= high or thing.bottom <= (low + high) / 2 <= thing.top) and _beside(thing, row):
            row.append(thing)
        else:
            rows.append(row := [thing])
            low, high = thing.bottom, thing.top
    for row in rows:
        if len(row) > 1:
            row.sort(key=_LEFT)
    return rows


def _beside(thing: Placed, row: Sequence[Placed]) -> bool:
    """Whether it has a place of its own in the row; print over print is another line."""
    left, right = thing.left, thing.right
    for other in row:
        if other.right < left or right < other.left:
            continue
        shared = min(right, other.right) - max(left, other.left)
        if shared > 0.5 * min(right - left, other.right - other.left) and shared > 2:
            return False
    return True


def line_of(row: Sequence[Segment]) -> Line:
    """One row of segments as a line."""
    first = row[0]
    if len(row) == 1:
        return Line(first.text, first.left, first.bottom, first.right, first.top, (first,))
    text, right = first.text, first.right
    before = first
    for segment in row[1:]:
        size = max(_size(before), _size(segment), 1.0)
        gap = (segment.left - before.right) / size
        text += _glue(before.text, segment.text, gap) + segment.text
        before, right = segment, max(right, segment.right)
    return Line(
        text, first.left, min(one.bottom for one in row), right, max(one.top for one in row), tuple(row)
    )


def _size(segment: Segment) -> float:
    """The size of a Han character in points, by the width of the words."""
    return (segment.right - segment.left) / max(units(segment.text), 0.5)


def _glue(before: str, after: str, gap: float) -> str:
    if is_spread(before, after):
        return " "
    return gap_text(before, after, gap)


def is_spread(before: str, after: str) -> bool:
    """Whether two single Han are one short word set apart to fill its cell (粮　食)."""
    return len(before.lstrip("#")) == len(after) == 1 and before[-1] > HAN and after > HAN


def cell_lines(segments: Sequence[Segment]) -> tuple[Line, ...]:
    """The lines of one cell; words set apart to fill it are whole again, and no gap parts it."""
    if not segments:
        return ()
    if len(segments) == 1 and " " not in (text := segments[0][0]) and "\t" not in text:
        return (tuple.__new__(Line, (*segments[0][:5], (segments[0],))),)  # as in nearly all cells, so at once
    lines = []
    for row in rows_of(segments) if len(segments) > 1 else [segments]:
        line = line_of(row)
        if " " not in line.text and "\t" not in line.text:
            lines.append(line)
            continue
        words = line.text.replace("\t", " ")
        pieces = words.split(" ")
        if len(pieces) > 1 and all(len(piece.lstrip("#")) == 1 and piece[-1] > HAN for piece in pieces):
            words = "".join(pieces)
        lines.append(line._replace(text=words))
    return tuple(lines)
