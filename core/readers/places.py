"""From the text to the page and back: where a span is printed, and what is printed at a point.

A page is read again and its characters are laid along the words that the report holds of it, so that places are
found also for a report that an earlier version of the program read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import Span
from core.model.layout import Layout
from core.readers.pages import opened
from core.readers.printed.characters import Box, Characters
from core.readers.printed.columns import columns_of
from core.readers.printed.page import page_of, read_page
from core.readers.printed.paragraphs import PrintedPage, write
from core.readers.printed.shapes import Segment
from core.readers.printed.text import SOFT_HYPHENS, folded
from core.readers.recognised import PageBox, recognised_boxes, recognised_offset

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def span_boxes(
    data: bytes, name: str, text: str, layout: Layout, span: Span, password: str | None = None
) -> tuple[PageBox, ...]:
    """Where a span of the report's text stands in its file: one box for each printed line, in reading order.

    `text` and `layout` are the report's own. Recognised words stand where the recognition saw them; words that are not
    on the page (a page that is damaged) have no box.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password" or "damaged".
    """
    boxes = list(recognised_boxes(layout.lines, text, span))
    if not is_pdf(data) or _all_recognised(layout, span):
        return tuple(boxes)
    pages, known = layout.pages, {line.page for line in layout.lines}
    with opened(data, name, password) as document:
        for number, page in enumerate(pages[: len(document)]):
            part = Span(max(span.start, page.start), min(span.end, page.end))
            if part.start < part.end and number + 1 not in known:
                boxes += _boxes(document, number, text, page, part)
    return tuple(sorted(boxes, key=lambda box: box.page))


def offset_at(
    data: bytes,
    name: str,
    text: str,
    layout: Layout,
    page: int,
    x: float,
    y: float,
    password: str | None = None,
) -> int | None:
    """The place in the report's text of what is printed at a point of a page (from 1), None where nothing is.

    `x` and `y` are shares of the page's width and height, from its upper left corner.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password" or "damaged".
    """
    if any(line.page == page for line in layout.lines) or not is_pdf(data):
        return recognised_offset(layout.lines, text, page, x, y)
    pages = layout.pages
    with opened(data, name, password) as document:
        if not 1 <= page <= min(len(document), len(pages)):
            return None
        placed = _placed(document, page - 1, text, pages[page - 1])
        if placed is None:
            return None
        across, up = x * placed.width, (1 - y) * placed.height
        best: tuple[float, int] | None = None
        for offset, (left, bottom, right, top) in placed.characters:
            apart = max(left - across, across - right, 0.0) + 2 * max(bottom - up, up - top, 0.0)
            if best is None or apart < best[0]:
                best = apart, offset
        near = placed.height * 0.02
        return best[1] if best is not None and best[0] <= near else None


def is_pdf(data: bytes) -> bool:
    """Whether a file's pages hold words that can be found again."""
    return b"%PDF-" in data[:1024]


def _all_recognised(layout: Layout, span: Span) -> bool:
    known = {line.page for line in layout.lines}
    first, last = layout.page_of(span.start), layout.page_of(max(span.end - 1, span.start))
    return bool(known) and first is not None and last is not None and known.issuperset(range(first, last + 1))


@dataclass(slots=True)
class _PlacedPage:
    width: float
    height: float
    down: bool
    characters: list[tuple[int, Box]]


def _boxes(document: PdfDocument, number: int, text: str, page: Span, part: Span) -> Iterator[PageBox]:
    placed = _placed(document, number, text, page)
    if placed is None:
        return
    held: Box | None = None
    for offset, box in placed.characters:
        if not part.start <= offset < part.end:
            continue
        if held is not None and not (_same_line(held, box) or (placed.down and _same_file(held, box))):
            yield _share(held, number + 1, placed)
            held = None
        held = box if held is None else _around(held, box)
    if held is not None:
        yield _share(held, number + 1, placed)


def _same_line(held: Box, box: Box) -> bool:
    height = min(held[3] - held[1], box[3] - box[1])
    shared = min(held[3], box[3]) - max(held[1], box[1])
    wide = 3 * max(height, box[2] - box[0])
    return shared > 0.4 * height and -height < box[0] - held[2] < wide


