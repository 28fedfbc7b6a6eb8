"""Sentences for people."""

from __future__ import annotations

import pytest

from core.messages import finding_message, paired
from core.model import Span
from core.model.report import Finding


@pytest.mark.parametrize(("words", "said"), [
    ("全省率先”", "全省率先"),
    ("平台“高速贷", "平台高速贷"),
    ("“双招双引”成效", "“双招双引”成效"),
    ("建成“环卫驿站””", "建成“环卫驿站”"),
    ("“一网通办", "一网通办"),
])
def test_a_quote_without_its_partner_is_left_out(words: str, said: str) -> None:
    """Cut out of a sentence, it would be taken for the end of the sentence's own quote."""
    assert paired(words) == said


def test_a_check_asks_with_whole_quotes() -> None:
    """The question has as many quotes that open as quotes that close."""
    finding = Finding(check="SUP-02", severity="minor", spans=(Span(0, 5),), params={"quote": "全省率先”"})
    said = finding_message(finding, "zh")
    assert said.count("“") == said.count("”") == 1
