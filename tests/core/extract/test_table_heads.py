"""What heads and rows of tables say in the forms of communiqués, plans, budgets and lists of values."""

from __future__ import annotations

from decimal import Decimal

from core.model import Metric
from core.pipeline import report_of
from core.readers import read_bytes
from core.readers.plain import tables_of
from tests.core.extract.test_tables import figures, told


def of_text(text: str, name: str = "a.txt") -> list[Metric]:
    """The figures of a report given as it stands in its file."""
    return list(report_of(read_bytes(text.encode(), name)).metrics)


def test_a_cell_may_part_thousands_by_blanks_and_tell_a_level_in_brackets() -> None:
    """1 286.4 is one figure; 同比持平（100） is 100; two figures in a cell are none."""
    rows = ("水泥产量（万吨）|1 286.4", "居住价格指数|同比持平（100）", "两地|12 34")
    assert [(row[0], row[1]) for row in told(figures("表1 2023年主要指标", "指标|绝对数", *rows))] == [
        ("水泥产量", 12864000), ("居住价格指数", 100),
    ]


def test_a_share_of_a_whole_is_that_of_the_amount_beside_it() -> None:
    """占出口总额比重 behind 其中：出口 is the share that exports have: the head names the whole."""
    text = (
        "# 青溪县2024年国民经济和社会发展统计公报\n\n一、对外经济\n\n表3 2024年对主要国家和地区货物进出口额及其比重\n\n"
        "|国家和地区|进出口额（万元）|占全部进出口比重（%）|其中：出口额（万元）|占出口总额比重（%）|\n|-|-|-|-|-|\n"
        "|越南|13100|21.4|8300|18.9|\n|泰国|6700|10.9|5400|12.3|\n"
    )
    assert [(row[0], row[2]) for row in told(of_text(text, "a.md"))][:4] == [
        ("越南进出口额", "元"), ("越南进出口额占全部进出口比重", "%"),
        ("越南出口额", "元"), ("越南出口额占出口总额比重", "%"),
    ]


def test_a_sum_in_brackets_is_of_points_where_the_row_is_a_share() -> None:
    """〔1.7〕 of a share in per cent is a difference; its quote is the number; 〔1.5〕 of things is so many of them."""
    text = (
        "# 青溪县国民经济和社会发展第十四个五年规划纲要\n\n## 第一章 主要目标\n\n主要目标如下。\n\n专栏1 主要指标\n\n"
        "|指标|2020年|2025年|年均增长〔累计〕|属性|\n|-|-|-|-|-|\n|林木覆盖率（%）|41.3|>43|〔1.7〕|约束性|\n"
        "|新增公共停车位（万个）|—|—|〔1.5〕|预期性|\n"
    )
    found = [one for one in of_text(text, "a.md") if one.period == "2021-2025"]
    assert [(one.surface, one.value, one.unit, one.kind, one.role) for one in found] == [
        ("1.7", Decimal("1.7"), "个百分点", "difference", "target"), ("1.5", 15000, "个", "level", "target"),
    ]


def test_a_share_of_the_budget_below_a_year_is_of_what_was_done() -> None:
    """2023年 over 预算数|执行数|为预算的% says when; the sum of the rows is what the caption names."""
    text = (
        "# 青溪县2023年预算执行情况和2024年预算草案的报告\n\n附表1 2023年一般公共预算收入执行情况表\n\n单位：万元\n\n"
        "<table><tr><th rowspan=2>项目</th><th rowspan=2>2022年决算数</th><th colspan=3>2023年</th></tr>"
        "<tr><th>预算数</th><th>执行数</th><th>为预算的%</th></tr>"
        "<tr><td>一、税收收入</td><td>86,420</td><td>90,000</td><td>91,235</td><td>101.4</td></tr>"
        "<tr><td>二、非税收入</td><td>40,118</td><td>41,000</td><td>42,306</td><td>103.2</td></tr>"
        "<tr><td>收入合计</td><td>126,538</td><td>131,000</td><td>133,541</td><td>101.9</td></tr></table>\n"
    )
    rates = [row for row in told(of_text(text, "a.md")) if row[2] == "%"]
    assert [(row[0], row[1], row[3], row[4], row[5]) for row in rates] == [
        ("税收收入", Decimal("101.4"), "rate", "actual", "2023"),
        ("非税收入", Decimal("103.2"), "rate", "actual", "2023"),
        ("一般公共预算收入", Decimal("101.9"), "rate", "actual", "2023"),
    ]


