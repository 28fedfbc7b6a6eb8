"""Tables held by printed lines: which lines belong together, which cells they make, and what stands in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter, neg

from core.readers.printed.rows import cell_lines, rows_of
from core.readers.printed.shapes import Grid, GridCell, Rule, Segment
from core.readers.printed.text import is_number

#: Lines this near to one another, in points, are one line, or meet.
_NEAR = 3.0
_MOST_RULES = 6_000
_MOST_PLACES = 12_000
#: Rows of figures that stand in one box of a table without lines between its rows.
_FEWEST_ROWS = 2

_LEFT, _BOTTOM, _RIGHT, _TOP = map(itemgetter, range(4))  # of a rule
_Parts = Callable[[Segment, list[float]], list[Segment]]


def ruled_grids(rules: Sequence[Rule], segments: list[Segment], parted: _Parts) -> tuple[list[Grid], list[Segment]]:
    """The tables that lines make, and the segments that stand in none of them.

    `parted` cuts a segment where it crosses upright lines.
    """
    grids: list[Grid] = []
    rest = segments
    if len(rules) > _MOST_RULES:
        return grids, rest
    for group in _groups(rules):
        made = _grid(group, rest, parted)
        if made is not None:
            grid, rest = made
            grids.append(grid)
    return grids, rest


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that belong together: what they fill, taken as a box, touches nothing that another group fills."""
    done: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=_TOP, reverse=True):
        box, members = rule, [rule]
        number = len(done) - 1
        if done:
            (left, bottom, right, top), latest = done[-1]
            if left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top:
                latest.append(rule)  # within the box of the table last begun, as most are
                continue
        while number >= 0:
            left, bottom, right, top = other = done[number][0]
            beside = box[0] <= right + _NEAR and left <= box[2] + _NEAR
            if beside and box[1] <= top + _NEAR and bottom <= box[3] + _NEAR:
                if len(members) == 1 and left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top:
                    done[number][1].append(rule)  # within the box of another one
                    break
                earlier = done.pop(number)[1]
                earlier += members
                members = earlier
                grown = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
                if grown != other:
                    number = len(done)  # the larger box may touch what it did not touch before
                box = Rule(*grown)
            number -= 1
        else:
            done.append((box, members))
    return [group for _, group in done if len(group) >= 3]


