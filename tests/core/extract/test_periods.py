"""How the periods that a sentence states are found; what they rule is told by the reports of the other tests."""

from __future__ import annotations

import pytest

from core.extract import periods
from core.extract.heading_years import heading_span
from tests.core.extract.readings import figures_of

EVERY_WAY = (
    "2018—2022年", "2018年和2022年之间", "2021、2022年", "2018年以来", "自2018年起", "到2023年10月份", "2023年1-6月份",
    "2023年上半年", "“十四五”时期", "十四五末", "全年", "今年10月", "今年1-6月",
    "今年上半年", "6月末", "1-6月份", "前9个月", "第一季度", "过去五年来",
    "五年累计", "五年内翻了一番", "截至2023年6月30日", "近三年", "今后五年", "一次会议以来的三年间", "本届政府",
    "两年平均增长5%",
)


def test_no_sentence_that_states_a_period_is_passed_by() -> None:
    """Sentences without 年, 月, 季 and the like are not searched: a new way to state a period must hold one of them."""
    found = [periods._TOKEN.search(words) for words in EVERY_WAY]
    shown = {name for match in found if match for name, words in match.groupdict().items() if words}
    assert set(periods._TOKEN.groupindex) - shown == set(), "show here how else a period can be stated"
    assert [words for words in EVERY_WAY if not periods._DATED.search(words)] == []


def test_a_sentence_without_any_sign_of_a_date_states_no_period() -> None:
    assert periods.find_periods("新增就业1.2万人", 2023, 2023) == []
    assert [one.text for one in periods.find_periods("2023年新增就业1.2万人", 2023, 2023)] == ["2023"]


def test_the_first_month_may_be_called_so() -> None:
    """元至6月 is January to June."""
    assert [one.text for one in periods.find_periods("元至6月完成投资5亿元", 2004, 2004)] == ["2004-H1"]


def test_a_span_of_months_is_called_like_the_quarter_or_half_that_it_is() -> None:
    """1—6月 and 上半年 are one period, 1—5月 has no other name, 1—12月 is the year."""
    said = {
        "1-3月": "-Q1", "4-6月": "-Q2", "1-6月": "-H1", "前9个月": "-Q1/Q3", "7-12月": "-H2", "1-5月": "-01/05",
        "1-12月": "",
    }
    for words, part in said.items():
        assert [one.text for one in periods.find_periods(f"{words}完成投资5亿元", 2024, 2024)] == [f"2024{part}"]


def test_a_heading_names_its_plan_whole() -> None:
    """十五 stands in 十五五: goals of the fifteenth plan were those of the tenth."""
    assert heading_span("“十五五”时期主要目标", 2025, True) == (2026, 2030)
    assert heading_span("“十五”工作回顾", 2005, False) == (2001, 2005)
    assert heading_span("“十一五”发展成就", 2010, False) == (2006, 2010)


def test_the_base_of_an_index_dates_no_figure() -> None:
    """居民消费价格指数（上年=100）为101.8 is of this year; 上年100家 is of the last."""
    assert periods.find_periods("居民消费价格指数（上年=100）为101.8", 2023, 2023) == []
    assert periods.find_periods("价格指数为98.6（上年同期=100）", 2023, 2023) == []
    assert [one.text for one in periods.find_periods("上年100家", 2023, 2023)] == ["2022"]


@pytest.mark.parametrize(("last", "next_"), [("2002", "2003"), ("２００２", "２００３"), ("2002 ", "2003 ")])
def test_a_heading_tells_its_years_in_digits_of_any_width(last: str, next_: str) -> None:
    """Where the year beside 今后五年 was not seen in wide digits, all tasks of a year were taken for those of five."""
    text = (
        f"清河省{next_}年政府工作报告\n\n各位代表：\n\n过去五年回顾和{last}年工作情况\n\n全省生产总值达到8000亿元。\n\n"
        f"对今后五年和{next_}年政府工作的建议\n\n今后五年，力争生产总值年均增长8%。\n\n"
        f"{next_}年是新一届政府的开局之年，要着力抓好以下两个方面的工作：\n\n一、坚持扩大内需\n\n确保固定资产投资增长10%以上。\n"
    )
    assert figures_of(text) == [
        ("8000亿元", "actual", "2002"), ("8%", "target", "2003-2007"), ("10%", "target", "2003"),
    ]


def test_how_many_years_a_work_was_to_take_are_no_span_of_the_years_past() -> None:
    """原定三年完成 dates nothing; 五年净减 is of the last five years, 从1998年…以来 of those since."""
    assert periods.find_periods("原定三年完成的管网改造提前半年", 2023, 2023) == []
    assert [one.text for one in periods.find_periods("五年净减730人", 2023, 2023)] == ["2019-2023"]
    assert [one.text for one in periods.find_periods("从1998年改制会议以来，建成项目37个", 2002, 2002)] == ["1998-2002"]
