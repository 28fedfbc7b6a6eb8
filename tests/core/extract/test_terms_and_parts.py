"""Parts of a year told one after another, dates to reach, sums of spans, and what stands so before a plan begins."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from tests.core.extract.readings import figures_of

_YEARS = "清河市2021年政府工作报告\n\n一、“十三五”工作回顾\n\n"
_PLAN = "清河市2021年政府工作报告\n\n一、2020年工作回顾\n\n建成学校3所。\n\n二、今后五年的目标任务\n\n"


def _periods(text: str) -> list[str | None]:
    return [period for _, _, period in figures_of(text)]


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        ("分季度看，一季度增长5.1%，二季度增长5.9%。分产业看，农业增长3.2%。", ["2019-Q1", "2019-Q2", "2019-Q1/Q3"]),
        ("分月看，7月份增长5.1%，8月份增长5.9%。农业增长3.2%。", ["2019-07", "2019-08", "2019-Q1/Q3"]),
        ("三季度以来增速回落，三季度增长4.8%。农业增长3.2%。", ["2019-Q3", "2019-Q1/Q3"]),
        # One part alone holds on, and so does the larger of two.
        ("三季度工业增长4.8%。农业增长3.2%。", ["2019-Q3", "2019-Q3"]),
        ("三季度工业增长4.8%，其中9月份增长6.3%。农业增长3.2%。", ["2019-Q3", "2019-09", "2019-Q3"]),
    ],
)
def test_parts_told_one_after_another_hold_for_themselves(sentences: str, periods: list[str]) -> None:
    """A list of quarters says nothing of the sentence behind it, a quarter that opens a sentence does."""
    text = f"云河市前三季度经济运行情况\n（2019年10月20日）\n前三季度，生产总值810亿元。{sentences}\n"
    assert _periods(text)[1:] == periods


def test_a_month_is_one_of_the_year_in_which_its_text_is_dated() -> None:
    """A text on 10月份 of November 2008; one of January 2009 on 12月份 does not say which December it means."""
    text = "10月份工业增速回落\n2008年11月14日\n\n统计局公布的数字显示，10月份工业增加值增长8.2%。\n"
    assert figures_of(text) == [("8.2%", "actual", "2008-10")]
    assert _periods(text.replace("10月份", "12月份")) == [None]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("累计完成进出口136亿元，是“十二五”时期的2.7倍。", ["2016-2020", "2016-2020"]),
        ("累计完成投资2082亿元，是上一个五年的1.3倍。", ["2016-2020", "2016-2020"]),
        ("生产总值440亿元，是2010年的2.1倍。", ["2020", "2020"]),
        ("生产总值是“十二五”末的1.4倍。", ["2020"]),
        ("实现了生产总值比2010年翻一番。", ["2020"]),
        ("居民收入比五年前增加6300元。", ["2020"]),
        ("五年来生产总值翻一番。", ["2016-2020"]),
        ("财政收入43亿元，投资330亿元。", ["2020", "2016-2020"]),
        ("累计财政收入143亿元。", ["2016-2020"]),
        ("一般公共预算收入达到43亿元。", ["2020"]),
        ("五年共完成投资43亿元。", ["2016-2020"]),
        ("2016年至2018年有26所学校停建，五年实施学校项目81个。", ["2016-2018", "2016-2020"]),
        ("2016年至2019年，经济年均增长5.5%，其中消费的平均贡献率为61%。", ["2016-2019", "2016-2019"]),
        ("2016年至2019年，消费的贡献率提高到61%。", ["2019"]),
    ],
)
def test_what_is_set_against_spans_and_what_against_a_year(sentence: str, periods: list[str]) -> None:
    """Sums are compared with sums of a span; what is compared with one year stands so in the last."""
    assert _periods(f"{_YEARS}五年来，综合实力不断提升。{sentence}\n") == periods


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        (
            "到2022年建成园区3个，到2023年投产项目20个。力争到2025年产值占比达到10%。城镇化率达到55%。",
            ["2022", "2023", "2025", "2025"],
        ),
        ("到2025年，粮食产量达到27万吨，到2035年，达到30万吨。城镇化率达到55%。", ["2025", "2035", "2025"]),
        ("到2025年，粮食产量达到27万吨。年均增长6%。", ["2025", "2021-2025"]),
    ],
)
def test_the_date_to_reach_holds_until_another_is_named(sentences: str, periods: list[str]) -> None:
    """A date beyond the plan (到2035年) is only that of its own clause."""
    assert _periods(f"{_PLAN}{sentences}\n")[1:] == periods


def test_what_this_year_brings_is_not_moved_to_a_later_date() -> None:
    """今年新建5所；到2025年…: the sentence behind is about this year."""
    text = (
        "清河市2021年政府工作报告\n\n二、2021年重点工作\n\n"
        "今年新建学校5所；到2025年全部达标，达标率100%。新建公园3个。\n"
    )
    assert _periods(text) == ["2021", "2025", "2021"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全市还有3个村没有通公路。", ("actual", "2020")),
        ("仍有8.4万人未脱贫。", ("actual", "2020")),
        ("现有企业30家。", ("actual", "2020")),
        ("目前已签约项目12个。", ("actual", "2020")),
        ("还有3个村要通公路。", ("target", "2025")),
        ("尽快改造现有的1.5万亩荒山。", ("target", "2021-2025")),
    ],
)
def test_how_things_stand_before_a_plan_begins(sentence: str, found: tuple[str, str]) -> None:
    """What is so already, told in the plan, is of the year before; 现有的 only says which things are meant."""
    assert [one[1:] for one in figures_of(f"{_PLAN}{sentence}\n")[1:]] == [found]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("绿化荒山3万亩。", "2021-2025"), ("淘汰锅炉20台。", "2021-2025"), ("招商引资300亿元。", "2021-2025"),
        ("减少贫困人口5万人。", "2021-2025"), ("开发公益性岗位3000个。", "2021-2025"),
        ("城区绿化率45%。", "2025"), ("贫困人口减少到5万人。", "2025"), ("开发区企业120家。", "2025"),
    ],
)
def test_work_that_is_planned_is_of_all_years_what_is_reached_of_the_last(sentence: str, period: str) -> None:
    assert _periods(f"{_PLAN}{sentence}\n")[1:] == [period]


def test_a_share_of_last_year_s_income_is_this_year_s() -> None:
    text = "清河市2021年政府工作报告\n\n一、2020年工作回顾\n\n供养水平达到上年人均收入的60%。达到上年水平的企业5家。\n"
    assert figures_of(text)[0] == ("60%", "actual", "2020")


def test_a_plan_plans_from_its_first_aims_on() -> None:
    """Also where these stand in a chapter below a part without a role; what it tells before them was done."""
    text = (
        "云河市国民经济和社会发展第十二个五年规划纲要\n\n第一篇 开创新局面\n\n第一章 发展环境\n\n"
        "2010年，生产总值达到398亿元。\n\n第二章 主要目标\n\n城镇化率达到50%。\n\n"
        "第三章 加快发展农业\n\n粮食综合生产能力达到5.4亿吨以上。\n"
    )
    assert figures_of(text) == [
        ("398亿元", "actual", "2010"), ("50%", "target", "2015"), ("5.4亿吨", "target", "2015"),
    ]


def test_a_change_may_be_told_by_its_sign_alone() -> None:
    """同比分别-6.2%、5%: growth, on the year before; a share beside it is none."""
    text = (
        "临河街道2023年工作总结\n\n一、2023年工作回顾\n\n"
        "生产总值60亿元，预算收入2亿元，同比分别-6.2%、5%。税收占比80%。\n"
    )
    found = [(one.kind, one.basis) for one in read_metrics(read_structure(text)) if one.unit == "%"]
    assert found == [("growth", "yoy"), ("growth", "yoy"), ("rate", None)]


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        # A year that only dates its own sentence among five does not hold on, 2020年， does.
        ("2020年教育支出279亿元。累计建成实验室16个。", ["2020", "2016-2020"]),
        ("2020年，教育支出279亿元。建成实验室16个。", ["2020", "2020"]),
        ("亿元县由68个增加到121个，其中17个县超10亿元。", [None, "2020", "2020", "2020"]),
        ("培训教师68人，其中建成实验学校17所。", ["2016-2020", "2016-2020"]),
        ("财政收入达到90亿元，五年内翻了两番，增长35.5%。", ["2020", "2016-2020", "2016-2020"]),
        ("财政收入为2015年的1.8倍。", ["2020"]),
        ("财政收入比“十二五”末增长1.5倍。", ["2020"]),
        ("占比达到45.4%，高于全省22.7个百分点。", ["2020", "2020"]),
        ("产值年均增长6.1%，高于全省1.2个百分点。", ["2016-2020", "2016-2020"]),
        ("高新企业达到110家，中小企业近990家，新增平台8家。", ["2020", "2020", "2016-2020"]),
        ("五年城镇就业新增13万人，五年卫生设施投入10亿元。", ["2016-2020", "2016-2020"]),
        # A list of names has one year for all, a list of figures of one name one for each.
        ("五年来，粮食、油料、蔬菜、肉类、奶类产量分别达到6万吨、1万吨、8万吨、3万吨和2万吨。", ["2020"] * 5),
        ("五年来，财政收入分别增长6%、7%、8%、5%、4%。", ["2016", "2017", "2018", "2019", "2020"]),
        ("拥有销售亿元以上企业47家、上市公司7家，新增展会8个。", ["2020", "2020", "2016-2020"]),
        ("新增城市道路、管网里程63公里和87公里。", ["2016-2020", "2016-2020"]),
        ("养老保险参保人数52万人。", ["2020"]),
        ("固定资产投资66亿元、增长13%，比“十二五”末增长1.8倍。", ["2020", "2020", "2020"]),
        ("累计投资66亿元，比2015年增长1.8倍。", ["2016-2020", "2020"]),
        ("固定资产投资66亿元、增长13%。", ["2016-2020", "2016-2020"]),
        ("销售超亿元企业120户，其中新增74户。", ["2020", "2016-2020"]),
        ("一产占比较2015年下降3.9个百分点，二产、三产占比分别上升3.7、0.2个百分点。", ["2020", "2020", "2020"]),
    ],
)
def test_years_among_several(sentences: str, periods: list[str | None]) -> None:
    assert _periods(f"{_YEARS}五年来，综合实力不断提升。{sentences}\n") == periods


def test_a_span_named_beside_a_year_holds_for_its_clause() -> None:
    """五年内翻了两番，增长35.5%: the growth behind it is of the year, and on the year before."""
    text = "清河市2021年政府工作报告\n\n一、2020年工作回顾\n\n投资完成126亿元，五年内翻了两番，增长35.5%。\n"
    found = [(one.period, one.basis) for one in read_metrics(read_structure(text))]
    assert found == [("2020", None), ("2016-2020", "cumulative"), ("2020", "yoy")]
    ahead = text.replace("2020年工作回顾", "2021年工作安排").replace("翻了", "翻")
    assert _periods(ahead) == ["2021", "2021", "2021"]


def test_a_paragraph_turns_back_to_the_years_behind_an_address() -> None:
    """各位代表！回顾五年来的工作，…: the last year that was told ends there."""
    text = (
        f"{_YEARS}刚刚过去的2020年，各项工作有序推进。建成学校3所。\n\n"
        "各位代表！回顾五年来的工作，我们奋力前行。建成公园7个。\n"
    )
    assert _periods(text) == ["2020", "2016-2020"]
    closing = text.replace("各位代表！回顾五年来的工作", "2020年任务的完成，为规划画上了句号。经过五年的努力")
    assert _periods(closing) == ["2020", "2016-2020"]
    counted = text.replace("建成学校3所", "渔网累计销售3亿元").replace("回顾五年来的工作", "这五年最好")
    assert _periods(counted) == ["2020", "2016-2020"]
    on_both = text.replace("回顾五年来的工作，我们奋力前行。", "2020年是规划收官之年。五年来，我们奋力前行。")
    assert _periods(on_both) == ["2020", "2016-2020"]


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        ("到6月底参保555万人；参保职工411万人。", ["2024-06", "2024-06"]),
        (
            "1至6月，征缴2956万元，完成全年征缴任务3900万元的76%，比去年同期增长9个百分点。",
            ["2024-H1", "2024", "2024-H1", "2024-H1"],
        ),
        ("上半年参保972人，完成全县全年扩面任务1600人的61%。", ["2024-H1", "2024", "2024-H1"]),
        ("截止6月29日，各项目标如期实现。新增就业1958人。", ["2024-06"]),
        ("截止6月29日，各项目标如期实现。7月8日，招聘会吸引150人。", ["2024"]),
    ],
)
def test_how_far_a_year_has_come(sentences: str, periods: list[str]) -> None:
    """An as-of date is told on; a yearly task is of the year, what is fulfilled of it of its part."""
    assert _periods(f"人社局稳步推进工作\n2024年7月20日\n\n据了解，今年各项工作进展顺利。\n{sentences}\n") == periods


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("登记失业率为3.9%，控制在4.7%的全年计划以内。", "actual target"),
        ("参保人数、参保职工人数计划分别为560万人和410万人，净增3万人。", "target target actual"),
        ("管理服务率全年计划为90%，实际达到88.3%。", "target actual"),
        ("完成全年计划的90%。", "actual"),
        ("占全年计划的比重为90%。", "actual"),
    ],
)
def test_what_is_planned_for_the_year_beside_what_was_done(sentence: str, roles: str) -> None:
    text = f"2013年工作总结\n\n一、完成情况\n\n{sentence}\n"
    assert " ".join(role for _, role, _ in figures_of(text)) == roles


def test_a_text_on_how_a_plan_was_fulfilled_looks_back() -> None:
    """“十四五”…规划主要指标年底前将全部完成 plans nothing; 到2025年 below the title of a plan does."""
    text = "“十四五”交通规划主要指标年底前将全部完成\n2025年7月21日\n\n截至2024年底，铁路营业里程达到16.2万公里。\n"
    assert figures_of(text) == [("16.2万公里", "actual", "2024")]
    plan = "清河市“十四五”交通规划\n\n到2025年，铁路营业里程达到16.5万公里。\n"
    assert figures_of(plan) == [("16.5万公里", "target", "2025")]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("“十四五”前四年固定资产投资达到15.2亿元。", "2021-2024"),
        ("“十四五”前四年教育支出达到15.2亿元。", "2021-2024"),
        ("“十四五”前四年森林面积达到15.2万亩。", "2024"),
    ],
)
def test_what_is_spent_in_years_is_all_of_it(sentence: str, period: str) -> None:
    """投资达到 in years that its own clause names is their sum; a stock that is reached is the last year's."""
    text = f"清河市2024年工作总结\n\n一、2024年工作回顾\n\n{sentence}\n"
    assert _periods(text) == [period]


