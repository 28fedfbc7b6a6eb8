"""One page of a PDF as it is printed: its segments and the tables that lines make of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from core.readers.printed.characters import Characters
from core.readers.printed.grids import ruled_grids
from core.readers.printed.rules import rules_of
from core.readers.printed.shapes import Page, Segment

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage


#: Of a page with more notes and fields than this, no field is looked for behind them.
_MOST_FIELDS = 500


def page_of(document: PdfDocument, number: int) -> PdfPage:
    """An open page, the first is 0, with what was filled into the fields of a form as part of its print.

    PDFium keeps the fields apart: they would be missing from the words and from the picture of the page.
    """
    import pypdfium2.raw as pdfium

    page = document[number]
    count = int(pdfium.FPDFPage_GetAnnotCount(page.raw))
    if not any(_is_field(page, place) for place in range(min(count, _MOST_FIELDS))):
        return page
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return document[number]


def _is_field(page: PdfPage, place: int) -> bool:
    import pypdfium2.raw as pdfium

    note = pdfium.FPDFPage_GetAnnot(page.raw, place)
    if not note:
        return False
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return bool(kind == pdfium.FPDF_ANNOT_WIDGET)


def read_page(document: PdfDocument, number: int) -> Page:
    """What is printed on a page, the first is 0; it may be `damaged`, or bear only a `picture`."""
    import pypdfium2

    try:
        page = page_of(document, number)
    except pypdfium2.PdfiumError:
        return Page(number + 1, 0.0, 0.0, [], damaged=True)
    try:
        characters = Characters(page)
        try:
            segments = characters.segments()
            made = Page(number + 1, characters.width, characters.height, segments)
            made.vertical, made.turned = _runs_down(segments), characters.turned
            if _may_hold_tables(segments):
                made.grids, made.segments = ruled_grids(rules_of(page, characters), segments, characters.parted)
            if not segments:
                made.picture = _is_picture(page)
            return made
        finally:
            characters.close()
    except pypdfium2.PdfiumError:
        return Page(number + 1, 0.0, 0.0, [], damaged=True)
    finally:
        page.close()


def _runs_down(segments: Sequence[Segment]) -> bool:
    """Whether lines run down the page: most print is much taller than wide."""
    long = [one for one in segments if len(one.text) > 3]
    return len(long) > 1 and sum(one.top - one.bottom > 2 * (one.right - one.left) for one in long) * 2 > len(long)


def _may_hold_tables(segments: Sequence[Segment]) -> bool:
    """Whether segments stand beside one another; a page of plain prose is not searched for lines."""
    beside = 0
    for one, two in pairwise(segments):
        if one[2] < (two[2] + two[4]) / 2 < one[4] and two[1] > one[3]:
            beside += 1
            if beside > 1:
                return True
    return False


def _is_picture(page: PdfPage) -> bool:
    """Whether an image stands on a page."""
    import pypdfium2

    return any(thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects(max_depth=3))
