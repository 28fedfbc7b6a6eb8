"""PDF with text: the words of each page in reading order, lines joined into paragraphs again.

Page numbers and running heads are left out; radicals that PDF writers leave behind are folded (⼯ → 工). The file's
bytes stay as they are, and each character is folded to exactly one, so the original is never further than its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.messages import PolicyReviewError
from core.model import Span
from core.model.layout import Layout, Notice, RecognisedLine
from core.model.records import uncollected
from core.readers.pages import opened
from core.readers.printed.columns import columns_of
from core.readers.printed.edges import furniture_of, without
from core.readers.printed.paragraphs import PrintedPage, Written, write
from core.readers.printed.shapes import Page, Segment
from core.readers.reading import Progress, ReadingOptions, Words
from core.readers.sharing import read_pages

#: Pages with fewer characters than this hold a stamp or a page number, not a report.
_FEWEST_ON_A_PAGE = 8
_MOST_PAGES = 20_000
#: The share of the work that reading is where pages are recognised, too.
_READING_SHARE = 0.05
#: The height that a picture is taken to have, in points.
_A4 = 842.0


def pages_text(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    """The text of a PDF with the spans of its pages and tables.

    Pages that are pictures are recognised if the options ask for it; damaged ones are passed over with a notice.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password", "damaged", "scanned" where pages hold pictures and no
            text and recognition was not asked for, or "recognition-missing".
    """
    with uncollected():  # what it makes by the way is gone when the collector is let in again
        made = _read(data, name, options, progress)
    if isinstance(made, Words):
        return made
    pages, damaged, wanted = made
    for number, page in _recognised_pages(data, name, wanted, options, progress):
        pages[number - 1] = page
    return _words(pages, options, damaged=damaged)


def _read(
    data: bytes, name: str, options: ReadingOptions, progress: Progress
) -> Words | tuple[list[Page], list[int], list[int]]:
    """The text, or the pages, the numbers of the damaged ones and of those that are to be recognised."""
    pages, damaged, pictures = _pages(data, name, options, progress)
    characters = sum(len(one.text) for page in pages for one in _all_segments(page))
    scanned = characters < _FEWEST_ON_A_PAGE * (len(pages) - len(damaged))
    if scanned and not options.recognise:
        raise PolicyReviewError("scanned", name=name)
    if options.recognise and (scanned or pictures):
        return pages, damaged, [page.number for page in pages if page.number not in damaged] if scanned else pictures
    return _words(pages, options, damaged=damaged, pictures=pictures)


def pictures_text(data: bytes, name: str, options: ReadingOptions, progress: Progress) -> Words:
    """The text of an image file, each picture in it a page.

    Raises:
        PolicyReviewError: "scanned" unless recognition was asked for, "recognition-missing", or "damaged".
    """
    from core.readers import recognition

    if not options.recognise:
        raise PolicyReviewError("scanned", name=name)
    recognition.require(name)
    pages: list[Page] = []
    for pixels in recognition.pictures(data, name):
        progress(1 - 1 / (len(pages) + 1))
        down, across = pixels.shape[:2]
        pages.append(recognition.recognised(pixels, len(pages) + 1, _A4 * across / max(down, 1), _A4))
    return _words(pages, options)


def _pages(
    data: bytes, name: str, options: ReadingOptions, progress: Progress
) -> tuple[list[Page], list[int], list[int]]:
    """All pages, and the numbers of those that are damaged and of those that are pictures."""
    pages: list[Page] = []
    damaged: list[int] = []
    pictures: list[int] = []
    with opened(data, name, options.password) as document:
        count = len(document)
        if count > _MOST_PAGES:  # a damaged file may claim any number
            raise PolicyReviewError("damaged", name=name, kind="pdf")
        share = _READING_SHARE if options.recognise else 1.0
        for page in read_pages(document, data, options.password, lambda done: progress(done * share)):
            pages.append(page)
            if page.damaged:
                damaged.append(page.number)
            elif page.picture:
                pictures.append(page.number)
    if len(damaged) == count:
        raise PolicyReviewError("damaged", name=name, kind="pdf")
    return pages, damaged, pictures


def _recognised_pages(
    data: bytes, name: str, wanted: Sequence[int], options: ReadingOptions, progress: Progress
) -> Iterator[tuple[int, Page]]:
    """The pages with these numbers as recognition reads them; between two pages it can be called off.

    The document is opened for each page anew, so that others can draw pages meanwhile.
    """
    from core.readers import recognition

    recognition.require(name)
    for done, number in enumerate(wanted):
        progress(_READING_SHARE + (1 - _READING_SHARE) * done / len(wanted))
        with opened(data, name, options.password) as document:
            sheet = document[number - 1]
            try:
                width, height = map(float, sheet.get_size())
                pixels = recognition.page_pixels(sheet)
            finally:
                sheet.close()
        yield number, recognition.recognised(pixels, number, width, height)


def _words(
    pages: Sequence[Page], options: ReadingOptions, damaged: Sequence[int] = (), pictures: Sequence[int] = ()
) -> Words:
    """The pages written out, with what a person should know of them."""
    written = composed(pages, options.put_back)
    guessed = {page.number: page.doubtful for page in pages if page.doubtful is not None}
    notices = []
    if damaged:
        notices.append(Notice("pages-damaged", {"pages": listed(damaged)}))
    if pictures:
        notices.append(Notice("pages-pictures", {"pages": listed(pictures)}))
    if guessed:
        notices.append(Notice("recognised"))
    layout = Layout(
        written.pages,
        written.tables,
        written.left_out,
        tuple(notices),
        recognised=bool(guessed),
        doubtful=_doubtful(written, guessed),
        lines=_lines(written, {page.number: page for page in pages if page.shown}),
    )
    return Words(written.text, "OCR" if guessed else None, layout)


def _doubtful(written: Written, guessed: Mapping[int, set[int]]) -> tuple[Span, ...]:
    """The places in the text of characters that were only guessed; neighbours are one place."""
    if not guessed:
        return ()
    places = sorted(
        offset + place - segment.start
        for offset, page, segment in written.places
        for place in range(segment.start, segment.end)
        if place in guessed.get(page, ())
    )
    spans: list[Span] = []
    for place in places:
        if spans and spans[-1].end == place:
            spans[-1] = Span(spans[-1].start, place + 1)
        elif place < len(written.text):
            spans.append(Span(place, place + 1))
    return tuple(spans)


def _all_segments(page: Page) -> list[Segment]:
    inside = [one for grid in page.grids for cell in grid.cells for line in cell.lines for one in line.segments]
    return [*page.segments, *inside]


def _lines(written: Written, recognised: Mapping[int, Page]) -> tuple[RecognisedLine, ...]:
    """Where the segments of recognised pages stand, in the order of the text."""
    return tuple(
        RecognisedLine(Span(offset, min(offset + len(segment.text), len(written.text))), page, *place)
        for offset, page, segment in sorted(written.places, key=lambda one: one[0])
        if page in recognised and (place := recognised[page].shown.get(segment.start)) is not None
    )


def composed(pages: Sequence[Page], put_back: frozenset[str] = frozenset()) -> Written:
    """The text of pages that were read."""
    around = furniture_of(pages)
    laid = [
        PrintedPage(page.number, columns_of(page, without(page.segments, furniture)), furniture)
        for page, furniture in zip(pages, around, strict=True)
    ]
    return write(laid, put_back)


def listed(numbers: Sequence[int]) -> str:
    """Numbers of pages for a sentence: 3–5, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
