"""Role and period of reports given at the end of their year, of plans of several years, of aims beside results."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from tests.core.extract.readings import PLANS, figures_of

_BACK = "2024年工作总结\n\n一、2024年工作回顾\n\n"


def _read(text: str) -> dict[str, tuple[str, str | None]]:
    return {one.surface: (one.role, one.period) for one in read_metrics(read_structure(text))}


def test_a_report_given_in_december_calls_its_own_year_this_year() -> None:
    """明年 is the year of its plan wherever it stands; 全年 in the plan is the plan's year."""
    text = (
        "在县委全会上的报告\n（2024年12月28日）\n\n今年工作回顾\n\n今年以来，预计全年地区生产总值增长6.2%，建成学校3所。\n\n"
        "明年工作安排\n\n明年地区生产总值增长6%左右。力争全年完成投资180亿元。今年未完工的12个项目加快推进。\n"
    )
    assert _read(text) == {
        "6.2%": ("actual", "2024"), "3所": ("actual", "2024"), "6%": ("target", "2025"), "180亿元": ("target", "2025"),
        "12个": ("actual", "2024"),
    }


def test_a_report_given_in_spring_sees_the_next_year_ahead() -> None:
    """力争明年建成 in a plan of 2024 is 2025, though the words are the same."""
    text = (
        "2024年政府工作报告\n\n一、2023年工作回顾\n\n建成学校3所。\n\n二、2024年工作安排\n\n"
        "今年新建学校5所。力争明年建成道路20公里。\n"
    )
    assert _read(text) == {
        "3所": ("actual", "2023"), "5所": ("target", "2024"), "20公里": ("target", "2025"),
    }


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("今年计划粮食播种面积121万亩，稳定产量52万吨，全年共完成播种面积122万亩。", ["target", "target", "actual"]),
        ("全县政府性基金收入完成4.2亿元，为预算4亿元的105%。", ["actual", "target", "actual"]),
        ("新改建农村公路480公里，超额完成省下达400公里目标。", ["actual", "target"]),
        ("计划生育率达98%，全年培训6场。", ["actual", "actual"]),
        ("完成年度计划的105%，占预算收入的12%。", ["actual", "actual"]),
        ("省下达补助资金400万元。", ["actual"]),
    ],
)
def test_aims_stand_beside_their_results(sentence: str, roles: list[str]) -> None:
    """What was planned is told before what was done, or behind it with what is a share of it."""
    metrics = read_metrics(read_structure(_BACK + sentence))
    assert [one.role for one in metrics] == roles


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("1月至10月救助困难群众9307人次。", "2024-01/10"),
        ("今年1月—6月完成投资3亿元。", "2024-H1"),
        ("2024年1月份至9月份发放补助3亿元。", "2024-Q1/Q3"),
        ("6月份完成投资3亿元。", "2024-06"),
        ("2024年3月5日以来完成投资3亿元。", "2024"),
    ],
)
def test_months_with_their_word_twice(sentence: str, period: str) -> None:
    """1月至10月 is as long as 1-10月."""
    (metric,) = read_metrics(read_structure(_BACK + sentence))
    assert metric.period == period


@pytest.mark.parametrize("opening", ["争取到2025年", "争取到“十四五”末", "力争到2025年", "到2025年"])
def test_a_year_that_a_wish_opens_dates_what_follows(opening: str) -> None:
    """争取到资金 is a deed, 争取到2025年 is none: what comes by then is of that year."""
    done = "2024年政府工作报告\n\n一、2023年工作回顾\n\n建成学校3所。\n\n"
    text = f"{done}二、2024年工作安排\n\n{opening}，绿化率达到36%左右。\n"
    assert _read(text)["36%"] == ("target", "2025")


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("三年内建成大棚1400座。", "2024-2026"),
        ("用两年左右时间，整修渠道96公里。", "2024-2025"),
        ("力争五年内规上企业达到85家。", "2028"),
        ("计划三年投资7亿元。", "2024-2026"),
        ("今明两年完成搬迁530户。", "2024-2025"),
        ("明后两年新增产能6万吨。", "2025-2026"),
        ("全年开展检查三次，每两年内评估120户。", "2024"),
    ],
)
def test_years_that_a_plan_of_one_year_gives_itself(sentence: str, period: str) -> None:
    """They begin with its own year; what is to be reached is of the last of them."""
    text = f"2024年政府工作报告\n\n一、2023年工作回顾\n\n建成学校3所。\n\n二、2024年工作安排\n\n{sentence}\n"
    figure = read_metrics(read_structure(text))[-1]
    assert (figure.role, figure.period) == ("target", period)