def test_parts_below_the_words_behind_其中_stand_beside_one_another() -> None:
    """乡村 set below 城镇, and not below 其中, is a part of the whole; a row set in by two signs is one of the part."""
    text = (
        "2023年青溪县国民经济和社会发展统计公报\n\n表2 2023年年末常住人口数及其构成\n\n"
        "指标            年末数（万人）    比重（%）\n常住人口        52.53            100.0\n"
        "其中：城镇      38.21            72.7\n      乡村      14.32            27.3\n"
        "其中：男性      26.70            50.8\n      女性      25.83            49.2\n"
    )
    assert [row[0] for row in told(of_text(text))][2::2] == [
        "常住人口（城镇）", "常住人口（乡村）", "常住人口（男性）", "常住人口（女性）",
    ]


def test_a_change_below_one_year_is_none_of_the_amount_of_another() -> None:
    """2024年计划增长 beside 2023年预计完成 is of the indicator alone; 预计完成 adds nothing to its name."""
    head = "指标|2023年预计完成（亿元）|2023年预计完成增长（%）|2024年计划增长（%）"
    found = told(figures("附表 2023年计划执行情况", head, "零售总额|95.1|6.2|6.5以上"))
    assert [(row[0], row[1], row[4], row[5]) for row in found] == [
        ("零售总额", Decimal(9510000000), "baseline", "2023"), ("零售总额", Decimal("6.2"), "baseline", "2023"),
        ("零售总额", Decimal("6.5"), "target", "2024"),
    ]


def test_a_column_of_changes_may_say_itself_what_changed() -> None:
    """固定资产投资增长 beside 地区生产总值 is of the investment, and so is the place behind it."""
    head = "县区|地区生产总值（亿元）|同比增长（%）|位次|固定资产投资增长（%）|位次"
    found = told(figures("附表 2023年各县区主要指标", head, "东山区|402.8|6.8|2|11.2|1", "白河县|318.5|5.4|4|-2.6|5"))
    assert [(row[0], row[3]) for row in found[:5]] == [
        ("东山区地区生产总值", "level"), ("东山区地区生产总值", "growth"), ("东山区地区生产总值增速", "rank"),
        ("东山区固定资产投资", "growth"), ("东山区固定资产投资增速", "rank"),
    ]


def test_a_coefficient_takes_no_unit_of_the_table() -> None:
    """有效利用系数 in a table of 亿立方米 is a number; the amounts around it are not."""
    rows = ("用水总量|12.3|11.9", "有效利用系数|0.586|0.591")
    found = told(figures("表3 用水情况（单位：亿立方米）", "用水类别|2022年|2023年", *rows))
    assert [(row[0], row[2], row[3]) for row in found[2:]] == [("有效利用系数", "", "rate")] * 2
    assert {row[2] for row in found[:2]} == {"立方米"}


def test_values_between_commas_are_a_table_and_prose_with_commas_is_none() -> None:
    """As many values in each line, most of them figures; a figure in quotation marks holds its commas."""
    head = "2023年青溪市各县区主要指标通报\n\n附表 2023年各县区主要指标\n\n"
    text = head + '县区,工业总产值（亿元）,同比增长（%）\n东山区,"1,402.8",6.8\n白河县,318.5,—\n南屏县,,4.5\n'
    assert [row[:2] for row in told(of_text(text))] == [
        ("东山区工业总产值", Decimal(140280000000)), ("东山区工业总产值", Decimal("6.8")),
        ("白河县工业总产值", Decimal(31850000000)), ("南屏县工业总产值", Decimal("4.5")),
    ]
    prose = head + "东山,新建,5号楼\n白河,扩建,老馆\n南屏,改建,12号院\n"
    assert of_text(prose) == []


def test_a_wide_head_may_leave_its_other_cells_empty() -> None:
    """全体居民|| over 绝对数|增长 heads both columns; an empty head over figures alone heads none."""
    head, below = "指标|全体居民||城镇居民|", "|绝对数|增长|绝对数|增长"
    found = told(figures("表1 2023年居民收入（单位：元，%）", head, below, "可支配收入|31260|6.2|42815|5.1"))
    assert [(row[1], row[2], row[3]) for row in found] == [
        (31260, "元", "level"), (Decimal("6.2"), "%", "growth"),
        (42815, "元", "level"), (Decimal("5.1"), "%", "growth"),
    ]
    assert "城镇居民" in str(found[3][0])


def test_rows_wider_than_a_sentence_and_an_estimate_of_the_year_at_hand() -> None:
    """Wide blanks make a row however long it is; 2023年预计 beside 2024年目标 plans nothing."""
    text = (
        "青溪市2024年国民经济和社会发展计划\n\n附表 2024年主要预期目标\n\n"
        "序号  指标名称                单位    2022年实际  2023年预计  2024年目标  指标属性\n"
        "1     城镇新增就业            万人    3.2         3.4         3.3以上     预期性\n"
        "2     粮食产量                万吨    86.4        87.2        ≥87         约束性\n"
    )
    assert [row[:2] + row[4:] for row in told(of_text(text))][:3] == [
        ("城镇新增就业", 32000, "baseline", "2022"), ("城镇新增就业", 34000, "baseline", "2023"),
        ("城镇新增就业", 33000, "target", "2024"),
    ]


