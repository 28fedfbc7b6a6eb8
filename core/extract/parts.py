"""What headings, title and opening say about the sentences of a part: its role, its years, the part of the year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.extract.heading_years import as_read, counts_years, section_span
from core.extract.periods import Period, find_periods
from core.model.document import Document
from core.model.records import record
from core.model.report import Section, SectionRole

#: A part on the years to come and on the one begun: 今后五年的目标和2003年工作的建议.
_BOTH: Final = re.compile(r"(?:今后|未来|[十八九][一二三四五]?五[”\"]?)[^，。]{0,24}(?:今年|(?:19|20)[0-9]{2}年)")
#: A review of several years and of the last of them: 过去五年和2017年工作回顾.
_AND_LAST_YEAR: Final = re.compile(
    "(?:[三四五]年|[十八九][一二三四五]?五[”\"]?|本届政府)[^，。0-9]{0,16}[和及与暨、](?:(?:19|20)[0-9]{2}年|去年|过去一年)"
)
#: A review of the last year and of several: 2015年和“十二五”时期工作回顾.
_LAST_YEAR_FIRST: Final = re.compile(
    "(?:(?:19|20)[0-9]{2}年|去年|过去一年)(?:的|政府|工作){0,3}[和及与暨、][“\"]?(?:[十八九][一二三四]?五|(?:过去|近)?[三四五]年|本届)"
)
#: 《报告》对今年的形势进行了分析，提出了主要预期目标.
_NOW_AHEAD: Final = re.compile("今年[^。；]{0,60}(?:预期目标|奋斗目标|将(?!近)|怎么[做干])")
_AND_THIS_YEAR: Final = re.compile("(?:[0-9]{4}年|去年|过去一年)[^，。]{0,8}[和及与暨、]今年")
#: 2016年半年工作总结.
_HALF_A_YEAR: Final = re.compile("(?<![上下前后])半年(?:度)?(?:工作|经济)?(?:总结|小结|汇报|述职|运行)")
#: 第四季度冲刺部署会: the part of the year that is still to come; 上半年以来 goes on behind it.
_NO_STAGE: Final = re.compile("以来|[^，。]{0,6}(?:冲刺|攻坚|动员|部署)")
_QUARTERS: Final = ("Q2", "Q3", "Q4")
#: 明年是…, 明年的主要目标: what a report plans.
_NEXT_YEAR_IS: Final = re.compile(
    r"(?:^|\n)\s*明年(?:是|，|全[省市县区镇乡])|明年(?:政府|经济|发展|全[省市县区]|的|主要|重点|预期)*(?:工作|目标|任务|总体要求)"
)
#: The day on which a report is given, in its first lines; from this month on it looks ahead to 明年.
_DATED: Final = re.compile(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?\d{1,2} ?日")
#: The day on which a page was printed; up to this month it may be about the year before.
_PRINTED: Final = re.compile(r"((?:19|20)\d\d)[年.-](\d{1,2})[月.-]")
_SPRING: Final = 4
_FRONT: Final = 300
_AUTUMN: Final = 10
#: So many characters of a text may hold the part of the year that it is about.
_OPENING: Final = 12
#: So many sentences may say what the text is on: 对重点目标前三季度|落实情况进行了督查.
_FIRST: Final = 2
_HOW_FAR: Final = re.compile("[^，。；、0-9]{0,14}(?:落实|完成|进展|执行|推进|实施)情况")
#: 新华社7月29日电 部门发言人29日介绍，今年上半年，…: who says so.
_SAID: Final = re.compile("[^，。；]{2,60}(?:介绍|表示|获悉|了解到|通报|透露|显示|指出)，")
#: 大会应到代表160人，实到153人; 来自各行各业的160名代表出席大会.
_ATTENDED: Final = re.compile(
    "(?:应到|实到(?![外内]?资|位)|应出席|实出席)[^，。；0-9]{0,8}[0-9]|[0-9十百](?:名|位|人|余名|多名)[^，。；0-9]{0,8}(?:代表|委员)[^。；]{0,24}"
    "(?:出席|列席|参加|欢聚|汇聚|聚集|齐聚)"
)
_DAY: Final = re.compile(r"(?<![0-9])(\d{1,2})月\d{1,2}日")
#: 去年，全县…; what is set against last year does not begin so.
_LAST_YEAR_TOLD: Final = re.compile(
    r"(?:^|[，。；：:\n])\s*去年(?:，|[全我本][国省市县区州盟旗镇]|[^，。；]{2,8}(?:实现|完成|达))"
)


@record
class Part:
    """What a section says about its sentences: its role, its years, and the highest section above it."""

    role: SectionRole
    span: tuple[int, int] | None
    chapter: str | None
    #: The chapter plans several years and this one.
    both: bool
    #: The part of the year that headings or the title name: 2023年上半年…执行情况.
    stage: Period | None
    #: It tells of a year and of the one begun: 2019年和今年以来工作回顾.
    begun: bool
    #: It looks back on several years and on the last of them.
    named: bool
    #: It begins with the last of them: what its heading says of itself, and none below it.
    last_first: bool
    #: Its own heading, below another, counts years: what one of them was said to be before holds no longer.
    counts: bool

    def called(self, role: SectionRole, span: tuple[int, int] | None) -> Part:
        """What a sentence of it says that its own text calls results or tasks: an aim is one of the whole year."""
        return replace(self, role=role, span=span, stage=None if role == "tasks" else self.stage)


def given_late(document: Document) -> bool:
    """Whether a report is given at the end of the year on which it looks back: there the plan is that of 明年."""
    if document.year is None or document.target_year != document.year + 1:
        return False
    if "明年" not in document.view:
        return False
    if any(
        int(date[1]) == document.year and int(date[2]) >= _AUTUMN for date in _DATED.finditer(document.view, 0, _FRONT)
    ):
        return True
    told = _NEXT_YEAR_IS.search(document.view) is not None
    return told or any("明年" in one.title for one in document.sections if one.role in ("targets", "tasks"))


def speaks_in(document: Document) -> int | None:
    """The year in which a text speaks: the one that it plans, or the one after its results, where it calls them 去年.

    市统计局发布《2022年…统计公报》。去年，全市生产总值…: nothing is planned, and no year is told as 今年.
    """
    if document.target_year is not None or document.year is None or "去年" not in document.view:
        return document.target_year
    printed = _PRINTED.finditer(document.view, 0, _FRONT)
    if any(int(date[1]) == document.year + 1 and int(date[2]) <= _SPRING for date in printed):
        # 2024年初承诺…, in a paper of January 2025.
        return document.year + 1
    own = ("今年", "本年", f"{document.year}年，")
    if any(words in document.view for words in own) or _LAST_YEAR_TOLD.search(document.view) is None:
        return None
    return document.year + 1


def tells_of_both(document: Document) -> bool:
    """Whether a text without parts calls its results 去年: then 今年 is the year that it plans, whatever it says."""
    if document.sections or document.year is None or document.target_year != document.year + 1:
        return False
    view = document.view
    if "今年" not in view or "今年以来" in view:
        return False
    return _LAST_YEAR_TOLD.search(view) is not None or ("明年" not in view and _NOW_AHEAD.search(view) is not None)


def met_in(document: Document, start: int, end: int) -> int | None:
    """The year of the meeting at which a report was given, where a sentence tells who came to it; None elsewhere.

    A report on 2015 is given in the spring of 2016.
    """
    if document.year is None or document.target_year != document.year + 1:
        return None
    if _ATTENDED.search(document.view, start, end) is None:
        return None
    day = _DAY.search(document.view, 0, end)
    return document.target_year if day is None or int(day[1]) < _AUTUMN else None


def part_of(
    document: Document, sections: Mapping[str | None, Section], key: str | None, outside: SectionRole | None
) -> Part:
    """What the section `key` says about its sentences; `outside` is the role of words outside of all sections."""
    section = sections.get(key)
    top = section
    while top and top.parent:
        top = sections.get(top.parent)
    both = top is not None and bool(_BOTH.search(as_read(top.title)))
    role = section.role if section and outside in (None, "other") else outside or "other"
    if section is None and role == "other" and document.told_since is not None:
        role = "results"
    stage = (_quarter_ahead if role in ("targets", "tasks") else _stage)(document, sections, section)
    span = section_span(document, sections, key)
    if outside == "tasks" and document.year is not None and document.target_year is not None:
        # Behind the turn to the plan, where no heading says so.
        span = document.target_year, document.target_year
    begun = top is not None and _AND_THIS_YEAR.search(as_read(top.title)) is not None
    named = top is not None and _AND_LAST_YEAR.search(as_read(top.title)) is not None
    last_first = section is not None and section is top and _LAST_YEAR_FIRST.search(as_read(top.title)) is not None
    counts = section is not None and section is not top and counts_years(section.title)
    return Part(role, span, top.id if top else None, both, stage, begun, named, last_first, counts)


def _quarter_ahead(
    document: Document, sections: Mapping[str | None, Section], section: Section | None
) -> Period | None:
    """The quarter that the nearest heading plans: 二季度工作打算, in a text on the first."""
    year = document.target_year
    while section and year is not None:
        for period in find_periods(as_read(section.title), year, year):
            if period.part in _QUARTERS and period.first == year:
                return Period(0, 0, year, year, period.part, rule="period.section")
        section = sections.get(section.parent) if section.parent else None
    return None


def _stage(
    document: Document, sections: Mapping[str | None, Section], section: Section | None
) -> Period | None:
    """The half or quarter of the year of results that the nearest heading or the title is about."""
    if section is not None and section.role == "results" and section.year not in (None, document.year):
        # 一、2021年收支决算情况, in a report on that year and on the first half of the next.
        return None
    titles = []
    while section:
        titles.append(as_read(section.title))
        section = sections.get(section.parent) if section.parent else None
    for title in (*titles, as_read(document.title or "")):
        if document.year is not None and _HALF_A_YEAR.search(title):
            return Period(0, 0, document.year, document.year, "H1", rule="period.section")
        for period in find_periods(title, document.year, document.year):
            if period.part and period.first == document.year and not _NO_STAGE.match(title, period.end):
                return Period(0, 0, period.first, period.last, period.part, rule="period.section")
    return None


def opening_stage(document: Document) -> Period | None:
    """The part of the year with whose name the text itself begins (上半年，…), where nothing is planned in it."""
    first = next(iter(document.sentences), None)
    if first is None or not document.tells_only:
        return None
    # A day behind the month is read, too: 6月13日 is no month.
    words = first.span.quote(document.view)
    said = _SAID.match(words)
    opening = words[said.end() if said else 0 :][: 2 * _OPENING]
    for period in find_periods(opening, document.year, document.year):
        if period.end <= _OPENING and period.part and period.first == document.year and period.start <= len("2024年"):
            return Period(0, 0, period.first, period.last, period.part, rule="period.paragraph")
    for sentence in document.sentences[:_FIRST]:
        words = sentence.span.quote(document.view)
        for period in find_periods(words, document.year, document.year):
            if period.part and period.first == document.year and _HOW_FAR.match(words, period.end):
                return Period(0, 0, period.first, period.last, period.part, rule="period.paragraph")
    return None
