"""What was planned told among results, the terms of plans, bases of changes, and parts of a year that hold on."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure
from core.sections.roles import role_of
from tests.core.extract.readings import figures_of

_HALF = "2016年青河县上半年工作总结和下半年工作安排\n\n一、上半年工作情况\n\n"
_YEAR = "2016年工作总结\n\n一、2016年工作回顾\n\n"
_FIVE = "2023年青河市政府工作报告\n\n一、过去五年工作回顾\n\n"
_PLAN = "2013年政府工作报告\n\n一、2012年工作回顾\n\n建成学校3所。\n\n二、2013年工作安排\n\n"


def _behind(opening: str, sentence: str) -> list[tuple[str, str, str | None]]:
    return figures_of(opening + sentence)[1 if opening is _PLAN else 0 :]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全年地区生产总值计划增长9%，上半年增长8.5%。", [("9%", "target", "2016"), ("8.5%", "actual", "2016-H1")]),
        ("财政收入比计划增长5%。", [("5%", "actual", "2016-H1")]),
        ("按计划完成率达95%，比年度计划增长8%。", [("95%", "actual", "2016-H1"), ("8%", "actual", "2016-H1")]),
        ("招商引资年度目标为20亿元，实际完成11亿元。", [("20亿元", "target", "2016"), ("11亿元", "actual", "2016-H1")]),
        ("目标为新建学校5所，实际完成3所。", [("5所", "target", "2016"), ("3所", "actual", "2016-H1")]),
        ("以增收为目标建成大棚5座。", [("5座", "actual", "2016-H1")]),
        ("重点项目计划总投资82亿元，年度投资计划19亿元，已完成9亿元。",
         [("82亿元", "target", "2016"), ("19亿元", "target", "2016"), ("9亿元", "actual", "2016-H1")]),
        ("完成年度投资计划9亿元。", [("9亿元", "actual", "2016-H1")]),
    ],
)
def test_plans_told_in_a_part_on_results(sentence: str, found: list[tuple[str, str, str | None]]) -> None:
    """A rate may be planned as well as an amount; what comes up to a plan or is set against it was done."""
    assert _behind(_HALF, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("今年计划完成造林2万亩；改造村道50公里；新建桥梁6座。截至6月底，完成造林1万亩。",
         ["target", "target", "target", "actual"]),
        ("今年计划实施项目20个；开工15个；竣工3个。", ["target", "actual", "actual"]),
        ("年初计划新建学校5所；全年共建成6所；改造操场7个。", ["target", "actual", "actual"]),
    ],
)
def test_a_list_of_what_is_planned_holds_until_progress_is_told(sentence: str, roles: list[str]) -> None:
    """The items between semicolons go on with 今年计划 as those between commas do."""
    assert [role for _, role, _ in _behind(_HALF, sentence)] == roles


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2018年至2022年，生产总值由900亿元增加到1350亿元。",
         [("900亿元", "baseline", "2018"), ("1350亿元", "actual", "2022")]),
        ("2018—2022年，森林覆盖率由2017年的31%提高到36%。", [("31%", "baseline", "2017"), ("36%", "actual", "2022")]),
        ("五年来，高新技术企业由35家增加到210家。", [("35家", "baseline", None), ("210家", "actual", "2022")]),
        ("五年来，园区集聚企业121家，新入驻企业35家，减少贫困人口3.6万人。",
         [("121家", "actual", "2022"), ("35家", "actual", "2018-2022"), ("3.6万人", "actual", "2018-2022")]),
        ("五年来，基础设施总投资达21亿元。五年中完成实事44件。",
         [("21亿元", "actual", "2018-2022"), ("44件", "actual", "2018-2022")]),
        ("2022年，财政收入11亿元，是2017年的1.5倍，年均递增8.5%。",
         [("11亿元", "actual", "2022"), ("1.5倍", "actual", "2022"), ("8.5%", "actual", "2018-2022")]),
    ],
)
def test_changes_of_several_years_and_where_they_began(
    sentence: str, found: list[tuple[str, str, str | None]]
) -> None:
    """A span between two named years says when its change began; 五年来 names no year."""
    assert _behind(_FIVE, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("接待游客恢复至2015年同期水平的81%。", [("81%", "actual", "2016")]),
        ("总产值34亿元（2010年可比价），增长8%。", [("34亿元", "actual", "2016"), ("8%", "actual", "2016")]),
        ("发电量135000吨，比上年（134908吨）增长0.1%。",
         [("135000吨", "actual", "2016"), ("134908吨", "baseline", "2015"), ("0.1%", "actual", "2016")]),
        ("比上年增长（含新区）5%。", [("5%", "actual", "2016")]),
        ("各项工作进展良好。截至3月24日，建成公路176条。4月8日召开大会，签约项目20个。",
         [("176条", "actual", "2016-03"), ("20个", "actual", "2016")]),
        ("价格上涨5.9%，但12月价格涨幅已回落至2.5%。", [("5.9%", "actual", "2016"), ("2.5%", "actual", "2016-12")]),
    ],
)
def test_years_that_are_compared_with_and_dates_within_the_year(
    sentence: str, found: list[tuple[str, str, str | None]]
) -> None:
    """恢复至…水平, prices of a year, and a base in brackets."""
    assert _behind(_YEAR, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("完成投资5亿元，确保大桥6月底前建成通车，新增公路38公里。", [("5亿元", "2013"), ("38公里", "2013")]),
        ("加快2011年签约的12个项目落地，引进企业30家。", [("12个", "2011"), ("30家", "2013")]),
        ("巩固2012年创建成果，新增公园3个。", [("3个", "2013")]),
        ("确定2014年的目标为：新增公园3个，改造小区5个。", [("3个", "2014"), ("5个", "2014")]),
        ("力争5月底前完成2012年度项目20个。", [("20个", "2013-05")]),
        ("臭氧浓度在2011年160微克的基础上下降2%。", [("160微克", "2011"), ("2%", "2013")]),
        ("6月底前，新建学校2所，改造学校3所。", [("2所", "2013-06"), ("3所", "2013-06")]),
        ("6月底前建成学校2所，改造学校3所。", [("2所", "2013-06"), ("3所", "2013-06")]),
    ],
)
def test_a_term_or_a_year_may_be_that_of_its_clause_alone(sentence: str, found: list[tuple[str, str]]) -> None:
    """By when a bridge is to be open, or which projects are meant, dates nothing that is told after it; a term that
    opens a list holds for it.
    """
    assert [(surface, period) for surface, _, period in _behind(_PLAN, sentence)] == found


def test_years_are_counted_back_from_the_date_to_reach() -> None:
    """五年累计 behind 到2010年 are the years of the plan; without it they are past."""
    text = (
        "市四届人大七次会议开幕\n\n市长作政府工作报告，报告对2005年政府工作及“十五”计划完成情况作了详细总结，"
        "同时对2006年的政府工作作了布置。\n\n2005年，生产总值达到146亿元，比“九五”末增长68%，年均增长10.9%，"
        "五年完成投资201亿元。\n\n报告提出，主要目标是：到2010年，生产总值达到250亿元；五年累计完成投资400亿元。\n"
    )
    assert figures_of(text) == [
        ("146亿元", "actual", "2005"), ("68%", "actual", "2005"), ("10.9%", "actual", "2001-2005"),
        ("201亿元", "actual", "2001-2005"), ("250亿元", "target", "2010"), ("400亿元", "target", "2006-2010"),
    ]


def test_a_date_to_reach_holds_over_semicolons() -> None:
    """到2020年，…；…, though who says it stands before; a date of which results are told does not."""
    text = (
        "县人大会议开幕\n\n县长作政府工作报告。在回顾2015年工作时，县长说，2015年，生产总值83亿元。\n\n"
        "关于“十三五”目标，县长说，到2020年，生产总值达到150亿元；城镇化率达到55%。\n"
    )
    assert figures_of(text) == [
        ("83亿元", "actual", "2015"), ("150亿元", "target", "2020"), ("55%", "target", "2020"),
    ]


def test_a_part_on_a_plan_and_this_year_turns_to_this_year() -> None:
    """“十三五”发展目标和2016年重点工作: behind 今年… the tasks are those of the year."""
    text = (
        "政府工作报告\n——2016年3月29日在县十七届人民代表大会第五次会议上\n\n一、2015年工作回顾\n\n建成学校3所。\n\n"
        "二、“十三五”发展目标和2016年重点工作\n\n“十三五”时期，新建公路100公里。\n\n"
        "今年发展的主要目标是：生产总值增长11%。\n\n1.壮大产业。改造茶园1万亩。\n"
    )
    assert figures_of(text)[1:] == [
        ("100公里", "target", "2016-2020"), ("11%", "target", "2016"), ("1万亩", "target", "2016"),
    ]


def test_the_part_of_the_year_holds_though_the_year_is_praised_first() -> None:
    """2013年，是…的一年 before a part on its first half; 全年 in it is the year, and rules no further."""
    text = (
        "上半年工作总结及打算\n\n2013年，是加快发展的关键一年。各项工作进展良好。\n\n一、上半年的主要工作情况\n\n"
        "铺设道路1300米。\n\n全年计划投资3亿元。完成投资1亿元。\n"
    )
    assert figures_of(text) == [
        ("1300米", "actual", "2013-H1"), ("3亿元", "target", "2013"), ("1亿元", "actual", "2013-H1"),
    ]


def test_a_newspaper_in_spring_tells_last_year_and_pledges_this_one() -> None:
    """Only its date names a year; without a pledge that year is the one told of."""
    opening = "我市农村公路\n\n2013年3月20日，记者获悉，"
    pledged = f"{opening}今年我市将新修公路300公里。\n\n去年我市共完成投资4.6亿元。其中，县道53条。\n"
    assert figures_of(pledged) == [
        ("300公里", "target", "2013"), ("4.6亿元", "actual", "2012"), ("53条", "actual", "2012"),
    ]
    told = f"{opening}今年以来我市新修公路300公里。\n"
    assert figures_of(told) == [("300公里", "actual", "2013")]


def test_tasks_done_before_their_time_are_results() -> None:
    """提前完成任务 heads what was done, 确保提前完成任务 what is to be."""
    text = "实事推进情况\n\n2015年7月\n\n今年以来各项工作稳步推进。\n\n"
    done = f"{text}一、提前完成年度任务的项目\n\n改造小区30个。\n"
    assert [(role, period) for _, role, period in figures_of(done)] == [("actual", "2015")]
    assert role_of("二、提前完成年度任务") is None
    assert role_of("二、确保提前完成年度任务") == ("tasks", "tasks")


def test_what_a_report_on_progress_calls_key_work_was_done() -> None:
    """重点建设项目 heads results under 进展情况的通报, until a heading turns to what comes next."""
    text = (
        "关于青河区2022年重点工作1-6月进展情况的通报\n\n一、民生实事\n\n新建学校2所。\n\n二、重点任务\n\n改造小区30个。\n\n"
        "三、下一步重点工作\n\n改造道路5条。\n"
    )
    assert [(surface, role) for surface, role, _ in figures_of(text)] == [
        ("2所", "actual"), ("30个", "actual"), ("5条", "target"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("生产总值增长7.4%，处于7%—8%年度预期目标区间，高于全国1.2个百分点。",
         [("7.4%", "actual", "growth"), ("7%—8%", "target", "growth"), ("1.2个百分点", "actual", "difference")]),
        ("减税2.4万亿元，超过原定的2万亿元规模。", [("2.4万亿元", "actual", "level"), ("2万亿元", "target", "level")]),
        ("消费支出以年均14.1%的速度递增，以80%的速度优势领先。",
         [("14.1%", "actual", "growth"), ("80%", "actual", "rate")]),
        ("人均支出比2000年的8194元多7628元，会员8000多人。",
         [("8194元", "baseline", "level"), ("7628元", "actual", "difference"), ("8000多人", "actual", "level")]),
        ("存量较上年度新增3家，今年度新增5家。", [("3家", "actual", "difference"), ("5家", "actual", "level")]),
    ],
)
def test_what_kind_of_figure_stands_beside_another(sentence: str, found: list[tuple[str, str, str]]) -> None:
    """An aim beside its result, the base of a difference, the speed of a growth."""
    metrics = read_metrics(read_structure(_YEAR + sentence))
    assert [(one.surface, one.role, one.kind) for one in metrics] == found


def test_a_growth_beside_that_of_the_whole_and_new_lending() -> None:
    """增长7.5%（全市11.1%） compares growths; a share in brackets stays one; 比年初增投 is a difference."""
    kinds = [
        one.kind for one in read_metrics(read_structure(
            f"{_YEAR}工业增加值增长7.5%（全市11.1%），工业增长6%（占全市5%）。贷款余额40亿元，比年初增投9.92亿元。"
        ))
    ]
    assert kinds == ["growth", "growth", "growth", "rate", "level", "difference"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("下半年，我们将继续努力，确保完成全年11%的增长目标。", "target"),
        ("上半年，我们完成了全年任务的55%。", "actual"),
        ("全年有望突破11亿元。", "target"), ("群众有望村道路11公里。", "actual"),
        ("拟引进企业11家。", "target"), ("模拟引进过程11次。", "actual"),
    ],
)
def test_what_is_still_to_come_in_a_text_on_results(sentence: str, role: str) -> None:
    """确保完成 has its aim before it; 有望 plans where a verb of reaching follows."""
    text = f"云河市上半年经济运行情况\n（2019年7月20日）\n上半年，生产总值810亿元。{sentence}\n"
    assert read_metrics(read_structure(text))[-1].role == role


def test_a_past_year_in_a_text_that_names_only_the_one_it_plans_is_over() -> None:
    """会议指出，2018年…, under a title that sets the tasks of 2019, was read as an aim."""
    title = "全县水利会议召开 部署2019年工作任务"
    text = f"{title}\n\n会议指出，2018年，全县治理河道83公里。会议要求，2019年要治理河道97公里。\n"
    assert figures_of(text) == [("83公里", "actual", "2018"), ("97公里", "target", "2019")]


def test_a_date_to_reach_holds_in_a_text_that_tells_no_year_of_its_own() -> None:
    """到2010年，…。财政收入达到…: aims both; behind 截至2010年底 both tell how things stood."""
    text = "清河市绘就“十一五”蓝图\n\n{}，全市企业达到370家。财政收入达到37亿元。\n"
    assert [role for _, role, _ in figures_of(text.format("到2010年"))] == ["target", "target"]
    assert [role for _, role, _ in figures_of(text.format("截至2010年底"))] == ["actual", "actual"]


_REMEDIED = "青河区2016年工作总结\n\n一、工作成效\n\n完成投资86亿元。\n\n{}\n"


@pytest.mark.parametrize(
    "part",
    [
        "二、存在问题及改进情况\n\n一是力量薄弱，专职人员仅7人。针对上述问题，2017年将重点做好以下工作：加强培训，全年办班不少于8期；"
        "丰富形式，视频解读占比提高到60%以上；健全机制。",
        "二、存在的主要问题和下一步措施\n\n力量薄弱，专职人员仅7人。\n\n下一步，加强培训，全年办班不少于8期；视频解读占比提高到60%以上；健全机制。",
    ],
)
def test_what_will_be_done_about_problems_is_planned(part: str) -> None:
    """A part on problems that turns to their remedies admits nothing from there on."""
    text = _REMEDIED.format(part)
    assert figures_of(text)[1:] == [
        ("7人", "actual", "2016"), ("8期", "target", "2017"), ("60%", "target", "2017"),
    ]
    document = read_structure(text)
    last = read_claims(document, read_metrics(document))[-1]
    assert last.types == ("commitment",)


def test_the_next_step_of_a_yearly_summary_is_the_year_after() -> None:
    """下一步打算 behind a summary of 2016 is planned for 2017; that of a half of the year is not."""
    text = _REMEDIED.format("二、下一步打算\n\n加大招商力度，全年引进项目不少于40个。")
    assert figures_of(text)[1:] == [("40个", "target", "2017")]
    half = text.replace("2016年工作总结", "2016年上半年工作总结")
    assert read_structure(half).target_year != 2017


def test_a_part_on_problems_and_on_what_is_planned_turns_to_the_plan() -> None:
    """What it admits is of the year that is over, what stands behind 2022年，… is aimed at."""
    text = (
        "区市场监管局2021年度工作总结\n一、主要工作\n全年新登记主体1.4万户。\n二、存在问题和2022年工作计划\n"
        "存在的主要问题是：监管力量不足，45岁以上人员占61%。\n2022年，重点抓好以下工作：\n"
        "（一）力争市场主体突破9.5万户。\n（二）合格率稳定在98%以上。\n"
    )
    assert figures_of(text) == [
        ("1.4万户", "actual", "2021"), ("61%", "actual", "2021"), ("9.5万户", "target", "2022"),
        ("98%", "target", "2022"),
    ]


def test_a_title_names_the_years_that_a_text_without_parts_looks_back_on() -> None:
    """Works are those of all the years, what is reached is the last one's, and the year begun is planned."""
    text = (
        "过去五年（2012—2016年）清河区发展成就综述\n"
        "城乡面貌深刻变化。城镇化率由48.7%提高到61.2%，新建道路86条，PM2.5平均浓度下降31%。\n"
        "2017年，是新一届政府的开局之年。我们将奋力实现生产总值增长8.5%以上。\n"
    )
    assert figures_of(text) == [
        ("48.7%", "baseline", None), ("61.2%", "actual", "2016"), ("86条", "actual", "2012-2016"),
        ("31%", "actual", "2012-2016"), ("8.5%", "target", "2017"),
    ]


