"""The printed lines of a text, with the line ends that a spreadsheet or a database dump wrote out as letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.model.records import record
from core.model.spans import Span

#: Besides the real ones: the four characters \r\n, and \n unless it begins a word (as in a Windows path).
_LINE_END: Final = re.compile(r"\n|\r\n?|\x0b|\x0c|\x85|\u2028|\u2029|\\(?:r\\n|n(?![a-z]))")
#: A line longer than this may be many paragraphs.
_LONGEST_PARAGRAPH: Final = 400
_LONGEST_HEADING: Final = 50
_FEW_GAPS: Final = 4
_GAP: Final = re.compile(r"[ \t](?<=\S[ \t])[ \t]*(?=\S)")
_SENTENCE_ENDS: Final = "。！？：:；”）"
_ENDED: Final = ("。", "！", "：", ":")
_HAN: Final = "[一二三四五六七八九十]{1,3}"
_ORDINAL: Final = re.compile(rf"{_HAN}、|[（(]{_HAN}[）)]|第{_HAN}[部章篇节]")
#: The share of a text that one line holds when line ends were lost.
_MOST: Final = 0.7
#: The salutation behind the title, an ordinal behind the end of a sentence, and the first of the second level right
#: behind its part's short name.
_PART_BEGINS: Final = re.compile(
    rf"(?=各位代表:)|(?<=代表:)一、|(?<=[。！；])(?:{_HAN}、(?!{_HAN}产)|[（(]{_HAN}[）)])|(?<=[。:])[（(]一[）)]"
    "|(?<=[^，。；、])(?:[（(]一[）)]|一、(?=[^，。；]{2,24}[（(]一[）)]))"
)
#: …加以解决。二、今后五年的目标任务: a heading whose line end was lost before it. One that follows others so counted
#: (一、) in its line is an item among them.
_HEADING_LAST: Final = re.compile(rf"(?<=[。！])([二三四五六七八九])、(?!{_HAN}?产)[^，。；：:！？]{{4,30}}$")
#: …增长23%。 （一）农牧业生产方面, the first of the lower level.
_FIRST_LAST: Final = re.compile(r"(?<=[。！])[ \t]*(?=[（(]一[）)]、?[^，。；：:！？（）()]{4,30}$)")
_HEADING_REACH: Final = 36
#: 一、综 合: a blank inside a word that is set wide.
_SPACED: Final = re.compile("(?<![\u4e00-\u9fff])[\u4e00-\u9fff] +[\u4e00-\u9fff](?![\u4e00-\u9fff])")
#: What a part is called, between the end of a sentence and the first of the part: 2018年工作的回顾 2018年是….
_PART_NAMED: Final = re.compile(
    "[^，。；：:！？、 \t]{2,24}(?:回顾|总结|工作|情况|任务|目标|安排|要求|建议|思路|重点|问题|打算)"
)
#: What a text is called, before its first sentence.
_TITLED: Final = re.compile("[^，。；：:！？]{4,40}(?:报告|公报|纲要|规划|计划)")
#: 青石镇2017年工作总结|2017年，…: the title, and the text on its line.
_TITLE_JOINED: Final = re.compile(
    "[^，。；：:！？]{4,40}?(?:总结|报告|计划|汇报|安排|打算)(?=(?:19|20)[0-9]{2}年?[，,是]|今年以来)"
)
#: What stood over a table or below a picture, which the capture left out.
_CAPTION: Final = re.compile("[图表] ?[0-9]{1,2} (?=[^ ]{4})")
_CAPTIONED: Final = re.compile(rf"(?:{_CAPTION.pattern}|单位:)[^ ]+")
#: What a table or picture held, on one line: 绝对值 增长% 2011年 31420 9.6 2012年 34680 10.4.
CELLS: Final = re.compile(r"(?:[^，。；、\s]+[ \t]+){4,}[^，。；、\s]*[0-9.]+[ \t]+-?[0-9]+(?:\.[0-9]+)?")
#: How a sentence begins: no cell holds its marks.
_TELLS: Final = re.compile("[^ \t]{2,40}[，。]")
_PIECE: Final = re.compile(r"\s*([1-9][0-9]?)、")
_LONG: Final = 60
_BLANK: Final = " \t\u200b\ufeff"


@record
class Line:
    """One printed line. `span` is without outer white space (empty for a blank line), `indent` its leading blanks."""

    span: Span
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return self.span.start == self.span.end


def printed_lines(view: str) -> list[Line]:
    """The lines of a folded text in order, blank ones included."""
    edges = [0]
    for match in _LINE_END.finditer(view):
        edges += match.span()
    edges.append(len(view))
    printed = list(zip(edges[::2], edges[1::2], strict=True))
    pieces = _pieces(view, printed)
    lines: list[Line] = []
    for start, end in printed:
        _add(lines, view, pieces.get(start, start), end)
    return lines


def _pieces(view: str, printed: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the words of a line begin that only continues the one before: a site that shares documents numbers pages.

    1、…沉着应 / 2、对各种挑战…: lines that count from one, each but the last long and in the middle of a sentence.
    """
    found: dict[int, int] = {}
    if "2、" not in view:
        return found
    before = ""
    for start, end in printed:
        if start == end or not (words := view[start:end].rstrip()):
            continue
        mark = _PIECE.match(view, start)
        if mark is None or int(mark[1]) != len(found) + 1:
            if len(found) > 1:
                break
            found = {}
            continue
        if found and (len(before) < _LONGEST_PARAGRAPH // 2 or before[-1] in _SENTENCE_ENDS):
            return {}
        found[start] = mark.end()
        before = words
    return found if len(found) > 1 else {}


def _add(lines: list[Line], view: str, start: int, end: int) -> None:
    if end - start <= _LONGEST_PARAGRAPH:
        lines += _last_apart(view, _line(view, start, end))
        return
    for line in _flattened(view, start, end):
        for one in _unjoined(view, line):
            lines += _last_apart(view, one)


def _last_apart(view: str, line: Line) -> list[Line]:
    """A paragraph and the heading of the next part, which stands behind its last sentence."""
    start, end = line.span.start, line.span.end
    if end - start < _LONG or view[end - 1] in _SENTENCE_ENDS:
        return [line]
    if first := _FIRST_LAST.search(view, end - _HEADING_REACH, end):
        return [Line(Span(start, first.start()), line.indent), _line(view, first.end(), end)]
    last = _HEADING_LAST.search(view, end - _HEADING_REACH, end)
    if last is None:
        return [line]
    before = "一二三四五六七八"["二三四五六七八九".index(last[1])]
    if view.find(f"{before}、", start, last.start()) >= 0:
        return [line]
    return [Line(Span(start, last.start()), line.indent), _line(view, last.start(), end)]


def _unjoined(view: str, line: Line) -> list[Line]:
    """A whole report on one line without a blank between its parts, cut where its ordinals 一、 and 二、 stand."""
    start, end = line.span.start, line.span.end
    if end - start <= _LONGEST_PARAGRAPH or end - start < _MOST * len(view):
        return [line]
    cuts = [match.start() for match in _PART_BEGINS.finditer(view, start, end)]
    numbers = [view[cut] for cut in cuts if view[cut] not in "（(各"]
    counted = [view[cut + 1] for cut in cuts if view[cut] in "（("]
    if numbers[:2] != ["一", "二"] and not (numbers == ["一"] and counted[:2] == ["一", "二"]):
        # Parts without ordinals are not found here, but the title in front of the salutation is, and the first part
        # of the beginning of a report behind it.
        greeted = [cut for cut in cuts if view[cut] == "各"][:1]
        cuts = [*greeted, *(cut for cut in cuts if greeted and numbers[:1] == ["一"] and view[cut] == "一")][:2]
    if cuts and (titled := _TITLE_JOINED.match(view, start, cuts[0])):
        # …工作总结2016年，我镇….
        cuts.insert(0, titled.end())
    edges = [start, *cuts, end]
    return [_line(view, left, right) for left, right in pairwise(edges) if right > left]


def _flattened(view: str, start: int, end: int) -> list[Line]:
    """A very long line cut where blanks stand between its paragraphs: what a web capture made of a whole report."""
    gaps = list(_GAP.finditer(view, start, end))
    closed = [gap for gap in gaps if gap.start() > start and view[gap.start() - 1] in _SENTENCE_ENDS]
    # 七、交通和旅游 全年…。 八、财政 全年…: of few parts, too, the numbers tell, and so does the salutation before one.
    counted = sum(_ORDINAL.match(view, gap.end()) is not None for gap in closed)
    numbered = counted > 1 or (
        counted and (_ORDINAL.match(view, start) is not None or view.startswith("各位代表", start))
    )
    if len(closed) < _FEW_GAPS and not numbered:
        return [_line(view, start, end)]
    between = _between(view, gaps)
    lines: list[Line] = []
    inner = _line(view, start, end).span.start
    for gap in gaps:
        if _SPACED.match(view, gap.start() - 1) or (view[gap.end()] in "年—-" and view[gap.start() - 1].isdigit()):
            # 一、综 合, 一、2002 年工作回顾.
            continue
        parted = gap.end() - gap.start() == between if between else _parts(view, inner, gap, first=not lines)
        if parted and gap.start() > inner:
            lines.append(_line(view, start, gap.start()))
            start = inner = gap.end()
    lines.append(_line(view, start, end))
    return lines


def _parts(view: str, start: int, gap: re.Match[str], *, first: bool) -> bool:
    """Whether a gap parts two paragraphs: by the words from `start` to it and by what stands behind it.

    `first` is the first gap of the line. No words are copied or read to their end but where few of them can be asked
    for, for thousands of cells may stand on one line.
    """
    end, behind = gap.span()
    if view[end - 1] in _SENTENCE_ENDS or (first and _TITLED.fullmatch(view, start, end)):
        return True
    if end - start <= _LONGEST_HEADING and _ORDINAL.match(view, start):
        return True
    if view[start - 2 : start - 1] in _ENDED and _PART_NAMED.fullmatch(view, start, end) and _TELLS.match(view, behind):
        return True
    if view[end - 1].isdigit() and _TELLS.match(view, behind) and CELLS.fullmatch(view, start, end):
        # 表5 公路运输量 … 52 -3.0 全年接待游客28万人次，…: no cell holds the mark of a sentence.
        return True
    named = _CAPTIONED.fullmatch(view, start, end) or _ORDINAL.match(view, behind) or _CAPTION.match(view, behind)
    return named is not None


def _between(view: str, gaps: Sequence[re.Match[str]]) -> int | None:
    """How many blanks stand between the paragraphs of a flattened text: two and more, and many behind a sentence.

    Then they stand behind headings and titles, too: 。  2018年工作回顾  2018年是….
    """
    widths = Counter(width for gap in gaps if (width := gap.end() - gap.start()) > 1)
    for width, count in widths.most_common(1):
        closed = sum(gap.end() - gap.start() == width and view[gap.start() - 1] in _SENTENCE_ENDS for gap in gaps)
        if closed >= _FEW_GAPS and 3 * closed >= count:
            return width
    return None


def _line(view: str, start: int, end: int) -> Line:
    inner = start
    while inner < end and (view[inner] in _BLANK or view[inner].isspace()):
        inner += 1
    while end > inner and (view[end - 1] in _BLANK or view[end - 1].isspace()):
        end -= 1
    return Line(Span(inner, end), inner - start)
