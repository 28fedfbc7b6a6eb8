"""The years, and parts of years, that a sentence states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.years_ahead import years_ahead
from core.lexicon import WHOLE_AREA, where_it_begins
from core.model.records import record
from core.numerals import FIRST_YEAR_OF_PLAN, read_number

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_HAN_MONTH: Final = "十[一二]?|[元一二三四五六七八九]"
_FIRST_MONTH: Final = "[1-9元一二三四五六七八九]"
_LAST_MONTH: Final = f"1[0-2]|[2-9]|{_HAN_MONTH}"
_PART: Final = (
    "上半年|下半年|(?<!提)前半年|后半年|(?<![上下前后])半年度(?![工总小])|前三个?季度|第?[一二三四]季度|(?<![0-9])[1-4]季度|首季度?(?!节)"
)
#: Figures behind which no sign stands that any form below has there begin no date; most figures of a report are such.
_NO_DATE: Final = "(?![0-9]{1,4}(?![-—–~至到年月季和与、及0-9]))"
_TOKEN: Final = re.compile(where_it_begins(
    f"{_NO_DATE}"
    f"(?:(?P<span>[从自]?(?P<from>{_YEAR})年?(?:[0-9]{{1,2}}月份?)?"
    f"(?:以来|起)?[-—–~至到]+(?P<to>{_YEAR}|[0-9]{{2}})年(?:[0-9]{{1,2}}月(?![0-9]))?)"
    rf"|(?P<between>{_YEAR})年?[和与](?P<and_to>{_YEAR})年之?间"
    rf"|(?P<since>{_YEAR})年[末底]?(?:以来|来|起至今|至今)|[自从](?P<from_on>{_YEAR})年(?:开始|起|[^，。；、0-9]{{2,12}}以来)"
    rf"|(?:截至|截止)到?(?:(?P<by_year>{_YEAR})年)?(?P<by_month>1[0-2]|[1-9])月(?:[0-9]{{1,2}}日|(?=，))"
    f"|(?:到|至|截至|截止)?(?P<year>{_YEAR})年(?:度)?"
    f"(?:(?P<month>1[0-2]|[1-9]|{_HAN_MONTH})月(?:份)?(?![0-9一二三十]{{1,3}}日|份?[-—–~至到][0-9]{{1,2}}月)"
    f"|(?P<ym_from>{_FIRST_MONTH})(?:月份?)?[-—–~至到](?P<ym_to>{_LAST_MONTH})月(?:份)?)?(?P<part>{_PART})?"
    r"|[“\"]?(?P<plan>十[一二三四五]五|(?:[七八九十]五)(?=[”\"]|期|末|时期|以来|前三年|规划|计划))[”\"]?"
    "(?:(?P<plan_part>期末|末期|末|[前后][两三四]年|以来)"
    "|(?=[期时前头中后年累共全将要力完我，。；]|新[增建]|目标|实现|城[镇乡]|农村|$))"
    "|(?P<relative>今年|本年|当年|(?<![0-9一二三四五六七八九十两])年内|(?<!安)全年|去年|(?<!以)上年"
    "|(?<![目之以年])前年(?!均)|(?<!文)明年|上一?年度|(?<![0-9今去上明前每])年[底末]前)"
    f"(?:(?P<relative_month>1[0-2]|[1-9]|{_HAN_MONTH})月(?:份)?"
    f"(?![0-9一二三十]{{1,3}}日|份?[-—–~至到][0-9]{{1,2}}月)"
    f"|(?P<r_from>{_FIRST_MONTH})(?:月份?)?[-—–~至到](?P<r_to>{_LAST_MONTH})月(?:份)?|(?P<relative_part>{_PART}))?"
    f"|(?:截至|截止|[到至])?(?<![0-9年])(?P<month_only>1[0-2]|[1-9]|(?:{_HAN_MONTH})(?=月(?:份|当期)))月"
    r"(?:[份末底初]|[上中下]旬|[当单]月|当期|(?=[、和][0-9]{1,2}月)|(?=分别)|(?=[\u4e00-\u9fff]{0,8}?(?:[涨增降]幅|增速|同比|环比)))(?![-—–~至到][0-9]{1,2}月)"
    rf"|(?<![0-9年十])(?P<m_from>{_FIRST_MONTH})(?:月份?)?[-—–~至到](?P<m_to>{_LAST_MONTH})月(?:份)?"
    rf"|(?P<listed>{_YEAR})年?(?=[、和及与]{_YEAR}(?:[、和及与]|年))"
    r"|前(?P<first_months>1[01]|[2-9])个月"
    rf"|(?<![年])(?P<quarter>{_PART})"
    r"|(?P<past>(?:过去|近|最近|刚刚过去|这)的?|(?<![0-9十]))(?P<past_years>[一两二三四五六七八九十]|[1-9][0-9]?)年(?:来|间|里|中(?![考期学长专]))"
    "|(?<![0-9一二三四五六七八九十前第近去])(?<!原定)(?<!计划)(?P<past_bare>[三四五十345]|[六七八九6789](?=年(?:累计|年均|共)))年(?!时间)"
    "(?:(?P<within>内)(?=翻了|增[长加]了|提[高升]了|减少了|下降了)"
    "|(?=[提降][高升低]了?[近约超]?[0-9]|增加|增长|分别[增新减]"
    "|年均|累计|新[增建修]|净[增减]|完成|改造|引进|建成|投[入资]|实施"
    "|培训|发放|争取|创建|整治|治理|减少|淘汰|转移|共|接近|翻"
    "|[0-9.]+[万亿]|[^，。；0-9]{2,12}(?:累计|年均|净增|新增|投入)))"
    r"|(?P<mean_years>[两二三四五])年(?=平均(?:增|下|提|上|递))"
    r"|以来的?(?P<since_meeting>[二三四五])年(?=[，里间])"
    r"|(?:过去|近|最近)的?(?P<past_only>[两二三四五六七八九十2-9])年"
    r"|(?:今后|未来)的?(?P<future>[一两二三四五六七八九十2-9])年"
    r"|(?P<term>本届政府))"
))
#: Without one of these (年, 月, 季度, 十四五, 本届政府) no period is stated: most sentences hold none.
_DATED: Final = re.compile("[年月季五届]")
#: 一至|三季度: looked for before the words of a quarter only.
_QUARTERS_BEGIN: Final = re.compile("第?[一二三]季?度?[-—–~至到]$")
_TWO_QUARTERS: Final = re.compile("([一二三])(?:季?度?[-—–~至到、和]第?|、[二三]、)([二三四])季度")
_QUOTED: Final = re.compile(r"[“《][^”》]{1,60}[”》]")
_AIMED: Final = re.compile("力争|争取|确保(?!了)|计划(?!生|单)")
_COMPARING: Final = re.compile(
    r"(?:[高低快慢好优][于出]|比|按照?|较|与|同|相比于?|以|相当于|(?<!尤其)(?<!特别)(?<!其中)是"
    r"|(?<![解扣免清])除|恢复(?:至|到)?|(?<=，)和|[比较]上月[和与、])[“\"]?$"
)
#: 比历史上最好的1984年增长7%: what year it was stands between.
_COMPARING_SUCH: Final = re.compile(
    "(?<![占同环可对存贷])(?:比|较)(?!重|例|[大小高低多少好](?:的|年))[^，。；、0-9]{1,12}(?:的|年份|年)$"
)
#: 为1999年的3.6倍 compares with that year.
_BEHIND_COMPARED: Final = re.compile(
    "(?:(?:同[期月]|价格)?(?:=|为)100(?![0-9])|的?基础上|[^，。；0-9]{0,8}(?:高|低)?基数(?:的基础|的情况)?[上下]?"
    "|为基期|相比|价格?计算|(?:的?(?:可比|不变))?价(?=[，。；）)])"
    "|(?:可比|不变)价|标准|的?(?:[一二三四五六七八九十百]+分之|一半|半数)"
    r"|(?:时期|期间)?的?(?:(?:[0-9]+(?:\.[0-9]+)?倍?[、和与])*[0-9]+(?:\.[0-9]+)?"
    "|[一二两三四五六七八九十]+点?[一二三四五六七八九]?)倍)"
)
_PLAN_DOCUMENT: Final = re.compile("(十[一二三四五]五)[”“\"]?[^，。；、“”]{0,8}(?:规划|纲要)")
#: 上年结转5亿元 is money of this year's budget.
_CARRIED_OVER: Final = re.compile("上年度?(?:的?净)?结[转余]")
_DAY_OF_ACT: Final = re.compile(
    "[0-9]{1,2}月[0-9]{1,2}日，?[^，。；0-9]{0,24}(?:印发|发布|召开|通过|下发|出台|公布|举行|成立|批准|批复|获悉|了解到|开幕|参加|出席)"
)
#: 完成全年指标任务的96%.
_OF_YEARLY: Final = re.compile("(?:[0-9.]+[百千万亿]*[^，。；0-9]{0,3})?[^，。；0-9]{0,8}(?:指标|目标|任务|计划|预算)")
_FULFILS: Final = re.compile(
    f"(?:完成|占|达到?|实现|为|超过?)了?(?:{WHOLE_AREA}|[国省市县区州镇乡][家委上里级定]?的?)?[“\"]?$"
)
#: 完成“十四五”目标的63%.
_OF_PLANNED: Final = re.compile("[^，。；0-9]{0,8}(?:指标|目标|任务|计划)(?:任务|进度)?的?(?:约|近)?[0-9.]+%")
#: 三年累计: how many years before the last they begin.
_YEARS_BEFORE: Final = {
    sign: number - 1 for signs in ("三四五六七八九十", "3456789") for number, sign in enumerate(signs, 3)
}
_QUARTERS: Final = {"一": "Q1", "二": "Q2", "三": "Q3", "四": "Q4", "1": "Q1", "2": "Q2", "3": "Q3", "4": "Q4"}
_NAMED_SPANS: Final = {
    (1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2", (1, 9): "Q1/Q3", (1, 12): "",
}
#: 增加|到2021年的.
_CHANGES_TO: Final = frozenset("加升长高展降少大")


@record
class Period:
    """A stated period in a flat sentence. `first` and `last` are years; `part` a quarter, half or month (`Q1`, `12`).

    `reach` holds for 到2025年: a date by which, not a year in which.
    """

    start: int
    end: int
    first: int
    last: int
    part: str = ""
    reach: bool = False
    rule: str = "period.sentence"

    @property
    def text(self) -> str:
        """`2023`, `2018-2022`, `2024-Q1`."""
        if self.part:
            return f"{self.first}-{self.part}"
        return str(self.last) if self.first == self.last else f"{self.first}-{self.last}"


def find_periods(
    text: str, year: int | None, current: int | None, speaking: int | None = None,
    planned: tuple[int, int] | None = None, *, late: bool = False, told: int | None = None,
) -> list[Period]:
    """The periods that a sentence states, those it only compares with left out.

    `current` is what 今年 means (the year of the section or the report), `year` the year of the results, `speaking`
    the year in which the report is given, if it is another: 去年 is seen from there. `planned` are the years of a part
    that plans several: there 五年新增 means these. A report given at the end of `speaking` (`late`) calls that year
    今年, also where it plans the next. `told` is the year over that the sentences before tell of: 全年 is this.
    """
    if _DATED.search(text) is None:
        return []
    found: list[Period] = []
    quoted = [match.span() for match in _QUOTED.finditer(text)] if "“" in text or "《" in text else []
    compared = -1
    for match in _TOKEN.finditer(text):
        if any(start < match.start() and match.end() < end - 1 for start, end in quoted):
            continue  # “2010年全省先进县” is a title.
        if _COMPARING.search(text, max(0, match.start() - 4), match.start()) or (
            match["year"] and _COMPARING_SUCH.search(text, max(0, match.start() - 16), match.start())
        ) or (compared == match.start() - 1 and text[compared] in "和与及、"):
            # 较1—9月份和上年同期分别提高…: both are compared with.
            compared = match.end()
            continue
        task = _OF_YEARLY if match[0] == "全年" else _OF_PLANNED if match["plan"] else None
        if task and task.match(text, match.end()) and _FULFILS.search(text, max(0, match.start() - 8), match.start()):
            # 完成全年任务的110%: whose year the task is of, not when it was done.
            continue
        if match[0] == "全年" and (
            text[match.start() - 2 : match.start()] in ("上年", "去年") or (found and found[-1].end == match.start())
        ):
            continue  # 比上年全年回落: the year that is compared with; 2021年全年: the year that stands before it.
        if match["year"] and _DAY_OF_ACT.match(text, match.end()):
            continue  # 2013年9月10日，国务院印发…: the day of an act dates no figure.
        if _BEHIND_COMPARED.match(text, match.end()) or _CARRIED_OVER.match(text, match.start()):
            continue
        coming = next((one for one in found if one.rule == "period.future"), None) if match["past_bare"] else None
        if match["past_bare"] and (planned or coming):
            # 未来三年…，三年累计…: the years that the sentence looks ahead to, whatever stands between.
            if coming and coming is not found[-1]:
                found.append(replace(coming, start=match.start(), end=match.end()))
            continue
        if match["past_bare"] and year is not None and (
            by_then := next((one for one in found if one.reach and not one.part and (
                one.first > year or text[max(0, one.start - 1) : one.start] in _CHANGES_TO
            )), None)
        ):
            # 到2010年，…；五年累计…; 由2006年的…增加到2011年的…，五年净增…: the years until then.
            count = _YEARS_BEFORE[match["past_bare"]]
            rule = "period.future" if by_then.first > year else "period.sentence"
            found.append(Period(*match.span(), by_then.first - count, by_then.first, rule=rule))
            continue
        at_hand, told_in = current, year
        if match["mean_years"] and found and _names_year(found[0], text):
            told_in = found[0].first  # 2021年，…，两年平均增长…
        if match["relative"] in ("年内", "全年", "当年") and found and _names_year(found[0], text):
            # 2013年，…；年内实施…: within the year that opens the sentence.
            at_hand = found[0].first
        elif match["relative"] == "全年" and told is not None and not found:
            at_hand = told
        if match["past_bare"] and year is not None and current is not None and current > year and (
            _AIMED.search(text, behind_mark(text, match.start(), "；。"), match.start())
        ):
            # 力争引进博士50人，三年引进200人, in the year that is planned.
            count = _YEARS_BEFORE[match["past_bare"]]
            found.append(Period(*match.span(), current, current + count, rule="period.future"))
            continue
        if made := _period(match, told_in, at_hand, speaking, late=late):
            found.append(_from_quarter(text, made, found) if match["quarter"] else made)
    if ahead := [Period(*one, rule="period.future") for one in years_ahead(text, planned, current, year)]:
        found = sorted([*found, *ahead], key=lambda period: period.start)
    return found


def _names_year(period: Period, text: str) -> bool:
    """Whether a period is one year that opens its sentence, or what is said in it (局长表示，2017年，…)."""
    opens = period.start == 0 or (
        text[period.start - 1] in "，：:" and text.startswith(("，", "全年"), period.end)
    )
    return opens and period.first == period.last and not period.part and period.rule == "period.sentence"


def _period(
    match: re.Match[str], year: int | None, current: int | None, speaking: int | None, *, late: bool
) -> Period | None:
    start, end = match.span()
    if match["span"]:
        last = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
        return Period(start, end, int(match["from"]), int(last)) if int(last) >= int(match["from"]) else None
    if match["between"]:
        return Period(start, end, int(match["between"]), max(int(match["between"]), int(match["and_to"])))
    if match["since"] or match["from_on"]:
        since = int(match["since"] or match["from_on"])
        return Period(start, end, since, max(since, year or since), rule="period.since")
    if match["by_month"]:
        if not (at_hand := int(match["by_year"]) if match["by_year"] else current):
            return None
        part = f"{int(match['by_month']):02d}" if int(match["by_month"]) < 12 else ""
        return Period(start, end, at_hand, at_hand, part, reach=True)
    if match["listed"]:
        return Period(start, end, int(match["listed"]), int(match["listed"]))
    if match["year"]:
        dated = _dated(match)
        if match["month"] and match.string.startswith(("以来", "至今"), end):
            # 2019年7月以来 runs on to the year that the text is about.
            return replace(dated, last=max(dated.first, year or dated.first), part="", rule="period.since")
        return dated
    if match["plan"]:
        return _planned(match, year)
    if match["relative"]:
        return _relative(match, current, speaking, late=late)
    if match["month_only"] or match["m_from"] or match["first_months"] or match["quarter"]:
        return _part_of(match, current)
    return _years(match, year)


def _dated(match: re.Match[str]) -> Period:
    year = int(match["year"])
    part = _part(match["part"])
    if match["month"]:
        part = f"{_month_of_year(match['month']):02d}"
    elif match["ym_from"]:
        part = _months(_month_of_year(match["ym_from"]), _month_of_year(match["ym_to"]))
    # 2023年底前建成5个 has a term, too.
    due = not part and match.string.startswith(("底前", "末前"), match.end())
    reach = match[0][0] in "到至" or match[0].startswith("截") or due
    return Period(match.start(), match.end(), year, year, part, reach)


def named_plan(opening: str) -> Period | None:
    """The years of the plan that the first words of a text name as one: 《现代农业“十二五”规划》."""
    match = _PLAN_DOCUMENT.search(opening)
    if match is None:
        return None
    first = FIRST_YEAR_OF_PLAN[match[1]]
    return Period(0, 0, first, first + 4, rule="period.paragraph")


def _planned(match: re.Match[str], year: int | None) -> Period:
    first = FIRST_YEAR_OF_PLAN[match["plan"]]
    part = match["plan_part"] or ""
    if part in ("末", "期末", "末期"):
        return Period(match.start(), match.end(), first + 4, first + 4, reach=True, rule="period.plan")
    if part[:1] in ("前", "后"):
        count = "两三四".index(part[1]) + 2
        begin = first if part[0] == "前" else first + 5 - count
        return Period(match.start(), match.end(), begin, begin + count - 1, rule="period.plan")
    # “十三五”以来, in a report on 2022, goes on to its own year.
    last = year if part == "以来" and year and year >= first else first + 4
    return Period(match.start(), match.end(), first, last, rule="period.plan")


def _relative(
    match: re.Match[str], current: int | None, speaking: int | None, *, late: bool
) -> Period | None:
    word = match["relative"]
    spoken = word in ("去年", "前年") or (late and word in ("今年", "明年"))
    seen_from = speaking if spoken and speaking is not None else current
    if seen_from is None:
        return None
    base = seen_from + {"去年": -1, "上年": -1, "上年度": -1, "上一年度": -1, "前年": -2, "明年": 1}.get(word, 0)
    part = _part(match["relative_part"])
    if match["relative_month"]:
        part = f"{_month_of_year(match['relative_month']):02d}"
    elif match["r_from"]:
        part = _months(_month_of_year(match["r_from"]), _month_of_year(match["r_to"]))
    return Period(match.start(), match.end(), base, base, part, reach=word == "明年", rule="period.relative")


def _part(words: str | None) -> str:
    if not words:
        return ""
    if "半年" in words:
        return "H1" if words[0] in "上前半" else "H2"
    if words[0] == "首":
        return "Q1"
    return "Q1/Q3" if words[0] == "前" else _QUARTERS[words.lstrip("第")[0]]


def _from_quarter(text: str, made: Period, found: Sequence[Period]) -> Period:
    """一至三季度 where only its last quarter was read: the span, of the year that stands right before it, if any."""
    begin = _QUARTERS_BEGIN.search(text, max(0, made.start - 5), made.start)
    both = quarters_of(text[begin.start() : made.end]) if begin else None
    if begin is None or both is None:
        return made
    year = found[-1].last if found and found[-1].end == begin.start() and not found[-1].part else made.last
    return replace(made, start=begin.start(), first=year, last=year, part=_months(3 * both[0] - 2, 3 * both[1]))


def quarters_of(words: str) -> tuple[int, int] | None:
    """The first and the last quarter that the words of a period name: 一至三季度; None if they do not name two."""
    named = _TWO_QUARTERS.search(words)
    if named is None:
        return (1, 3) if words.startswith("前三") else None
    first, last = ("一二三四".index(one) + 1 for one in named.groups())
    return (first, last) if first < last else None


def _month_of_year(written: str) -> int:
    number = read_number(written)
    return int(number.value) if number else 1  # 元月


def _months(first: int, last: int) -> str:
    """A span of months by the name of the quarter or half that it is: 1—6月 is the first half, `01/10` has no name."""
    return _NAMED_SPANS.get((first, last), f"{first:02d}/{last:02d}")


def _part_of(match: re.Match[str], current: int | None) -> Period | None:
    if current is None:
        return None
    if match["month_only"]:
        part = f"{_month_of_year(match['month_only']):02d}"
    elif match["first_months"]:
        part = _months(1, int(match["first_months"]))
    elif match["m_from"]:
        part = _months(_month_of_year(match["m_from"]), _month_of_year(match["m_to"]))
    else:
        part = _part(match["quarter"])
    reach = match["month_only"] is not None and match[0][0] in "截到至"
    return Period(match.start(), match.end(), current, current, part, reach)


def _years(match: re.Match[str], year: int | None) -> Period | None:
    if year is None:
        return None
    if match["future"]:
        count = read_number(match["future"])
        span = int(count.value) if count else 5
        return Period(match.start(), match.end(), year + 1, year + span, rule="period.future")
    if match["term"]:
        return None
    count = read_number(
        match["past_years"] or match["past_only"] or match["past_bare"] or match["since_meeting"] or match["mean_years"]
    )
    if count is None or count.value < 2:
        return None
    # 五年年均增长25%, 其中…: the years of the mean.
    averaged = match["mean_years"] or match["within"] or match.string.startswith("年均", match.end())
    rule = "period.mean" if averaged else "period.past"
    return Period(match.start(), match.end(), year - int(count.value) + 1, year, rule=rule)
