"""The extraction format keeps every field, to the digit, on the way out and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.interchange.extraction import extraction, report_from
from core.interchange.fields import Json
from core.messages import PolicyReviewError
from core.model import ByHand, Claim, Finding, Indicator, Metric, Rank, Reason, Report, Section, Source, Span
from core.model.report import Basis, Bound, ClaimType, Kind, Role, SectionRole, Severity

TEXT = "全区𠮷祥地区生产总值增长5.50%，位列全市第二。\r\n" * 4
CHECKS = ("STR-02", "SUP-03")

words = st.text(max_size=6)
maybe_words = st.none() | words
years = st.none() | st.integers(1949, 2100)
scores = st.floats(0, 1, allow_nan=False)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1E+16"), max_value=Decimal("1E+16"))
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))
maybe_span = st.none() | spans
many_spans = st.lists(spans, max_size=3).map(tuple)

indicators = st.builds(Indicator, words, words, maybe_span, maybe_words)
ranks = st.builds(Rank, st.integers(1, 200), maybe_words, st.none() | st.integers(1, 200))
reasons = st.builds(Reason, words, words, maybe_span)
metrics = st.builds(
    Metric, id=words, section=maybe_words, span=spans, value_span=spans, indicator=st.none() | indicators,
    value=st.none() | decimals, value_max=st.none() | decimals, unit=words, surface=words,
    kind=st.sampled_from(get_args(Kind)), role=st.sampled_from(get_args(Role)), period=maybe_words,
    basis=st.none() | st.sampled_from(get_args(Basis)), bound=st.sampled_from(get_args(Bound)),
    rank=st.none() | ranks, scope=maybe_words, claim=maybe_words, confidence=scores,
    reasons=st.lists(reasons, max_size=2).map(tuple),
)  # fmt: skip
decided = st.builds(
    lambda metric, hand: replace(metric, by_hand=hand), metrics,
    st.builds(ByHand, words, words, words, st.none() | metrics),
)  # fmt: skip
sections = st.builds(
    Section, words, maybe_words, st.integers(1, 9), words, spans, spans, st.sampled_from(get_args(SectionRole)), years,
    years,
)  # fmt: skip
claims = st.builds(
    Claim, words, maybe_words, spans, st.lists(st.sampled_from(get_args(ClaimType)), max_size=3).map(tuple), scores,
    st.lists(words, max_size=3).map(tuple),
)  # fmt: skip
findings = st.builds(
    Finding, st.sampled_from(CHECKS), st.sampled_from(get_args(Severity)), many_spans,
    st.lists(words, max_size=2).map(tuple), st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), words),
)  # fmt: skip
reports = st.builds(
    Report, source=st.builds(Source, words, words, words, maybe_words, st.none() | st.integers(1, 900)),
    text=st.just(TEXT), title=maybe_words, year=years, target_year=years, place=maybe_words, language=words,
    sections=st.lists(sections, max_size=2).map(tuple), metrics=st.lists(metrics | decided, max_size=3).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple), findings=st.lists(findings, max_size=2).map(tuple),
    title_span=maybe_span, noise=many_spans, breaks=many_spans, set_aside=st.lists(decided, max_size=2).map(tuple),
)  # fmt: skip


@pytest.fixture(autouse=True)
def plain_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are the checks' affair; here any sentence will do for made-up parameters."""

    def plain(table: str, key: str, *_: str, **__: str) -> str:
        return f"{table} {key}"

    monkeypatch.setattr("core.interchange.extraction.message", plain)


def a_report() -> Report:
    """A small report with one of everything."""
    metric = Metric(
        "m1", "s1", Span(4, 17), Span(12, 17), Indicator("地区生产总值", "地区生产总值", Span(4, 10), "gdp"),
        Decimal("5.50"), None, "%", "5.50%", "growth", "actual", "2023", "yoy", "eq", None, None, "c1", 0.97,
        (Reason("value", "number.arabic", Span(12, 16)),),
    )  # fmt: skip
    return Report(
        Source("a.txt", "00", "text/plain", "utf-8", None), TEXT, None, 2023, 2024, None, "zh",
        (Section("s1", None, 1, "全区", Span(0, 2), Span(0, 20), "results", 2023),), (metric,),
        (Claim("c1", "s1", Span(0, 20), ("achievement", "ranking"), 0.9, ("m1",)),),
        (Finding("SUP-01", "minor", (Span(0, 2), Span(3, 4)), ("m1",), {"n": "2"}),), Span(0, 2),
    )  # fmt: skip


