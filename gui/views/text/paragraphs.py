"""A report's text cut into the paragraphs that the pane sets, without changing one offset of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

from core.model import Report, Section, Span
from core.model.layout import Table
from core.text import emphasis
from gui.views.text.tables import Group, Tables, groups

Style = Literal["title", "byline", "heading", "body", "table", "caption", "grid", "noise"]

#: A paragraph longer than this is set in pieces, so that one giant line of a PDF costs no more than a page.
LONGEST = 4000
#: A byline is a short line between the title and the first heading.
BYLINE = 60

_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Some files carry their line ends as the four printed characters \r\n; looking for them takes four times as long.
_PRINTED_END = re.compile(rf"\\r\\n|{_LINE_END.pattern}")
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"
_BLANK = re.compile(rf"[\s{_INVISIBLE}]*")
_TABLE_ROW = re.compile(r"\t|\|[^|\n]*\|")
_CLOSE = ("table", "noise", "grid")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")


class Paragraph(NamedTuple):
    """One paragraph of the page, or one piece of a very long one.

    `start` and `end` are offsets into the report's text, without outer white space. `depth` is that of a heading,
    0 otherwise. `number` counts body paragraphs from 1; 0 where none is shown. `lead` is the end of a heading that
    opens a body paragraph in the same line, else `start`. `joined` is True for a later piece of a cut paragraph,
    `apart` where closely set rows (a table, noise) have ended. A "grid" is the `group` of rows of the `table`.
    """

    start: int
    end: int
    style: Style
    depth: int
    number: int
    lead: int
    joined: bool
    apart: bool = False
    table: Table | None = None
    group: Group | None = None


class Shown:
    """The words of one paragraph as they are set: line breaks of the page layout taken out, places kept.

    `text` is what is drawn. Every drawn character knows its offset in the report, and the other way round.
    """

    __slots__ = ("_pieces", "_places", "_sources", "cuts", "text")

    def __init__(self, text: str, paragraph: Paragraph, skipped: Iterable[Span]) -> None:
        self._pieces: list[tuple[int, int, int]] = []
        self.cuts: list[int] = []
        parts: list[str] = []
        drawn, place = 0, paragraph.start
        for gap in skipped:
            start, end = max(gap.start, place), min(gap.end, paragraph.end)
            if start >= end:
                continue
            if start > place:
                self._pieces.append((drawn, place, start - place))
                parts.append(text[place:start])
                drawn += start - place
            place = end
            if text[start] == "*":  # a mark of emphasis: nothing was broken there
                continue
            self.cuts.append(drawn)
            if paragraph.style == "title" or (paragraph.style != "grid" and _wants_space(text, start, end)):
                self._pieces.append((drawn, start, 1))
                parts.append(" ")
                drawn += 1
        self._pieces.append((drawn, place, max(0, paragraph.end - place)))
        parts.append(text[place : paragraph.end])
        self.text = _CONTROL.sub(" ", "".join(parts))
        self._places = [piece[0] for piece in self._pieces]
        self._sources = [piece[1] for piece in self._pieces]

    def place(self, offset: int) -> int:
        """Where an offset of the report stands in `text`; the nearest place for one that is not drawn."""
        if len(self._pieces) == 1:
            return min(max(0, offset - self._sources[0]), len(self.text))
        number = max(0, bisect_right(self._sources, offset) - 1)
        drawn, source, length = self._pieces[number]
        return drawn + min(max(0, offset - source), length)

    def offset(self, place: int, *, closing: bool = False) -> int:
        """The report's offset of a place in `text`. A `closing` place ends a span: it stays before a skipped break."""
        number = (bisect_left if closing else bisect_right)(self._places, place) - 1
        drawn, source, length = self._pieces[max(0, number)]
        return source + min(place - drawn, length)


def cut(report: Report) -> list[Paragraph]:
    """The paragraphs of a report in reading order. Empty lines make none."""
    headings = sorted(report.sections, key=lambda section: section.heading.start)
    noise = sorted(report.noise)
    number = quiet = 0
    result: list[Paragraph] = []
    following = 0
    before_heading = headings[0].heading.start if headings else len(report.text)
    tables = Tables(report.layout.tables, report.text)
    ahead = tables.after(0)
    tabled = bool(tables.sound)
    lines = _lines(report, headings)
    for start, end in chain(lines, ((len(report.text), len(report.text)),)) if tabled else lines:
        if tabled:
            while ahead is not None and ahead.span.start <= start:
                result.extend(_grids(ahead, result))
                ahead = tables.after(ahead.span.end)
            start, end = _beside_tables(tables, ahead, start, end)
            if start >= end:
                continue
        while following < len(headings) and headings[following].heading.end <= start:
            following += 1
        section = headings[following] if following < len(headings) else None
        style, depth, lead, place = _style(report, start, end, section, before_heading)
        if style == "heading" and section is not None:
            start, end = _bare_heading(report.text, start, end, section.title)
            lead = start
        if style == "title" and report.title_span and not report.text[start : report.title_span.start].strip("#*> "):
            start = max(start, report.title_span.start)  # the sign of a heading in markdown is not drawn
        while quiet < len(noise) and noise[quiet].end <= start:
            quiet += 1
        if style != "heading" and quiet < len(noise) and noise[quiet].start <= start and end <= noise[quiet].end:
            style = "noise"
        elif tabled and style in ("body", "byline") and tables.captions(start, end):
            style = "caption"
        elif style == "body" and _TABLE_ROW.search(report.text, start, end):
            style = "table"
        if style == "byline":
            while start < end - 1 and not report.text[start].isalnum():
                start += 1
        number += style == "body"
        for piece, (first, last) in enumerate(_pieces(report.text, start, end)):
            shown = number if style == "body" and not piece else 0
            opened = max(first, lead if piece else place)
            apart = bool(result) and result[-1].style in _CLOSE and style != result[-1].style
            result.append(Paragraph(first, last, style, depth, shown, opened, piece > 0, apart))
    return result


