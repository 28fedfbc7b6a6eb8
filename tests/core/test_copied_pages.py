"""Reports as copying from web pages leaves them: lines that were lost, years of a mean, what stood around a text."""

from __future__ import annotations

from core.extract import read_metrics
from core.sections import read_structure

_BODY = "全市上下奋发有为，扎实工作，积极应对各种困难和挑战，经济社会发展取得新的成就，人民生活继续改善。" * 9


def test_a_report_in_one_line_without_ordinals_still_has_its_title_and_year() -> None:
    """The salutation ends the title, which says of which year the results are."""
    document = read_structure(f"临江市2006年政府工作报告各位代表：现在，我向大会报告工作。{_BODY}")
    assert document.title == "临江市2006年政府工作报告"
    assert (document.year, document.target_year) == (2005, 2006)


def test_the_years_of_a_mean_are_not_those_of_the_amount_behind_it() -> None:
    """2005年，收入366亿元，五年年均增长25%，其中地方收入197亿元: of 2005."""
    text = "2006年政府工作报告\n\n“十五”工作回顾\n\n2005年，财政收入66亿元，五年年均增长25%，其中地方收入17亿元。\n"
    found = read_metrics(read_structure(text))
    assert [(one.surface, one.period) for one in found] == [
        ("66亿元", "2005"), ("25%", "2001-2005"), ("17亿元", "2005"),
    ]


def test_marks_that_a_site_adds_to_its_paragraphs_are_no_words() -> None:
    """hd9 behind each paragraph hid the headings and stood in the title; a word of the text that ends lines stays."""
    lines = [
        "政府工作报告", "2020年6月4日在临江县第十七届人民代表大会第五次会议上", "各位代表：", "2019年工作回顾",
        "经济平稳运行，地区生产总值增长8.4%。", "2020年工作安排", "地区生产总值增长7%左右，就业保持稳定。",
    ]
    text = "\nhd9\n".join(f"{line}hd9" for line in lines)
    document = read_structure(text)
    assert document.title == "政府工作报告"
    assert [section.title for section in document.sections] == ["2019年工作回顾", "2020年工作安排"]
    assert [one.surface for one in read_metrics(document)] == ["8.4%", "7%"]
    told = "\n".join(["县域经济看GDP，产业结构看GDP", *["各乡镇都要算清GDP"] * 6])
    assert "GDP" in read_structure(told).view


def test_numbers_on_lines_of_their_own_open_sentences_as_well() -> None:
    """…落实。 / 1.8 / 万余名贫困人口…: the number was taken for that of a page."""
    words = (
        "政策全面落实。\n1.8\n万余名贫困人口得到保障。\n21899\n户贫困户实现增收。\n"
        "13\n个扶贫基地、\n6\n个扶贫驿站投入使用。\n"
    )
    rest = "".join(f"项目完成投资\n{number}\n亿元，增长较快。\n" for number in (12, 13, 14, 15, 16))
    document = read_structure(f"2019年工作总结\n\n一、完成情况\n\n{words}{rest}")
    found = read_metrics(document)
    assert [f"{one.value or 0:.0f}" for one in found[:4]] == ["18000", "21899", "13", "6"]
    pages = read_structure("2019年工作总结\n\n一、完成情况\n\n政策全面落实。\n\n12\n\n个人所得税改革稳步推进。\n")
    assert read_metrics(pages) == ()


def test_a_title_in_brackets_names_the_document() -> None:
    text = f"【2011 临江省政府工作报告】\n\n——2011年2月20日\n\n一、2010年工作回顾\n\n{_BODY}\n"
    document = read_structure(text)
    assert document.title == "2011临江省政府工作报告"
    assert [section.title for section in document.sections] == ["一、2010年工作回顾"]


def test_a_month_before_a_bracket_with_two_parts_in_a_text_that_just_ends() -> None:
    """A ； within a bracket parts no clause: where none follows, there is only the first."""
    found = read_metrics(read_structure("2017年工作总结\n\n一、完成情况\n\n5月份销量（甲3万吨；乙4万吨）增长6%"))
    assert [(one.surface, one.indicator.text if one.indicator else "") for one in found[:2]] == [
        ("3万吨", "甲"), ("4万吨", "乙"),
    ]
