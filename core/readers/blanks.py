"""Tables whose cells a single blank parts, as a capture leaves them: 粮食 108.12万吨 8.3, below 农产品 1999年 增长%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.model import Span
from core.model.layout import Table
from core.readers.tables import Grid, is_figure, table_in

_CELL = re.compile(r"[^ \t\u3000]+")
#: No row of such a table is longer, nor has it the marks of a sentence.
_LONGEST_ROW = 60
_PROSE = re.compile("[。；，！？!?;]|[：:]$")
#: What one of the heads over the figures says: a year, how much it is, or how it has changed.
_HEAD = re.compile(
    r"(?:19|20)\d{2}年|增[长减幅速]|[比较±]|产量|[数总]量|[绝实]\S{0,2}[对际]数|[数金]额|数值|年末数|占|构成|计划|目标|实际|[%％]"
)
_UNIT_HEAD = re.compile("(?:计量)?单位")
#: One figure to a row is told in lines as well.
_FEWEST_FIGURES = 2
_FEWEST_ROWS = 3


def blank_tables(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Rows one after another of a name, perhaps its unit, and two figures and more, below a head with as many cells."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.end - line.start > _LONGEST_ROW or _HEAD.search(text, line.start, line.end) is None:
            continue
        head = _cells(text, line)
        if not any(_HEAD.search(cell.quote(text)) for cell in head[1:]):
            continue
        names = 2 if len(head) > 1 and _UNIT_HEAD.fullmatch(head[1].quote(text)) else 1
        rows: list[list[Span]] = []
        while at < len(lines) and _near(text, lines[at - 1], lines[at]) and (
            row := _row(text, _cells(text, lines[at]), names, len(head) - names)
        ):
            rows.append(row)
            at += 1
        if len(rows) < _FEWEST_ROWS:
            at -= len(rows)
            continue
        grid = Grid.empty()
        for row in (head, *rows):
            grid.next_row()
            for cell in row:
                grid.add(cell)
        if (table := table_in(text, grid.cells, Span(head[0].start, rows[-1][-1].end))) is not None:
            yield table


def _near(text: str, one: Span, two: Span) -> bool:
    """Whether no more than one blank line parts two lines."""
    return text.count("\n", one.end, two.start) <= 2


def _cells(text: str, line: Span) -> list[Span]:
    if line.end - line.start > _LONGEST_ROW or _PROSE.search(text, line.start, line.end):
        return []
    return [Span(*cell.span()) for cell in _CELL.finditer(text, line.start, line.end)]


def _row(text: str, cells: Sequence[Span], names: int, figures: int) -> list[Span] | None:
    """The cells of a row: its name, which may hold blanks, its unit where it has one, and its figures at the end."""
    first = len(cells) - figures
    if figures < _FEWEST_FIGURES or first < names or not all(is_figure(cell.quote(text)) for cell in cells[first:]):
        return None
    return [Span(cells[0].start, cells[first - names].end), *cells[first - names + 1 :]]
