"""The year of a text that does not name it plainly: what 今年 is the year of, a date beside a part of the year, the
years that its results name. Each clue has the words that it rests on; where clues contradict one another there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from core.lexicon import pattern
from core.model.records import record
from core.model.report import SectionRole
from core.numerals import read_number
from core.sections.begun import SPRING, THIS_YEAR_AHEAD, aimed_by, aimed_under, year_behind
from core.sections.lexicon import context_words
from core.sections.roles import dates_in_digits, plan_looked_back, plan_years

_SUBJECT: Final = re.compile(
    r"(?P<when>今年|新的一年|明年|(?:刚刚)?过去的?一年|去年|(?:19|20)?[xX×*＊○]{2,4}年)[，,]?(?:[^，。；是]{0,6}，)?"
    r"(?:也|既|正|恰)?是(?P<what>[^。]{2,120})"
)
_OF_PLAN: Final = re.compile(
    r"十[一二三四五六]五[”\"]?(?:规划|计划|时期|发展)*(?:实施)?的?"
    r"(?P<which>开局|起步|启动|首|收官|收尾|最后|末|第[一二三四五])(?:起步|开局)?[之的]?一?年"
)
_FIRST: Final = ("开局", "起步", "启动", "首")
_NTH: Final = {"第一": 0, "第二": 1, "第三": 2, "第四": 3, "第五": 4}
_COUNT: Final = (
    "(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[一二]百(?:[一二三四五六七八九]?十[一二三四五六七八九]?)?)个?周年"
)
#: 十四届全国人大一次会议, 第十二届全国人民代表大会第四次会议.
_CONGRESS: Final = re.compile("(十?[一二三四五六七八九十])届全国人(?:民代表)?大(?:会)?第?([一二三四五])次会议")
#: The fifth national congress sat in 1978, and each one since for five years.
_FIFTH_CONGRESS: Final = 1978
#: 第七次全国人口普查主要数据: what it tells is how things stood when it was taken.
_CENSUS: Final = re.compile("第([一二三四五六七八])次(?:全国)?(人口|经济|农业)普查(?:公报|主要数据|主要结果|结果|数据)")
#: The years of the censuses of people, of the economy and of farming, from the third, the first and the first on.
_CENSUSES: Final = {
    "人口": (3, (1982, 1990, 2000, 2010, 2020)),
    "经济": (1, (2004, 2008, 2013, 2018, 2023)),
    "农业": (1, (1996, 2006, 2016)),
}
#: A date on a line of its own: under the title, below the text, at the head of a newspaper's page.
_DATE_LINE: Final = re.compile(
    r"[（(|\s]*((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月\s*(?:[0-9]{1,2}\s*日)?[）)|\s]*"
    r"(?:星期[一二三四五六日天].{0,12})?"
)
#: …。（2024年1月18日）, at the very end.
_DATED_AT_END: Final = re.compile("[（(]((?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)[）)]$")
#: The stamp of a page: 发布时间：2021-07-23 09:12 来源：市统计局.
_STAMP_LINE: Final = re.compile(
    r"(?:.{0,40}(?:时间|日期|[Uu]pdated|[Pp]ublished|[Dd]ate)[:：](?:\s*[|\"'])?|(?:来源|稿源)[:：]\s*(?:\S{1,20}\s+(?:\|\s*)?|[^\s0-9]{2,20})"
    r"|[-•·]\s*\S{4,24}(?:月报|快报|简报|季报)\s|[\u4e00-\u9fff]{2,16}(?:局|队|委|厅|办|网|报|台|社|刊|在线)\s+)?"
    r"\s*((?:19|20)[0-9]{2})(?:[-./]|年)([0-9]{1,2})(?:[-./]|月)[0-9]{1,2}日?(?:[^0-9年月].{0,30})?"
)
#: 15.10.2015 11:05, the other way round.
_DAY_FIRST: Final = re.compile(r"^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?=\s+\d{1,2}:\d)")
#: The name and day of a newspaper: 人民日报·2025-09-27 01:11.
_PAPER: Final = re.compile(
    r".{0,60}(?:日报|晚报|时报|商报|早报|新华社|新华网|人民网)\s*[·•,，|]?\s*((?:19|20)[0-9]{2})[-./]([0-9]{1,2})[-./][0-9]{1,2}.{0,8}"
)
#: 新华社北京2023年12月26日电, where the year is printed; 记者从2021年10月21日召开的发布会上获悉.
_WIRE: Final = re.compile(
    r"(?:记者[从在]|(?:社|网|报|讯)[\u4e00-\u9fff]{0,6})((?:19|20)[0-9]{2})年([0-9]{1,2})月[0-9]{1,2}日"
    "(?:[电讯]|[^，。；]{0,4}(?:召开|举行))"
)
_WIRE_REACH: Final = 100
_MONTHS: Final = re.compile(r"(?<![0-9])[1一元](?:月份?)?\s*[-—–~至到]+\s*(1[0-2]|[2-9])月|前(1[01]|[2-9])个月")
_MONTH: Final = re.compile(r"(?<![0-9-—–~至到])(1[0-2]|[1-9])月份")
#: 前三季度，各企业完成投资9亿元, and nothing of what will be.
_STAGE_TOLD: Final = re.compile(
    "(?:^|[。；])(?:前三季度|上半年|一季度)，(?![^。；]*(?:将|力争|确保|计划(?=[完新实建投])|(?<![主重需])要(?!求)))"
    "[^。；]*(?:完成|实现|达到?|增长)[^。；]*[0-9]"
)
#: The last month of a part of the year, and how the text calls the part.
_STAGES: Final = (
    (9, re.compile(r"前三个?季度|[1一]\s*[-—–~至到]+\s*(?:9|九)月|三季度末")),
    (6, re.compile(r"上半年|半年来|[1一]\s*[-—–~至到]+\s*(?:6|六)月")),
    (3, re.compile(r"一季度|[1一]\s*[-—–~至到]+\s*(?:3|三)月")),
)
#: Years that say how far a plan reaches, since when something grows or what it is compared with.
_ASIDE_BEFORE: Final = re.compile(r"[到至自从由比较于与和及、]$|(?:力争|争取|确保|将)在?$|截[至止]$|年?[-—–~至到]$")
_ASIDE_BEHIND: Final = re.compile(
    # 在1996年和1997年降价: of acts in several years the text is about none.
    r"年?[和与及、](?:19|20)[0-9]{2}|年(?:以来|起(?![诉草步])|[底末]?之?前|左右|开始|至|到|[-—–~]|的?基础|末?相比|版|规划|远景|的[0-9.]+(?:倍|%))"
)
#: 截至2007年底.
_YEAR_ENDED: Final = re.compile("(?:截[至止]到?|到|至)((?:19|20)[0-9]{2})年(?:年?[底末]|12月)")
_STOOD_AT_END: Final = re.compile("截[至止]到?((?:19|20)[0-9]{2})年年?[底末]")
#: 截至9月末，存量4万户，较2023年末净增1万户: the year behind the one that ended.
_SINCE_END: Final = re.compile(
    "截[至止]到?[0-9]{1,2}月[^。；]{0,40}[比较]((?:19|20)[0-9]{2})年年?[末底](?:净增|增加|增长|减少|下降|提高)"
)
_JUST_PASSED: Final = re.compile("(?:刚刚)?过去的?一年")
#: 2018年至2022年，…: the years that a text looks back on.
_SPAN_OPENS: Final = re.compile(
    "(?:[^，。；0-9]{0,16}，)?((?:19|20)[0-9]{2})年?[-—–~至到]{1,2}((?:19|20)[0-9]{2})年(?:期间)?，"
)
#: 数说全县这五年, 五年成绩单.
_YEARS_IN_TITLE: Final = re.compile(
    "(?:过去|这|近|刚刚过去)的?([三四五])年|([三四五])年(?:来|成绩|成就|答卷|发展成|回眸|回顾|巨变|蝶变)"
)
#: 回顾过去五年工作, 过去的五年取得哪些成就.
_REVIEWS: Final = re.compile("过去的?(?P<count>[345三四五])年")
#: Digits that date, and count nothing.
_YEAR_OR_DAY: Final = re.compile("[0-9]{1,4}[年月日]")
_COUNTS: Final = re.compile("[0-9]")
_IN_MONTH: Final = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年[0-9]{1,2}月(?!份)")
#: 图2：2017—2021年财政收入: what a communiqué draws or lays out ends with its own year.
_DRAWN: Final = re.compile(
    r"[图表]\s*[0-9一二三四五六七八九十]{1,2}[^，。；0-9]{0,6}(?:19|20)[0-9]{2}年?[-—–~至到]{1,2}((?:19|20)[0-9]{2})年"
)
_NAMED: Final = re.compile(r"(?<![0-9-])((?:19|20)[0-9]{2})(?=年)")
_THIS_YEAR: Final = re.compile(r"今年|本年|上半年|年内|当年|前三季度|[半一]年来")
_PLAN_TOLD: Final = re.compile(
    "(?:^|(?:指出|认为|强调|说|表示|介绍|提到|称)[，,:]+)"
    "[“\"]?十[一二三四五]五[”\"]?(?:时期|期间)?[，, ]*是[^。；]{2,60}的(?:五年|时期)"
)
#: 今年上半年, 今年春节期间，….
_PART_OF_THIS_YEAR: Final = re.compile(
    "今年(?:以来|上半年|前[0-9三]|1(?:月份?)?[-—–~至到]|(?:春节|元旦|元宵|清明|五一|端午|春运)[^，。；将要]{0,8}，)"
)
_AIMS: Final = re.compile(r"(?:总体要求|指导思想|(?:预期|主要|奋斗|工作)目标|总体思路)[^，。；]{0,8}(?:是|为|:)")
_LATER: Final = re.compile("(?:今后|未来)的?[一二三四五]年")
#: A day without its year.
_DAY_ALONE: Final = re.compile("(?<![0-9年])([0-9]{1,2})月[0-9]{1,2}日")
#: 截至2月15日.
_AS_OF: Final = re.compile("截[至止]到?([0-9]{1,2})月[0-9]{1,2}日")
_DAY_IN: Final = re.compile("((?:19|20)[0-9]{2})年([0-9]{1,2})月[0-9]{1,2}日")
#: 今年政府工作报告提出：….
_SET_THIS_YEAR: Final = re.compile("今年的?(?:[市县区省州])?政府工作报告(?:中)?(?:提出|明确|确定|部署)")
_SO_FAR: Final = re.compile("截[至止]目前")
_LAST_TOLD: Final = re.compile("(?<![比较同与以占])去年(?!同期|末|底)")
#: 统计显示，去年全省生产总值….
_LAST_OPENS: Final = re.compile("(?:^|[，。；:])去年(?:，|[全我本][国省市县区州])")
#: Where no heading tells results, so many paragraphs may tell of a plan that is over.
_FIRST_TOLD: Final = 3
#: So many years in a row at least.
_ROW: Final = 3
#: So often a paper of the spring that is about last year names it.
_TOLD_OFTEN: Final = 2
_SUMS_UP: Final = re.compile(r"总结|汇报|小结|回顾|述职")


@record
class Clue:
    """A year and the words that it rests on."""

    year: int
    words: str


@record
class Said:
    """A paragraph with the role of the part in which it stands; None where no heading says one."""

    role: SectionRole | None
    words: str


def this_year(words: str) -> Clue | None:
    """The year that 今年 is by what it is said to be the year of: 今年是新中国成立70周年, “十四五”开局之年.

    None where nothing known is said of it, or things that do not go together.
    """
    found: list[Clue] = []
    for match in _SUBJECT.finditer(words):
        passed = match["when"][0] in "去刚过"
        later = match["when"] == "明年"
        found += [Clue(clue.year + passed - later, clue.words) for clue in _of_events(match["what"])]
    return found[0] if found and len({clue.year for clue in found}) == 1 else None


def _of_events(what: str) -> Iterable[Clue]:
    for base, founded in context_words().anniversaries:
        for match in re.finditer(f"{founded}[^，。；、0-9]{{0,8}}?{_COUNT}", what):
            count = read_number(match["count"])
            if count:
                yield Clue(base + int(count.value), match[0])
    for year, event in context_words().events:
        if found := event.search(what):
            yield Clue(year, found[0])
    for match in _OF_PLAN.finditer(what):
        span = plan_years(match[0])
        if span:
            which = match["which"]
            place = 0 if which in _FIRST else _NTH.get(which, 4)
            yield Clue(span[0] + place, match[0])


def congress_year(words: Iterable[str]) -> int | None:
    """The year of the session of the national congress that the words name: each congress sits for five years."""
    for match in (found for one in words if (found := _CONGRESS.search(one))):
        congress, session = (read_number(one) for one in match.groups())
        if congress and session:
            return _FIFTH_CONGRESS + 5 * (int(congress.value) - 5) + int(session.value) - 1
    return None


def years_told_of(words: str) -> Iterable[int]:
    """The years that a paragraph tells of: none to come, and none that is only compared with or begun with."""
    turned = min((found.end() for found in (_AIMS.search(words), _LATER.search(words)) if found), default=len(words))
    for match in _NAMED.finditer(words):
        aside = _ASIDE_BEFORE.search(words, max(0, match.start() - 3), match.start())
        if not aside and not _ASIDE_BEHIND.match(words, match.end()) and match.start() < turned:
            yield int(match[1])


def looks_ahead(words: str) -> bool:
    """Whether words turn to what is to come: 2018年底 behind 未来五年的主要目标是 is a year ahead."""
    return _AIMS.search(words) is not None or _LATER.search(words) is not None


def years_by_clues(
    title: str | None, front: str, said: Sequence[Said], *, halves: bool, work_report: bool, forward: bool
) -> tuple[int | None, int | None]:
    """The years of results and plan where neither is named, by the first kind of clue that gives one.

    `halves` is a report on half a year that plans the other; `forward` one on what is to be done.
    """
    if taken := _census([title or "", front, *(one.words for one in said[:_FIRST_TOLD])]):
        return taken, None
    if meant := _spoken_from(said, halves=halves, work_report=work_report, forward=forward, title=title):
        return meant
    dated = _dated(title, front, said, halves=halves, work_report=work_report)
    ended = {int(match[1]) for one in said for match in _YEAR_ENDED.finditer(one.words)}
    if dated and not (ended and max(ended) < max(year for year in dated if year) - 1):
        # A page of 2022 that tells how things stood at the end of 2007 was put there much later.
        return dated
    if len(ended) == 1 and any(_JUST_PASSED.match(one.words) for one in said):
        # 刚刚过去的一年，…。截止2007年底，…: what was done in it is called 去年, too.
        last = ended.pop()
        return last, last + 1
    looked = [one for one in said if one.role == "results"] or [one for one in said if one.role is None][:_FIRST_TOLD]
    over = {clue[1] for one in looked if (clue := _plan_told(one.words))}
    if len(over) == 1:
        last = over.pop()
        return last, last + 1 if work_report else None
    only = _only_year([Said(None, title), *said] if title else said, report=work_report)
    if only is not None and not halves and _begins(only, said):
        return only - 1, only
    if only is not None and not halves and str(only) not in (title or ""):
        return only, year_behind(only, [front, *(one.words for one in said)])
    if only is None and not halves:
        planned = aimed_by([one.words for one in said]) or aimed_under(
            [one.words for one in said if one.role in ("targets", "tasks")]
        )
        stood = {int(match[1]) for one in said for match in _STOOD_AT_END.finditer(one.words)}
        # 截至2025年底，全市累计…: how things stood then, where no other year is told.
        return (stood.pop() if len(stood) == 1 and planned is None else None), planned
    return only, only if halves else None


def _census(opening: Iterable[str]) -> int | None:
    """The year of the last census whose results a text opens with; None where it opens with those of none."""
    years = set()
    for match in (found for words in opening for found in _CENSUS.finditer(words)):
        first, taken = _CENSUSES[match[2]]
        at = "一二三四五六七八".index(match[1]) + 1 - first
        years |= {taken[at]} if 0 <= at < len(taken) else set()
    return max(years) if years else None


def _plan_told(words: str) -> tuple[int, int] | None:
    """The years of the plan of whose time a paragraph tells: “十二五”时期，是我乡加快发展的五年."""
    match = _PLAN_TOLD.search(words)
    return plan_years(match[0]) if match else None


def begun_year(title: str | None, front: str, said: Sequence[Said], year: int) -> int:
    """The year after `year` where the text is dated in it and tells of a part of it: 2014年，…；今年1至5月，…."""
    if any(_PART_OF_THIS_YEAR.search(one.words) for one in said) and str(year) not in (title or ""):
        dated = _dated(title, front, said, halves=False)
        return year + 1 if dated is not None and dated[0] == year + 1 else year
    return year


def _spoken_from(
    said: Sequence[Said], *, halves: bool, work_report: bool, forward: bool, title: str | None
) -> tuple[int | None, int | None] | None:
    found = [(clue, one) for one in said if "年" in one.words and (clue := this_year(one.words))]
    if not found or len({clue.year for clue, _ in found}) > 1:
        return None
    year, role = found[0][0].year, found[0][1].role
    looks_back = work_report or any(one.role == "results" for one in said)
    if halves:
        return year, year
    if role in ("targets", "tasks"):
        return (year - 1 if looks_back else None), year
    if role in ("results", "problems"):
        plans_next = any(one.role in ("targets", "tasks") and "明年" in one.words for one in said)
        return year, year + 1 if plans_next else None
    if forward:
        return None, year
    if work_report or any(_AIMS.search(one.words) for one in said):
        return (year - 1 if looks_back else None), year
    # 今年是…开局之年。1—8月，…: months of it that are told are over.
    if _SUMS_UP.search(title or "") or any(
        "今年以来" in one.words or _MONTHS.search(one.words) or _STAGE_TOLD.search(one.words) for one in said
    ):
        return year, None
    words = context_words()
    if any(words.orders.search(one.words) for one in said) and not any(
        words.looks_back.search(one.words) for one in said
    ):
        # 加快产业升级。…今年是“十三五”收官之年，我们要奋力拼搏: a page that only orders.
        return None, year
    return None


def _dated(
    title: str | None, front: str, said: Sequence[Said], *, halves: bool, work_report: bool = False
) -> tuple[int | None, int | None] | None:
    """A date on its own line, with the part of the year that the text is about or the end of the year it sums up."""
    lines = [*front.split("\n"), *(one.words for one in said[:2]), *(one.words for one in said[-3:])]
    lines += [match[1] for one in said[-1:] if (match := _DATED_AT_END.search(one.words))]
    papers = {(int(match[1]), int(match[2])) for line in lines if (match := _PAPER.fullmatch(line.strip()))}
    if len(papers) == 1 and any("今年" in one.words for one in said):
        ((year, month),) = papers
        return (year, None) if month > 3 else None
    dates = {
        (int(match[1]), int(match[2])) for line in lines
        if len(line) < 60 and (match := _DATE_LINE.fullmatch(dates_in_digits(line).strip()))
    } or {
        (int(match[1]), int(match[2])) for line in lines
        if len(line) < 60 and (match := _STAMP_LINE.fullmatch(_DAY_FIRST.sub(r"\3.\2.\1", line.strip())))
    }
    wired = not dates
    if wired:
        dates = {(int(match[1]), int(match[2])) for line in lines if (match := _WIRE.search(line, 0, _WIRE_REACH))}
    if len(dates) != 1:
        return None
    ((year, month),) = dates
    opening = "\n".join([title or "", *(one.words[:200] for one in said[:4])])
    stage = next((last for last, words in _STAGES if words.search(opening)), None)
    if stage is None and (months := _MONTHS.search(opening)):
        stage = int(months[1] or months[2])
    if stage is None and (told := _MONTH.search(opening)) and month - int(told[1]) in (0, 1, 2):
        stage = int(told[1])
    if stage is not None:
        # The first half of a year is told from June on, and hardly in the next one.
        return (year, year if halves else None) if month >= stage else None
    return _told_on(year, month, title, said, work_report=work_report, wired=wired)


def _told_on(
    year: int, month: int, title: str | None, said: Sequence[Said], *, work_report: bool, wired: bool
) -> tuple[int | None, int | None] | None:
    """The years that a page printed in a month of `year` is about and plans, by whether it speaks of 今年 and 去年."""
    ahead = [one.words for one in said if one.role in ("targets", "tasks")]
    spring = month <= SPRING
    now = any("今年" in one.words for one in said)
    told_last = sum(len(_LAST_TOLD.findall(words)) for words in (title or "", *(one.words for one in said)))
    if any(_SET_THIS_YEAR.search(one.words) for one in said):
        # 今年政府工作报告提出：…, in a paper of May.
        return year - 1, year
    if month > 1 and not ahead and any(_PART_OF_THIS_YEAR.search(one.words) for one in said):
        return year, None
    if month >= 10 and any("明年" in words for words in ahead):
        return year, year + 1
    # 去年…计划执行情况和今年计划草案, of which a paper tells in spring.
    turns = bool(ahead) and any("去年" in one.words and "今年" in one.words for one in said)
    if spring and (work_report or turns or any("今年" in words for words in ahead)):
        return year - 1, year
    pledges = pattern(THIS_YEAR_AHEAD)
    if spring and not ahead and any(pledges.search(words) for words in (title or "", *(one.words for one in said))):
        # 今年将办好十件实事, in a paper of January.
        return (year - 1 if told_last else None), year
    if _SUMS_UP.search(title or "") and (month <= 2 or month >= 11):
        return (year, None) if month >= 11 else (year - 1, None)
    if ahead:
        return None
    if not spring and (wired or now):
        return year, None
    if spring and told_last >= _TOLD_OFTEN and not now:
        # 去年进出口下降。…去年投资…, in a paper of January.
        return year - 1, None
    if not told_last and any(int(match[1]) == month for one in said for match in _AS_OF.finditer(one.words)):
        # 截至2月15日，…, on a page of February.
        return year, None
    days = {int(match[1]) for one in said for match in _DAY_ALONE.finditer(one.words)}
    so_far = bool(days) or any(_SO_FAR.search(one.words) for one in said)
    if month >= SPRING and so_far and max(days, default=0) <= month:
        # 自1月24日起，…, on a page of May.
        return year, None
    return None

#: 过去五年（2012—2016年）…成就综述, 五年来…发展回顾.
_TEN: Final = 10
_TITLE_OF_YEARS: Final = re.compile(
    "(?:(?:过去|近|这|喜迎|数说)?的?(?<![二三四五六七八九])(?P<count>[三四五十])年(?:来|间)?[：:]?)?"
    "(?:(?:从|[（(])?(?P<first>(?:19|20)[0-9]{2})年?[—–~到至-]{1,2}(?P<last>(?:19|20)[0-9]{2})年?[）)]?)?"
    "[，]?[^，。；]{0,24}(?:成就|综述|回顾|巡礼|回眸|总结|纪实|走过)"
)


def spanned_since(said: Sequence[Said], year: int | None) -> int | None:
    """The first of the years that a text without parts looks back on, where it opens with them and names none later."""
    if year is None or any(one.role is not None for one in said):
        return None
    if any(int(match[1]) > year for one in said for match in _NAMED.finditer(one.words)):
        return None
    firsts = [
        int(match[1]) for one in said[:_FIRST_TOLD]
        if (match := _SPAN_OPENS.match(one.words)) and int(match[2]) == year
    ]
    return firsts[0] if firsts else None


def titled_since(title: str | None, said: Sequence[Said], year: int | None) -> int | None:
    """The first of the years that a text looks back on by its title, and by no part: 过去五年（2012—2016年）…综述."""
    if title is None or year is None or any(one.role == "results" for one in said):
        return None
    if (fruits := plan_looked_back(title)) and fruits[1] == year:
        return fruits[0]
    match = _TITLE_OF_YEARS.search(title)
    if match is not None and match["last"] and int(match["last"]) != year:
        return None
    if match is not None and match["first"]:
        ten = match["count"] == "十" and int(match["last"]) - int(match["first"]) == _TEN
        return int(match["first"]) + ten  # 数说十年：从2012到2022, which begin behind the first that is named.
    counted = _YEARS_IN_TITLE.search(title)
    digits = (match and match["count"]) or (counted and (counted[1] or counted[2]))
    count = read_number(digits) if digits else None
    return year + 1 - int(count.value) if count else None


def reviewed_since(said: Sequence[Said], year: int | None) -> int | None:
    """The first of the years that a text without parts is about which opens with what they brought: 回顾过去五年工作.

    It tells no figure of the year that is begun, nor of the last one alone.
    """
    if year is None or any(one.role is not None or looks_ahead(one.words) for one in said):
        return None
    opened = next((match for one in said[:_FIRST_TOLD] if (match := _REVIEWS.search(one.words))), None)
    alone = re.compile(f"今年|去年|{year}年|{year + 1}年")
    if opened is None or any(
        alone.search(one.words) and _COUNTS.search(_YEAR_OR_DAY.sub("", one.words)) for one in said
    ):
        return None
    count = read_number(opened["count"])
    return year + 1 - int(count.value) if count else None


def _begins(year: int, said: Sequence[Said]) -> bool:
    """Whether a text dated in the first months of the only year that it names pledges what 今年 will bring.

    2013年3月20日，记者获悉，今年我市将新修…。去年我市共完成….
    """
    dates = [int(match[2]) for one in said for match in _DAY_IN.finditer(one.words) if int(match[1]) == year]
    pledges = pattern(THIS_YEAR_AHEAD)
    return bool(dates) and max(dates) <= SPRING and any(pledges.search(one.words) for one in said) and any(
        _LAST_TOLD.search(one.words) for one in said
    )


def _only_year(said: Sequence[Said], *, report: bool) -> int | None:
    """The year that the results name, if they name one only and speak of it as theirs.

    In a work `report` it is enough that they reckon with what it brings, or tell it: 预计2012年生产总值完成….
    """
    told = [one.words for one in said if one.role in ("results", "problems")] or [
        one.words for one in said if one.role not in ("targets", "tasks")
    ]
    years = Counter(year for words in told for year in years_told_of(words))
    ended = {int(match[2]) for one in said if (match := _SPAN_OPENS.match(one.words))}
    if len(ended) == 1 and years.keys() <= ended:
        return ended.pop()
    if not years:
        drawn = {int(match[1]) for words in told if (match := _DRAWN.match(words))}
        drawn |= {int(match[1]) + 1 for words in told for match in _SINCE_END.finditer(words)}
        return drawn.pop() if len(drawn) == 1 else None
    now = any(_THIS_YEAR.search(words) or _MONTHS.search(words) or _LAST_OPENS.search(words) for words in told)
    if len(years) > 1 and any(_THIS_YEAR.search(one.words) for one in said):
        # 2019年完成…。2018年11月，在三个乡布置了试点: the month of an act is no year told beside that of the results.
        years -= Counter(int(match[1]) for words in told for match in _IN_MONTH.finditer(words))
    if len(years) >= _ROW and sorted(years) == list(range(min(years), max(years) + 1)) and years[max(years)] > 1:
        # 2018年受理…，2019年受理…，2020年受理…: years told one after the other lead up to the last.
        return max(years)
    if len(years) != 1:
        return None
    ((year, count),) = years.items()
    brings = re.compile(
        f"预计到?{year}年|(?<![到至]){year}年[末底]?，?[^，。；0-9]{{0,16}}(?:预计|实现|完成|达到?)[^。；]{{0,20}}[0-9]"
    )
    reckoned = report and any(brings.search(words) for words in told)
    return year if count > 1 or now or reckoned else None
