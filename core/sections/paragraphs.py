"""Printed paragraphs: lines that page layout broke are joined, furniture between them is stepped over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

from core.model.records import record
from core.model.spans import Span
from core.sections.broken import UNIT_FIRST, number_runs_over, sentence_runs_over, stands_alone, wants_more
from core.sections.furniture import LineKind
from core.sections.lexicon import context_words, heading_words
from core.sections.marks import is_mark_alone, opens_heading
from core.text import Line
from core.text.lines import CELLS

ParagraphKind = Literal["text", "table", "noise"]

SALUTATION: Final = re.compile(r"(?:各位|同志们|尊敬的).{0,14}[:：！!]")
_ENDS: Final = frozenset("。！？；:!?…;.")
#: What may stand behind the end of a sentence.
_CLOSERS: Final = "”’」』）)】]*"
_NARROW: Final = re.compile("[\x00-\u2e7f]+")
_SENTENCE_MARK: Final = re.compile(r"[。！？；，]")
_GOES_ON: Final = re.compile(r"[，、。；）】”》,;:)\]]")
_WITHIN: Final = ("，", "、", "；")
_AND_FIGURE: Final = re.compile("[和与] ?[0-9]")
#: Items, headings and quotes of markdown have no width.
_MARKDOWN: Final = ("- ", "* ", "#", "> ")
_ASCII_WORD: Final = re.compile(r"[A-Za-z0-9,.;:)%]")
#: 财政：…, 政府承诺：…: a line that begins with what it is about.
LABEL: Final = re.compile("[\u4e00-\u9fff]{2,8}[:：](?=[\u4e00-\u9fff0-9])")
#: With these a piece of news begins, whatever headline stands above it.
_PRESS: Final = re.compile(
    "记者(?:[从在近昨今日0-9]|获悉|了解到)|本报[\u4e00-\u9fff]{0,4}[讯电]|新华社[\u4e00-\u9fff]{2,4}[0-9]"
)
_HEADING_REST: Final = re.compile(r"[\u4e00-\u9fff]{1,5}")
#: …，农村 / 面貌发生变化: no couplet ends with so short a half.
_HALF_CUT: Final = re.compile(r"，[\u4e00-\u9fff]{1,3}$")
_HALF_REST: Final = re.compile(r"[\u4e00-\u9fff]{2,12}")
_BRACKET_REST: Final = re.compile(r"[（(][^（）()]{1,4}[）)]。")
#: 增长8.2% / 一般公共预算收入增长6%: no sentence goes on behind a change but with a mark or one of these.
_CHANGED: Final = re.compile("[0-9](?:%|‰|个百分点)$")
_BEHIND_CHANGE: Final = re.compile("[^\u4e00-\u9fff]|[的和与及或左以上下之后时并但而至到]")
#: A line end between a number and its unit is none of the writer's.
_NUMBER: Final = re.compile(r"[0-9][.0-9]*[百千万亿]*$")
#: 全市生产总值完成138.8亿元 begins a sentence, however full the heading above it is.
_TELLS: Final = re.compile(
    "(?:[全我本][省市县区州镇乡]|(?:19|20)[0-9]{2}年)[^，。；、]{2,16}(?:完成|实现|达到?)[0-9]"
)
#: An entry of a table of contents with its page.
_PAGE_LAST: Final = re.compile(r"[\u4e00-\u9fff”》）)] +[0-9]{1,3}$")
#: 回望2023——, over the slogan that goes with it.
_YEAR_DASHED: Final = re.compile(r"[^，。；:！？]{0,8}(?:19|20)[0-9]{2}年?[^，。；:！？]{0,4}?—{1,2}")
_YEAR_DASHED_LAST: Final = re.compile(r"(?:19|20)[0-9]{2}年?[^，。；:！？\n]{0,4}—[ \t\r]*\n")
_LONGEST_SLOGAN: Final = 36
_SHORTEST_CUT: Final = 6
_SHORTEST_FULL: Final = 20
#: So many lines of one length at least show how a text is wrapped.
_FEWEST_CUT: Final = 4
#: A block longer than this that has no end mark is a sentence that goes on in the next block.
_LONG: Final = 40
_LONGEST_HEADING: Final = 64
_OPEN_ENDS: Final = "，、；：,;:（(“《"
_FRAGMENT: Final = 12


@record
class Paragraph:
    """One paragraph. `pieces` are its printed lines, `words` the folded text with the breaks between them closed."""

    pieces: tuple[Span, ...]
    words: str
    kind: ParagraphKind
    indent: int
    starts: tuple[int, ...]
    #: From the first printed character to the last.
    span: Span

    @property
    def breaks(self) -> tuple[Span, ...]:
        """What lies between the pieces: line ends, blanks, furniture."""
        return tuple(
            Span(left.end, right.start) for left, right in zip(self.pieces, self.pieces[1:], strict=False)
        )

    def at(self, offset: int) -> int:
        """Where the character `offset` of `words` stands in the text; for its length, the paragraph's end."""
        index = bisect_right(self.starts, offset) - 1
        piece = self.pieces[index]
        return min(piece.start + offset - self.starts[index], piece.end)


