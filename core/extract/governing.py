"""Which of the periods that a sentence states is that of a figure in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.periods import Period
from core.lexicon import closing

_DIGIT: Final = re.compile("[0-9]")
#: The parts of a year that begin with it, and their last months.
_FROM_JANUARY: Final = {"Q1": 3, "H1": 6, "Q1/Q3": 9}
_MONTH_ALONE: Final = re.compile("[01][0-9]")
#: 预计1—6月份完成…；…: the words before a period that still opens its clause.
_ESTIMATED: Final = re.compile(
    "(?:据?初步(?:统计|测算|核算|预计)|据统计|预[计测期])(?:，|到|至|截至|截止)?|截[至止]到?"
)
#: 《计划》要求到2017年…；…: who asks for it by then.
_REQUIRED: Final = re.compile("[^，。；]{0,12}(?:要求|提出|明确|确定|力争|确保)")
#: 五年来（2016—2020年）.
_YEARS_NAMED: Final = re.compile("(?:过去|近|这)?[0-9一二两三四五六七八九十]{1,2}年(?:来|间)?[（(]")
#: 由2014年的85万吨增加到…, 2020年底的余额: it says whose year a figure is.
_OF_IT: Final = re.compile("(?:时期|期间|期?末|[底初])?的")
#: 拟定了2005年的主要目标：…; 争取到2008年，….
_ANNOUNCES: Final = re.compile("[^，。；]*[:：]|，")
_ANNOUNCES_AIMS: Final = re.compile("[^，。；：:]{0,24}(?:目标|任务|指标|要求)(?:是|为)?[:：]")
#: 加快|2024年签约的项目: a verb, and not what is dated.
_WORK_ON: Final = "(?:%doing+acting+pursuing%)了?$"
#: 确保到2015年通过评估验收; without 确保 a date that opens its sentence holds for what follows.
_ONE_DEED: Final = re.compile("[^，。；0-9]+[。；]")
#: 2024年度项目: which they are.
_NAMED_BY: Final = re.compile("(?:年|(?<!半年)(?<=年))度(?!，|$)")
#: 6月底|前通车，: the term of that one work.
_BY_THEN: Final = re.compile("[之以]?前[^，。；0-9]+，")
#: 从今年5月情况看，….
_LOOKED_AT: Final = re.compile("[^，。；]{0,24}来?看，")
#: 控制在上年人均收入的5%以内: the year of what the figure is a share of.
_OF_WHOLE: Final = re.compile("(?<=[在占于为是到达])(?:上年|去年|(?:19|20)[0-9]{2}年)度?[\u4e00-\u9fff]{2,14}的$")
#: 占当地居民上年人均支出的39%: whose year, with what stands between.
_SHARE_OF: Final = re.compile("占[^，。；、0-9]{0,14}$")
_WHOLE_NAMED: Final = re.compile("度?[\u4e00-\u9fff]{2,14}的(?=[0-9])")
#: 5月份启动，9月29日开工，…: the day of another act ends what a month before it dates.
_ANOTHER_DAY: Final = re.compile("，(?:并?于)?[0-9]{1,2}月[0-9]{1,2}日")
_PARTED_BY: Final = re.compile("(?:[^，。；0-9]{1,8}，)?[按从分][^，。；0-9]{1,14}[分看]，")
_TO_COME: Final = re.compile("，?[^，。；0-9]{0,8}(?:计划|预计|安排|力争|确保|目标|任务|预算|将|拟)")
#: 公开2010年预算、2009年决算，公布审计结果6项: the year of a paper, and not of what the next clause tells.
_OF_PAPER: Final = re.compile("度?(?:部门|财政|政府)?(?:预?决算|预算|计划|报告|规划)(?![收支安总草执内投目]|的|中|完)")
#: 由上年|下降2%转为增长4%: behind it another year is told.
_CHANGED_TO: Final = re.compile(
    "(?:[0-9%]|第[一二三四五六七八九十]).*(?:转为|变化?为|调整[到至为]|[高升加少降落小大移进][到至为])"
)


def governing(text: str, periods: Sequence[Period], position: int, clause_starts: Sequence[int]) -> Period | None:
    """The period that rules a figure at `position`: the nearest before it in its clause, else in an earlier one.

    2011年的85万平方米 and 由上年的2.05 date that figure alone. A period rules over a ； only if it opens the sentence.
    """
    if not periods:
        return None
    clause = clause_starts[bisect_right(clause_starts, position) - 1]
    part = behind_mark(text, position, "；")
    before = bisect_right(periods, position, key=lambda period: period.end)
    for index in range(before - 1, -1, -1):
        # Of what stands before the ； only the sentence's first period can rule, or a date to reach (到2020年，…；…).
        period = periods[index]
        month = _MONTH_ALONE.fullmatch(period.part) is not None
        # 按经营地分，8月份城镇…；乡村…: the month stands behind what the sentence is parted by.
        later = bisect_right(clause_starts, period.start) > 1 and not _PARTED_BY.fullmatch(text, 0, period.start)
        # 投资620亿元，五年累计1865亿元；零售额增长19%: so do years that are summed up.
        summed = period.first < period.last and period.rule == "period.past" and text.startswith("累计", period.end)
        if (month or summed) and later and not period.reach and period.start < part and (
            not text.startswith("环比", part)
        ):
            # 10月份增长6%；指数居全国第67位: a month told in a later clause ends with its part.
            return None
        if period.start < part and not (period.reach and _begins_clause(text, period, clause_starts)):
            period = _opening(text, periods[: index + 1], clause_starts)
        of_another = bool(_OF_IT.match(text, period.end)) and position - period.end > 2
        opens_change = text[max(0, period.start - 1) : period.start] in ("由", "从") and not _LOOKED_AT.match(
            text, period.end
        )
        if of_another and _ANNOUNCES_AIMS.match(text, period.end):
            # 提出到1995年的奋斗目标：产值200万元，…: the date of all that is listed.
            of_another = False
        dates_another = of_another and (2 < period.start < clause or opens_change)
        # 从2001年409亿元到2016年6.4万亿元，增长了15倍: where a change began dates nothing behind it.
        dates_another = dates_another or (opens_change and period.start < clause)
        dates_another = dates_another or bool(_OF_WHOLE.search(text, period.start, position)) or bool(
            _SHARE_OF.search(text, max(0, period.start - 16), period.start) and _WHOLE_NAMED.match(text, period.end)
        )
        # 达到2.5万元（去年2.3万元），增长7%: what a bracket says of another year ends with it.
        dates_another = dates_another or (
            text[period.start - 1 : period.start] in ("（", "(") and text[period.end] not in "）)"
            and any(mark in text[period.end : position] for mark in "）)")
        )
        # 由上年下降2%转为增长4%: the year is that of the beginning.
        dates_another = dates_another or (opens_change and bool(_CHANGED_TO.search(text, period.end, position)))
        # 两年平均增长5% is of two years, what follows of one.
        dates_another = dates_another or (period.rule == "period.mean" and period.start < clause)
        # 确保大桥6月底前通车，新增公路38公里: the term is that of the bridge.
        dates_another = dates_another or (period.start < clause and bool(_BY_THEN.match(text, period.end)))
        # 在上年压减9万吨的基础上再压减6万吨: what comes on top is of another year.
        dates_another = dates_another or (
            text[period.start - 1 : period.start] == "在" and text.find("的基础上", period.end, position) >= 0
        )
        # 加快2024年签约的项目落地，引进企业30家: which projects, and not when the rest is done.
        dates_another = dates_another or (
            period.start < clause
            and closing(_WORK_ON, text, max(0, period.start - 6), period.start) is not None
            and not _ANNOUNCES.match(text, period.end)
        )
        # 5月底前完成2024年度项目20个: which projects, and when they are done stands before.
        named_by = _NAMED_BY.match(text, period.end - 1) is not None
        dates_another = dates_another or (named_by and index > 0 and periods[index - 1].start >= part)
        dates_another = dates_another or (period.start < part and dates_one_deed(text, period))
        # 9月底前开工率达到95%；完成投资30亿元: a term within the year ends with its part.
        dates_another = dates_another or (
            period.start < part and bool(period.part) and text.startswith(("前", "以前", "之前"), period.end)
        )
        if period.start < clause and not dates_another:
            day = period.part and not period.reach and _ANOTHER_DAY.search(text, period.end, position)
            dates_another = bool(day or _OF_PAPER.match(text, period.end))
        # 受去年洪灾影响，产量下降5%: why, and not when; 去年同期为增长11%: what was so then is told in its own clause.
        dates_another = dates_another or (
            period.start < clause and (text[period.start - 1] in "受因" or text.startswith("同期", period.end))
        )
        if not dates_another and (period.start >= part or _begins_clause(text, period, clause_starts)):
            return period
        if period is periods[0]:
            break
    return None


def dates_one_deed(text: str, period: Period) -> bool:
    """Whether a date to reach is the term of the one deed of its clause: nothing is measured there, nothing goes on."""
    return period.reach and period.start > 0 and _ONE_DEED.match(text, period.end) is not None


def _opening(text: str, periods: Sequence[Period], clause_starts: Sequence[int]) -> Period:
    """The period that opens a sentence, or one of the same year that goes further and begins a later clause.

    一季度…，半年度投资增长9%；收入增长8%: the half of the year; a part that follows the year before any figure.
    """
    first = periods[0]
    longer = [
        one for one in periods
        if one.first == first.first and 0 < _ends(first) < _ends(one) and _begins_clause(text, one, clause_starts)
    ]
    if not longer and not first.part and first.first == first.last:
        # 2018年，在…带动下，1—11月份完成收入12亿元；税收2亿元: the months, told before any figure.
        longer = [
            one for one in periods[1:2]
            if one.part and not _MONTH_ALONE.fullmatch(one.part) and one.first == first.first
            and _begins_clause(text, one, clause_starts) and not _DIGIT.search(text, first.end, one.start)
        ]
    whole = [
        one for one in periods
        if first.part and one.first == one.last == first.first and not one.part and not one.reach
        and text[one.start - 1] == "；" and _DIGIT.match(text, one.start) and not _TO_COME.match(text, one.end)
    ]
    # 1—11月，出口额1亿美元；2025年，新增企业43家；营收11亿元: the year that the part before tells.
    return whole[-1] if whole else longer[-1] if longer else first


def _ends(period: Period) -> int:
    """The last month of a part of a year that begins with it (上半年, 1—7月); 0 for other periods."""
    if period.part in _FROM_JANUARY:
        return _FROM_JANUARY[period.part]
    return int(period.part[3:]) if period.part.startswith("01/") else 0


def _begins_clause(text: str, period: Period, clause_starts: Sequence[int]) -> bool:
    start = clause_starts[bisect_right(clause_starts, period.start) - 1]
    start += text.startswith(("“", '"'), start)
    return start == period.start or any(
        words.fullmatch(text, start, period.start) for words in (_ESTIMATED, _REQUIRED, _YEARS_NAMED)
    )
