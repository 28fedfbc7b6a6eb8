"""The years that a section's heading announces: 过去五年工作回顾, 今后五年的奋斗目标."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from core.model.document import Document
from core.model.report import Section
from core.numerals import FIRST_YEAR_OF_PLAN, read_number
from core.text import fold

_YEAR: Final = "(?:19|20)[0-9]{2}"
#: A number of years, and not the end of one: 二〇一五年.
_ALONE: Final = "(?<![0-9〇零○一二三四五六七八九])"
_HEADING_SPAN: Final = re.compile(
    rf"(?P<from>{_YEAR})年?[-—–~至到]+(?P<to>{_YEAR})年|(?P<since>{_YEAR})年以来"
    rf"|(?:过去|近|五年|回顾|今后|未来|本届)?的?(?P<years>{_ALONE}[三四五六3-6])年(?!规划)|本届政府"
)
_TERM: Final = re.compile(
    "(?:第?[一二三四五六七八九十]{1,3}|本|上一?)届[^，。]{0,8}政府[^，。]{0,8}(?:回顾|总结|成就)"
    "|[一二三四五六七八九十]{1,3}届人(?:民代表)?大(?:会)?(?:第?一次会议)?以来[^，。]{0,12}(?:回顾|总结|成就|成绩|发展|工作)"
)
#: 过去四年，是…, below a heading on the term that does not count its years.
_YEARS_TOLD: Final = re.compile("(?:过去的?|这)([三四五六3-6])年|(?:^|[，。；\n ])([三四五六3-6])年来")
#: 2018年以来，…, with which the words below it begin.
_SINCE: Final = re.compile("\\s*((?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?以来，")
_TOLD_WITHIN: Final = 160
_COUNTED: Final = re.compile(f"{_ALONE}[三四五六3-6]年|{_YEAR}|五(?!届)[”\"]?(?:时期|期间|规划|计划)?")
_COUNTS: Final = re.compile(f"{_ALONE}[三四五六3-6]年")
_EACH_YEAR: Final = re.compile(rf"{_YEAR}(?=年)")
_SEVERAL: Final = re.compile(f"[十八九][一二三四五]?五|{_ALONE}[2-6两三四五六]年|本届|以来")
_SPANNING: Final = re.compile(rf"今后|未来|过去|回顾|{_ALONE}五年|总结|规划|成就|{_YEAR}")


@lru_cache(maxsize=512)
def as_read(title: str) -> str:
    """A heading or title as patterns see it: digits of half width, no blanks (２００３ 年 is 2003年)."""
    return fold(title).replace(" ", "")


@lru_cache(maxsize=512)
def heading_span(title: str, year: int | None, ahead: bool) -> tuple[int, int] | None:
    """The years that a heading announces: 过去五年工作回顾, 今后五年的奋斗目标, 2018—2022年工作回顾.

    第四届市人民政府工作回顾 is one of its term: five years (Organic Law of local congresses and governments, 2004).
    """
    match = _HEADING_SPAN.search(title)
    if match is None and not ahead and year is not None and _TERM.search(title):
        return year - 4, year
    if match is None:
        for plan, first in reversed(FIRST_YEAR_OF_PLAN.items()):  # 十五 stands in 十五五, too
            if (ahead or "回顾" in title or "成就" in title) and plan in title and f"{plan}届" not in title:
                return first, first + 4
        return None
    if match["from"]:
        return int(match["from"]), int(match["to"])
    if year is None:
        return None
    if match["since"]:
        return (int(match["since"]), year) if int(match["since"]) < year and not ahead else None
    number = read_number(match["years"]) if match["years"] else None
    span = int(number.value) if number else 5
    return (year + 1, year + span) if ahead else (year - span + 1, year)


def counts_years(title: str) -> bool:
    """Whether a heading counts the years that it is about: 这是生态持续改善的五年."""
    return _COUNTS.search(as_read(title)) is not None


def _one_year(title: str) -> int | None:
    """The year that a heading names alone, without a plan or a count of years beside it."""
    years = _EACH_YEAR.findall(title)
    return int(years[0]) if len(years) == 1 and _SEVERAL.search(title) is None else None


def _as_told(document: Document, section: Section, span: tuple[int, int]) -> tuple[int, int]:
    """The years of a term (本届政府工作回顾), as many as the first words below its heading count or since they tell."""
    end = section.heading.end
    since = _SINCE.match(document.view, end, end + _TOLD_WITHIN)
    if since and span[0] <= int(since[1]) <= span[1]:
        return int(since[1]), span[1]
    told = _YEARS_TOLD.search(document.view, end, end + _TOLD_WITHIN)
    number = read_number(told[1] or told[2]) if told else None
    return (span[1] - int(number.value) + 1, span[1]) if number else span


def section_span(
    document: Document, sections: Mapping[str | None, Section], key: str | None
) -> tuple[int, int] | None:
    """The years of a section: those that it or a section above spans, else its year alone; None if unknown."""
    section = sections.get(key)
    if section is None:
        if document.told_since is not None and document.year is not None:
            return document.told_since, document.year
        if document.plan_since is not None and document.year is None and document.target_year is not None:
            return document.plan_since, document.target_year
    own = section.year if section else document.year
    ahead = section is not None and section.role in ("targets", "tasks")
    above = section
    while above is not None:
        if above.since is not None and above.year is not None:
            return above.since, above.year
        words = as_read(above.title)
        if above.year is not None and _one_year(words) == above.year:
            # （一）2015年工作, below 2015年和“十二五”时期工作回顾.
            return above.year, above.year
        if _SPANNING.search(words):
            looks_ahead = ahead or bool(re.search("今后|未来|目标", words))
            if found := heading_span(words, document.year, looks_ahead):
                return found if looks_ahead or _COUNTED.search(words) else _as_told(document, above, found)
        above = sections.get(above.parent)
    return (own, own) if own is not None else None