def _grid(group: list[Rule], segments: list[Segment], parted: _Parts) -> tuple[Grid, list[Segment]] | None:
    across = [rule for rule in group if rule[3] == rule[1]]
    down = [rule for rule in group if rule[3] != rule[1]]
    if not across or not down:
        return None
    xs = _places([*map(_LEFT, down), min(map(_LEFT, across)), max(map(_RIGHT, across))])
    ys = _places([*map(_TOP, across), min(map(_BOTTOM, down)), max(map(_TOP, down))])[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_PLACES:
        return None
    inside: list[Segment] = []
    outside: list[Segment] = []
    for segment in segments:
        middle = (segment.bottom + segment.top) / 2
        held = ys[-1] <= middle <= ys[0] and xs[0] - _NEAR <= (segment.left + segment.right) / 2 <= xs[-1] + _NEAR
        (inside if held else outside).append(segment)
    if len(inside) < 2:
        return None
    cells = _fill(_boxes(xs, ys, across, down), xs, ys, inside, parted)
    if sum(bool(cell.lines) for cell in cells) < 2 or _is_frame(cells, xs[-1] - xs[0]):
        return None
    cells = _without_bare_rows(cells)
    return Grid(xs[0], ys[-1], xs[-1], ys[0], tuple(cells), tuple(xs)), outside


def _places(values: Iterable[float]) -> list[float]:
    """Places that differ, from left to right; those near to one another count as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= _NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(near) / len(near) for near in found]


_Box = tuple[int, int, int, int]


def _boxes(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[_Box]:
    """The cells (row, column, rows, columns), row by row: neighbours without a line between them are one."""
    rows, columns = len(ys) - 1, len(xs) - 1
    floors = _passed(xs, ((rule[3], rule[0], rule[2]) for rule in across), ys)
    walls = _turned(_passed(ys[::-1], ((rule[0], rule[1], rule[3]) for rule in down), xs), rows)
    taken = [0] * rows
    boxes: list[_Box] = []
    for row in range(rows):
        above = taken[row]
        closed = walls[row] | above
        column = 0
        while column < columns:
            right = column + 1
            if above >> column & 1:
                column = right
                continue
            while right < columns and not closed >> right & 1:
                right += 1
            low = row + 1
            held, inner = (1 << right) - (1 << column), (1 << right) - (2 << column)
            while low < rows and not floors[low] & held and not walls[low] & inner:
                taken[low] |= held
                low += 1
            boxes.append((row, column, low - row, right - column))
            column = right
    return boxes


def _turned(upright: list[int], rows: int) -> list[int]:
    """For each row from the top down the upright lines that stand in it, a bit each; given are for each line the rows
    from the bottom up."""
    return [int("".join(bits[::-1]), 2) for bits in zip(*(f"{gaps:0{rows}b}" for gaps in upright), strict=True)]


def _passed(edges: list[float], lines: Iterable[tuple[float, float, float]], places: list[float]) -> list[int]:
    """For each of `places` the gaps between `edges`, which rise, whose middles the lines (place, low, high) pass.

    A gap is a bit.
    """
    middles = [(low + high) / 2 for low, high in pairwise(edges)]
    found = [0] * len(places)
    order = sorted(range(len(places)), key=places.__getitem__)
    rising = [places[which] for which in order]
    # the lines of one table begin and end at the same few places
    spans: dict[tuple[float, float], int] = {}
    near: dict[float, list[int]] = {}
    for place, low, high in lines:
        gaps = spans.get((low, high))
        if gaps is None:
            begin, end = bisect_left(middles, low - 1), bisect_right(middles, high + 1)
            gaps = spans[low, high] = (1 << end) - (1 << begin) if begin < end else 0
        if place not in near:
            near[place] = order[bisect_left(rising, place - _NEAR) : bisect_right(rising, place + _NEAR)]
        for which in near[place]:
            found[which] |= gaps
    return found


def _fill(
    boxes: list[_Box], xs: list[float], ys: list[float], inside: list[Segment], parted: _Parts
) -> list[GridCell]:
    """Each cell with its lines; a row that holds several rows of print is made into them."""
    owner = [[0] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for number, (row, column, rows, columns) in enumerate(boxes):
        for down in range(row, row + rows):
            owner[down][column : column + columns] = [number] * columns
    held: list[list[Segment]] = [[] for _ in boxes]
    falling = list(map(neg, ys))
    last_row, last_column = len(ys) - 2, len(xs) - 2

    def put(segment: Segment, whole: bool) -> None:
        _, left, bottom, right, top, _, _ = segment
        # the nearest gap for what stands a little outside
        row = min(max(bisect_right(falling, (bottom + top) / -2) - 1, 0), last_row)
        number = owner[row][min(max(bisect_right(xs, (left + right) / 2) - 1, 0), last_column)]
        if whole:
            _, column, _, columns = boxes[number]
            size = max(2.0, (top - bottom) * 0.3)
            if left < xs[column] - size or right > xs[column + columns] + size:
                for part in parted(segment, xs[1:-1]):
                    put(part, False)
                return
        held[number].append(segment)

    for segment in inside:
        put(segment, True)
    several = _rows_in_one(boxes, held)
    if not several:
        return [tuple.__new__(GridCell, (*box, cell_lines(words))) for box, words in zip(boxes, held, strict=True)]
    cells: list[GridCell] = []
    shift = 0
    for row, starting in groupby(zip(boxes, held, strict=True), key=_row_of):
        printed = several.get(row, [])
        for (_, column, deep, wide), words in starting:
            if printed and deep == 1:
                for place, bounds in enumerate(printed):
                    part = [one for one in words if bounds[0] <= (one.bottom + one.top) / 2 < bounds[1]]
                    cells.append(GridCell(row + shift + place, column, 1, wide, cell_lines(part)))
            else:
                cells.append(GridCell(row + shift, column, deep, wide, cell_lines(words)))
        shift += max(len(printed) - 1, 0)
    return sorted(cells, key=itemgetter(0, 1))


def _row_of(boxed: tuple[_Box, list[Segment]]) -> int:
    return boxed[0][0]


def _rows_in_one(boxes: list[_Box], held: list[list[Segment]]) -> dict[int, list[tuple[float, float]]]:
    """For each row of boxes that holds several rows of print their places, see `_printed_rows`."""
    full: dict[int, list[list[Segment]]] = {}
    for (row, _, deep, _), words in zip(boxes, held, strict=True):
        if deep == 1 and len(words) >= _FEWEST_ROWS:
            full.setdefault(row, []).append(words)
    found: dict[int, list[tuple[float, float]]] = {}
    for row, cells in full.items():
        if len(cells) > 1 and max(sum(is_number(one.text) for one in cell) for cell in cells) >= _FEWEST_ROWS:
            all_cells = [words for box, words in zip(boxes, held, strict=True) if box[0] == row and box[2] == 1]
            found[row] = _printed_rows(all_cells)
    return found


def _printed_rows(cells: list[list[Segment]]) -> list[tuple[float, float]]:
    """Bottom and top of each row of print in a row of boxes that holds many.

    A name that runs over two lines stands beside one figure; rows stand beside a figure each.
    """
    rows = rows_of([one for cell in cells for one in cell])
    middles = [sum(one.bottom + one.top for one in row) / len(row) / 2 for row in rows]
    limits = [float("inf"), *((one + two) / 2 for one, two in pairwise(middles)), float("-inf")]
    return [(low, high) for high, low in pairwise(limits)]


def _is_frame(cells: list[GridCell], width: float) -> bool:
    """Whether it is a box around prose, or columns of a page with a line between them."""
    full = [cell for cell in cells if cell.lines]
    long = [
        cell
        for cell in full
        if len(cell.lines) >= 12 and sum(line.right - line.left for line in cell.lines) > len(cell.lines) * width * 0.15
    ]
    return bool(long) and len(long) * 2 >= len(full)


def _without_bare_rows(cells: list[GridCell]) -> list[GridCell]:
    """The cells without the rows in which nothing is printed."""
    rows = max(cell.row + cell.rows for cell in cells)
    printed = {
        row for cell in cells if cell.lines for row in range(cell.row, cell.row + cell.rows)
    }
    if len(printed) == rows:
        return cells
    place, kept = {}, 0
    for row in range(rows):
        place[row] = kept
        kept += row in printed
    place[rows] = kept
    made = []
    for cell in cells:
        deep = place[cell.row + cell.rows] - place[cell.row]
        if deep:
            made.append(cell._replace(row=place[cell.row], rows=deep))
    return made
