"""How far plans have come: what was aimed at beside what was done, the part of a year that goes furthest, plans of
several years that are looked back on half-way.
"""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from tests.core.extract.readings import RESULTS, figures_of, types_of

_NEWS = "2019年青石区重点项目进展\n\n"
_EVALUATED = "青石区举行会议\n2018-09-12 来源：青石日报\n\n今年9月11日，会议听取了“十三五”规划中期评估报告。\n\n"


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("计划投资7亿元，已完成4亿元，占57%，拉动就业300人。", "target actual actual actual"),
        ("年度计划完成率62%，较去年同期提高3个百分点。", "actual actual"),
        ("本年度计划开工项目90项，目前实际已开工72项，完成年度计划开工的80%。", "target actual actual"),
        ("计划实施60个改造项目，实际完成66个改造项目。", "target actual"),
        ("力争完成投资7亿元，同比增长6%，新建厂房3座。", "target target target"),
        ("纲要的12项主要指标中，9项符合或快于预期。", "actual actual"),
        ("全区18个考核指标大多数达到进度要求。", "actual"),
        ("我区承担高标准农田建设任务3万亩。", "target"),
        ("整治完成后，耕地面积预计可达800亩。", "target"),
        ("到年底，公路里程将达到900公里，预计到今年底超过4万户。", "target target"),
        ("其余11项指标预计年底前全部完成。", "target"),
        ("截至2018年底，公路里程达到800公里；2016—2018年投入资金9亿元。", "actual actual"),
        ("乐园拟于11月开园，全区公布历史建筑60处。", "actual"),
        ("计划于今年年底完成三里桥停车场的建设，新增车位40个。", "target"),
        ("2018年度考核排名全省第6名。", "actual"),
        ("超额完成浓度下降4%的改善目标；城区浓度为46微克/立方米。", "target actual"),
        ("10月单月有3个项目开工，9个计划投产项目实现投产7个。", "actual target actual"),
        ("区里下达我镇的招商目标任务数为引进资金7亿元。", "target"),
        ("到位资金9亿元，占计划目标到位资金（11亿元）的82%。", "actual target actual"),
        ("收入增长9%，高于全市平均增速（8%）1个百分点。", "actual baseline actual"),
        ("5项指标已于2018年提前实现。2017年公路里程700公里，今年达到900公里。", "actual baseline actual"),
    ],
)
def test_what_was_done_is_told_from_what_was_planned_before_it(sentence: str, roles: str) -> None:
    """已, 实际 and 目前 hold on to the end of their sentence; 同比 behind 力争 compares what is aimed at."""
    assert " ".join(role for _, role, _ in figures_of(_NEWS + sentence)) == roles


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("上半年，生产总值80亿元；1—7月，完成投资61亿元，完成全年计划投资150亿元的41%；入库税收3亿元。",
         "2019-H1 2019-01/07 2019 2019-01/07 2019-01/07"),
        # Figures of the services come a month late: the half of the year goes on behind them.
        ("上半年，生产总值80亿元；1—5月，服务业收入9亿元；投资增长5%。", "2019-H1 2019-01/05 2019-H1"),
        ("自实施民生工程以来，7年累计投入资金110亿元。", "2013-2019"),
        ("5项指标已于2018年提前实现，3所学校将于9月底前投用。", "2018 2019-09"),
        ("超额完成浓度下降4%的改善目标；城区浓度为46微克/立方米。", "2019 2019"),
        ("截至6月底，到位资金25亿元，完成区上全年任务（42亿元）的60%。", "2019-06 2019 2019-06"),
        ("监测对象占2017年末人口的3%，占全区2015年末农户的2%。", "2019 2019"),
        ("一季度产值下降8%。其中，3月份下降1%；环比增长3%。", "2019-Q1 2019-03 2019-03"),
    ],
)
def test_the_part_of_a_year_that_goes_furthest_holds_on(sentence: str, periods: str) -> None:
    """Behind a semicolon the later of two parts that begin with the year is that of what follows."""
    assert " ".join(period or "" for _, _, period in figures_of(_NEWS + sentence)) == periods


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("高技术产业增加值年均增长9%、占生产总值比重超过13%。", "2016-2018 2018"),
        ("新型研发机构数量超过240家，16项主要指标符合预期。", "2018 2018"),
        ("累计改造小区86个。", "2016-2018"),
    ],
)
def test_news_of_a_look_back_on_half_a_plan_tells_of_its_years(sentence: str, periods: str) -> None:
    """What was added is of the years since the plan began, what stands there of the last."""
    assert " ".join(period or "" for _, _, period in figures_of(_EVALUATED + sentence)) == periods


