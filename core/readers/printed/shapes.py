"""The parts of a printed page, from a run of print to the page itself."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from core.readers.printed.text import units
from core.values import dataclass


class Segment(NamedTuple):
    """A run of print without a wide gap in it; `start` and `end` count the page's own characters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    start: int = 0
    end: int = 0


class Line(NamedTuple):
    """The segments that stand beside one another on one line of a column; tabs part them where the gap is wide."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    segments: tuple[Segment, ...] = ()

    @property
    def units(self) -> float:
        """The width in characters: 1 for a Han character, a half for a Latin one."""
        return units(self.text)


class Rule(NamedTuple):
    """A straight line drawn across or down the page; flat when `bottom` == `top`."""

    left: float
    bottom: float
    right: float
    top: float


class GridCell(NamedTuple):
    """A cell of a printed table: its place, and its lines from top to bottom."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """What stands in it, without blanks; for questions about it, not for the text."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is printed on one page. `edges` are the places where its columns begin, and the right end."""

    left: float
    bottom: float
    right: float
    top: float
    cells: tuple[GridCell, ...]
    edges: tuple[float, ...] = ()
    text: str = "\t"

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)


@dataclass(slots=True)
class Column:
    """Lines and tables that follow one another down the page, with the margins of the lines in points.

    `em` is the size of a Han character, 0 where it could not be told; `leading` the step from line to line.
    """

    items: list[Line | Grid]
    left: float = 0.0
    right: float = 0.0
    em: float = 0.0
    leading: float = 0.0


@dataclass(slots=True)
class Page:
    """What is printed on one page, in no order yet. `number` counts from 1; `vertical` print runs down the page, and
    all print of a `turned` page stood on its side. Nothing is known of a `damaged` page, and a `picture` is one
    that bears an image and no words. `doubtful` are the characters that were only guessed, None where all were read;
    `shown` then has the place of each segment by its start: left, top, right, bottom as shares of the page as it is
    shown, and the quarters by which its words are turned there.
    """

    number: int
    width: float
    height: float
    segments: list[Segment]
    grids: list[Grid] = field(default_factory=list)
    vertical: bool = False
    turned: bool = False
    damaged: bool = False
    picture: bool = False
    doubtful: set[int] | None = None
    shown: dict[int, tuple[float, float, float, float, int]] = field(default_factory=dict)