def test_the_unit_of_money_in_a_caption_is_none_of_its_words() -> None:
    """（金额单位：亿元） behind the caption; 支出科目 heads indicators."""
    found = told(figures("表2 2023年支出决算表（金额单位：亿元）", "支出科目|决算数|比上年±%", "教育支出|32.9|5.2"))
    assert [row[:4] for row in found] == [
        ("教育支出", Decimal(3290000000), "元", "level"), ("教育支出", Decimal("5.2"), "%", "growth"),
    ]


def test_rows_that_no_pipe_opens_are_a_table_and_a_line_of_links_is_none() -> None:
    """A page's table as copying leaves it: 指标 | 2019年 | 比上年增长(%) |, three rows and more, most cells figures."""
    head = "指 标 | 绝对数 | 比上年增长(%) |\n地区生产总值 | 153.1 | 8.1 |\n"
    rows = "其中:第一产业 | 37.2 | 4.3 |\n第二产业 | 64.4 | |\n"
    text = f"临江县2019年统计公报\n\n一、综合\n\n单位:亿元\n{head}{rows}\n全年经济平稳运行。\n"
    assert [row[:3] for row in told(of_text(text))] == [
        ("地区生产总值", Decimal("15310000000"), "元"), ("地区生产总值", Decimal("8.1"), "%"),
        ("第一产业增加值", Decimal("3720000000"), "元"), ("第一产业增加值", Decimal("4.3"), "%"),
        ("第二产业增加值", Decimal("6440000000"), "元"),
    ]
    assert tables_of("首页 | 新闻 | 公开 |\n县长 | 政务 | 服务 |\n互动 | 专题 | 数据 |\n") == ()


def _markdown(caption: str, head: str, *rows: str) -> str:
    rule = "|-" * (head.count("|") + 1) + "|"
    body = "".join(f"|{row}|\n" for row in rows)
    return f"# 青溪县2024年国民经济和社会发展统计公报\n\n一、综合\n\n{caption}\n\n|{head}|\n{rule}\n{body}"


def test_figures_told_in_words_take_the_name_of_their_row() -> None:
    """改造14个 in the row of 背街小巷整治 counts these; words that name a thing of their own keep it."""
    text = _markdown(
        "表6 民生实事进展", "序号|项目名称|年度任务|完成情况", "1|背街小巷整治|改造14个|已完成16个",
        "2|托位|新增180个|新增150个", "3|农村公路|新改建44公里|新改建47公里，安装护栏9公里",
    )
    found = of_text(text, "a.md")
    assert [(one.surface, one.indicator.text if one.indicator else None, one.role) for one in found] == [
        ("14个", "背街小巷整治", "target"), ("16个", "背街小巷整治", "actual"),
        ("180个", "托位", "target"), ("150个", "托位", "actual"),
        ("44公里", "农村公路", "target"), ("47公里", "农村公路", "actual"), ("9公里", "护栏", "actual"),
    ]
    named = next(reason for reason in found[0].reasons if reason.field == "indicator")
    assert named.span is not None
    assert named.span.quote(text) == "背街小巷整治"


def test_a_plan_s_table_tells_what_is_to_be_spent() -> None:
    """2024年重点项目计划 is no result of 2024; what of it was done stands under a head that says so."""
    text = _markdown(
        "表7 2024年重点项目计划", "项目名称|总投资（亿元）|已完成投资（亿元）", "北环水厂|2.4|0.7", "沿河路改建|1.9|0.3"
    )
    assert [(row[0], row[3], row[4]) for row in told(of_text(text, "a.md"))] == [
        ("北环水厂总投资", "level", "target"), ("北环水厂已完成投资", "level", "actual"),
        ("沿河路改建总投资", "level", "target"), ("沿河路改建已完成投资", "level", "actual"),
    ]


def test_the_unit_of_a_row_without_an_amount_is_that_of_its_growth() -> None:
    """工业增加值|%|—|6.4 grew by 6.4 %; a share that is told is set against another one in points."""
    text = _markdown(
        "表8 2024年12月主要指标", "指标|单位|12月|增长%", "规模以上工业增加值|%|—|6.4",
        "产销率|%|97.2|0.3", "工业用电量|万千瓦时|19800|3.1",
    )
    assert [(row[0], row[2], row[3]) for row in told(of_text(text, "a.md"))] == [
        ("规模以上工业增加值", "%", "growth"), ("产销率", "%", "rate"), ("产销率", "个百分点", "difference"),
        ("工业用电量", "千瓦时", "level"), ("工业用电量", "%", "growth"),
    ]


