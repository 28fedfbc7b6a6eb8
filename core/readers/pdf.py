"""PDF with text: the words of each page in reading order, lines joined into paragraphs again.

Page numbers and running heads are left out; radicals that PDF writers leave behind are folded (⼯ → 工). The file's
bytes stay as they are, and each character is folded to exactly one, so the original is never further than its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from core.messages import PolicyReviewError
from core.model.layout import Layout, Notice
from core.readers.pages import opened
from core.readers.printed.characters import Characters
from core.readers.printed.columns import columns_of
from core.readers.printed.edges import furniture_of, without
from core.readers.printed.grids import ruled_grids
from core.readers.printed.paragraphs import PrintedPage, Written, write
from core.readers.printed.rules import rules_of
from core.readers.printed.shapes import Page, Segment
from core.readers.reading import Progress, ReadingOptions, Words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: Pages with fewer characters than this hold a stamp or a page number, not a report.
_FEWEST_ON_A_PAGE = 8


def pages_text(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    """The text of a PDF with the spans of its pages and tables.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password", "damaged", or "scanned" where pages hold pictures and
            no text.
    """
    pages: list[Page] = []
    damaged: list[int] = []
    with opened(data, name, options.password) as document:
        count = len(document)
        for number in range(count):
            progress(number / count)
            page = read_page(document, number)
            if page is None:
                damaged.append(number + 1)
                page = Page(number + 1, 0.0, 0.0, [])
            pages.append(page)
    if len(damaged) == count:
        raise PolicyReviewError("damaged", name=name, kind="pdf")
    characters = sum(len(one.text) for page in pages for one in _all_segments(page))
    if characters < _FEWEST_ON_A_PAGE * (count - len(damaged)):
        raise PolicyReviewError("scanned", name=name)
    written = composed(pages, options.put_back)
    notices = _notices(damaged)
    return Words(
        written.text, layout=Layout(written.pages, written.tables, written.left_out, notices)
    )


def _all_segments(page: Page) -> list[Segment]:
    inside = [one for grid in page.grids for cell in grid.cells for line in cell.lines for one in line.segments]
    return [*page.segments, *inside]


def read_page(document: PdfDocument, number: int) -> Page | None:
    """What is printed on a page, the first is 0; None where it is damaged."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        characters = Characters(page)
        try:
            segments = characters.segments()
            made = Page(number + 1, characters.width, characters.height, segments)
            made.vertical, made.turned = _runs_down(segments), characters.turned
            if _may_hold_tables(segments):
                made.grids, made.segments = ruled_grids(rules_of(page, characters), segments, characters.parted)
            return made
        finally:
            characters.close()
    except pypdfium2.PdfiumError:
        return None
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


def composed(pages: Sequence[Page], put_back: frozenset[str] = frozenset()) -> Written:
    """The text of pages that were read."""
    around = furniture_of(pages)
    laid = [
        PrintedPage(page.number, columns_of(page, without(page.segments, furniture)), furniture)
        for page, furniture in zip(pages, around, strict=True)
    ]
    return write(laid, put_back)


def _notices(damaged: Sequence[int]) -> tuple[Notice, ...]:
    notices = []
    if damaged:
        notices.append(Notice("pages-damaged", {"pages": listed(damaged)}))
    return tuple(notices)


def listed(numbers: Sequence[int]) -> str:
    """Numbers of pages for a sentence: 3–5, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