def paragraphs(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> list[Paragraph]:
    """The paragraphs in order; furniture lines are paragraphs of kind "noise" of their own."""
    wrapped = _wrapping(view, lines, kinds)
    fragments = _fragments(view, lines, kinds)
    slogans = _slogans(view, lines, kinds) if _YEAR_DASHED_LAST.search(view) else frozenset()
    found: list[Paragraph] = []
    open_lines: list[Line] = []
    passed: list[Paragraph] = []
    blanks = 0
    #: The line before is a number that stands alone, or this one is.
    inside = broken_up = False

    def close() -> None:
        if open_lines:
            found.append(_paragraph(view, open_lines, "text"))
            open_lines.clear()
        found.extend(passed)
        passed.clear()

    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if line.blank:
            blanks += 1
        elif kind == "noise":
            passed.append(_paragraph(view, [line], "noise"))
        elif kind == "table":
            close()
            found.append(_paragraph(view, [line], "table"))
        else:
            alone = stands_alone(view, lines, index)
            # Where numbers stand alone, so may 48个，投资 within its sentence.
            opens = alone and open_lines and _is_closed(open_lines[-1].span.quote(view))
            goes_on = inside or index in slogans or (alone and not opens)
            goes_on = goes_on or (broken_up and _is_open(view, open_lines, line))
            titled = blanks and not found and len(open_lines) == 1 and _names_document(view, open_lines[0])
            if not open_lines or titled or opens or not (
                goes_on or _continues(view, open_lines, line, blanks, wrapped, fragments, bool(passed))
            ):
                close()
                broken_up = False
            inside = alone
            broken_up = broken_up or alone
            # Furniture that stood inside a sentence is listed before the paragraph it interrupted.
            open_lines.append(line)
            blanks = 0
    close()
    return sorted(found, key=lambda paragraph: paragraph.pieces[0].start)


def _paragraph(view: str, lines: Sequence[Line], kind: ParagraphKind) -> Paragraph:
    words = ""
    starts: list[int] = []
    for line in lines:
        piece = line.span.quote(view)
        latin = words and _ASCII_WORD.match(words[-1]) and piece[:1].isascii() and piece[:1].isalnum()
        if latin or (len(starts) == 1 and is_mark_alone(words)):
            words += " "
        starts.append(len(words))
        words += piece
    span = lines[0].span if len(lines) == 1 else Span(lines[0].span.start, lines[-1].span.end)
    return Paragraph(tuple(line.span for line in lines), words, kind, lines[0].indent, tuple(starts), span)


def _continues(
    view: str, before: Sequence[Line], line: Line, blanks: int, wrapped: Wrapping | None, fragments: frozenset[str],
    over_furniture: bool,
) -> bool:
    """Whether `line` goes on with the paragraph of the lines `before`."""
    last = before[-1].span.quote(view)
    words = line.span.quote(view)
    if SALUTATION.fullmatch(words):
        # However long the title above it is, 各位代表： is no part of it.
        return False
    if last in fragments:
        return not opens_heading(words)
    if over_furniture:
        # The blank lines around the foot of a page are its own.
        blanks = 0
    joined = wrapped is not None and not blanks and line.indent < 2 and wrapped.full(last, before[-1].indent)
    if number_runs_over(last, words, wrapped=joined):
        return True
    if _is_closed(last):
        # Where first lines have an indent, a line without one goes on, though a sentence fills the line before.
        return joined and (_GOES_ON.match(words) is not None or before[0].indent >= 2) and not opens_heading(words)
    if not joined and LABEL.match(words) and LABEL.match(before[0].span.quote(view)):
        # 财政：…安排2万亿元 / 就业：…: what is told under labels has no end at its lines.
        return False
    if not joined and _PRESS.match(words):
        return False
    if opens_heading(words):
        # …（20）全力做好供水工程, where the line before is full and says no end, is in the middle of a sentence.
        return joined and last[-1] not in ":：" and (len(before) > 1 or not opens_heading(last))
    if last[-1] in "、，" and not blanks and not opens_heading(last):
        # 坚中之坚、 / 困中之困: no paragraph ends within a list.
        return True
    if not joined and (_PAGE_LAST.search(last) or CELLS.fullmatch(last)) and not UNIT_FIRST.match(words):
        return False
    if not opens_heading(last) and sentence_runs_over(last, words):
        return True
    if len(before) > 1 and wants_more(before[-2].span.quote(view), last):
        # …，并为 / 全面建设小康社会 / 奠定基础的五年。
        return True
    if len(before) == 1 and is_mark_alone(last):
        return len(words) <= _LONG and _SENTENCE_MARK.search(words.rstrip("。")) is None
    if len(before) == 1 and _is_long_heading(last) and not joined:
        return _GOES_ON.match(words) is not None
    if joined and opens_heading(last):
        return _TELLS.match(words) is None
    plain = words if joined else words.rstrip(":？?")
    if heading_words().names_part(plain) or heading_words().annex.fullmatch(words):
        return False
    if words in fragments or (not blanks and len(before) == 1 and _ends_heading(last, words)):
        return True
    # 报告指出 / ，今年… and 8.5% / 和19.6%: however short the line before is, no other begins with a comma, nor so.
    if words[:1] in _WITHIN or _AND_FIGURE.match(words):
        return True
    if _GOES_ON.match(words) and (over_furniture or _longer(before, 8)):
        return True
    if _longer(before, _SHORTEST_CUT) and _NUMBER.search(last) and UNIT_FIRST.match(words):
        return True
    if not joined and _CHANGED.search(last) and not _BEHIND_CHANGE.match(words):
        return False
    if blanks and last.isascii():
        return words[:1].islower()
    if wrapped is not None and not blanks and line.indent < 2:
        return joined or "。" in last
    if wrapped is not None and line.indent >= 2 and before[-1].indent < 2 <= before[0].indent:
        # Only the first line of a paragraph has an indent here.
        return False
    return (_longer(before, _LONG) or "。" in last) and not (line.indent >= 2 and before[0].indent < 2)


def _names_document(view: str, line: Line) -> bool:
    """Whether the first line of a text ends as the title of a document does, however long it is."""
    words = line.span.quote(view)
    return len(words) <= _LONGEST_HEADING and context_words().title_word.search(words) is not None


def _is_open(view: str, before: Sequence[Line], line: Line) -> bool:
    """Whether the last line `before` has a mark inside a sentence and none at its end, so that `line` goes on."""
    last = before[-1].span.quote(view) if before else ""
    return bool(_SENTENCE_MARK.search(last)) and not _is_closed(last) and not opens_heading(line.span.quote(view))


def _is_long_heading(words: str) -> bool:
    """Whether a line is a numbered heading as it stands, however long; one that breaks off has no end to show."""
    open_end = words[-1] in _OPEN_ENDS or "；" in words
    return _LONG < len(words) <= _LONGEST_HEADING and not open_end and opens_heading(words)


def _longer(lines: Sequence[Line], length: int) -> bool:
    """Whether lines have more than `length` characters in all; no more of them are looked at than that takes."""
    for line in lines:
        length -= line.span.end - line.span.start
        if length < 0:
            return True
    return False


def _ends_heading(heading: str, words: str) -> bool:
    """Whether a few characters on their own line are the rest of a long heading that a narrow column broke."""
    if len(heading) < 10 or not opens_heading(heading):
        return False
    if _HALF_CUT.search(heading) and _HALF_REST.fullmatch(words):
        return True
    return _HEADING_REST.fullmatch(words) is not None or _BRACKET_REST.match(words) is not None


@record
class Wrapping:
    """How a text breaks its lines: at `width` characters, or at `width` columns (`by_columns`)."""

    width: int
    by_columns: bool

    def full(self, words: str, indent: int) -> bool:
        """Whether a line with its indent is as long as lines get."""
        return abs(_length(words, indent, self.by_columns) - self.width) <= 3


def _slogans(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> frozenset[int]:
    """The second lines of part headings that a dash breaks after their year: 回望2023—— / 稳中求进，迈出坚实步伐.

    One line over text alone may be the first heading of the part; another short line below it is that.
    """
    printed = [
        (index, line.span.quote(view)[: _LONGEST_SLOGAN + 1])
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)) if kind == "text" and not line.blank
    ]
    opened = [place for place, (_, words) in enumerate(printed) if words[-1] == "—" and _YEAR_DASHED.fullmatch(words)]
    found: set[int] = set()
    for place, end in pairwise([*opened, len(printed)]):
        below = [(index, _is_slogan(words)) for index, words in printed[place + 1 : end]]
        short = [one for _, one in below]
        if short[:1] == [True] and (short[1:2] == [True] or not any(short[1:])):
            found.add(below[0][0])
    return frozenset(found)