def test_a_look_back_without_a_date_is_of_the_last_year_that_it_tells_of() -> None:
    """The plan's end lies ahead."""
    text = "青石区“十三五”规划交出期中成绩单\n\n2016—2017年经济年均增长8%。2018年上半年工业增长7%。\n"
    assert figures_of(text) == [("8%", "actual", "2016-2017"), ("7%", "actual", "2018-H1")]


def test_years_since_when_lead_up_to_the_last_that_is_told() -> None:
    """2017年以来 names where an account begins, and not what it is about."""
    text = (
        "青石区推进口袋公园建设\n\n截至10月初，已建成口袋公园8个。\n"
        "2017年以来，我区持续推进公园建设。2018年计划建设20个，实际建成21个。2019年的建设正在抓紧推进。\n"
    )
    assert figures_of(text)[0] == ("8个", "actual", "2019-10")
    assert types_of(text + "{}", "2018年计划建设20个，实际建成21个。") == {"achievement"}


def test_a_list_of_works_that_were_chosen_is_to_be_done() -> None:
    """经会议表决，确定以下项目为…民生实事项目：, without a title: the works are those of the year that it names."""
    text = (
        "经青石区人民代表大会会议表决，确定以下3个项目为2024年度青石区民生实事项目：\n"
        "1.新建河滨小学，占地30亩。\n2.改造北街道路4公里。\n3.整治三里桥积水点。\n"
    )
    assert figures_of(text)[1:] == [("30亩", "target", "2024"), ("4公里", "target", "2024")]
    assert types_of(text + "{}", "整治三里桥积水点。") == {"commitment"}


