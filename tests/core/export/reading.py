"""Reading a PDF back, as a reader's search would."""

from __future__ import annotations

import ctypes
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def pages(path: Path) -> list[str]:
    """The text of each page."""
    with closing(pdfium.PdfDocument(path)) as document:
        return [_text(document, index) for index in range(len(document))]


def _text(document: pdfium.PdfDocument, index: int) -> str:
    with closing(document[index]) as page, closing(page.get_textpage()) as text:
        return str(text.get_text_bounded())


def flat(words: str) -> str:
    """Without blanks and line ends, as a search over lines compares."""
    return "".join(words.split()).replace("\ufffe", "")


def bookmarks(path: Path) -> list[tuple[int, str]]:
    """Level and title of each bookmark."""
    with closing(pdfium.PdfDocument(path)) as document:
        return [(mark.level, str(mark.get_title())) for mark in document.get_toc(max_depth=8)]


def kinds(path: Path) -> set[int]:
    """The kinds of objects on all pages, forms opened."""
    with closing(pdfium.PdfDocument(path)) as document:
        found: set[int] = set()
        for index in range(len(document)):
            with closing(document[index]) as page:
                found.update(item.type for item in page.get_objects(max_depth=8))
        return found


IMAGE = raw.FPDF_PAGEOBJ_IMAGE


def links(path: Path) -> list[tuple[int, int]]:
    """From page, to page (both from 0) of each link inside the document."""
    found: list[tuple[int, int]] = []
    with closing(pdfium.PdfDocument(path)) as document:
        for index in range(len(document)):
            with closing(document[index]) as page:
                place, link = ctypes.c_int(0), raw.FPDF_LINK()
                while raw.FPDFLink_Enumerate(page.raw, place, link):
                    target = raw.FPDFLink_GetDest(document.raw, link)
                    if target:
                        found.append((index, raw.FPDFDest_GetDestPageIndex(document.raw, target)))
    return found
