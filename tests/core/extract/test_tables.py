"""The cells of tables are figures with all that row, head, unit and caption say of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.heads import unit_of
from core.model import Metric
from core.pipeline import report_of
from core.readers import read_bytes

CELL = st.text("指标单位年其中：01239.%-—（）[]万元增长 ", max_size=8)
TITLE = "# 清河市2023年国民经济和社会发展统计公报\n\n"


def figures(*lines: str) -> list[Metric]:
    """The figures of a communiqué with one table, given as caption and rows."""
    caption, head, *rows = lines
    rule = "|".join(["---"] * (head.count("|") + 1))
    text = f"{TITLE}{caption}\n\n" + "".join(f"|{row}|\n" for row in (head, rule, *rows))
    return list(report_of(read_bytes(text.encode(), "a.md")).metrics)


def told(metrics: list[Metric]) -> list[tuple[object, ...]]:
    """What matters of each figure."""
    return [
        (one.indicator.text if one.indicator else None, one.value, one.unit, one.kind, one.role, one.period)
        for one in metrics
    ]


def test_units_stand_in_heads_in_a_column_behind_a_name_or_above_the_table() -> None:
    """Each place of a unit is used somewhere, and the ten thousand before it is multiplied out."""
    assert told(figures("表1 人口", "指标|年末数（万人）", "常住人口|88.2")) == [
        ("常住人口", Decimal(882000), "人", "level", "actual", "2023"),
    ]
    assert told(figures("表1 产量", "产品名称|单位|产量", "原煤|亿吨|47.1"))[0][:3] == (
        "原煤产量", Decimal(4710000000), "吨",
    )
    assert told(figures("表1 财政", "指标|绝对数", "税收收入（亿元）|12.5"))[0][:3] == ("税收收入", 1250000000, "元")
    assert told(figures("表1 财政（单位：万元）", "项目|决算数", "教育支出|22,345.67"))[0][:3] == (
        "教育支出", Decimal(223456700), "元",
    )
    assert told(figures("表2：2023年主要农产品产量单位：万吨", "产品名称|绝对数", "夏粮|9622"))[0][:3] == (
        "夏粮产量", Decimal(96220000), "吨",
    )


def test_heads_of_change_share_and_rank_give_the_kind() -> None:
    """比上年增长（%） is growth, a share a rate, 位次 a rank; a share's own change is in points."""
    head = "指标|绝对数（亿元）|比上年增长（%）|占全市比重（%）|位次"
    assert [row[3] for row in told(figures("表1 2023年工业", head, "工业增加值|10|5.1|20|3"))] == [
        "level", "growth", "rate", "rank",
    ]
    (level, change) = figures("表1 城镇化", "指标|单位|2023年|同比增减", "城镇化率|%|58.2|1.1")
    assert (level.kind, change.kind, change.unit) == ("rate", "difference", "个百分点")
    (growth,) = figures("表2 2023年居民消费价格比上年涨跌幅度（单位：%）", "指标|全市", "居民消费价格|-0.2")
    assert (growth.kind, growth.value, growth.basis) == ("growth", Decimal("-0.2"), "yoy")


def test_a_row_under_其中_takes_the_name_above_it_and_a_full_name_stands_alone() -> None:
    """铁路 alone, or 住宅 alone, says nothing in a chart."""
    rows = (
        "房屋施工面积|万平方米|80", "其中：住宅|万平方米|50", "房屋竣工面积|万平方米|9", "其中：住宅|万平方米|7",
        "货物运输总量|亿吨|5", "铁路|亿吨|1", "新增机场|个|5",
    )
    names = [row[0] for row in told(figures("表9 主要指标", "指标|单位|绝对数", *rows))]
    assert names == [
        "房屋施工面积", "房屋施工面积（住宅）", "房屋竣工面积", "房屋竣工面积（住宅）",
        "货物运输总量", "货物运输总量（铁路）", "新增机场",
    ]  # fmt: skip
    nested = ("各项存款|9", "其中：境内住户存款|5", "其中：人民币|4", "各项贷款|8")
    assert [row[0] for row in told(figures("表16 2023年余额", "指标|年末数（亿元）", *nested))] == [
        "各项存款", "境内住户存款", "境内住户存款（人民币）", "各项贷款",
    ]


