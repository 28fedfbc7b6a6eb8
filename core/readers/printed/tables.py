"""Printed grids → tables of the text: rows as lines, cells parted by tabs, parts on several pages put together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.model import Span
from core.model.layout import Cell, Table
from core.readers.printed.hyphens import Hyphens
from core.readers.printed.shapes import Grid, GridCell, Line, Segment
from core.readers.printed.text import SOFT_HYPHENS, between, ends_parted, is_number, is_wording, unparted

_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：]\s*[^\s。；（(]{1,16}(?:[（(][^）)\s]{1,8}[）)])?[）)]?")
_NUMBERED = re.compile(r"\s*(?:附?表|续表|Table|Tab\.)\s*[-\d一二三四五六七八九十]", re.I)
_NAMED = re.compile(r".{2,40}(?:表|一览|情况|指数|统计)\s*(?:[（(].{1,12}[）)])?")
_PUNCTUATED = re.compile(r"[。；，！？]|[:：]$")
_GO_ON = re.compile(r"\s*(?:续\s*表|[（(]?续[）)]?|单位\s*[:：]).{0,30}")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_CODE = re.compile(r"\d{1,7}")
#: Parts on two pages are one table when their columns begin within this share of the width of one another.
_SAME_PLACE = 0.04
_MOST_HEAD_ROWS = 6


@dataclass(slots=True)
class WrittenGrid:
    """The lines of one grid, and the place of each of its segments in the text."""

    text: str
    places: list[tuple[int, int, Segment]]


@dataclass(slots=True)
class _Part:
    grid: Grid
    page: int


class _Cell(NamedTuple):
    """A cell as it is written; `words` are without blanks, for questions about it."""

    start: int
    end: int
    row: int
    column: int
    rows: int
    columns: int
    words: str


@dataclass(slots=True)
class _Open:
    """A table that may go on on the next page."""

    cells: list[_Cell] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    rows: int = 0
    start: int = 0
    end: int = 0
    above: list[tuple[Line, int, int]] = field(default_factory=list)


class TableWriter:
    """Writes grids and knows which of them are one table."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._done: list[_Open] = []
        self._goes_on = False

    def line(self, words: str) -> None:
        """Words stand behind the table: it goes on no further, unless they only say that it does."""
        self._goes_on = self._goes_on and _GO_ON.fullmatch(words) is not None

    def repeated_heads(self, grid: Grid) -> list[tuple[int, str]]:
        """The rows at the top of a grid that repeat the head of the table that it goes on with, and their words."""
        table = self._continued(grid)
        if table is None:
            return []
        first = table.parts[0].grid
        found = []
        for row in range(min(first.rows, grid.rows, _MOST_HEAD_ROWS)):
            one, two = _row_words(first, row), _row_words(grid, row)
            if one != two or not any(one) or any(is_number(words) and not _YEAR.fullmatch(words) for words in one):
                break
            found.append((row, " ".join(word for word in two if word)))
        return found

    def _continued(self, grid: Grid) -> _Open | None:
        if not self._goes_on or not self._done:
            return None
        last = self._done[-1].parts[-1].grid
        width = max(last.right - last.left, 1.0)
        if len(last.edges) != len(grid.edges):
            return None
        shift = grid.left - last.left
        same = all(
            abs(one + shift - two) <= _SAME_PLACE * width for one, two in zip(last.edges, grid.edges, strict=True)
        )
        return self._done[-1] if same else None

    def write(
        self, grid: Grid, offset: int, page: int, skip: set[int], above: Iterable[tuple[Line, int, int]]
    ) -> WrittenGrid:
        """The grid's lines from `offset` of the text on, without the rows to skip."""
        table = self._continued(grid)
        if table is not None and table.parts[-1].page == page:
            table = None
        if table is None:
            table = _Open(start=offset, above=list(above))
            self._done.append(table)
        parts: list[str] = []
        places: list[tuple[int, int, Segment]] = []
        length = offset
        rows, columns = _rows(grid), grid.columns
        kept = [row for row in range(grid.rows) if row not in skip]
        for number, row in enumerate(kept, table.rows):
            if parts:
                parts.append("\n")
                length += 1
            column = 0
            for cell in rows.get(row, ()):
                _, place, deep, wide, lines = cell
                if place > column:
                    parts.append("\t" * (place - column))
                    length += place - column
                    column = place
                begin, words = length, ""
                if lines:
                    words, inside = _cell_text(lines, self._hyphens)
                    parts.append(words)
                    length += len(words)
                    places += [(begin + shift, page, segment) for shift, segment in inside]
                    words = "".join(words.split())
                if deep > 1:
                    deep = bisect_left(kept, row + deep) - number + table.rows
                table.cells.append(tuple.__new__(_Cell, (begin, length, number, column, deep, wide, words)))
            parts.append("\t" * (columns - 1 - column))
            length += columns - 1 - column
        table.rows += len(kept)
        table.end = length
        table.parts.append(_Part(grid, page))
        self._goes_on = True
        return WrittenGrid("".join(parts), places)

    def finished(self, text: str) -> tuple[Table, ...]:
        """All tables with their heads, captions and notes of the unit."""
        return tuple(_finished(table, text) for table in self._done if table.cells)