def test_years_counted_behind_a_year_named_end_with_it() -> None:
    """由2013年的…增加到2018年的…，五年净增…: the five years until 2018, whatever year the report tells of."""
    text = (
        "2024年政府工作报告\n\n一、2023年工作回顾\n\n育苗由2013年的26万株增加到2018年的41万株，五年净增15万株。\n\n"
        "2021年，水产增长4.6%，两年平均增长3.8%。\n"
    )
    assert [(one.surface, one.period) for one in read_metrics(read_structure(text))] == [
        ("26万株", "2013"), ("41万株", "2018"), ("15万株", "2014-2018"), ("4.6%", "2021"), ("3.8%", "2020-2021"),
    ]


def test_a_date_at_the_head_holds_over_whose_year_a_thing_is() -> None:
    """截至2024年6月底，上年度查出的问题已整改…: the year before says which problems, and not when they were mended."""
    text = (
        "2023年度审计工作报告\n\n一、整改情况\n\n截至2024年6月底，上年度审计查出的118个问题已整改到位106个，整改率89.8%。\n\n"
        "分季度看，一季度增长4.6%，四季度增长5.1%。\n"
    )
    assert [one.period for one in read_metrics(read_structure(text))] == [
        "2024-06", "2024-06", "2024-06", "2023-Q1", "2023-Q4",
    ]


def test_the_same_time_of_the_year_before_is_as_long() -> None:
    """由上年同期的1.96缩小至…, in a report on three quarters, is of three quarters of the year before."""
    text = "2024年前三季度经济运行情况\n\n一、收入\n\n前三季度，城乡居民收入比由上年同期的1.96缩小至1.92。\n"
    assert [one.period for one in read_metrics(read_structure(text))] == ["2023-Q1/Q3", "2024-Q1/Q3"]


def test_what_still_stands_open_is_no_aim() -> None:
    """计划开工的51个项目中，仍有7个未开工: how things stand, beside what was planned."""
    text = "2024年上半年督查通报\n\n一、存在问题\n\n年度计划开工的51个重点项目中，仍有7个未开工。\n"
    assert [one.role for one in read_metrics(read_structure(text))] == ["target", "actual"]


def test_a_plan_tells_how_things_stood_before_it() -> None:
    """到2020年末 is past where the plan begins in 2021; 五年 and 每年 are its own years, a level to reach its last."""
    text = (
        "青河县“十四五”农业农村现代化规划\n\n第一章　面临形势\n\n到2020年末，耕地流转率仅为31%。\n\n"
        "第二章　重点任务\n\n"
        "每年创建示范村10个，五年整治重点村120个。到2025年，粮食产量达到27万吨。\n"
    )
    assert _read(text) == {
        "31%": ("actual", "2020"), "10个": ("target", "2021-2025"), "120个": ("target", "2021-2025"),
        "27万吨": ("target", "2025"),
    }


def test_a_year_rules_no_further_than_its_part() -> None:
    """Where line ends were lost the next part begins in the same line."""
    filler = "各项工作扎实推进，群众生活持续改善。" * 24
    text = (
        f"县农业农村局2020年工作总结暨2021年工作打算一、2020年工作总结（一）抓好生产。2020年，新建大棚300个。{filler}"
        "二、2021年工作打算（一）稳定生产。新建大棚400个。（二）防治病害。培训农民600人。"
    )
    document = read_structure(text)
    assert [section.title for section in document.sections] == [
        "一、2020年工作总结", "（一）抓好生产", "二、2021年工作打算", "（一）稳定生产", "（二）防治病害",
    ]
    assert _read(text) == {
        "300个": ("actual", "2020"), "400个": ("target", "2021"), "600人": ("target", "2021"),
    }


