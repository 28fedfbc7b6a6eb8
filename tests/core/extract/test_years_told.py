"""Figures of several years, half years without a title, aims set against results, plans that a sentence announces."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from tests.core.extract.readings import figures_of


def test_a_text_that_opens_with_the_half_year_is_about_it() -> None:
    """Nothing but a date of its end says the year; the half holds for paragraphs that do not name it."""
    text = (
        "上半年，全县经济运行总体平稳。\n地区生产总值31.8亿元，同比增长2.4%。\n一是工业平稳增长。规上工业增加值增长8.8%。\n"
        "二是存贷款增加。2024年6月末，各项存款150亿元。\n"
    )
    assert figures_of(text) == [
        ("31.8亿元", "actual", "2024-H1"), ("2.4%", "actual", "2024-H1"), ("8.8%", "actual", "2024-H1"),
        ("150亿元", "actual", "2024-06"),
    ]


def test_a_newspaper_tells_the_years_since_a_congress() -> None:
    """县十六届人大一次会议以来的四年: its sums and averages are of four years, levels of the last."""
    text = (
        "2012年政府工作报告\n\n报告指出，县十六届人大一次会议以来的四年，全县生产总值由2007年的90亿元跃升到145亿元，"
        "年均增长13.3%。"
        "累计完成投资258亿元。四年累计引进资金96亿元。\n"
    )
    assert figures_of(text) == [
        ("90亿元", "baseline", "2007"), ("145亿元", "actual", "2011"), ("13.3%", "actual", "2008-2011"),
        ("258亿元", "actual", "2008-2011"), ("96亿元", "actual", "2008-2011"),
    ]


def test_dashes_go_on_with_the_years_told() -> None:
    """过去的五年 opens the list; each of its items is about the same years."""
    text = (
        "（2006年地方政府工作报告）\n（2006年2月8日 黄某某）\n过去的五年，是阔步前进的五年。\n"
        "——总量迈上新台阶。财政总收入年均增长19.9%。\n"
        "——结构取得新进展。5年内新增企业120家。\n"
    )
    assert figures_of(text) == [("19.9%", "actual", "2001-2005"), ("120家", "actual", "2001-2005")]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("生产总值4070亿元，比“十五”计划目标3000亿元超过1070亿元。", ["actual", "target", "actual"]),
        ("“十五”计划主要预期目标提前一年实现，财政收入达到66亿元。", ["actual", "actual"]),
        ("比年初增长12%，年初预期目标为增长9%。", ["actual", "target"]),
    ],
)
def test_results_set_against_an_aim_are_none(sentence: str, roles: list[str]) -> None:
    """What lies between result and aim was reached."""
    assert [role for _, role, _ in figures_of(f"2005年工作总结\n\n一、2005年工作回顾\n\n{sentence}")] == roles


def test_headings_behind_an_announced_plan_are_tasks() -> None:
    """特制定2022年村委工作计划如下： and the ordinals begin anew, without a heading that says so."""
    text = (
        "牛湾村2021年工作总结及2022年工作计划\n\n一、产业发展\n\n流转土地600亩，群众收入持续增加。\n\n"
        "二、村庄建设\n\n新建公厕9处，环境得到彻底改变。\n\n"
        "工作还存在很多不足，特制定了2022年村委工作计划如下：\n\n一、环境整治\n\n拆除危旧房屋12间，新建垃圾分类亭。\n\n"
        "二、基础设施\n\n安装路灯120盏，方便群众出行。\n"
    )
    assert figures_of(text) == [
        ("600亩", "actual", "2021"), ("9处", "actual", "2021"), ("12间", "target", "2022"), ("120盏", "target", "2022"),
    ]


def test_a_report_on_half_a_year_to_the_standing_committee() -> None:
    """2022年上半年…计划执行情况的报告 in August: results and plan are of one year."""
    document = read_structure(
        "关于云溪县2022年上半年国民经济和社会发展计划执行情况的报告\n——2022年8月25日在县十八届人大常委会第六次会议上\n\n"
        "一、上半年计划执行情况\n\n地区生产总值增长4.1%。\n\n二、下半年工作措施\n\n力争全年地区生产总值增长6.5%。\n"
    )
    assert (document.year, document.target_year) == (2022, 2022)
    assert [(one.role, one.period) for one in read_metrics(document)] == [("actual", "2022-H1"), ("target", "2022")]


def test_a_look_back_on_a_plan_tells_results_of_its_years() -> None:
    """…规划纲要实施情况中期评估: 2022 is past though the plan ends in 2025; what is left of it is planned."""
    text = (
        "关于东源市第十四个五年规划和二〇三五年远景目标纲要实施情况中期评估的报告\n"
        "——2023年10月26日在市八届人大常委会第十六次会议上\n\n一、总体评价\n\n"
        "2021—2022年，地区生产总值年均增长6.1%，2022年达到2860亿元。累计新增就业14万人，高新技术企业达到920家。\n\n"
        "二、后两年推进规划实施的措施\n\n到2025年，研发投入强度达到3%。\n\n实施重大项目260个，完成投资1800亿元。\n"
    )
    document = read_structure(text)
    assert (document.year, document.target_year) == (2023, 2025)
    assert figures_of(text) == [
        ("6.1%", "actual", "2021-2022"), ("2860亿元", "actual", "2022"), ("14万人", "actual", "2021-2023"),
        ("920家", "actual", "2023"), ("3%", "target", "2025"), ("260个", "target", "2024-2025"),
        ("1800亿元", "target", "2024-2025"),
    ]


def test_a_report_given_in_summer_tells_of_the_year_begun_as_well() -> None:
    """2019年和今年以来工作回顾: there 今年 is not the year of the results."""
    text = (
        "政府工作报告\n2020年6月29日在清河县第十五届人民代表大会第三次会议上\n\n一、2019年和今年以来工作回顾\n\n"
        "2019年地区生产总值增长3.9%。今年1-5月，工业增加值增长4.2%。\n\n二、2020年目标任务\n\n城镇新增就业1800人。\n"
    )
    assert figures_of(text) == [
        ("3.9%", "actual", "2019"), ("4.2%", "actual", "2020-01/05"), ("1800人", "target", "2020"),
    ]


def test_a_look_back_that_calls_its_year_last_year_ends_with_what_this_one_will_bring() -> None:
    """A newspaper's portrait of a year: what 今年 will bring is aimed at, in the year after."""
    text = (
        "云河区2022年经济社会发展综述\n\n2022年，云河区全年实现地区生产总值356亿元，同比增长5.6%。\n"
        "走进园区，一派繁忙景象。去年，园区签约项目46个。\n"
        "今年，云河区将坚持稳中求进，力争工业增加值增长8%以上。\n"
    )
    assert figures_of(text) == [
        ("356亿元", "actual", "2022"), ("5.6%", "actual", "2022"), ("46个", "actual", "2022"),
        ("8%", "target", "2023"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("我区城市化率目标为49.5%，争取50%，目前为51%。", ["target", "target", "actual"]),
        ("全年任务1.5亿元仅完成44%。", ["target", "actual"]),
        ("围绕年度目标任务抓落实，完成投资3亿元。", ["actual"]),
    ],
)
def test_aims_named_in_results_are_aims(sentence: str, found: list[str]) -> None:
    """目标为 and 全年任务 name what was set, whatever part they stand in."""
    assert [role for _, role, _ in figures_of(f"2015年工作总结\n\n一、2015年工作情况\n\n{sentence}")] == found


