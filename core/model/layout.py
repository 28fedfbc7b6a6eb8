"""How a report is laid out in its file: pages, tables, what was left out of the text, and what was only recognised.

All spans are half-open ranges of code points of the report's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from core.model.spans import Span
from core.values import dataclass

FurnitureKind = Literal["header", "footer", "page_number", "navigation", "hidden", "repeated"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `row` and `column` count from 0, an empty cell has an empty span where it would stand.

    A merged cell covers `rows` x `columns` places. `head` is True where the cell names a row or a column.
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the text; its cells are in reading order and lie inside `span`.

    `caption` is the line that names it, and `unit_note` the line that gives the unit of all cells (单位：万元).
    """

    span: Span
    cells: tuple[Cell, ...]
    caption: Span | None = None
    unit_note: Span | None = None

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that the reader took for furniture and left out of the text.

    `id` is the same at every reading of the same bytes, so that a person can have them put back; `offset` is the place
    in the text before which they stood; `page` counts from 1, None where there are no pages.
    """

    id: str
    kind: FurnitureKind
    words: str
    offset: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Outlined:
    """A paragraph that the file's own outline calls a heading; `level` 1 is the highest, as in Word and in HTML."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """Where words stand that were recognised in a picture: shares of the page's width and height, from its upper left
    corner as it is shown. The words run to the right, or after `turn` quarters clockwise from there.
    """

    span: Span
    page: int
    left: float
    top: float
    right: float
    bottom: float
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should know of the file; its sentences are in resources/messages/notices.toml."""

    key: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the file's form adds to the bare text.

    `pages` holds one span for each page, end to end over the text; empty where the format has no pages. `recognised`
    is True when the words were made out of pictures; `doubtful` are then the places where they may be wrong, and
    `lines` where they stand, for such a page has no words of its own to find again.
    `as_text` and `as_furniture` are lines of which a person decided what they are, whatever the structure says.
    """

    pages: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = ()
    recognised: bool = False
    doubtful: tuple[Span, ...] = ()
    lines: tuple[RecognisedLine, ...] = ()
    outline: tuple[Outlined, ...] = ()
    as_text: tuple[Span, ...] = ()
    as_furniture: tuple[Span, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The number of the page (from 1) that holds a place in the text, None where there are no pages."""
        return next((number for number, page in enumerate(self.pages, 1) if offset < page.end), None)

    def table_at(self, offset: int) -> Table | None:
        """The table that holds a place in the text, None where none does."""
        return next((table for table in self.tables if table.span.start <= offset < table.span.end), None)
