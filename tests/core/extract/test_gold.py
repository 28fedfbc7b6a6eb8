"""Scores on the labelled reports beside the checkout; skipped where they are missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.extract import read_metrics
from core.model import Metric
from core.sections import read_structure

_SHARED = Path(__file__).resolve().parents[4] / "shared"
_GOLD = _SHARED / "extraction" / "gold"

pytestmark = pytest.mark.skipif(not _GOLD.is_dir(), reason="the labelled reports (shared/extraction/gold) are not here")


def _load(name: str) -> tuple[dict[str, Any], str]:
    gold: dict[str, Any] = json.loads((_GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = gold.get("text")
    return gold, text if isinstance(text, str) else (_SHARED / "corpus" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["chengdong-2024", "county-rongcheng-2012", "city-luoyang-2023-communique"])
def test_the_labelled_figures_are_read(name: str) -> None:
    """Quantities, indicators and attributes stay at the level once reached (measured: 1.0 throughout)."""
    gold, text = _load(name)
    labels = {(label["start"], label["end"]): label for label in gold["metrics"]}
    found = read_metrics(read_structure(text))
    paired = [(label, metric) for metric in found if (label := _label(metric, labels))]
    right = [(label, metric) for label, metric in paired if _value(label, metric)]
    assert _f1(len(right), len(found), len(labels)) >= 0.99
    assert _f1(sum(_named(label, metric) for label, metric in right), len(found), len(labels)) >= 0.97
    for field in ("role", "period", "bound"):
        wanted = [(label, metric) for label, metric in paired if label[field] is not None]
        agreed = sum(getattr(metric, field) == label[field] for label, metric in wanted)
        assert agreed >= 0.98 * len(wanted), field
    assert sum(metric.kind in label["kind"] for label, metric in paired) >= 0.98 * len(paired)


@pytest.mark.parametrize("name", ["chengdong-2024", "county-rongcheng-2012", "city-luoyang-2023-communique"])
def test_confidence_means_what_it_says(name: str) -> None:
    """Among figures read with a confidence of 0.9 or more, at least 97 % are right."""
    gold, text = _load(name)
    labels = {(label["start"], label["end"]): label for label in gold["metrics"]}
    sure = [metric for metric in read_metrics(read_structure(text)) if metric.confidence >= 0.9]
    labelled = [(label, metric) for metric in sure if (label := _label(metric, labels))]
    right = [metric for label, metric in labelled if _value(label, metric) and _named(label, metric)]
    # More would be surer than readings of unseen reports turned out to be.
    assert len(sure) > len(labels) // 4
    assert len(right) >= 0.97 * len(sure)


def _label(metric: Metric, labels: dict[tuple[int, int], dict[str, Any]]) -> dict[str, Any] | None:
    span = metric.value_span
    overlapping = [label for (start, end), label in labels.items() if start < span.end and span.start < end]
    return overlapping[0] if overlapping else None


def _value(label: dict[str, Any], metric: Metric) -> bool:
    if label["rank"]:
        return metric.rank is not None and metric.rank.position == label["rank"]
    return metric.value is not None and float(metric.value) == label["value"] and metric.unit == label["unit"]


def _named(label: dict[str, Any], metric: Metric) -> bool:
    accepted = {_bare(name) for name in label["indicator"]}
    indicator = metric.indicator
    return indicator is not None and bool({_bare(indicator.text), _bare(indicator.canonical)} & accepted)


def _bare(name: str) -> str:
    return name.translate({ord(sign): None for sign in " “”()（）的"}).lower()


def _f1(right: int, found: int, labelled: int) -> float:
    return 2 * right / (found + labelled) if found + labelled else 0.0