def test_a_paragraph_alone_is_about_the_months_that_open_it() -> None:
    """2019年1-10月， names the year once and rules all sentences behind it."""
    text = "2019年1-10月，全省完成投资1441.5亿元，同比增长14.2%。公路项目完成投资1313.8亿元。\n"
    assert {period for _, _, period in figures_of(text)} == {"2019-01/10"}


def test_a_speech_whose_headings_say_nothing_turns_to_its_plan() -> None:
    """今年全区经济工作的主要目标是 turns the part, and headings behind it stay with the plan."""
    text = (
        "实干争先\n——在区委经济工作会议上的讲话\n（2017年1月5日）\n\n同志们：\n\n总结2016年经济工作，部署2017年任务。\n\n"
        "一、肯定成绩，增强信心\n\n2016年，地区生产总值增长9.5%。新签约项目102个。\n\n二、突出重点，狠抓落实\n\n"
        "今年全区经济工作的主要目标是：地区生产总值增长9%。\n\n（一）狠抓项目突破\n\n竣工项目50个，扎实推进前期工作。\n"
    )
    assert figures_of(text) == [
        ("9.5%", "actual", "2016"), ("102个", "actual", "2016"), ("9%", "target", "2017"), ("50个", "target", "2017"),
    ]


def test_a_summary_of_half_a_year_and_one_that_looks_to_the_next() -> None:
    """2016年半年工作总结 is about its first half; 明年工作打算 in a summary of 2008 plans 2009."""
    assert figures_of("镇2016年半年工作总结\n\n一、完成情况\n\n引进企业3家。\n") == [("3家", "actual", "2016-H1")]
    text = "2008年街道办工作总结\n\n一、绿化美化社区\n\n铺设水泥路3公里。\n\n二、明年工作打算\n\n新建服务站3处。\n"
    assert figures_of(text) == [("3公里", "actual", "2008"), ("3处", "target", "2009")]