def test_a_programme_in_a_name_plans_nothing() -> None:
    """改造计划建设项目 is what the work is called; 计划建设 says that it is planned."""
    text = "2013年工作总结\n\n一、完成情况\n\n薄弱学校改造计划建设项目开工14所。计划建设幼儿园20所。\n"
    assert [role for _, role, _ in figures_of(text)] == ["actual", "target"]


def test_a_share_of_growth_is_growth() -> None:
    text = "2013年工作总结\n\n一、完成情况\n\n财政收入4.5亿元，增长比例达55%，占比达60%。\n"
    assert [one.kind for one in read_metrics(read_structure(text)) if one.unit == "%"] == ["growth", "rate"]


def test_a_newspaper_tells_what_a_new_year_is_to_bring() -> None:
    text = (
        "交通投资增长\n2022年2月28日\n\n2021年，交通投资3.6亿元，比上年增长4%。\n\n"
        "局长表示，新的一年里，要新建公路33公里。\n"
    )
    assert figures_of(text)[-1] == ("33公里", "target", "2022")


def test_a_text_of_december_does_not_look_back_on_the_year_to_come() -> None:
    """2019年是关键一年 in a text of December 2018 says what is planned; in one of December 2019 it looks back."""
    text = (
        "扶贫工作会议召开\n2018年12月28日\n\n2018年工作扎实推进，预计全年减少贫困人口10万人。\n\n"
        "2019年是关键一年，确保减少贫困人口9万人。\n"
    )
    assert figures_of(text) == [("10万人", "actual", "2018"), ("9万人", "target", "2019")]
    later = "扶贫工作会议召开\n2019年12月28日\n\n2019年是关键一年，减少贫困人口9万人。\n"
    assert figures_of(later) == [("9万人", "actual", "2019")]


