"""Role and period of a figure: from its clause, its sentence, the paragraph before it, the section, the report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.links import Link
from core.extract.periods import Period, governing, last_of_plan
from core.extract.setting import words_of_plan, words_of_result
from core.lexicon import may_hold, pattern, words
from core.model.records import record
from core.model.report import Kind, Role, SectionRole
from core.model.spans import Span

_STOCK_NAME: Final = "%stock%$"
_REACHED: Final = "%reached%[^，。；]{0,4}$"
#: So many characters back a word of planning rules a figure.
_BACK: Final = 400
_REACHES: Final = re.compile("[到至]|突破|实现|超过|稳定|保持|以[上内]")
#: So many signs may stand before a period that opens its sentence, or who says it (局长介绍，“十四五”时期…).
_OPENS: Final = 6
_SAID: Final = re.compile("[^，。；]{2,24}(?:介绍|表示|指出|强调|说|认为|显示|提出|明确|透露)(?:，|:)")
_SUMMED: Final = re.compile(r"累计|总共|合计|年均|共(?![有同])[^，。；]{0,6}$|完成(?:建筑|投资|造林|改造|面积)")
#: 新增26个，累计达到46个: how many there are in the end.
_IN_ALL: Final = re.compile("(?:目前|现|已)?(?:累计|总数)(?:达到?|已达|增至|有)(?:了|近|超过?)?")
_SUMMED_UP: Final = re.compile(r"(?<!公)(?<!总)共(?![有同建享])[^，。；]{0,8}完成|累计|已(?:经)?完成|先后")
_SURELY_AIMED: Final = re.compile(r"(?:确保|力争)(?!了|过)")
#: 力争年底前开工3个, told among what was done.
_HOPED: Final = re.compile("(?:其中|并|还|再)?，?(?:力争|争取(?=[开完建实新年达]))")
_SURELY_DONE: Final = re.compile(r"去年|已|完成了|实现了|达到了|建成了|新增了|截至|现有|目前")
_LAST_YEAR: Final = re.compile(
    r"(?:在)?(?:(?:刚刚)?过去的?(?:一年|(?P<year>20[0-9]{2}|19[0-9]{2})年)|一年来)|(?:20|19)[0-9]{2}年，?是"
)
_AHEAD: Final = re.compile(r"(?:今后|未来)的?[三四五]年")
#: ——过去的五年，是… opens what is told of several years, where no heading says so.
_YEARS_TOLD: Final = re.compile(
    r"(?:——)?(?:[^，。：:]{0,8}[，:])?(?:(?:过去|这|近|刚刚过去|本届政府(?:任期)?)的?([三四五])年|([三四五])年来"
    r"|[^，。；]{2,24}(?:会|会议)以来的([三四五])年)"
)
_SPAN_AGAIN: Final = re.compile(r"(?:过去的?|回顾)?[三四五]年来?|回顾过去")
_OWN_YEAR: Final = re.compile(r"目前|现有|现已|截至|年末|年底|预计")
_ON_LAST_YEAR: Final = re.compile(
    r"(?:在)?(?:(?:刚刚)?过去的?(?:一年|(?P<year>20[0-9]{2}|19[0-9]{2})年)|一年来)|(?:20|19)[0-9]{2}年，?是"
)
#: The aim stands before its figure (年初目标为增长6%), behind it (6.5%左右的预期目标), or is known by when it was set.
_AIM_BEFORE: Final = (
    "(?:(?<![完实成现额超过于比较占对照到达照])%own_target%(?:分别)?(?:定?为|是|:)?"
    "(?:%rise+fall+ge_before+le_before+about_before+to+turning%){0,4}|%set_earlier%[^，。；0-9]{0,8}"
    "|(?:[高低快慢好优]于|超过|控制在)(?:年初|年度|全年)?(?:预期|计划)的?%rise+fall%?)$"
)
_AIM_BEHIND: Final = "的(?:%own_target%|(?:预期|计划)(?=[，。；、]|$))"
#: 全年计划完成投资5亿元, in a part on results: what was planned, beside what was done.
_PLANNED_WORK: Final = re.compile(
    "(?<![超照按度额达占出前内列])(?:原?计划|拟)"
    "(?:(?:完成|实现|新建|改造|建设|投入|实施|培训|发放|开工|建成|新增|申请|争取)(?!率|情况|进度|任务|的)|在(?!内|建)|于)"
    "[^，。；0-9已实]{0,14}$|计划(?:总?投资|面积|总量|里程)(?:总?额)?(?:为|约|共)?$"
)
#: 高于人代会12%的目标 names the aim by what was set against it.
#: 2016年至2018年: each of its years is told, none only compared with.
_SPAN_SIGN: Final = re.compile("[-—–~至到]")
#: 财政收入6亿元的目标圆满完成.
_AIM_MET: Final = re.compile(
    "的(?:奋斗|预期|年度)?目标(?:任务)?(?:圆满|顺利|全面|如期|提前|超额|胜利|已经?)*(?:完成|实现|达成)"
)
#: 处于7%—7.5%年度预期目标区间.
_AIM_RANGE: Final = re.compile("的?(?:年度|全年|年初|增长)*(?:预期|既定|预定)?目标(?:区间|范围)")
#: 全部投产后，预计销售收入将达到88亿元.
_ONCE_BUILT: Final = re.compile("(?:投产|达产|建成|竣工|投用|投运|运营)后，?[^。；]{0,24}(?:将|可|预计)[^，。；]{0,8}$")
#: 92个计划新开工项目.
_PLANNED_ONES: Final = re.compile("计划新?(?:开工|建设|实施|竣工|投产)")
_PLAIN_AIM: Final = re.compile(r"的(?:增长|增速|规划|发展|控制)?(?:目标|任务|指标)(?![责体])")
_SET_AGAINST: Final = re.compile(r"(?:[高低快慢好优]于|超过?|超额完成|完成|达到)[^，。；0-9]{0,20}$")
#: 今年计划播种121万亩，全年完成121.1万亩: what was planned stands before what was done.
_PLANNED_FIRST: Final = (
    "(?:(?<![占完成达为超])(?:今年|年初|全年|年度|原|[0-9]{4}年)计划(?!经济|生育|的|内|外|数|情况)"
    "|(?:下达|安排)[^。；，]{0,24}(?:计划|任务)(?:为|是|:)|计划任务(?=[0-9]))(?P<since>[^。；]{0,40})$"
)
#: 比“十五”计划目标3000亿元超过1070亿元 sets a result against an aim.
_AGAINST_AIM: Final = re.compile("(?:[比较超完距离低高快慢]|实现|达到)[^，。；]{0,10}$")
_DONE_SINCE: Final = re.compile("完成|实现|已|共|实际|达到?|建成|为")
#: 为预算4亿元的105%, 超额完成省下达400公里目标: the aim that the result is a share of.
_SHARE_OF_AIM: Final = re.compile("(?:预算|计划|任务|目标)数?[（(]?$")
_SHARE_BEHIND: Final = re.compile("[）)]?的(?:约|近)?[0-9.]+[%倍]")
_SET_ABOVE: Final = re.compile("(?:下达|分解|核定|确定|承诺)的?[^，。；0-9]{0,8}$")
#: 比上年同期14.5亿元增加; the last sign of what may stand before such a figure.
_BASE: Final = re.compile(
    r"(?:比|较|与|同)(?:上一?年|去年|(?P<two>前年)|(?P<year>(?:19|20)[0-9]{2})年|[“\"]?(?P<plan>(?:十[一二三四五]|[八九十])五)[”\"]?期?(?=末))"
    r"度?(?P<same>同期)?[末底]?(?:同月|全年)?的?$"
)
_BASE_SIGNS: Final = re.compile("[年度期末底月的]")
_PART_OF_YEAR: Final = re.compile("[0-9]{4}-(?:[HQ]|[0-9]{2}(?:/|$))")
_PART_AIM: Final = re.compile("(?:季度?|半年|月份?)的?(?:预期|计划|目标|任务|预算)|[序时]进度")
#: 聚焦年度增长6%目标任务.
_FOCUSED: Final = re.compile("(?:聚焦|围绕|锚定|瞄准|对标|紧扣|紧盯)[^，。；]{0,24}$")
_FOCUS_BEHIND: Final = re.compile("的?(?:年度|全年|预期|增长|奋斗)?(?:目标|任务)")
#: 城市化率目标为49.5%，争取50%; 全年任务1.5亿元.
_PLAIN_AIM_BEFORE: Final = re.compile(
    "(?:下达|分解|分配)[^，。；0-9]{2,30}(?:目标|任务|指标)(?:任务|值|数)?(?:增长|下降)?$|(?<=[，、；。])(?:奋斗|确保|挑战)目标(?:增长|下降)?$"
    "|(?<=”)目标任务$|目标值?(?:为|是|:)$|目标值?(?:为|是|:)[^，。；]{1,12}，(?:力争|争取)(?:达到|完成|实现)?$|(?:全年|年度|今年)的?(?:任务|目标)(?:为|是|:)?$"
)
_AIM_NOUN: Final = re.compile("(?:的)?(?:目标|任务|计划|指标)(?!责任)")
#: 比2006年增加2亿元 says where the end stands; 五年增加2亿元 is the work of the span.
#: So far back the beginning of a change is looked for.
_FROM_REACH: Final = 60
_AGAINST_DATE: Final = re.compile(r"[比较与同](?:(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十]+年前|年初|上年|去年)")
_AVERAGED: Final = "年均|年递增|平均每年|年平均|^每年"


#: What is over of a year whose second half is planned.
_HALF_OVER: Final = re.compile("H1|Q[12]|(?:01/)?0[1-6]")


@record
class Setting:
    """What sections and paragraphs say about a sentence: role, years, and a year that opened the paragraph.

    `span` are the first and last year of the section; `year` is that of the results, `target_year` of the plan.
    """

    role: SectionRole
    span: tuple[int, int] | None
    year: int | None
    target_year: int | None
    carried: Period | None
    #: Whose report it is.
    place: str | None
    #: The report is given at the end of the year on which it looks back, and plans 明年.
    late: bool = False
    #: Its part tells of the year of results and of the year begun, which it calls 今年.
    begun: bool = False


@record
class Place:
    """Role and period of a figure with the rules that gave them and the words these rest on."""

    role: Role
    role_rule: str
    role_words: tuple[int, int] | None
    period: str | None
    period_rule: str
    period_words: tuple[int, int] | None


def carry(text: str, periods: Sequence[Period], setting: Setting) -> Period | None:
    """A year that opens a sentence holds for its paragraph, if it is the year of the results or of the plan."""
    if not periods or (periods[0].start > _OPENS and not _SAID.fullmatch(text, 0, periods[0].start)):
        return setting.carried
    first = periods[0]
    ahead = first.reach and not first.part and first.last > (setting.year or 0)
    if ahead and setting.role not in ("results", "problems"):
        # 到2025年，…达到30亿元。…达到60%。: the date holds until another is named.
        return replace(first, rule="period.paragraph")
    if first.part and not first.reach and setting.target_year in (None, setting.year):
        # 上半年完成…。进出口…。: in a text that plans no other year the part holds until another is named.
        return replace(first, rule="period.paragraph") if first.first == first.last == setting.year else None
    if first.part or first.reach:
        return None
    whole = first.first == first.last and first.last in (setting.year, setting.target_year)
    if whole or (first.rule in ("period.plan", "period.future") and first.first < first.last):
        return replace(first, rule="period.paragraph")
    return None


def years_told(view: str, span: Span, year: int | None) -> tuple[int, int] | None:
    """The first and last year that a paragraph on the last few years is about, if it opens so."""
    match = _YEARS_TOLD.match(view, span.start, span.end)
    if match is None or year is None:
        return None
    return year - "一二三四五".index(match[1] or match[2] or match[3]), year


def turned(
    view: str, span: Span, year: int | None, ruling: Period | None, first: int | None = None
) -> Period | None:
    """What rules from here on: a paragraph that opens with 刚刚过去的一年 turns a review of years to its last year.

    `first` is the year at hand in a part that plans several years and then this one (对今后五年和2003年工作的建议):
    there a paragraph that opens with 今年 turns to it.
    """
    opening = view[span.start : min(span.end, span.start + 16)]
    if first is not None:
        if opening.startswith(("今年", f"{first}年")):
            return Period(0, 0, first, first, rule="period.paragraph")
        return None if _AHEAD.match(opening) else ruling
    if _SPAN_AGAIN.match(opening):
        return None
    match = _LAST_YEAR.match(opening)
    if match and year is not None and match["year"] in (None, str(year)):
        return Period(0, 0, year, year, rule="period.paragraph")
    return ruling


def place(
    text: str, link: Link, kind: Kind, starts: Sequence[int], periods: Sequence[Period], setting: Setting
) -> Place:
    """Where a figure belongs: done, planned or given for comparison, and for which year or span."""
    position = link.quantity.start
    stated = _in_turn(text, link, periods) or governing(text, periods, position, starts)
    role, role_rule, role_words = _role(text, link, starts, stated, setting)
    averaged = may_hold(text, _AVERAGED) and pattern(_AVERAGED).search(_before(text, link)) is not None
    period, period_rule, period_words = _period(text, link, kind, role, stated, setting, averaged=averaged)
    if averaged and (spanned := _averaged_over(text, link, periods, starts)) is not None:
        period, period_rule, period_words = spanned, "period.sentence", None
    elif averaged and period and period.isdigit() and (over := _years_before(periods, position, int(period))):
        period, period_rule, period_words = over.text, over.rule, (over.start, over.end)
    if role_rule == "role.compared" and (base := _base(text, link)):
        period, period_rule, period_words = _base_period(base, stated, setting), "period.relative", base.span()
    if role_rule == "role.own_target" and period and _PART_OF_YEAR.match(period) and not _PART_AIM.search(
        text, max(0, link.quantity.start - 20), link.quantity.start
    ):
        # 上半年完成年初预算20亿元的51%: the budget is one of the year.
        period = period[:4]
    if link.origin and (stated is None or stated.start < link.predicate[0]):
        inside = [one for one in periods if link.predicate[0] <= one.start < position]
        period, period_rule = (inside[-1].text, inside[-1].rule) if inside else (None, "period.unknown")
    return Place(role, role_rule, role_words, period, period_rule, period_words)


def _years_before(periods: Sequence[Period], position: int, last: int) -> Period | None:
    """The years told last before `position` that end with `last`: 五年年均增长8.5%，…；收入年均增长10%."""
    for period in reversed(periods):
        if period.end <= position and period.first < period.last == last:
            return period
    return None


def _averaged_over(
    text: str, link: Link, periods: Sequence[Period], starts: Sequence[int]
) -> str | None:
    """从2011年的1520亿元增加到2016年的2243亿元，年均增长8.6%: the years between."""
    position = link.quantity.start
    before = [one for one in periods if one.end <= position and one.start > position - _FROM_REACH]
    if len(before) < 2 or before[-1].start >= starts[bisect_right(starts, position) - 1]:
        return None
    first, last = before[-2], before[-1]
    single = first.first == first.last < last.first == last.last and not first.part and not last.part
    opens = text[max(0, first.start - 1) : first.start] in ("由", "从")
    return f"{first.first + 1}-{last.last}" if single and opens else None


def _in_turn(text: str, link: Link, periods: Sequence[Period]) -> Period | None:
    """一季度、上半年、前三季度…分别增长4%、5%、6%: each figure of the list has its own period."""
    if link.turn is None:
        return None
    before = [one for one in periods if one.end <= link.predicate[1]][-link.turn[1] :]
    listed = len(before) == link.turn[1] > 1 and all(
        text[one.end : following.start] in ("、", "和", "及", "与", "，")
        for one, following in pairwise(before)
    )
    if listed:
        return before[link.turn[0]]
    span = before[-1] if before else None
    if span and not span.part and span.last - span.first + 1 == link.turn[1] > 1:
        # 2016年至2018年，分别完成6亿元、7亿元、8亿元: one for each year.
        year = span.first + link.turn[0]
        return replace(span, first=year, last=year)
    return None


def _role(
    text: str, link: Link, starts: Sequence[int], stated: Period | None, setting: Setting
) -> tuple[Role, str, tuple[int, int] | None]:
    if link.origin:
        return "baseline", "role.origin", None
    position = link.quantity.start
    if base := _base(text, link):
        return "baseline", "role.compared", base.span()
    clause = starts[bisect_right(starts, position) - 1]
    ahead = setting.role in ("targets", "tasks")
    latest = setting.span[0] - 1 if setting.year is None and ahead and setting.span else setting.year
    if stated and latest is not None:
        words = (stated.start, stated.end)
        # 截至2024年6月 says how things stood, however late that is.
        stood = stated.reach and text.startswith("截", stated.start) and not ahead
        aimed = ahead or stated.reach or stated.last != setting.target_year or (
            setting.role == "other" and not words_of_result(text, clause, position)
        )
        stood = stood or (not ahead and _summed_up(text, stated, position))
        if stated.last > latest and aimed and not stood:
            return "target", "role.future_year", words
        over = stated.last < latest or setting.target_year != latest or _HALF_OVER.fullmatch(stated.part) is not None
        sure = _SURELY_AIMED.search(text, clause, position) is not None
        if ahead and stated.last <= latest and over and not (stated.reach or sure) and stated.rule != "period.plan":
            # 去年完成… inside the plan: what was done, not what is aimed at; 确保二季度… is aimed at all the same.
            return "actual", "role.past_year", words
    plan = words_of_plan(text, clause, position)
    done = words_of_result(text, clause, position)
    planned = setting.target_year if setting.year is None else None
    if stated and not ahead and planned is not None and stated.last >= planned and not done:
        # “十四五”期间 in a text that tells no results and plans these years.
        return "target", "role.future_year", (stated.start, stated.end)
    if ahead:
        if done and not plan and _SURELY_DONE.match(done[0]) and stated is None:
            return "actual", "role.result_words", done.span()
        return "target", "role.section", plan.span() if plan else None
    if counted := _PLANNED_ONES.match(text, link.quantity.after):
        return "target", "role.plan_words", counted.span()
    if aim := _aim(text, link, clause):
        return "target", "role.own_target", aim
    looks_back = setting.role in ("results", "problems")
    if link.quantity.kind != "rate" and may_hold(text, "计划|拟") and (
        work := _PLANNED_WORK.search(text, clause, position)
    ):
        return "target", "role.plan_words", work.span()
    if once := _ONCE_BUILT.search(text, max(0, position - 44), position):
        return "target", "role.plan_words", once.span()
    if looks_back and not done and (hoped := _HOPED.match(text, clause)):
        return "target", "role.plan_words", hoped.span()
    first = None
    if looks_back and may_hold(text, _PLANNED_FIRST):
        first = pattern(_PLANNED_FIRST).search(text, max(0, position - 70), position)
    if first and not _DONE_SINCE.search(text, first.start("since"), position):
        return "target", "role.plan_words", first.span()
    plan = plan or words_of_plan(text, max(0, position - _BACK), position)
    if plan and _AGAINST_AIM.search(text, max(0, plan.start() - 12), plan.start()):
        plan = None
    past = stated is not None and latest is not None and stated.last <= latest
    if plan and stated and past and (stated.start <= plan.start() < stated.end or plan.end() <= stated.start):
        # 到2020年末 is no plan in a text that looks back on it; 将增收，2010年收入达到1.3万元 tells what was.
        plan = None
    if plan and pattern("%beside_plan%").search(text, clause, position):
        plan = None
    if plan and not done and not looks_back:
        return "target", "role.plan_words", plan.span()
    ahead_of_all = setting.carried is not None and latest is not None and setting.carried.first > latest
    if stated is None and ahead_of_all and not done and not looks_back:
        # 今后五年要…。研发投入占比提高到2.5%: what opened the paragraph lies ahead.
        return "target", "role.future_year", None
    each = stated is not None and link.turn is not None and stated.first == stated.last and bool(
        _SPAN_SIGN.search(text, stated.start, stated.end)
    )
    if stated and setting.year is not None and stated.last < setting.year and _single(setting) and not each:
        return "baseline", "role.earlier_year", (stated.start, stated.end)
    told = done.span() if done else None
    if told is None and stated and stated.last == latest:
        told = stated.start, stated.end
    return "actual", "role.section" if setting.role == "results" else "role.result", told


def _summed_up(text: str, stated: Period, position: int) -> bool:
    """2022年7月至2023年6月，共完成审计项目294个: work that is summed up is done, however late its span ends."""
    to = stated.start > 0 and text[stated.start - 1] in "年月日" and text.startswith(("至", "到"), stated.start)
    return (to or stated.first < stated.last) and bool(_SUMMED_UP.search(text, stated.end, position))


def _aim(text: str, link: Link, clause: int) -> tuple[int, int] | None:
    """The words that make a figure an aim set earlier, told beside the result: 高于年初确定的6.5%左右的预期目标."""
    quantity = link.quantity
    if quantity.kind in ("rank", "time") or quantity.dimension == "points" or link.compared:
        return None
    if text.startswith("的", quantity.after) and (match := pattern(_AIM_BEHIND).match(text, quantity.after)):
        before = text[max(clause, quantity.start - 6) : quantity.start]
        return None if re.search("完成|实现|达到?$", before) else match.span()
    before = text[max(clause, quantity.start - 16) : quantity.start]
    wide = text[max(0, quantity.start - 40) : quantity.start]
    if ("目标" in wide or "任务" in wide) and _PLAIN_AIM_BEFORE.search(wide):
        return clause, quantity.start
    if _FOCUSED.search(text, clause, quantity.start) and (focus := _FOCUS_BEHIND.match(text, quantity.after)):
        return focus.span()
    share = _SHARE_BEHIND.match(text, quantity.after)
    share = share if share and _SHARE_OF_AIM.search(before) else None
    if share or ((share := _AIM_NOUN.match(text, quantity.after)) and _SET_ABOVE.search(before)):
        return share.span()
    if met := _AIM_MET.match(text, quantity.after) or _AIM_RANGE.match(text, quantity.after):
        return met.span()
    if (plain := _PLAIN_AIM.match(text, quantity.after)) and _SET_AGAINST.search(text, clause, quantity.start):
        return plain.span()
    if not may_hold(text, _AIM_BEFORE):
        return None
    match = pattern(_AIM_BEFORE).search(text, max(clause, quantity.start - 30), quantity.start)
    return match.span() if match else None


def _base(text: str, link: Link) -> re.Match[str] | None:
    """The words that make a figure what another is set against: 比上年同期14.5亿元增加0.2亿元."""
    position = link.quantity.start
    if link.quantity.rule == "number.doubling" or not _BASE_SIGNS.match(text, position - 1):
        # 比2010年翻一番 names the year alone.
        return None
    return _BASE.search(text, max(0, position - 12), position)


def _base_period(base: re.Match[str], stated: Period | None, setting: Setting) -> str | None:
    """The year before the one at hand, and the part of it that is compared."""
    if base["year"]:
        return str(base["year"])
    if base["plan"]:
        return str(last_of_plan(base["plan"]))
    at_hand = stated or setting.carried
    ahead = setting.role in ("targets", "tasks")
    year = at_hand.last if at_hand else (setting.target_year if ahead else setting.year)
    if year is None:
        return None
    part = f"-{at_hand.part}" if at_hand and at_hand.part and base["same"] else ""
    return f"{year - (2 if base['two'] else 1)}{part}"


def _single(setting: Setting) -> bool:
    return setting.span is None or setting.span[0] == setting.span[1]


def _period(
    text: str, link: Link, kind: Kind, role: Role, stated: Period | None, setting: Setting, *, averaged: bool
) -> tuple[str | None, str, tuple[int, int] | None]:
    span = setting.span
    several = span is not None and span[0] < span[1]
    if stated and not (several and stated.first == stated.last and (averaged or _summed_apart(text, link, stated))):
        words = (stated.start, stated.end)
        done_in = stated.rule == "period.future" and kind == "level" and not _REACHES.search(_clause(text, link))
        if stated.first < stated.last and not done_in and not _flows(text, link, kind, role):
            return str(stated.last), stated.rule, words
        return stated.text, stated.rule, words
    if span and several:
        if kind == "growth" and _ON_LAST_YEAR.search(_before(text, link)) and not setting.carried:
            return str(span[1]), "period.section_last", None
        if averaged or (_flows(text, link, kind, role) and not setting.carried):
            return f"{span[0]}-{span[1]}", "period.section_span", None
        if setting.carried:
            return _carried(text, link, kind, role, setting.carried)
        return str(span[1]), "period.section_last", None
    if setting.carried:
        return _carried(text, link, kind, role, setting.carried)
    if span and role == "target" and setting.role == "other" and setting.target_year and not _aim(text, link, 0):
        # A pledge in a part that says nothing of itself is one of the year to come.
        return str(setting.target_year), "period.report", None
    if span:
        return str(span[0]), "period.section", None
    year = setting.target_year if role == "target" and not _aim(text, link, 0) else setting.year
    return (str(year), "period.report", None) if year else (None, "period.unknown", None)


def _summed_apart(text: str, link: Link, stated: Period) -> bool:
    """2016年实现…；累计完成…: what is summed up in a clause of its own is that of the years, not of the last."""
    return _sums(text, link) and (
        stated.reach or ("累计" in _clause(text, link) and stated.start < behind_mark(text, link.predicate[1]))
    )


def _carried(text: str, link: Link, kind: Kind, role: Role, carried: Period) -> tuple[str, str, None]:
    several = carried.first < carried.last
    stands = several and not _flows(text, link, kind, role)
    return str(carried.last) if stands else carried.text, carried.rule, None


def _before(text: str, link: Link) -> str:
    """The words right before a figure, within its clause."""
    return text[max(behind_mark(text, link.predicate[1]), link.predicate[0] - 8) : link.predicate[1]]


def _flows(text: str, link: Link, kind: Kind, role: Role) -> bool:
    """Whether a figure sums up a span (投资3亿元) or says where its end stands (余额48.5亿元)."""
    if _sums(text, link):
        return True
    if kind in ("growth", "difference") and role != "target" and not _AGAINST_DATE.search(_before(text, link)):
        return True
    if kind in ("rate", "rank", "duration") or _OWN_YEAR.search(_part(text, link)):
        return False
    if role == "target":
        name = link.name.text if link.name else ""
        return bool(pattern("%spent%").search(_clause(text, link)) or name.endswith("投资"))
    name = link.name.text if link.name else ""
    if kind == "level" and "人均" in name:
        return False
    if name.startswith(words("adding")):
        return True
    if link.name and link.name.rule == "indicator.right" and pattern("%moved%").match(text, link.name.end):
        return True
    return not pattern(_REACHED).search(_before(text, link)) and not pattern(_STOCK_NAME).search(name)


def _sums(text: str, link: Link) -> bool:
    clause = _clause(text, link)
    return bool(_SUMMED.search(clause)) and not _IN_ALL.fullmatch(clause)


def _clause(text: str, link: Link) -> str:
    position = link.predicate[1]
    return text[behind_mark(text, position) : position]


def _part(text: str, link: Link) -> str:
    return text[behind_mark(text, link.predicate[1], "；。") : link.predicate[1]]
