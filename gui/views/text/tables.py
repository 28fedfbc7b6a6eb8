"""Tables of the report set as tables: how wide columns are, where cells stand, what is head and what is a number.

Widths are worked out once for a table and a setting; a row of the table is then a paragraph of its own, so that a table
of ten thousand rows costs no more on the screen than those in sight.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from core.model import Span
from core.model.layout import Cell, Table
from core.values import dataclass

#: White round the words of a cell, in pixels.
PAD_ACROSS: Final = 8
PAD_DOWN: Final = 2
#: Larger tables are measured by some of their rows.
_MEASURED: Final = 3000
#: A column of words is not squeezed below so many of its characters.
_FEWEST: Final = 4
_NUMBER: Final = re.compile(r"[+\-−－]?[\d,，.．]*\d[\d,，.．]*\s*(?:%|％|‰|个百分点)?|[-—–…]+|/")
_TOGETHER: Final = re.compile(r"[A-Za-z0-9+\-−.,/%％‰]+")


class Group(NamedTuple):
    """Rows of a table that belong together because a cell runs over all of them: `first` up to, not with, `behind`."""

    first: int
    behind: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table at one setting: left edges (one more than columns), and which hold numbers.

    `heads` rows at the top name the columns. A table that is `wide` does not fit the page's column even with its words
    wrapped: it runs beyond.
    """

    edges: tuple[float, ...]
    numbers: frozenset[int]
    heads: int
    wide: bool

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.edges[-1]


def sound(table: Table, text: str) -> bool:
    """Whether the table takes whole lines, and its cells stand in it in reading order, each place taken once."""
    cells, span = table.cells, table.span
    line = text.rfind("\n", 0, span.start) + 1
    behind = text.find("\n", span.end)
    if text[line : span.start].strip() or text[span.end : behind if behind >= 0 else len(text)].strip(" \t|"):
        return False
    if not cells or any(one.span.end > other.span.start for one, other in pairwise(cells)):
        return False
    if cells[0].span.start < table.span.start or cells[-1].span.end > table.span.end:
        return False
    taken: set[tuple[int, int]] = set()
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                if (row, column) in taken:
                    return False
                taken.add((row, column))
    return True


def groups(table: Table) -> Iterator[Group]:
    """The rows of a table from the top; rows without a word of their own go with those before."""
    behind, first = 0, 0
    held: list[Cell] = []
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for row in range(table.rows):
        cells = by_row.get(row, [])
        worded = any(cell.span.end > cell.span.start for cell in cells)
        if held and row >= behind and worded and any(cell.span.end > cell.span.start for cell in held):
            yield Group(first, row, tuple(held))
            held, first = [], row
        held.extend(cells)
        behind = max([behind, row + 1, *(cell.row + cell.rows for cell in cells)])
    if any(cell.span.end > cell.span.start for cell in held):
        yield Group(first, table.rows, tuple(held))


def gaps(cells: Sequence[Cell], start: int, end: int) -> list[Span]:
    """What stands between the words of the cells and is not drawn: tabs, bars, line ends."""
    found: list[Span] = []
    place = start
    for cell in cells:
        if cell.span.start > place:
            found.append(Span(place, cell.span.start))
        place = max(place, cell.span.end)
    if place < end:
        found.append(Span(place, end))
    return found


def columns_of(table: Table, text: str, advances: dict[str, float], em: float, room: float) -> Columns:
    """Share the room out: columns of numbers get what they need, columns of words the rest, and wrap."""
    step = max(1, len(table.cells) // _MEASURED)
    wanted, least = [0.0] * table.columns, [0.0] * table.columns
    figures, words = [0] * table.columns, [0] * table.columns
    for cell in table.cells if step == 1 else table.cells[::step]:
        if cell.columns > 1 or cell.span.start == cell.span.end:
            continue
        quote = cell.span.quote(text)
        width = sum(advances[sign] for sign in quote)
        longest = max((sum(advances[sign] for sign in run) for run in _TOGETHER.findall(quote)), default=0.0)
        wanted[cell.column] = max(wanted[cell.column], width)
        least[cell.column] = max(least[cell.column], longest, min(width, _FEWEST * em))
        if not cell.head:
            figures[cell.column] += is_number(quote)
            words[cell.column] += not is_number(quote)
    padding = 2 * PAD_ACROSS * table.columns
    wide = sum(least) + padding > room
    if wide:
        widths = least
    elif sum(wanted) + padding <= room:
        spare = (room - padding - sum(wanted)) / max(1, table.columns)
        widths = [width + spare for width in wanted]
    else:
        spare = room - padding - sum(least)
        asked = sum(wanted) - sum(least) or 1.0
        widths = [low + spare * (want - low) / asked for low, want in zip(least, wanted, strict=True)]
    edges = accumulate((width + 2 * PAD_ACROSS for width in widths), initial=0.0)
    numbers = frozenset(column for column in range(table.columns) if figures[column] > words[column])
    return Columns(tuple(edges), numbers, head_rows(table), wide)


def is_number(words: str) -> bool:
    """Whether a cell holds a number, or the dash that stands for none."""
    return _NUMBER.fullmatch(words.strip()) is not None


def head_rows(table: Table) -> int:
    """How many rows at the top hold nothing but heads; a table of heads alone has none."""
    plain = min((cell.row for cell in table.cells if not cell.head), default=0)
    heads = plain
    while heads and any(cell.row < heads < cell.row + cell.rows for cell in table.cells):
        heads -= 1
    return heads


def tsv(table: Table, text: str) -> str:
    """A table as lines with tabs between cells, for a spreadsheet; a merged cell stands in its first place."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(cell.span.quote(text).split())
    return "\n".join("\t".join(row) for row in rows)


class Tables:
    """The tables of a report that can be set as such, found by their places."""

    def __init__(self, tables: Sequence[Table], text: str) -> None:
        self.sound: list[Table] = []
        for table in sorted(tables, key=lambda one: one.span.start):
            if sound(table, text) and not (self.sound and table.span.start < self.sound[-1].span.end):
                self.sound.append(table)
        self._starts = [table.span.start for table in self.sound]
        self._captions = sorted(
            span for table in self.sound for span in (table.caption, table.unit_note)
            if span is not None and not table.span.overlaps(span)
        )

    def at(self, offset: int) -> Table | None:
        """The table that holds an offset."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self.sound[number].span.end:
            return self.sound[number]
        return None

    def after(self, offset: int) -> Table | None:
        """The first table that begins at an offset or behind it."""
        number = bisect_left(self._starts, offset)
        return self.sound[number] if number < len(self.sound) else None

    def captions(self, start: int, end: int) -> bool:
        """Whether a line is the caption of a table, or gives its unit."""
        number = bisect_left(self._captions, start, key=lambda span: span.end - 1)
        return number < len(self._captions) and self._captions[number].start < end
