"""Names of parts that stand before their text on the same line, without the full stop of a run-in heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from core.sections.lexicon import heading_words

if TYPE_CHECKING:
    from core.sections.heading import Heading
    from core.sections.paragraphs import Paragraph

#: 一、农业    农业生产…: blanks alone part a short name from the text that it heads.
_APART: Final = re.compile(r"([\u4e00-\u9fff、]{2,15})  +(?=[^ ]{2,}[，。])")
#: 产业发展：…, a name and its text.
_COLON_HEAD: Final = re.compile(
    r"(?!.{0,8}(?:单位|时间|时限|地点|部门|责任人|领导|人员|对象|其中))[\u4e00-\u9fff、“”]{2,14}:"
    "(?!是?指|即|反映|用于)(?=.{24,}[。；])"
)
#: 抓网络建设　新建…, a blank behind the name.
_BLANK_HEAD: Final = re.compile(r"[\u4e00-\u9fff、“”]{4,16} (?=[\u4e00-\u9fff][^ ]{9,}[。；])")
#: Words that begin the text, where a part's name stands before them without a mark.
_TOGETHER: Final = re.compile(
    "([^，。；：:！？]{3,22}?)"
    "(?=(?:今年|去年|过去的?[一二三四五345]年|刚刚过去|一年来|[五四三]年来|截至|[当目]前|近年来|面对|各位代表|本届政府"
    r"|做好(?=今年|明年|全年)|“?十[一二三四五]五”?(?:以来|时期|期间)|(?:19|20)\d\d年)(?!的|度?(?:工作|主要|重点))[^，。；]{0,20}[，。是])"
)
#: So many names with a colon in one document prove one another, whatever their marks.
_FEW: Final = 3


def name_apart(body: str) -> int | None:
    """Where a short name ends that is set apart from its text by blanks, a colon or nothing at all; None for others.

    `body` are the words behind an ordinal.
    """
    if match := _APART.match(body):
        return match.end(1)
    if (match := _TOGETHER.match(body)) and heading_words().names_part(name := match[1].rstrip()):
        return len(name)
    match = _COLON_HEAD.match(body) or _BLANK_HEAD.match(body)
    return match.end() if match else None


def lone_names(marked: Mapping[int, Heading], paragraphs: Sequence[Paragraph]) -> list[int]:
    """The paragraphs with a colon or one blank behind a name (1、示范点建设：…) where no other of the kind has one."""
    found: list[int] = []
    for sign in (":", " "):
        apart = {
            index: one for index, one in marked.items()
            if one.run_in and paragraphs[index].words[one.end - 1] == sign
        }
        styles = Counter(heading.style for heading in apart.values())
        few = sign == " " or len(apart) < _FEW
        found += [index for index, one in apart.items() if styles[one.style] < 2 and few]
    return found
