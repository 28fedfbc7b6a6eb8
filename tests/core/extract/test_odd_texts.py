"""Short and odd texts: chronicles, excerpts without a title, digests, final accounts, reports on one line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.pipeline import report_of
from core.readers import read_bytes
from tests.core.extract.readings import figures_of


def test_each_paragraph_of_a_chronicle_is_about_the_year_that_opens_it() -> None:
    """A text of many years is about none: 本年 is the year of its paragraph, announced aims are those of their date."""
    text = (
        "第二节 计划编制\n\n1981年3月，制定长期规划；提出到1990年的工农业生产奋斗目标：工业总产值2500万元，粮食产量"
        "4950吨。\n\n1982年执行省计划。\n\n"
        "1983年，开始编制年度计划。本年新建粮库3座。工业总产值377万元。\n\n新修水渠8公里。\n\n"
        "1985年，调整计划。造林60公顷。\n"
    )
    assert figures_of(text) == [
        ("2500万元", "target", "1990"), ("4950吨", "target", "1990"), ("3座", "actual", "1983"),
        ("377万元", "actual", "1983"), ("8公里", "actual", None), ("60公顷", "actual", "1985"),
    ]


def test_a_year_told_in_a_report_of_another_holds_for_its_sentence() -> None:
    """Only a text that is about no year has years of its paragraphs."""
    text = "2019年工作总结\n\n一、2019年工作情况\n\n2017年，开始编制规划。新建粮库3座。\n"
    assert figures_of(text) == [("3座", "actual", "2019")]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        # What is named by its aim and was reached behind the comma; an aim alone, and a result that is told first.
        ("2018年高标准农田考核指标21万亩，完成25万亩。", ["target", "actual"]),
        ("农村改厕任务3600座，完成3800座，完成率105%。", ["target", "actual", "actual"]),
        ("完成各类任务36项，完成率105%。", ["actual", "actual"]),
        ("收入33亿元，为上级三季度目标31亿元106%。", ["actual", "target", "actual"]),
        # Which villages, and not when; a year told beside the result is the base.
        ("完成2017年度6个示范村建设。", ["actual"]),
        ("实现产值9亿元，2017年产值8亿元。", ["actual", "baseline"]),
    ],
)
def test_aims_named_with_their_results(sentence: str, roles: list[str]) -> None:
    """任务3600座，完成3800座 has an aim and a result."""
    assert [role for _, role, _ in figures_of(f"2018年工作总结\n\n一、2018年工作情况\n\n{sentence}")] == roles


def test_a_part_that_fulfilled_its_aims_tells_results() -> None:
    """圆满完成目标任务 looks back, 确保圆满完成目标任务 does not."""
    text = (
        "一、三季度财政收入情况\n\n（一）圆满完成市下目标任务\n\n收入33.8亿元。\n\n（二）增收因素\n\n增值税7亿元。\n\n"
        "二、确保圆满完成全年目标任务\n\n完成收入42亿元。\n"
    )
    assert [role for _, role, _ in figures_of(text)] == ["actual", "actual", "target"]


def test_a_mean_named_behind_its_figures_is_of_the_years() -> None:
    """高于全国2.6%和全省3.7%的平均增长水平."""
    text = "2016年统计公报\n\n2011-2016年，生产总值年均增长6.6%，高于同期全国2.6%和全省3.7%的平均增长水平。\n"
    assert [period for _, _, period in figures_of(text)] == ["2011-2016"] * 3


def test_months_told_before_any_figure_hold_for_the_sentence() -> None:
    """2018年，…，1—11月份…；…: all parts are of the months; a year with a figure of its own goes on behind the mark."""
    front = "2018年工作总结\n\n一、工作情况\n\n"
    text = f"{front}2018年，在项目带动下，1—11月份实现收入1990万元；地方财政收入800万元。\n"
    assert [period for _, _, period in figures_of(text)] == ["2018-01/11", "2018-01/11"]
    text = f"{front}2018年，新建道路5条，1—11月份实现收入1990万元；地方财政收入800万元。\n"
    assert [period for _, _, period in figures_of(text)] == ["2018", "2018-01/11", "2018"]


def test_years_in_brackets_behind_their_count_hold_for_the_sentence() -> None:
    """五年来（2016—2020年），…；审结…."""
    text = "会议昨日召开。\n\n五年来（2016-2020年），法庭由107个增至110个；审结案件3400件，占比由25%增至35%。\n"
    assert figures_of(text)[1:3] == [("110个", "actual", "2020"), ("3400件", "actual", "2016-2020")]


def test_what_others_begin_to_do_makes_no_aims_of_what_was_done() -> None:
    """A text that plans no year has aims only where its own words set them."""
    text = (
        "县长在团拜会上的致辞\n\n刚刚过去的2009年，是很不平凡的一年。扩建项目进展顺利，从后半年起将陆续建成投产；"
        "6个新产品试产运行。第一轮11个项目开工建设。\n"
    )
    report = report_of(read_bytes(text.encode(), "a.txt"))
    assert [one.role for one in report.metrics] == ["actual", "actual"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("在2015年度综合改革评价中，我市得分列全省第一。", "actual"),
        ("我市得分列全省第一，2015年列第三。", "actual"),
        ("税收完成539万元，占全年任务100.6%。", "actual"),
        ("全年任务536万元，完成539万元。", "target"),
    ],
)
def test_years_and_aims_that_only_name_what_is_told(sentence: str, role: str) -> None:
    """The first figure of each: judged in a year, or a share of an aim, it is no base and no aim."""
    assert figures_of(f"2016年工作总结\n\n一、2016年工作情况\n\n{sentence}\n")[0][1] == role


def test_paragraphs_set_apart_by_blanks_are_paragraphs() -> None:
    """A year that opens one paragraph of a report on one line is not that of the next."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 3
    parts = ["2018年工作总结", "一、过去五年工作回顾", "2018年，新建学校3所。", "累计新建道路50公里。", *[told] * 6]
    whole, flat = figures_of("\n\n".join(parts)), figures_of("　　".join(parts))
    assert whole == flat == [("3所", "actual", "2018"), ("50公里", "actual", "2014-2018")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # The year of what the share is of, with words between; a change that begins with a mean of people.
        ("低保标准占居民上年度人均支出的39%。", [("actual", "2018")]),
        ("低保标准由月人均420元调至660元。", [("baseline", None), ("actual", "2018")]),
        # 交由 hands over, and begins no change.
        ("立案824件，交由95家单位办理，办复率为99%。", [("actual", "2018")] * 3),
    ],
)
def test_words_that_look_like_a_year_or_a_beginning(sentence: str, told: list[tuple[str, str | None]]) -> None:
    """上年 inside of a share dates nothing, 由 inside of a verb begins nothing."""
    text = f"2018年工作总结\n\n一、2018年工作情况\n\n{sentence}\n"
    assert [(role, period) for _, role, period in figures_of(text)] == told


