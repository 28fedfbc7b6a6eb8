"""Tables that stand in plain text and Markdown are found in place, and nothing of the text is changed."""

from __future__ import annotations

import pytest

from core.model.layout import Table
from core.readers import ReadingOptions, read_bytes
from core.sections import read_structure

PIPES = """2023年统计公报

**表1 2023年年末人口数**

（单位：万人）

| 指标 | 年末数 | 比重（%） | |
| --- | ---: | :-: | - |
| 全国人口[6] | 140967 | 100.0 | |
| 其中：城镇 | 93267 | 66.2 | |

全年出生人口902万人。
"""
TAGS = "<table><tr><th rowspan=2>指标</th><th colspan=2>增速</th></tr><tr><th>一季度</th><th>全年</th></tr>"
TAGS += "<tr><td>工业</td><td>5.1</td><td>6.2</td></tr></table>"
GAPS = "主要指标\n指标\t单位\t2023年\n粮食\t万吨\t23.4\n棉花\t万吨\t—\n"


def one(text: str, name: str = "a.md") -> tuple[str, Table]:
    """The text as it was read, and its only table."""
    reading = read_bytes(text.encode(), name)
    (table,) = reading.layout.tables
    return reading.text, table


def rows(text: str, table: Table) -> list[list[str]]:
    """The words of the cells, row by row."""
    return [[cell.span.quote(text) for cell in table.cells if cell.row == row] for row in range(table.rows)]


def test_a_table_between_pipes_has_its_cells_its_caption_and_its_unit() -> None:
    """The rule of dashes is no row, and an empty column at the edge is none."""
    text, table = one(PIPES)
    assert text == PIPES
    assert rows(text, table) == [
        ["指标", "年末数", "比重（%）"], ["全国人口[6]", "140967", "100.0"], ["其中：城镇", "93267", "66.2"],
    ]
    assert table.caption is not None and table.caption.quote(text) == "**表1 2023年年末人口数**"
    assert table.unit_note is not None and table.unit_note.quote(text) == "（单位：万人）"
    assert [cell.span.quote(text) for cell in table.cells if cell.head][3:] == ["全国人口[6]", "其中：城镇"]


def test_a_table_without_outer_pipes_is_one_by_its_rule() -> None:
    """Writers leave the outer pipes out."""
    text, table = one("甲项 | 数量\n--- | ---\n粮食 | 5\n")
    assert rows(text, table) == [["甲项", "数量"], ["粮食", "5"]]


def test_pipes_in_a_sentence_or_a_rail_make_no_table() -> None:
    """网站地图 | 联系我们 stands on every page."""
    assert not read_bytes("首页 | 要闻\n\n全年增长5%。\n网站地图 | 联系我们 | 关于\n".encode(), "a.md").layout.tables


def test_merged_cells_of_tags_keep_their_places() -> None:
    """Converters leave tables in Markdown as tags when cells are merged."""
    text, table = one(f"表1 增速\n\n{TAGS}\n")
    places = [(cell.span.quote(text), cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]
    assert places == [
        ("指标", 0, 0, 2, 1), ("增速", 0, 1, 1, 2), ("一季度", 1, 1, 1, 1), ("全年", 1, 2, 1, 1),
        ("工业", 2, 0, 1, 1), ("5.1", 2, 1, 1, 1), ("6.2", 2, 2, 1, 1),
    ]  # fmt: skip
    assert [cell.head for cell in table.cells] == [True] * 5 + [False] * 2


@pytest.mark.parametrize("blank", ["\t", "    ", "\u3000\u3000"])
def test_cells_set_apart_by_tabs_or_wide_blanks_are_a_table(blank: str) -> None:
    """Text copied out of a page or a document keeps no more of its tables."""
    text, table = one(GAPS.replace("\t", blank), "a.txt")
    assert rows(text, table)[1:] == [["粮食", "万吨", "23.4"], ["棉花", "万吨", "—"]]
    assert table.caption is not None and table.caption.quote(text) == "主要指标"


def test_cells_a_single_blank_apart_are_a_table_below_their_heads() -> None:
    """粮食 108.12万吨 8.3 below 农产品 1999年 比上年增长%; what counts in lines without such heads is none."""
    told = "产量如下：\n农产品 1999年 比上年增长%\n粮食 108.12万吨 8.3\n其中：小麦 32万吨 -3.4\n油菜籽 8.5万吨 7\n"
    text, table = one(told, "a.txt")
    assert rows(text, table)[1:3] == [["粮食", "108.12万吨", "8.3"], ["其中：小麦", "32万吨", "-3.4"]]
    told = "产品名称 单位 产量 增长%\n水泥 万吨 82.5 3.1\n布 万米 126 2.4\n发电量 亿千瓦时 36.5 -7\n"
    text, table = one(told, "a.txt")
    assert rows(text, table)[1] == ["水泥", "万吨", "82.5", "3.1"]
    told = "今年 项目 投资\n一期 3个 12亿元\n二期 23个 42亿元\n三期 86个 3亿元\n"
    assert not read_bytes(told.encode(), "a.txt").layout.tables
    short = "指标 2008年 增长%\n水泥 82.5 3.1\n全年平稳。\n"
    assert not read_bytes(short.encode(), "a.txt").layout.tables


def test_spread_words_and_lists_of_names_make_no_table() -> None:
    """出席    张三    李四 in several lines is no table: there are no figures."""
    assert not read_bytes("出席  张三  李四\n列席  王五  赵六\n记录  钱七  孙八\n".encode(), "a.txt").layout.tables


def test_the_rows_of_a_table_hold_no_sentences_and_no_headings() -> None:
    """A row may read like a heading or like a sentence."""
    body = "| 项目 | 说明 |\n| --- | --- |\n| 一、收入 | 增长5%，好于预期。 |\n| 二、支出 | 下降2%。 |"
    text = f"报告\n\n{body}\n\n全年增长5%。\n"
    reading = read_bytes(text.encode(), "a.md")
    document = read_structure(reading.text, reading.layout)
    assert [sentence.span.quote(text) for sentence in document.sentences] == ["全年增长5%。"]
    assert not document.sections


def test_what_a_person_says_of_a_line_stands() -> None:
    """Neither a wrongly suspected line nor an overlooked one is the program's last word."""
    text = "某县政府工作报告\n来源：县政府办公室\n各位代表：\n全年地区生产总值增长5%。\n本页由某某维护\n"
    first = read_structure(text)
    noise = [span.quote(text) for span in first.noise]
    assert noise == ["来源：县政府办公室"]
    start = text.index("本页由")
    span = type(first.noise[0])(start, start + 7)
    options = ReadingOptions(as_text=first.noise, as_furniture=(span,))
    reading = read_bytes(text.encode(), "a.txt", options)
    assert [found.quote(text) for found in read_structure(text, reading.layout).noise] == ["本页由某某维护"]