def test_the_year_behind_the_word_for_a_table_is_no_number_of_it() -> None:
    """附表 2024年…: the sum of all rows is what the caption measures."""
    text = _markdown(
        "附表 2024年一般公共预算收入执行情况", "项目|预算数（万元）|完成数（万元）", "税收收入|61000|60400",
        "非税收入|29000|30200", "合计|90000|90600",
    )
    assert [row[0] for row in told(of_text(text, "a.md"))][-2:] == ["一般公共预算收入", "一般公共预算收入"]


def test_bodies_under_the_word_for_units_name_the_rows() -> None:
    """单位 stands over 东溪镇 as well as over 万吨."""
    text = _markdown(
        "表9 目标任务分解表", "单位|固定资产投资增速（%）|到位资金（亿元）", "东溪镇|9|3.5", "南坪镇|11|4.2"
    )
    assert [(row[0], row[2], row[4]) for row in told(of_text(text, "a.md"))] == [
        ("东溪镇固定资产投资", "%", "target"), ("东溪镇到位资金", "元", "target"),
        ("南坪镇固定资产投资", "%", "target"), ("南坪镇到位资金", "元", "target"),
    ]


def test_a_change_beside_two_years_is_that_of_the_later_one() -> None:
    """2024年|2023年|增减: what the amounts differ by; 变化幅度 with its sign in the cell is a growth or points."""
    text = _markdown(
        "表10 就业情况", "指标|2024年|2023年|增减", "城镇新增就业（人）|4870|4690|180", "返乡创业（人）|610|640|-30"
    )
    changes = [row for row in told(of_text(text, "a.md")) if row[3] != "level"]
    assert changes == [
        ("城镇新增就业", 180, "人", "difference", "actual", "2024"),
        ("返乡创业", -30, "人", "difference", "actual", "2024"),
    ]
    text = _markdown(
        "表11 环境质量", "指标|2023年|2024年|变化幅度", "细颗粒物浓度（微克/立方米）|39|37|-5.1%",
        "达标率（%）|81.4|83.2|1.8个百分点",
    )
    changes = [row for row in told(of_text(text, "a.md")) if row[3] in ("growth", "difference")]
    assert [(row[0], row[2], row[3], row[5]) for row in changes] == [
        ("细颗粒物浓度", "%", "growth", "2024"), ("达标率", "个百分点", "difference", "2024"),
    ]


def test_what_a_row_and_its_columns_both_call_spending_is_told_apart() -> None:
    """教育支出 under 基本支出 and 项目支出; their sum is that of the row."""
    text = _markdown(
        "表12 支出情况（单位：万元）", "科目|基本支出|项目支出|合计", "教育支出|1130|92|1222", "卫生健康支出|610|55|665"
    )
    assert [row[0] for row in told(of_text(text, "a.md"))] == [
        "教育支出（基本支出）", "教育支出（项目支出）", "教育支出",
        "卫生健康支出（基本支出）", "卫生健康支出（项目支出）", "卫生健康支出",
    ]


def test_a_part_beside_its_whole_is_counted_as_that_is() -> None:
    """教职工（人）|#专任教师: the part names no unit of its own."""
    text = _markdown(
        "表13 各类学校情况", "类别|教职工（人）|#专任教师|班级（个）", "小学|1730|1640|560", "初中|920|880|240"
    )
    assert [(row[0], row[2]) for row in told(of_text(text, "a.md"))][:3] == [
        ("小学（教职工）", "人"), ("小学（专任教师）", "人"), ("小学（班级）", "个"),
    ]


def test_rows_beside_years_are_indicators_of_their_own() -> None:
    """年份|2023|2024: the caption names the first row, and not what the second measures."""
    text = _markdown(
        "表14 2023-2024年常住人口（单位：万人）", "年份|2023|2024", "常住人口|39.6|39.4", "城镇化率（%）|47.3|48.1"
    )
    assert [(row[0], row[2], row[5]) for row in told(of_text(text, "a.md"))] == [
        ("常住人口", "人", "2023"), ("常住人口", "人", "2024"),
        ("城镇化率", "%", "2023"), ("城镇化率", "%", "2024"),
    ]


def test_a_row_that_numbers_the_columns_holds_no_figures() -> None:
    """1|2|3|4 below the heads: what a form counts its columns by."""
    text = _markdown(
        "表15 收支情况（单位：万元）", "科目|预算数|决算数|结转数", "1|2|3|4", "教育支出|530|517|13",
        "交通支出|260|251|9", "农林水支出|370|352|18",
    )
    assert [row[1] for row in told(of_text(text, "a.md"))] == [
        ten_thousands * 10_000 for ten_thousands in (530, 517, 13, 260, 251, 9, 370, 352, 18)
    ]
