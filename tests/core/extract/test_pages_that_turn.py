"""Single pages that turn from what was done to what is planned, told by a sentence or a label and by no heading."""

from __future__ import annotations

import pytest

from core.sections import read_structure
from tests.core.extract.readings import figures_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # 今年是收官之年 on a page that only orders is the year of its plan.
        (
            "（二）振兴乡村。建设高标准农田6万亩。\n（三）提升品质。加快打通断头路。\n今年是“十三五”规划收官之年，我们要奋力拼搏。\n",
            [("6万亩", "target", "2020")],
        ),
        # A page that looks back keeps what is not sure.
        ("累计建成高标准农田6万亩。\n今年是“十三五”规划收官之年。\n", [("6万亩", "actual", None)]),
        # The aims of years, listed on a page that goes on to those of one.
        (
            "“十三五”时期，我们要努力实现以下目标：\n——实力增强。产值年均增长7.5%以上。\n——城镇化率达到60%。\n"
            "2016年主要预期目标：投资增长15%。\n",
            [("7.5%", "target", "2016-2020"), ("60%", "target", "2020"), ("15%", "target", "2016")],
        ),
        # The year that is passing, before the next.
        (
            "即将过去的2003年，我镇稳步发展。财政收入完成860万元。\n2004年工作意见\n明年，我镇要确保财政收入增长12%。\n",
            [("860万元", "actual", "2003"), ("12%", "target", "2004")],
        ),
        (
            "刚刚过去的2016年，是加快发展的一年。\n完成投资3.2亿元。\n今年，我们将重点抓好以下几方面工作：\n"
            "一、抓项目。完成投资4亿元。\n",
            [("3.2亿元", "actual", "2016"), ("4亿元", "target", "2017")],
        ),
        # 下一步，… turns where nothing heads what follows.
        (
            "街道2021年工作总结暨2022年工作计划\n改造老旧小区8个。\n下一步，街道将做好以下工作：改造老旧小区5个。\n",
            [("8个", "actual", "2021"), ("5个", "target", "2022")],
        ),
        # At the end of one part it turns no other.
        (
            "街道2021年工作总结暨2022年工作计划\n一、旧改\n改造老旧小区8个。\n下一步，街道将继续努力。\n二、招商\n引进企业9家。\n",
            [("8个", "actual", "2021"), ("9家", "actual", "2021")],
        ),
        # A year that opens a plan, behind an account of the plan before.
        (
            "“十五”期间，五年累计完成投资90亿元。\n2006年是“十一五”的开局之年，要重点做好以下工作。\n一、加强农业。新增灌溉面积3万亩。\n",
            [("90亿元", "actual", "2001-2005"), ("3万亩", "target", "2006")],
        ),
        # So does one behind which the works follow in a sentence of their own, with what is expected of the year.
        (
            "“十五”期间，五年累计完成投资90亿元。\n2006年是新一届政府的开局之年，意义重大。为此，建议抓好以下工作。\n"
            "一是抓好农业。新增灌溉面积3万亩。\n二是抓好财政。2006年，财政收入预期增长9%。\n",
            [("90亿元", "actual", "2001-2005"), ("3万亩", "target", "2006"), ("9%", "target", "2006")],
        ),
        # 回首2012, 展望2013, without 年.
        (
            "回首2012，我们收获满满\n全街道引进企业52家。\n展望2013，我们信心百倍\n引进企业60家。\n",
            [("52家", "actual", "2012"), ("60家", "target", "2013")],
        ),
        # Labels with their years.
        (
            "2015年完成情况：全年招商引资12亿元。\n2016年计划：完成招商引资15亿元。\n",
            [("12亿元", "actual", "2015"), ("15亿元", "target", "2016")],
        ),
        # The end of a year in Han digits is no number of years.
        (
            "二〇一四年工作总结\n一、抓经济\n财政收入完成2600万元。\n二〇一五年工作计划\n一、抓项目\n引进项目8个。\n",
            [("2600万元", "actual", "2014"), ("8个", "target", "2015")],
        ),
    ],
)
def test_pages_that_turn_without_a_heading(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


def test_a_heading_again_over_other_words_is_no_copy() -> None:
    """一、经济发展 of the plan has other words below it than that of the account, however few."""
    text = "# 2019年工作总结\n## 一、经济发展\n实现税收3.2亿元。\n# 2020年工作计划\n## 一、经济发展\n{}\n"
    assert len(read_structure(text.format("实现税收3.6亿元。")).sections) == 3
    assert len(read_structure(text.format("实现税收3.2亿元。")).sections) == 2


def test_a_heading_that_counts_years_ends_what_the_part_said_of_its_last() -> None:
    """2025年和“十四五”时期工作回顾: first the year is told, then the five, under headings of their own."""
    text = (
        "青河省政府工作报告\n\n一、2025年和“十四五”时期工作回顾\n\n2025年，生产总值增长5.2%。新建公路90公里。\n\n"
        "（一）这是基础设施不断完善的五年。\n\n新建公路420公里，进出口总值实现翻番。\n\n"
        "（二）民生不断改善。\n\n新建学校12所。\n"
    )
    assert [period for _, _, period in figures_of(text)][:4] == ["2025", "2025", "2021-2025", "2021-2025"]


def test_what_is_to_be_reached_by_the_end_of_a_plan_goes_on_behind_who_says_so() -> None:
    """对于新的五年，市长表示，到“十四五”末，…。其中，…。 and, in the next paragraph, 同时，…."""
    text = (
        "清原市为新的五年定下目标\n\n据了解，2020年，清原市实现生产总值150亿元。\n\n"
        "对于新的五年，市长表示，到“十四五”末，生产总值要达到260亿元。其中，服务业增加值冲刺120亿元。\n\n"
        "同时，城镇化率达到58%。\n\n清原市还将办好教育。全市有学校46所。\n"
    )
    assert figures_of(text)[:4] == [
        ("150亿元", "actual", "2020"), ("260亿元", "target", "2025"), ("120亿元", "target", "2025"),
        ("58%", "target", "2025"),
    ]
