"""Marks of emphasis are told from words and from notes."""

from __future__ import annotations

import pytest

from core.text import emphasis, on_one_line


@pytest.mark.parametrize(("text", "left"), [
    ("**招商引资**达到45亿元，**增长10%**。", "招商引资达到45亿元，增长10%。"),
    ("**注释：**", "注释："),
    ("一段**重点**\n二段**也是**", "一段重点\n二段也是"),
])  # fmt: skip
def test_pairs_of_marks_are_found(text: str, left: str) -> None:
    """What is left without them are the report's words."""
    for mark in reversed(list(emphasis(text))):
        text = text[: mark.start] + text[mark.end :]
    assert text == left


@pytest.mark.parametrize("text", [
    "增加值12.3**，产值45.6**。", "**一行里没有合上\n另一行**", "***", "2 ** 3 ** 4", "没有记号", "* 一项", "****",
])  # fmt: skip
def test_notes_and_lone_marks_are_no_emphasis(text: str) -> None:
    """Marks that point to a note under a table are printed words, and have to be seen."""
    assert list(emphasis(text)) == []


def test_a_row_shows_words_alone() -> None:
    """A quote is cut by sentences, so a mark may have lost its other half."""
    assert on_one_line("资金**达到\n 45亿元") == "资金达到 45亿元"