def test_a_quarter_to_come_in_a_title_dates_no_results() -> None:
    text = "2022年第四季度冲刺部署会上的讲话\n\n一、认清形势\n\n完成投资16亿元。\n"
    assert _periods(text) == ["2022"]
    assert _periods(text.replace("第四季度冲刺部署会", "第三季度经济形势分析会")) == ["2022-Q3"]


def test_what_a_plan_has_for_the_fields_is_an_aim() -> None:
    text = "2021年工作总结\n\n一、完成情况\n\n2021年全区计划的种植面积37万亩。按计划种植面积38万亩。\n"
    assert [role for _, role, _ in figures_of(text)] == ["target", "actual"]


def test_the_term_of_one_deed_holds_for_it_alone() -> None:
    """确保到2015年通过验收 is the term of what is passed; a date that opens its sentence holds for all that follows."""
    text = "2014年工作安排\n\n一、重点工作\n\n确保到2015年通过均衡发展验收；更新公交车60台。新建健身点80个。\n"
    assert [period for _, _, period in figures_of(text)] == ["2014", "2014"]
    text = "2014年工作安排\n\n一、重点工作\n\n到2015年通过均衡发展验收，公交车达到60台；健身点达到80个。\n"
    assert [period for _, _, period in figures_of(text)] == ["2015", "2015"]


