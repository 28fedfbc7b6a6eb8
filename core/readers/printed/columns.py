"""The order in which a page is read: columns side by side, what stands across them above and below."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from core.readers.printed.aligned import aligned_grids
from core.readers.printed.rows import rows_of
from core.readers.printed.shapes import Column, Grid, Line, Page, Segment
from core.readers.printed.text import units

_Thing = Segment | Grid

#: A column is no narrower than this many Han characters, and has at least so many lines.
_NARROWEST = 6
_FEWEST_LINES = 4
_GUTTER = 0.8
_MOST_SEGMENTS = 3_000
_DEEPEST = 6
_LEFT, _RIGHT, _TOP = attrgetter("left"), attrgetter("right"), attrgetter("top")


def columns_of(page: Page, segments: list[Segment]) -> list[Column]:
    """The columns of a page in the order in which they are read."""
    em = _em(segments)
    if page.vertical:
        return [_column(_upright(segments), em)]
    things: list[_Thing] = [*segments, *page.grids]
    parts = _parts(things, em, 0) if len(things) <= _MOST_SEGMENTS else [rows_of(things)]
    return [_column(part, em) for part in parts]


def _em(segments: Sequence[Segment]) -> float:
    """The size of a Han character of the page's text, in points; 0 without a line long enough to tell."""
    long = [one for one in segments if one.end - one.start >= 10][:40] or [one for one in segments if len(one.text) > 3]
    sizes = [(one.right - one.left) / units(one.text) for one in long]
    return statistics.median(sizes) if sizes else 0.0


_Rows = list[list[_Thing]]


def _parts(things: list[_Thing], em: float, depth: int) -> list[_Rows]:
    rows = rows_of(things)
    if depth >= _DEEPEST or (all(len(row) == 1 for row in rows) and not _overlapping(rows)):
        return [rows]
    band = _band(things, em)
    if band is None:
        return [rows]
    above, left, right, below = band
    made: list[_Rows] = []
    for part in (above, left, right, below):
        if part:
            made += _parts(part, em, depth + 1)
    return made


def _overlapping(rows: _Rows) -> bool:
    """Whether print stands beside other print half a line lower, as in columns that share no grid of lines."""
    firsts = [row[0] for row in rows]
    lapping = [1 for one, two in pairwise(firsts) if one.bottom > two.top - (two.top - two.bottom) / 3]
    return len(lapping) > 2


def _band(things: list[_Thing], em: float) -> tuple[list[_Thing], ...] | None:
    """What stands above, left and right of the first white space down the page that parts columns, and below it."""
    best: tuple[int, tuple[list[_Thing], ...]] | None = None
    edges = _edges(things, em)
    ordered = sorted(things, key=_height)
    for edge in edges:
        further = next((other for other in edges if other > edge + _NARROWEST * em), None)
        for above, inside, below in _between_crossings(ordered, edge, em):
            if best is not None and len(inside) <= best[0]:
                continue
            start = edge - em / 2
            left = [one for one in inside if one.left < start]
            right = [one for one in inside if one.left >= start]
            above, left, right = _without_heading(above, left, right)
            nearest = [one for one in right if further is None or one.left < further - em / 2]
            if _is_column(left, em) and (
                _is_column(right, em) or _is_column(nearest, em) or _is_short_column(nearest, left)
            ):
                size = len(left) + len(right)
                if best is None or size > best[0]:
                    best = size, (above, left, right, below)
    return best[1] if best else None


def _height(thing: _Thing) -> float:
    """A key that sorts from the top of the page down."""
    return -(thing.top + thing.bottom)


def _edges(things: list[_Thing], em: float) -> list[float]:
    """Where lines begin that have other print at their left: each may be the left edge of a column."""
    ordered = [(one.left, one.bottom, one.right, one.top) for one in sorted(things, key=_TOP, reverse=True)]
    gutter = em * _GUTTER / 2
    found: list[float] = []
    for number, (left, bottom, right, top) in enumerate(ordered, 1):
        low = bottom - (top - bottom) / 2
        nearest = left - gutter
        for other_left, _, other_right, other_top in ordered[number : number + 11]:
            if other_top < low:
                break
            if other_right < nearest:
                found.append(left)
            elif right < other_left - gutter:
                found.append(other_left)
    edges: list[float] = []
    count = 0
    for place in sorted(found):
        if edges and place < edges[-1] + em / 2:
            count += 1
            continue
        if edges and count < 2:
            edges.pop()
        edges.append(place)
        count = 1
    if edges and count < 2:
        edges.pop()
    return edges