def test_an_inspection_within_the_year_plans_the_rest_of_it() -> None:
    """Its year is that of the work it inspected, and what is to be done next is due in it."""
    text = (
        "关于重点项目建设情况的督查通报\n8月20日至26日，督查组对全县2018年重点项目建设情况进行了集中督查。\n一、总体情况\n"
        "截至8月25日，开工率89.7%。\n二、下步工作要求\n12月底前，年度投资完成率达到95%，竣工项目不少于24个。\n"
    )
    assert figures_of(text) == [
        ("89.7%", "actual", "2018-08"), ("95%", "target", "2018-12"), ("24个", "target", "2018-12"),
    ]


def test_what_was_promised_and_done_is_no_aim() -> None:
    """年初承诺的10件实事全部办结, in answers to questions that say nothing else of a year."""
    text = (
        "县长就2020年民生工作答记者问\n记者：去年有哪些成效？\n王志强：2019年，我们始终把改善民生作为出发点，民生支出达到38.6亿元。"
        "年初承诺的10件民生实事全部办结，其中，新改建农村公路215公里。\n记者：今年有哪些打算？\n"
        "王志强：今年，我们将继续加大投入，计划新建学校5所。\n"
    )
    assert [(one.surface, one.role) for one in read_metrics(read_structure(text))] == [
        ("38.6亿元", "actual"), ("10件", "actual"), ("215公里", "actual"), ("5所", "target"),
    ]


