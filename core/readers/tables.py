"""Cells with their places in the text → a `Table`: which cells are heads, what names it, which unit it is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.model import Span
from core.model.layout import Cell, Table
from core.text.traditional import simplified
from core.values import dataclass

#: A figure, a gap (—, …, (空)), or a figure with the mark of a note; also with a unit of its own.
_FIGURE = re.compile(
    r"(?:[≥≤><＞＜]=?|[(（\[［〔])?[-－–−+＋]?\s*(?:\d{1,3}(?: \d{3})+|\d[\d,，]*)(?:[.．]\d+)?"
    r"(?:\s*[-—–~～至]\s*\d+(?:[.．]\d+)?)?\s*[)）\]］〕]?"
    r"\s*(?:[%％‰]|个?百分点|[万亿]?[\u4e00-\u9fff]{1,3})?(?:左右|以[上下内])?"
    r"\s*(?:[①-⑳*]|[\[［(（]\d{1,2}[\]］)）]|[（(]\s*[-－–+＋↑↓]?\s*\d[\d.．]*\s*(?:[%％‰]|个?百分点)\s*[)）])?"
    r"|[-—–－…·.／/*#×]+|[(（]空[)）]|\.\.\.|[A-Za-z]"
)
_YEAR = re.compile(r"(?:19|20)\d{2}(?:年.{0,6})?")
_CAPTION = re.compile(r"[*#\s]*(?:续?表|附表|图表|Table)\s*[\d一二三四五六七八九十]+.{0,80}", re.I)
_UNIT_NOTE = re.compile(r"[（(]?\s*(?:计量|金额)?单\s*位\s*[:：]\s*[^，。；]{1,30}?[)）]?")
_UNIT_INSIDE = re.compile(r"[（(]\s*(?:计量|金额)?单\s*位\s*[:：]\s*[^（()）]{1,20}[)）]")
_NO_CAPTION = re.compile(
    r"[。；，：:、]$|^(?:注|说明|资料来源|来源)\s*[:：]|^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十]"
)
_LONGEST_CAPTION = 60
#: How far above a table its caption and unit are looked for.
_LINES_ABOVE = 3
_MOST_HEAD_ROWS = 5
#: No table that a person reads has more columns.
_WIDEST = 400
#: A table of more places than this, and of so many to a cell, is made to fill the memory.
_MOST_PLACES, _MOST_MERGED = 50_000, 10


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as a format gives it: `head` is True where the format itself says so (th, a repeated header row)."""

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


def table_in(text: str, cells: Sequence[RawCell], span: Span) -> Table | None:
    """The table of these cells, None where there are not at least two columns and two rows of them."""
    if len({cell.row for cell in cells}) < 2 or max((c.column + c.columns for c in cells), default=0) < 2:
        return None
    words = {(cell.row, cell.column): cell.span.quote(text).strip() for cell in cells}
    if not any(words.values()):
        return None
    cells = _clipped(cells)
    caption, note = _above(text, span.start)
    heads = _head_rows(cells, words)
    stubs = _stub_columns(cells, words, heads)
    inside = _whole_row(cells, words, heads)
    for cell in inside:
        if _UNIT_NOTE.fullmatch(words[cell.row, cell.column]):
            note = note or cell.span
        elif caption is None and cell.row == 0:
            caption = cell.span
    # 单位：亿元 in the corner, over the names of the rows.
    corner = (cell for cell in cells if cell.row < max(heads, 1) and cell.column == 0)
    note = note or next((one.span for one in corner if _UNIT_NOTE.fullmatch(words[one.row, one.column])), None)
    made = tuple(
        Cell(
            cell.span, cell.row, cell.column, cell.rows, cell.columns,
            cell.head or cell.row < heads or (cell.column in stubs and bool(words[cell.row, cell.column])),
        )
        for cell in sorted(cells, key=lambda one: (one.row, one.column))
    )
    return Table(span, made, caption, note)


def _clipped(cells: Sequence[RawCell]) -> Sequence[RawCell]:
    """The cells with none reaching below the last row, and without merging where it is out of all measure."""
    last = max(cell.row for cell in cells)
    clipped = [
        replace(cell, rows=last - cell.row + 1) if cell.row + cell.rows > last + 1 else cell for cell in cells
    ]
    places = sum(cell.rows * cell.columns for cell in clipped)
    if places > _MOST_PLACES and places > _MOST_MERGED * len(clipped):
        return [replace(cell, rows=1, columns=1) for cell in clipped]
    return clipped


def is_figure(words: str) -> bool:
    """Whether a cell holds a figure or stands for a missing one."""
    return _FIGURE.fullmatch(words.strip()) is not None


def _above(text: str, start: int) -> tuple[Span | None, Span | None]:
    """The caption and the unit note in the lines above a table."""
    caption = note = None
    end = start
    for _ in range(_LINES_ABOVE):
        line = _line_before(text, end)
        if line is None:
            break
        words = simplified(line.quote(text))
        plain = words.strip("*# \u3000")
        if _UNIT_NOTE.fullmatch(plain):
            note = note or line
        else:
            inside = _UNIT_INSIDE.search(words)
            if inside and note is None and len(words) <= _LONGEST_CAPTION + 20:
                note = Span(line.start + inside.start(), line.start + inside.end())
            if _CAPTION.fullmatch(words) or (
                len(plain) <= _LONGEST_CAPTION and not _NO_CAPTION.search(plain) and "|" not in plain
                and "\t" not in plain and not plain.startswith(("![", "<"))
            ):
                caption = line
            break
        end = line.start
    return caption, note