def test_this_year_in_a_text_on_its_first_half_is_that_half() -> None:
    """今年以来 there is what 上半年 of the title is; the half to come is planned."""
    text = (
        "沙河县2021年上半年工作总结\n\n今年以来，完成工业总产值46.3亿元。新建泵站7座。\n\n"
        "下半年工作安排\n\n下半年完成投资32亿元。\n"
    )
    assert _read(text) == {
        "46.3亿元": ("actual", "2021-H1"), "7座": ("actual", "2021-H1"), "32亿元": ("target", "2021-H2"),
    }


@pytest.mark.parametrize(
    ("past", "ahead"),
    [
        ("回顾2017年", "展望2018年"),
        ("2017年：", "2018年："),
    ],
)
def test_lines_with_a_year_part_a_digest(past: str, ahead: str) -> None:
    """回顾2017年 over bare lines, or 2017年： alone; a year inside another line parts nothing."""
    text = (
        "林州市人代会开幕\n市长在会上作政府工作报告，总结成绩，部署任务。\n"
        f"{past}\n生产总值增长9.1%，投资增长8%\n160个项目完成投资80亿元\n"
        f"{ahead}\n生产总值增长9%左右\n办好2018开渔节等活动\n接待游客超过500万人次\n"
    )
    assert figures_of(text) == [
        ("9.1%", "actual", "2017"), ("8%", "actual", "2017"), ("160个", "actual", "2017"), ("80亿元", "actual", "2017"),
        ("9%", "target", "2018"), ("500万人次", "target", "2018"),
    ]


def test_what_a_bracket_says_of_last_year_ends_with_it() -> None:
    """达到2.5万元（去年2.3万元），增长7%: the aim goes on; a year alone in its bracket dates what follows."""
    text = PLANS.format("人均收入达到2.5万元（去年为2.3万元），增长7%。到计划期末（2025年），人均收入达到3万元。")
    assert figures_of(text) == [
        ("2.5万元", "target", "2023"), ("2.3万元", "baseline", "2022"), ("7%", "target", "2023"),
        ("3万元", "target", "2025"),
    ]


def test_the_year_of_a_title_dates_no_count_of_titles() -> None:
    """“十三五”期间，获得2017年度先进镇等荣誉20项: the years that open the sentence hold."""
    text = (
        "云溪镇政府工作报告\n\n一、“十三五”期间工作回顾和2020年工作情况\n\n"
        "“十三五”期间，我镇先后获得2017年度先进镇、“安全村”创建二等奖等荣誉20项。"
        "种植业、养殖业产值累计12亿元、8亿元，分别是“十二五”期间的2.5倍和1.8倍。\n"
    )
    assert figures_of(text) == [
        ("20项", "actual", "2016-2020"), ("12亿元", "actual", "2016-2020"), ("8亿元", "actual", "2016-2020"),
        ("2.5倍", "actual", "2016-2020"), ("1.8倍", "actual", "2016-2020"),
    ]


def test_a_term_has_as_many_years_as_its_first_words_count() -> None:
    """本届政府任期的工作回顾 over 过去四年，是…; where nothing is counted a term has five years."""
    text = (
        "清溪区政府工作报告\n——2007年1月8日在清溪区第六届人民代表大会第一次会议上\n\n一、本届政府任期的工作回顾\n\n"
        "过去四年，是快速发展的四年。预计2006年实现生产总值79亿元，年均增长19%。财政支出年均增长24%，尤其是2005年增长42%。\n"
    )
    figures = [("79亿元", "2006"), ("19%", "2003-2006"), ("24%", "2003-2006"), ("42%", "2005")]
    assert [(surface, period) for surface, _, period in figures_of(text)] == figures
    assert "2002-2006" in [period for _, _, period in figures_of(text.replace("过去四年，是快速发展的四年。", ""))]


def test_a_newspaper_names_the_place_between_the_year_and_its_aims() -> None:
    """2009年临江市经济社会发展的主要预期目标：… is what the year plans; the next sentence goes on with it."""
    text = (
        "临江市人代会开幕\n市长说，2008年，是极不平凡的一年，各项工作取得新进步。\n"
        "2009年临江市经济社会发展的主要预期目标：生产总值增长9%，投资增长12%。财政收入增长10%；新增就业2万人。\n"
    )
    assert figures_of(text) == [
        ("9%", "target", "2009"), ("12%", "target", "2009"), ("10%", "target", "2009"), ("2万人", "target", "2009"),
    ]


