"""What a heading's words say: the part of the report that it opens, and the years that part is about."""

from __future__ import annotations

import re
from typing import Final

from core.model.report import SectionRole
from core.numerals import FIRST_YEAR_OF_PLAN
from core.sections.lexicon import heading_words
from core.sections.marks import ordinal

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
#: 二〇〇三年, with every sign that stands for a nought in print.
_HAN_YEAR: Final = re.compile(r"[一二][〇零九○0OＯ][〇零一二三四五六七八九○0OＯ]{2}(?=年)")
_HAN_DATE: Final = re.compile(
    r"([一二][〇零九○0OＯ][〇零一二三四五六七八九○0OＯ]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_HAN_DIGITS: Final = str.maketrans("〇零○OＯ一二三四五六七八九", "00000123456789")
_BLANKS: Final = re.compile(r"(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)")
_SEVERAL: Final = re.compile(r"(过去|这|近|今后|未来|前)的?([二三四五六七八九十两2-9])年|过去.{1,4}和([二三四五])年")
_LEFT: Final = re.compile(r"(?<![今前])后([二三两])年")
#: “十四五”; “十五” and those before it only where the words behind tell them from a number.
_NUMBERED_PLAN: Final = re.compile(r"十[一二三四五六]五|[七八九十]五(?=[”\"]|计划|规划|纲要|发展|时期|期间)")
_FRUITS: Final = re.compile(r"五[”\"]?[^，。]{0,10}(?:成就|成绩|成果|回眸|回望|巡礼|答卷|综述)")
_COUNT: Final = {sign: value for value, sign in enumerate("二三四五六七八九十", start=2)} | {
    "两": 2, **{str(value): value for value in range(2, 10)}
}


def role_of(words: str) -> tuple[SectionRole, SectionRole] | None:
    """What a heading says about its role, and what the sections below it inherit; None if it says nothing."""
    words = years_in_digits(words)
    for rule in heading_words().roles:
        if rule.pattern.search(words) and not (rule.unless and rule.unless.search(words)):
            return rule.role, rule.pass_on
    return None


def years_in(words: str) -> list[int]:
    """The years that `words` name, in Arabic digits or as 二〇二三年."""
    return [int(match[1]) for match in _YEAR.finditer(words)] + [
        int(match[0].translate(_HAN_DIGITS)) for match in _HAN_YEAR.finditer(words)
    ]


def plan_years(words: str) -> tuple[int, int] | None:
    """The first and last year of the five-year plan that a heading names (“十四五”: 2021 to 2025), if it does."""
    match = _NUMBERED_PLAN.search(words)
    if match is None:
        return None
    first = FIRST_YEAR_OF_PLAN[match[0]]
    return first, first + 4


def plan_looked_back(title: str) -> tuple[int, int] | None:
    """The first and last year of the plan whose fruits a title is on: “十三五”发展成就巡礼."""
    return plan_years(title) if _FRUITS.search(title) else None


def dates_in_digits(words: str) -> str:
    """二〇一二年一月十日 as 2012年1月10日."""
    return _HAN_DATE.sub(
        lambda match: f"{match[1].translate(_HAN_DIGITS)}年{ordinal(match[2])}月{ordinal(match[3])}日", words
    )


def years_in_digits(words: str) -> str:
    """二〇〇六年工作计划 as 2006年工作计划: as long as before."""
    return _HAN_YEAR.sub(lambda match: match[0].translate(_HAN_DIGITS), words)


def closed_dates(words: str) -> str:
    """The words without the blanks that a converter set around the digits of dates: 2010 年 11 月."""
    return _BLANKS.sub("", words) if " 年" in words or "年 " in words else words


def several_years(words: str, *, of_the_rest: bool = False) -> int | None:
    """How many years a part is about when its heading says so (过去五年, 今后三年); None otherwise.

    With `of_the_rest`, how many years of a plan are left (后两年).
    """
    if of_the_rest:
        left = _LEFT.search(words)
        return _COUNT[left[1]] if left else None
    match = _SEVERAL.search(words)
    return _COUNT.get(match[2] or match[3]) if match else None