def _grids(table: Table, before: list[Paragraph]) -> Iterator[Paragraph]:
    """A paragraph for each row of a table, or for the rows that a cell joins."""
    apart = bool(before) and before[-1].style == "noise"
    for group in groups(table):
        worded = [cell.span for cell in group.cells if cell.span.end > cell.span.start]
        yield Paragraph(
            worded[0].start, worded[-1].end, "grid", 0, 0, worded[0].start, False, apart, table, group
        )
        apart = False


def _beside_tables(tables: Tables, ahead: Table | None, start: int, end: int) -> tuple[int, int]:
    """What of a line stands outside of tables; empty where nothing does."""
    inside = tables.at(start)
    if inside is not None:
        start = min(end, inside.span.end)
    if ahead is not None and start < ahead.span.start < end:
        end = ahead.span.start
    return start, end


def skipped(report: Report) -> list[Span]:
    """What is not drawn inside a paragraph: breaks inside sentences, title and headings, and marks of emphasis."""
    breaks = _merged(report, [section.heading for section in report.sections])
    marks = list(emphasis(report.text))
    return sorted([*breaks, *marks]) if marks else breaks


def _line_end(text: str) -> re.Pattern[str]:
    return _PRINTED_END if "\\r\\n" in text else _LINE_END


def _merged(report: Report, headings: Iterable[Span]) -> list[Span]:
    spans = list(report.breaks)
    line_end = _line_end(report.text)
    for outer in (*((report.title_span,) if report.title_span else ()), *headings):
        for found in line_end.finditer(report.text, outer.start, outer.end):
            blank = _BLANK.match(report.text, found.end())
            spans.append(Span(found.start(), min(outer.end, blank.end() if blank else found.end())))
    spans.sort()
    result: list[Span] = []
    for span in spans:
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return result


def _lines(report: Report, headings: list[Section]) -> Iterator[tuple[int, int]]:
    """Printed paragraphs: from one line end to the next, but for those that only the page layout put there."""
    text = report.text
    soft = _merged(report, [section.heading for section in headings])
    upcoming, start = 0, 0
    for found in _line_end(text).finditer(text):
        place = found.start()
        while upcoming < len(soft) and soft[upcoming].end <= place:
            upcoming += 1
        if upcoming < len(soft) and soft[upcoming].start <= place:
            continue
        if place > start:
            yield from _trimmed(text, start, place)
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    blank = _BLANK.match(text, start, end)
    first = blank.end() if blank else start
    line = text[first:end].rstrip()
    last = first + len(line.rstrip(_INVISIBLE).rstrip())
    if first < last:
        yield first, last


def _style(
    report: Report, start: int, end: int, section: Section | None, before_heading: int
) -> tuple[Style, int, int, int]:
    title = report.title_span
    if title and start < title.end and title.start < end:
        return "title", 0, start, start
    if section is not None and section.heading.start <= end and start <= section.heading.start < end:
        if section.heading.end >= end - 1:
            return "heading", section.depth, start, start
        return "body", 0, start, section.heading.end if section.heading.start == start else start
    if title and title.end <= start < before_heading and end - start <= BYLINE and start - title.end < 4 * BYLINE:
        ends_sentence = unicodedata.category(report.text[end - 1]) == "Po"
        if not ends_sentence:
            return "byline", 0, start, start
    return "body", 0, start, start


def _bare_heading(text: str, start: int, end: int, title: str) -> tuple[int, int]:
    """Signs round a heading (◆ …, … ——) are not drawn where the section's title goes without them."""
    place = text.find(title, start, end) if title else -1
    if place < 0:
        return start, end
    left, right = text[start:place], text[place + len(title) : end]
    bare = not any(sign.isalnum() for sign in left + right)
    return (place, place + len(title)) if bare else (start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        last = text.rfind("。", start + LONGEST * 3 // 4, start + LONGEST) + 1 or start + LONGEST
        # PySide drops a BOM at the start of a string, and every place after it would be wrong by one.
        while unicodedata.combining(text[last]) or text[last] in "\ufe0f\u200d\ufeff":
            last -= 1
        yield start, last
        start = last
    yield start, end


def _wants_space(text: str, start: int, end: int) -> bool:
    """Whether words on both sides of a break would run together: those of a script that parts words by spaces."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before and after) and _spaced(before) and _spaced(after)


def _spaced(sign: str) -> bool:
    return sign.isalnum() and unicodedata.east_asian_width(sign) not in "WF"