def test_a_newspaper_s_day_tells_this_year() -> None:
    """What who says holds on: 部长介绍，“十四五”时期…。 is the period of the paragraph."""
    text = (
        "城镇新增就业数据发布\n人民日报·2025-09-27 01:11\n\n截至今年8月底，城镇新增就业达5921万人。\n\n"
        "部长王某介绍，“十四五”时期就业局势稳定，发放资金1389亿元。累计支出资金4700亿元。\n"
    )
    assert figures_of(text) == [
        ("5921万人", "actual", "2025-08"), ("1389亿元", "actual", "2021-2025"), ("4700亿元", "actual", "2021-2025"),
    ]


def test_what_a_plan_says_of_the_years_before_it_was_done() -> None:
    """Under a heading that gives no role, too."""
    text = (
        "沧河县国民经济和社会发展第十四个五年规划纲要\n\n第一章 新的起点\n“十三五”时期，地区生产总值由2015年的98亿元"
        "增加到2020年的142亿元，年均增长6.8%。\n第二章 主要目标\n到2025年，地区生产总值达到200亿元。\n"
    )
    assert figures_of(text) == [
        ("98亿元", "baseline", "2015"), ("142亿元", "actual", "2020"), ("6.8%", "actual", "2016-2020"),
        ("200亿元", "target", "2025"),
    ]


def test_blanks_in_a_heading_hide_no_part_of_the_year() -> None:
    """一、 2024 年上半年度财政收支情况 is about the first half as well."""
    text = "2024年财政工作总结\n\n一、 2024 年上半年度财政收支情况\n\n1、教育支出5万元，占总支出的9%。\n"
    assert figures_of(text) == [("5万元", "actual", "2024-H1"), ("9%", "actual", "2024-H1")]


def test_what_a_result_is_set_against_is_a_baseline() -> None:
    """比上年同期12亿元增收: of the same part of the year before; the budget is one of the whole year."""
    text = (
        "关于2020年上半年预算执行情况的报告\n\n一、收入情况\n\n1-6月全县收入完成14亿元，比上年同期12亿元增收2亿元，"
        "完成年初预算25亿元的56%。完成上半年任务13亿元的107%。收入比2010年翻一番。\n"
    )
    assert figures_of(text) == [
        ("14亿元", "actual", "2020-H1"), ("12亿元", "baseline", "2019-H1"), ("2亿元", "actual", "2020-H1"),
        ("25亿元", "target", "2020"), ("56%", "actual", "2020-H1"), ("13亿元", "target", "2020-H1"),
        ("107%", "actual", "2020-H1"), ("翻一番", "actual", "2020-H1"),
    ]


