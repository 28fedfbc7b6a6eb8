"""Columns of lines → the text: what a layout broke is joined, each table has its place, each page its span."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.model import Span
from core.model.layout import LeftOut, Table
from core.readers.printed.edges import Furniture
from core.readers.printed.hyphens import Hyphens
from core.readers.printed.shapes import Column, Grid, Line, Segment
from core.readers.printed.tables import TableWriter
from core.readers.printed.text import HAN, between, ends_parted, units, unparted

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_ORDINAL = re.compile(rf"{_HAN_NUMBER}、|[（(]{_HAN_NUMBER}[）)]|第{_HAN_NUMBER}[编章节部]")
#: What no line may part: a word or a figure, a sign with the brackets and marks that lean on it.
_UNBREAKABLE = re.compile(r"[“‘「『（《〈【〔]*(?:[\x21-\x7e]+|.)[、，。．：；？！”’」』）》〉】〕%‰℃…]*")
_CLOSED = re.compile(r"[。！？：；.!?:;…][”’」』）)\]]?$")
#: Less room than this at the end of a line, in characters, holds nothing that could have stood there.
_LEAST_ROOM = 1.3
#: A note at the foot of a page: a small figure or sign before it.
_NOTE = re.compile(r"\s*(?:[①-⑳]|[\[［〔]\d{1,2}[\]］〕]|[*＊†]|\d{1,2}\s?[^\d\s.．、,，%年月])")


@dataclass(slots=True)
class PrintedPage:
    """One page ready to be written: its columns in reading order, and what stands around them."""

    number: int
    columns: list[Column]
    around: list[Furniture] = field(default_factory=list)


@dataclass(slots=True)
class Written:
    """The text of all pages, with what is known of it. `places` tells where each segment begins in the text."""

    text: str
    pages: tuple[Span, ...]
    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...]
    places: list[tuple[int, int, Segment]]


@dataclass(slots=True)
class _Placed:
    """A line or table with its column; `back` is furniture that a person had put back."""

    item: Line | Grid
    column: Column
    back: bool = False


def write(pages: Sequence[PrintedPage], put_back: frozenset[str] = frozenset()) -> Written:
    """The text of the pages, one paragraph a line, table cells parted by tabs."""
    return _Writer(put_back, Hyphens(_printed(pages))).write(pages)


class _Writer:
    def __init__(self, put_back: frozenset[str], hyphens: Hyphens) -> None:
        self._put_back = put_back
        self._hyphens = hyphens
        self._parts: list[str] = []
        self._length = 0
        self._before: _Placed | None = None
        self._left_out: list[LeftOut] = []
        self._places: list[tuple[int, int, Segment]] = []
        self._lines: deque[tuple[Line, int, int]] = deque(maxlen=4)
        self._tables = TableWriter(hyphens)
        self._page = 0
        self._margins: Column | None = None

    def write(self, pages: Sequence[PrintedPage]) -> Written:
        starts: list[int] = []
        laid = [list(self._flow(page)) for page in pages]
        for page, flow, following in zip(pages, laid, [*laid[1:], []], strict=True):
            self._page = page.number
            waiting = self._leave_out(page, upper=True)
            start = None
            for placed in _notes_first(flow, following):
                glue, lead = self._glue(placed)
                self._parts.append(glue)
                self._length += len(glue)
                start = self._length if start is None else start
                for kept in waiting:
                    self._keep(kept, start)
                waiting = []
                self._put(placed, lead)
                self._before = placed
            starts.append(self._length if start is None else start)
            for kept in (*waiting, *self._leave_out(page, upper=False)):
                self._keep(kept, self._length)
        if starts:
            starts[0] = 0
        spans = tuple(Span(start, end) for start, end in pairwise([*starts, self._length]))
        text = "".join(self._parts)
        return Written(text, spans, self._tables.finished(text), tuple(self._left_out), self._places)

    def _flow(self, page: PrintedPage) -> Iterator[_Placed]:
        """What stands on a page in reading order, with the furniture that was put back."""
        back = [piece for key, piece in _keyed(page) if key in self._put_back]
        upper = [piece for piece in back if _is_upper(piece, page)]
        for piece in upper:
            yield _Placed(piece.line, Column([]), back=True)
        for column in page.columns:
            if column.em:
                self._margins = column
            elif self._margins is not None:
                known = self._margins
                left = min((item.left for item in column.items), default=known.left)
                # a few lines in the next column of the page, or in the first one of the next page
                step = left - known.left if not known.left - known.em <= left <= known.right else 0.0
                column = Column(column.items, known.left + step, known.right + step, known.em, known.leading)
            for item in column.items:
                yield _Placed(item, column)
        for piece in back:
            if piece not in upper:
                yield _Placed(piece.line, Column([]), back=True)

    def _leave_out(self, page: PrintedPage, upper: bool) -> list[LeftOut]:
        return [
            LeftOut(key, piece.kind, piece.line.text, 0, page.number)
            for key, piece in _keyed(page)
            if _is_upper(piece, page) == upper and key not in self._put_back
        ]

    def _keep(self, kept: LeftOut, offset: int) -> None:
        self._left_out.append(LeftOut(kept.id, kept.kind, kept.words, offset, kept.page))

    def _glue(self, placed: _Placed) -> tuple[str, bool]:
        """What stands before the next piece, and whether it goes on with the paragraph."""
        if self._before is None:
            return "", False
        before, after = self._before.item, placed.item
        parted = isinstance(before, Line) and ends_parted(before.text)
        if not continues(self._before, placed):
            return "-\n" if parted else "\n", False
        assert isinstance(before, Line) and isinstance(after, Line)
        return self._hyphens.at(before.text, after.text) if parted else between(before.text, after.text), True

    def _put(self, placed: _Placed, goes_on: bool) -> None:
        item = placed.item
        if isinstance(item, Grid):
            repeated = self._tables.repeated_heads(item)
            for number, words in repeated:
                key = f"p{self._page}-repeated-{number}"
                if key not in self._put_back:
                    self._left_out.append(LeftOut(key, "repeated", words, self._length, self._page))
            kept = {number for number, _ in repeated if f"p{self._page}-repeated-{number}" not in self._put_back}
            written = self._tables.write(item, self._length, self._page, kept, self._lines)
            self._parts.append(written.text)
            self._places += written.places
            self._length += len(written.text)
            self._lines.clear()
            return
        words = unparted(item.text)
        self._parts.append(words)
        start = self._length
        self._length += len(words)
        if len(item.segments) == 1:
            self._places.append((start, self._page, item.segments[0]))
        else:
            self._places.extend(_places(item, words, start, self._page))
        if goes_on and self._lines:
            start = self._lines.pop()[1]
        self._lines.append((item, start, self._length))
        if not placed.back:
            self._tables.line(words)


def _printed(pages: Sequence[PrintedPage]) -> Iterator[str]:
    """All lines, those of tables too."""
    for page in pages:
        for column in page.columns:
            for item in column.items:
                if isinstance(item, Line):
                    yield item.text
                else:
                    yield from (line.text for cell in item.cells for line in cell.lines)


def _places(line: Line, words: str, offset: int, page: int) -> Iterator[tuple[int, int, Segment]]:
    begin = 0
    for segment in line.segments:
        found = words.find(unparted(segment.text), begin)
        if found >= 0:
            yield offset + found, page, segment
            begin = found + len(segment.text)


def _keyed(page: PrintedPage) -> list[tuple[str, Furniture]]:
    """Furniture with ids that depend on the page alone."""
    return [(f"p{page.number}-{piece.kind}-{number}", piece) for number, piece in enumerate(page.around, 1)]


def _is_upper(piece: Furniture, page: PrintedPage) -> bool:
    body = [item for column in page.columns for item in column.items]
    if not body:
        return piece.kind != "footer"
    return piece.line.bottom >= (max(item.top for item in body) + min(item.bottom for item in body)) / 2


def continues(before: _Placed, after: _Placed) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    one, two = before.item, after.item
    if not isinstance(one, Line) or not isinstance(two, Line) or before.back or after.back:
        return False
    left, right = before.column, after.column
    if not left.em or not right.em or "\t" in one.text or "\t" in two.text:
        return False
    if _is_heading_over_two_lines(one, two, left):
        return True
    if _another_size(one, two, left.em, right.em):
        return False  # a heading, a note
    if two.left > right.left + 0.8 * right.em:
        return False  # indented: a new paragraph
    if left is right and left.leading and one.top + one.bottom - two.top - two.bottom > 3.4 * left.leading:
        return False
    if _ORDINAL.match(two.text) and (_CLOSED.search(one.text) or _ORDINAL.match(one.text)):
        return False
    room = left.right - one.right
    return room < _LEAST_ROOM * left.em or room < (_first_width(two.text) + 0.8) * left.em


def _is_heading_over_two_lines(one: Line, two: Line, column: Column) -> bool:
    """Whether two centred lines in a larger size are one heading that found no room on the first."""
    width = column.right - column.left
    if (
        abs(one.left + one.right - two.left - two.right) >= 3 * column.em
        or two.left <= column.left + column.em
        or not width * 0.8 < one.right - one.left < width * 1.2
    ):
        return False  # asked first: it is so for nearly all lines, and cheap to tell
    return (
        _is_measurable(one)
        and _size(one, column.em) > 1.08 * column.em
        and abs(one.left + one.right - column.left - column.right) < 4 * column.em
        and 0 < one.bottom - two.bottom < 3 * (one.top - one.bottom)
        and abs((one.top - one.bottom) - (two.top - two.bottom)) < 0.4 * (one.top - one.bottom)
        and not _CLOSED.search(one.text)
        and not _ORDINAL.match(two.text)
    )


def _another_size(one: Line, two: Line, em: float, other_em: float) -> bool:
    """Whether two lines are set in different sizes: neither their height nor the width of their signs agrees."""
    high, low = one.top - one.bottom, two.top - two.bottom
    if abs(high - low) <= 0.1 * high:
        return False
    if abs(high - low) <= 0.25 * high and not (_is_measurable(one) and _is_measurable(two)):
        return False
    return abs(_size(one, em) - _size(two, other_em)) > 0.12 * em


def _is_measurable(line: Line) -> bool:
    return line.text[0] > HAN and line.units >= 6


def _size(line: Line, em: float) -> float:
    """The size of type of a line; that of its column where the line is too short or too Latin to tell."""
    return (line.right - line.left) / line.units if _is_measurable(line) else em


def _first_width(text: str) -> float:
    """The width, in characters, of what must stay on one line at the start of a text."""
    word = _UNBREAKABLE.match(text)
    return min(units(word[0]), 12.0) if word else 1.0


def _notes_first(flow: list[_Placed], following: list[_Placed]) -> list[_Placed]:
    """A paragraph that goes on over the page, behind the notes and pictures at the foot that stand in its way."""
    after = next((one for one in following if isinstance(one.item, Line)), None)
    if after is None or not flow:
        return flow
    last = len(flow) - 1
    while last >= 0 and not _is_body(flow[last]):
        last -= 1
    if last in (-1, len(flow) - 1):
        return flow
    body, foot = flow[last], flow[last + 1 :]
    if not isinstance(body.item, Line) or _CLOSED.search(body.item.text) or not continues(body, after):
        return flow
    first = last
    while first > 0 and continues(flow[first - 1], flow[first]):
        first -= 1
    return [*flow[:first], *foot, *flow[first : last + 1]]


def _is_body(placed: _Placed) -> bool:
    """Whether it is a full line of the text itself: as wide as its column, in its size, no note."""
    item, column = placed.item, placed.column
    if not isinstance(item, Line) or not column.em or "\t" in item.text or placed.back:
        return False
    if _NOTE.match(item.text) and _size(item, column.em) < 0.95 * column.em:
        return False
    return item.units >= 8 and abs(_size(item, column.em) - column.em) <= 0.06 * column.em