def test_goods_trades_and_places_take_what_the_head_or_the_caption_measures() -> None:
    """钢材 in a table of exports is 钢材出口数量; the sum of all trades is the measure itself."""
    caption, head = "表11 2023年主要商品出口数量、金额及其增长速度", "商品名称|单位|数量|比上年增长（%）|金额（亿元）"
    assert [row[0] for row in told(figures(caption, head, "钢材|万吨|9|3|5"))] == [
        "钢材出口数量", "钢材出口数量", "钢材出口金额",
    ]
    caption, head = "表13 2023年对主要国家和地区货物进出口金额及其比重", "国家和地区|出口额（亿元）|进口额（亿元）"
    assert [row[0] for row in told(figures(caption, head, "东盟|9|8"))] == ["东盟出口额", "东盟进口额"]
    caption, head = "表14 2023年外商直接投资额及其增长速度", "行业|企业数（家）|实际使用金额（亿元）"
    assert [row[0] for row in told(figures(caption, head, "总计|9|8", "制造业|5|4"))][::2] == [
        "外商直接投资企业数", "制造业外商直接投资企业数",
    ]
    names = [row[0] for row in told(figures(
        "表7 2023年分行业固定资产投资增长速度", "行业|比上年增长（%）|行业|比上年增长（%）", "总计|3.0|金融业|-11.9"
    ))]  # fmt: skip
    assert names == ["固定资产投资", "金融业固定资产投资"]


def test_years_in_heads_rows_and_captions_are_periods_and_earlier_ones_are_compared_with() -> None:
    """2022 beside 2023 is a baseline; a series has its years in the rows; a budget is a target."""
    assert [row[4:] for row in told(figures("表1 收入", "指标|2022年（亿元）|2023年（亿元）", "税收收入|5|6"))] == [
        ("baseline", "2022"), ("actual", "2023"),
    ]
    series = told(figures("表4 2019-2020年地区生产总值", "年份|总量（亿元）|增长（%）", "2019|28|7.1", "2020|29|2.3"))
    assert [(row[0], row[5]) for row in series] == [
        ("地区生产总值", "2019"), ("地区生产总值", "2019"), ("地区生产总值", "2020"), ("地区生产总值", "2020"),
    ]
    budget = told(figures("表5 支出（单位：万元）", "项目|2023年执行数|2024年预算数", "教育支出|10|11"))
    assert [row[4:] for row in budget] == [("baseline", "2023"), ("target", "2024")]


def test_serials_codes_numbers_of_columns_gaps_and_notes_are_no_figures() -> None:
    """Only what is measured is a metric; the mark of a note is no digit of its figure."""
    rows = ("栏次|||1|2|3", "201|教育支出[6]|1|12①|—|…", "202|卫生支出|2|13[2]|(空)|/")
    found = figures("表5 支出（单位：万元）", "科目编码|项目|行次|执行数|调整数|其他", *rows)
    assert [(one.surface, one.indicator.text) for one in found if one.indicator] == [
        ("12", "教育支出"), ("13", "卫生支出"),
    ]


def test_a_table_that_stands_twice_is_counted_once_and_makes_no_claim() -> None:
    """The same page saved twice must not double its figures."""
    table = "表1 产量\n\n| 产品名称 | 单位 | 产量 |\n|---|---|---|\n| 原煤 | 亿吨 | 47.1 |\n\n"
    report = report_of(read_bytes((TITLE + table + table).encode(), "a.md"))
    assert len(report.metrics) == 1
    assert not report.claims
    assert report.metrics[0].claim is None


