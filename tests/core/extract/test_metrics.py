"""What is read in a sentence, what is left alone, and that positions hold."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import read_metrics
from core.model import Span
from core.model.document import Document, Sentence
from core.model.report import SectionRole
from tests.core.extract.readings import line, read, sentence_document

_EXAMPLES = Path(__file__).parent / "examples"
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)} | {ord("%"): "％", ord("."): "．"}


def _table(name: str) -> dict[str, Any]:
    with (_EXAMPLES / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


_HITS = cast("list[dict[str, Any]]", _table("hits")["example"])
_PLACES = cast("list[dict[str, str]]", _table("places")["example"])


@pytest.mark.parametrize("example", _HITS, ids=lambda example: example["text"][:18])
def test_a_sentence_gives_its_figures(example: dict[str, Any]) -> None:
    """Surface, indicator, value, unit, kind, bound and scope of every figure, and no figure more."""
    assert [line(metric) for metric in read(example["text"])] == example["metrics"]


@pytest.mark.parametrize("sentence", _table("silent")["sentences"])
def test_numbers_that_state_nothing_are_left_alone(sentence: str) -> None:
    """Dates, names, slogans, classes and destroyed figures give no metric."""
    assert [line(metric) for metric in read(sentence)] == []


@pytest.mark.parametrize("example", _PLACES, ids=lambda example: f"{example['section']}: {example['text'][:14]}")
def test_a_figure_has_the_role_and_period_of_its_place(example: dict[str, str]) -> None:
    """Clause before sentence before section before report; a starting point is a baseline."""
    metric = read(example["text"], cast("SectionRole", example["section"]))[0]
    assert (metric.role, metric.period or "-") == (example["role"], example["period"])


@pytest.mark.parametrize("example", _HITS, ids=lambda example: example["text"][:18])
def test_every_span_quotes_the_text(example: dict[str, Any]) -> None:
    """The surface is the text between its positions; the metric's span holds value and name."""
    text = example["text"]
    for metric in read(text):
        assert metric.value_span.quote(text) == metric.surface
        assert metric.span.contains(metric.value_span)
        for reason in metric.reasons:
            assert reason.span is None or Span(0, len(text)).contains(reason.span)


@pytest.mark.parametrize("example", _HITS, ids=lambda example: example["text"][:18])
def test_full_width_digits_read_like_narrow_ones(example: dict[str, Any]) -> None:
    """１２．５％ is 12.5%."""
    wide = read(example["text"].translate(_FULL_WIDTH))
    narrow = read(example["text"])
    assert [(one.value, one.unit, one.kind) for one in wide] == [(one.value, one.unit, one.kind) for one in narrow]


@pytest.mark.parametrize("shift", [1, 7, 200])
def test_text_before_a_sentence_shifts_its_figures(shift: int) -> None:
    """A prefix of k characters moves every position by k and changes nothing else."""
    for example in _HITS:
        text = example["text"]
        document = sentence_document("，" * shift + text)
        moved = replace(document, sentences=(Sentence(Span(shift, shift + len(text)), "s1"),))
        for before, after in zip(read(text), read_metrics(moved), strict=True):
            assert after.value_span == Span(before.value_span.start + shift, before.value_span.end + shift)
            assert line(after) == line(before)


def test_a_figure_broken_over_lines_is_one_figure() -> None:
    """A layout break inside 12.⏎5% or 高技术制造⏎业 is read across, with positions in the untouched text."""
    text = "高技术制造\n业增加值增长12.\n5%。"
    breaks = tuple(Span(index, index + 1) for index, sign in enumerate(text) if sign == "\n")
    document = replace(sentence_document(text), sentences=(Sentence(Span(0, len(text)), "s1", breaks),))
    (metric,) = read_metrics(document)
    assert metric.indicator is not None
    assert metric.indicator.text == "高技术制造业增加值"
    assert metric.value == Decimal("12.5")
    assert metric.surface == "12.\n5%"