def test_the_year_of_announced_aims_is_that_of_the_first_of_them() -> None:
    """他指出，2013年的主要预期目标是：…, in a text that tells of the year before."""
    text = (
        "近日，县长作政府工作报告，回顾了2012年的政府工作，也提出了2013年的工作目标。\n\n2012年全年实现生产总值163亿元。\n\n"
        "此外，他还指出，2013年的主要预期目标是：生产总值增长13%，收入增长18%。\n"
    )
    assert figures_of(text)[1:] == [("13%", "target", "2013"), ("18%", "target", "2013")]


def test_who_came_to_the_meeting_is_told_of_its_year() -> None:
    """A digest counts those who came in the spring; a congress in winter meets in the year that it looks back on."""
    text = (
        "青河县第十六届人民代表大会第六次会议开幕\n\n{}，会议开幕。大会应到代表160人，实到153人。\n\n"
        "县长作政府工作报告，回顾了2015年的工作，提出了2016年的目标。2015年，新增代表活动室3个。2016年，生产总值增长8%。\n"
    )
    periods = [period for _, _, period in figures_of(text.format("2月14日"))]
    assert periods == ["2016", "2016", "2015", "2016"]
    periods = [period for _, _, period in figures_of(text.format("12月24日"))]
    assert periods == ["2015", "2015", "2015", "2016"]


