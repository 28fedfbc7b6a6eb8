"""Whether an actual meets its target: bounds, ranges and the way that is better."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from core.lexicon import indicator
from core.model import Metric
from core.model.figures import basis_of
from core.model.pair import Result
from core.values import dataclass

Polarity = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from 左右/约 is still met: `points` for percentages, `share` of the target for levels."""

    points: Decimal = Decimal("0.3")
    share: Decimal = Decimal("0.05")

    def around(self, metric: Metric) -> Decimal:
        """The half width of the band about the metric's value, in its unit; 0 without a value."""
        if metric.value is None:
            return Decimal(0)
        return self.points if metric.unit in ("%", "‰", "个百分点") else abs(metric.value) * self.share


def judge(
    target: Metric, actual: Metric, *, tolerance: Tolerance | None = None, better: Polarity | None = None
) -> Result | None:
    """Whether an actual of the same period meets the target; None where the printed bounds leave it open."""
    allowance = tolerance or Tolerance()
    if target.value is None or actual.value is None or target.unit != actual.unit:
        return None
    if target.kind == actual.kind == "growth" and basis_of(target) != basis_of(actual):
        return None
    low, high = _wanted(target, allowance, better)
    least, most = _stated(actual, allowance)
    inside = least >= low and most <= high and not _on_open_edge(target, least, most)
    if inside:
        exact = target.bound != "about" or least == most == target.value or _beyond(least, target.value, better)
        return "met" if exact else "inside_tolerance"
    outside = most < low or least > high or (least == most and _on_open_edge(target, least, most))
    decidable = better is not None or target.axis_bound in ("ge", "gt", "le", "lt") or target.value_max is not None
    return "missed" if outside and decidable else None


def _beyond(value: Decimal, wanted: Decimal, better: Polarity | None) -> bool:
    return (better == "higher" and value >= wanted) or (better == "lower" and value <= wanted)


_INFINITY = Decimal("Infinity")


def _wanted(target: Metric, tolerance: Tolerance, better: Polarity | None) -> tuple[Decimal, Decimal]:
    assert target.ends is not None
    least, most = target.ends
    if target.value_max is not None:
        return least, most
    if target.axis_bound in ("ge", "gt"):
        return least, _INFINITY
    if target.axis_bound in ("le", "lt"):
        return -_INFINITY, most
    reach = tolerance.around(target) if target.bound == "about" else Decimal(0)
    return -_INFINITY if better == "lower" else least - reach, _INFINITY if better == "higher" else most + reach


def _stated(actual: Metric, tolerance: Tolerance) -> tuple[Decimal, Decimal]:
    assert actual.ends is not None
    least, most = actual.ends
    if actual.axis_bound in ("ge", "gt"):
        return least, _INFINITY
    if actual.axis_bound in ("le", "lt"):
        return -_INFINITY, most
    reach = tolerance.around(actual) if actual.bound == "about" else Decimal(0)
    return least - reach, most + reach


def _on_open_edge(target: Metric, least: Decimal, most: Decimal) -> bool:
    side = target.axis_bound
    return (side == "gt" and least == target.value) or (side == "lt" and most == target.value)


def better_way(metric: Metric) -> Polarity | None:
    """The direction that the catalogue calls better, None where it names none."""
    entry = indicator(metric.indicator.id) if metric.indicator and metric.indicator.id else None
    polarity = entry.fields.get("polarity") if entry else None
    return "higher" if polarity == "higher" else "lower" if polarity == "lower" else None