def test_years_that_are_aimed_at_lie_ahead() -> None:
    """力争…，三年引进 in a part that plans this year; in the results 三年引进 looks back."""
    text = (
        "2023年政府工作报告\n\n一、2022年工作回顾\n\n力争当先，三年引进博士90人。\n\n"
        "二、2023年工作安排\n\n力争引进博士50人，三年引进博士突破200人。\n"
    )
    assert figures_of(text) == [
        ("90人", "actual", "2020-2022"), ("50人", "target", "2023"), ("200人", "target", "2023-2025"),
    ]


def test_a_year_names_the_event_that_is_bid_for() -> None:
    text = "2023年工作安排\n\n一、重点工作\n\n积极申办2025年全省旅游发展大会，力争接待游客增长15%以上。\n"
    assert [period for _, _, period in figures_of(text)] == ["2023"]


def test_a_title_of_a_month_is_no_line_with_a_day() -> None:
    """2013年7月全市财政收支情况 was taken for the dateline of a report, and the whole text was of no year."""
    text = "2013年7月云河市财政收支情况\n\n据统计，7月份财政收入完成17亿元。1-7月，财政收入完成139亿元，增长21%。\n"
    assert _periods(text) == ["2013-07", "2013-01/07", "2013-01/07"]
    given = text.replace("2013年7月云河市财政收支情况", "云河市财政收支情况\n2013年7月 市财政局")
    assert read_structure(given).title == "云河市财政收支情况"


