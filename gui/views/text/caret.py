"""Moving through the text: by character, line, clause, sentence. Offsets are the report's, in code points."""

from __future__ import annotations

from core.model import Span
from core.values import dataclass
from gui.views.text.breaking import attached
from gui.views.text.layout import Page

_CLAUSE_ENDS = frozenset("，、；：。！？…—（）《》〈〉“”‘’「」【】,;:!?()\"\n\r\t\u3000")
_SENTENCE_ENDS = frozenset("。！？；!?")
_AFTER_END = frozenset("”’」』）)\"")


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in the text and where a selection from it began. `goal` is the x that moves up and down keep to."""

    place: int = 0
    anchor: int = 0
    goal: float | None = None

    @property
    def span(self) -> Span | None:
        """The selected words, None if there are none."""
        if self.place == self.anchor:
            return None
        return Span(min(self.place, self.anchor), max(self.place, self.anchor))

    def to(self, place: int, *, keep: bool, goal: float | None = None) -> Caret:
        """The caret elsewhere; with `keep` the selection grows from its anchor."""
        return Caret(place, self.anchor if keep else place, goal)


def step(page: Page, offset: int, by: int) -> int:
    """One character on (`by` 1) or back (-1); combining marks go with their character."""
    index = page.index_of(offset)
    shown = page.row(index).shown
    place = shown.place(offset)
    if by > 0:
        if place >= len(shown.text):
            return page.paragraphs[index + 1].start if index + 1 < len(page.paragraphs) else offset
        place += 1
        while place < len(shown.text) and (attached(shown.text[place]) or shown.text[place - 1] == "\u200d"):
            place += 1
        return shown.offset(place, closing=place == len(shown.text))
    if place <= 0:
        return _end_of(page, index - 1) if index else page.paragraphs[0].start
    place -= 1
    while place > 0 and (attached(shown.text[place]) or shown.text[place - 1] == "\u200d"):
        place -= 1
    return shown.offset(place)


def _end_of(page: Page, index: int) -> int:
    paragraph = page.paragraphs[index]
    # The pieces of a cut paragraph touch: the end of one is the start of the next, which is shown there.
    return page.paragraphs[index + 1].start - 1 if page.paragraphs[index + 1].joined else paragraph.end


def line_edge(page: Page, offset: int, *, last: bool) -> int:
    """The start or the end of the line that holds an offset."""
    index = page.index_of(offset)
    row = page.row(index)
    line = row.lines[row.line_of(row.shown.place(offset))]
    if not last:
        return row.shown.offset(line.start)
    if line.end == len(row.shown.text):
        return row.shown.offset(line.end, closing=True)
    return row.shown.offset(line.end - 1)


def vertical(page: Page, offset: int, lines: int, goal: float | None) -> tuple[int, float]:
    """So many lines down (or up, below 0), as near as can be to `goal`; the new offset and the goal."""
    index = page.index_of(offset)
    row = page.row(index)
    place = row.shown.place(offset)
    line = row.line_of(place)
    x = row.x(line, place) if goal is None else goal
    band = row.band_of(line) + lines
    while band < 0 and index > 0:
        index -= 1
        row = page.row(index)
        band += row.bands
    while band >= row.bands and index + 1 < len(page.paragraphs):
        band -= row.bands
        index += 1
        row = page.row(index)
    if band < 0:
        return page.paragraphs[0].start, x
    if band >= row.bands:
        return page.paragraphs[-1].end, x
    line = row.line_in(band, x)
    found = row.place_at(x, row.line_top(line) + 1)
    if found >= row.lines[line].end and line < len(row.lines) - 1:
        found = row.lines[line].end - 1
    return row.shown.offset(found, closing=found == len(row.shown.text)), x


def word(page: Page, offset: int) -> Span:
    """The run of digits or letters at an offset, else the clause there."""
    start, end = _bounds(page, offset)
    text = page.text
    if not start <= offset < end:
        return Span(offset, offset)
    if text[offset].isascii() and text[offset].isalnum():
        first, last = offset, offset + 1
        while first > start and _of_word(text[first - 1]):
            first -= 1
        while last < end and _of_word(text[last]):
            last += 1
        return Span(first, last)
    return clause(page, offset)


def _of_word(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in ".%-'")


def clause(page: Page, offset: int) -> Span:
    """The words between two marks of punctuation."""
    start, end = _bounds(page, offset)
    text = page.text
    if offset < end and text[offset] in _CLAUSE_ENDS:
        return Span(offset, offset + 1)
    first = last = offset
    while first > start and text[first - 1] not in _CLAUSE_ENDS:
        first -= 1
    while last < end and text[last] not in _CLAUSE_ENDS:
        last += 1
    return Span(first, last)


def sentence(page: Page, offset: int) -> Span:
    """The sentence at an offset with its closing mark."""
    start, end = _bounds(page, offset)
    text = page.text
    first = min(offset, end)
    while first > start and text[first - 1] not in _SENTENCE_ENDS:
        first -= 1
    while first < offset and text[first] in _AFTER_END:
        first += 1
    last = min(max(offset, first), end)
    while last < end and text[last] not in _SENTENCE_ENDS:
        last += 1
    last = min(last + 1, end)
    while last < end and text[last] in _AFTER_END:
        last += 1
    return Span(first, last)


def grown(page: Page, span: Span) -> Span:
    """The span with one clause more at its end, its closing mark included."""
    _, end = _bounds(page, span.start)
    last = span.end
    while last < end and page.text[last] in _CLAUSE_ENDS:
        last += 1
    while last < end and page.text[last] not in _CLAUSE_ENDS:
        last += 1
    return Span(span.start, max(span.end, last))


def shrunk(page: Page, span: Span) -> Span:
    """The span with one clause less at its end; the last clause stays."""
    last = span.end
    while last > span.start and page.text[last - 1] in _CLAUSE_ENDS:
        last -= 1
    while last > span.start and page.text[last - 1] not in _CLAUSE_ENDS:
        last -= 1
    while last > span.start and page.text[last - 1] in _CLAUSE_ENDS:
        last -= 1
    return Span(span.start, last) if last > span.start else span


def _bounds(page: Page, offset: int) -> tuple[int, int]:
    paragraph = page.paragraphs[page.index_of(offset)]
    return paragraph.start, paragraph.end
