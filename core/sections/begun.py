"""The year begun, behind that whose results a text tells: what 今年 is where the text calls the other by its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.lexicon import pattern
from core.sections.lexicon import context_words, heading_words
from core.sections.roles import dates_in_digits, plan_years

#: Up to this month a text may be about the year before.
SPRING: Final = 4
THIS_YEAR_AHEAD: Final = "(?:^|[，。；])%this_year_ahead%"
_MONTH: Final = re.compile(r"((?:19|20)\d\d)[年.-](\d{1,2})[月.-]")
_IN_MONTH: Final = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年[0-9]{1,2}月(?!份)")
#: 2022年，云溪区全年实现…; 今年，云溪区将…; what is set against last year does not call a year 去年.
_WHOLE_YEAR: Final = re.compile(r"(?:19|20)\d\d年[^。]{0,24}(?:全年|实现|完成|达到?[0-9]|比上年)")
#: 今年的主要预期目标是….
_AIMS_NOW: Final = re.compile("今年[^，。；0-9]{0,12}(?:预期|奋斗|发展)目标[是为：:]")
_AGAINST_LAST: Final = re.compile(r"[比较同与]去年")
#: 今年，…增长7%; 今年以来 tells of what is over.
_NOW: Final = re.compile(
    "(?:^|[，。；])今年(?!以来|[上前1一二三])"
    "|今年(?=(?:政府|全[市县区州省]|我[市县区州省]|的?(?:主要|预期|奋斗))[^，。；]{0,12}(?:目标|要求))"
)

#: 力争到2010年, 到2027年底，全区要….
_AIMED_BY: Final = re.compile(
    "(?:力争|争取|确保|努力|将|(?<![主重需])要(?![求素点]))(?:用[^，。；]{1,10}，)?到((?:19|20)[0-9]{2})年"
    "|(?:^|[，。；:])到((?:19|20)[0-9]{2})年[底末]?，[^。；0-9]{2,20}(?:力争|确保|将|(?<![主重需])要(?![求素点]))"
    # 印发《…三年行动计划》，其中提到，到2025年: news of a plan.
    "|(?:计划|方案|规划|纲要)[^《》，。；]{0,16}》，?(?:其中)?(?:提到|提出|明确|指出)，?:?到((?:19|20)[0-9]{2})年"
)
_BY_YEAR: Final = re.compile("(?:^|[，。；:])到((?:19|20)[0-9]{2})年[底末]?，")
_AIMS_OF_PLAN: Final = re.compile(
    "(?:^|[。；])“?十[一二三四五]?五”?(?:时期|期间)?，[^。；]{0,14}(?:预期|发展|奋斗|总体|主要|具体|战略)+目标[是为:]"
)
#: So many paragraphs may say by when the rest is to be reached.
_OPENING: Final = 2


def aimed_by(body: Sequence[str]) -> int | None:
    """The year by which all is to be reached in a text that opens with it and looks back on nothing."""
    opened = (match for words in body[:_OPENING] for match in _AIMED_BY.finditer(words))
    years = {int(match[1] or match[2] or match[3]) for match in opened}
    if not years:
        # “十二五”时期，经济社会发展的主要预期目标是…: its last year.
        plans = (match[0] for words in body[:_OPENING] for match in _AIMS_OF_PLAN.finditer(words))
        years = {plan[1] for words in plans if (plan := plan_years(words))}
    looks_back = context_words().looks_back
    return years.pop() if len(years) == 1 and not any(looks_back.search(words) for words in body) else None


def turns_to_years(year: int, body: Sequence[str]) -> bool:
    """Whether behind what a text tells of `year` a paragraph turns to the years to come: 今后五年，是…的时期."""
    told = False
    for words in body:
        if told and (turn := heading_words().plan.match(words)) and turn["later"]:
            return True
        told = told or f"{year}年" in words
    return False


def aimed_under(aims: Sequence[str]) -> int | None:
    """The one year by which the paragraphs under a heading of aims say that all is to be reached."""
    years = {int(match[1]) for words in aims for match in _BY_YEAR.finditer(words)}
    return years.pop() if len(years) == 1 else None


def announced(year: int, body: Sequence[str]) -> int | None:
    """The year after the results where a paragraph begins with what is to be done in it (2023年，全镇将…)."""
    begins = re.compile(
        rf"(?:各位代表[，！]\s*|[^，。；]{{0,8}}(?:指出|提出|介绍|强调|明确)，|[^，。；]{{2,16}}——)?{year}年(?:，|(?=[\u4e00-\u9fff]{{2,8}}(?:还|也)?将)|(?=将|是))"
        r"(?:[^。；]{0,24}|，?是[^。；]{2,40}(?:之年|一年|元年)。[^。；]{0,24})(?:将(?!迎来)|要(?!求|素)|力争|计划)"
    )
    return year if any(begins.match(words) for words in body) else None


def begun(results: int, front: str, body: Sequence[str], *, report: bool) -> int | None:
    """The year after the results where a text of their whole year says what 今年 will bring, and calls the results
    去年 or just passed or was given in the first months of the next.

    What tells of a work report (`report`) and says 去年 and 今年 tells of both years, whatever its words.
    """
    passed = f"刚刚过去的{results}年"
    if not report and not any(
        passed in words or (_WHOLE_YEAR.search(words) and str(results) in words) for words in body[:8]
    ):
        return None
    calls_back = any(
        ("去年" in words and not _AGAINST_LAST.search(words)) or passed in words for words in body
    )
    if report and calls_back and any(_NOW.search(words) for words in body):
        return results + 1
    told = re.compile(f"(?<![到至]){results}年，[^。；]{{0,40}}(?:达到?|完成|实现|突破|增长了?)[0-9]")
    if report and any(_AIMS_NOW.search(words) for words in body) and any(told.search(words) for words in body):
        # 2021年，生产总值达到9亿元。…今年的预期目标是…: the year by its number is not the one that is called 今年.
        return results + 1
    dates = _MONTH.finditer(dates_in_digits("\n".join((front, *body[:2]))))
    dated = any(int(date[1]) == results + 1 and int(date[2]) <= SPRING for date in dates)
    pledges = pattern(THIS_YEAR_AHEAD)
    return results + 1 if (calls_back or dated) and any(pledges.search(words) for words in body) else None


def only_ahead(year: int, body: Sequence[str]) -> bool:
    """Whether the first sentences say what the year will bring, and nothing behind them looks back."""
    ahead = re.compile(
        f"(?:^|。)\\s*{year}年(?:，[^。；]{{2,24}}(?:将(?!迎来)|力争)|，?是[^。；]{{2,60}}(?:之年|一年)，(?:要)?做好)"
    )
    return any(ahead.search(words) for words in body[:3]) and not any(
        context_words().looks_back.search(words) for words in body
    )


def opens_its_year(year: int, body: Sequence[str]) -> bool:
    """Whether a paragraph turns to the year as the first of a plan or the like, and tells what must be done in it.

    2006年是“十一五”开局之年，要重点抓好以下工作, behind an account of the years before; nothing of it is over.
    """
    turns = re.compile(
        f"(?:^|。){year}年，?是[^。；]{{2,60}}(?:之年|一年|第一年)，(?:[^。；]{{0,40}}。为此，)?[^。；]{{0,30}}"
        "(?:(?<![主重需])要(?![求素点])|将(?!迎来)|必须|力争|确保|(?:抓|做|办)好)"
    )
    reached = re.compile(
        f"(?<![到至]){year}年(?:(?!预期|计划|力争|目标|确保)[^。；]){{0,40}}(?:完成|实现|达到?|增长|下降)[近约超]?[0-9]"
    )
    return any(turns.search(words) for words in body[1:]) and not any(reached.search(words) for words in body)


def all_ahead(year: int, body: Sequence[str]) -> bool:
    """Whether each sentence that names a year says what it will bring, and others tell what is over."""
    names = re.compile(f"(?<![到至比较与同0-9]){year}年")
    ahead = re.compile(
        f"(?<![到至比较与同0-9]){year}年(?![^。；]{{0,24}}的同时)，?[^。；0-9]{{0,24}}"
        "(?:将(?!迎来)|力争|确保|计划|(?<![主重需])要(?![求素点])|预期)"
    )
    named = sum(len(names.findall(words)) for words in body)
    return named > 0 and named == sum(len(ahead.findall(words)) for words in body) and any(
        context_words().looks_back.search(words) for words in body
    )


def year_behind(year: int, body: Sequence[str]) -> int | None:
    """The year after the one whose results a text tells by their number, where it pledges what 今年 will bring.

    今年全市生产总值计划增长8%。此前，2011年全市生产总值达到320亿元. None where a day of the year itself is named.
    """
    reached = re.compile(
        f"(?<![到至]){year}年(?!前|[上下]半年|第?[一二三四]季度)[^。；月]{{1,30}}"
        "(?:达到?|完成|实现|突破|为|增长|下降)了?[约近超]?[0-9一二三四五六七八九十]"
    )
    pledges = pattern(THIS_YEAR_AHEAD)
    if not any(pledges.search(words) for words in body) or not any(reached.search(words) for words in body):
        return None
    dated = any(int(match[1]) == year for words in body for match in _IN_MONTH.finditer(dates_in_digits(words)))
    return None if dated else year + 1