def test_a_difference_beside_an_average_is_of_its_years() -> None:
    """2020年…，年均增长9%，比“十二五”快2个百分点: it says nothing of 2020 alone, and nothing of the years before."""
    sentence = (
        "2020年生产总值达到95亿元，年均增长9%，比“十二五”期间增幅高2个百分点；"
        "收入12亿元，年均增长8%，高出“十二五”1个百分点。"
    )
    assert _periods(f"{_YEARS}{sentence}\n") == [
        "2020", "2016-2020", "2016-2020", "2020", "2016-2020", "2016-2020",
    ]
    alone = "2020年生产总值达到95亿元，增长9%，比全省高2个百分点。"
    assert _periods(f"{_YEARS}{alone}\n") == ["2020", "2020", "2020"]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("5月份项目启动，9月29日举行开工仪式，建设连接线7公里。", "2020"),
        ("5月份项目启动，建设连接线7公里。", "2020-05"),
        ("5月份项目启动，10月上旬竣工，建成连接线7公里。", "2020-10"),
        ("公开2021年预算、2019年决算，公布审计结果7项。", "2020"),
        ("2019年预算收入增长，支出超过7亿元。", "2019"),
        ("受2019年水灾影响，粮食产量下降7%。", "2020"),
        ("一季度形势平稳，半年度主要指标向好，财政收入7亿元。", "2020-H1"),
        ("一季度形势平稳，半年度主要指标向好；财政收入7亿元。", "2020-H1"),
        ("半年度工作已经部署，财政收入7亿元。", "2020"),
        # Months that a list of measures opens with hold over its ；, a month at its end does not.
        ("围绕各项目标，1-9月各项指标向好；财政收入7亿元。", "2020-Q1/Q3"),
        ("各项指标向好，9月份更是向好；财政收入7亿元。", "2020"),
    ],
)
def test_what_another_day_or_a_paper_dates(sentence: str, period: str) -> None:
    """A month that stands before the day of another act, and the year of a paper, hold for their own clause."""
    assert _periods(f"清河市2020年工作总结\n\n各项工作取得进展。{sentence}\n") == [period]


