"""The front of a report: its printed title, who gave it where, up to the first words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.model.records import record
from core.model.spans import Span
from core.sections.lexicon import context_words, heading_words
from core.sections.marks import Mark, mark_of
from core.sections.paragraphs import LABEL, SALUTATION, Paragraph
from core.sections.parts import COUNTED, LOOKS_BACK

_HAN: Final = "〇零○一二三四五六七八九十"
_DATE: Final = rf"(?:\d{{4}}|[{_HAN}]{{4}})年[\d{_HAN}]{{1,3}}月(?:[\d{_HAN}]{{1,3}}日)?"
#: 2013年7月全市财政收支情况 is a title, and no line with the day on which a report was given.
_OF_MONTH: Final = (
    r"\d{4}年\d{1,2}月份?[^在于日:：]{2,40}(?:情况|分析|[简浅]析|[快简月]报|通报|公报|总结|简讯|形势|解读|综述|数据|指标)$"
)
_STAMP_LINE: Final = (
    r"(?:来源[:：]\s*\S{1,20}\s+|[^\s，。；]{4,24}\s+)?(?:发布|发表|更新|公开)?(?:时间|日期)[:：]\s*\d{4}.{0,60}"
    r"|.{0,16}\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s.{0,40})?"
)
_BYLINE: Final = re.compile(
    r"[◆■●□○▲]?\s*(?:[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|电视台|新闻网))?"
    r"(?:本报|本台|新华社|首席|见习|实习|特约|全媒体|融媒体?|中心)*\s*(?:记者|通讯员).{0,30}"
    rf"|(?!{_OF_MONTH})[—－-]*\s*[（(]?\s*{_DATE}.{{0,60}}[）)]?"
    r"|(?!- )[—－-]{1,2}.{4,60}(?<![。；])|在.{4,40}(?:会议|大会|全会)上(?:的(?!讲话|发言|致辞|报告).{0,12})?"
    r"|[（(].{4,60}[）)]|.{0,12}第[一二三四五六七八九十]{1,3}次(?:全体)?会议上"
    rf"|[\u4e00-\u9fff]{{2,6}}(?:[日晚晨早]报|时报|都市报|商报|电视台|新闻网)(?:讯|客户端)?\s*(?:{_DATE})?(?:\s.{{0,16}})?"
    r"|.{0,24}(?:总理|主席|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|局长|厅长|院长|检察长|行长|会长|主任|书记)\s*[\u4e00-\u9fff·\s]{2,8}"
    r"|.{0,20}(?:统计局|调查队|财政局|委员会|办公室|人民政府|办公厅)(?:\s+.{0,24}(?:统计局|调查队|财政局|委员会|办公室))*"
    r"|>.{4,60}"
    r"|[\u4e00-\u9fff]{2,12}[〔\[(（]\d{4}[〕\])）]\s*第?\d{1,4}号"
    rf"|{_STAMP_LINE}"
)
#: The stamp of a page under its title.
_STAMP: Final = re.compile(_STAMP_LINE)
_DATELINE_IN_TITLE: Final = re.compile(r"[—－-]{2}|[（(]\s*(?:\d{4}年\d|[一二][〇零])")
_NOTE_MARK: Final = re.compile(r"(?:[①-⑳*]|\[\d+\]|[（(]\d+[）)]){1,4}$")
_SPACED: Final = re.compile(r"(?<=[\u3400-\u9fff])[ \t]+(?=[\u3400-\u9fff])")
_YEAR_FIRST: Final = re.compile(r"\d{4}年度?")
_OFFICE: Final = re.compile(r"[\u4e00-\u9fff]{4,30}(?:局|厅|委|委员会|办公室|中心|人民政府)")
_META_TITLE: Final = re.compile(r"(?:标题|title)\s*:\s*[\"']?(.+?)[\"']?$")
_UNFIT: Final = re.compile(r"[。！？；，:：]$|^[—－\-(（>]")
#: 公共预算收入 28.6亿元 ↑8.3%, below a title.
_FIGURE: Final = re.compile(r"\d(?:\.\d+)?\s*(?:%|[万亿][元吨亩人]?|[元吨亩户]|个百分点)")
#: 2024年青石县要办的民生实事, the first line of a page: what it says of a place is the title of all of it.
_OF_A_PLACE: Final = re.compile(r"(?:(?![全我本各])[\u4e00-\u9fff]){2}[省市县区州旗镇乡](?![属直级委内外域])")
#: 今年，全县要干这些大事！, over a page: a sentence of a speech would name whom it speaks to.
_EXCLAIMS: Final = re.compile(r"(?!各位|同志)[^。；：:]{8,40}[！!？?]")
#: A line that goes on with the title above it: 规划 / 和二〇三五年远景目标纲要.
_JOINS: Final = re.compile(r"[和及与暨的]")
#: A long line without these is a list of links.
_SAYS: Final = re.compile(r"[。；，]")
#: A name alone, under a dateline.
_PERSON: Final = re.compile(r"[\u4e00-\u9fff]{1,2} ?[\u4e00-\u9fff]{1,2}")
#: 第一篇：镇政府工作报告, where a page of examples was cut behind its first.
_VOLUME: Final = re.compile(r"(?:第一篇|篇一)\s*[:：]\s*(?=.{4})")
_SECOND: Final = re.compile(r"(?:第二篇|篇二)\s*[:：]")
_LONGEST: Final = 60
_LONGEST_BODY: Final = 80
#: A notice that passes something on has no more paragraphs.
_LONGEST_NOTICE: Final = 10
_HANDS_ON: Final = re.compile("(?:印发|转发|发)给你们|(?:予以|现予|予)(?:印发|公布|发布)")


@record
class Front:
    """The title's words and place, and which paragraphs are title and byline."""

    title: str | None
    title_span: Span | None
    title_at: frozenset[int]
    byline_at: frozenset[int]