def test_money_carried_over_is_of_the_year_s_own_budget() -> None:
    text = (
        "关于2023年决算草案的报告\n\n一、2023年收支决算情况\n\n"
        "收入60亿元，加上上年结转5亿元、调入资金4亿元，总量69亿元。\n"
    )
    assert {(role, period) for _, role, period in figures_of(text)} == {("actual", "2023")}


def test_aims_listed_behind_dashes_are_of_the_plan_s_years() -> None:
    """The years and the aims that a sentence names hold for the paragraphs that it announces."""
    text = (
        "描绘五年发展蓝图\n\n《纲要》提出，“十二五”时期，发展的主要目标是：经济平稳较快发展，民生不断改善。\n"
        "——生产总值年均增长10%左右，到2015年达到1.5万亿元。\n——新建学校40所。\n"
    )
    assert figures_of(text) == [
        ("10%", "target", "2011-2015"), ("1.5万亿元", "target", "2015"), ("40所", "target", "2011-2015"),
    ]


def test_the_whole_year_is_the_one_that_is_told_of() -> None:
    """2017年，…。预计全年… in a text that calls the next year 今年: still of 2017."""
    text = (
        "清河市人代会开幕，市长作《政府工作报告》\n\n报告回顾了2017年工作。市长介绍，2017年，渔业稳中向好。预计全年渔业产值82亿元。\n\n"
        "对于2018年工作，市长表示，今年渔业发展主要预期目标是：渔业产值增长6%。全年力争新建渔港2座。\n"
    )
    read = read_metrics(read_structure(text))
    assert [(one.role, one.period) for one in read] == [("actual", "2017"), ("target", "2018"), ("target", "2018")]


def test_a_paragraph_that_ends_with_how_many_works_will_be_done_leads_to_a_plan() -> None:
    """今年，我们将继续办好十件实事。 and numbered parts behind it: all of them are still to be done."""
    text = (
        "2013年海州市政府工作报告\n\n今年，我们将继续办好十件实事。\n\n1、缓解渔民出行难题。开通海岛航线3条。更新码头站点20个。\n\n"
        "2、改善渔村教育。新建幼儿园5所。\n"
    )
    assert {metric.role for metric in read_metrics(read_structure(text))} == {"target"}
    told = text.replace("今年，我们将继续办好", "去年，我们继续办好了")
    assert {metric.role for metric in read_metrics(read_structure(told))} == {"actual"}


def test_an_average_of_two_years_is_of_both() -> None:
    text = "2022年统计公报\n\n一、综合\n\n生产总值95亿元，下降4.1%；与2020年相比，两年平均增长2.5%，人均7.4万元。\n"
    assert figures_of(text) == [
        ("95亿元", "actual", "2022"), ("4.1%", "actual", "2022"), ("2.5%", "actual", "2021-2022"),
        ("7.4万元", "actual", "2022"),
    ]


def test_a_newspaper_says_what_this_year_is_to_bring() -> None:
    """A sentence on this year's aim means the year begun; an aim that is only a purpose plans nothing."""
    text = (
        "市长作工作报告\n2007年1月26日\n市长透露，2006年全市生产总值达到258亿元，增长14%。为减轻压力，今年全市生产总值增长预期目标为9%。\n"
        "以改善生态为目标，完成绿化72公里。\n"
    )
    assert figures_of(text) == [
        ("258亿元", "actual", "2006"), ("14%", "actual", "2006"), ("9%", "target", "2007"),
        ("72公里", "actual", "2006"),
    ]


def test_what_is_only_hoped_for_is_no_result() -> None:
    text = "公路局2013年工作总结\n\n一、完成情况\n\n6个项目已开工；力争开工项目3个；建成道路12公里。\n"
    assert [role for _, role, _ in figures_of(text)] == ["actual", "target", "actual"]


def test_a_plan_that_is_said_to_be_fulfilled_is_looked_back_on() -> None:
    text = (
        "本市“十三五”规划纲要预计完成31项指标\n2020年12月24日\n"
        "“十三五”期间，生产总值年均增长7.2%，完成投资2000亿元。\n"
    )
    assert figures_of(text)[-2:] == [("7.2%", "actual", "2016-2020"), ("2000亿元", "actual", "2016-2020")]


