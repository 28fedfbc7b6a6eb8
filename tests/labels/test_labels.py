"""The reading stays as good on the labelled passages of real reports as it was measured to be."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from core.model import Report
from core.model.report import Indicator, Metric
from core.model.spans import Span
from core.pipeline import read_report
from tests.labels.labels import Label, Labelled, every, load, save
from tests.labels.scoring import compare, together

#: A little under what was last measured over all files together; raised when the reading gets better.
FLOORS = {"quantity": 0.985, "metric": 0.975, "kind": 0.99, "role": 0.99, "period": 0.985, "bound": 0.99, "basis": 0.97}


@cache
def _report(path: Path) -> Report:
    return read_report(path)[0]


@pytest.mark.parametrize("file", every(), ids=lambda file: str(file.stem))
def test_every_label_stands_where_it_says(file: Path, corpus: Path) -> None:
    """A label that has lost its place would be counted as missed."""
    labelled = load(file)
    text = _report(corpus / labelled.document).text
    assert labelled.passages
    for label in labelled.labels:
        assert text[label.start : label.end] == label.quote
        assert labelled.covers(label.start, label.end)


def test_the_reading_is_as_good_as_measured(corpus: Path) -> None:
    """One figure for all documents: a rule that gains on one report and loses on others shows here."""
    done = []
    for file in every():
        labelled = load(file)
        done.append(compare(labelled, _report(corpus / labelled.document).metrics))
    figures = together(done).figures()
    low = {field: value for field, floor in FLOORS.items() if (value := figures[field]) is not None and value < floor}
    assert not low, f"under the floor: {low}"


def _label(start: int, value: float, *names: str) -> Label:
    return Label(
        start, start + 2, "5元", value, None, "元", ("level",), "actual", ("2023",), None, "eq", None, None, names
    )


def _metric(start: int, value: int, name: str, period: str = "2023") -> Metric:
    span = Span(start, start + 2)
    return Metric(
        "m1", None, span, span, Indicator(name, name, None), Decimal(value), None, "元", "5元", "level", "actual",
        period, None, "eq", None, None, None, 0.9,
    )  # fmt: skip


def test_figures_missed_invented_and_misread_all_lower_the_score() -> None:
    """The score itself must not be blind."""
    labelled = Labelled("", ((0, 100),), (_label(0, 5, "投资"), _label(10, 5, "税收"), _label(20, 5, "消费")))
    assert compare(labelled, [_metric(0, 5, "投资"), _metric(10, 5, "税收"), _metric(20, 5, "消费")]).figures()[
        "metric"
    ] == pytest.approx(1.0)
    comparison = compare(labelled, [_metric(0, 5, "投入"), _metric(10, 6, "税收"), _metric(30, 5, "税收", "2022")])
    assert [label.start for label in comparison.missed] == [20]
    assert [metric.value_span.start for metric in comparison.extra] == [30]
    assert comparison.figures()["quantity"] == pytest.approx(2 / 6)
    assert comparison.figures()["metric"] == 0
    assert comparison.accuracy("period") == 1


def test_what_lies_outside_the_passages_or_at_a_doubtful_place_is_not_judged() -> None:
    """Only what a person has read can be called wrong."""
    labelled = Labelled("", ((0, 50),), (_label(0, 5, "投资"),), ((40, 42),))
    assert not compare(labelled, [_metric(0, 5, "投资"), _metric(40, 1, "x"), _metric(60, 1, "x")]).extra


def test_labels_are_the_same_after_saving_and_loading(tmp_path: Path) -> None:
    """The files are written by a tool and read by another."""
    labelled = Labelled("a.txt", ((0, 50),), (_label(0, 5.25, "投资", "总投资"),), ((40, 42),))
    save(tmp_path / "a.tsv", labelled)
    assert load(tmp_path / "a.tsv") == labelled