@pytest.mark.parametrize(("words", "base", "factor"), [
    ("亿千瓦时", "千瓦时", 10**8), ("万千伏安", "千伏安", 10**4), ("百万美元", "美元", 10**6), ("万双", "双", 10**4),
    ("万吨/年", "吨/年", 10**4), ("%", "%", 1), ("百分点", "个百分点", 1),
])  # fmt: skip
def test_units_of_tables_are_parted_from_their_ten_thousands(words: str, base: str, factor: int) -> None:
    """亿千瓦时 is a hundred million of 千瓦时, not of 瓦时."""
    unit = unit_of(words)
    assert unit is not None
    assert (unit.base, unit.factor) == (base, factor)


@settings(max_examples=60)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=3, max_size=6))
def test_no_table_breaks_the_reading(rows: list[tuple[str, ...]]) -> None:
    """Whatever stands in the cells, each figure is a quote of the text."""
    body = "\n".join(f"|{'|'.join(row)}|" for row in [("甲", "乙", "丙"), ("---",) * 3, *rows])
    text = f"{TITLE}表1 甲\n\n{body}\n"
    reading = read_bytes(text.encode(), "a.md")
    for metric in report_of(reading).metrics:
        assert metric.value_span.quote(text) == metric.surface


def test_heads_that_markdown_writes_twice_and_units_under_them_are_one_head() -> None:
    """产量|产量|面积|面积 over 万吨|增长%: a wide head over its columns, with units of their own."""
    found = figures("表3 主要农产品", "产品|产量|产量|面积|面积", "|万吨|增长%|万亩|增长%", "粮食|60|2.1|100|0.5")
    assert [row[:4] for row in told(found)] == [
        ("粮食产量", 600000, "吨", "level"), ("粮食产量", Decimal("2.1"), "%", "growth"),
        ("粮食面积", 1000000, "亩", "level"), ("粮食面积", Decimal("0.5"), "%", "growth"),
    ]


def test_aims_in_cells_have_bounds_ranges_and_falls() -> None:
    """≥38, 2以上, 6—6.5 and the [13.5] of a plan are figures, too."""
    rows = ("森林覆盖率（%）|36.2|≥38", "单位GDP能耗降低（%）|—|[13.5]", "城镇新增就业（万人）|2.1|2以上",
            "地区生产总值增长（%）|6.1|6—6.5")  # fmt: skip
    aims = [one for one in figures("表1 主要目标", "指标|2023年实际|2024年目标", *rows) if one.role == "target"]
    assert [(one.indicator.text, one.value, one.value_max, one.kind, one.bound) for one in aims if one.indicator] == [
        ("森林覆盖率", 38, None, "rate", "ge"), ("单位GDP能耗", Decimal("-13.5"), None, "growth", "eq"),
        ("城镇新增就业", 20000, None, "level", "ge"), ("地区生产总值", 6, Decimal("6.5"), "growth", "eq"),
    ]


def test_parts_of_a_year_in_heads_and_years_in_rows_are_periods_of_what_the_caption_measures() -> None:
    """一季度|上半年 of a table of growth; 历年粮食产量 with 单产 beside 产量; the sum of all rows is the caption's."""
    found = told(figures("表18 2023年分季度增速（%）", "指标|一季度|上半年|全年", "地区生产总值|4.5|5.6|6.1"))
    assert [(row[0], row[3], row[5]) for row in found] == [
        ("地区生产总值", "growth", "2023-Q1"), ("地区生产总值", "growth", "2023-H1"),
        ("地区生产总值", "growth", "2023"),
    ]
    series = told(figures("表19 历年粮食产量", "年度|产量（万吨）|单产（公斤/亩）", "2022|59|415", "2023|60|420"))
    assert [(row[0], row[4]) for row in series] == [
        ("粮食产量", "baseline"), ("粮食单产", "baseline"), ("粮食产量", "actual"), ("粮食单产", "actual"),
    ]
    total = told(figures("表6 2023年财政支出（单位：亿元）", "科目|执行数", "教育支出|50", "合计|200"))
    assert [row[0] for row in total] == ["教育支出", "财政支出"]