def test_how_things_stand_is_told_in_a_plan_until_a_word_looks_ahead() -> None:
    """截至目前，…已完成…，力争…: the results of an order of what is to be done."""
    text = (
        "青石镇清洁行动工作意见\n2019年10月8日\n\n一、目标任务\n"
        "截至目前为止，改水已全部完成，修建道路7公里，改厕90户，力争11月改厕110户。\n二、工作要求\n加强督查。\n"
    )
    assert [role for _, role, _ in figures_of(text)] == ["actual", "actual", "target"]
    assert types_of(text + "{}", "力争11月改厕110户。") == {"achievement", "target"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年青石区将新增公路30公里以上\n\n记者获悉，2022年青石区将新增公路30公里以上。\n"
         "2021年全年完成投资3亿元；全年新增公路40公里。\n",
         [("30公里", "target", "2022"), ("3亿元", "actual", "2021"), ("40公里", "actual", "2021")]),
        ("十四届全国人大一次会议开幕，总理作政府工作报告。\n\n过去一年，新增就业1206万人。今年预期目标是：新增就业1200万人左右。\n",
         [("1206万人", "actual", "2022"), ("1200万人", "target", "2023")]),
        ("代表大会开幕，区长作政府工作报告。\n\n区长说，2021年是全区发展很不平凡的一年。全年新增就业6000人。\n",
         [("6000人", "actual", "2021")]),
        ("现对2023年1-6月全区招商工作情况通报如下：\n\n1-6月，引进资金9亿元，完成年度目标任务20亿元的45%。\n",
         [("9亿元", "actual", "2023-H1"), ("20亿元", "target", "2023"), ("45%", "actual", "2023-H1")]),
        ("去年两会以来建议全部办结\n2026-01-12 来源：青石日报\n\n"
         "记者获悉，去年两会以来，建议均已办结。办理建议52件。\n",
         [("52件", "actual", "2025")]),
        ("2021年安排全区重点项目70项，年度投资计划15亿元。1-3月项目累计完成投资3亿元，较去年同期增长1亿元，为年度投资计划的20%。\n",
         [("15亿元", "target", "2021"), ("3亿元", "actual", "2021-Q1"), ("1亿元", "actual", "2021-Q1"),
          ("20%", "actual", "2021-Q1")]),
        ("青石区7月29日电 区环境局负责人29日介绍，今年上半年，空气质量改善。\n2024-07-29 15:21 来源：青石日报\n\n"
         "从各镇来看，三里镇优良天数比例82%。\n",
         [("82%", "actual", "2024-H1")]),
        ("据了解，2018年确保再减少贫困人口900人。2017年以来，电商带动40户增收，收入比上年增长8%。\n",
         [("900人", "target", "2018"), ("40户", "actual", "2017"), ("8%", "actual", "2017")]),
        ("日前，区政府督查室对重点目标前三季度落实情况进行了督查。\n2019-10-17 来源：青石日报\n\n"
         "未达到进度要求的具体目标如下：\n"
         "1.生产总值（第1项）：增长6%，低于目标1个百分点。\n",
         [("6%", "actual", "2019-Q1/Q3"), ("1个百分点", "actual", "2019-Q1/Q3")]),
        ("农业部门9月16日介绍，今年粮食生产稳定。\n2025-09-16 19:35 来源：青石日报\n\n"
         "去年粮食产量首次突破14万斤。目前，存粮达到5万斤。\n",
         [("14万斤", "actual", "2024"), ("5万斤", "actual", "2025")]),
        ("今年是“十三五”开局之年，各企业推进项目建设。前三季度，各企业完成投资9亿元。\n",
         [("9亿元", "actual", "2016-Q1/Q3")]),
        ("2021年全区农业发展显著\n\n全面完成年度目标任务\n粮食播种面积17万亩。\n再获丰收\n产量13万斤。\n",
         [("17万亩", "actual", "2021"), ("13万斤", "actual", "2021")]),
        ("建议办理工作表彰会讲话\n\n一、2021年全区建议办理工作的基本状况\n"
         "共办理建议88件。\n二、认真做好交办工作\n要加强领导。\n",
         [("88件", "actual", "2021")]),
    ],
)
def test_years_of_news(text: str, found: list[tuple[str, str, str]]) -> None:
    """Titles, sessions of the national congress, a year that was one of a kind, what is made known, 去年 in spring."""
    assert [one for one in figures_of(text) if one in found] == found


def test_what_comes_in_the_next_years_is_ordered_behind_the_question_for_it() -> None:
    """今后5年，哪些大事…？ turns a digest to the plan, and orders stand there without a word of the future."""
    text = (
        "3月5日，区人民代表大会召开，区长作了政府工作报告。今后5年，哪些大事和你有关？\n"
        "来源：青石网 2016-03-07 09:12\n\n"
        "1、关键词：环境\n推动形成绿色生活方式，加强生态保护和修复。\n2、关键词：收入\n完善收入分配制度。\n"
    )
    assert types_of(text + "{}", "推动形成绿色生活方式，加强生态保护和修复。") == {"commitment"}


def test_aims_of_a_text_without_results_are_of_the_year_that_it_plans() -> None:
    """What the claim alone makes an aim has its year; the aims of 2019 stand in a report on 2018."""
    text = (
        "青石区住建工作会议召开\n\n2019年，全区住建工作将深入推进。\n"
        "要加快建筑业发展，新建装配式建筑占比不低于60%。\n"
    )
    assert figures_of(text) == [("60%", "target", "2019")]
    news = (
        "代表们审议政府工作报告。大家认为，报告提出了2019年的发展目标，符合实际。\n"
        "“预计全年生产总值30亿元，增长8%。”代表说。\n"
    )
    assert figures_of(news) == [("30亿元", "actual", "2018"), ("8%", "actual", "2018")]


