"""Years, places and parts as a text says them."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure
from core.sections.roles import dates_in_digits, plan_years, role_of, several_years, years_in
from tests.core.sections.reports import BODY, OTHER


@pytest.mark.parametrize(
    ("front", "first", "second", "years", "place"),
    [
        ("清河县2019年政府工作报告", "一、过去一年的工作", "二、今年的任务", (2018, 2019), "清河县"),
        (
            "政府工作报告\n——二〇一二年一月十日在清河县第十四届人民代表大会第二次会议上",
            "一、过去一年的工作", "二、今年的主要任务", (2011, 2012), "清河县",
        ),
        ("一九九八年政府工作报告", "一、一九九七年工作的回顾", "二、一九九八年的工作任务", (1997, 1998), None),
        ("清河县2019年政府工作总结和2020年工作安排", "一、主要工作情况", "二、下步打算", (2019, 2020), "清河县"),
        (
            "关于清河县2018年国民经济和社会发展计划执行情况与2019年计划草案的报告",
            "一、2018年计划执行情况", "二、2019年主要任务和措施", (2018, 2019), "清河县",
        ),
        ("江北市云山区财政局\n2024年度部门决算", "一、收支情况", "二、绩效管理情况", (2024, None), "云山区"),
        # Given at the end of the year that its title names.
        (
            "2010年政府工作报告\n——2010年12月21日在清河县第十三届人民代表大会第六次会议上",
            "一、工作回顾", "二、目标任务", (2010, 2011), "清河县",
        ),
        # Given in the spring after the year that its title names.
        (
            "一九八六年清河县人民政府工作报告\n——一九八七年三月十二日在清河县第九届人民代表大会第一次会议上",
            "一、过去三年工作的回顾", "二、今后的任务", (1986, 1987), "清河县",
        ),
        ("政府工作报告", "一、工作回顾", "二、工作安排", (None, None), None),
        ("2019年清河市教育事业发展统计公报", "一、学前教育", "二、义务教育", (2019, None), "清河市"),
        ("2019年上半年清河市工业运行情况", "一、基本情况", "二、主要特点", (2019, None), "清河市"),
        ("2019年城市建设情况报告", "一、基本情况", "二、主要做法", (2019, None), None),
        # A town calls its report by the year that it looks back on, and sets the aims of the next.
        (
            "清河镇2018年政府工作报告\n\n2019年全镇经济社会发展的预期目标是：收入增长6%。",
            "一、工作回顾", "二、工作安排", (2018, 2019), "清河镇",
        ),
    ],
)
def test_years_and_place_come_from_title_headings_and_dateline(
    front: str, first: str, second: str, years: tuple[int | None, int | None], place: str | None
) -> None:
    """A work report plans the year that it is dated, and looks back on the one before."""
    document = read_structure(f"{front}\n\n各位代表：\n\n{first}\n\n{BODY}\n\n{second}\n\n{OTHER}\n")
    assert ((document.year, document.target_year), document.place) == (years, place)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("根据普查结果，现将2020年11月1日零时清河市常住人口的有关情况公布如下：", 2020),
        ("普查的标准时点为2018年12月31日，普查登记工作已经结束。", 2018),
        ("普查时期资料为2018年年度资料，由各级普查机构汇总。", 2018),
    ],
)
def test_a_census_is_of_the_day_that_it_counts(text: str, year: int) -> None:
    """Its communiqué comes out a year later, and nothing else in it may name the year."""
    front = "清河市第七次全国普查公报（第二号）\n——单位基本情况\n清河市统计局 清河市普查领导小组办公室\n2021年5月28日\n"
    document = read_structure(f"{front}{text}\n一、基本情况\n全市共有单位6.42万个。\n")
    assert document.year == year
    said = [one.span.quote(document.text) for one in document.sentences]
    assert said == [text, "全市共有单位6.42万个。"], "subtitle, offices and date are no sentences"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("现将云山区2020年工作总结报告如下。", "云山区"),
        ("今天参加清河市第十届人民代表大会的代表陆续报到。", "清河市"),
        ("今年沙县政府工作报告提出了十项任务。", "沙县"),
        ("我谨代表县人民政府，向大会报告工作。", None),
        ("2016年到2020年的五年是我县国民经济和社会发展的重要时期。", None),
        ("近日，副市长到市政府工作报告起草组调研。", None),
        ("推进区域协调发展。推进区域合作。推进区域互补。", None),
        ("建成乡村公路30公里。建成乡镇卫生院2所。加大对区属企业的支持。加大对区属学校的投入。", None),
        ("清河区狠抓项目。清河区坚决守住底线。", "清河区"),
        ("我代表临江市市中区人民政府向大会报告工作。", "市中区"),
        ("我代表临江市东河区人民政府向大会报告工作。", "东河区"),
    ],
)
def test_a_place_is_a_name_and_no_end_of_other_words(words: str, place: str | None) -> None:
    """“长到市” or “推进区” as the report's place would head the window, and its government be named after it."""
    assert read_structure(f"工作情况\n\n{words}\n\n{BODY}\n").place == place


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("过去五年工作回顾", "results"),
        ("存在的主要问题", "problems"),
        ("主要预期目标", "targets"),
        ("着力解决突出问题", None),
        ("坚持以稳增长为目标，经济运行稳中向好", None),
        ("“十一五”经济社会发展回顾", "results"),
        ("主要预期目标完成情况", "results"),
        ("规划主要目标指标实现情况", "results"),
        ("重点任务推进情况", "results"),
        ("目标实现程度", "results"),
        ("主要目标及实现途径", "targets"),
        ("政府自身建设", "tasks"),
        ("综合", None),
        ("“十五”计划预期目标提前实现", "results"),
        ("一、积极应对灾情，基本实现了年初确定的增收目标", "results"),
        ("一、牢牢把握大局，全面贯彻省委的重大部署", None),
        ("三、重大部署", "tasks"),
        ("确保全年目标如期实现", "targets"),
        ("发展基础", "results"),
        ("现实基础与面临形势", "results"),
        ("夯实高质量发展基础", None),
    ],
)
def test_a_heading_says_its_part_or_nothing(heading: str, role: str | None) -> None:
    """解决问题 is work, no admission; 综合 says nothing."""
    said = role_of(heading)
    assert (said[0] if said else None) == role


