"""Aims of several years, as headings and sentences count them, and pages that turn to them under other headings."""

from __future__ import annotations

import pytest

from tests.core.extract.readings import figures_of

_REVIEW = "一、过去五年工作回顾\n2006年，全县生产总值达到60亿元。\n"


@pytest.mark.parametrize("count", ["五", "5"])
def test_years_that_a_heading_counts_in_any_digits(count: str) -> None:
    """过去5年 is 过去五年: what the years brought is summed up, and what they are to bring."""
    text = (
        f"政府工作报告\n一、过去{count}年工作回顾\n累计投资100亿元，城镇化率达到40%。\n2006年，全县生产总值达到60亿元。\n"
        f"{count}年来，新修公路300公里。\n二、今后{count}年的主要目标\n生产总值年均增长13%，城镇化率达到50%。\n"
        "三、2007年工作\n生产总值增长12%。\n"
    )
    assert figures_of(text) == [
        ("100亿元", "actual", "2002-2006"), ("40%", "actual", "2006"), ("60亿元", "actual", "2006"),
        ("300公里", "actual", "2002-2006"), ("13%", "target", "2007-2011"), ("50%", "target", "2011"),
        ("12%", "target", "2007"),
    ]


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        (
            "今后五年，全县经济社会发展的主要奋斗目标是：",
            [("13%", "2007-2011"), ("200亿元", "2007-2011"), ("45%", "2011")],
        ),
        (
            "今后5年，是爬坡过坎的关键时期。根据县委部署，主要奋斗目标为：",
            [("13%", "2007-2011"), ("200亿元", "2007-2011"), ("45%", "2011")],
        ),
        # Aims of one year.
        ("今年全县经济社会发展的主要奋斗目标是：", [("13%", "2007"), ("200亿元", "2007"), ("45%", "2007")]),
    ],
)
def test_years_told_before_a_list_with_dashes_are_those_of_its_aims(lead: str, told: list[tuple[str, str]]) -> None:
    """——…。 ——…。 behind 今后五年…目标是："""
    text = (
        f"政府工作报告\n{_REVIEW}二、指导思想和奋斗目标\n{lead}\n——实力显著增强。生产总值年均增长13%以上。\n"
        "——后劲显著增强。累计完成投资200亿元，城镇化率达到45%。\n三、2007年工作\n新增就业3000人。\n"
    )
    aims = [(surface, "target", year) for surface, year in told]
    assert figures_of(text)[1:] == [*aims, ("3000人", "target", "2007")]


def test_a_page_turns_to_the_years_to_come_with_no_heading_that_says_so() -> None:
    """一页残页: what was told of 2005 is behind it, and the heading is a slogan."""
    text = (
        "2005年，全区低保覆盖率达到92%。\n二、凝心聚力，开创各项事业发展的新局面\n今后五年，是加快发展的关键时期。\n"
        "地方财政收入年均增长9%，2010年达到3亿元。\n要抓好教育，新建学校5所。\n"
    )
    assert figures_of(text) == [
        ("92%", "actual", "2005"), ("9%", "target", "2006"), ("3亿元", "target", "2010"), ("5所", "target", "2006"),
    ]


def test_years_that_were_the_key_turn_to_nothing() -> None:
    """过去五年，是…的时期 looks back; 今后五年 before anything is told of a year turns from none."""
    assert figures_of("2005年，低保覆盖率达到92%。\n过去五年，是加快发展的时期。\n新建学校5所。\n")[1][1] == "actual"


def test_how_many_there_are_on_the_spot() -> None:
    """辖区有商场48个 is how many there are at the end; 有效处置48起 is what the years brought."""
    told = (
        "政府工作报告\n一、过去五年工作回顾\n2002年全区生产总值317亿元。\n五年来，累计完成税收274亿元。{}。\n"
        "二、2003年工作\n"
    )
    assert figures_of(told.format("辖区有商场48个"))[-1] == ("48个", "actual", "2002")
    assert figures_of(told.format("全区有效处置险情48起"))[-1] == ("48起", "actual", "1998-2002")


