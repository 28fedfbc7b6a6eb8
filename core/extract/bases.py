"""What others are set against: the figure of a time before, and that of the whole, told beside one of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.extract import frames
from core.extract.links import Link
from core.lexicon import WHOLE_AREA, pattern
from core.numerals import last_of_plan

if TYPE_CHECKING:
    from core.extract.periods import Period
    from core.extract.roles import Setting

#: （全市11.1%）, （全市平均9100元、全省平均8895元）; an amount of all is set beside one's own only where it is a mean.
_BESIDE: Final = (
    f"(?:[（(](?:{WHOLE_AREA}[^（）()，。；、]{{1,16}}[、，])?(?:{WHOLE_AREA}|[东中西]部(?:地区)?)的?(?P<mean>%compared_level%)?(?:为|是|约)?"
    "|(?:[高低快慢好优]于|超过)[^，。；、（）()0-9]{2,12}(?:(?<=平均水平)|(?<=平均增[速幅]))[（(])$"
)
#: 高于全市|90%的平均水平: what is set beside is told behind its figure.
_MEAN_BEHIND: Final = "的?(?:全[国省市县区])?(?!目标)(?P<level>%compared_level%)(?![\\u4e00-\\u9fff])"
#: 比上年同期14.5亿元增加; the last sign of what may stand before such a figure.
_BASE: Final = re.compile(
    r"(?:比|较|与|同)(?:上一?年|去年|(?P<two>前年)|(?P<year>(?:19|20)[0-9]{2})年|[“\"]?(?P<plan>(?:十[一二三四五]|[八九十])五)[”\"]?期?(?=末))"
    r"度?(?P<same>同期)?[末底]?(?:同月|全年)?(?:(?:决算|预算|完成|执行|实际)数|第[一二三四五六七八九十]次[^，。；0-9]{2,8}普查(?:时|数据)?)?(?:（[^（）0-9]{2,24}）)?的?$"
)
#: 上涨2%（上年同月为上涨4%）.
_BASE_IN_BRACKET: Final = re.compile(
    "[（(](?:上年|去年|(?P<two>前年)|(?P<year>(?!))|(?P<plan>(?!)))(?P<same>同[期月])(?:为|是|增长|上涨|上升|增加|下降|减少|降低)*$"
)
#: 在2005年652亿元的基础上: what the rest builds on.
_ON_WHICH: Final = re.compile(
    "在(?:上年|去年|(?P<two>前年)|(?P<year>(?:19|20)[0-9]{2})年|(?P<plan>(?!)))度?(?P<same>同期)?[末底]?的?[^，。；0-9]{0,8}$"
)
#: 是1986年1105万元的1390倍: what the multiple is of.
_OF_MULTIPLE: Final = re.compile(
    "(?:是|为|相当于|达到?)(?:上年|去年|(?P<two>前年)|(?P<year>(?:19|20)[0-9]{2})年)度?(?P<same>同期)?(?P<plan>)的?$"
    "|(?:是|为|相当于|达到?)[“\"]?(?P<term>(?:十[一二三四五]|[七八九十])五)[”\"]?(?:时期|期间|时)的?$"
)
_MULTIPLE_BEHIND: Final = re.compile("的(?:近|约)?[0-9.]+(?:多|余)?倍")
_PARTS_BEFORE: Final = re.compile("(?:[0-9.]+ ?[:∶] ?)+$")
#: So far back, in characters, the words of a base may begin: 与2010年第六次全国人口普查的.
_BASE_REACH: Final = 44
_BASE_SIGNS: Final = re.compile("[年度期末底月的数]")


def base_of(text: str, link: Link) -> re.Match[str] | None:
    """The words that make a figure what another is set against: 比上年同期14.5亿元增加0.2亿元."""
    position = link.quantity.start
    if text.startswith(("（", "("), position - 1):
        # 比上年（13.9万吨）增加0.3万吨.
        position -= 1
    if link.quantity.rule == "number.structure":
        # 同上年的45.8:22.3:31.9相比: all of it is compared with.
        parts = _PARTS_BEFORE.search(text, max(0, position - 32), position)
        position = parts.start() if parts else position
    if text.startswith("同", text.find("年", position - 9, position) + 1) and (
        told := _BASE_IN_BRACKET.search(text, max(0, position - 16), position)
    ):
        return told
    if link.quantity.rule == "number.doubling" or not _BASE_SIGNS.match(text, position - 1):
        # 比2010年翻一番 names the year alone.
        return None
    if _MULTIPLE_BEHIND.match(text, link.quantity.after):
        return _OF_MULTIPLE.search(text, max(0, position - 16), position)
    if text.startswith("的基础上", link.quantity.after):
        return _ON_WHICH.search(text, max(0, position - 20), position)
    return _BASE.search(text, max(0, position - _BASE_REACH), position)


def mean_behind(text: str, start: int, end: int, after: int) -> re.Match[str] | None:
    """The words behind a figure at `end` that call it the mean of another body: 高于全市90%的平均水平."""
    if not text.startswith(("的", "平均"), after) or (match := pattern(_MEAN_BEHIND).match(text, after)) is None:
        return None
    return match if pattern(frames.COMPARED).search(text, max(start, end - 30), end) else None


def base_period(base: re.Match[str], stated: Period | None, setting: Setting) -> str | None:
    """The time of what is compared with: the year before the one at hand and the part of it, unless a year is told."""
    if base["year"]:
        return str(base["year"])
    if base["plan"]:
        return str(last_of_plan(base["plan"]))
    if term := base.groupdict().get("term"):
        # 是“十二五”时期4.3亿元的1.9倍: what all its years brought.
        last = last_of_plan(term)
        return f"{last - 4}-{last}"
    if stated and stated.start >= base.start():
        # （上年同月为上涨4%）: the year itself is told there.
        month = setting.carried.part if setting.carried and base["same"] and not stated.part else ""
        return f"{stated.last}-{month}" if month else stated.text
    at_hand = stated or setting.carried
    ahead = setting.role in ("targets", "tasks")
    year = at_hand.last if at_hand else (setting.target_year if ahead else setting.year)
    if year is None:
        return None
    part = f"-{at_hand.part}" if at_hand and at_hand.part and base["same"] else ""
    return f"{year - (2 if base['two'] else 1)}{part}"


def set_beside(text: str, link: Link) -> re.Match[str] | None:
    """The words that make a figure the one of all: 增长7.5%（全市11.1%）, 高于全省平均水平（52%）, 高于全市9%的均值."""
    position = link.quantity.start
    if link.quantity.kind == "rate" and (mean := mean_behind(text, 0, position, link.quantity.after)):
        return mean
    opened = max(text.rfind("（", max(0, position - 24), position), text.rfind("(", max(0, position - 24), position))
    if opened < 0 or (match := pattern(_BESIDE).search(text, max(0, opened - 20), position)) is None:
        return None
    each = link.name is not None and "均" in link.name.text
    return match if match["mean"] or each or link.quantity.kind == "rate" else None
