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
