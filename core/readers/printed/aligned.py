"""Tables without printed lines: cells that stand under one another over several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.readers.printed.rows import cell_lines, line_of
from core.readers.printed.shapes import Grid, GridCell, Line, Segment
from core.readers.printed.text import CELL_GAP, is_number, is_wording

_FEWEST_ROWS = 3
#: White space between two columns of cells, in sizes of a Han character.
_GAP = 0.5
#: Words that belong to a picture; what stands under them are its labels.
_FIGURE = re.compile(r"\s*(?:图|Fig(?:ure|\.)?)\s*[\d一二三四五六七八九十]", re.I)
_PROSE = re.compile(r"[。！？；]")
_LONGEST_LABEL = 24
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：]")

_Row = list[Segment]


def aligned_grids(rows: Sequence[_Row], em: float) -> list[Line | Grid]:
    """Rows of segments as lines and, where cells stand under one another, as tables."""
    lines = [line_of(row) for row in rows]
    if em <= 0 or sum("\t" in line.text for line in lines) < _FEWEST_ROWS:
        return list(lines)
    made: list[Line | Grid] = []
    number = picture = 0
    while number < len(lines):
        end = _run(lines, number)
        if _FIGURE.match(lines[number].text):
            picture = number + 1
        labels = picture and all(len(one.text) < _LONGEST_LABEL or "\t" in one.text for one in lines[picture:number])
        grid = None if labels or end is None else _table(rows[number:end], em)
        if grid is None or end is None:
            made.append(lines[number])
            number += 1
        else:
            made.append(grid)
            number = end
    return made


def _run(lines: Sequence[Line], start: int) -> int | None:
    """The end of a run of rows with several cells each that begins at `start`; a lone label may stand between them."""
    if "\t" not in lines[start].text or _UNIT.search(lines[start].text):
        return None
    end = start + 1
    number = start + 1
    while number < len(lines):
        text = lines[number].text
        if "\t" in text:
            if _PROSE.search(text) and max(map(len, text.split("\t"))) > _LONGEST_LABEL:
                break
            number += 1
            end = number
        elif len(text) <= _LONGEST_LABEL and not _PROSE.search(text) and number == end:
            number += 1  # one row with one cell, if the table goes on behind it
        else:
            break
    return end if sum("\t" in line.text for line in lines[start:end]) >= _FEWEST_ROWS else None


def _table(rows: Sequence[_Row], em: float) -> Grid | None:
    """The rows as a table, None where their cells do not stand under one another."""
    cut = [_cells(row, em) for row in rows]
    edges = _edges([cells for cells in cut if len(cells) > 1], em)
    if len(edges) < 2:
        return None
    cells: list[GridCell] = []
    for number, row in enumerate(cut):
        for part in row:
            first, last = _place(edges, part[0].left, em), _place(edges, part[-1].right, em)
            cells.append(GridCell(number, first, 1, max(last - first, 0) + 1, cell_lines(part)))
    if not _is_table(cells, len(cut), len(edges)):
        return None
    filled = _with_empty(cells, len(cut), len(edges))
    return Grid(
        min(one.left for row in rows for one in row),
        min(one.bottom for row in rows for one in row),
        max(one.right for row in rows for one in row),
        max(one.top for row in rows for one in row),
        tuple(filled),
        (*(left for left, _ in edges), edges[-1][1]),
    )


def _cells(row: _Row, em: float) -> list[_Row]:
    """The segments of a row by cells."""
    cells: list[_Row] = []
    for segment in row:
        if cells and segment.left - cells[-1][-1].right <= CELL_GAP * em and not _apart(cells[-1][-1], segment):
            cells[-1].append(segment)
        else:
            cells.append([segment])
    return cells


def _apart(one: Segment, two: Segment) -> bool:
    return is_number(one.text) or is_number(two.text)


def _edges(cut: list[list[_Row]], em: float) -> list[tuple[float, float]]:
    """Left and right of each column: the stretches of the width that cells stand in.

    A cell over several columns (a head that they share) would close the white space between them; such cells are
    few, so white space counts that all rows but a few leave.
    """
    marks: list[tuple[float, int]] = []
    for row in cut:
        for cell in row:
            marks += ((cell[0].left, 1), (cell[-1].right, -1))
    few = len(cut) // 6
    marks.sort(key=lambda mark: (mark[0], -mark[1]))
    edges: list[tuple[float, float]] = []
    depth, begun = 0, 0.0
    for place, step in marks:
        if depth <= few < depth + step:
            begun = place
        depth += step
        if depth <= few < depth - step:
            if edges and begun - edges[-1][1] < _GAP * em:
                edges[-1] = (edges[-1][0], place)
            else:
                edges.append((begun, place))
    return edges


def _place(edges: list[tuple[float, float]], x: float, em: float) -> int:
    """The column at a place across the page: the one it lies in, else the nearest."""
    return min(
        range(len(edges)), key=lambda number: max(edges[number][0] - x, x - edges[number][1], 0.0) if em else number
    )


def _is_table(cells: list[GridCell], rows: int, columns: int) -> bool:
    """Rows must agree in their columns, and some column must hold figures, or all words be short."""
    places = [(cell.row, cell.column) for cell in cells]
    if len(set(places)) < len(places):
        return False
    full = sum(1 for row in range(rows) if sum(place[0] == row for place in places) >= 2)
    if full < _FEWEST_ROWS or full * 3 < rows * 2:
        return False
    inner = [cell.words for cell in cells if cell.row > 0]
    numbers = sum(map(is_number, inner))
    if numbers >= max(_FEWEST_ROWS - 1, len(inner) / 5) and any(map(is_wording, (cell.words for cell in cells))):
        return not _is_contents(cells, columns)
    return columns >= 3 and max(map(len, inner), default=99) <= _LONGEST_LABEL and len(places) * 4 >= rows * columns * 3


def _is_contents(cells: list[GridCell], columns: int) -> bool:
    """A table of contents: at the right nothing but page numbers that rise."""
    last = [cell.words for cell in cells if cell.column == columns - 1]
    pages = [int(words) for words in last if words.isdecimal() and len(words) <= 3]
    return columns == 2 and len(pages) == len(last) >= 3 and pages == sorted(pages) and len(set(pages)) > 1


def _with_empty(cells: list[GridCell], rows: int, columns: int) -> list[GridCell]:
    covered = {(cell.row, cell.column + step) for cell in cells for step in range(cell.columns)}
    empty = [
        GridCell(row, column, 1, 1, ())
        for row in range(rows)
        for column in range(columns)
        if (row, column) not in covered
    ]
    return sorted([*cells, *empty], key=lambda cell: (cell.row, cell.column))
