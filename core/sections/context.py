"""Which year a report looks back on and which it plans: from its own words or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from core.lexicon import pattern
from core.sections.begun import all_ahead, announced, begun, only_ahead, opens_its_year, turns_to_years, year_behind
from core.sections.clues import Said, congress_year, looks_ahead, this_year, years_by_clues, years_told_of
from core.sections.heading import Heading
from core.sections.lexicon import context_words
from core.sections.marks import ordinal
from core.sections.roles import dates_in_digits, plan_looked_back, plan_years, role_of, years_in, years_in_digits

_NUMBERED_PLAN: Final = re.compile(r"第([一二]?十[一二三四五六七八九]?|[一二三四五六七八九])个五年")
_SPAN: Final = re.compile(r"((?:19|20)\d\d)\s*[—–~至-]{1,2}\s*((?:19|20)\d\d)年?")
_YEAR_AT_START: Final = re.compile(
    r"(?:^|[。！\]】〕)）:—]|篇[一二三四五六])\s*[“‘]?((?:19|20)\d\d)年"
    r"(?:是|,|，|以来(?![至到])|面对|在[^，。；]{1,40}(?:领导|指导|关心|支持)下|全|\d{1,2}[-—–~至]\d{1,2}月|\d{1,2}月份|[上前一][半三季])"
)
_YEAR_OF_CLAUSE: Final = re.compile(
    r"(?:^|[。！，；:说)）]|过去的)\s*((?:19|20)\d\d)年(?:，|全|我|末|底|度|\d{1,2}月份"
    r"|，?[\u4e00-\u9fff]{2,8}?(?:实现|完成|达)|是[^。；]{2,40}(?:之年|一年))"
)
_MONTH: Final = re.compile(r"((?:19|20)\d\d)[年.-](\d{1,2})[月.-]")
_STAMP: Final = re.compile(
    r"[（(](?:19|20)\d\d年(?:\d{1,2}月)?(?:更新|整理|上传|转载)[）)]|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d).*",
    re.DOTALL,
)
#: 2022年我区将新增公路30公里, the title of what was done in 2021 and will be in 2022.
_AHEAD_IN_TITLE: Final = re.compile("((?:19|20)[0-9]{2})年[^，。；]{0,12}(?<![主健大名])(?:将(?![军来领近])|拟|计划新)")
_SINCE_YEAR: Final = re.compile("((?:19|20)[0-9]{2})年以来")
#: 紧扣2025年重点工作目标: an aim that is worked for.
_FOCUS: Final = re.compile(r"(?:紧扣|围绕|聚焦|锚定|对标|对照|紧盯|瞄准)[^，。；]{0,8}(?:19|20)\d\d年")
_SO_FAR: Final = re.compile("今年以来|年初以来|今年上半年|今年一季度")
#: 截至6月底，…, in a text that names the year only with what is planned in it.
_STOOD: Final = re.compile(
    "(?:^|\n)截[至止]到?[0-9]{1,2}月(?:[底末]|[0-9]{1,2}日)|1[-—–~至][0-9]{1,2}月份?[^，。；]{0,12}(?:累计|完成|实现)"
)
#: A part of a report that is called by its year alone: 一、2024年全市上下…交出了优异成绩单.
_OPENS_PART: Final = re.compile("(?:[一二三]、 ?)?(?:19|20)[0-9]{2}年(?![0-9上下前第年]|第?[一二三四]季度)")
#: 将提前一年实现“十五”计划: the title of a text that tells of results.
_PLAN_MET: Final = re.compile("(?:实现|完成)了?[“\"]?十[一二三四五]?五")
#: So many orders at least, and one word of what is aimed at for so many.
_ORDERS: Final = 8
_EACH_LEAST: Final = 4
#: 截至8月25日，…, with which an inspection begins; a summary of the whole year looks ahead to the next one.
_WITHIN_YEAR: Final = re.compile("截[至止]到?(?:目前|(?:今年|(?:19|20)[0-9]{2}年)?[3-9]月)")
_WHOLE_YEAR: Final = re.compile("年度|年终|全年|总结|报告|[0-9]{4}年工作")
_LOOKED_FIRST: Final = 6
#: 下一步打算: a heading of what a summary plans.
_NEXT_STEP: Final = re.compile("下一?步|来年|下一年|今后的?(?:工作|打算|安排|计划)|^(?:工作)?打算")
#: 下学年工作打算, in the summary of a school's year.
_NEXT_TERM: Final = re.compile("下一?(?:学年|年度)|新学年")
#: 2024年第三季度政府工作报告: on that part of its year.
_OF_PART: Final = re.compile("(?:19|20)[0-9]{2}年(?:第?[一二三四1-4]季度|前三季度|上半年)")
_HEAD: Final = 3000
#: 过去的五年取得哪些成就？, with which a text opens.
_YEARS_PASSED: Final = re.compile("(?:刚刚)?过去的?[一二三四五]年|一年来，")
#: So many paragraphs open a text.
_FIRST: Final = 3
#: So many paragraphs are looked through for a later year, and so many years later it tells of another time.
_LOOKED: Final = 20
#: What a line holds that is no mere motto.
_SAYS: Final = re.compile("[，。；:0-9]")
_OPENED: Final = 6
_LONG_TIME: Final = 5
#: A notice says so in its first paragraphs.
_NOTICE_OPENS: Final = 3


def document_kind(title: str | None) -> str | None:
    """"work_report", "communique" or "plan" by the title's words."""
    if title is None:
        return None
    if evaluates(title):
        return "communique"
    return next((kind for kind, pattern in context_words().kinds if pattern.search(title)), None)