def test_a_table_in_traditional_signs_has_its_unit_and_its_changes() -> None:
    """單位：億元 above, 按年變動 in the head; names stay as they are printed."""
    head = "指標|2022年|2023年|按年變動（%）"
    assert [row[:4] for row in told(figures("表1　主要指標（單位：億元）", head, "出口總值|4,530|4,720|4.2"))] == [
        ("出口總值", 453000000000, "元", "level"), ("出口總值", 472000000000, "元", "level"),
        ("出口總值", Decimal("4.2"), "%", "growth"),
    ]


def test_a_unit_in_the_corner_and_rows_by_month_are_read() -> None:
    """单位：亿元 over the names of the rows; 1月 and 2月 under 月份; 上年=100 gives no year."""
    corner = told(figures("表1 主要指标", "单位：亿元|2022年|2023年", "地区生产总值|480|512"))
    assert [row[:3] for row in corner] == [("地区生产总值", 48000000000, "元"), ("地区生产总值", 51200000000, "元")]
    months = told(figures("表3 2023年各月用电量（万千瓦时）", "月份|用电量|增长（%）", "1月|5000|3.2", "2月|4600|-1.1"))
    assert [(row[0], row[1], row[5]) for row in months] == [
        ("用电量", 50000000, "2023-01"), ("用电量", Decimal("3.2"), "2023-01"),
        ("用电量", 46000000, "2023-02"), ("用电量", Decimal("-1.1"), "2023-02"),
    ]  # fmt: skip
    (index,) = told(figures("表9 价格指数（上年=100）", "类别|全市", "居民消费价格指数|100.2"))
    assert (index[0], index[5]) == ("居民消费价格指数", "2023")


def test_an_amount_under_the_name_of_a_measure_adds_nothing_to_it() -> None:
    """工业增加值 over 总量 and 增速."""
    text = (
        "<h1>清河市2023年统计公报</h1><table><thead><tr><th rowspan=2>县区</th><th colspan=2>工业增加值</th></tr>"
        "<tr><th>总量（亿元）</th><th>增速（%）</th></tr></thead><tbody><tr><td>城东区</td><td>36.5</td><td>8.1</td></tr>"
        "</tbody></table>"
    )
    found = told(list(report_of(read_bytes(text.encode(), "a.html")).metrics))
    assert [row[:3] for row in found] == [
        ("城东区工业增加值", 3650000000, "元"), ("城东区工业增加值", Decimal("8.1"), "%"),
    ]


def test_an_amount_with_its_change_in_brackets_is_two_figures() -> None:
    """38620（+5.1%）; a note in brackets behind a figure is none."""
    found = told(figures("表2 收入", "指标|2022年|2023年", "人均可支配收入（元）|36746（+4.2%）|38620（+5.1%）"))
    assert [row[1:] for row in found] == [
        (36746, "元", "level", "baseline", "2022"), (Decimal("4.2"), "%", "growth", "baseline", "2022"),
        (38620, "元", "level", "actual", "2023"), (Decimal("5.1"), "%", "growth", "actual", "2023"),
    ]
    assert [row[1] for row in told(figures("表2 收入", "指标|2023年（亿元）", "税收收入|12.5[1]"))] == [1250000000]


def test_a_count_behind_a_label_is_a_figure_of_its_own() -> None:
    """在建项目（26个）; ages and classes say which rows are meant."""
    found = told(figures("表3 项目", "项目|完成投资（亿元）", "在建项目（26个）|48.6"))
    assert [row[:4] for row in found] == [
        ("在建项目", 26, "个", "level"), ("在建项目完成投资", 4860000000, "元", "level"),
    ]
    ages = told(figures("表4 人口", "指标|年末数（万人）", "劳动年龄人口（16-59岁）|50.1", "规上工业（2000万元）|1"))
    assert [row[1] for row in ages] == [501000, 10000]


