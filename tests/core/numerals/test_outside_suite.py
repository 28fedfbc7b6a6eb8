"""An outside suite of Chinese numbers, percentages, ranges, ordinals, money and measures, read by our own grammar.

The suite lies beside the checkout (shared/suites/recognizers_zh, its own licence with it). Where it and our contract
read a form differently on purpose, or we do not read a case, `outside_suite.toml` says so, case by case.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.extract.flat import flatten
from core.extract.numbers import find_numbers
from core.extract.quantities import find_quantities
from core.extract.quantity import Quantity
from core.lexicon import units
from core.model import Span
from core.model.document import Sentence
from core.text import fold

_SUITE = Path(__file__).resolve().parents[4] / "shared" / "suites" / "recognizers_zh"
_LISTED = tomllib.loads((Path(__file__).parent / "outside_suite.toml").read_text(encoding="utf-8"))
#: The tags of the graded cases that make up each topic.
_TOPICS = {
    "number": ("number",), "percent": ("percent", "percent_point", "tenths"), "range": ("number_range",),
    "ordinal": ("ordinal",), "currency": ("currency",), "dimension": ("dimension",),
}
#: At least this share of a topic's cases is read as the suite has them, agreed conventions apart.
_SHARE = 0.95

pytestmark = pytest.mark.skipif(
    not _SUITE.is_dir(), reason="the outside suite (shared/suites/recognizers_zh) is not here"
)


@dataclass(frozen=True)
class Interval:
    """A set of numbers between two ends; None is no end. `low_in` and `high_in` hold where the end belongs to it."""

    low: Decimal | None
    low_in: bool
    high: Decimal | None
    high_in: bool


@dataclass(frozen=True)
class Case:
    """One case of the suite: where it stands and what it expects."""

    file: str
    index: int
    topic: str
    text: str
    results: list[dict[str, Any]]


@cache
def _cases() -> list[Case]:
    graded = json.loads((_SUITE / "relevant_cases.json").read_text(encoding="utf-8"))["cases"]
    files: dict[str, Any] = {}
    cases = []
    for one in graded:
        topic = next((topic for topic, tags in _TOPICS.items() if one["tag"] in tags), None)
        if topic is None or one["grade"] != "core":
            continue
        if one["file"] not in files:
            files[one["file"]] = json.loads((_SUITE / one["file"]).read_text(encoding="utf-8-sig"))
        case = files[one["file"]][one["index"]]
        cases.append(Case(one["file"], one["index"], topic, case["Input"], case["Results"]))
    return cases


def _flat(text: str) -> str:
    return flatten(fold(text), Sentence(Span(0, len(text)), None)).text


def _expected(case: Case) -> list[str]:
    return [str((result["Resolution"] or {}).get("value")) for result in case.results]


def _decimals(values: list[str]) -> list[Decimal | str]:
    made: list[Decimal | str] = []
    for value in values:
        try:
            made.append(Decimal(value.rstrip("%")))
        except InvalidOperation:
            made.append(value)
    return made


def _number(case: Case) -> str:
    found = [one.value for one in find_numbers(_flat(case.text))]
    return "same" if _close(_decimals(_expected(case)), found) else "different"


def _ordinal(case: Case) -> str:
    found = [one.value for one in find_quantities(_flat(case.text), unitless=True) if one.kind == "rank"]
    return "same" if _close(_decimals(_expected(case)), found) else "different"


def _percent(case: Case) -> str:
    found = [one for one in find_quantities(_flat(case.text)) if one.kind == "rate"]
    if any(one.value_max is not None for one in found):
        return "different"
    if not _close(_decimals(_expected(case)), [one.value for one in found]):
        return "different"
    return "percentage_point" if any(one.unit == "个百分点" for one in found) else "same"


_CURRENCIES = {"CNY": "元", "USD": "美元", "Dollar": "美元"}


def _currency(case: Case) -> str:
    found = [one for one in find_quantities(_flat(case.text)) if one.dimension.startswith("money")]
    named = [one for one in case.results if not one["Text"].endswith("块")]
    valued = [one for one in named if one["Resolution"].get("value") not in (None, "null")]
    wanted = [one["Resolution"].get("isoCurrency") or one["Resolution"]["unit"] for one in valued]
    same = _close(_decimals([one["Resolution"]["value"] for one in valued]), [one.value for one in found])
    if not same or [_CURRENCIES[one] for one in wanted] != [one.unit for one in found]:
        return "different"
    if len(named) < len(case.results):
        return "piece_or_yuan"
    return "same" if len(valued) == len(named) else "name_without_amount"


_MEASURES = {
    "Mu": "亩", "Kilogram": ("公斤", "千克"), "Centimeter": "公分", "Ton": "吨", "Meter": "米", "Jin": "斤",
    "Kilometer": ("公里", "千米"), "Kilowatt": "千瓦",
}


def _dimension(case: Case) -> str:
    found = [
        one for one in find_quantities(_flat(case.text)) if one.kind == "measure" and "money" not in one.dimension
    ]
    agree = len(found) == len(case.results) and all(
        one.unit in _MEASURES[result["Resolution"]["unit"]] for one, result in zip(found, case.results, strict=True)
    )
    return "same" if agree and _close(_decimals(_expected(case)), [one.value for one in found]) else "different"


def _close(wanted: list[Decimal | str], found: list[Decimal]) -> bool:
    """As many values and the same; the suite prints fifteen digits at most."""
    return len(wanted) == len(found) and all(
        isinstance(one, Decimal) and abs(one - other) <= abs(one) * Decimal("1e-14")
        for one, other in zip(wanted, found, strict=True)
    )


def _interval(written: str) -> Interval:
    low, high = written[1:-1].split(",")
    ends = [Decimal(end) if end else None for end in (low, high)]
    return Interval(ends[0], written[0] == "[" and bool(low), ends[1], written[-1] == "]" and bool(high))


def _of(quantity: Quantity) -> Interval | None:
    scale = Decimal(100) if quantity.rule == "number.fraction" else Decimal(1)
    low, high = quantity.value / scale, None if quantity.value_max is None else quantity.value_max / scale
    if high is not None:
        return Interval(low, True, high, True)
    if quantity.bound in ("gt", "ge"):
        return Interval(low, quantity.bound == "ge", None, False)
    return Interval(None, False, low, quantity.bound == "le") if quantity.bound in ("lt", "le") else None


def _intervals(text: str) -> list[Interval]:
    """What the bounds of a text leave open: two that face each other side by side enclose one interval."""
    made: list[tuple[Quantity, Interval]] = []
    for one in find_quantities(text, unitless=True):
        exact = text[: one.start].endswith("等于") and one.bound == "eq"
        interval = Interval(one.value, True, one.value, True) if exact else _of(one)
        if interval is None:
            continue
        if made and (both := _enclosed(text[made[-1][0].after : one.start], made[-1][1], interval)):
            made[-1] = (one, both)
        else:
            made.append((one, interval))
    return [interval for _, interval in made]


def _enclosed(between: str, one: Interval, other: Interval) -> Interval | None:
    if len(between) > 10 or "和" in between or re.search("[；。A-Za-z]", between):
        return None
    low, high = (one, other) if one.high is None else (other, one)
    if low.low is None or high.high is None or low.high is not None or high.low is not None or low.low > high.high:
        return None
    return Interval(low.low, low.low_in, high.high, high.high_in)


def _range(case: Case) -> str:
    text = _flat(case.text)
    wanted, found = [_interval(str(one["Resolution"]["value"])) for one in case.results], _intervals(text)
    if wanted == found:
        return "same"
    ends = [[(one.low, one.high) for one in both] for both in (wanted, found)]
    if ends[0] != ends[1]:
        return "different"
    two_ended = all(one.low is not None and one.high is not None for one in found)
    return "closed_range" if two_ended and not any(word in text for word in ("以上", "以下")) else "limit_included"


_READ: dict[str, Callable[[Case], str]] = {
    "number": _number, "percent": _percent, "range": _range, "ordinal": _ordinal, "currency": _currency,
    "dimension": _dimension,
}


def _listed() -> dict[tuple[str, int], str]:
    """How each case in the list is expected to be read: the key of its convention, or `different`."""
    agreed = {
        (file, index): key
        for key, convention in _LISTED["convention"].items()
        for file, indices in convention["cases"].items()
        for index in indices
    }
    return agreed | {(one["file"], one["index"]): "different" for one in _LISTED["exception"]}


def test_every_case_is_read_as_the_suite_or_our_list_has_it() -> None:
    """A case read otherwise without a reason fails, and so does one that no longer needs its reason."""
    listed = _listed()
    read = {(case.file, case.index): _READ[case.topic](case) for case in _cases()}
    assert {where: how for where, how in read.items() if how != "same"} == listed


@pytest.mark.parametrize("topic", list(_TOPICS))
def test_nearly_all_cases_of_a_topic_agree(topic: str) -> None:
    """At most one in twenty is left unread or read otherwise, agreed conventions apart."""
    how = [_READ[topic](case) for case in _cases() if case.topic == topic]
    assert how
    assert 1 - how.count("different") / len(how) >= _SHARE


def test_every_difference_has_its_reason() -> None:
    """A convention and an exception each say why in a sentence."""
    for reason in (*_LISTED["convention"].values(), *_LISTED["exception"]):
        assert reason["reason"].endswith(".")


def test_units_of_the_suite_are_ours() -> None:
    """What the suite's units are compared with is in the table of units."""
    for unit in _MEASURES.values():
        assert {unit} & set(units()) if isinstance(unit, str) else set(unit) & set(units())