@pytest.mark.parametrize(
    "opening",
    [
        "[概况]1998年，江北市国民经济保持平稳。",
        "“1998年是关键的一年，江北市国民经济保持平稳。",
        "本报江北2月5日讯江北市市长在今天开幕的会议上说，1998年全市国内生产总值增长9%。",
    ],
)
def test_a_text_without_title_and_headings_is_about_the_year_that_it_opens_with(opening: str) -> None:
    """A yearbook's entry, a newspaper's report of a report."""
    assert read_structure(f"{opening}{BODY}").year == 1998


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # The first year of a long time that is told is not the year of the text.
        ("四十年成就\n\n1978年全县产值仅7840万元。2017年产值122亿元。\n\n2017年收入达到5亿元。\n", (None, None)),
        # The year looked back on stands before the one begun.
        ("报告指出，2012年，是发展较快的一年，产值20亿元。\n\n县长指出，2013年，将迎来县庆。\n", (2012, None)),
        # A part of the year that is told with its year.
        ("全市经济回稳\n\n发布会通报了2020年前三季度全市经济运行情况。\n\n前三季度，收入增长2%。\n", (2020, None)),
        # The year just passed, in a text dated in the next one that says what it will bring.
        (
            "清河市人大会议开幕\n\n2009年1月14日\n\n市长说，刚刚过去的2008年，全市完成了各项任务，产值20亿元。\n\n"
            "市长说，新一年，市政府将扩大投资5亿元。\n",
            (2008, 2009),
        ),
        # A year set apart by blanks, and one with the month that the text is about.
        ("开发区述职报告\n\n2003 年,在区委领导下，开发区发展加快。\n\n产值42亿元。\n", (2003, None)),
        ("本报讯，2024年11月份，全市工业利润下降7%。\n\n1至11月，利润下降5%。\n", (2024, None)),
        # The stamp behind the name of the source.
        ("清河市前三季度经济运行情况\n\n来源：市统计局 2024-10-25 08:30\n\n前三季度，产值20亿元。\n", (2024, None)),
        ("清河市前三季度经济运行情况\n\n来源：市统计局 2024-03-25 08:30\n\n前三季度，产值20亿元。\n", (None, None)),
        # What this year is, before months that are over; days without a year, on a page that was put there later.
        ("今年是全面贯彻党的二十大精神的开局之年，形势向好。\n\n1-8月，企业收入增长4%。\n", (2023, None)),
        ("发布会从未缺席\n\n2020-05-03 13:05:28\n\n自1月24日起，举办发布会90场。\n", (2020, None)),
        ("发布会从未缺席\n\n2020-02-03 13:05:28\n\n自12月24日起，举办发布会90场。\n", (None, None)),
        # A year just passed and the new one that is pledged for, in a text without a date.
        (
            "新春致辞\n\n刚刚过去的2009年，全县完成了各项任务，产值20亿元。\n\n新的一年，我们要力争产值增长4%。\n",
            (2009, 2010),
        ),
        # The dateline of an agency; one of the spring may tell the year before.
        ("任务过半\n\n新华社北京2023年12月26日电 记者从会上获悉，企业数量超过2400家。\n", (2023, None)),
        ("任务过半\n\n新华社北京2023年2月26日电 记者从会上获悉，企业数量超过2400家。\n", (None, None)),
        # The quarter that is over and the one to come are of one year.
        (
            "清河镇2022年第一季度工作总结和第二季度工作计划\n\n一、一季度工作总结\n\n收入增长4%。\n\n二、二季度工作计划\n\n"
            "新建公园2个。\n", (2022, 2022),
        ),
        ("清河镇2022年第二季度工作总结\n\n一、二季度工作情况\n\n收入增长4%。\n", (2022, None)),
        # The plan that is looked back on, by other words.
        (
            "关于清河市“十三五”规划纲要中期实施评估情况的报告\n\n2018年10月30日在市人大常委会上\n\n一、主要指标实现情况\n\n"
            "2017年，收入增长4%。\n", (2018, 2020),
        ),
        # The day of an act is not the year of the text.
        ("政策解读\n\n2013年9月，国务院印发了意见。\n\n企业减税20亿元。\n", (None, None)),
        # Years in Chinese digits.
        ("清河市市长作报告\n\n二〇〇九年，全市经济增速减缓。去年，生产总值增长8.2%。\n", (2009, None)),
        # What is aimed at in years to come names none of them as the text's own.
        ("追赶超越\n\n未来五年主要预期目标是：生产总值突破300亿元，2018年底实现脱贫。\n", (None, None)),
    ],
)
def test_the_year_of_a_text_without_parts(text: str, years: tuple[int | None, int | None]) -> None:
    document = read_structure(text)
    assert (document.year, document.target_year) == years