def read_years(
    title: str | None, front: str, headings: Sequence[Heading], body: Sequence[str]
) -> tuple[int | None, int | None]:
    """The year of the results and that of the plan, each None when nothing in the text says it.

    `front` is the text before the first heading and paragraph, with its dateline. Headings speak first, then the
    title, then the dateline, then sentences that say what a part is about. A work report with only one of the two
    years has the other beside it: it is given once a year, on the year before and the year begun.
    """
    if evaluates(title):
        return _evaluated(title or "", front, body)
    kind = document_kind(title)
    # The stamp of a page (2016-04-11 15:55) says when it was put there.
    title = years_in_digits(_STAMP.sub("", title)) if title else title
    if kind == "work_report" and _OF_PART.search(title or ""):
        kind = "communique"
    told = any(context_words().reports.search(words) for words in (front, *body[:3]))
    given, _ = _from_dateline(f"{title or ''}\n{front}")
    results, plan = _from_headings(headings, given, report=told or kind == "work_report")
    if results is None and plan is not None and given == plan + 1:
        # 2022年主要工作, in a report of February 2023.
        results, plan = plan, given
    named = years_in(title or "")
    if results is None and (fruits := plan_looked_back(title or "")):
        results = fruits[1]
    results = results or _most_named(context_words().results, title or "")
    plan = plan or _most_named(context_words().plan, title or "")
    if kind == "plan":
        return results, _plan_end(f"{title or ''}\n{front}", body) or plan
    if plan is None and named and _has_second_half(title, headings):
        plan = results or max(named)
    if kind == "communique" and named:
        results = results or max(named)
        return results, plan or _next_year(results, headings, title)
    if kind == "work_report" and results is None and plan is None and named and given == max(named) + 1:
        # 一九八六年政府工作报告, given in March 1987.
        results, plan = max(named), given
    if kind == "work_report" and results is None and plan is None:
        _, autumn = _from_dateline(f"{title or ''}\n{front}")
        # 2010年政府工作报告 that was given in December 2010 looks back on its year.
        results = autumn if autumn in named else None
    if (kind == "work_report" or is_forward(title)) and named and plan is None and results is None:
        plan = max(named)
        if kind == "work_report" and _most_named(context_words().plan, "\n".join(body[:_LOOKED])) == plan + 1:
            # 2023年政府工作报告 that sets the aims of 2024 looks back on the year by which it is called.
            results, plan = plan, plan + 1
    late = None
    if plan is None and results is None and kind is None and (ahead := _AHEAD_IN_TITLE.match(title or "")):
        plan = int(ahead[1])
        results = plan - 1 if any(plan - 1 in years_told_of(words) for words in body[:_LOOKED]) else None
    if plan is None and results is None and gives_notice(title, body):
        plan = _plan_end("".join(body[:_NOTICE_OPENS]), [])
    if plan is None and results is None:
        plan, late = _from_dateline(f"{title or ''}\n{front}")
    text = "\n".join(words[:_HEAD] for words in body[:60])
    results = results or _most_named(context_words().results, text) or _most_named(context_words().results, front)
    plan = plan or _most_named(context_words().plan, text)
    if results is None and plan is not None and not named and not _plans_ahead(headings) and any(
        str(plan) in focus[0] for focus in _FOCUS.finditer(text)
    ) and _SO_FAR.search(text):
        # 今年以来，紧扣2025年工作目标，…。一季度…: the year that is told so far.
        results, plan = plan, None
    if results is None and plan is not None and not named and not headings and _STOOD.search(text):
        results = plan
    if results is None and plan is None:
        results = _published(max(named), kind, title, body) if named else late
    if results is None and plan is None:
        results = _opening_year(body)
        dated = _MONTH.search(dates_in_digits(front))
        if results and dated and (results, True) == (int(dated[1]) + 1, int(dated[2]) >= 10):
            # 2019年是关键一年, in a text of December 2018.
            results, plan = results - 1, results
        elif results is not None and (only_ahead(results, body) or _opens_plan(results, headings, body)):
            results, plan = None, results
        elif results is not None and opens_its_year(results, body):
            results, plan = results - 1, results
    if results is not None and plan is None and not headings and not named and all_ahead(results, body):
        # 去年完成投资83亿元。2024年，全区计划完成投资90亿元.
        results, plan = results - 1, results
    if results is not None and plan is not None and results > plan:
        # 2010年人均达到8000元, the headline of a paper on the year begun: nothing of it is over.
        results = None
    looks_back = any(_role(heading) == "results" for heading in headings) or kind == "work_report" or told
    # 数说清河这一年: of the year that is over, like a summary.
    looks_back = looks_back or is_summary(title) or "这一年" in (title or "")
    looks_back = looks_back or any(_YEARS_PASSED.match(words) for words in body[:_FIRST])
    if plan is None and results is not None and _told_so_far(title, headings, body):
        plan = results
    if plan is None and results is not None:
        plan = announced(results + 1, body) or _next_year(results, headings, title)
        plan = plan or begun(results, front, body, report=told)
        if plan is None and told and any((meant := this_year(one)) and meant.year == results + 1 for one in body):
            # 2020年是极不平凡的一年。…今年是“十四五”开局之年，…, in news of a report.
            plan = results + 1
        plan = plan or (year_behind(results, [front, *body]) if results not in named else None)
        plan = plan or (results + 1 if turns_to_years(results, body) else None)
    if plan is None and results is not None and _has_second_half(title, headings):
        plan = results
    if plan is None and results is not None and kind == "work_report":
        plan = results + 1
    if plan is None and told and (met := congress_year((front, *body[:3]))) and results in (None, met - 1):
        results, plan = met - 1, met
    # 2020年答卷, over the aims of 2021.
    looks_back = looks_back or (plan is not None and plan - 1 in named)
    if results is None and plan is not None and looks_back:
        results = plan if _has_second_half(title, headings) else plan - 1
    return results, plan