def test_a_repeated_sentence_is_not_counted_again() -> None:
    """A block that repeats an earlier one is a finding, not two results."""
    text = "财政收入增长8%。财政收入增长8%。"
    half = len(text) // 2
    sentences = (Sentence(Span(0, half), "s1"), Sentence(Span(half, len(text)), "s1", duplicate=True))
    assert len(read_metrics(replace(sentence_document(text), sentences=sentences))) == 1


def test_a_text_without_a_year_leaves_the_period_open() -> None:
    """Unknown is None, never a guess."""
    (metric,) = read_metrics(sentence_document("财政收入增长8%。", year=None, target_year=None))
    assert metric.period is None


def test_english_gives_plain_figures_and_the_names_beside_them() -> None:
    """The thing counted and the subject of a verb of measure are names; others are not guessed."""
    text = (
        "We created over 6.5 Million new jobs, and unemployment fell to 5.7 percent. A plan of $630 Billion "
        "cuts costs by 12%, and 500,000 electric charging stations open in 2021. "
        "Some Fortune 500 companies and people with Type 1 agree."
    )
    metrics = read_metrics(replace(sentence_document(text), language="en"))
    assert [one.indicator.text if one.indicator else None for one in metrics] == [
        "new jobs", "unemployment", None, None, "electric charging stations",
    ]
    assert [(one.value, one.unit, one.kind, one.bound) for one in metrics] == [
        (Decimal("6500000"), "jobs", "level", "gt"), (Decimal("5.7"), "%", "rate", "eq"),
        (Decimal("630000000000"), "dollars", "level", "eq"), (Decimal("-12"), "%", "growth", "eq"),
        (Decimal("500000"), "stations", "level", "eq"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "kind", "role"),
    [
        ("We’ll build 500,000 charging stations.", "500000", "level", "target"),
        ("Our goal is to cut the death rate by at least 50%.", "-50", "growth", "target"),
        ("I have proposed a 15% minimum tax rate.", "15", "rate", "target"),
        ("The pill reduces your chances of ending up in the hospital by 90%.", "-90", "growth", "actual"),
        ("The currency has lost 30% of its value.", "-30", "growth", "actual"),
        ("17 economists say my plan will ease prices.", "17", "level", "actual"),
        ("East of the town you’ll find 1,000 empty acres.", "1000", "level", "actual"),
    ],
)
def test_english_words_before_a_figure_say_what_is_still_to_come(text: str, value: str, kind: str, role: str) -> None:
    """A pledge is no result; a fall is negative wherever its verb stands."""
    (metric,) = read_metrics(replace(sentence_document(text), language="en"))
    assert (metric.value, metric.kind, metric.role) == (Decimal(value), kind, role)


_SIGNS = (
    "0123456789.,%％一二三两十百千万亿半几余多个项家户人元亩增长下降同比年月第位为达由到至的"
    "、，。；：（）“”《》$ \n全省市县投资面积分别率"
)


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from(_SIGNS), max_size=60))
def test_no_text_makes_reading_fail(text: str) -> None:
    """Broken quotes, loose signs and stray multipliers are read or left, never raised."""
    _holds_together(text, sentence_document(text))


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_no_characters_of_any_script_make_reading_fail(text: str) -> None:
    """Neither do characters that no report would hold."""
    _holds_together(text, sentence_document(text))


def _holds_together(text: str, document: Document) -> None:
    for metric in read_metrics(document):
        assert metric.value_span.quote(text) == metric.surface
        assert 0 < metric.confidence <= 1


def test_a_count_is_none_of_an_amount_of_money() -> None:
    """规上工业 is short for its value added beside a growth, and not beside a number of firms."""
    names = [one.indicator.canonical for one in read("规上工业增长8%，培育规上工业26家。") if one.indicator]
    assert names == ["规模以上工业增加值", "规上工业"]