def test_a_plan_of_action_tells_first_how_things_stand_and_then_each_year() -> None:
    """What stood by the end of a year is no aim; a part on one of the years is about that year alone."""
    text = (
        "宁川县农村供水保障三年行动方案（2021—2023年）\n一、基本现状\n截至2020年底，全县已建成供水工程412处，普及率86.4%。\n"
        "二、总体目标\n（一）2021年目标。新建工程2处。\n（二）2023年目标。完成130处小型工程改造，普及率达到95%。\n"
        "三、重点任务\n三年计划投资4.86亿元。\n"
    )
    assert figures_of(text) == [
        ("412处", "actual", "2020"), ("86.4%", "actual", "2020"), ("2处", "target", "2021"),
        ("130处", "target", "2023"), ("95%", "target", "2023"), ("4.86亿元", "target", "2021-2023"),
    ]


def test_a_page_of_a_plan_tells_what_the_plan_before_brought() -> None:
    """“十三五”期间 is over where “十四五” is planned; what is due by the end of one of its years is aimed at."""
    text = (
        "第三章  发展目标\n到2025年，物流业增加值突破80亿元。\n第五章  重点任务\n第一节  完善物流基础设施\n"
        "加快推进12个重大项目建设，2023年底前建成投运5个。“十三五”期间，全市累计完成物流业投资186亿元，为“十四五”发展奠定了坚实基础。\n"
    )
    told = {one.surface: (one.role, one.period) for one in read_metrics(read_structure(text))}
    assert told["5个"] == ("target", "2023")
    assert told["186亿元"] == ("actual", "2016-2020")


def test_a_title_that_counts_ten_years_begins_behind_the_first_it_names() -> None:
    """数说十年：从2012到2022 is about 2013 to 2022."""
    text = (
        "数说十年：从2012到2022，江口市这样走过\n城镇化提速。城镇化率由47.2%提高到64.9%，累计新增城市道路412公里。\n"
        "站在新起点上，江口市提出，到2027年，城镇化率达到70%。\n"
    )
    assert figures_of(text) == [
        ("47.2%", "baseline", None), ("64.9%", "actual", "2022"), ("412公里", "actual", "2013-2022"),
        ("70%", "target", "2027"),
    ]