def _opens_plan(year: int, headings: Sequence[Heading], body: Sequence[str]) -> bool:
    """Whether a text whose headings are on aims and tasks alone opens with what its year is: 2020年是收官之年."""
    if not _plans_ahead(headings) or any(_role(heading) in ("results", "problems") for heading in headings):
        return False
    opening = list(takewhile(lambda words: headings[0].words not in words, body))
    is_one = re.compile(f"(?:^|[。！]|篇[一二三四五六]){year}年，?是[^。；]{{2,80}}(?:之年|一年|时期|阶段|周年)")
    return any(is_one.search(words) for words in opening) and not any(
        context_words().looks_back.search(words) for words in opening
    )


def _told_so_far(title: str | None, headings: Sequence[Heading], body: Sequence[str]) -> bool:
    """Whether a text tells first how things stand within its year (截至8月25日) and heads what is to be done next."""
    if _WHOLE_YEAR.search(title or "") or not any(_NEXT_STEP.search(heading.words) for heading in headings):
        return False
    return any(_WITHIN_YEAR.search(words) for words in body[:_LOOKED_FIRST])


def _plans_ahead(headings: Sequence[Heading]) -> bool:
    """Whether a heading is on aims or tasks."""
    return any(_role(heading) in ("targets", "tasks") for heading in headings)