@record
class _Candidate:
    words: str
    span: Span
    at: tuple[int, ...]
    score: int


def read_front(paragraphs: Sequence[Paragraph]) -> Front:
    """The title and byline of the document; a title is None where only body text is printed."""
    end = _front_end(paragraphs)
    byline = frozenset(
        index for index in range(end)
        if paragraphs[index].kind == "text" and (_is_byline(paragraphs[index].words) or _is_speaker(paragraphs, index))
    )
    lines = [
        index for index in range(end)
        if paragraphs[index].kind == "text" and index not in byline and not SALUTATION.match(paragraphs[index].words)
    ]
    by_word = _by_word(paragraphs, lines, byline)
    whole = [one for one in by_word if not any(set(one.at) < set(other.at) for other in by_word)]
    candidates = [*whole, *_from_meta(paragraphs, end)]
    best = max(candidates, key=lambda candidate: candidate.score, default=None) or _first_lines(paragraphs, lines)
    best = best if best is not None and best.score > 1 else _only_top_heading(paragraphs) or best
    if best is None or context_words().title_word.search(best.words) is None:
        best = _passed_on(paragraphs, end) or best
    byline |= _handed_on(paragraphs, end)
    if best is None:
        return Front(None, None, frozenset(), byline)
    again = frozenset(
        index for index in lines
        if _repeats(_squeeze(_VOLUME.sub("", paragraphs[index].words.strip("*# "))), best.words)
    )
    title_at = frozenset(best.at) | again
    return Front(best.words, best.span, title_at, byline - title_at)


def is_named(front: Front) -> bool:
    """Whether a title says what the document is called, and does not only stand first."""
    return front.title is not None and context_words().title_word.search(_bare(front.title)) is not None


def untitled(front: Front) -> Front:
    """The same without a title: the lines that were taken for it are text."""
    return Front(None, None, frozenset(), front.byline_at)


def _repeats(words: str, title: str) -> bool:
    """Whether a line is the title again, or the part of it that says what the document is called."""
    return words in title and (words == title or context_words().title_word.search(words) is not None)


