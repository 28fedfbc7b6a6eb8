"""Sentences for people."""

from __future__ import annotations

import pytest

from core.messages import finding_message, paired, within
from core.model import Span
from core.model.report import Finding
from core.vocabulary import Language


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


@pytest.mark.parametrize(("words", "said"), [
    ("落实“四大行动”", "落实‘四大行动’"),
    ("“推进‘一网通办’改革”", "‘推进“一网通办”改革’"),
    ("the city’s “first” road", "the city’s ‘first’ road"),
    ("没有引号", "没有引号"),
])
def test_quotes_within_quotes_are_single_ones(words: str, said: str) -> None:
    """…四大行动”” ends two quotes with one sign."""
    assert within(words) == said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_check_that_quotes_a_quote_closes_each_with_its_own_sign(language: Language) -> None:
    """The words are put between quotes by the sentence of the check."""
    finding = Finding(check="SUP-02", severity="minor", spans=(Span(0, 8),), params={"quote": "率先推行“四大行动”"})
    said = finding_message(finding, language)
    assert "““" not in said and "””" not in said and "率先推行‘四大行动’”" in said