def _published(year: int, kind: str | None, title: str | None, body: Sequence[str]) -> int:
    """The year that a text tells of whose title names `year`: the one before, where a study of 2014 tells of 2013."""
    if kind is not None or is_summary(title) or is_forward(title):
        return year
    told = Counter(one for words in body[:_LOOKED] for one in years_told_of(words))
    return year - 1 if max(told, default=year) == year - 1 and not any(f"{year}年" in words for words in body) else year


def unnamed_years(
    title: str | None, front: str, headings: Sequence[Heading], said: Sequence[Said]
) -> tuple[int | None, int | None]:
    """The years of results and plan of a text that `read_years` gives none for, by clues (`core.sections.clues`)."""
    work_report = document_kind(title) == "work_report" or any(
        context_words().reports.search(one.words) for one in said[:3]
    )
    halves = _has_second_half(title, headings)
    return years_by_clues(title, front, said, halves=halves, work_report=work_report, forward=is_forward(title))


def _next_year(year: int, headings: Sequence[Heading], title: str | None) -> int | None:
    """The year after the results where a heading of aims or tasks is on 明年, or on 今年 behind one on 去年.

    The summary of a whole year has it for what its heading calls the next step (下一步打算).
    """
    whole = is_summary(title) and not _OF_PART.search(title or "")
    planned = [heading.words for heading in headings if _role(heading) in ("targets", "tasks")]
    back = any(heading.words.startswith("去年") and _role(heading) == "results" for heading in headings)
    ahead = any("明年" in words or _NEXT_TERM.search(words) or (back and words.startswith("今年")) for words in planned)
    # 存在问题及下一步措施 is on both.
    ahead = ahead or (whole and any(_NEXT_STEP.search(heading.words) for heading in headings))
    return year + 1 if ahead else None


def is_summary(title: str | None) -> bool:
    """Whether a title is that of a look back on work done: 工作总结, 汇报."""
    return title is not None and context_words().summary.search(title) is not None


def evaluates(title: str | None) -> bool:
    """Whether a title is that of a look back on a plan of several years: …规划纲要实施情况中期评估报告."""
    return title is not None and context_words().evaluates.search(title) is not None


def _evaluated(title: str, front: str, body: Sequence[str]) -> tuple[int | None, int | None]:
    """The year in which a plan was looked back on, or the one before if it was early in it; and the plan's last.

    Where no date says it, it is the last of the plan's years that the text tells of.
    """
    date = _MONTH.search(dates_in_digits(f"{title}\n{front}").replace("\n", ""))
    first, last = plan_years(title) or (None, None)
    if date is None and first is not None and last is not None:
        told = (year for words in body[:_LOOKED] for year in years_told_of(words) if first <= year <= last)
        return max(told, default=None), last
    results = int(date[1]) - (int(date[2]) < 7) if date else None
    return results, _plan_end(title, [])


