"""Tables that were copied with one cell to a line, and tables of texts that plan without results."""

from __future__ import annotations

from decimal import Decimal

from core.model import Metric
from core.pipeline import report_of
from core.readers import read_bytes


def read(text: str, name: str = "a.txt") -> list[Metric]:
    """The figures of a text."""
    return list(report_of(read_bytes(text.encode(), name)).metrics)


def told(metrics: list[Metric]) -> list[tuple[object, ...]]:
    """Name, value, unit and kind of each figure."""
    return [(one.indicator.text if one.indicator else None, one.value, one.unit, one.kind) for one in metrics]


STACKED = (
    "松岭县2023年国民经济和社会发展统计公报\n四、国内贸易\n表4 2023年限上消费\n"
    "指标\n总量（万元）\n比上年增长（%）\n限额以上商品零售额\n653200\n7.2\n餐饮业营业额\n48100\n-6.8\n"
)


def test_a_table_with_one_cell_to_a_line_is_one() -> None:
    """Pages copied out of a browser leave their tables so: none of the figures had name or unit."""
    wanted = [
        ("限额以上商品零售额", Decimal(6_532_000_000), "元", "level"),
        ("限额以上商品零售额", Decimal("7.2"), "%", "growth"),
        ("餐饮业营业额", Decimal(481_000_000), "元", "level"),
        ("餐饮业营业额", Decimal("-6.8"), "%", "growth"),
    ]
    assert told(read(STACKED)) == wanted
    assert told(read(STACKED.replace("\n", "\n\n"))) == wanted
    # A bar behind each cell is left of the page's form.
    head, cells = STACKED.split("指标\n")
    assert told(read(head + "指标 |\n" + cells.replace("\n", " |\n"))) == wanted


def test_units_on_lines_of_their_own_and_years_as_heads() -> None:
    """产品, 单位 and a year for each column stand below one another as well."""
    text = (
        "松岭县2023年统计公报\n二、农业\n表2 主要产品产量\n产品\n单位\n2022年\n2023年\n"
        "油料\n吨\n3180\n3055\n蔬菜\n万吨\n12.6\n13.1\n全年农业生产平稳。\n"
    )
    assert [(one.value, one.unit, one.period, one.role) for one in read(text)] == [
        (Decimal(3180), "吨", "2022", "baseline"), (Decimal(3055), "吨", "2023", "actual"),
        (Decimal(126000), "吨", "2022", "baseline"), (Decimal(131000), "吨", "2023", "actual"),
    ]


def test_short_lines_with_figures_are_no_table_without_heads_and_rows() -> None:
    """A digest of short lines keeps them as they are."""
    text = "云台区2023年政府工作报告\n一、工作回顾\n成绩单\n生产总值\n增长5.6%\n财政收入\n增长6%\n新增就业\n41人\n"
    assert not read_bytes(text.encode(), "a.txt").layout.tables


def test_words_of_a_head_that_are_set_wide_shift_no_column() -> None:
    """指  标 is one cell: its figures had been read under the head beside their own."""
    text = (
        "松岭县2023年统计公报\n一、综合\n表1  2023年分行业增加值\n指  标      绝对数（亿元）   比上年增长（%）\n"
        "建筑业          31.2            4.1\n批发业          70.5            6.9\n"
    )
    assert [(one.value, one.unit, one.kind) for one in read(text)] == [
        (Decimal(3_120_000_000), "元", "level"), (Decimal("4.1"), "%", "growth"),
        (Decimal(7_050_000_000), "元", "level"), (Decimal("6.9"), "%", "growth"),
    ]


def test_a_text_that_plans_without_results_aims_at_its_year_and_later() -> None:
    """A sum in [] that two amounts differ by is a difference; a title tells both years."""
    plan = (
        "# 松岭县国民经济和社会发展第十四个五年规划纲要\n\n专栏1 “十四五”时期主要指标\n\n"
        "| 指标 | 2020年 | 2025年 | 年均增速[累计] |\n|---|---|---|---|\n| 森林覆盖率（%） | 58.1 | 60 | [1.9] |\n"
        "| 每千人口拥有执业（助理）医师数（人） | 2.6 | 3.2 | [0.6] |\n| 城镇新增就业（万人） | — | — | [5] |\n"
    )
    assert [(one.value, one.unit, one.kind, one.role) for one in read(plan, "a.md")] == [
        (Decimal("58.1"), "%", "rate", "baseline"), (Decimal(60), "%", "rate", "target"),
        (Decimal("1.9"), "个百分点", "difference", "target"), (Decimal("2.6"), "人", "rate", "baseline"),
        (Decimal("3.2"), "人", "rate", "target"), (Decimal("0.6"), "人", "difference", "target"),
        (Decimal(50000), "人", "level", "target"),
    ]
    year = (
        "# 关于松岭县2023年国民经济和社会发展计划执行情况与2024年计划（草案）的报告\n\n附表：主要预期目标\n\n"
        "| 指标 | 计量单位 | 2023年预计完成 | 2023年增长(%) | 2024年计划 | 2024年增长(%) |\n|---|---|---|---|---|---|\n"
        "| 地区生产总值 | 亿元 | 186 | 5.6 | 198 | 6左右 |\n"
    )
    assert [(one.value, one.role, one.period) for one in read(year, "a.md")] == [
        (Decimal(18_600_000_000), "baseline", "2023"), (Decimal("5.6"), "baseline", "2023"),
        (Decimal(19_800_000_000), "target", "2024"), (Decimal(6), "target", "2024"),
    ]


def test_a_month_that_opens_a_head_is_the_period_and_no_part_of_the_name() -> None:
    """工业增加值（11月） beside 1-11月 is one indicator."""
    text = (
        "# 云台区2023年11月经济运行月报\n\n| 指标 | 11月 | | 1-11月 | |\n|---|---|---|---|---|\n"
        "| | 总量（亿元） | 同比（%） | 总量（亿元） | 同比（%） |\n| 工业增加值 | 3.2 | 6.1 | 34.8 | 7.7 |\n"
    )
    assert [(one.indicator.text, one.period) for one in read(text, "a.md") if one.indicator] == [
        ("工业增加值", period) for period in ("2023-11", "2023-11", "2023-01/11", "2023-01/11")
    ]