def test_an_aim_that_heads_an_item_of_what_was_fulfilled_is_past() -> None:
    """1、经济增长目标 below 目标任务完成情况 tells what came of it; below what is planned it sets it."""
    text = (
        "云溪县2005年政府工作报告\n\n一、2004年目标任务完成情况\n\n1、经济增长目标。生产总值完成12亿元，增长8%。\n\n"
        "2、粮食生产目标。粮食总产12万吨。\n\n二、2005年目标\n\n1、经济增长目标。生产总值13亿元。\n\n"
        "2、粮食生产目标。粮食总产13万吨。\n"
    )
    assert figures_of(text) == [
        ("12亿元", "actual", "2004"), ("8%", "actual", "2004"), ("12万吨", "actual", "2004"),
        ("13亿元", "target", "2005"), ("13万吨", "target", "2005"),
    ]


def test_a_budget_that_a_newspaper_tells_is_planned_with_its_growth() -> None:
    """2015年收入安排55亿元，比上年增长9%: against last year the plan grows; the aims announced are the plan's, too."""
    text = (
        "林州市2014年预算执行情况和2015年预算草案报告解读\n\n2014年，全市收入完成50亿元，比上年增长10%。\n"
        "2015年全市收入安排55亿元，比上年增长9%。\n"
    )
    assert figures_of(text) == [
        ("50亿元", "actual", "2014"), ("10%", "actual", "2014"), ("55亿元", "target", "2015"), ("9%", "target", "2015"),
    ]
    told = (
        "林州市人代会开幕，市长作政府工作报告\n2017年1月14日\n经初步核算，2016年全市生产总值超过190亿元，同比增长9%。\n"
        "今年，林州将扎实开展“渔村清洁年”活动。林州经济社会发展的主要预期目标是：生产总值增长8.5%，失业率控制在3%以内。\n"
    )
    assert figures_of(told)[-2:] == [("8.5%", "target", "2017"), ("3%", "target", "2017")]


def test_what_is_fulfilled_of_a_plan_is_of_its_years() -> None:
    """2006年到2010年，造林7万亩，占计划的137%: the share is of the years that the sum is of."""
    text = "云溪县林业发展成就\n\n2006年到2010年，全县完成造林7万亩，占计划的137%，森林覆盖率保持在72%以上。\n"
    assert [(surface, period) for surface, _, period in figures_of(text)] == [
        ("7万亩", "2006-2010"), ("137%", "2006-2010"), ("72%", "2010"),
    ]


def test_a_page_of_orders_that_tells_of_a_work_report_plans() -> None:
    """继续…。加快…。 and least numbers in a digest whose title names no report; one result told makes it none."""
    text = (
        "林州民生“红包”发不停\n1月5日上午，市人代会开幕，市长作政府工作报告。2019年，一系列民生红包发不停。\n"
        "促进更高质量就业。扶持创业3万人。建设见习基地20个以上、实训基地200个以上。深入实施增收计划。继续提高养老金。\n"
        "加快旧城改造，落实救助制度。建设公租房1万套。推进垃圾分类。加强社区治理。普惠幼儿园占比达到80%以上。\n"
    )
    assert {role for surface, role, _ in figures_of(text) if surface != "3万人"} == {"target"}
    assert {role for _, role, _ in figures_of(text + "去年建成公租房2万套。\n")} != {"target"}


def test_a_line_on_years_of_some_kind_heads_what_is_told_of_them() -> None:
    """向海图强的五年 over the results of a term; bullets that count items (■ 安排项目35项，…) are no headings."""
    text = (
        "林州市第八届人民代表大会第一次会议开幕\n2017年2月22日，会议开幕，市长作政府工作报告，提出了目标和任务。\n"
        "向海图强的五年\n生产总值从2011年的90亿元增加到2016年的130亿元，年均增长7.6%；\n渔民收入年均增长6.8%；\n"
        "■ 实施水利项目35项，惠及渔村\n■ 实施交通项目27项，贯通城乡\n"
        "2017年主要工作\n生产总值增长7.5%以上；\n"
    )
    assert figures_of(text) == [
        ("90亿元", "baseline", "2011"), ("130亿元", "actual", "2016"), ("7.6%", "actual", "2012-2016"),
        ("6.8%", "actual", "2012-2016"), ("35项", "actual", "2012-2016"), ("27项", "actual", "2012-2016"),
        ("7.5%", "target", "2017"),
    ]
