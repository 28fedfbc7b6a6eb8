"""PDF with text: the words of each page in reading order, lines joined into paragraphs again.

Page numbers and running heads are left out; radicals that PDF writers leave behind are folded (⼯ → 工).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import resources
from core.messages import PolicyReviewError
from core.model.layout import Layout
from core.readers.pages import opened
from core.readers.paragraphs import Line, Page, paragraphs
from core.readers.reading import Progress, ReadingOptions, Words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_Box = tuple[float, float, float, float]

#: Pages with fewer characters than this hold a stamp or a page number, not a report.
_FEWEST_ON_A_PAGE = 8
#: In sizes of a Han character. A wider gap within a line parts two cells; a narrower one is mere spacing: a stretched
#: line between two Han, the quarter that typesetting puts between Han and Latin.
_CELL_GAP = 1.4
_HAN_GAP = 0.22
_MIXED_GAP = 0.4
_HAN = "\u2000"
_LINE_END = re.compile(r"[\r\n]")
_PIECE = re.compile(r"[^ \t\r\n]+")


def pages_text(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    """The text of a PDF and the span of each page in it.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password", "damaged", or "scanned" where pages hold pictures and
            no text.
    """
    pages = []
    with opened(data, name, options.password) as document:
        for number in range(len(document)):
            progress(number / len(document))
            pages.append(_page(document, number))
    characters = sum(len(line.text) for page in pages for line in page.lines)
    if characters < _FEWEST_ON_A_PAGE * len(pages):
        raise PolicyReviewError("scanned", name=name)
    text, spans = paragraphs(pages)
    return Words(text, layout=Layout(pages=spans))


def _page(document: PdfDocument, number: int) -> Page:
    page = document[number]
    words = page.get_textpage()
    try:
        return Page(tuple(_lines(words)), float(page.get_height()))
    finally:
        words.close()
        page.close()


def _lines(words: PdfTextPage) -> Iterator[Line]:
    """The printed lines of a page; where the library took two for one, they are parted."""
    text = str(words.get_text_range())
    start = 0
    for end in (*(found.start() for found in _LINE_END.finditer(text)), len(text)):
        yield from _printed(words, text, start, end)
        start = end + 1


def _printed(words: PdfTextPage, text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of print in one line of the library, its spaces judged by the gap that they stand for."""
    pieces = [(found.start(), found.end()) for found in _PIECE.finditer(text, start, end)]
    if not pieces:
        return
    first = last = _box(words, pieces[0][0])
    written, before, end = "", "", 0
    for begin, finish in pieces:
        left, piece = _box(words, begin), text[begin:finish]
        if before and not last[1] < (left[1] + left[3]) / 2 < last[3]:
            yield _line(written, first, last)
            written, first = "", left
        elif before:
            gap = (left[0] - last[2]) / _size(last, left)
            written += " " if _spread(before, piece) else _space(words, text, end, begin, gap)
        written += piece
        before, end, last = piece, finish, _box(words, finish - 1)
    yield _line(written, first, last)


def _line(written: str, first: _Box, last: _Box) -> Line:
    return Line(_folded(written), first[0], last[2], min(first[1], last[1]), max(first[3], last[3]))


def _spread(before: str, after: str) -> bool:
    """Whether two single Han are one short word set apart to fill its cell (粮　食)."""
    return len(before) == len(after) == 1 and before > _HAN and after > _HAN


def _size(one: _Box, two: _Box) -> float:
    """The size of a Han character in points: its width where one of the two is Han, else guessed from the height."""
    return max(one[2] - one[0], two[2] - two[0], (one[3] - one[1]) * 0.6, 1.0)


def _space(words: PdfTextPage, text: str, end: int, begin: int, gap: float) -> str:
    """What parts the piece before `end` from that after `begin`: a cell's edge, a space, or nothing, where the library
    made a space up. `gap` is in sizes of a Han character."""
    if gap > _CELL_GAP:
        return "\t"
    limit = (_HAN_GAP, _MIXED_GAP, 0.0)[(text[end - 1] < _HAN) + (text[begin] < _HAN)]
    return "" if gap < limit and begin - end == 1 and _is_generated(words, end) else text[end:begin]


def _box(words: PdfTextPage, position: int) -> _Box:
    """Left, bottom, right, top of the character at a position in the page's text, in points."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    index = pdfium.FPDFText_GetCharIndexFromTextIndex(words, position)
    if index < 0 or not pdfium.FPDFText_GetLooseCharBox(words, index, box):
        return (0.0, 0.0, 0.0, 0.0)
    return (float(box.left), float(box.bottom), float(box.right), float(box.top))


def _is_generated(words: PdfTextPage, position: int) -> bool:
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFText_IsGenerated(words, pdfium.FPDFText_GetCharIndexFromTextIndex(words, position)) == 1)


def _folded(text: str) -> str:
    return text.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    rows = resources.path("lexicon", "radicals.tsv").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {ord(radical): ideograph for radical, ideograph in pairs}