def test_a_plan_of_the_last_years_of_the_decade_is_known_by_its_name() -> None:
    """“十五五” opens the heading of a part as the plans before it do; “十四五”末的 names what is compared with."""
    text = (
        "2026年政府工作报告\n\n“十四五”时期工作回顾\n\n生产总值达到900亿元，较“十三五”末的700亿元增加200亿元。"
        "新增百亿县区26个，累计达到46个。\n\n“十五五”时期的主要目标任务\n\n生产总值年均增长5%以上，发展质量明显提升。\n"
    )
    assert figures_of(text) == [
        ("900亿元", "actual", "2025"), ("700亿元", "baseline", "2020"), ("200亿元", "actual", "2021-2025"),
        ("26个", "actual", "2021-2025"), ("46个", "actual", "2025"), ("5%", "target", "2026-2030"),
    ]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("市下达我县生产计划为造林4000亩，育苗5000亩，现完成造林1.1万亩。", "target target actual"),
        ("防沙项目：计划在城北营造防风林3000亩。实际完成3100亩。", "target actual"),
        ("签约项目13个，计划投资9亿元。", "actual target"),
        ("完成投资6.8亿元，占年度计划15.3亿元的44.8%。", "actual target actual"),
        ("完成投资2929亿元、超年度计划28%。", "actual actual"),
        ("生产总值增长14.2%，增速高于12%的规划目标。", "actual target"),
        ("市下达我区增加值增速确保目标增长12%，奋斗目标增长14%。", "target target"),
        ("进出口13亿元，完成年任务（40亿元）的32.5%。", "actual target actual"),
        ("聚焦生产总值年度增长6%目标任务，建立专班。", "target"),
        ("92个计划新开工项目已开工51个。", "target actual"),
        ("全区财政收入6亿元的目标圆满完成。", "target"),
        ("生产总值增长7.4%，处于7%—7.5%年度预期目标区间。", "actual target"),
        ("县人大五次会议批准：2013年收入合计为80亿元。其中：本级收入57亿元。", "target target"),
        ("项目全部投产后，预计销售收入将达到88亿元。", "target"),
        ("2011年至2013年，分别完成产值6亿元、7亿元、8亿元。", "actual actual actual"),
    ],
)
def test_what_was_planned_is_told_apart_from_what_was_done(sentence: str, roles: str) -> None:
    text = f"2013年工作总结\n\n一、完成情况\n\n{sentence}\n"
    assert [role for _, role, _ in figures_of(text)] == roles.split()


def test_a_task_of_the_whole_year_does_not_date_what_was_done() -> None:
    text = "关于2021年1-10月任务完成情况的通报\n\n一、就业\n\n新增就业6.4万人，完成全年指标任务的110.4%。\n"
    assert {period for _, _, period in figures_of(text)} == {"2021-01/10"}


def test_within_the_year_means_the_year_that_opens_the_sentence() -> None:
    text = (
        "清河县：县长作报告\n\n县长回顾了2012年的政府工作，提出了2013年的工作目标。2012年全年实现生产总值163亿元。\n\n"
        "2013年，计划招引20个项目；启动城建，年内实施80项工程，新增绿化28万平方米。\n"
    )
    assert figures_of(text)[1:] == [
        ("20个", "target", "2013"), ("80项", "target", "2013"), ("28万平方米", "target", "2013"),
    ]


def test_averages_listed_later_are_of_the_same_years() -> None:
    text = (
        "2016年政府工作报告\n\n预计2015年全市实现生产总值450亿元，五年年均增长8.5%；财政收入46亿元，年均增长13%。\n"
    )
    assert [period for words, _, period in figures_of(text) if words.endswith("%")] == ["2011-2015", "2011-2015"]