def _same_file(held: Box, box: Box) -> bool:
    """Whether a character goes on with a line that runs down or up the page."""
    width = min(held[2] - held[0], box[2] - box[0])
    shared = min(held[2], box[2]) - max(held[0], box[0])
    apart = max(held[1] - box[3], box[1] - held[3])
    return shared > 0.4 * width and apart < 3 * max(width, box[3] - box[1])


def _around(one: Box, two: Box) -> Box:
    return (min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]))


def _share(box: Box, page: int, placed: _PlacedPage) -> PageBox:
    width, height = max(placed.width, 1.0), max(placed.height, 1.0)

    def within(value: float) -> float:
        return min(max(value, 0.0), 1.0)

    return PageBox(
        page, within(box[0] / width), within(1 - box[3] / height), within(box[2] / width), within(1 - box[1] / height)
    )


def _placed(document: PdfDocument, number: int, text: str, span: Span) -> _PlacedPage | None:
    """The printed characters of a page that are in the text, by their offsets, in the order of the text."""
    page = read_page(document, number)
    if page.damaged:
        return None
    written = write([PrintedPage(page.number, columns_of(page, page.segments))])
    sheet = page_of(document, number)
    try:
        characters = Characters(sheet)
        try:
            runs = [_printed(characters.text, segment) for _, _, segment in written.places]
            words = [(sign, offset) for offset, sign in enumerate(text[span.start : span.end]) if not sign.isspace()]
            pairs = _laid(runs, "".join(sign for sign, _ in words))
            boxes = [characters.box(position) for _, position in pairs]
            down = page.vertical or page.turned
            if not down:
                boxes = _level(boxes, [position for _, position in pairs], characters)
            made = [(span.start + words[place][1], box) for (place, _), box in zip(pairs, boxes, strict=True)]
            return _PlacedPage(characters.width, characters.height, down, made)
        finally:
            characters.close()
    finally:
        sheet.close()


def _level(boxes: list[Box], positions: list[int], characters: Characters) -> list[Box]:
    """Boxes no higher than most: some fonts claim two lines for a digit, and a mark would lie on the neighbours."""
    heights = sorted(box[3] - box[1] for box in boxes)
    usual = heights[len(heights) // 2] if heights else 0.0
    made = []
    for box, position in zip(boxes, positions, strict=True):
        if box[3] - box[1] > 1.3 * usual:
            foot = characters.ink(position)[1] - 0.15 * usual  # a digit's ink stands on the line
            box = (box[0], foot, box[2], foot + usual)
        made.append(box)
    return made


_Run = list[tuple[str, int]]


def _printed(text: str, segment: Segment) -> _Run:
    """The characters of a segment as the text has them, and their positions on the page."""
    return [
        (folded(text[position]), position)
        for position in range(segment.start, min(segment.end, len(text)))
        if not text[position].isspace() and text[position] not in SOFT_HYPHENS
    ]


def _laid(runs: list[_Run], words: str) -> list[tuple[int, int]]:
    """Pairs of a place in the page's words and a position on the page, in the order of the words.

    Runs come in the order of reading. Those that the text leaves out (page numbers) match nowhere; those that it has
    elsewhere (notes before the paragraph that they interrupt) are looked for in what is still free.
    """
    pairs: dict[int, int] = {}

    def take(run: _Run, place: int) -> None:
        for step, (_, position) in enumerate(run):
            pairs[place + step] = position

    cursor = 0
    later: list[_Run] = []
    for run in runs:
        signs = "".join(sign for sign, _ in run)
        if not signs:
            continue
        if words.startswith("-" + signs, cursor) and not signs.startswith("-"):
            cursor += 1  # a hyphen at the end of a line, which the page's characters do not have
        place = cursor if words.startswith(signs, cursor) else words.find(signs, cursor) if len(signs) >= 6 else -1
        if place < 0:
            later.append(run)
            continue
        take(run, place)
        cursor = place + len(signs)
    for run in later:
        signs = "".join(sign for sign, _ in run)
        place = words.find(signs)
        while place >= 0 and any(place + step in pairs for step in range(len(signs))):
            place = words.find(signs, place + 1)
        if place >= 0:
            take(run, place)
    return sorted(pairs.items())