def evaluated_since(title: str | None, body: Sequence[str], years: tuple[int | None, int | None]) -> int | None:
    """The first year of the plan that a document looks back on, or news of one that does; None for other documents.

    `years` are those of its results and its plan.
    """
    year, target_year = years
    if evaluates(title) and target_year is not None:
        return _plan_first(title or "", target_year)
    if year is None or target_year is not None:
        return None
    told = next((words for words in body[:_FIRST] if context_words().evaluation.search(words)), None)
    named = plan_years(f"{title or ''}\n{body[0]}\n{told}") if told else None
    return named[0] if named and named[0] < year <= named[1] else None


def is_forward(title: str | None) -> bool:
    """Whether a title is that of a document on what is to be done: 实施方案, 工作要点, 指导意见."""
    words = context_words()
    return bool(title and words.forward.search(title) and not words.not_forward.search(title))


def gives_notice(title: str | None, body: Sequence[str]) -> bool:
    """Whether a text without a title is a notice that orders: 为做好《纲要》实施工作，现就有关事项通知如下."""
    return title is None and any(context_words().notice.search(words) for words in body[:_NOTICE_OPENS])


def only_pledges(title: str | None, body: Sequence[str]) -> bool:
    """Whether a text holds the points of a work report (2023年政府工作报告要点) and none of them looks back."""
    words = context_words()
    points = bool(title and words.points.search(years_in_digits(_STAMP.sub("", title))))
    told = document_kind(title) == "work_report" or any(words.reports.search(one) for one in body[:3])
    text = "\n".join(body) if told and not points else ""
    # A page of a work report that only orders and sets least numbers (抓好…前期工作。新增30个以上) is its plan.
    points = points or len(words.orders.findall(text)) >= _ORDERS <= len(words.least.findall(text)) * _EACH_LEAST
    return points and not any(words.looks_back.search(one) for one in body)


def _has_second_half(title: str | None, headings: Sequence[Heading]) -> bool:
    """Whether a report on the first half of a year plans the second."""
    pattern = context_words().second_half
    return pattern.search(title or "") is not None or any(pattern.search(heading.words) for heading in headings)


def _role(heading: Heading) -> str | None:
    said = role_of(heading.words)
    return said[0] if said else None


def _from_headings(headings: Sequence[Heading], given: int | None, *, report: bool) -> tuple[int | None, int | None]:
    """The last year that a heading of results names, and that one of targets or tasks names.

    2008年以来的工作回顾 in a report `given` in 2012 is on later years too. Years that open the parts of a `report` are
    those of its results and its plan, whatever their headings say.
    """
    results: list[int] = []
    plans: list[int] = []
    slogans: list[int] = []
    opening: list[int] = []
    for heading in headings:
        years = years_in(heading.words)
        if given and (since := _SINCE_YEAR.search(heading.words)) and int(since[1]) < given - 1:
            continue
        if not years:
            continue
        role = _role(heading)
        opens = report and _OPENS_PART.match(years_in_digits(heading.words)) is not None
        opening += years if opens else ()
        if role == "results":
            results.append(max(years))
        elif role in ("targets", "tasks") or (role == "problems" and pattern("%also_plans%").search(heading.words)):
            plans.append(max(years))
        elif role is None and (opens or heading.style == "part"):
            slogans.append(max(years))
    if not plans and len(opening) == 2 and opening[1] == opening[0] + 1:
        return opening[0], opening[1]
    if not results and len(set(plans)) == 2 and max(plans) == min(plans) + 1:
        # 1994年的工作 beside 1995年的主要任务 looks back.
        results.append(min(plans))
    if slogans and not results and (not plans or min(slogans) < max(plans)):
        results.append(min(slogans))
    if not plans and len(set(slogans)) > 1:
        plans.append(max(slogans))
    plan = min((year for year in plans if not results or year > max(results)), default=None)
    return (max(results) if results else None), plan