def test_what_the_plan_says_is_of_its_years() -> None:
    """A text of its own year tells of a plan; an earlier year between is no plan."""
    text = (
        "新闻发布会\n2011年12月22日\n\n会上介绍了《现代农业“十二五”规划》。规划期间将增收，2010年收入达到1.3万元，到2015年达到2.2万元。\n\n"
        "2011年产量121万吨。今年1-11月播种178万亩。\n\n规划明确最低保有量制度。水稻不低于155万亩。\n"
    )
    assert figures_of(text) == [
        ("1.3万元", "baseline", "2010"), ("2.2万元", "target", "2015"), ("121万吨", "actual", "2011"),
        ("178万亩", "actual", "2011-01/11"), ("155万亩", "target", "2015"),
    ]


def test_a_plan_looked_back_on_without_headings_tells_results() -> None:
    text = (
        "“十二五”规划纲要实施情况中期评估报告\n2013年11月29日\n\n报告显示：2011年、2012年收入分别达到1.6万元、1.9万元。"
        "累计新增就业95万人。\n"
    )
    assert figures_of(text) == [
        ("1.6万元", "actual", "2011"), ("1.9万元", "actual", "2012"), ("95万人", "actual", "2011-2013"),
    ]


def test_what_is_told_among_a_whole_is_of_its_part_of_the_year() -> None:
    text = "11月份民营经济情况\n2005年12月23日\n11月份，税收10.8亿元，1-11月累计132亿元。其中，个体税收31.8亿元。\n"
    assert [period for _, _, period in figures_of(text)] == ["2005-11", "2005-01/11", "2005-01/11"]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        # 目前年, 以上年 and 安全年 name no year.
        ("目前年收入过亿元的企业86家。", ["2023"]),
        ("亿元以上年产值企业5家。", ["2023"]),
        # The day of an act dates no figure, the year that it asks for dates all that follow.
        ("2022年9月10日，政府印发计划，要求到2025年，浓度下降10%；能耗下降15%。", ["2025", "2025"]),
        # From what is looked at nothing changes.
        ("从2022年5月情况看，占比从66.4%升至67.1%。", [None, "2022-05"]),
        ("招商引资由“十二五”时期的0.8亿元增长到2亿元。", ["2011-2015", "2023"]),
        ("占从业人员的36.4%。", ["2023"]),
    ],
)
def test_words_that_look_like_a_year_or_rule_more_than_their_clause(sentence: str, periods: list[str | None]) -> None:
    text = f"2024年政府工作报告\n\n一、2023年工作回顾\n\n{sentence}\n"
    assert [period for _, _, period in figures_of(text)] == periods


def test_the_years_to_come_rule_their_paragraph() -> None:
    text = (
        "五年蓝图绘就\n2013年01月25日 17:47 来源:大众网\n省长作政府工作报告。\n"
        "报告提出，今后五年要实现实力显著提升，生产总值年均增长9%。"
        "研发投入占比提高到2.5%。\n"
    )
    assert figures_of(text) == [("9%", "target", "2013-2017"), ("2.5%", "target", "2017")]


def test_a_part_of_the_year_holds_for_its_paragraph() -> None:
    """Where no other year is planned; 截至目前 ends it, and so does another paragraph."""
    text = (
        "市商务局稳步推进工作\n2022-09-06\n今年以来，全市扩大消费，各项工作进展良好。\n一季度商务工作开局良好，零售额158亿元。进出口1.4亿元。截至目前，引资4018万美元。\n"
        "电商交易额16亿元。\n"
    )
    assert [period for _, _, period in figures_of(text)] == ["2022-Q1", "2022-Q1", "2022", "2022"]


def test_each_figure_of_a_span_has_its_year() -> None:
    text = "2018年工作总结\n\n一、完成情况\n\n2016年至2018年，分别完成产值6亿元、7亿元、8亿元，投资20亿元。\n"
    assert [period for _, _, period in figures_of(text)] == ["2016", "2017", "2018", "2016-2018"]


def test_a_review_of_a_government_is_one_of_its_term_of_five_years() -> None:
    """Sums are of the term, levels of its last year; a plan of the next term and the year's own review are not."""
    text = (
        "清河市2022年政府工作报告\n\n一、第四届市人民政府工作回顾\n\n累计建成学校12所。森林覆盖率达到70%。\n\n"
        "二、2022年主要工作\n\n新建学校2所。\n"
    )
    assert figures_of(text) == [
        ("12所", "actual", "2017-2021"), ("70%", "actual", "2021"), ("2所", "target", "2022"),
    ]
    assert figures_of(text.replace("第四届市人民政府工作", "2021年工作"))[0][2] == "2021"


