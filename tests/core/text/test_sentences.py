"""Where sentences and clauses end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import clauses, language_of, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("增长5%。下降2%！好吗？尾", ["增长5%。", "下降2%！", "好吗？", "尾"]),
        ("坚持“走在前。作表率。”的要求。", ["坚持“走在前。作表率。”的要求。"]),
        ("他说：“完成了。”大家同意。", ["他说：“完成了。”", "大家同意。"]),
        ("改造（含二期。在建）完成。", ["改造（含二期。在建）完成。"]),
        ("引号“不闭合。第二句。", ["引号“不闭合。", "第二句。"]),
        ("●新增企业86家\u3000●旅客1.2万人次■入境", ["●新增企业86家", "●旅客1.2万人次", "■入境"]),
        ("**综合实力增强。**全市增长5%。**", ["**综合实力增强。", "全市增长5%。"]),
        ("  ", []),
    ],
)
def test_sentences_end_at_their_marks_outside_quotes(text: str, cut: list[str]) -> None:
    """A full stop inside what is quoted ends nothing; a quote that is never closed holds nothing."""
    assert [span.quote(text) for span in sentences(text)] == cut


def test_english_sentences_keep_abbreviations_and_decimals() -> None:
    """A point inside a number or after a title ends no sentence."""
    text = "Mr. Smith grew 5.2 percent. It rose again."
    assert [span.quote(text) for span in sentences(text, language="en")] == [
        "Mr. Smith grew 5.2 percent.", "It rose again.",
    ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("甲增长2,490.2亿元，乙下降；丙持平", ["甲增长2,490.2亿元，", "乙下降；", "丙持平"]),
        ("结构为3.9:39.0:57.1，其中", ["结构为3.9:39.0:57.1，", "其中"]),
        ("实施（甲，乙）工程，完成“丙，丁”", ["实施（甲，乙）工程，", "完成“丙，丁”"]),
    ],
)
def test_clauses_leave_numbers_brackets_and_quotes_whole(text: str, cut: list[str]) -> None:
    """A comma that groups digits is no end of a clause."""
    assert [span.quote(text) for span in clauses(text)] == cut


@given(st.text(alphabet="甲乙1,，。；：“”（）!？ \n", max_size=80))
def test_pieces_are_in_order_and_miss_only_blanks(text: str) -> None:
    """Nothing that is printed falls between two sentences or clauses."""
    for cut in (sentences(text), clauses(text)):
        assert all(left.end <= right.start for left, right in itertools.pairwise(cut))
        assert "".join("".join(span.quote(text) for span in cut).split()) == "".join(text.split())


def test_a_text_without_full_stops_is_cut_at_its_weaker_marks() -> None:
    """A transcript of commas alone is not one sentence, whose every figure would be looked for in the whole text."""
    text = "全市新建公园3个，" * 900
    cut = sentences(text)
    assert "".join(span.quote(text) for span in cut) == text
    assert max(span.end - span.start for span in cut) <= 2000
    assert all(span.quote(text).endswith("，") for span in cut)
    unmarked = "增" * 4500
    assert [span.end - span.start for span in sentences(unmarked)] == [2000, 2000, 500]


def test_any_number_of_marks_ends_one_sentence() -> None:
    """A row of full stops (a ruled line, a table of contents) is no row of sentences."""
    text = "目录" + "。" * 1500 + "正文"
    assert [span.end - span.start for span in sentences(text)] == [1502, 2]


def test_the_language_is_that_of_most_letters() -> None:
    """A Chinese report with a few Latin names stays Chinese; nothing at all counts as Chinese."""
    assert [language_of(text) for text in ("GDP增长5%，5G基站", "The economy grew by 5%.", "")] == ["zh", "en", "zh"]