def _is_byline(words: str) -> bool:
    words = words.strip("* ")
    if words.isascii() and context_words().english_title.search(words) is None:
        return heading_words().byline.search(words) is not None or _BYLINE.fullmatch(words) is not None
    return _BYLINE.fullmatch(words) is not None


def _is_speaker(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is the name of who speaks, without an office: the next one greets those who listen."""
    plain = paragraphs[index].words.strip("* ")
    if _PERSON.fullmatch(plain) is None or _opens_text(plain):
        return False
    following = next((one.words for one in paragraphs[index + 1 :] if one.kind == "text"), "")
    return SALUTATION.fullmatch(following) is not None


def _opens_title(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a bold line goes on in a bold line that says what the document is called: 青川县 / 2008年统计公报."""
    pair = [one.words for one in paragraphs[index : index + 2] if one.kind == "text" and one.words.startswith("**")]
    if len(pair) < 2 or any((mark := mark_of(words)) is None or mark.style != "bold" for words in pair):
        return False
    first, second = (words.strip("* ") for words in pair)
    named = context_words().title_word
    return not _UNFIT.search(first) and not _opens_text(first) and named.search(_bare(second)) is not None


def without_last_line(front: Front, paragraphs: Sequence[Paragraph]) -> Front | None:
    """The front with one line less in its title, which may head what follows; None where the title is one line."""
    at = sorted(front.title_at)
    if len(at) < 2 or _stamped(paragraphs, at[-1]):
        return None
    last, words = _bare(paragraphs[at[-1]].words), context_words()
    if words.title_word.search(last) or words.english_title.search(last):
        return None
    kept = at[:-1]
    title = _squeeze("".join(paragraphs[index].words.strip("*# ") for index in kept))
    return Front(title, _span(paragraphs, kept), frozenset(kept), front.byline_at)


def _front_end(paragraphs: Sequence[Paragraph]) -> int:
    """The index of the first paragraph of the text proper."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind != "text":
            continue
        words = paragraph.words
        plain = words.strip("*# ")
        mark = mark_of(words)
        if SALUTATION.fullmatch(words) or heading_words().contents.fullmatch(plain):
            return index
        named = context_words().title_word.search(_bare(plain)) is not None
        front = (
            _BYLINE.fullmatch(plain) is not None or _is_speaker(paragraphs, index) or _opens_title(paragraphs, index)
        )
        if mark is not None and not front and not (
            (named and _may_mark_title(mark)) or _lone_volume(paragraphs, plain)
        ):
            return index
        # ——单位基本情况 below a title says what the document is on.
        subtitle = plain.startswith("——")
        calls = _OF_A_PLACE.search(plain) and not any(one.kind == "text" for one in paragraphs[:index])
        if not named and not subtitle and not calls and not _stamped(paragraphs, index) and _opens_text(plain):
            return index
        if (len(words) > _LONGEST_BODY and _SAYS.search(words)) or (words.endswith("。") and len(words) > 20):
            return index
    return len(paragraphs)


def _lone_volume(paragraphs: Sequence[Paragraph], plain: str) -> bool:
    """Whether a line calls a document and counts it as the first of several, of which the text holds no second."""
    return (
        _VOLUME.match(plain) is not None
        and context_words().title_word.search(_bare(plain).rstrip("0123456789")) is not None
        and not any(_SECOND.match(one.words) for one in paragraphs)
    )


def _opens_text(plain: str) -> bool:
    """Whether a line is the heading of the text's first part."""
    words = heading_words()
    # 聚焦报告·过去一年工作回顾: behind the column's name stands a title.
    return "·" not in plain and (
        words.names_part(plain) or words.preface.fullmatch(plain) is not None
        or LOOKS_BACK.fullmatch(plain.rstrip("—")) is not None
    )


def _stamped(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the stamp of a page follows a line, which is then the title's last."""
    return index + 1 < len(paragraphs) and _STAMP.fullmatch(paragraphs[index + 1].words) is not None


def _may_mark_title(mark: Mark) -> bool:
    """Whether a title may stand behind this mark: a sign or markdown, never an ordinal (一、2008年工作总结)."""
    return mark.rank is None or mark.style.startswith("markdown")


def _bare(words: str) -> str:
    """A title line without what follows it on the line: dateline, note mark."""
    words = _VOLUME.sub("", words)
    cut = _DATELINE_IN_TITLE.search(words)
    if cut and cut.start() >= 4:
        words = words[: cut.start()]
    words = words.strip("*# ")
    # 【聚焦两会】云溪市政府工作报告 keeps the word before it; a title alone between the signs loses both.
    words = words if 0 < words.find("】") < len(words) - 1 else words.strip("【】 ")
    return _NOTE_MARK.sub("", words).rstrip()


def _squeeze(words: str) -> str:
    return _SPACED.sub("", words)


def _by_word(paragraphs: Sequence[Paragraph], lines: Sequence[int], byline: frozenset[int]) -> list[_Candidate]:
    """Lines that end with what a document is called, with the wrapped lines before them.

    An office stands before a line that begins with the year as part of the title, elsewhere as its author.
    """
    found: list[_Candidate] = []
    for position, index in enumerate(lines):
        words = paragraphs[index].words
        if not context_words().title_word.search(_squeeze(_bare(words))):
            continue
        first = position
        while first > 0 and _wrapped(paragraphs, lines, first):
            first -= 1
        at = tuple(lines[first : position + 1])
        if at[0] - 1 in byline and _YEAR_FIRST.match(paragraphs[at[0]].words) and len(at) == 1:
            office = paragraphs[at[0] - 1].words
            at = (at[0] - 1, *at) if _OFFICE.fullmatch(office) else at
        joined = _squeeze("".join(_bare(paragraphs[member].words) for member in at))
        if len(joined) <= _LONGEST:
            found.append(_Candidate(joined, _span(paragraphs, at), at, _score(joined) + 1))
    return found


def _wrapped(paragraphs: Sequence[Paragraph], lines: Sequence[int], position: int) -> bool:
    """Whether the title line before is the first half of this one: neighbours, no end of its own."""
    before, here = paragraphs[lines[position - 1]], paragraphs[lines[position]]
    words = _squeeze(before.words.strip("*# "))
    return (
        lines[position] - lines[position - 1] == 1 and 4 <= len(words) <= 40 and not _UNFIT.search(words)
        and (not context_words().title_word.search(words) or _joins(words, here.words))
        and words not in _squeeze(here.words)
    )


def _joins(words: str, following: str) -> bool:
    """Whether a line that could be a whole title goes on in the next: …规划 / 和…纲要, 《…规划 / 纲要》的通知."""
    return _JOINS.match(following) is not None or words.count("《") > words.count("》")


def _from_meta(paragraphs: Sequence[Paragraph], end: int) -> list[_Candidate]:
    """The title that a file's own header names."""
    found: list[_Candidate] = []
    for index in range(end):
        paragraph = paragraphs[index]
        match = _META_TITLE.fullmatch(paragraph.words) if paragraph.kind == "noise" else None
        if match:
            words = _bare(match[1])
            start = paragraph.at(match.start(1))
            found.append(_Candidate(_squeeze(words), Span(start, start + len(words)), (), _score(words)))
    return found


def _score(words: str) -> int:
    kinds = sum(bool(pattern.search(words)) for _, pattern in context_words().kinds)
    return 2 * bool(re.search(r"\d{4}年|第.{1,4}个", words)) + 2 * bool(re.search(r"[省市县区州国]", words)) + kinds


def _first_lines(paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> _Candidate | None:
    """A newspaper title: the first lines, until the text begins or they are printed again."""
    taken: list[int] = []
    for index in lines:
        words = paragraphs[index].words
        if heading_words().contents.fullmatch(words):
            break
        # 总产值 / 326.5 / 亿元: a figure over three lines is told, and names nothing.
        told = len(paragraphs[index].pieces) > 2 and re.search(r"\d", words) is not None
        told = told or (bool(taken) and (_FIGURE.search(words) or COUNTED.search(words)) is not None)
        whole = not taken and _EXCLAIMS.fullmatch(words) is not None
        # Behind who wrote it, no title goes on.
        unfit = (_UNFIT.search(words) and not whole) or (
            taken and any(paragraphs[one].kind == "text" for one in range(taken[-1] + 1, index))
        )
        if _columns(words) > 40 or unfit or len(taken) == 3 or told or (taken and LABEL.match(words)):
            break
        if any(words in paragraphs[member].words for member in taken):
            break
        taken.append(index)
        if whole:
            break
    if not taken or (len(taken) == 1 and _PERSON.fullmatch(paragraphs[taken[0]].words)):
        return None
    words = _squeeze("".join(paragraphs[index].words.strip("*# ") for index in taken))
    return _Candidate(words, _span(paragraphs, taken), tuple(taken), 0) if _columns(words) <= _LONGEST else None


def _columns(words: str) -> int:
    """The printed length, in Han characters; two Latin letters fill one."""
    latin = sum(sign < "\u2e80" for sign in words)
    return len(words) - latin // 2


def _passed_on(paragraphs: Sequence[Paragraph], end: int) -> _Candidate | None:
    """The title of what a notice without one passes on: printed below 现印发给你们 and the office's name and date."""
    above: int | None = None
    for index in _below_notice(paragraphs, end):
        words = paragraphs[index].words
        if mark_of(words) is not None or len(words) > _LONGEST:
            return None
        if context_words().title_word.search(_bare(words)) and not _BYLINE.fullmatch(words):
            # 关于清河市国民经济和社会发展 / 第十一个五年规划纲要的报告.
            at = [index] if above is None or words.startswith("关于") else [above, index]
            title = _squeeze("".join(_bare(paragraphs[one].words) for one in at))
            return _Candidate(title, _span(paragraphs, at), tuple(at), 2)
        above = index if words.startswith("关于") else None
    return None


def _below_notice(paragraphs: Sequence[Paragraph], end: int) -> Iterator[int]:
    """The text below the words with which a notice hands something on (现印发给你们), none where there are none."""
    told = False
    for index in range(end, min(end + _LONGEST_NOTICE, len(paragraphs))):
        words = paragraphs[index].words
        if paragraphs[index].kind != "text":
            continue
        if told:
            yield index
        else:
            told = ("给你们" in words or "予" in words) and _HANDS_ON.search(words) is not None


def _handed_on(paragraphs: Sequence[Paragraph], end: int) -> frozenset[int]:
    """What stands between a notice that hands a report on and those whom the report speaks to: date, title, byline."""
    found: list[int] = []
    for index in _below_notice(paragraphs, end):
        words = paragraphs[index].words
        if SALUTATION.fullmatch(words):
            return frozenset(found)
        if mark_of(words) is not None or len(words) > _LONGEST or _UNFIT.search(words.lstrip("（(")):
            return frozenset()
        found.append(index)
    return frozenset()


def _only_top_heading(paragraphs: Sequence[Paragraph]) -> _Candidate | None:
    """The one markdown heading of the first level that opens the text."""
    tops = [
        index for index, paragraph in enumerate(paragraphs)
        if paragraph.kind == "text" and paragraph.words.startswith("# ")
    ]
    first = next((index for index, paragraph in enumerate(paragraphs) if paragraph.kind == "text"), None)
    if len(tops) != 1 or tops[0] != first:
        return None
    return _Candidate(_squeeze(_bare(paragraphs[tops[0]].words)), _span(paragraphs, tops), tuple(tops), 0)


def _span(paragraphs: Sequence[Paragraph], at: Sequence[int]) -> Span:
    """From the first line's first character to the end of the last line's own title words."""
    last = paragraphs[at[-1]]
    first = paragraphs[at[0]].words
    start = paragraphs[at[0]].at(first.find(_bare(first)))
    bare = _bare(last.words)
    return Span(start, last.at(last.words.find(bare) + len(bare) - 1) + 1)