def test_a_page_whose_headings_are_all_ahead_opens_with_its_year() -> None:
    """2020年是收官之年 over 总体要求 and 预期目标 is the plan's year; over an account it is that of the results."""
    plan = (
        "2020年是收官之年，是决胜之年。立足农业，新建果园3座。\n一、总体要求\n坚持稳中求进。\n"
        "二、主要预期目标\n新增就业800人。\n"
    )
    assert figures_of(plan) == [("3座", "target", "2020"), ("800人", "target", "2020")]
    told = plan.replace("立足农业，", "累计").replace("总体要求", "工作情况").replace("主要预期目标", "工作成效")
    assert figures_of(told) == [("3座", "actual", "2020"), ("800人", "actual", "2020")]


def test_a_work_report_is_of_the_year_whose_results_it_reckons_with() -> None:
    """预计2012年…: told once, and set against 2007; a year that is only set against is not that of the results."""
    text = (
        "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n过去五年工作回顾\n"
        "{}，是2007年的2.1倍。累计完成投资90亿元。\n"
    )
    assert figures_of(text.format("预计2012年生产总值完成344亿元"))[-1] == ("90亿元", "actual", "2008-2012")
    assert figures_of(text.format("2012年，全市生产总值完成344亿元"))[-1] == ("90亿元", "actual", "2008-2012")
    assert figures_of(text.format("生产总值完成344亿元"))[-1][2] is None


def test_a_time_told_in_one_of_the_points_counted_out_holds_for_that() -> None:
    """一是…1—10月…。二是…: the year again; a time told before the points holds for all of them."""
    text = (
        "云溪街道2023年度工作总结\n一、工作情况\n{}一是指标平稳。{}产值完成48亿元。税收9亿元。"
        "二是项目提速。新建厂房3座。\n"
    )
    assert figures_of(text.format("", "1—10月，")) == [
        ("48亿元", "actual", "2023-01/10"), ("9亿元", "actual", "2023-01/10"), ("3座", "actual", "2023"),
    ]
    assert figures_of(text.format("1—10月，全街道运行平稳。", ""))[-1] == ("3座", "actual", "2023-01/10")


def test_what_leads_to_the_works_of_this_year_turns_a_page_to_its_plan() -> None:
    """今年，将重点做好以下九个方面工作。 over headings that say nothing; 去年，我们做了九个方面工作。 looks back."""
    page = "2025年县政府工作报告（第7页）\n{}\n（一）守护平安。新建警务站20个。\n（二）建设乡村。培训农民3000人次。\n"
    ahead = [("20个", "target", "2025"), ("3000人次", "target", "2025")]
    assert figures_of(page.format("今年，将重点做好以下九个方面工作。")) == ahead
    assert {one[1] for one in figures_of(page.format("去年，我们做了九个方面工作。"))} == {"actual"}


def test_what_is_made_in_a_year_is_that_of_the_last_in_a_review() -> None:
    """产值近千亿元 in a review of five years; 累计产值 sums them up."""
    text = (
        "政府工作报告\n——2011年1月9日在县人民代表大会上\n一、“十一五”时期工作回顾\n"
        "五年来，有色金属产业{}近千亿元。\n"
    )
    assert figures_of(text.format("产值")) == [("千亿元", "actual", "2010")]
    assert figures_of(text.format("累计实现产值")) == [("千亿元", "actual", "2006-2010")]


def test_a_term_is_no_plan_whatever_its_number() -> None:
    """十五届人民政府工作回顾 is no review of the tenth plan; 2018年以来 below it says since when it is told of."""
    text = (
        "政府工作报告\n2022年1月7日在县第十六届人民代表大会第一次会议上\n各位代表：\n现在，我代表县人民政府报告工作。\n"
        "一、十五届人民政府工作回顾\n{}我们奋发有为。\n累计实施项目79个，城镇化率达到51%。\n"
    )
    assert figures_of(text.format("2018年以来，")) == [("79个", "actual", "2018-2021"), ("51%", "actual", "2021")]
    assert figures_of(text.format("")) == [("79个", "actual", "2017-2021"), ("51%", "actual", "2021")]
    plan = text.replace("2022年1月7日", "2006年1月7日").replace("十五届人民政府工作", "“十五”时期工作")
    assert figures_of(plan.format(""))[0] == ("79个", "actual", "2001-2005")


