"""The printed marks that open a heading: ordinals of every usual style, signs, brackets, markdown."""

from __future__ import annotations

import re
from typing import Final

from core.model.records import record

#: Styles that are marks only where their numbers go on from one to the next (`core.sections.sequences`):
#: 一 工业, 一是统筹城乡发展 on a line of its own, 1.2 编制依据, an ordinal alone on its line.
BY_SEQUENCE: Final = frozenset(
    {"stem", "han-blank", "han-is", "decimal-1", "decimal-2", "decimal-3", "han-alone", "han-bracket-alone", "word"}
)
_HAN: Final = "一二三四五六七八九十百零〇"
#: What a heading behind a bare mark begins with: a word, a quote or a year.
_WORD: Final = r"(?=[\u4e00-\u9fff“]|(?:19|20)\d\d年)"
#: 一、二、三产业 and 三、四线城市 are words of a sentence; 一、二季度经济实现正增长 on its line is a heading.
_NUMBERS_ON: Final = rf"[{_HAN}]{{1,3}}(?:[、产线级]|季(?!度?[\u4e00-\u9fff]{{4,20}}$)|次产|是)"
_PART: Final = r"(?i:part)\s*[.]?\s*(?:\d{1,2}|[一二三四五六七八九十])"
#: 第一部分简要报告了…, 第二部分提出…: what a part of a paper does.
_TELLS: Final = "从(?!严)|提出|简要|阐述|指出|介绍|分析了|总结了|讲"
#: 甲、一九五七年工作总结, in reports of the fifties.
_STEMS: Final = "甲乙丙丁戊己庚辛"
_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_MARKDOWN: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD: Final = re.compile(r"\*\*([^*]+)\*\*\s*$")
#: 关键词1 创新, 热词二：乡村振兴: a digest counts what it is made of.
_COUNTED_WORD: Final = "(?:高频词|关键[词字]|[热新]词|[看亮焦热]点|板块|篇章)"
#: Style, rank (lower is higher up) and pattern; group 1 is the ordinal.
_NUMBERED: Final = (
    ("book", 10, re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*[编篇](?!章)\s*:?\s*(?=\S|$)")),
    ("part", 11, re.compile(rf"第\s*([{_HAN}\d]{{1,3}})\s*部分(?![是为由共包，]|{_TELLS})\s*[:、]?\s*")),
    ("part-latin", 11, re.compile(rf"({_PART})(?!\d)\s*[.:、|]?\s*(?:{_WORD}|$)")),
    ("chapter", 12, re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*章\s*:?\s*")),
    ("lesson", 13, re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*节(?!课)\s*:?\s*")),
    ("article", 14, re.compile(rf"第([{_HAN}\d]{{1,4}})条(?=\s|$)\s*")),
    ("roman", 19, re.compile(r"([IVX]{1,5}|[Ⅰ-Ⅻ])\s*[.、]\s*(?=[A-Z][A-Za-z]|[\u4e00-\u9fff]|(?:19|20)\d\d年)")),
    ("stem", 19, re.compile(rf"([{_STEMS}])、\s*(?![{_STEMS}])")),
    ("han", 20, re.compile(rf"([{_HAN}]{{1,3}})\s*[、.]\s*(?!{_NUMBERS_ON})")),
    ("han-is", 23, re.compile(rf"([{_HAN}]{{1,2}})是(?=[\u4e00-\u9fff“])")),
    ("han-blank", 20, re.compile(rf"([{_HAN}]{{1,3}}) +{_WORD}")),
    ("han-alone", 20, re.compile(rf"([{_HAN}]{{1,3}})$")),
    ("han-bracket-alone", 21, re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]$")),
    ("han-bracket", 21, re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]\s*[、.]?\s*")),
    ("han-bracket", 21, re.compile(r"([㈠-㈩])\s*[、.]?\s*")),
    ("word", 20, re.compile(rf"{_COUNTED_WORD}\s*([{_HAN}\d]{{1,2}})(?!\d)\s*[:、|]?\s*(?=[\u4e00-\u9fff“])")),
    ("digit", 22, re.compile(r"((?!0[.、])\d{1,2})\s*(?:\\?[.](?!\d| \d+ ?(?:[%‰万亿]|元|个百分点))|、)\s*")),
    ("digit-key", 22, re.compile("(\\d)\ufe0f?\u20e3\\s*(?=\\S)")),
    ("decimal-3", 24, re.compile(r"\d{1,2}[.]\d{1,2}[.](\d{1,2})(?![\d.])\s*")),
    ("decimal-2", 23, re.compile(r"\d{1,2}[.](\d{1,2})(?![\d.%])(?:\s*(?=[\u4e00-\u9fff“])| +(?=[A-Z][a-z]))")),
    ("digit-zero", 22, re.compile(rf"(0[1-9])(?!\d)\s*[|/:-]?\s*(?:{_WORD}|$)")),
    ("decimal-1", 22, re.compile(rf"(\d{{1,2}}) +{_WORD}")),
    ("han-half-bracket", 21, re.compile(rf"([{_HAN}]{{1,3}})\s*[）)]\s*[、.]?\s*")),
    ("digit-half-bracket", 26, re.compile(r"(\d{1,2})\s*[）)]\s*[、.]?\s*")),
    ("digit-bracket", 25, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*[、.]?\s*")),
)
#: What the numbered marks open with, digits of all kinds aside.
_OPENING: Final = frozenset(f"第（(IVXpP高关热新看亮焦板篇{_HAN}{_STEMS}ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
_SIGN: Final = re.compile(r"([◆■●★▲□○※◇▶►☆△◎❖➤])\s*(?=\S)")
#: 🔎2023年，我们这样走过, in a post on the web.
_PICTOGRAPH: Final = re.compile("([\U0001F000-\U0001FAFF✅✨⭐])[\U0001F000-\U0001FAFF✅✨⭐\u200d\ufe0f]*\\s*(?=\\S)")
_BRACKETED: Final = re.compile(r"[【〖](?![^】〗]*(?:www\.|https?:))([^】〗]{2,40})[】〗]$")
_ALONE: Final = re.compile(
    rf"第\s*[{_HAN}\d]{{1,4}}\s*(?:[编篇章节]|部分)|{_PART}|0[1-9]|[{_HAN}]{{1,2}}、?|[（(][{_HAN}]{{1,2}}[）)]"
)
_LONGEST_MARK: Final = 8
_LEADING: Final = re.compile(r"[>\s*]*(?=\S)")


@record
class Mark:
    """The mark at the start of a paragraph. `start` is where the heading's own words begin, `end` where they may end.

    `style` is the same for marks of one kind; `rank` orders numbered styles, None for signs. `number` is the ordinal.
    """

    style: str
    rank: int | None
    number: int | None
    start: int
    end: int


def mark_of(words: str) -> Mark | None:
    """The heading mark that opens `words`, if any."""
    start, end = 0, len(words)
    if match := _MARKDOWN.match(words):
        return Mark(f"markdown-{len(match[1])}", len(match[1]), None, match.end(), end)
    bold = _BOLD.match(words)
    if bold:
        start, end = bold.span(1)
    elif match := _LEADING.match(words):
        start = match.end()
    for style, rank, pattern in _NUMBERED if _may_be_numbered(words, start) else ():
        if match := pattern.match(words, start):
            return Mark(style, rank, ordinal(match[1].lstrip("PARTpart. ")), match.end(), end)
    if match := _SIGN.match(words, start):
        inner = _BRACKETED.match(words, match.end(), end)
        return Mark(match[1], None, None, *(inner.span(1) if inner else (match.end(), end)))
    if match := _PICTOGRAPH.match(words, start):
        return Mark(match[1], None, None, match.end(), end)
    if match := _BRACKETED.match(words, start, end):
        return Mark("【】", None, None, *match.span(1))
    if bold:
        return Mark("bold", None, None, start, end)
    return None


def is_pictograph(style: str) -> bool:
    """Whether a style is that of a picture before the words."""
    return len(style) == 1 and _PICTOGRAPH.match(style + "字") is not None


def opens_heading(words: str) -> bool:
    """Whether a line may begin a heading, or a list item: either way it begins something new."""
    return words[:1] in "◆■●★▲□○※◇▶►☆△◎❖➤#-—－【*①②③④⑤⑥⑦⑧⑨⑩" or _PICTOGRAPH.match(words) is not None or (
        _may_be_numbered(words, 0)
        and any(pattern.match(words) for style, _, pattern in _NUMBERED if style not in BY_SEQUENCE)
    )


def _may_be_numbered(words: str, start: int) -> bool:
    """Whether the sign at `start` opens a mark of any style: most paragraphs open with a word."""
    sign = words[start : start + 1]
    return sign in _OPENING or sign.isdecimal()


def is_mark_alone(words: str) -> bool:
    """Whether a line is an ordinal whose heading stands on the next line (第一章, 01, 一)."""
    return len(words) <= _LONGEST_MARK and _ALONE.fullmatch(words) is not None


def ordinal(written: str) -> int | None:
    """The value of an ordinal up to 999 in Arabic, Han or Roman numerals; None when it is no number (十百)."""
    if written.isdigit():
        return int(written)
    if len(written) == 1 and written in _STEMS:
        return _STEMS.index(written) + 1
    if "㈠" <= written <= "㈩":
        return ord(written) - ord("㈠") + 1
    if "Ⅰ" <= written <= "Ⅻ":
        return ord(written) - ord("Ⅰ") + 1
    if written[:1] in _ROMAN:
        values = [_ROMAN[sign] for sign in written]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    total, digit = 0, 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif sign == "百" and digit:
            total, digit = total + digit * 100, 0
        else:
            return None
    return total + digit
