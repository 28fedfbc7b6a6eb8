"""Printed lines → paragraphs: what a page layout broke is joined, what stands around the text is left out."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.model import Span

_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·.\s]*|(?:Page\s+)?\d{1,4}\s+of\s+\d{1,4}",
    re.I,
)
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_ORDINAL = re.compile(rf"{_HAN_NUMBER}、|[（(]{_HAN_NUMBER}[）)]|第{_HAN_NUMBER}[编章节部]")
_NARROW = re.compile("[\x00-\u1fff]+")
_DIGITS = re.compile(r"\d+")
_UNBREAKABLE = re.compile(r"[\x21-\x7e]+")
_SOFT_HYPHENS = "\ufffe\u00ad\x02"
#: Shares of the page's height in which heads and page numbers stand.
_HEAD, _FOOT = 0.88, 0.12
#: A page with more lines than this is a map or a drawing; looking for columns would only cost time.
_MOST_LINES = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; coordinates in points, upwards. `text` has tabs where a wide gap parts cells."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def units(self) -> float:
        """The width in characters: 1 for a Han character, a half for a Latin one."""
        return len(self.text) - sum(map(len, _NARROW.findall(self.text))) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in reading order."""

    lines: tuple[Line, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the margins of its column and the size of a character on its page, in points."""

    line: Line
    left: float
    right: float
    em: float
    leading: float


def paragraphs(pages: Sequence[Page]) -> tuple[str, tuple[Span, ...]]:
    """The text of all pages, one paragraph a line, and the span of each page, end to end."""
    heads = _running_heads(pages)
    text: list[str] = []
    length, starts = 0, []
    before: _Placed | None = None
    for page in pages:
        body = _placed([line for line in page.lines if not _is_furniture(line, page, heads)])
        start = None
        for placed in body:
            glue = _glue(before, placed) if before else ""
            words = placed.line.text.rstrip(_SOFT_HYPHENS)
            start = length + len(glue) if start is None else start
            length += len(glue) + len(words)
            text += (glue, words)
            before = placed
        starts.append(length if start is None else start)
    starts[0] = 0
    spans = tuple(Span(start, end) for start, end in pairwise([*starts, length]))
    return "".join(text), spans


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Lines at the edge of most pages that differ in their numbers at most."""
    seen = Counter(key for page in pages for key in {_head_key(line) for line in page.lines if _at_edge(line, page)})
    return frozenset(key for key, times in seen.items() if times >= 3 and times > len(pages) / 2)


def _head_key(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom > page.height * _HEAD or line.top < page.height * _FOOT


def _is_furniture(line: Line, page: Page, heads: frozenset[str]) -> bool:
    return _at_edge(line, page) and (_head_key(line) in heads or _PAGE_NUMBER.fullmatch(line.text.strip()) is not None)


def _placed(lines: list[Line]) -> list[_Placed]:
    """Each line with its column's margins."""
    long_lines = [line for line in lines if line.units >= 8 and "\t" not in line.text]
    if not long_lines:
        return [_Placed(line, line.left, line.right, 0.0, 0.0) for line in lines]
    em = statistics.median((line.right - line.left) / line.units for line in long_lines)
    steps = (one.top - two.top for one, two in pairwise(long_lines))
    leading = statistics.median([step for step in steps if 0 < step < 4 * em] or [0.0])
    lefts = _column_lefts(lines, _first_margin(long_lines, em), em)
    column = [max((left for left in lefts if left <= line.left + em / 2), default=lefts[0]) for line in lines]
    rights = {
        left: _column_right([line for line, own in zip(lines, column, strict=True) if own == left], limit, em)
        for left, limit in pairwise([*lefts, float("inf")])
    }
    return [_Placed(line, left, rights[left], em, leading) for line, left in zip(lines, column, strict=True)]


def _column_right(lines: list[Line], limit: float, em: float) -> float:
    """The right margin that many of a column's lines reach; a heading or a table across columns does not move it."""
    long_lines = [line for line in lines if line.right < limit and line.units >= 8 and "\t" not in line.text]
    rights = sorted((line.right for line in long_lines), reverse=True)
    for right in rights:
        if sum(right - 1.2 * em <= other <= right for other in rights) >= max(2, len(rights) * 0.15):
            return right
    return rights[0] if rights else max((line.right for line in lines), default=limit)


def _first_margin(long_lines: list[Line], em: float) -> float:
    """Where the lines of the first column begin; a table that juts out to the left does not move it."""
    lefts = sorted(line.left for line in long_lines)
    for left in lefts:
        if sum(left <= other <= left + em / 2 for other in lefts) >= max(2, len(lefts) * 0.1):
            return left
    return lefts[0]


def _column_lefts(lines: list[Line], first: float, em: float) -> list[float]:
    """The left margins of the page's columns. A column has lines of another column beside it; an indent has not."""
    lefts = sorted(line.left for line in lines)
    margins = [first]
    if len(lines) > _MOST_LINES:
        return margins
    tried = first
    for left in lefts:
        # nearer than five characters it is an indent; lines that begin within half a character were tried together
        if left < margins[-1] + 5 * em or left < tried + em / 2:
            continue
        tried = left
        near = [line for line in lines if left <= line.left < left + em / 2]
        if len(near) >= 4 and sum(_has_left_neighbour(line, lines) for line in near) * 2 >= len(near):
            margins.append(left)
    return margins


def _has_left_neighbour(line: Line, lines: list[Line]) -> bool:
    # half a line of play: columns that do not share a grid of lines stand beside one another all the same
    play = (line.top - line.bottom) / 2
    return any(
        other.right < line.left and other.bottom - play < line.top and line.bottom < other.top + play for other in lines
    )


def _glue(before: _Placed, after: _Placed) -> str:
    """What stands between two lines: a line break, nothing where a layout broke them, a space between Latin words."""
    if not _continues(before, after):
        return "\n"
    last, first = before.line.text[-1], after.line.text[0]
    if last in _SOFT_HYPHENS:
        return ""
    return " " if last.isascii() and first.isascii() and (last.isalpha() or first.isalpha()) else ""


def _continues(before: _Placed, after: _Placed) -> bool:
    """Whether the second line goes on with the paragraph of the first."""
    one, two = before.line, after.line
    if not before.em or not after.em or "\t" in one.text or "\t" in two.text:
        return False
    if abs((one.top - one.bottom) - (two.top - two.bottom)) > (one.top - one.bottom) / 4:
        return False  # another size of type: a heading
    if two.left > after.left + 0.8 * after.em:
        return False  # indented: a new paragraph
    if before.leading and one.top - two.top > 1.7 * before.leading:
        return False
    if _ORDINAL.match(two.text) and one.text[-1] in "。！？：；":
        return False
    room = before.right - one.right
    return room < (_first_width(two.text) + 0.8) * before.em


def _first_width(text: str) -> float:
    """The width, in characters, of what must stay on one line at the start of a text: a word, a number, a Han."""
    word = _UNBREAKABLE.match(text)
    return len(word[0]) / 2 if word else 1.0