def _plan_end(title: str, body: Sequence[str]) -> int | None:
    """The last year of a plan of several years."""
    if spans := [int(match[2]) for match in _SPAN.finditer(title)]:
        return max(spans)
    if "年规划" not in title and (plan_of := plan_years(title)):
        return plan_of[1]
    if match := _NUMBERED_PLAN.search(title):
        number = ordinal(match[1])
        # The sixth plan was the first that began with a decade's first year: 1981 to 1985.
        return 1985 + 5 * (number - 6) if number and number >= 6 else None
    spans = [int(match[2]) for words in body[:20] for match in _SPAN.finditer(words)]
    return Counter(spans).most_common(1)[0][0] if spans else None


def plan_start(title: str | None, target_year: int | None) -> int | None:
    """The first year of a plan of several years that ends in `target_year`; None for other documents."""
    kind = document_kind(title)
    if kind is None and _PLAN_MET.search(title or ""):
        return None
    return _plan_first(title or "", target_year) if kind in ("plan", None) else None


def _plan_first(title: str, target_year: int | None) -> int | None:
    """The first year of the plan that a title names and that ends in `target_year`."""
    if target_year is None:
        return None
    if starts := [int(match[1]) for match in _SPAN.finditer(title) if int(match[2]) == target_year]:
        return min(starts)
    named = plan_years(title)
    if named and not _NUMBERED_PLAN.search(title):
        # “十一五”…极不平凡, in a paper that sets the aims of 2011: the plan is over.
        return named[0] if named[1] == target_year else None
    return target_year - 4 if _NUMBERED_PLAN.search(title) else None


def _from_dateline(front: str) -> tuple[int | None, int | None]:
    """The year that the report plans, if it was given before summer, or else that of its results, if it was in autumn.

    A new congress meets at the end of a year, and looks back on it.
    """
    # The line may break within the name of the congress.
    match = context_words().dateline.search(dates_in_digits(front).replace("\n", ""))
    if match is None or 6 < int(match["month"]) < 10:
        return None, None
    year = int(match["year"])
    return (year, None) if int(match["month"]) <= 6 else (None, year)


def _most_named(patterns: Iterable[re.Pattern[str]], text: str) -> int | None:
    years = Counter(int(match["year"]) for one in patterns for match in one.finditer(text))
    return years.most_common(1)[0][0] if years else None


def _opening_year(body: Sequence[str]) -> int | None:
    """The year that the first sentences are about (2023年，面对…), or a clause of them (他说，1998年全市…)."""
    # 极不寻常 极不平凡 / 过去一年: mottoes and headings open no sentence.
    says = next((at for at, words in enumerate(body[:_OPENED]) if _SAYS.search(words)), 0)
    first = body[: max(_FIRST, says + 1)]
    for opening in (_YEAR_AT_START, _YEAR_OF_CLAUSE):
        found = [
            match for words in first for match in opening.finditer(words[:200])
            if not looks_ahead(words[: match.start()])
        ]
        years = [int(match[1]) for match in found]
        if years:
            # 2012年，是…的一年。…2013年，…将迎来县庆: the year looked back on stands first.
            follows = set(years) == {years[0], years[0] + 1}
            told = Counter(year for words in body[:_LOOKED] for year in years_told_of(words))
            # 1978年全县生产总值仅…。2017年…: where a long time is told, its beginning is not the year.
            latest = max((year for year, count in told.items() if count > 1), default=0)
            if all(match[0].endswith("以来") for match in found):
                # 2021年以来，…。2022年完成…。2023年…: the years since then lead up to the last.
                return max(told, default=years[0])
            sure = latest - years[0] < _LONG_TIME and (follows or len(set(years)) == 1)
            return years[0] if sure else None
    return None
