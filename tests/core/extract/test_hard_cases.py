"""The hard cases of the field, row by row: what the contract says of each sentence, and what stays silent.

`hard_cases/*.toml` holds one row of the design's table each. A metric is written as
quote | indicator (several accepted: a/b, any: *) | value or low..high | unit | kind (a/b) | bound | field=value …
The scope is none unless it is given, `scope=*` leaves it open. A line break in a sentence is one of layout.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from core.extract import read_metrics
from core.model import Metric, Span
from core.model.document import Sentence
from core.model.report import SectionRole
from tests.core.extract.readings import sentence_document

_ROWS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in Path(__file__).parent.glob("hard_cases/*.toml")}
_CASES = [pytest.param(case, id=f"{row}-{case['text'][:16]}") for row, table in sorted(_ROWS.items())
          for case in table.get("case", ())]
_SILENT = [pytest.param(sentence, id=f"{row}-{sentence[:16]}") for row, table in sorted(_ROWS.items())
           for sentence in table.get("silent", ())]


def _read(text: str, section: str = "results") -> tuple[Metric, ...]:
    document = sentence_document(text, role=cast("SectionRole", section))
    breaks = tuple(Span(index, index + 1) for index, sign in enumerate(text) if sign == "\n")
    return read_metrics(replace(document, sentences=(Sentence(Span(0, len(text)), "s1", breaks),)))


@pytest.mark.parametrize("case", _CASES)
def test_a_hard_sentence_is_read_as_the_contract_says(case: dict[str, Any]) -> None:
    """As many metrics as the sentence states, each with what the contract gives it."""
    wanted = [_Wanted(line) for line in case["metrics"]]
    found = _read(case["text"], case.get("section", "results"))
    assert [metric.surface for metric in found] == [one.quote for one in wanted]
    for metric, one in zip(found, wanted, strict=True):
        assert one.differences(metric) == {}


def test_a_hard_sentence_reads_the_same_in_wide_digits_and_behind_other_words() -> None:
    """１２．５％ is 12.5%, and words before a sentence change nothing in it."""
    wide = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)} | {ord("%"): "％", ord("."): "．"}
    for case in (parameter.values[0] for parameter in _CASES):
        plain = _figures(case["text"], case)
        assert _figures(case["text"].translate(wide), case) == plain
        assert _figures("同时，" + case["text"], case) == plain


def test_a_line_that_ends_anywhere_in_a_hard_sentence_changes_no_figure() -> None:
    """A layout break between any two signs is read across; a sixth of the places, a different one each sentence."""
    for number, case in enumerate(parameter.values[0] for parameter in _CASES):
        text = case["text"]
        plain = _figures(text, case)
        for place in range(1 + number % 6, len(text), 6):
            assert _figures(text[:place] + "\n" + text[place:], case) == plain


@pytest.mark.parametrize("sentence", _SILENT)
def test_a_sentence_without_a_measured_quantity_stays_silent(sentence: str) -> None:
    """Names, dates, slogans, destroyed figures and targets without a numeral give no metric."""
    assert [metric.surface for metric in _read(sentence)] == []


def test_every_row_says_what_it_is_about() -> None:
    """A reader finds the row of the table by its sentence, and enough sentences for a rule to be general."""
    assert all(table["row"].endswith(".") for table in _ROWS.values())
    assert len(_CASES) + len(_SILENT) >= 250


def _figures(text: str, case: dict[str, Any]) -> list[tuple[object, ...]]:
    return [
        (one.value, one.value_max, one.unit, one.kind, one.role, one.period, one.bound, one.rank and one.rank.position)
        for one in _read(text, case.get("section", "results"))
    ]


class _Wanted:
    """One expected metric, as its line says it."""

    def __init__(self, line: str) -> None:
        parts = [part.strip(" ") for part in line.split("|")]
        self.quote, names, value, self.unit, self.kind, self.bound, *rest = parts
        self.names = names.split("/")
        self.low, _, high = value.partition("..")
        self.high = Decimal(high) if high else None
        fields = dict(word.split("=") for word in (rest[0] if rest else "").split())
        self.scope = fields.pop("scope", None)
        self.fields = fields

    def differences(self, metric: Metric) -> dict[str, tuple[object, object]]:
        """Each field that is not as it should be: what is wanted and what was read."""
        pairs: dict[str, tuple[object, object]] = {
            "value_max": (self.high, metric.value_max), "unit": (self.unit, metric.unit),
            "kind": (True, metric.kind in self.kind.split("/")), "bound": (self.bound, metric.bound),
        }
        if self.kind == "rank":
            pairs["rank"] = (int(self.low), metric.rank.position if metric.rank else None)
        else:
            pairs["value"] = (Decimal(self.low), metric.value)
        if self.scope != "*":
            pairs["scope"] = (self.scope, metric.scope)
        for field, value in self.fields.items():
            if field == "rank":
                pairs["rank"] = (int(value), metric.rank.position if metric.rank else None)
            else:
                pairs[field] = (value, getattr(metric, field))
        names = [metric.indicator.text, metric.indicator.canonical] if metric.indicator else []
        wrong = {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}
        if "*" not in self.names and not set(names) & set(self.names):
            wrong["indicator"] = (self.names, names)
        return wrong
