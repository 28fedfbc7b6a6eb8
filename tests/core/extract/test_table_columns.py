"""Columns of plan, result and change beside one another, and cells that tell what is to be done."""

from __future__ import annotations

from decimal import Decimal

from tests.core.extract.test_table_heads import of_text
from tests.core.extract.test_tables import figures, told


def test_what_was_done_beside_the_plan_is_an_amount_and_the_share_of_the_plan_is_its_own() -> None:
    """全年完成 is no share, 完成计划% is one, 年计划 adds nothing to a name."""
    rows = figures(
        "表1 2023年主要指标完成情况", "指标|单位|年计划|全年完成|完成计划%|比上年增长%",
        "粮食产量|万吨|31|31.4|101.3|4.1",
    )
    assert told(rows) == [
        ("粮食产量", 310000, "吨", "level", "target", "2023"), ("粮食产量", 314000, "吨", "level", "actual", "2023"),
        ("粮食产量", Decimal("101.3"), "%", "rate", "actual", "2023"),
        ("粮食产量", Decimal("4.1"), "%", "growth", "actual", "2023"),
    ]


def test_revenue_of_the_public_budget_is_no_plan_and_a_share_may_name_its_own() -> None:
    """一般公共预算收入 over past years was done; 税收占比 is the share of taxes; 年初预算 is a plan."""
    rows = figures(
        "表2 历年财政收支（亿元）", "年份|一般公共预算收入|税收占比（%）", "2022年|20.7|66.0", "2023年|22.9|69.5"
    )
    assert [(row[0], row[4], row[5]) for row in told(rows)] == [
        ("一般公共预算收入", "baseline", "2022"), ("税收占比", "baseline", "2022"),
        ("一般公共预算收入", "actual", "2023"), ("税收占比", "actual", "2023"),
    ]
    planned = figures("表3 2023年支出（万元）", "项目|年初预算|执行数", "教育支出|500|480")
    assert [row[4] for row in told(planned)] == ["target", "actual"]


def test_a_share_of_progress_is_of_what_was_done_and_places_are_of_the_caption() -> None:
    """进度 behind 年度任务 has the months of the amount; 各乡镇 in a caption says by what the rows part it."""
    text = (
        "2023年经济运行情况\n\n<p>各乡镇固定资产投资完成情况表</p>"
        "<table><tr><th rowspan=2>乡镇</th><th colspan=2>1-6月累计</th>"
        "<th rowspan=2>年度任务（亿元）</th><th rowspan=2>进度</th></tr><tr><th>总量（亿元）</th><th>同比±%</th></tr>"
        "<tr><td>柳河乡</td><td>1.08</td><td>-3.6</td><td>2.5</td><td>43.2%</td></tr></table>"
    )
    assert [(row[0][:9], row[3], row[4], row[5]) for row in told(of_text(text, "a.html"))] == [
        ("柳河乡固定资产投资", "level", "actual", "2023-H1"), ("柳河乡固定资产投资", "growth", "actual", "2023-H1"),
        ("柳河乡固定资产投资", "level", "target", "2023"), ("柳河乡固定资产投资", "rate", "actual", "2023-H1"),
    ]


def test_amounts_of_change_have_the_unit_of_the_table_or_of_their_row() -> None:
    """增减额 under 单位：万元 is so many 万元; -126 beside 6.2% is a number of people; a bare column is of per cent."""
    change = figures("表4 2023年支出（万元）", "项目|2022年|2023年|比上年增减额", "教育支出|500|480|-20")
    assert told(change)[-1] == ("教育支出", -200000, "元", "difference", "actual", "2023")
    head = "指标|单位|2023年|比上年增长"
    mixed = figures("表5 2023年指标", head, "产值|万元|18620|6.2%", "产量|吨|9350|-1.4%", "人口|人|21406|-126")
    assert told(mixed)[-1] == ("人口", -126, "人", "difference", "actual", "2023")
    plain = figures("表6 2023年指标", head, "产值|万元|18620|6.2", "人口|人|21406|-0.6")
    assert told(plain)[-1][2:4] == ("%", "growth")


def test_a_column_of_contents_beside_its_projects_tells_what_is_to_be_done() -> None:
    """内容 beside 项目 is read as sentences, as aims where the caption lists tasks; alone it names the rows."""
    text = (
        "# 云台区2025年政府工作报告\n\n附件：2025年实事任务表\n\n|序号|项目|内容|责任单位|\n|-|-|-|-|\n"
        "|1|老旧小区改造|改造小区28个|住建局|\n|2|学位扩容|新建学校2所|教育局|\n"
    )
    assert [(one.surface, one.role, one.period) for one in of_text(text, "a.md")] == [
        ("28个", "target", "2025"), ("2所", "target", "2025"),
    ]
    alone = figures("表7 2023年情况", "内容|数量（个）", "学校|28", "医院|2")
    assert [row[0] for row in told(alone)] == ["学校", "医院"]


def test_a_sum_set_wide_is_one_word_and_projects_take_the_measure_of_the_head() -> None:
    """合  计 opens a row of as many cells as the others; 公路改建 under 总投资 is its investment."""
    text = (
        "石桥镇2023年经济运行分析\n\n表1 企业情况\n单位：万元\n\n"
        "企业名称        产值        利税\n恒达机械        12,680      1,204\n"
        "永兴纸业        6,350       318\n合  计          19,030      1,522\n\n以上企业运行平稳。\n"
    )
    assert [row[1] for row in told(of_text(text))][-2:] == [190300000, 15220000]
    rows = figures("表2 2023年项目（亿元）", "项目名称|总投资|1—9月完成投资", "白石公路改建|12.6|2.94")
    assert [(row[0], row[5]) for row in told(rows)] == [
        ("白石公路改建总投资", "2023"), ("白石公路改建完成投资", "2023-Q1/Q3"),
    ]
    grown = figures("表3 2023年指标", "指标|2022年|2023年|五年累计", "投资（亿元）|45.0|49.8|221.7")
    assert {row[0] for row in told(grown)} == {"投资"}


def test_how_far_things_have_come_stands_among_the_aims() -> None:
    """2024年预计完成 beside 2025年预期目标 is no aim; 预期目标 adds nothing to a name."""
    text = (
        "# 临溪区2025年国民经济和社会发展计划草案\n\n## 2025年主要预期目标\n\n目标如下。\n\n"
        "|主要指标|2024年预期目标|2024年预计完成|2025年预期目标|\n|-|-|-|-|\n|粮食产量（万吨）|24|24.6|24.5|\n"
    )
    assert [(row[0], row[4], row[5]) for row in told(of_text(text, "a.md"))] == [
        ("粮食产量", "target", "2024"), ("粮食产量", "actual", "2024"), ("粮食产量", "target", "2025"),
    ]