def _is_slogan(words: str) -> bool:
    """Whether a line is short and neither ends as a sentence does nor begins something new by its mark."""
    return len(words) <= _LONGEST_SLOGAN and not (_is_closed(words) or words[-1] in _OPEN_ENDS or opens_heading(words))


def _is_closed(words: str) -> bool:
    """Whether a line ends as a sentence does."""
    return words.rstrip(_CLOSERS)[-1:] in _ENDS


def _length(words: str, indent: int, by_columns: bool) -> int:
    """The length of a line in characters, or in columns of one Han character; two Latin letters fill one."""
    if not by_columns:
        return indent + len(words)
    wide = len(words) - len("".join(_NARROW.findall(words)))
    # Two blanks are the usual indent in wide ones, four and more are narrow.
    return (indent if indent <= 2 else indent // 2) + wide + (len(words) - wide) // 2


def _wrapping(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> Wrapping | None:
    """How a hard-wrapped text breaks its lines; None for a text with one line a paragraph.

    Hard wrapping shows in many neighbouring lines of the same length that end in the middle of a sentence, and in
    that hardly any line is longer.
    """
    printed = [
        (line.span.quote(view)[:400], line.indent, follower.blank)
        for line, follower, kind in zip(lines[:4000], lines[1:4001], kinds, strict=False)
        if kind == "text" and not line.blank
    ]
    cut = [(words, indent) for words, indent, last in printed if not (last or _is_closed(words))]
    broken = [(words, indent) for words, indent in cut if not opens_heading(words)]
    # Where all paragraphs are numbered and have two lines, their first lines alone are cut.
    few = len(broken) < _FEWEST_CUT
    numbered = [(words, indent) for words, indent in cut if few and len(words) >= _SHORTEST_FULL]
    found: tuple[int, Wrapping] | None = None
    for lines_cut, by_columns in ((numbered, True),) if few else ((broken, True), (broken, False)):
        lengths = Counter(_length(words, indent, by_columns) for words, indent in lines_cut)
        if not lengths:
            continue
        best = max(lengths, key=lambda length: lengths[length] + lengths[length + 1] + lengths[length - 1])
        near = lengths[best] + lengths[best + 1] + lengths[best - 1]
        all_lengths = [
            _length(words, indent, by_columns) for words, indent, _ in printed if not words.startswith(_MARKDOWN)
        ]
        long = sum(2 * length >= best for length in all_lengths)
        longer = sum(length > best + 3 for length in all_lengths)
        if best >= 12 and near >= _FEWEST_CUT and near >= 0.35 * long and longer <= 0.1 * long and (
            # Of two measures that fit, the one by which more lines are full.
            found is None or near > found[0]
        ):
            found = near, Wrapping(best, by_columns)
    return found[1] if found else None


def _fragments(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> frozenset[str]:
    """Words that a web page put on lines of their own in the middle of sentences (links), again and again."""
    printed = [
        line.span.quote(view) for line, kind in zip(lines, kinds, strict=True) if not line.blank and kind == "text"
    ]
    inside: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for before, words in zip(["", *printed], printed, strict=False):
        if len(words) <= _FRAGMENT and not _SENTENCE_MARK.search(words) and not opens_heading(words):
            seen[words] += 1
            if len(before) > _LONG and not _is_closed(before):
                inside[words] += 1
    return frozenset(words for words, count in inside.items() if seen[words] >= 2 and 2 * count >= seen[words])
