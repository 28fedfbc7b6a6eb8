"""Which printed lines are no part of the report: web rails, footers, page numbers, running heads, tables apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from core.model.layout import Layout
from core.model.spans import Span
from core.sections.broken import stands_alone
from core.sections.lexicon import context_words, furniture
from core.text import Line

LineKind = Literal["text", "noise", "table"]

_LONGEST_FURNITURE: Final = 320
_TABLE_ROW: Final = re.compile(r"\|.*\|")
#: Cells side by side; a blank set between an ordinal and its heading is none.
_COLUMNS: Final = re.compile(r"\t.*\t|[^、.）)章节篇部分\t]\t *\S")
#: A line as long as this with marks of a sentence is the text itself.
_PROSE: Final = 40
_PUNCTUATED: Final = re.compile(r"[。！？；，]|[:：]$")
_ORDINAL: Final = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|第[一二三四五六七八九十\d]+[编篇章节条部]|#|[◆■●★▲□○※【]|[-*>] "
)
_NUMBER_OF_HEADING: Final = re.compile(r"0[1-9]")
#: So many lines has the head of a markdown file at most.
_LONGEST_HEAD: Final = 40
_LONGEST_TITLE: Final = 30
_NUMBERED_TABLE: Final = re.compile(r"\**(?:续?表|附表)\s*[\d一二三四五六七八九十]")
_FIGURE: Final = re.compile(r"\d(?!\d*[-/年月日.:])")
_BYLINE: Final = re.compile(r"[(（]?在.*(?:会议|大会|全会)上|[—－-]{1,2}|.*(?:记者|通讯员)|各位代表")
#: The day of an entry in a list of links.
_DAY: Final = re.compile(r"[\[(（]?(?:(?:19|20)\d\d[-/.])?\d\d?[-/.]\d\d?[\])）]?")
#: So many short lines in a row without a mark of punctuation are a navigation rail.
_RAIL: Final = 8
#: And so many are all links of a site: authorities, provinces, newspapers.
_SITE_MAP: Final = 40
_ENGLISH_WORDS: Final = re.compile(r"[A-Za-z]{2,} [a-z]")


#: What is furniture only where no prose has been printed yet.
_BEFORE_THE_TEXT: Final = ("label", "menu")


def line_kinds(view: str, lines: Sequence[Line], layout: Layout) -> list[LineKind]:
    """A kind for each line; blank lines are "text". What a person decided on a line in `layout` stands."""
    kinds: list[LineKind] = ["text"] * len(lines)
    printed = [index for index, line in enumerate(lines) if not line.blank]
    in_tables = frozenset(_lines_in(_printed_tables(view, layout), lines))
    for index in in_tables:
        kinds[index] = "table"
    known = furniture()
    prose = False
    for index in printed:
        if index in in_tables:
            continue
        span = lines[index].span
        words = span.quote(view)
        if words[0] == "|" and _TABLE_ROW.fullmatch(words):
            kinds[index] = "table"
        elif len(words) <= _LONGEST_FURNITURE and (match := known.fullmatch(words)):
            if not (match.lastgroup in _BEFORE_THE_TEXT and prose) and not _numbers_next(view, lines, index):
                kinds[index] = "noise"
                if match.lastgroup == "breadcrumb" and not prose:
                    _site_head(view, lines, printed[: printed.index(index)], kinds)
        elif "\t" in words and _COLUMNS.search(words) and not _PUNCTUATED.search(words):
            kinds[index] = "table"
        prose = prose or (kinds[index] == "text" and len(words) > _PROSE and _PUNCTUATED.search(words) is not None)
    _front_matter(view, lines, printed, kinds)
    _labelled(view, lines, printed, kinds)
    _contents_list(view, lines, printed, kinds)
    _rails(view, lines, printed, kinds)
    _running_heads(view, lines, printed, kinds)
    for index in _lines_in(layout.as_furniture, lines):
        kinds[index] = "noise"
    for index in _lines_in(layout.as_text, lines):
        kinds[index] = "text" if kinds[index] == "noise" else kinds[index]
    return kinds


def _numbers_next(view: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the number (01) of the next heading, or one of the sentence around it, not that of a page."""
    if stands_alone(view, lines, index):
        return True
    if _NUMBER_OF_HEADING.fullmatch(lines[index].span.quote(view)) is None:
        return False
    after = next((line.span.quote(view) for line in lines[index + 1 : index + 4] if not line.blank), "")
    return 4 <= len(after) <= _LONGEST_TITLE and not _PUNCTUATED.search(after) and after[0] > "\u4dff"


def _printed_tables(view: str, layout: Layout) -> list[Span]:
    """The tables with the lines above them that number them and give their unit: none of it is a sentence."""
    found: list[Span] = []
    for table in layout.tables:
        if table.caption and _NUMBERED_TABLE.match(view, table.caption.start):
            found.append(table.caption)
        if table.unit_note and not (table.caption and table.caption.contains(table.unit_note)):
            found.append(table.unit_note)
        found.append(table.span)
    return sorted(found)