def test_the_first_aim_of_a_plan_without_results_is_of_its_year() -> None:
    """主要预期目标是：生产总值增长6%: an aim set earlier is one of the results, of which there are none."""
    text = "关于印发《清河市2023年发展计划》的通知\n\n主要预期目标是：生产总值增长6%左右，收入增长7%。\n"
    assert figures_of(text) == [("6%", "target", "2023"), ("7%", "target", "2023")]


@pytest.mark.parametrize(("day", "period"), [("2010 年 11 月 26 日", "2011"), ("2011年1月26日", "2012")])
def test_next_year_is_seen_from_the_day_of_the_report(day: str, period: str) -> None:
    """A summary of November calls the year that it plans 明年."""
    text = (
        f"2010年工作总结和2011年工作打算\n({day})\n一、2010年工作情况\n新建校舍9万平方米。\n"
        "二、2011年工作打算\n明年新建校舍2万平方米。\n"
    )
    assert _periods(text) == ["2010", period]


def test_what_is_counted_by_the_year_is_of_the_last_of_a_span() -> None:
    """“十三五”期间，…财政总收入950亿元 is that of its last year, unless it is summed up."""
    assert _periods(f"{_YEARS}“十三五”期间，财政总收入950亿元，新建公路80公里。\n") == ["2020", "2016-2020"]
    assert _periods(f"{_YEARS}“十三五”期间，财政总收入累计3950亿元。\n") == ["2016-2020"]


def test_an_average_since_the_year_that_is_compared_with() -> None:
    """与1978年的0.6亿元相比翻了9番，年均增长16%: an average over all these years."""
    text = (
        f"{_YEARS}2020年生产总值95亿元，与1978年的0.6亿元相比翻了7番，年均增长13%。"
        "与2019年签约的企业合作，年均增长3%。\n"
    )
    assert _periods(text) == ["2020", "1978", "2020", "1979-2020", "2016-2020"]


def test_what_a_multiple_is_of_is_given_for_comparison() -> None:
    """是1986年1105万元的1390倍: the amount is the beginning, and no result."""
    text = f"{_YEARS}2020年投资153亿元，是1986年1105万元的1390倍，是1990年的420倍。\n"
    assert figures_of(text) == [
        ("153亿元", "actual", "2020"), ("1105万元", "baseline", "1986"), ("1390倍", "actual", "2020"),
        ("420倍", "actual", "2020"),
    ]


def test_the_quarter_to_come_is_planned() -> None:
    """In 二季度工作打算 all is of that quarter and aimed at; what was done of an aim in the first is done."""
    text = (
        "清河镇2018年一季度工作汇报\n\n一、一季度完成情况\n\n截止3月15日，完成收入309万元，占目标任务（不含补助）的27%，"
        "支出完成125万元。\n\n二、二季度工作打算\n\n二季度完成收入500万元，开工项目4个。\n改造危房60户。\n"
    )
    assert figures_of(text) == [
        ("309万元", "actual", "2018-03"), ("27%", "actual", "2018-03"), ("125万元", "actual", "2018-03"),
        ("500万元", "target", "2018-Q2"), ("4个", "target", "2018-Q2"), ("60户", "target", "2018-Q2"),
    ]


def test_a_month_since_when_runs_on() -> None:
    """2019年7月以来 is no July alone; 2019年7月 is."""
    assert _periods(f"{_YEARS}2019年7月以来，办理案件46件。2019年7月，办理案件9件。\n") == ["2019-2020", "2019-07"]


def test_a_page_whose_title_says_that_a_plan_was_met_tells_of_its_year() -> None:
    """将提前一年实现十五计划: the page is on the year, not on the plan."""
    text = (
        "市长向大会报告：将提前一年实现十五计划\n\n市长作了《政府工作报告》。他先谈到2004年的工作，又对2005年的工作作出部署。\n\n"
        "他说，2004年，全市生产总值达到420亿元，增长11.6%。第一产业增长4.3%。\n\n"
        "市政府拟定了2005年经济社会发展的主要预期目标：生产总值增长8%。\n"
    )
    assert figures_of(text) == [
        ("420亿元", "actual", "2004"), ("11.6%", "actual", "2004"), ("4.3%", "actual", "2004"),
        ("8%", "target", "2005"),
    ]