def test_years_of_headings_are_read_in_every_notation() -> None:
    """Arabic, Han, several years, five-year plans."""
    assert years_in("2023年及二〇二四年") == [2023, 2024]
    spans = [several_years(words) for words in ("过去五年工作回顾", "今后三年", "过去一年和五年", "本届政府")]
    assert spans == [5, 3, 5, None]
    plans = [plan_years(words) for words in ("“十四五”时期", "十一五回顾", "五年")]
    assert plans == [(2021, 2025), (2006, 2010), None]
    assert dates_in_digits("二〇一二年一月十二日") == "2012年1月12日"


def test_a_part_on_several_years_has_its_first_year() -> None:
    """A flow of such a part is the whole span's, a level its last year's."""
    text = f"政府工作报告\n\n一、过去五年工作回顾\n\n{BODY}\n\n二、2023年工作安排\n\n{OTHER}\n"
    spans = [(section.since, section.year) for section in read_structure(text).sections]
    assert spans == [(2018, 2022), (None, 2023)]


def test_a_text_without_headings_turns_where_it_names_its_plan() -> None:
    """Before the turn it tells results, behind it tasks; headings that say so leave no turn."""
    before = "2022年，全县坚持稳中求进，各项工作扎实推进，地区生产总值增长5.1%，城镇新增就业4200人。"
    plan = "2023年是全面落实规划的关键之年。地区生产总值增长6%左右，新增城镇就业4500人。"
    document = read_structure(f"清河县2023年政府工作报告\n\n各位代表：\n\n{before}\n{plan}\n加快推进城市更新。\n")
    assert document.turn == document.text.index(plan)
    assert [document.role_at(document.text.index(words)) for words in (before, plan)] == ["results", "tasks"]
    headed = read_structure(f"一、2022年工作回顾\n{before}\n二、2023年工作安排\n{plan}\n")
    assert headed.turn is None
    assert headed.role_at(0) == "other"


def test_figures_and_claims_behind_the_turn_are_aims() -> None:
    """What a heading would have said."""
    text = (
        "清河县2023年政府工作报告\n\n各位代表：\n\n2022年，全县坚持稳中求进，地区生产总值增长5.1%，新建学校3所。\n"
        "2023年是全面落实规划的关键之年。地区生产总值增长6%，城镇登记失业率控制在市定目标内。加快推进城市更新。\n"
    )
    document = read_structure(text)
    metrics = read_metrics(document)
    assert [(metric.role, metric.period) for metric in metrics] == [
        ("actual", "2022"), ("actual", "2022"), ("target", "2023"),
    ]
    types = [claim.types for claim in read_claims(document, metrics)]
    assert types == [("achievement",), ("rhetoric",), ("target",), ("commitment",)]


@pytest.mark.parametrize(
    ("title", "line", "role", "period"),
    [
        ("2024年清河县政府工作报告要点", "新建幼儿园12所，改造老旧小区30个。", "target", "2024"),
        ("2024年清河县政府工作报告重点任务分解方案", "新建幼儿园12所，改造老旧小区30个。", "target", "2024"),
        ("2024年清河县政府工作报告要点", "过去一年，新建幼儿园12所，改造老旧小区30个。", "actual", "2023"),
    ],
)
def test_points_of_a_work_report_are_pledges_unless_they_look_back(
    title: str, line: str, role: str, period: str
) -> None:
    """Points of a report without headings are what is to be done in its year, unless a line looks back."""
    document = read_structure(f"{title}\n\n{line}\n\n打通断头路5条，建设口袋公园8个。\n")
    assert {(metric.role, metric.period) for metric in read_metrics(document)} == {(role, period)}


def test_a_paragraph_on_the_term_of_a_government_spans_its_years() -> None:
    """本届政府任期的四年 before sums and yearly averages: they are about the four years, without any heading."""
    document = read_structure(
        "政府工作报告\n——2016年11月26日在清河县第八届人民代表大会第一次会议上\n\n各位代表：\n\n"
        "本届政府任期的四年，是极不平凡的四年。累计完成固定资产投资200亿元，年均增长12%。\n"
    )
    assert {metric.period for metric in read_metrics(document)} == {"2013-2016"}
