"""The straight lines drawn on a page: what holds its tables together."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
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
_MOST_OBJECTS = 20_000
_MOST_POINTS = 2_000
_DEEPEST = 4


def rules_of(page: PdfPage, characters: Characters) -> list[Rule]:
    """The lines across and down a page, also those that are drawn as thin or as open rectangles."""
    import pypdfium2.raw as pdfium

    found: dict[tuple[int, int, int, int], Rule] = {}
    floats = Floats()
    places = floats.addresses()
    read, shown = floats.read, characters.shown
    for thing in _paths(page_object, address_of(page.raw), int(pdfium.FPDFPage_CountObjects(page.raw)), 0):
        if not object_bounds(thing, *places):
            continue
        west, south, east, north = read()
        bounds = (west, south, east, north)
        if east - west <= _THICK or north - south <= _THICK:
            _keep(shown(bounds), found)
        else:
            for place in _edges(thing, bounds):
                _keep(shown(place), found)
    return list(found.values())


def _paths(get: Callable[[int, int], int], owner: int, count: int, depth: int) -> list[int]:
    """The addresses of the paths among the objects of a page or of a form on it."""
    import pypdfium2.raw as pdfium

    path, form, text = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_TEXT
    everything = map(get, repeat(owner), range(min(count, _MOST_OBJECTS)))
    # most objects are words; this loop goes over thousands of them
    things = [(which, thing) for thing in everything if (which := object_type(thing)) != text]
    found = [thing for which, thing in things if which == path]
    if depth < _DEEPEST:
        for which, thing in things:
            if which == form and len(found) < _MOST_OBJECTS:
                inside = int(pdfium.FPDFFormObj_CountObjects(_handle(thing)))
                found += _paths(form_object, thing, inside, depth + 1)
    return found


def _handle(thing: int) -> object:
    import pypdfium2.raw as pdfium

    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def _keep(place: tuple[float, float, float, float], found: dict[tuple[int, int, int, int], Rule]) -> None:
    left, bottom, right, top = place
    if left > right:
        left, right = right, left
    if bottom > top:
        bottom, top = top, bottom
    if right - left <= _THICK and top - bottom >= _SHORTEST:
        left = right = (left + right) / 2
    elif top - bottom <= _THICK and right - left >= _SHORTEST:
        bottom = top = (bottom + top) / 2
    else:
        return
    found[(round(left), round(bottom), round(right), round(top))] = Rule(left, bottom, right, top)


def _edges(address: int, bounds: tuple[float, float, float, float]) -> list[tuple[float, float, float, float]]:
    """The upright and level strokes of a larger path, by its points."""
    import pypdfium2.raw as pdfium

    thing = _handle(address)
    count = int(pdfium.FPDFPath_CountSegments(thing))
    matrix = pdfium.FS_MATRIX()
    if count < 2 or count > _MOST_POINTS or not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    strokes: list[tuple[float, float, float, float]] = []
    here = begun = (0.0, 0.0)
    for number in range(count):
        part = pdfium.FPDFPath_GetPathSegment(thing, number)
        if not pdfium.FPDFPathSegment_GetPoint(part, x, y):
            continue
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
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
        stroke
        for stroke in strokes
        if (abs(stroke[0] - stroke[2]) < 0.5 or abs(stroke[1] - stroke[3]) < 0.5)
        and bounds[0] - slack <= stroke[0] <= bounds[2] + slack
        and bounds[1] - slack <= stroke[1] <= bounds[3] + slack
    ]
