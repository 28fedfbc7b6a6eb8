"""TGT: targets that cannot be measured, or ask for less than was reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.lexicon import indicator
from core.model.figures import basis_of
from core.model.report import Metric, Severity
from core.model.spans import Span

#: What is counted so is begun or built anew each year; fewer of it are no step back.
_BUILT_ANEW: Final = frozenset(("个", "项", "套", "座", "所", "条", "处", "家", "公里", "台", "件"))
_WEIGHT: Final[dict[str, Severity]] = {"rate": "major", "level": "minor", "growth": "info"}


@check("TGT-01", severity="major")
def below_last_actual(reading: Reading) -> Iterator[Spot]:
    """A target that is worse than the same indicator's last result, by the direction in the catalogue.

    Stays silent on indicators whose direction is open, on other periods than the report's two years, on equal
    values, where one of the two is a stock and the other what a year added, and on growth over other spans: what
    several years grew by on average is no last result. Growth targets may be lowered on
    purpose: they only inform.
    """
    report = reading.report
    actual: dict[tuple[str, str, str], Metric] = {}
    for metric in report.metrics:
        if metric.role == "actual" and _is_of(metric, report.year) and (key := _key(metric)):
            actual.setdefault(key, metric)
    asked: set[tuple[str, str, str]] = set()
    for metric in report.metrics:
        key = _key(metric)
        if key is None or key in asked or key not in actual:
            continue
        if metric.role != "target" or not _is_of(metric, report.target_year):
            continue
        before = actual[key]
        if metric.indicator is None or _adds(metric) != _adds(before):
            continue
        if _worse(metric, before):
            asked.add(key)
            yield Spot(
                (metric.value_span, before.value_span), (metric.id, before.id),
                {
                    "indicator": metric.indicator.text,
                    "target": reading.quote(metric.value_span),
                    "actual": reading.quote(before.value_span),
                },
                "info" if metric.kind == "level" and metric.unit in _BUILT_ANEW else _WEIGHT[metric.kind],
            )


def _is_of(metric: Metric, year: int | None) -> bool:
    return year is not None and metric.period == str(year)


def _key(metric: Metric) -> tuple[str, str, str] | None:
    if metric.indicator is None or metric.indicator.id is None or metric.kind not in _WEIGHT or metric.value is None:
        return None
    return metric.indicator.id, f"{metric.kind} {basis_of(metric)}", metric.unit


def _adds(metric: Metric) -> bool:
    return metric.indicator is not None and bool(lexicon("targets")["added"].search(metric.indicator.text))


def _worse(target: Metric, actual: Metric) -> bool:
    entry = indicator(target.indicator.id) if target.indicator and target.indicator.id else None
    aimed = target.value_max if target.value_max is not None else target.value
    if entry is None or aimed is None or actual.value is None:
        return False
    sign = {"higher": Decimal(1), "lower": Decimal(-1)}.get(entry.fields.get("polarity", ""))
    return sign is not None and sign * aimed < sign * actual.value


@check("TGT-02", severity="major")
def no_number(reading: Reading) -> Iterator[Spot]:
    """A target that another level sets, without its value: 控制在市定目标内.

    Stays silent among results, and where the clause gives a figure.
    """
    for match in reading.find(lexicon("targets")["deferred"]):
        span = Span(*match.span())
        if reading.plans(match.start()) and not _has_figure(reading, span):
            yield Spot((span,), params={"quote": reading.quote(span)})


@check("TGT-04", severity="minor")
def pegged(reading: Reading) -> Iterator[Spot]:
    """A target tied to another figure: 与上年持平, 与经济增长同步, 高于全市平均水平.

    Stays silent among results, and where the clause gives a figure.
    """
    for match in reading.find(lexicon("targets")["pegged"]):
        span = Span(*match.span())
        if reading.plans(match.start()) and not _has_figure(reading, span) and _in_target(reading, span):
            base = match["base"] or match["peer"]
            yield Spot((span,), params={"quote": reading.quote(span), "base": base})


def _has_figure(reading: Reading, span: Span) -> bool:
    return bool(reading.metrics_in(span))


def _in_target(reading: Reading, span: Span) -> bool:
    """Whether the place belongs to a claim that sets a target."""
    claim = reading.claim_at(span)
    return claim is not None and "target" in claim.types
