"""Printed lines."""

from __future__ import annotations

import pytest

from core.text import printed_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\\r\\n", "\\n", "\u2028", "\x0c"])
def test_every_line_end_parts_lines(end: str) -> None:
    """Dumps write line ends as letters; the text itself is never changed for it."""
    text = f"一、回顾{end}  正文。{end}{end}尾"
    lines = printed_lines(text)
    assert [line.span.quote(text) for line in lines] == ["一、回顾", "正文。", "", "尾"]
    assert [line.indent for line in lines] == [0, 2, 0, 0]


def test_a_path_with_a_backslash_is_no_line_end() -> None:
    """C:\\new is one word."""
    assert len(printed_lines("C:\\new")) == 1


_LONG = (
    "同时，我们也清醒地看到，前进的道路上还有不少困难，部分企业经营压力较大，财政收支矛盾突出，民生事业还有短板，"
    "干部作风有待改进，对此我们将认真加以解决。"
)


def test_a_heading_behind_the_last_sentence_of_a_part_is_a_line() -> None:
    """A line end that was lost before 二、 hid the heading, and the plan was read as a part of the results."""
    text = f"一、工作回顾\n{_LONG}二、今后五年的主要目标\n正文。"
    lines = [line.span.quote(text) for line in printed_lines(text)]
    assert lines == ["一、工作回顾", _LONG, "二、今后五年的主要目标", "正文。"]


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{_LONG}二、加大投入力度，强化保障。", f"{_LONG}二、今后五年的目标，三、",
        f"一、统一思想。{_LONG}二、加强组织领导", f"{_LONG}二、三产业协调发展",
    ],
)
def test_an_ordinal_within_a_paragraph_parts_no_line(paragraph: str) -> None:
    """A sentence, an item behind another of its count, and the sectors of the economy are no heading."""
    assert len(printed_lines(paragraph)) == 1


def test_a_report_on_one_line_is_cut_at_the_blanks_between_its_parts() -> None:
    """Its title, a short name set wide (综 合) and what stood over tables and pictures are lines of their own."""
    told = "全年地区生产总值151亿元，比上年增长2.7%，经济运行总体平稳，各项事业取得新的进展。" * 5
    parts = [
        "2019年临江县统计公报", "2019年，全县经济稳中向好。", "一、综 合", told, "图1 2015-2019年生产总值",
        "表1 2019年人口构成", "单位:人", "年末常住人口32万人。", "二、农 业", "全年粮食产量12万吨。", "三、工业", told,
    ]
    text = " ".join(parts)
    assert [line.span.quote(text) for line in printed_lines(text)] == parts


def test_who_is_greeted_parts_the_title_from_a_report_on_one_line() -> None:
    """Name and office of the speaker stand between, and nothing parts them from the title."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 16
    parts = ["政府工作报告云州县县长王小河", "各位代表：请予审议。", f"一、过去五年工作回顾本届政府任期届满。{told}"]
    assert [line.span.quote("".join(parts)) for line in printed_lines("".join(parts).replace("：", ":"))] == parts


def test_the_first_part_alone_on_one_line_is_cut_where_it_counts() -> None:
    """What a site shows of a document: its title runs into the first year, and no second part is shown."""
    told = "全镇上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 8
    parts = [
        "青石镇2017年半年工作总结", f"2017年，我镇真抓实干。{told}", "一、完成情况:", f"(一)产业凸显特色。{told}",
        "(二)项目顺利推进。新建道路7公里。",
    ]
    assert [line.span.quote("".join(parts)) for line in printed_lines("".join(parts))] == parts


def test_wide_blanks_between_paragraphs_part_headings_without_an_ordinal() -> None:
    """What stands behind sentences stands behind titles and headings, too; a narrower blank is one inside of a line."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 4
    parts = ["临江县报告摘要", "2018年工作回顾", told, "第一章 2019年 重点工作", told, "改善民生", told, told, told]
    text = "　　".join(parts)
    assert [line.span.quote(text) for line in printed_lines(text.replace("　", " "))] == parts


def test_wide_blanks_between_cells_part_no_sentence() -> None:
    """The columns of a table on the line are as far apart; few of them end a sentence."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 5
    row = "粮食  49000  万吨  5.0  油料  2200  万吨  1.7  棉花  420  万吨  11.7  甘蔗  6700  万吨  2.8"
    text = " ".join([told, told, told, told, row])
    assert printed_lines(text)[-1].span.quote(text) == row


def test_the_number_of_a_year_and_its_word_are_not_parted() -> None:
    """一、2002 年工作回顾, with blanks that a converter set around the digits."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 4
    parts = ["一、2002 年工作回顾", told, told, "二、2003 年工作任务", told, told, told]
    text = " ".join(parts)
    assert [line.span.quote(text) for line in printed_lines(text)] == parts


def test_numbers_of_pages_in_the_middle_of_sentences_begin_no_line() -> None:
    """A site that shares documents cuts them by the page, and counts the pieces."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展。" * 8
    text = f"1、{told}沉着应\n\n2、对各种挑战。{told}改革走在全国前\n3、列。{told}"
    lines = [line.span.quote(text) for line in printed_lines(text) if not line.blank]
    assert lines == [f"{told}沉着应", f"对各种挑战。{told}改革走在全国前", f"列。{told}"]


@pytest.mark.parametrize("end", ["。", "；", "："])
def test_numbered_paragraphs_that_end_keep_their_numbers(end: str) -> None:
    """Items that are whole sentences, and short lines, are counted by their writer."""
    told = "全县上下攻坚克难，经济运行总体平稳，各项事业取得新的进展" * 8
    text = f"1、{told}{end}\n2、{told}{end}\n3、{told}{end}"
    assert [line.span.quote(text)[:2] for line in printed_lines(text)] == ["1、", "2、", "3、"]
    assert printed_lines("1、工业\n2、农业")[1].span.start == len("1、工业\n")


def test_two_numbered_parts_on_one_line_are_cut_and_the_rows_of_a_table_before_sentences() -> None:
    """An excerpt has few sentences before blanks; its ordinals tell the parts, and no cell holds a comma."""
    told = "全年经济运行总体平稳，各项事业取得新的进展。" * 10
    parts = [
        "六、交通和旅游", f"年末公路里程达到310公里。{told}", "表5 公路运输量及其增长速度",
        "指标 单位 绝对数 客运量 万人 52 -3.0", "全年接待游客28万人次，增长9.4%。",
        "七、财政和金融", f"全年财政收入21亿元。{told}",
    ]
    text = " ".join(parts)
    assert [line.span.quote(text) for line in printed_lines(text)] == parts


def test_blanks_behind_two_sentences_without_a_second_ordinal_cut_nothing() -> None:
    told = "全年经济运行总体平稳，各项事业取得新的进展。" * 10
    text = f"六、交通和旅游 {told} {told} 年末公路里程达到310公里。"
    assert [line.span.quote(text) for line in printed_lines(text)] == [text]
