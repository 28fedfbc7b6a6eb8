"""What layout and conversion did to a text must not become a figure, and must not hide one."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.sections import read_structure
from core.sections.broken import sentence_runs_over

FRAME = "一、2022年工作回顾\n全县坚持稳中求进，各项工作扎实推进，{}\n二、2023年工作安排\n继续抓好各项工作落实。\n"


def _read(words: str) -> list[tuple[str, str]]:
    metrics = read_metrics(read_structure(FRAME.format(words)))
    return [(f"{metric.value:f}" if metric.value is not None else "", metric.unit) for metric in metrics]


@pytest.mark.parametrize(
    "words",
    [
        "财政收入７１$1.$2５亿元，增长2$1.$2%。", "投资\\1.\\2亿元。", "完成投资□□亿元，增长×.×%。",
        "完成投资XX亿元。", "投资12�.5亿元，增长�.5%，下降3.�%。", "投资1?.5亿元。", "投资＊＊亿元，达到12**亿元。",
        "完成投资{0}亿元，{1}个项目。", "投资12.5.3亿元。", "产量12..5万吨。",
        "投资3O亿元，增长l0%。", "投资##亿元，增长#DIV/0!。", "完成NaN亿元。",
    ],
)  # fmt: skip
def test_destroyed_figures_yield_nothing(words: str) -> None:
    """Part of a number is another number: better none."""
    assert _read(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "完成投资12.5亿元。", "完成投资１２．５亿元。", "完成投资12·5亿元。", "完成投资1 2 . 5 亿元。",
        "完成投资12.5\n亿元。", "完成投资12.5&nbsp;亿元。", "完成投\n\n资12.5亿元。", "完成投资12.5\u200b亿元。",
        "完成投资**12.5亿元**。", "**完成投资**12.5亿元。",
        "完成投资12.5亿\n- 12 -\n元。", "完成投资\n（下转第三版）\n12.5亿元。",
    ],
)  # fmt: skip
def test_a_figure_is_read_through_its_scars(words: str) -> None:
    """White space, page numbers, and a printer's own signs inside."""
    assert [(float(value), unit) for value, unit in _read(words)] == [(1.25e9, "元")]


