"""The straight lines drawn on a page: what holds its tables together."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from core.readers.printed.calls import Floats, address_of, form_object, object_bounds, object_type, page_object
from core.readers.printed.characters import Characters
from core.readers.printed.shapes import Rule

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: A line is drawn no thicker than this, in points; a shorter one than `_SHORTEST` is part of a letter or an arrow.
_THICK = 4.0
_SHORTEST = 6.0
#: Less than what lines of a table may be apart and still meet.
_TOUCHING = 1.0
_MOST_OBJECTS = 20_000
_MOST_POINTS = 2_000
_DEEPEST = 4
#: Left, bottom, right, top.
_Place = tuple[float, float, float, float]


def rules_of(page: PdfPage, characters: Characters) -> list[Rule]:
    """The lines across and down a page, also those that are drawn as thin or as open rectangles."""
    import pypdfium2.raw as pdfium

    paths = _paths(page_object, address_of(page.raw), int(pdfium.FPDFPage_CountObjects(page.raw)), 0)
    places = list(_bounds(paths)) if paths else []
    thick = [number for number, (west, south, east, north) in enumerate(places)
             if east - west > _THICK and north - south > _THICK]
    for number in thick:
        places += _edges(paths[number], places[number])
    return _straight(places if characters.upright else map(characters.shown, places))


def _straight(places: Iterable[_Place]) -> list[Rule]:
    """The lines across and down that the places make; what is drawn cell by cell, or twice, is one line."""
    across: dict[float, list[tuple[float, float]]] = defaultdict(list)
    down: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for left, bottom, right, top in places:
        if right - left <= _THICK and top - bottom >= _SHORTEST:
            down[(left + right) / 2].append((bottom, top))
        elif top - bottom <= _THICK and right - left >= _SHORTEST:
            across[(bottom + top) / 2].append((left, right))
    upright = [Rule(x, low, x, high) for x, pieces in down.items() for low, high in _joined(pieces)]
    return upright + [Rule(low, y, high, y) for y, pieces in across.items() for low, high in _joined(pieces)]


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Pieces of one straight line, those that touch or overlap as one."""
    made: list[tuple[float, float]] = []
    pieces.sort()
    low, high = pieces[0]
    for begin, end in pieces:
        if begin > high + _TOUCHING:
            made.append((low, high))
            low, high = begin, end
        elif end > high:
            high = end
    made.append((low, high))
    return made


def _bounds(things: list[int]) -> Iterator[_Place]:
    """The place of each object; that of one without bounds is a point, and passed over.

    All are asked for in one go without a loop of ours: a page of tables has hundreds.
    """
    floats = Floats(len(things))
    for _ in map(object_bounds, things, *floats.addresses()):
        pass
    places = floats.read()
    return zip(places[::4], places[1::4], places[2::4], places[3::4], strict=True)


def _paths(get: Callable[[int, int], int], owner: int, count: int, depth: int) -> list[int]:
    """The addresses of the paths among the objects of a page or of a form on it."""
    import pypdfium2.raw as pdfium

    path, form = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
    things = list(map(get, repeat(owner), range(min(count, _MOST_OBJECTS))))
    kinds = list(map(object_type, things))  # most objects are words, and there are thousands of them
    found = [thing for thing, kind in zip(things, kinds, strict=True) if kind == path]
    if depth < _DEEPEST and form in kinds:
        for thing, kind in zip(things, kinds, strict=True):
            if kind == form and len(found) < _MOST_OBJECTS:
                inside = int(pdfium.FPDFFormObj_CountObjects(_handle(thing)))
                found += _paths(form_object, thing, inside, depth + 1)
    return found


def _handle(thing: int) -> object:
    import pypdfium2.raw as pdfium

    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def _edges(address: int, bounds: _Place) -> list[_Place]:
    """The upright and level strokes of a larger path, by its points."""
    import pypdfium2.raw as pdfium

    thing = _handle(address)
    count = int(pdfium.FPDFPath_CountSegments(thing))
    matrix = pdfium.FS_MATRIX()
    if count < 2 or count > _MOST_POINTS or not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return []
    across, up = ctypes.c_float(), ctypes.c_float()
    strokes: list[_Place] = []
    here = begun = (0.0, 0.0)
    for number in range(count):
        part = pdfium.FPDFPath_GetPathSegment(thing, number)
        if not pdfium.FPDFPathSegment_GetPoint(part, across, up):
            continue
        point = (
            matrix.a * across.value + matrix.c * up.value + matrix.e,
            matrix.b * across.value + matrix.d * up.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            strokes.append((*here, *point))
        here = point
        if pdfium.FPDFPathSegment_GetClose(part):
            strokes.append((*here, *begun))
    slack = _THICK
    return [
        (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
        for x, y, to_x, to_y in strokes
        if (abs(x - to_x) < 0.5 or abs(y - to_y) < 0.5)
        and bounds[0] - slack <= x <= bounds[2] + slack
        and bounds[1] - slack <= y <= bounds[3] + slack
    ]