def test_a_part_on_one_year_inside_of_a_review_of_several_is_of_that_year() -> None:
    """（一）2015年工作 below “十二五”时期及2015年工作回顾; a part that names the plan, too, stays with its years."""
    text = (
        "政府工作报告\n——2016年1月12日在青河县第十六届人民代表大会第六次会议上\n\n一、“十二五”时期及2015年工作回顾\n\n"
        "（一）2015年工作\n\n新建学校3所。\n\n（二）“十二五”时期主要成就\n\n新建道路300公里。\n\n二、2016年重点工作\n\n新建学校4所。\n"
    )
    assert [period for _, _, period in figures_of(text)] == ["2015", "2011-2015", "2016"]


def test_the_final_accounts_of_a_year_stand_beside_the_half_of_the_next() -> None:
    """What the part on 2021 tells is of that year, and no base; the half that the title names is that of its part."""
    text = (
        "关于2021年决算（草案）和2022年上半年预算执行情况的报告\n（2022年7月27日在青河区人大常委会第三次会议上）\n\n"
        "一、2021年收支决算情况\n\n2021年全区收入决算为377万元，完成预期的98%。增值税收入67万元，2020年为60万元。\n\n"
        "二、2022年上半年预算执行情况\n\n全区收入120万元。\n"
    )
    assert figures_of(text) == [
        ("377万元", "actual", "2021"), ("98%", "actual", "2021"), ("67万元", "actual", "2021"),
        ("60万元", "baseline", "2020"), ("120万元", "actual", "2022-H1"),
    ]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("投资完成1353亿元，完成全年1800亿元投资目标任务的75%。", ["actual", "target", "actual"]),
        ("完成全年1800亿元投资，占目标任务的75%。", ["actual", "actual"]),
        ("一般公共预算收入预期为202万元，决算为201万元。", ["target", "actual"]),
    ],
)
def test_an_aim_named_behind_its_figure_with_the_share_of_it(sentence: str, roles: list[str]) -> None:
    """完成全年N投资目标任务的M%."""
    assert [role for _, role, _ in figures_of(f"2018年工作总结\n\n一、2018年工作情况\n\n{sentence}\n")] == roles


def test_a_text_that_opens_with_its_years_is_about_them() -> None:
    """2018年至2022年，…, without a part and without a later year: sums are of the years, what stands so of the last."""
    text = (
        "大会听取了检察院工作报告，一起来了解一下。\n\n2018年至2022年，办理案件1733件，比前五年上升40%。\n\n"
        "起诉827人。2022年起诉盗窃犯罪为最低。\n\n不捕率升至43%。\n"
    )
    assert figures_of(text) == [
        ("1733件", "actual", "2018-2022"), ("40%", "actual", "2018-2022"), ("827人", "actual", "2018-2022"),
        ("43%", "actual", "2022"),
    ]
    # A year behind them: the text goes on to something else.
    later = figures_of(text.replace("不捕率", "到2025年，不捕率"))
    assert later[2] != ("827人", "actual", "2018-2022")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Where a change began dates nothing behind it; years may be counted in digits.
        (
            "从2001年的409亿元到2016年的640亿元，16年间增长了56%。",
            [("baseline", "2001"), ("actual", "2016"), ("actual", "2001-2016")],
        ),
        # Both of two parts of the year are compared with.
        ("占比较1—9月份和上年同期分别提高0.1和1.2个百分点。", [("actual", "2016")] * 2),
        # The mean rate of exchange is no mean of years.
        ("2016年，人均生产总值按年平均汇率折算达1255美元。", [("actual", "2016")]),
    ],
)
def test_what_begins_or_is_compared_dates_nothing(sentence: str, told: list[tuple[str, str | None]]) -> None:
    """Each figure of the sentence with its role and period."""
    text = f"2016年工作总结\n\n一、2016年工作情况\n\n{sentence}\n"
    assert [(role, period) for _, role, period in figures_of(text)] == told