def _lines_in(spans: Sequence[Span], lines: Sequence[Line]) -> Iterator[int]:
    """The indices of the printed lines that lie in one of the spans."""
    starts = [line.span.start for line in lines]
    for span in spans:
        for index in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            if not lines[index].blank and lines[index].span.overlaps(span):
                yield index


def _site_head(view: str, lines: Sequence[Line], above: Sequence[int], kinds: list[LineKind]) -> None:
    """What a site prints above the path to its page (免费邮箱 注册); a title that stands there stays one."""
    for index in above:
        words = lines[index].span.quote(view)
        title = len(words) > _LONGEST_TITLE or context_words().title_word.search(words) is not None
        if kinds[index] == "text" and not title and not _PUNCTUATED.search(words):
            kinds[index] = "noise"


def _front_matter(view: str, lines: Sequence[Line], printed: Sequence[int], kinds: list[LineKind]) -> None:
    """The block between two --- lines (or +++) at the top of a markdown file."""
    fence = lines[printed[0]].span.quote(view) if printed else ""
    if fence not in ("---", "+++"):
        return
    for position, index in enumerate(printed[1:_LONGEST_HEAD], start=1):
        if lines[index].span.quote(view) == fence:
            for inside in printed[: position + 1]:
                kinds[inside] = "noise"
            return


def _labelled(view: str, lines: Sequence[Line], printed: Sequence[int], kinds: list[LineKind]) -> None:
    """An abstract that stands as a label on one line and its words on the next repeats what follows."""
    for label, abstract in pairwise(printed):
        if lines[label].span.quote(view) in ("内容摘要:", "摘要:", "内容提要:"):
            kinds[abstract] = "noise"


def _contents_list(view: str, lines: Sequence[Line], printed: Sequence[int], kinds: list[LineKind]) -> None:
    """A folded table of contents of a markdown or web page."""
    inside = False
    for index in printed:
        words = lines[index].span.quote(view)
        if words.startswith("<details"):
            inside = True
        if inside:
            kinds[index] = "noise"
        if words.startswith("</details"):
            inside = False


def _rails(view: str, lines: Sequence[Line], printed: Sequence[int], kinds: list[LineKind]) -> None:
    """Runs of short unpunctuated lines before the first or behind the last paragraph of the report."""

    def prose(index: int) -> bool:
        words = lines[index].span.quote(view)
        if kinds[index] != "text" or len(words) <= 30:
            return False
        return bool(_PUNCTUATED.search(words) or _ENGLISH_WORDS.search(words))

    bodies = [position for position, index in enumerate(printed) if prose(index)]
    run: list[int] = []
    for position, index in enumerate([*printed, -1]):
        words = lines[index].span.quote(view) if index >= 0 else ""
        if index >= 0 and _fits_rail(words, kinds[index]):
            run.append(position)
            continue
        if len(run) >= _RAIL and bodies and (
            run[-1] < bodies[0] or run[0] > bodies[-1] or _mostly_noise(run, printed, kinds)
        ):
            for member in run:
                # A title at the foot of the rail above the text is the report's own.
                if run[-1] > bodies[0] or not _names_report(lines[printed[member]].span.quote(view)):
                    kinds[printed[member]] = "noise"
        run = []


def _fits_rail(words: str, kind: LineKind) -> bool:
    if kind == "table" or len(words) > 40 or _BYLINE.match(words):
        return False
    if kind == "noise" or _DAY.fullmatch(words):
        return True
    return not (_PUNCTUATED.search(words) or _ORDINAL.match(words) or _FIGURE.search(words))


def _names_report(words: str) -> bool:
    return len(words) >= 6 and context_words().title_word.search(words) is not None


def _mostly_noise(run: Sequence[int], printed: Sequence[int], kinds: Sequence[LineKind]) -> bool:
    """Whether a quarter of a run is known as furniture, or as much as a rail in one as long as a map of a site."""
    noise = sum(kinds[printed[member]] == "noise" for member in run)
    return 4 * noise >= len(run) or (noise >= _RAIL and len(run) >= _SITE_MAP)


def _running_heads(view: str, lines: Sequence[Line], printed: Sequence[int], kinds: list[LineKind]) -> None:
    """The document's own title, printed again on every page."""
    title_word = context_words().title_word
    count: Counter[str] = Counter()
    for index in printed:
        words = lines[index].span.quote(view)
        if kinds[index] == "text" and 6 <= len(words) <= 50 and title_word.search(words):
            count[words] += 1
    seen: set[str] = set()
    prose = False
    for index in printed:
        words = lines[index].span.quote(view)
        if kinds[index] == "text" and count[words] >= 3:
            # Behind the first prose even its first printing is no title.
            if prose or words in seen:
                kinds[index] = "noise"
            seen.add(words)
        prose = prose or len(words) > 60