@settings(max_examples=60)
@given(reports)
def test_a_report_comes_back_equal_through_real_json(report: Report) -> None:
    """The project file stores reports in this form: nothing may be lost, digits and types included."""
    back = report_from(json.loads(json.dumps(extraction(report, explain=True))))
    assert back == report
    assert [(str(m.value), str(m.value_max)) for m in back.metrics] == [
        (str(m.value), str(m.value_max)) for m in report.metrics
    ]


def test_the_fields_are_those_of_the_contract_and_no_more() -> None:
    """Other programs read the format by its names; our own additions come only on request."""
    found = extraction(a_report())
    assert list(found) == [
        "format", "version", "source", "text", "title", "year", "target_year", "place", "language",
        "sections", "metrics", "claims", "findings",
    ]  # fmt: skip
    assert _first(found, "sections") == {
        "id": "s1", "parent": None, "depth": 1, "title": "全区", "heading": {"start": 0, "end": 2},
        "start": 0, "end": 20,
    }  # fmt: skip
    assert _first(found, "metrics") == {
        "id": "m1", "section": "s1", "start": 4, "end": 17, "value_start": 12, "value_end": 17,
        "indicator": {"text": "地区生产总值", "canonical": "地区生产总值", "start": 4, "end": 10},
        "value": 5.5, "value_max": None, "unit": "%", "surface": "5.50%", "kind": "growth", "role": "actual",
        "period": "2023", "basis": "yoy", "bound": "eq", "rank": None, "scope": None, "claim": "c1", "confidence": 0.97,
    }  # fmt: skip
    assert _first(found, "findings") == {
        "check": "SUP-01", "severity": "minor", "spans": [[0, 2], [3, 4]], "message": "checks SUP-01",
        "metrics": ["m1"],
    }  # fmt: skip


def test_whole_amounts_are_written_as_whole_numbers() -> None:
    """1.3亿元 is 130000000 in JSON, not 130000000.0 and not 1.3e8."""
    assert '"value": 130000000,' in json.dumps(_with_value(Decimal("1.3E+8")))


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda data: data.pop("text"), "text"),
        (lambda data: data.update(format="other"), "format"),
        (lambda data: data.update(sections=[3]), "sections[0]"),
        (lambda data: _first(data, "metrics").update(kind="guess"), "metrics[0].kind"),
        (lambda data: _first(data, "metrics").update(value_exact="1E+999999999"), "metrics[0].value_exact"),
        (lambda data: _first(data, "metrics").update(value_start=-1), "metrics[0].value_start"),
        (lambda data: _first(data, "claims").update(end=10**6), "text"),
        (lambda data: data.update(noise=[[1, "2"]]), "noise"),
    ],
)
def test_a_spoilt_object_is_refused_with_its_place(spoil: Callable[[dict[str, Json]], object], place: str) -> None:
    """Project files come from anywhere: a wrong field ends in a sentence, never in a crash or a hang."""
    data = extraction(a_report(), explain=True)
    spoil(data)
    with pytest.raises(PolicyReviewError) as refused:
        report_from(data)
    assert refused.value.key == "not-an-extraction"
    assert refused.value.params["place"] == place


@pytest.mark.parametrize("data", [None, [], "text", 3, {}])
def test_what_is_no_object_of_ours_is_refused(data: object) -> None:
    """Any JSON may be offered."""
    with pytest.raises(PolicyReviewError):
        report_from(data)


def test_a_newer_version_is_refused_with_its_number() -> None:
    """A later format may mean other things by the same names."""
    data = extraction(a_report())
    data["version"] = 2
    with pytest.raises(PolicyReviewError) as refused:
        report_from(data)
    assert refused.value.key == "extraction-newer"


def _first(data: dict[str, Json], name: str) -> dict[str, Json]:
    items = data[name]
    assert isinstance(items, list) and isinstance(items[0], dict)
    return items[0]


def _with_value(value: Decimal) -> dict[str, Json]:
    report = a_report()
    data = extraction(report, explain=True)
    _first(data, "metrics")["value_exact"] = str(value)
    return extraction(report_from(data))
