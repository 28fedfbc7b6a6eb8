"""The folded view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import as_printed, fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０２３年增长１２．５％", "2023年增长12.5%"),
        ("收入2，490.2亿元", "收入2,490.2亿元"),
        ("性别比104.5，860户参保", "性别比104.5，860户参保"),
        ("增长5，高于全市", "增长5，高于全市"),
        ("三次产业结构3.9∶39.0∶57.1", "三次产业结构3.9:39.0:57.1"),
        ("目标：增长６％", "目标:增长6%"),
        ("第一章\u3000总则", "第一章 总则"),
        ("⼯业", "工业"),
        ("政??府", "政  府"),
        ("好？（真的）", "好？（真的）"),
        ("Ⅲ类", "Ⅲ类"),
        ("投资12·5亿元，增长8・6%", "投资12.5亿元，增长8.6%"),
        ("“3·15”活动、“5·12”纪念日", "“3·15”活动、“5·12”纪念日"),
        ("投资&nbsp;12亿元", "投资      12亿元"),
        ("增长15℅,达到2,490户;其中", "增长15%，达到2,490户；其中"),
        ("GDP, PPP; 1,5", "GDP, PPP; 1,5"),
    ],
)
def test_digits_signs_and_blanks_fold_and_sentence_signs_stay(printed: str, folded: str) -> None:
    """Patterns need one form of each figure, and still the signs that cut a sentence."""
    assert fold(printed) == folded


@given(st.text(max_size=200))
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    """Offsets into the view are offsets into the text."""
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="０１２９，,;。％ab??\u3000．工", max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A view is its own view."""
    assert fold(fold(text)) == fold(text)


def test_traditional_signs_are_read_as_simplified_ones_and_names_are_told_as_printed() -> None:
    """The rules are written in simplified signs; 瞭望 and 著名 of a simplified text stay as they are."""
    assert fold("經濟增長１２％，失業率維持於低水平") == "经济增长12%，失业率维持于低水平"
    assert fold("乾隆年间的著名瞭望台") == "乾隆年间的著名瞭望台"
    assert as_printed("失业率", "本港失業率維持") == "失業率"
    assert as_printed("失业率", "失业率保持稳定") == "失业率"


def test_straight_quotes_around_chinese_words_are_quotation_marks() -> None:
    """落实"三个翻番"目标 quotes like “三个翻番”; quotes around Latin words and one alone stay."""
    assert fold('落实"三个翻番"目标，称为"plan"。') == '落实“三个翻番”目标，称为"plan"。'
    assert fold('屏幕5"以上') == '屏幕5"以上'
    assert fold('受理"12345"热线，推行"一码"服务。') == '受理“12345”热线，推行“一码”服务。'
    assert fold('"12345 calls" and "more"') == '"12345 calls" and "more"'


def test_an_arrow_between_words_is_a_colon() -> None:
    """**农村公路**→新建公路: what stands before it is a head; 3.5→4.2 is a change."""
    assert fold("**农村公路**→新建，产量3.5→4.2") == "**农村公路**:新建，产量3.5→4.2"