def test_a_repeated_paragraph_counts_its_figures_once() -> None:
    """The same block printed again, whole or from its middle on."""
    body = "全年实施重点项目26个，完成投资18.6亿元，新建道路42公里，改造管网15公里，绿化面积3.2万亩，惠及群众12万人。"
    once = read_metrics(read_structure(FRAME.format(body)))
    for again in (body, body[len(body) // 3 :]):
        assert len(read_metrics(read_structure(FRAME.format(f"{body}\n{again}")))) == len(once)


@pytest.mark.parametrize(
    "words",
    [
        "全市工业增加值增\n长8.2%，固定资产投资增长9.1%。", "全市工业增加值增长8.\n2%，固定资产投资增长9.1%。",
        "全市工业增加值增长8\n.2%，固定资产投资增长9.1%。", "全市工业增加值增长\n\n8.2%，固定资产投资增长9.1%。",
        "全市工业增加\n值增长8.2%，固定资产投资增长9.1%。", "全市工业增加值增长8.\n\n2%，固定资\n产投资增长9.1%。",
    ],
)  # fmt: skip
def test_a_line_end_in_a_text_of_few_lines_breaks_no_number_and_no_word(words: str) -> None:
    """Where too few lines show how wide the page was, numbers and known words show that a sentence goes on."""
    metrics = read_metrics(read_structure(words))
    assert [(one.indicator.canonical if one.indicator else "", str(one.value)) for one in metrics] == [
        ("工业增加值", "8.2"), ("固定资产投资", "9.1"),
    ]


def test_a_line_end_between_a_measure_and_its_amount_parts_no_sentence() -> None:
    """Digits set apart behind it are one number still; a short line that ends so and tells nothing stands alone."""
    metrics = read_metrics(read_structure("全市经济平稳运行，全年完成地区生产总值\n1 5 2 . 6 亿元，增长5.4%。"))
    assert [(one.indicator.text if one.indicator else "", str(one.value)) for one in metrics] == [
        ("地区生产总值", "15260000000.0"), ("地区生产总值", "5.4"),
    ]
    assert not sentence_runs_over("地区生产总值", "152.6亿元")


def test_lines_that_stand_alone_are_not_joined_by_signs_that_happen_to_make_a_word() -> None:
    """做完 / 成效: 完成 over a line end is no word where neither line goes on."""
    assert not sentence_runs_over("各项任务基本做完", "成效显著提升")
    assert sentence_runs_over("新增市场主", "体1.2万户")
    assert sentence_runs_over("工业投资增长9%，一般公共预算收入完", "成年度任务")


@pytest.mark.parametrize("last", ["报告指出", "大会强调", "现汇报如下情况"])
def test_a_line_that_begins_with_a_comma_goes_on_with_the_one_before(last: str) -> None:
    """However short that is: a claim that begins with a comma has lost its beginning."""
    document = read_structure(FRAME.format(f"成效明显。\n{last}\n，全年完成投资12.5亿元，增长6%。"))
    assert [one.span.quote(document.text) for one in document.sentences if "12.5" in one.span.quote(document.text)] \
        == [f"{last}\n，全年完成投资12.5亿元，增长6%。"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbers_on_lines_of_their_own_belong_to_the_sentence_around_them(gap: str) -> None:
    """Pages that set numbers in a face of their own are copied so; what follows a number begins with its unit."""
    words = ("全年生产总值完成", "215.3", "亿元，增长", "6", "%。改造老旧小区", "36", "个，惠及居民", "5200", "户。")
    text = "\n".join(("清河市2023年政府工作报告", "一、2023年工作回顾", gap.join(words), "二、2024年工作安排"))
    document = read_structure(text)
    assert [(float(one.value or 0), one.unit) for one in read_metrics(document)] == [
        (21530000000, "元"), (6, "%"), (36, "个"), (5200, "户"),
    ]
    assert [section.title for section in document.sections] == ["一、2023年工作回顾", "二、2024年工作安排"]


def test_numbers_of_pages_inside_sentences_stay_furniture() -> None:
    """人均, 个体 and 项目 begin with signs of units; where a sentence ended, the number is that of a page."""
    lead = "全市经济保持平稳，社会大局和谐稳定，群众生活水平得到改善，发展质量稳步提高，为全县"
    for behind in ("人均可支配收入稳步增长。", "个体工商户减免了税费。", "项目建设扎实推进。", "家庭农场健康发展。"):
        text = f"一、回顾\n{lead}\n12\n{behind}\n二、安排\n各项工作有序推进。"
        assert [one.surface for one in read_metrics(read_structure(text))] == []
    assert [one.surface for one in read_metrics(read_structure(f"一、回顾\n{lead}增收。\n12\n个乡镇受益。"))] == []


def test_a_salutation_before_the_first_part_of_a_report_on_one_line() -> None:
    """2018年工作的回顾 2018年是…。 一、…目标 去年以来…: the ordinal behind a sentence parts, and the part is named."""
    text = (
        "清河县政府工作报告\n各位代表: 现在，我代表县人民政府向大会报告工作，请予审议。 "
        "2018年工作的回顾 2018年是本届政府的第一年，"
        "我们圆满完成了各项任务，" + "保持了经济平稳、社会和谐、人心思进、干群齐心的良好局面，" * 12 + "取得了新进展。 "
        "一、积极应对，基本实现了主要目标 去年以来，全县生产总值达到92亿元。"
    )
    document = read_structure(text)
    assert [(one.title, one.parent) for one in document.sections] == [
        ("2018年工作的回顾", None), ("一、积极应对，基本实现了主要目标", "s1"),
    ]


def test_a_mark_of_a_site_may_end_what_stands_within_a_line() -> None:
    """政府工作报告xQk （2019年1月10日）xQk 全文: several paragraphs of a page on one line, each with its mark."""
    text = (
        "政府工作报告xQk （2019年1月10日）xQk 县长\n政府工作报告xQk\n（2019年1月10日）xQk\n县长 周山xQk\n各位代表:xQk\n"
        "2018年工作回顾xQk\n全县生产总值完成92亿元。xQk\n新建学校3所。xQk\n"
    )
    assert [one.title for one in read_structure(text).sections] == ["2018年工作回顾"]


def test_a_page_of_examples_that_was_cut_behind_its_first() -> None:
    """第一篇：镇政府工作报告 is the title where no 第二篇 follows, above a blurb of the site too."""
    text = (
        "{}第一篇：镇政府工作报告\n各位代表：\n现在，我代表镇人民政府，向大会报告工作。\n一、2013年工作回顾\n新建学校3所。\n"
        "{}二、2014年工作安排\n新建学校2所。\n"
    )
    heads = ["一、2013年工作回顾", "二、2014年工作安排"]
    blurb = "镇政府工作报告\n时间：2019-05-13\n简介：小编整理了多篇《镇政府工作报告》，" + "但愿对你有帮助，" * 8
    for site in ("", f"{blurb}欢迎收藏。\n"):
        assert [one.title for one in read_structure(text.format(site, "")).sections] == heads
    second = read_structure(text.format("", "第二篇：乡政府工作报告\n新建公路8公里。\n")).sections
    assert [one.title for one in second if one.parent is None] == ["第一篇：镇政府工作报告", "第二篇：乡政府工作报告"]


def test_parts_on_one_line_whose_title_stands_before_them() -> None:
    """…工作思路 一、2020 年度工作总结 今年以来…。 (一)…: two ordinals behind sentences part a line, the title not."""
    told = "统筹推进各项工作，做好服务，确保经济平稳有序，推动区域经济社会高质量发展，" * 5
    text = (
        "2020年度云溪街道工作总结和2021年度工作思路\n"
        "2020 年度云溪街道工作总结和 2021 年度工作思路 一、2020 年度工作总结 今年以来，"
        f"街道克难奋进。全年实现税收 15 亿元。 (一)全力稳企。{told}产值下降 5%。 (二)全力招商。{told}招商 42 次。"
    )
    assert [(one.title, one.parent) for one in read_structure(text).sections] == [
        ("一、2020 年度工作总结", None), ("(一)全力稳企", "s1"), ("(二)全力招商", "s1"),
    ]


def test_a_title_that_is_printed_again_on_two_lines_is_no_plan() -> None:
    """青山镇2010年工作总结及 / 2011年工作计划 behind what a site says; alone, the second line heads a part."""
    title = "青山镇2010年政府工作总结及2011年工作计划\n\n说明：" + "仅供预览，可能不全，" * 10 + "请确认。\n\n"
    text = title + "{}2011年工作计划\n\n今年以来，我镇扎实工作。\n\n一、基本情况\n\n新建公路3公里。\n"
    document = read_structure(text.format("青山镇2010年政府工作总结及\n\n"))
    assert [one.title for one in document.sections] == ["一、基本情况"]
    assert [one.role for one in read_metrics(document)] == ["actual"]
    assert [one.title for one in read_structure(text.format("")).sections] == ["2011年工作计划", "一、基本情况"]


def test_the_first_heading_of_a_lower_level_behind_a_sentence() -> None:
    """…下降5%。 (一)、农牧业方面 / 我镇…: its line end was lost; in the middle of a line it may be a point."""
    told = "全镇各项工作扎实推进，群众生活明显改善，社会大局和谐稳定，" * 3
    text = f"青山镇2010年工作总结\n一、基本情况\n{told}人均收入增长5%。 {{}}\n我镇资源丰富，新建公路3公里。\n"
    assert [one.title for one in read_structure(text.format("（一）、农牧业方面")).sections] == [
        "一、基本情况", "（一）、农牧业方面",
    ]
    assert len(read_structure(text.format("（一）农牧业方面，（二）林业方面。")).sections) == 1


def test_two_short_lines_below_the_heading_of_their_part_head_its_text() -> None:
    """综合实力进一步增强 / 城市面貌发生变化, of nearly one length; where one is longer, neither is sure."""
    told = "全市各项工作扎实推进，群众生活明显改善，社会大局和谐稳定，新建道路9公里。"
    text = f"政府工作报告\n一、本届政府的工作\n综合实力进一步增强\n{told}\n{{}}\n{told}\n二、今后的任务\n{told}\n"
    assert [one.title for one in read_structure(text.format("城市面貌发生较大改观")).sections][1:3] == [
        "综合实力进一步增强", "城市面貌发生较大改观",
    ]
    assert len(read_structure(text.format("城市面貌发生较大改观的原因在于有全市人民的团结奋斗")).sections) == 2


def test_two_lines_that_open_alike_head_their_text() -> None:
    """五年来，我们…; 五年来，我们…, with text between: two that open with other words are not sure."""
    told = "全区各项工作扎实推进，群众生活明显改善，社会大局和谐稳定，新建道路9公里。"
    text = f"各位代表：\n一、过去五年工作回顾\n{told}\n{{}}产业结构优化\n{told}\n{{}}改革开放进一步深化\n{told}\n"
    assert len(read_structure(text.format("五年来，我们直面挑战，", "五年来，我们释放活力激发潜能，")).sections) == 3
    assert len(read_structure(text.format("直面挑战，", "我们坚持释放活力激发潜能，")).sections) == 1


def test_a_running_title_with_the_number_of_its_page_is_no_subject() -> None:
    """政府工作报告 第 3 页, above a page that goes on in the middle of a sentence."""
    text = (
        "政府工作报告                第 3 页\n增长12.3%，占比由38%上升到40%。\n二、2005年工作\n总产达到25万吨。\n"
    )
    assert [one.surface for one in read_metrics(read_structure(text))] == ["12.3%", "38%", "40%", "25万吨"]
    assert not any(one.indicator and "报告" in one.indicator.text for one in read_metrics(read_structure(text)))


_TOLD = (
    "2021年，全市地区生产总值增长8.4%，新增规模以上企业128家，实施重点项目356个，完成投资1280.5亿元。",
    "城镇、农村居民人均可支配收入分别增长7.2%、9.1%，粮食总产量达到215.6万吨，高速公路、水利、电网投资分别增长19.1%、12%、41.5%，建成农村公路2300公里。",
    "引进亿元以上项目93个，到位资金486亿元，完成技术改造投资112.4亿元，新认定高新技术企业61家，城区绿化覆盖率达到43.7%，空气质量优良天数320天。",
)


def _figures(text: str) -> list[tuple[str, str | None]]:
    return [
        (str(metric.value), metric.indicator.text if metric.indicator else None)
        for metric in read_metrics(read_structure(text))
    ]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("width", [20, 28, 34])
def test_lines_that_are_cut_after_so_many_characters_are_joined(width: int, indent: str) -> None:
    """Digits are half as wide as other signs: lines of as many characters do not end at one column."""
    title = "山水市2022年政府工作报告"
    lines = [title]
    for words in _TOLD:
        printed = indent + words
        lines += [printed[start : start + width] for start in range(0, len(printed), width)]
    assert _figures("\n".join(lines)) == _figures("\n".join((title, *_TOLD)))


def test_the_foot_of_a_page_with_blank_lines_around_it_ends_no_paragraph() -> None:
    """Nor does a full stop that ends a full line, where first lines have an indent and the next line has none."""
    printed = (
        "　　全年建成学校十二所，改造老旧小区，新增学位、\n\n— 3 —\n\n床位分别为4600个和820张，城乡面貌焕然一新。\n"
        "　　全面开展城乡环境整治，新建公园广场绿地等设施。\n其中：公园6个、广场9处，新增停车位三千二百余个，完\n"
        "成投资3.2亿元，建成城乡供水管网86公里，改造危旧\n房屋1200套，新增城乡公交线路7条，惠及群众8万人。\n"
    )
    joined = "\n".join("".join(one.split("\n")) for one in printed.replace("\n\n— 3 —\n\n", "").split("\n　　"))
    assert _figures(printed) == _figures(joined)