def _between_crossings(
    ordered: list[_Thing], edge: float, em: float
) -> list[tuple[list[_Thing], list[_Thing], list[_Thing]]]:
    """Stretches of the page in which nothing crosses the place left of `edge`: what is above, in and below each.

    `ordered` is what is printed, from the top down.
    """
    low, high = edge - em / 2, edge - em * 0.3
    crossing = [number for number, one in enumerate(ordered) if one.left < low and one.right > high]
    return [
        (ordered[: before + 1], ordered[before + 1 : after], ordered[after:])
        for before, after in pairwise([-1, *crossing, len(ordered)])
        if after - before > 2 * _FEWEST_LINES
    ]


def _without_heading(
    above: list[_Thing], left: list[_Thing], right: list[_Thing]
) -> tuple[list[_Thing], list[_Thing], list[_Thing]]:
    """A short heading in the middle of the page may stand over one column only: it belongs above all of them."""
    if not left or not right:
        return above, left, right
    start = min(max(map(_TOP, left)), max(map(_TOP, right)))
    moved = [one for one in (*left, *right) if one.bottom > start and isinstance(one, Segment)]
    if not moved:
        return above, left, right
    low, high = min(map(_LEFT, left)), max(map(_RIGHT, right))
    size = statistics.median(one.top - one.bottom for one in (*left, *right))
    moved = [one for one in moved if abs((one.left + one.right) / 2 - (low + high) / 2) < size]
    if not moved:
        return above, left, right
    return [*above, *moved], [one for one in left if one not in moved], [one for one in right if one not in moved]


def _is_column(things: list[_Thing], em: float) -> bool:
    """Whether they are lines of prose that fill a column, and not the cells of a table."""
    words = [one for one in things if isinstance(one, Segment)]
    grids = len(things) - len(words)
    if len(words) < _FEWEST_LINES:
        return grids > 0
    low, high = min(map(_LEFT, things)), max(map(_RIGHT, things))
    if high - low < _NARROWEST * em:
        return False
    ends = sorted(map(_RIGHT, words), reverse=True)
    least = 0.6 * (ends[min(len(ends) - 1, 1 + len(ends) // 10)] - low)
    long = len([1 for one in words if one.right - one.left > least])
    return long * 2 >= len(words) and statistics.median([len(one.text) for one in words]) >= _NARROWEST


def _is_short_column(things: list[_Thing], left: list[_Thing]) -> bool:
    """Whether a few lines are the last ones of a text, as wide as the column before them."""
    width = max(one.right for one in left) - min(one.left for one in left)
    return (
        0 < len(things) < _FEWEST_LINES <= len(left) // 2
        and all(isinstance(one, Segment) for one in things)
        and any(0.85 * width <= one.right - one.left <= 1.15 * width for one in things)
    )


def _column(rows: _Rows, em: float) -> Column:
    """Rows as lines and tables, with the margins of the lines."""
    items: list[Line | Grid] = []
    waiting: list[list[Segment]] = []

    def lay() -> None:
        items.extend(aligned_grids(waiting, em))
        waiting.clear()

    for row in rows:
        words = [one for one in row if isinstance(one, Segment)]
        if words:
            waiting.append(words)
        if len(words) < len(row):
            lay()
            items += [one for one in row if not isinstance(one, Segment)]
    lay()
    lines = [item for item in items if isinstance(item, Line) and "\t" not in item.text]
    long = [line for line in lines if len(line.text) >= 8]
    if len(long) < 2:
        return Column(items)  # one line alone does not show the margins
    own = statistics.median((line.right - line.left) / line.units for line in long[:: len(long) // 15 + 1])
    steps = (one.top + one.bottom - two.top - two.bottom for one, two in pairwise(long))
    leading = statistics.median([step for step in steps if 0 < step < 8 * own] or [0.0]) / 2
    return Column(items, _left(long, own), _right(long, own), own, leading)


def _left(lines: list[Line], em: float) -> float:
    """Where lines begin; a heading or table that juts out to the left does not move it."""
    lefts: list[float] = sorted(map(_LEFT, lines))
    enough = max(2, len(lefts) * 0.1)
    for left in lefts:
        if bisect_right(lefts, left + em / 2) - bisect_left(lefts, left) >= enough:
            return left
    return lefts[0]


def _right(lines: list[Line], em: float) -> float:
    """The right margin that many lines reach; a heading across columns does not move it."""
    rights: list[float] = sorted(map(_RIGHT, lines))
    enough = max(2, len(rights) * 0.15)
    for right in reversed(rights):
        if bisect_right(rights, right) - bisect_left(rights, right - 1.2 * em) >= enough:
            return right
    return rights[-1]


def _upright(segments: list[Segment]) -> _Rows:
    """Lines that run down the page, from the right one to the left one."""
    return [[one] for one in sorted(segments, key=lambda one: (-round(one.right), -one.top))]