def test_tasks_set_out_over_bullets() -> None:
    """报告提出2022年主要任务 over a list: all of the list is still to be done."""
    text = (
        "海州两会：一图看懂渔业数字\n\n2月9日，市长作政府工作报告时提出2022年主要任务，其中的不少数字关系渔村生活。\n\n"
        "◆修复滩涂346.5公顷，码头加装吊机40部以上\n\n◆新建渔民公寓6千套\n\n◆新增渔村幼儿园学位900个\n"
    )
    assert figures_of(text) == [
        ("346.5公顷", "target", "2022"), ("40部", "target", "2022"), ("6千套", "target", "2022"),
        ("900个", "target", "2022"),
    ]


def test_last_year_and_this_year_are_those_of_a_paper() -> None:
    """去年…计划执行情况 and 今年…计划草案 in a paper of March: two parts, the results of the year before and a plan."""
    text = (
        "两会看点：渔业数字怎么读\n2003年03月09日 海州晚报\n\n"
        "代表们审查了去年国民经济和社会发展计划执行情况与今年计划草案的报告，几个数字值得一看\n\n"
        "去年国民经济和社会发展计划执行情况\n\n国内生产总值318亿元，增长7%。水产品总产量26万吨，增长2%，外贸进出口总额3.4亿美元。\n\n"
        "今年国民经济和社会发展计划草案\n\n经济发展的主要预期目标为：新增城镇就业岗位1.2万个以上，城镇登记失业率3.8%。财政预算收入19亿元。\n"
    )
    assert figures_of(text) == [
        ("318亿元", "actual", "2002"), ("7%", "actual", "2002"), ("26万吨", "actual", "2002"),
        ("2%", "actual", "2002"), ("3.4亿美元", "actual", "2002"), ("1.2万个", "target", "2003"),
        ("3.8%", "target", "2003"), ("19亿元", "target", "2003"),
    ]


def test_a_year_behind_who_says_so_is_planned() -> None:
    """报告指出，2025年海州将…: what follows in the paragraph is planned in that year."""
    text = (
        "海州做强渔业\n\n2024年，海州建设贝类养殖示范区60个，贝类产量3.5万吨、再创历史新高。\n\n"
        "报告指出，2025年海州将积极发展渔村产业。打造贝类养殖示范区75个；新建渔业镇4个。\n"
    )
    assert figures_of(text) == [
        ("60个", "actual", "2024"), ("3.5万吨", "actual", "2024"), ("75个", "target", "2025"),
        ("4个", "target", "2025"),
    ]


def test_the_years_of_a_work_that_is_ranked_rule_nothing_behind_it() -> None:
    """“十四五”期间投资最大的项目竣工: what follows is of the year."""
    text = (
        "清河市2021年政府工作报告\n\n一、2020年工作回顾\n\n2020年，机场旅客吞吐量突破200万大关。\n\n"
        "“十三五”期间投资最大的单体项目竣工。建成园区5个。\n"
    )
    assert figures_of(text) == [("200万", "actual", "2020"), ("5个", "actual", "2020")]


def test_work_since_the_first_half_is_not_of_it() -> None:
    """上半年以来工作回顾 in a report of October tells of the year so far."""
    text = (
        "清河镇第十五届人民代表大会第三次会议政府工作报告\n2006年10月28日\n\n一、上半年以来工作回顾\n\n"
        "我镇已完成荒滩造林640亩。\n\n二、今后五年的工作思路和目标任务\n\n新建大棚500座。\n"
    )
    assert figures_of(text)[0] == ("640亩", "actual", "2006")


def test_a_review_of_years_turns_to_its_last_within_a_paragraph() -> None:
    """特别是刚刚过去的2012年, behind words on the five years: the rest of the paragraph is on 2012."""
    text = (
        "政府工作报告\n——2013年1月22日在清河省第十二届人民代表大会第一次会议上\n\n各位代表：\n\n过去五年的工作回顾\n\n"
        "这五年，渔业经济迈出新步伐。特别是刚刚过去的2012年，面对台风袭扰，我们抢抓时机。生产总值1.6万亿元，增长9.4%，"
        "投资8200亿元，增长18.5%。\n\n五年来，我们累计完成固定资产投资3.1万亿元，新增高速公路900公里。\n"
    )
    assert _periods(text) == ["2012", "2012", "2012", "2012", "2008-2012", "2008-2012"]
