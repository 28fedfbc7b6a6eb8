"""Pages from one process to another: as plain tuples, which `marshal` writes many times faster than objects."""

from __future__ import annotations

import marshal
from itertools import starmap
from typing import Any

from core.readers.printed.shapes import Grid, GridCell, Line, Page, Segment


def packed(page: Page) -> bytes:
    """A page that was read, to be given to `unpacked` by the same version of Python."""
    return marshal.dumps((
        page.number, page.width, page.height, list(map(tuple, page.segments)), list(map(_grid, page.grids)),
        page.vertical, page.turned, page.damaged, page.picture,
    ))  # fmt: skip


def unpacked(data: bytes) -> Page:
    """The page that was `packed`."""
    number, width, height, segments, grids, *flags = marshal.loads(data)
    return Page(number, width, height, list(starmap(Segment, segments)), list(map(_grid_of, grids)), *flags)


def _grid(grid: Grid) -> tuple[Any, ...]:
    cells = [(*cell[:4], [(*line[:5], list(map(tuple, line.segments))) for line in cell.lines]) for cell in grid.cells]
    return grid.left, grid.bottom, grid.right, grid.top, cells, grid.edges


def _grid_of(plain: tuple[Any, ...]) -> Grid:
    left, bottom, right, top, cells, edges = plain
    made = tuple(GridCell._make((*place, tuple(map(_line_of, lines)))) for *place, lines in cells)
    return Grid(left, bottom, right, top, made, edges)


def _line_of(plain: tuple[Any, ...]) -> Line:
    return Line._make((*plain[:5], tuple(starmap(Segment, plain[5]))))