def test_an_aim_that_is_worked_for_is_one_of_the_year_that_is_told() -> None:
    """今年以来，紧扣2025年工作目标: 2025 is the year of the results; without 今年以来 it is the one planned."""
    text = (
        "{}全县紧扣2025年重点工作目标，加快发展。一季度经济运行平稳。\n\n全县生产总值52亿元，"
        "比例由去年同期的37%变化为38%。\n"
    )
    assert figures_of(text.format("今年以来，")) == [
        ("52亿元", "actual", "2025"), ("37%", "baseline", "2024"), ("38%", "actual", "2025"),
    ]
    assert figures_of(text.format(""))[0] != ("52亿元", "actual", "2025")


def test_years_that_run_on_to_a_month_are_a_span() -> None:
    """2012年以来至2017年10月，…: what was done in them is no aim."""
    text = "一、当前工作进展情况\n\n2012年以来至2017年10月，完成水利总投资32亿元，新增灌溉面积1631亩。\n"
    assert figures_of(text) == [("32亿元", "actual", "2012-2017"), ("1631亩", "actual", "2012-2017")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The document that is told of names the year, which the newspaper calls 去年.
        (
            "昨日，《关于云州市2019年财政决算（草案）的报告》提交市人大常委会。去年全市收入44亿元，教育支出3亿元。",
            [("44亿元", "actual", "2019"), ("3亿元", "actual", "2019")],
        ),
        # 今年 makes it a text of that year.
        (
            "云州市2019年财政工作总结\n\n今年，全市收入44亿元。去年，全市收入41亿元。",
            [("44亿元", "actual", "2019"), ("41亿元", "baseline", "2018")],
        ),
        (
            "1月10日，云州市人代会开幕。市长作政府工作报告，总结了2019年工作。去年全市收入44亿元。今年，收入增长7%。",
            [("44亿元", "actual", "2019"), ("7%", "target", "2020")],
        ),
    ],
)
def test_last_year_is_the_year_of_the_results_where_a_text_calls_it_so(
    text: str, told: list[tuple[str, str, str | None]]
) -> None:
    """A newspaper tells of the year before; a summary written in its year calls it 今年."""
    assert figures_of(text) == told


def test_a_change_told_behind_another_began_with_it() -> None:
    """从2015年的46亿元提高到68亿元；支出从40亿元增加到60亿元; another year named since leaves it open."""
    text = (
        "政府工作报告\n\n一、“十三五”发展回顾和2020年工作\n\n生产总值从2015年的46亿元提高到68亿元，排名从全省第35位跨入30强；"
        "支出从40亿元增加到60亿元。2020年，学校由12所增加到15所。\n"
    )
    assert figures_of(text) == [
        ("46亿元", "baseline", "2015"), ("68亿元", "actual", "2020"), ("第35位", "baseline", "2015"),
        ("40亿元", "baseline", "2015"), ("60亿元", "actual", "2020"), ("12所", "baseline", None),
        ("15所", "actual", "2020"),
    ]