def test_a_line_in_brackets_over_a_page_may_name_its_year() -> None:
    """（《政府工作报告》解读二：2024年工作回顾） over 这一年，我们…."""
    text = "（{}《政府工作报告》解读二：2024年工作回顾（二））\n这一年，我们聚焦三农。新建道路17公里。\n"
    assert figures_of(text.format("原标题：")) == [("17公里", "actual", "2024")]
    assert figures_of(text.format("").replace("2024年工作回顾", "工作回顾")) == [("17公里", "actual", None)]


def test_a_term_may_begin_with_the_meeting_that_chose_it() -> None:
    """市十五届人大一次会议以来的主要成就 is on all its years; a meeting that a paragraph names is not."""
    text = (
        "政府工作报告\n——2007年1月9日在清河市第十六届人民代表大会第一次会议上\n{}\n累计植树3万亩。\n"
        "二、今年的主要任务\n生产总值增长12%。\n"
    )
    term = text.format("一、市十五届人大一次会议以来的主要成就")
    assert figures_of(term) == [("3万亩", "actual", "2002-2006"), ("12%", "target", "2007")]


def test_a_heading_that_names_the_year_its_span_begins_with_looks_back_on_later_ones() -> None:
    """2008年以来的工作回顾 in 2012 is no review of 2008."""
    text = (
        "政府工作报告\n——2012年2月8日在清河市第十五届人民代表大会第一次会议上\n一、{}\n"
        "财政收入达到3亿元，累计造林2万亩。\n二、今后五年的目标\n财政收入达到6亿元。\n"
    )
    since = figures_of(text.format("2008年以来的工作回顾"))
    assert since[:2] == [("3亿元", "actual", "2011"), ("2万亩", "actual", "2008-2011")]
    assert figures_of(text.format("2011年的工作回顾"))[0] == ("3亿元", "actual", "2011")


def test_a_multiple_of_what_a_plan_brought_is_of_sums() -> None:
    """是“十二五”时期0.8亿元的1.9倍: both sums are of all the years."""
    text = "清河市2021年政府工作报告\n\n一、“十三五”工作回顾\n\n累计修路投资1.5亿元，是“十二五”时期0.8亿元的1.9倍。\n"
    assert figures_of(text) == [
        ("1.5亿元", "actual", "2016-2020"), ("0.8亿元", "baseline", "2011-2015"), ("1.9倍", "actual", "2016-2020"),
    ]


def test_what_is_compared_with_the_year_before_or_told_for_each_is_no_sum() -> None:
    """支出70亿元，比上年增长18% and 效益1万元/亩 are of one year, 累积实现100亿元 of all the years."""
    text = (
        "清河市2003年政府工作报告\n\n一、过去五年工作回顾\n\n财政支出70亿元，比上年增长18%。水利投资30亿元。\n"
        "茶叶效益超过1万元/亩。财政收入累积实现100亿元，比上年末多征3亿元。\n"
    )
    assert [(figure, period) for figure, _, period in figures_of(text)][:5] == [
        ("70亿元", "2002"), ("18%", "2002"), ("30亿元", "1998-2002"), ("1万元/亩", "2002"), ("100亿元", "1998-2002"),
    ]


def test_a_year_in_a_part_of_its_own_ends_the_months_before_it() -> None:
    """1—11月，…；2025年，…；…: the last part is of the year; what the year is planned to bring ends nothing."""
    text = "园区投资稳定增长。2025年1-9月完成投资5亿元；1-11月出口1亿美元；2025年，{}企业43家；服务业营收11亿元。\n"
    assert [period for _, _, period in figures_of(text.format("新增"))] == [
        "2025-Q1/Q3", "2025-01/11", "2025", "2025",
    ]
    assert figures_of(text.format("计划新增"))[-1][2] == "2025-01/11"


def test_a_speech_that_turned_to_the_next_year_plans_what_is_of_all_of_it() -> None:
    """2019年，…要增长8%。全年开工项目60个 is of 2019 as long as the paragraph is; in the one before 全年 is 2018."""
    text = (
        "在全市工作会议上的讲话\n同志们：\n会议的任务是总结2018年工作，部署2019年任务。\n"
        "过去的一年，生产总值增长7%。全年开工项目50个。\n"
        "2019年，生产总值要增长8%左右。要坚持项目为王，全年开工项目60个。\n"
    )
    assert figures_of(text) == [
        ("7%", "actual", "2018"), ("50个", "actual", "2018"), ("8%", "target", "2019"), ("60个", "target", "2019"),
    ]