def test_people_go_without_their_classifier_on_both_sides_of_a_change() -> None:
    """由2018年的172万减少到今年年底的43万."""
    text = "2019年青石区扶贫\n\n贫困人口由2018年的17万减少到今年年底的4万。全区贫困人口累计减少80多万。\n"
    found = [(one, period) for one, _, period in figures_of(text)]
    assert found == [("17万", "2018"), ("4万", "2019"), ("80多万", "2019")]
    beside = "2019年青石区扶贫\n\n识别6万多监测对象。救治4万大病和慢性病患者。\n"
    assert [one for one, _, _ in figures_of(beside)] == ["6万多", "4万"]


def test_what_somebody_says_in_quotes_may_be_a_figure() -> None:
    """“增长7%左右” is no name."""
    text = "2021年青石区政府工作报告解读\n\n报告指出，2021年生产总值要“增长7%左右”。\n"
    assert [surface for surface, _, _ in figures_of(text)] == ["7%"]


def test_what_grows_beside_a_share_is_its_whole() -> None:
    """Which works were counted is no figure: 12个年产值超3亿元的项目."""
    text = "2019年青石区工业\n\n轻工业产值占比24%，同比增长9%。12个年产值超3亿元的项目完成投资8亿元。\n"
    found = [(one.surface, one.indicator.text) for one in read_metrics(read_structure(text)) if one.indicator]
    assert found[:2] == [("24%", "轻工业产值占比"), ("9%", "轻工业产值")]
    assert "3亿元" not in [surface for surface, _ in found]


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("零售总额完成70亿元，虽然增速仍滞后全省1个百分点，但较7月已回升2个百分点。", {"achievement", "problem"}),
        ("已建成学校6所，尽管进展缓慢。", {"achievement", "problem"}),
        ("各项指标增速出现下滑，但从3月开始，经济恢复步伐加快。", {"achievement", "problem"}),
        ("村道已建成60公里，预计到年底超过80公里。", {"achievement", "target"}),
        ("工业增速回升缓慢，对经济增长拉动减弱。", {"problem"}),
        ("光伏投资增长8%，受市场影响，设备制造业下降4%。", {"achievement", "attribution", "problem"}),
        ("三条道路全面启动，计划于今年年底完成三里桥一带的改造。", {"achievement", "target"}),
        ("优良天数比例达到84%，但臭氧浓度上升，东部各镇空气质量同比下降。", {"achievement", "problem"}),
        ("浓度最低的三个镇依次是青石、三里和河东。", {"achievement", "ranking"}),
        ("所有项目均按照时间节点完成，8个项目超计划完成。", {"achievement"}),
        ("三季度是全年的冲刺阶段，也是决定目标能否实现的关键期。", {"rhetoric"}),
    ],
)
def test_mixed_results_and_what_a_time_is(words: str, types: set[str]) -> None:
    """A concession admits beside what was done."""
    assert types_of(RESULTS, words) == types


def test_what_is_really_used_of_foreign_capital_is_no_result_of_an_aim() -> None:
    """实际使用外资 behind figures of trade, in parts whose headings tell of works: nothing was aimed at before it."""
    text = (
        "某县2021年政府工作报告\n一、“十三五”工作回顾\n（一）重点改革全面推进\n"
        "货物贸易年均增长9%，服务贸易年均增长12%。实际使用外资年均增长6%，累计吸引18个国家投资。\n"
        "二、2021年重点工作\n（一）扩大开放\n研究便利化措施，服务贸易增长10%。货物贸易增长8%，跨境电商增长快于货物贸易。"
        "实际对外投资增长9%。\n"
    )
    found = [one[1:] for one in figures_of(text)]
    assert found == [("actual", "2016-2020")] * 4 + [("target", "2021")] * 3