def test_headings_behind_what_leads_to_the_tasks_are_on_them() -> None:
    """An excerpt without the heading of its plan: 为实现上述目标，重点做好以下工作."""
    text = (
        "主要目标是：财政收入增长7%。\n为{}上述目标，我们重点{}以下三方面工作：\n"
        "（一）发展现代农业。实施高标准农田4000亩。\n（二）改善民生。培训5000人。\n"
    )
    assert {role for _, role, _ in figures_of(text.format("实现", "做好"))} == {"target"}
    assert figures_of(text.format("实现", "做了"))[1:] == [("4000亩", "actual", None), ("5000人", "actual", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # When a page was brought up to date is no year of the text.
        (
            "2002年云州县统计公报（2023年更新）\n\n一、综合\n\n2002年全县财政收入4606万元。其中省级收入727万元。",
            [("4606万元", "actual", "2002"), ("727万元", "actual", "2002")],
        ),
        # All parts of a structure are compared with.
        (
            "2002年云州县统计公报\n\n三次产业结构为44:24:32，同上年的46:22:32相比，第一产业比重下降2个百分点。",
            [*[(one, "actual", "2002") for one in ("44", "24", "32")],
             *[(one, "baseline", "2001") for one in ("46", "22", "32")], ("2个百分点", "actual", "2002")],
        ),
        # Months of a year that the text names once, elsewhere.
        (
            "一、财政收入情况\n\n1-7月，财政收入完成25792万元。\n\n2025年，“三保”支出需求9亿元。",
            [("25792万元", "actual", "2025-01/07"), ("9亿元", "actual", "2025")],
        ),
        # A newspaper's list of what the years of a plan are to bring, and a notice that shares out a plan's aims.
        (
            "“十三五”时期经济社会发展主要任务\n1 推进协调发展\n■ 常住人口控制在2500万人以内\n2 推进共享发展\n"
            "■ 轨道交通达到800公里\n",
            [("2500万人", "target", "2020"), ("800公里", "target", "2020")],
        ),
        (
            "各县人民政府：\n《云州市第十三个五年规划纲要》已经审议通过。现就有关事项通知如下：\n一、指标分工\n"
            "（一）约束性指标。\n1.城镇化率达到40%。（市公安局）\n2.人均受教育年限达到11.1年。（市教育局）\n",
            [("40%", "target", "2020"), ("11.1年", "target", "2020")],
        ),
        # Signs that a site sets before the marks of its sentences.
        (
            "2019年◈✿★，全县教育加快发展◈✿★。共有学校53所◈✿★，比上年增加3所◈✿★，增长6%◈✿★。",
            [("53所", "actual", "2019"), ("3所", "actual", "2019"), ("6%", "actual", "2019")],
        ),
    ],
)
def test_years_that_stand_elsewhere(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Pages, lists and notices name the year of their figures once, or beside another one."""
    assert figures_of(text) == told


def test_bullets_at_the_beginning_are_text() -> None:
    """A line behind one hyphen and a blank says something; a dash opens who gave the report where."""
    text = "水利建设成就\n- 水利投资完成56亿元\n- 新建水库12座\n农业保障水平\n- 粮食产量14万吨\n"
    assert [surface for surface, _, _ in figures_of(text)] == ["56亿元", "12座", "14万吨"]


def test_a_newspaper_s_report_on_both_years_of_a_meeting() -> None:
    """今年政府工作的总体要求 and 2013年工作的目标 name the plan; 去年 is the year before it."""
    text = (
        "市人代会开幕\n\n市长作《政府工作报告》。报告由三部分组成：2012年工作回顾；2013年工作的主要目标。\n\n"
        "去年全年实现生产总值652亿元，增长7.8%。\n\n报告建议今年政府工作的总体要求是：稳中求进。财政收入增长8%左右。\n"
    )
    assert figures_of(text)[:2] == [("652亿元", "actual", "2012"), ("7.8%", "actual", "2012")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A budget is what was planned, last year's final account what is compared with.
        (
            "2022年度预算执行情况报告\n\n2022年，全区财政收入预算数为15亿元，实际完成16亿元，比上年决算数14亿元增长3%。",
            [
                ("15亿元", "target", "2022"), ("16亿元", "actual", "2022"), ("14亿元", "baseline", "2021"),
                ("3%", "actual", "2022"),
            ],
        ),
        # The only year that is named is the one that 去年 tells of; aims that were met are done.
        (
            "2月2日，发言人介绍，2008年初，全年任务得到分解。主要目标全面实现。78个具体目标完成年度计划。\n"
            "统计显示，去年全省生产总值增长12.5%。",
            [("78个", "actual", "2008"), ("12.5%", "actual", "2008")],
        ),
        # How things stood at the end of a month of the year whose plan is told.
        (
            "截至6月底，全国已开工住房440万套。2013年，全国计划新开工住房630万套。",
            [("440万套", "actual", "2013-06"), ("630万套", "target", "2013")],
        ),
        # Months of two years; years digit by digit with a plain 0; 1950年到2002年 plans nothing.
        ("2018年度审计报告\n\n2018年7月至2019年6月，共完成审计项目108个。", [("108个", "actual", "2018-2019")]),
        (
            "二〇〇六年县政府工作总结\n\n二00六年，全县收入5亿元，是1950年到2001年的总和；新增公路19公里。",
            [("5亿元", "actual", "2006"), ("19公里", "actual", "2006")],
        ),
        # What who tells it stands before is told on.
        (
            "2018年建设工作\n\n记者从省建设厅获悉，今年上半年，全省改造小区27个。拆除违建53处。",
            [("27个", "actual", "2018-H1"), ("53处", "actual", "2018-H1")],
        ),
    ],
)
def test_figures_beside_what_was_planned_or_is_told_on(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """Each figure with its role and period."""
    assert figures_of(text) == told


def test_changes_of_a_paragraph_began_together() -> None:
    """由2002年的35亿元 opens them; a new paragraph, or another year in the sentence, begins anew."""
    text = (
        "2008年政府工作报告\n\n一、开拓奋进的五年\n\n生产总值由2002年的35亿元增加到2007年的73亿元。收入由4亿元增加到9亿元。\n\n"
        "学校由12所增加到15所。\n"
    )
    assert [one for one in figures_of(text) if one[1] == "baseline"] == [
        ("35亿元", "baseline", "2002"), ("4亿元", "baseline", "2002"), ("12所", "baseline", None),
    ]


def test_a_review_that_begins_with_the_last_year_is_on_it_until_it_turns_to_the_years() -> None:
    """2015年和“十二五”时期工作回顾: the dashes behind 2015年 are on it."""
    text = (
        "政府工作报告\n\n一、2015年和“十二五”时期工作回顾\n\n2015年，全县收入12亿元。\n\n——产业转型加快。新建园区4个。\n\n"
        "“十二五”时期，发展取得成效。新建道路300公里。\n\n新建学校20所。\n"
    )
    assert figures_of(text) == [
        ("12亿元", "actual", "2015"), ("4个", "actual", "2015"), ("300公里", "actual", "2011-2015"),
        ("20所", "actual", "2011-2015"),
    ]


def test_a_newspaper_s_look_back_heads_its_parts() -> None:
    """回眸2008 is no title; 政府自身建设 below it heads what was done."""
    told = "抢救被困人员8388人，安置受灾群众1200余人，发放救济粮49吨。"
    own = "发布规章10件，取消行政审批事项636项，审批流程提速37.9%。"
    text = f"回眸2008\n抗震救灾取得胜利\n{told}\n政府自身建设\n{own}\n社会事业取得进步\n{told}\n"
    assert {(role, period) for _, role, period in figures_of(text)} == {("actual", "2008")}


def test_a_page_of_figures_with_arrows_is_of_the_year_before_its_aims() -> None:
    """Lines of figures go on from no title; arrows and plus signs tell growth and fall."""
    text = (
        "数说清河这一年\n经济：GDP 612.8亿元 ↑6.1%\n公共预算收入 28.6亿元（+8.3%）\n"
        "生态：PM2.5均值34微克/立方米 ↓5.6%\n"
        "2024怎么干？\nGDP增长6.5%左右\n粮食产量稳定在45万吨以上\n"
    )
    report = report_of(read_bytes(text.encode(), "page.txt"))
    assert report.title == "数说清河这一年"
    assert [(one.surface, one.kind, one.value, one.role, one.period) for one in report.metrics] == [
        ("612.8亿元", "level", 61_280_000_000, "actual", "2023"), ("6.1%", "growth", Decimal("6.1"), "actual", "2023"),
        ("28.6亿元", "level", 2_860_000_000, "actual", "2023"), ("8.3%", "growth", Decimal("8.3"), "actual", "2023"),
        ("34微克/立方米", "level", 34, "actual", "2023"), ("5.6%", "growth", Decimal("-5.6"), "actual", "2023"),
        ("6.5%", "growth", Decimal("6.5"), "target", "2024"), ("45万吨", "level", 450_000, "target", "2024"),
    ]
