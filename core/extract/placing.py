"""Role and period of a figure: from its clause, its sentence, the paragraph before it, the section, the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.extract.bases import base_of, base_period
from core.extract.changed_since import averaged_over, averaged_since, change_began, changed_over, years_before
from core.extract.clauses import behind_mark
from core.extract.governing import dates_one_deed, governing
from core.extract.links import Link
from core.extract.periods import Period, quarters_of
from core.extract.roles import Setting, aims_listed, earlier_aim, role_of
from core.extract.summing import clause_before, flows, named, stands_at_end, sums, words_before, yearly
from core.lexicon import may_hold, pattern
from core.model.records import record
from core.model.report import Kind, Role
from core.model.spans import Span
from core.numerals import read_number

_REACHES: Final = re.compile("[到至]|突破|实现|超过|稳定|保持|以[上内]")
#: So many signs may stand before a period that opens its sentence, or who says it (局长介绍，“十四五”时期…).
_OPENS: Final = 6
_SAID: Final = re.compile(
    # 对于新的五年，市长表示，.
    "(?:(?:对于?|关于|围绕|面向|展望|谈[到及])[^，。；]{2,24}，)?[^，。；]{2,24}(?:介绍|表示|指出|强调|说|认为|显示|提出|明确|透露|获悉|了解到)"
    "了?(?:[^，。；]{0,6}(?:目标|任务))?(?:，|:)"
    # 在固定资产投资上，上半年…: what it is said of.
    "|而?在[^，。；]{2,16}(?:上|方面|领域)，"
)
#: Who is spoken to stands before it: 各位代表，刚刚过去的2017年，….
_ADDRESS: Final = "(?:%address%[，！!:]?[ \u3000]*)?"
#: What turns a review wherever its sentence stands.
JUST_PASSED: Final = ("刚刚过去的", "特别是刚刚过去的", "尤其是刚刚过去的")
_LAST_YEAR: Final = (
    _ADDRESS + "(?:特别是|尤其是)?在?(?:(?:刚刚|回顾)?过去的?(?:一年|(?P<year>20[0-9]{2}|19[0-9]{2})年)|一年来)"
)
_YEAR_IS: Final = _ADDRESS + "(?P<year>(?:20|19)[0-9]{2})年，?是"
#: 2017年，建成…: one of the years told, unless the heading announces it beside them.
_YEAR_OPENS: Final = _ADDRESS + "(?:(?P<year>(?:20|19)[0-9]{2})年(?:，|是)|去年，)"
_AHEAD: Final = re.compile(r"(?:今后|未来)的?[三四五3-5]年")
#: ——过去的五年，是… opens what is told of several years, where no heading says so.
_YEARS_TOLD: Final = re.compile(
    r"(?:——)?(?:[^，。：:]{0,8}[，:])?(?:(?:过去|这|近|刚刚过去|本届政府(?:任期)?)的?([三四五345])年|([三四五345])年来"
    r"|[^，。；]{2,24}(?:会|会议)以来的([三四五345])年|这是[^，。；0-9]{2,24}的([三四五345])年)"
)
_SPAN_AGAIN: Final = _ADDRESS + (
    "(?:(?:过去的?|回顾|这)?[三四五345]年来?|回顾过去的?[三四五345]年|[“\"]?[十八九][一二三四]?五[”\"]?(?:期间|时期|以来|的五年))"
)
#: 2015年任务的完成，为规划画上了句号。经过五年的努力，…: so far into a paragraph it may turn back to the years.
_SPAN_PASSED: Final = re.compile("(?:经过|历经|回首|回望)(?:这|过去)?的?[三四五]年|。(?:这)?[三四五]年(?:来|里|间)，")
_SPAN_REACH: Final = 80
#: So many signs of a paragraph say whether it turns to another year.
_OPENING: Final = 24
#: “十四五”期间投资最大的项目竣工: the years of what is ranked.
_MOST_OF_IT: Final = re.compile("(?:期间|时期|以来)?[^，。；0-9]{0,10}最[\u4e00-\u9fff]{1,2}的(?!是)")
_PART_OF_YEAR: Final = re.compile("[0-9]{4}-(?:[HQ]|[0-9]{2}(?:/|$))")
_ONE_PART: Final = re.compile("(?P<sort>[QH]?)(?P<number>[0-9]{1,2})")
_PART_AIM: Final = re.compile("(?:季度?|半年|月份?)的?(?:预期|计划|目标|任务|预算)|[序时]进度")
#: 1—7月，完成全年计划投资|16亿元的42%.
_YEARS_AIM: Final = re.compile("(?:全年|年度|年初)(?:计划|目标|任务|预算|投资)[^，。；]{0,8}$")
#: 2020年|经济增长3%，|上半年….
_ONE_RATE: Final = re.compile("[^，。；0-9]*[0-9.]+%[^，。；0-9]{0,4}，")
#: 6项指标已于|2024年提前实现.
_BY_NOW: Final = re.compile("[，；](?:截[至止]到?)?目前")
_DONE_AT: Final = re.compile("[^，。；0-9]{0,14}(?:已经?|均|都|将|全部|预计|计划)*[于在]")
_WAS_DONE: Final = re.compile(
    "[^，。；0-9]{0,8}(?:完成|实现|建成|竣工|完工|投用|通车|投产|达产|开工|启用|运营)(?![^，。；]{0,10}的)"
)
_SPENT: Final = re.compile("(?:投资|投入|支出)(?:总?额)?$")
_SINCE_YEAR: Final = re.compile(
    "(?:^|[，；])[与同和比较](?P<year>(?:19|20)[0-9]{2})年[末底]?时?(?:相比|相较|比较)"
)
_YEARS_AGO: Final = re.compile("[由从](?P<years>[0-9]{1,2}|[一二三四五六七八九十]{1,2})年前")
#: 年均增长9%，比全省快2个百分点: the clause before and what makes the next one its comparison.
_AVERAGE_LAST: Final = re.compile("年(?:均|递增|平均)[^，。；]{0,16}[0-9.]+%(?:以上|左右)?，$")
_SET_BESIDE: Final = re.compile("[高低快慢](?:[出于]|[0-9一二两三四五六七八九十]|了|$)")
_AVERAGED: Final = (
    "年均(?!浓度|值|气温|降[水雨]|水位)|年递增|平均每年"
    "|平均年增|年平均(?!汇率|价|人口|浓度|值|气温|降[水雨]|水位)|平均(?:贡献率|增速|增幅|增长率)|^[要将]?每年"
)
#: 高于全国2.6%和全省3.7%的平均增长水平.
_AVERAGE_BEHIND: Final = re.compile(
    "(?:[0-9.]+%[、和与][^，。；、0-9]{1,12}){0,3}[0-9.]+%的(?:年均|平均)增(?:长|速|幅)"
)
#: 获得|“2012年先进县”称号: the year of an honour.
_HONOURS: Final = ("荣誉", "称号", "表彰", "奖项")
_AWARDED: Final = re.compile("(?:获得?了?|评为|授予|命名为|、)[“\"]?$")
#: 2013年要集中力量…, 2013年我市将….
_PLANS: Final = re.compile("(?:[我全][省市县区州])?(?:要|将|计划|拟)")


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
    if not periods:
        return setting.carried
    first = periods[0]
    if first.part.isdigit() and text[first.end - 1] in "末底初":
        # 6月末，贷款余额12亿元。旅游收入…: how things stood at the end of a month.
        return setting.carried
    if first.part and not first.reach and (
        text.startswith("以来", first.end) or (len(periods) > 1 and _in_row(first, periods[1]))
    ):
        # 三季度以来增速回落。 and 分季度看，一季度增长5%，二季度增长6%。 hold for themselves.
        return setting.carried
    opens = first.start <= _OPENS or _SAID.fullmatch(text, 0, _opened(text, first)) or (
        # 按照…的要求，2013年要抓好…: a year behind an adverbial clause, of which a plan is told.
        first.last == setting.target_year and text[first.start - 1] == "，" and _PLANS.match(text, first.end)
    )
    if setting.role not in ("results", "problems") and (opens or (setting.carried and setting.carried.reach)):
        term = _term(text, periods, setting)
        if term and (first.reach or not opens):
            # 到2025年，…达到30亿元。…达到60%。: the date holds until another is named.
            # 截至2010年底 says how things stood, and nothing behind it is to be reached.
            return replace(term, rule="period.paragraph", reach=not text.startswith("截", term.start))
    if not opens or _MOST_OF_IT.match(text, first.end):
        return setting.carried
    begun = setting.role == "results" and not first.part.isdigit() and text.startswith(("今年", "本年"), first.start)
    if first.part and not first.reach and (begun or setting.target_year in (None, setting.year)):
        # 上半年完成…。进出口…。: in a text that plans no other year the part holds until another is named, and so does
        # 今年1—10月 where it tells results, and the year is not over.
        return replace(first, rule="period.paragraph") if first.first == first.last == setting.year else None
    if first.part and first.reach and setting.carried is None and (
        setting.role not in ("targets", "tasks") and setting.target_year in (None, setting.year)
    ):
        # 截至6月29日，…。新增就业…: where nothing else is said, how things stood then is told on.
        return replace(first, rule="period.paragraph")
    if first.part or first.reach:
        return None
    if setting.carried and setting.carried.part and first.first == first.last == setting.carried.last:
        # 全年计划增长9%，…, in a part on the first half of the year.
        return setting.carried
    to_come = setting.role == "results" and first.last == setting.target_year != setting.year
    if to_come and text.startswith("是", first.end):
        # 2020年是关键之年。…, over what was done in 2019.
        return setting.carried
    # 去年底已扩大到…。抓好40万辆汽车项目: in a plan a look back holds for its sentence.
    past = setting.role in ("targets", "tasks") and first.last == setting.year != setting.target_year
    # 2007年教育支出279亿元。累计新建…, in a review of years: only 2007年，… goes on.
    among = setting.role == "results" and setting.span is not None and setting.span[0] < setting.span[1]
    past = past or (among and setting.carried is None and text[first.end : first.end + 1] not in ("，", "是"))
    whole = first.first == first.last and first.last in (setting.year, setting.target_year) and not past
    # 1985年，…: in a text of many years, which is about none of them, the one that opens a paragraph is its own.
    whole = whole or (
        setting.year is None and setting.target_year is None and first.first == first.last
        and (text.startswith("，", first.end) or (setting.carried is not None and setting.carried.first == first.first))
    )
    if whole or (first.rule in ("period.plan", "period.future") and first.first < first.last):
        return replace(first, rule="period.paragraph")
    return None


def _term(text: str, periods: Sequence[Period], setting: Setting) -> Period | None:
    """The date to reach that a sentence names last at the beginning of a clause: 到2019年…，到2020年….

    A date beyond the years that are planned (到2035年) holds for its own sentence, where another is named beside it.
    """
    terms = [
        one for one in periods
        if one.reach and not one.part and one.last > (setting.year or 0)
        and (one.start <= _OPENS or text[_opened(text, one) - 1] in "，；：:")
        and (_SAID.fullmatch(text, 0, _opened(text, one)) or not dates_one_deed(text, one))
    ]
    planned = [one for one in terms if setting.span and one.last <= setting.span[1]]
    found = planned or terms
    return found[-1] if found else None


def _opened(text: str, period: Period) -> int:
    """Where a time begins, with the 到 before the end of a plan: 到|“十四五”末."""
    return period.start - text.startswith("到", period.start - 1) if period.start else 0


def _in_row(first: Period, second: Period) -> bool:
    """Whether the parts of a year are told one after another: a quarter and the next, a month and the next."""
    one, other = _ONE_PART.fullmatch(first.part), _ONE_PART.fullmatch(second.part)
    return bool(one and other and one["sort"] == other["sort"] and int(other["number"]) == int(one["number"]) + 1)


def years_told(view: str, span: Span, year: int | None) -> tuple[int, int] | None:
    """The first and last year that a paragraph on the last few years is about, if it opens so."""
    match = _YEARS_TOLD.match(view, span.start, span.end)
    if match is None or year is None:
        return None
    return year - ("一二三四五12345".index(match[match.lastindex or 1]) % 5), year


def turned(
    view: str, span: Span, year: int | None, ruling: Period | None, first: int | None = None, *, named: bool = False
) -> Period | None:
    """What rules from here on: a paragraph that opens with 刚刚过去的一年 turns a review of years to its last year.

    `first` is the year at hand in a part that plans several years and then this one (对今后五年和2003年工作的建议):
    there a paragraph that opens with 今年 turns to it. `named` says that the heading of a review has the last year
    beside the years (过去五年和2017年工作回顾): there 2017年， turns to it.
    """
    opening = view[span.start : span.start + _OPENING].partition("\n")[0].replace(" 年", "年")
    if first is not None:
        if opening.startswith(("今年", f"{first}年")):
            return Period(0, 0, first, first, rule="period.paragraph")
        return None if _AHEAD.match(opening) else ruling
    if pattern(_SPAN_AGAIN).match(opening) or _SPAN_PASSED.search(
        view[span.start : span.start + _SPAN_REACH].partition("\n")[0]
    ):
        return None
    match = pattern(_LAST_YEAR).match(opening) or pattern(_YEAR_OPENS if named else _YEAR_IS).match(opening)
    if match and year is not None and match["year"] in (None, str(year)):
        return Period(0, 0, year, year, rule="period.paragraph")
    return ruling


def place(
    text: str, link: Link, kind: Kind, starts: Sequence[int], periods: Sequence[Period], setting: Setting
) -> Place:
    """Where a figure belongs: done, planned or given for comparison, and for which year or span."""
    position = link.quantity.start
    stated = _in_turn(text, link, periods) or _told_behind(text, link, periods)
    stated = stated or governing(text, periods, position, starts)
    if stated and named(link).endswith(_HONOURS) and _AWARDED.search(text, 0, stated.start):
        # 荣获2009年度平安镇等荣誉20项: the year is that of one title.
        stated = governing(text, [one for one in periods if one.end <= stated.start], position, starts)
    part = setting.carried is not None and bool(setting.carried.part)
    if stated and part and stated.rule == "period.relative" and text.startswith("今年以来", stated.start):
        # 今年以来 in a text on the first half is that half.
        stated = None
    if stated and part and text.startswith("全年", stated.start) and _BY_NOW.search(text, stated.end, position):
        # 全年谋划项目32个，目前已开工24个, in a text on the first half: how far they are is told of it.
        stated = None
    role, role_rule, role_words = role_of(text, link, starts, stated, setting)
    # 年均增长15%、规模居第1: a place is held at the end, but where it is the growth's.
    held = kind == "rank" and "增" not in text[link.predicate[0] - 4 : position]
    averaged = not held and may_hold(text, _AVERAGED) and (
        pattern(_AVERAGED).search(words_before(text, link)) is not None or _beside_average(text, link)
        or _AVERAGE_BEHIND.match(text, position) is not None
    )
    period, period_rule, period_words = _period(text, link, kind, role, stated, setting, averaged=averaged)
    if averaged and (spanned := averaged_over(text, link, periods, starts)) is not None:
        period, period_rule, period_words = spanned, "period.sentence", None
    elif averaged and period_rule == "period.section_span" and (pair := changed_over(text, periods, position)):
        period, period_rule, period_words = f"{pair[0].first + 1}-{pair[1].last}", "period.sentence", None
    elif averaged and period and period_rule == "period.section_span" and (
        since := averaged_since(text, position, int(period[-4:]))
    ):
        period, period_rule, period_words = f"{since[0] + 1}-{period[-4:]}", "period.sentence", since[1:]
    elif averaged and period and period.isdigit():
        if over := years_before(periods, position, int(period)):
            period, period_rule, period_words = over.text, over.rule, (over.start, over.end)
        elif since := averaged_since(text, position, int(period)):
            period, period_rule, period_words = f"{since[0] + 1}-{period}", "period.sentence", since[1:]
        elif (pair := changed_over(text, periods, position)) and pair[1].last == int(period):
            period, period_rule, period_words = f"{pair[0].first + 1}-{period}", "period.sentence", None
    if role_rule == "role.compared" and (base := base_of(text, link)):
        period, period_rule, period_words = base_period(base, stated, setting), "period.relative", base.span()
    of_the_year = role_rule == "role.own_target" or (
        role_rule == "role.plan_words"
        and (stated is None or _YEARS_AIM.search(text, max(stated.end, position - 16), position) is not None)
    )
    if of_the_year and period and _PART_OF_YEAR.match(period) and not _PART_AIM.search(
        text, max(0, link.quantity.start - 20), link.quantity.start
    ):
        # 上半年完成年初预算20亿元的51%: the budget is one of the year.
        period = period[:4]
    if link.origin and (stated is None or stated.start < link.predicate[0]):
        inside = [one for one in periods if link.predicate[0] <= one.start < position]
        period, period_rule, period_words = _began(inside[-1] if inside else None, stated)
        if period is None and (against := _SINCE_YEAR.search(text, 0, link.predicate[0])):
            # 与2018年相比，…由3.2万元提高到4.9万元.
            period, period_rule, period_words = against["year"], "period.sentence", against.span("year")
        elif period is None and setting.year and (ago := _YEARS_AGO.search(text, *link.predicate)):
            # 由5年前的2亿元发展到7亿元.
            number = read_number(ago["years"])
            period = str(setting.year - int(number.value)) if number else None
            period_rule, period_words = "period.past", ago.span("years")
        elif period is None and (pair := changed_over(text, periods, position)):
            began = pair[0]
            period, period_rule, period_words = str(began.first), began.rule, (began.start, began.end)
        elif period is None and (known := change_began(text, link, periods)):
            period, period_rule = known.text, known.rule
        elif period is None and not periods and setting.span and setting.began == str(setting.span[0] - 1):
            # A review of five years: …由2002年的35亿元增加到73亿元。利润由0.9亿元增加到3亿元。
            period, period_rule = setting.began, "period.paragraph"
    if link.origin and period and period_words and text.startswith("去年", period_words[0]):
        opening = governing(text, [one for one in periods if one.end <= link.predicate[0]], position, starts)
        period = _before(period, opening or setting.carried, setting)
    return Place(role, role_rule, role_words, period, period_rule, period_words)


def _before(period: str, told: Period | None, setting: Setting) -> str:
    """The year before the one that a change is told of, where its beginning is that of 去年 and its end, too.

    由去年的91%提高到95%, among the results of 2023: whatever 去年 is elsewhere, the two are no figures of one year.
    """
    year = told.last if told else setting.span[1] if setting.span else setting.year
    return f"{int(period[:4]) - 1}{period[4:]}" if period[:4] == str(year) else period


def _began(own: Period | None, stated: Period | None) -> tuple[str | None, str, tuple[int, int] | None]:
    """When a change began: the year told with its first figure, else the first of a span between two named years.

    2018年至2022年，由900亿元增加到1350亿元; 五年来由… names no year in which it began.
    """
    if own:
        return own.text, own.rule, (own.start, own.end)
    if stated and stated.rule == "period.sentence" and stated.first < stated.last:
        return str(stated.first), stated.rule, (stated.start, stated.end)
    return None, "period.unknown", None


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
    if link.name and link.name.rule == "indicator.respectively" and span and span.rule == "period.past":
        # 五年来，产值、利润…分别达到8亿元、2亿元…: the list is one of names, all of the same years.
        return None
    if span and not span.part and span.last - span.first + 1 == link.turn[1] > 1:
        # 2016年至2018年，分别完成6亿元、7亿元、8亿元: one for each year.
        year = span.first + link.turn[0]
        return replace(span, first=year, last=year)
    if link.compared and (each := _one_a_clause(text, before)):
        # 2020年增长3%，上半年增长5%，分别高于全省1个和2个百分点: each is set beside the figure of its own time.
        return each[link.turn[0]]
    quarters = span and (
        # 从一、二季度分别增长1%、4%: the first of them is read with the second.
        quarters_of(text[span.start : span.end]) or quarters_of(text[max(0, span.start - 4) : span.end])
    )
    if span and quarters and quarters[1] - quarters[0] + 1 == link.turn[1]:
        # 一至四季度，分别增长2%、4%、5%、6%: one for each quarter.
        return replace(span, part=f"Q{quarters[0] + link.turn[0]}")
    return None


def _one_a_clause(text: str, periods: Sequence[Period]) -> Sequence[Period]:
    """The periods, if each opens a clause of the sentence that tells one figure in per cent; else none."""
    told = len(periods) > 1 and all(
        _ONE_RATE.fullmatch(text, one.end, following.start) for one, following in pairwise(periods)
    )
    return periods if told else ()


def _told_behind(text: str, link: Link, periods: Sequence[Period]) -> Period | None:
    """6项指标已于2024年提前实现: the time at which what is counted was or will be done, behind its figure."""
    after = link.quantity.after
    behind = next((one for one in periods if one.start >= after), None)
    if behind is None or _DONE_AT.fullmatch(text, after, behind.start) is None:
        return None
    return behind if _WAS_DONE.match(text, behind.end) else None


def _period(
    text: str, link: Link, kind: Kind, role: Role, stated: Period | None, setting: Setting, *, averaged: bool
) -> tuple[str | None, str, tuple[int, int] | None]:
    span = setting.span
    several = span is not None and span[0] < span[1]
    if stated and span and stated.first > span[1]:
        # 到2025年年均增长7%, where the text is on the years before: none of these.
        several = False
    if stated and not (several and stated.first == stated.last and (averaged or _summed_apart(text, link, stated))):
        words = (stated.start, stated.end)
        done_in = stated.rule == "period.future" and kind == "level" and not _REACHES.search(clause_before(text, link))
        # “十四五”前四年投资达到15亿元: what is spent in years that its own clause names is all of it.
        spent = kind == "level" and _SPENT.search(named(link)) is not None
        spent = spent and stated.start >= behind_mark(text, link.predicate[1])
        summed = flows(text, link, kind, role) and not yearly(text, link, kind)
        if stated.first < stated.last and not (done_in or spent or summed):
            return str(stated.last), stated.rule, words
        if text.startswith("同期", stated.end) and not stated.part and setting.carried and setting.carried.part:
            # 由上年同期的1.96缩小至1.92, in a report on three quarters.
            return f"{stated.text}-{setting.carried.part}", stated.rule, words
        return stated.text, stated.rule, words
    planned = setting.carried.last if setting.carried else span[1] if span else setting.target_year
    ahead = setting.role in ("targets", "tasks")
    if role == "actual" and ahead and setting.year is not None and planned is not None and planned > setting.year:
        # 全市还有3个村未通公路, told in the plan: how things stand before its years begin.
        return str(setting.year), "period.report", None
    if span and several:
        if kind == "growth" and pattern(_LAST_YEAR).search(words_before(text, link)) and not setting.carried:
            return str(span[1]), "period.section_last", None
        if not averaged and kind in ("level", "growth") and stands_at_end(text, link):
            return str(setting.carried.last if setting.carried else span[1]), "period.section_last", None
        # 去年达到270亿元。累计新增…: the years are summed up behind their last as well.
        over = not setting.carried or ("累计" in clause_before(text, link) and not setting.settled)
        if averaged or (over and flows(text, link, kind, role) and not yearly(text, link, kind)):
            return f"{span[0]}-{span[1]}", "period.section_span", None
        if setting.carried:
            return _carried(text, link, kind, role, setting.carried)
        return str(span[1]), "period.section_last", None
    if setting.carried:
        return _carried(text, link, kind, role, setting.carried)
    own_year = setting.year is not None and not (setting.begun and "今年" in text) and bool(earlier_aim(text, link, 0))
    # 主要预期目标是：生产总值增长6%，…, where a year is planned: all of the list are its aims.
    own_year = own_year and (setting.role != "other" or aims_listed(text, link.quantity.start) is None)
    if span and role == "target" and setting.role == "other" and setting.target_year and not own_year:
        # A pledge in a part that says nothing of itself is one of the year to come.
        return str(setting.target_year), "period.report", None
    if span:
        return str(span[0]), "period.section", None
    year = setting.target_year if role == "target" and not own_year else setting.year
    return (str(year), "period.report", None) if year else (None, "period.unknown", None)


def _summed_apart(text: str, link: Link, stated: Period) -> bool:
    """2016年实现…；累计完成…: what is summed up in a clause of its own is that of the years, not of the last."""
    return sums(text, link) and (
        stated.reach or ("累计" in clause_before(text, link) and stated.start < behind_mark(text, link.predicate[1]))
    )


def _carried(text: str, link: Link, kind: Kind, role: Role, carried: Period) -> tuple[str, str, None]:
    several = carried.first < carried.last
    stands = several and not flows(text, link, kind, role)
    return str(carried.last) if stands else carried.text, carried.rule, None


def _beside_average(text: str, link: Link) -> bool:
    """Whether a difference sets the average in the clause before it against another: it is of the same years."""
    if link.quantity.dimension != "points" or _SET_BESIDE.search(clause_before(text, link)) is None:
        return False
    clause = behind_mark(text, link.predicate[1])
    return _AVERAGE_LAST.search(text, max(0, clause - 40), clause) is not None