def _line_before(text: str, end: int) -> Span | None:
    """The last printed line before a place, without outer white space."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if not end:
        return None
    start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if end - start <= 4 * _LONGEST_CAPTION else None


def _head_rows(cells: Sequence[RawCell], words: dict[tuple[int, int], str]) -> int:
    """How many rows at the top name the columns."""
    last = max(cell.row for cell in cells)
    rows: dict[int, list[RawCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    said = 0
    while said in rows and all(cell.head for cell in rows[said]):
        said += 1
    heads = said
    while heads in rows and heads < min(_MOST_HEAD_ROWS, last):
        printed = [words[cell.row, cell.column] for cell in rows[heads] if words[cell.row, cell.column]]
        figures = [one for one in printed if is_figure(one) and not _YEAR.fullmatch(one)]
        if figures or (heads and not _heads_more(rows[heads], rows, words, heads)):
            break
        heads += 1
    # A column's head that reaches down makes the rows beside it heads too.
    deep = (cell.row + cell.rows for cell in cells if cell.row < heads and cell.rows <= _MOST_HEAD_ROWS)
    reach = max(deep, default=0)
    heads = min(max(heads, reach if heads else 0), last)
    return heads if heads or not _year_heads(rows, words) else 1


def _heads_more(
    row: list[RawCell], rows: dict[int, list[RawCell]], words: dict[tuple[int, int], str], at: int
) -> bool:
    """Whether a row without figures goes on with the head above: it parts a wide cell, or holds nothing but units."""
    above = rows.get(at - 1, [])
    if any(cell.columns > 1 for cell in above):
        return True
    if any(cell.rows > 1 for cell in above):
        return True
    told = [words[cell.row, cell.column] for cell in above]
    if any(one and not other and words[row[-1].row, at] for at, (one, other) in enumerate(pairwise(told), 1)
           if (row[-1].row, at) in words) and not words.get((row[0].row, 0)):
        return True  # 全体居民||城镇居民| over |绝对数|增长|绝对数|增长
    if any(one and one == other for one, other in pairwise(told)):
        return True  # 产量|产量|面积|面积: a wide cell, as markdown has to write it
    printed = [words[cell.row, cell.column] for cell in row if words[cell.row, cell.column]]
    return bool(printed) and all(re.fullmatch(r"[（(].{1,12}[)）]", one) for one in printed)


def _year_heads(rows: dict[int, list[RawCell]], words: dict[tuple[int, int], str]) -> bool:
    printed = [words[cell.row, cell.column] for cell in rows.get(0, [])]
    years = sum(_YEAR.fullmatch(one) is not None for one in printed)
    return years >= 2 and years >= len(printed) - 2


def _stub_columns(
    cells: Sequence[RawCell], words: dict[tuple[int, int], str], heads: int
) -> frozenset[int]:
    """The columns that name rows: the first with words, and those that part two halves set side by side."""
    columns: dict[int, list[str]] = {}
    for cell in cells:
        if cell.row >= heads and words[cell.row, cell.column]:
            columns.setdefault(cell.column, []).append(words[cell.row, cell.column])
    worded = [
        column for column in sorted(columns)
        if sum(not is_figure(one) or bool(_YEAR.fullmatch(one)) for one in columns[column]) > len(columns[column]) / 2
    ]
    top = {cell.column: words[cell.row, cell.column] for cell in cells if cell.row == 0}
    if not worded:
        return frozenset({0}) if columns.get(0) else frozenset()
    first = worded[0]
    name = re.sub(r"\s+", "", top.get(first, ""))
    return frozenset(
        column for column in worded
        if column == first or (name and re.sub(r"\s+", "", top.get(column, "")) == name)
    )


def _whole_row(
    cells: Sequence[RawCell], words: dict[tuple[int, int], str], heads: int
) -> list[RawCell]:
    """Rows at the top that are one cell over all columns: a caption or a unit that stands in the table."""
    width = max(cell.column + cell.columns for cell in cells)
    return [
        cell for cell in cells
        if cell.row < max(heads, 1) and cell.columns == width and words[cell.row, cell.column]
    ]


@dataclass(slots=True)
class Grid:
    """Places the cells of rows that come one after another, as a page or a document gives them with their merging."""

    cells: list[RawCell]
    #: Up to which row each column is taken by a cell from above.
    reach: dict[int, int]
    row: int = -1
    column: int = 0

    @classmethod
    def empty(cls) -> Grid:
        """A grid without rows."""
        return cls([], {})

    def next_row(self) -> None:
        """Begin the next row."""
        self.row += 1
        self.column = 0

    def add(self, span: Span, *, rows: int = 1, columns: int = 1, head: bool = False) -> None:
        """Put a cell into the next free place of the row."""
        rows, columns = min(max(rows, 1), 1000), min(max(columns, 1), 200)
        while self.column < _WIDEST and self.reach.get(self.column, -1) > self.row:
            self.column += 1
        if self.column >= _WIDEST:
            return  # what stands further out is text, and no cell
        self.cells.append(RawCell(span, self.row, self.column, rows, columns, head))
        if rows > 1:
            for beside in range(columns):
                self.reach[self.column + beside] = self.row + rows
        self.column += columns

    def skip(self, columns: int) -> None:
        """Leave places free at the start of a row."""
        self.column += columns
