"""What stands at the head and foot of pages and is no part of the text: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.model.layout import FurnitureKind
from core.readers.printed.rows import line_of, rows_of
from core.readers.printed.shapes import Line, Page, Segment
from core.values import dataclass

_NUMBER = re.compile(
    r"[-—–－─·.~～\s]*(?:第\s*)?(?P<page>\d{1,4})\s*(?:页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－─·.~～\s]*"
    r"|(?:Page|p\.)\s*(?P<english>\d{1,4})(?:\s+of\s+\d{1,4})?|(?P<of>\d{1,4})\s+of\s+\d{1,4}|[ivxlc]{1,7}",
    re.I,
)
_PLAIN = re.compile(r"\d{1,4}|[ivxlc]{1,7}", re.I)
_DIGITS = re.compile(r"\d+")
#: Shares of the page's height in which heads and page numbers stand, and how many lines of them there may be.
_HEAD, _FOOT = 0.88, 0.12
_MOST_LINES = 3
#: Lines on so many pages with the same words in the same place are running heads.
_FEWEST_PAGES = 3
_SAME_HEIGHT = 6.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """One line that stands around the text."""

    kind: FurnitureKind
    line: Line


@dataclass(frozen=True, slots=True)
class _Edge:
    page: int
    line: Line
    upper: bool
    outermost: bool
    height: int

    @property
    def key(self) -> tuple[str, bool, int]:
        return (_DIGITS.sub("0", "".join(self.line.text.split())), self.upper, self.height)


def furniture_of(pages: Sequence[Page]) -> list[list[Furniture]]:
    """For each page the lines around its text, from the top down."""
    edges = [edge for page in pages for edge in _edges_of(page)]
    heads = _running(edges, len(pages))
    numbers = _numbered(edges, pages)
    found: list[list[Furniture]] = [[] for _ in pages]
    for edge in edges:
        if id(edge) in numbers:
            kind: FurnitureKind = "page_number"
        elif id(edge) in heads:
            kind = "header" if edge.upper else "footer"
        else:
            continue
        found[edge.page].append(Furniture(kind, edge.line))
    return found


def without(segments: list[Segment], furniture: Sequence[Furniture]) -> list[Segment]:
    """The segments of a page that are not part of this furniture."""
    if not furniture:
        return segments
    gone = {segment for piece in furniture for segment in piece.line.segments}
    return [segment for segment in segments if segment not in gone]


def _edges_of(page: Page) -> list[_Edge]:
    high, low = page.height * _HEAD, page.height * _FOOT
    head = [one for one in page.segments if one.bottom > high]
    foot = [one for one in page.segments if one.top < low]
    found = []
    for upper, part in ((True, head), (False, foot)):
        rows = rows_of(part)
        if not upper:
            rows.reverse()
        for number, row in enumerate(rows[:_MOST_LINES]):
            line = line_of(row)
            height = round((line.bottom if not upper else page.height - line.top) / _SAME_HEIGHT)
            found.append(_Edge(page.number - 1, line, upper, number == 0, height))
    return sorted(found, key=lambda edge: -edge.line.top)


def _running(edges: Sequence[_Edge], pages: int) -> set[int]:
    """The edges that say the same, but for their numbers, at the same height of pages that follow one another.

    Left and right pages may have heads of their own, and a chapter its head for a few pages.
    """
    places: dict[tuple[str, bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        word, upper, height = edge.key
        if word:
            for near in (height - 1, height, height + 1):
                places[(word, upper, near)].append(edge)
    found: set[int] = set()
    for same in places.values():
        numbers = sorted({edge.page for edge in same})
        few = 2 if pages == 2 else _FEWEST_PAGES
        spread = numbers[-1] - numbers[0] + 1
        if len(numbers) >= few and len(numbers) * 2 >= spread - 1:
            found.update(map(id, same))
    return found


def _numbered(edges: Sequence[_Edge], pages: Sequence[Page]) -> set[int]:
    """The edges that are page numbers: they rise with the pages, or are dressed as page numbers (- 3 -, 第3页)."""
    candidates = [
        (edge, match)
        for edge in edges
        if len(edge.line.text) <= 24 and (match := _NUMBER.fullmatch(edge.line.text.replace("\t", " ").strip()))
    ]
    steps = Counter(
        int(number) - edge.page
        for edge, match in candidates
        if (number := match["page"] or match["english"] or match["of"])
    )
    found: set[int] = set()
    for edge, match in candidates:
        number = match["page"] or match["english"] or match["of"]
        words = edge.line.text.strip()
        dressed = _PLAIN.fullmatch(words) is None
        rises = number is not None and steps[int(number) - edge.page] >= min(2, len(pages))
        roman = number is None and edge.outermost and not edge.upper and len(pages) > 1
        if dressed or (rises and (len(pages) > 1 or edge.outermost)) or roman:
            found.add(id(edge))
    return found