def test_changes_behind_one_between_two_years_are_of_the_same_years() -> None:
    """从2017年的580亿元增加到2021年的900亿元；收入从2.5万元增加到3.3万元: told once for all of the sentence."""
    text = (
        "清河市2022年政府工作报告\n\n一、2021年工作回顾\n\n"
        "地区生产总值从2017年的580亿元增加到2021年的900亿元，年均增长7.8%；居民收入从2.5万元增加到3.3万元，年均增长7.7%。"
        "居民支出从1.5万元增加到2.1万元。\n"
    )
    assert [period for _, _, period in figures_of(text)] == [
        "2017", "2021", "2018-2021", "2017", "2021", "2018-2021", None, "2021",
    ]


def test_a_year_that_is_planned_behind_an_adverbial_clause_holds_for_the_paragraph() -> None:
    text = "清河市2013年政府工作报告\n\n市长说，按照总的要求，2013年要抓好各项工作。同时，办好52件实事。\n"
    assert figures_of(text) == [("52件", "target", "2013")]
    told = text.replace("2013年要抓好", "2013年以来抓好了")
    assert figures_of(told) != [("52件", "target", "2013")]


@pytest.mark.parametrize(
    "turn",
    [
        "各位代表！刚刚过去的2017年，是本届政府的收官之年。", "2017年，我们迎难而上。", "一年来，我们迎难而上。",
        "去年，我们迎难而上。",
    ],
)
def test_a_review_of_years_turns_to_its_last(turn: str) -> None:
    """过去五年和2017年工作回顾: from the paragraph that turns on all is of 2017, until the years are told again."""
    text = (
        "临江市政府工作报告\n（2018年1月9日）\n一、过去五年和2017年工作回顾\n五年来，全市新建公路320公里。\n造林12万亩。\n"
        f"{turn}开工重点项目65个。\n项目建设成效明显。完成投资88亿元，增长12%。\n回顾五年来的工作，新增就业4.1万人。\n"
    )
    assert figures_of(text) == [
        ("320公里", "actual", "2013-2017"), ("12万亩", "actual", "2013-2017"), ("65个", "actual", "2017"),
        ("88亿元", "actual", "2017"), ("12%", "actual", "2017"), ("4.1万人", "actual", "2013-2017"),
    ]


def test_a_year_among_others_turns_nothing() -> None:
    """The heading announces the years alone: 2015年，… opens one paragraph, and the next is of all of them again."""
    text = (
        "临江市政府工作报告\n（2018年1月9日）\n一、过去五年工作回顾\n五年来，全市新建公路320公里。\n"
        "2015年，建成大桥2座。\n造林12万亩。\n二、2018年工作安排\n新建公路。\n"
    )
    assert figures_of(text) == [
        ("320公里", "actual", "2013-2017"), ("2座", "actual", "2015"), ("12万亩", "actual", "2013-2017"),
    ]


def test_a_review_of_years_turns_within_a_paragraph() -> None:
    """…。刚刚过去的2017年，…: what follows, the next paragraphs too, is of that year until the years are told again."""
    text = (
        "临江市政府工作报告\n（2018年1月9日）\n一、过去五年工作回顾\n五年来，全市新建公路320公里。刚刚过去的2017年，我们攻坚克难。"
        "开工项目65个。\n新登记企业增长12%。\n五年来，新增就业4.1万人。\n二、2018年工作安排\n新建公路。\n"
    )
    assert figures_of(text) == [
        ("320公里", "actual", "2013-2017"), ("65个", "actual", "2017"), ("12%", "actual", "2017"),
        ("4.1万人", "actual", "2013-2017"),
    ]
    among = text.replace("刚刚过去的2017年，", "2016年，")
    assert figures_of(among)[1:3] == [("65个", "actual", "2013-2017"), ("12%", "actual", "2013-2017")]