def _rows(grid: Grid) -> dict[int, list[GridCell]]:
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _row_words(grid: Grid, row: int) -> list[str]:
    return [cell.words for cell in grid.cells if cell.row == row]


def _cell_text(lines: Sequence[Line], hyphens: Hyphens) -> tuple[str, list[tuple[int, Segment]]]:
    """The words of a cell, its lines joined, and where each segment begins in them."""
    if len(lines) == 1 and len(lines[0].segments) == 1:
        return lines[0].text.strip(SOFT_HYPHENS), [(0, lines[0].segments[0])]
    words, places = "", []
    before = ""
    for line in lines:
        if before:
            words = unparted(words) + (hyphens.at if ends_parted(before) else between)(before, line.text)
        begin = len(words)
        for segment in line.segments:
            found = line.text.find(segment.text)
            places.append((begin + max(found, 0), segment))
        words += line.text
        before = line.text
    return words.strip(SOFT_HYPHENS), places


def _finished(table: _Open, text: str) -> Table:
    heads = _heads(table)
    cells = tuple(
        Cell(Span(start, end), row, column, rows, columns, number in heads)
        for number, (start, end, row, column, rows, columns, _) in enumerate(table.cells)
    )
    caption, unit = _above(table, text)
    return Table(Span(table.start, table.end), cells, caption, unit)


def _heads(table: _Open) -> set[int]:
    """The cells that name rows and columns."""
    numbers = [bool(cell[6]) and is_number(cell[6]) for cell in table.cells]
    figures = [
        row
        for (_, _, row, column, _, _, words), number in zip(table.cells, numbers, strict=True)
        if number and row and not _YEAR.fullmatch(words) and (column > 0 or not _CODE.fullmatch(words))
    ]
    deep = max((cell.rows for cell in table.cells if cell.row == 0), default=1)
    first = min(figures, default=deep if table.rows > deep else table.rows - 1)
    first = max(min(first, _first_bare(table, first)), min(deep, first))
    named = _named_columns(table, first)
    return {
        place
        for place, ((_, _, row, column, _, _, words), number) in enumerate(zip(table.cells, numbers, strict=True))
        if row < first or (column in named and words and (not number or _is_code(words)))
    }


def _first_bare(table: _Open, first: int) -> int:
    """The first row below the head: rows with one name and no figures (其中：) are no head, a head fills its row."""
    for row in range(1, first):
        inside = [cell.words for cell in table.cells if cell.row == row]
        covered = any(cell.row < row < cell.row + cell.rows for cell in table.cells)
        if not covered and sum(map(bool, inside)) <= max(1, len(inside) // 3):
            return row
    return first


def _named_columns(table: _Open, first: int) -> set[int]:
    """The columns that name their rows: the first with words and codes before it, and another with the same head."""
    columns = max((column + wide for _, _, _, column, _, wide, _ in table.cells), default=0)
    body: list[list[str]] = [[] for _ in range(columns)]
    head: list[str] = [""] * columns
    for _, _, row, column, _, wide, words in table.cells:
        if wide == 1 and words and row >= first:
            body[column].append(words)
        elif wide == 1 and words:
            head[column] = words
    worded = [bool(words) and sum(map(is_wording, words)) * 2 > len(words) for words in body]
    coded = [bool(words) and sum(map(_is_code, words)) * 5 >= len(words) * 4 for words in body]
    lead = 0
    while lead < columns - 1 and coded[lead]:
        lead += 1
    named = set(range(lead + 1)) if worded[lead] else {0}
    names = {head[column] for column in named if worded[column] and head[column]}
    for column in range(max(named) + 1, columns):
        if worded[column] and head[column] in names:
            named.add(column)
            back = column - 1
            while back not in named and coded[back]:
                named.add(back)
                back -= 1
    return named


def _is_code(words: str) -> bool:
    return _CODE.fullmatch(words) is not None


def _above(table: _Open, text: str) -> tuple[Span | None, Span | None]:
    """The line that names the table, and the note of its unit."""
    caption = unit = None
    grid = table.parts[0].grid
    for line, start, end in reversed(table.above[-3:]):
        words = text[start:end]
        note = _UNIT.search(words)
        rest = words
        if note:
            unit = unit or Span(start + note.start(), start + note.end())
            rest = words[: note.start()]
        if caption is None and rest.strip() and _is_caption(rest.strip(), line, grid):
            caption = Span(start, start + len(rest.rstrip()))
        elif not note:
            break
        if caption and unit:
            break
    return caption, unit


def _is_caption(words: str, line: Line, grid: Grid) -> bool:
    if _NUMBERED.match(words) and len(words) < 80:
        return True
    if len(words) > 45 or _PUNCTUATED.search(words):
        return False
    if _NAMED.fullmatch(words):
        return True
    middle = (line.left + line.right) / 2
    width = grid.right - grid.left
    return abs(middle - (grid.left + grid.right) / 2) < 0.06 * width and line.left > grid.left + 0.08 * width