def test_sums_of_a_plan_stand_in_brackets_and_earlier_years_are_compared_with() -> None:
    """What stands under 年均增速[累计] is of all the plan's years; a column of classes names no row."""
    text = (
        "# 清河市国民经济和社会发展第十四个五年规划纲要\n\n## 第一章 主要目标\n\n主要目标如下。\n\n表1 主要指标\n\n"
        "|类别|指标|2020年|2025年|年均增速[累计]|属性|\n|-|-|-|-|-|-|\n|经济|地区生产总值（亿元）|326|460|7%左右|预期性|\n"
        "|民生|城镇新增就业（万人）|—|—|[5]|预期性|\n|绿色|单位GDP能耗降低（%）|—|—|[13.5]|约束性|\n"
    )
    assert told(list(report_of(read_bytes(text.encode(), "a.md")).metrics)) == [
        ("地区生产总值", 32600000000, "元", "level", "baseline", "2020"),
        ("地区生产总值", 46000000000, "元", "level", "target", "2025"),
        ("地区生产总值", 7, "%", "growth", "target", "2021-2025"),
        ("城镇新增就业", 50000, "人", "level", "target", "2021-2025"),
        ("单位GDP能耗", Decimal("-13.5"), "%", "growth", "target", "2021-2025"),
    ]


def test_a_change_of_two_amounts_and_a_share_of_a_plan_are_of_the_amount_beside_them() -> None:
    """12.6|12.8|-0.2 is a difference of this year's; 为预算的% is a rate of what was done."""
    found = told(figures("表5 户籍", "项目|单位|本年|上年|增减", "户籍人口|万人|12.6|12.8|-0.2", "户数|户|412|409|0.7"))
    assert [row[1:4] + row[5:] for row in found if row[3] != "level"] == [
        (-2000, "人", "difference", "2023"), (Decimal("0.7"), "%", "growth", "2023"),
    ]
    budget = figures("表6 收入（单位：万元）", "项目|2022年决算数|2023年预算数|2023年决算数|为预算的%|为上年的%",
                     "税收收入|132600|141000|139850|99.2|105.5")  # fmt: skip
    assert [row[2:] for row in told(budget)] == [
        ("元", "level", "baseline", "2022"), ("元", "level", "target", "2023"), ("元", "level", "actual", "2023"),
        ("%", "rate", "actual", "2023"), ("%", "rate", "actual", "2023"),
    ]


def test_what_was_reached_of_an_aim_is_a_result_beside_the_next_aim() -> None:
    """2023年 over 目标 and 完成, 2024年 over 目标."""
    found = told(figures("表7 指标", "指标|2023年目标|2023年完成|2024年目标", "地区生产总值增长（%）|6左右|5.8|6以上"))
    assert [row[4:] for row in found] == [("target", "2023"), ("actual", "2023"), ("target", "2024")]


def test_cells_that_tell_figures_in_words_are_read_as_sentences() -> None:
    """主要内容 and 完成情况 beside the names of the rows; numbers of documents, days and telephones are none."""
    rows = ("智能产业园|新建厂房12万平方米，购置设备300台|26.5", "城东水厂|日供水能力达到5万吨|3.1")
    found = told(figures("表1 项目", "项目名称|建设内容|总投资（亿元）", *rows))
    assert [row[:3] for row in found] == [
        ("厂房", 120000, "平方米"), ("设备", 300, "台"), ("智能产业园", 2650000000, "元"),
        ("日供水能力", 50000, "吨"), ("城东水厂", 310000000, "元"),
    ]
    tasks = told(figures("表2 任务", "序号|目标任务|完成情况|牵头单位", "1|新增公共车位2000个以上|已建成2136个|城管局",
                         "2|改造老旧小区36个|全部完工|住建局"))  # fmt: skip
    assert [(row[1], row[4]) for row in tasks] == [(2000, "target"), (2136, "actual"), (36, "target")]
    names = ("1|低空经济行动方案|清政发〔2023〕12号|0538-2331234|2023年6月底",)
    assert figures("表3 文件", "序号|文件|文号|联系电话|时限", *names) == []
