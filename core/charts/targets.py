"""Target against actual: one bullet for each pair, on a scale of its own."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from core.model import Metric, Span
from core.model.pair import Comparison, Pair, Result
from core.model.report import Bound
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Bullet:
    """One indicator: bar for the actual, tick for the target.

    `low` and `high` are the ends of the row's scale, None where neither side has a number. `tolerance` is the half
    width of the hatched band about an approximate target. A missing side has value None: it is drawn as a dashed
    box with its words, never as zero. `actual_last` is True where the actual is of an earlier period than the
    target (the usual case in one report): it is the base, not the outcome.
    """

    label: str
    unit: str
    actual: Decimal | None
    actual_bound: Bound
    actual_text: str
    actual_period: str | None
    actual_metric: str | None
    actual_span: Span | None
    target: Decimal | None
    target_max: Decimal | None
    comparison: Comparison | None
    tolerance: Decimal
    target_text: str
    target_period: str | None
    target_metric: str | None
    target_span: Span | None
    claim: str | None
    low: Decimal | None
    high: Decimal | None
    actual_last: bool
    result: Result | None


@dataclass(frozen=True, slots=True)
class TargetChart:
    """All targets of the report in reading order. `empty` is no-targets without any."""

    rows: tuple[Bullet, ...]
    empty: str | None


def target_chart(pairs: Iterable[Pair]) -> TargetChart:
    """The bullets of `core.pairing.pairs(report)`.

    Rows without a target, and targets that neither name an indicator nor give anything to compare, are left to the
    table.
    """
    rows = tuple(_bullet(pair) for pair in pairs if pair.has_target and pair.comparison != "unstated")
    return TargetChart(rows, None if rows else "no-targets")


def _bullet(pair: Pair) -> Bullet:
    target, actual = pair.target, pair.actual
    value = actual.value if actual is not None and _drawable(actual, target) else None
    wanted, most = target.ends if target and target.ends else (None, None)
    low, high = _scale([value, wanted, most], pair.tolerance)
    return Bullet(
        label=pair.indicator,
        unit=pair.unit or (actual.unit if actual else ""),
        actual=value,
        actual_bound=actual.axis_bound if actual else "eq",
        actual_text=pair.actual_text,
        actual_period=actual.period if actual else None,
        actual_metric=actual.id if actual else None,
        actual_span=pair.actual_span,
        target=wanted,
        target_max=most if target and target.value_max is not None else None,
        comparison=pair.comparison,
        tolerance=pair.tolerance,
        target_text=pair.target_text,
        target_period=target.period if target else None,
        target_metric=target.id if target else None,
        target_span=pair.target_span,
        claim=pair.claim,
        low=low,
        high=high,
        actual_last=pair.result == "not_due" and actual is not None,
        result=pair.result,
    )


def _drawable(actual: Metric, target: Metric | None) -> bool:
    """A lead of 5.2 points over others is no level of its own: it is said, not drawn, where no target asks for one."""
    return actual.kind != "difference" if target is None else actual.unit == target.unit


def _scale(values: list[Decimal | None], tolerance: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """From zero (or the lowest fall) to a little past the greatest."""
    known = [value for value in values if value is not None]
    if not known:
        return None, None
    low = min(Decimal(0), *(value - tolerance for value in known))
    high = max(Decimal(0), *(value + tolerance for value in known))
    room = (high - low) * Decimal("0.12") or Decimal(1)
    return (low - room if low < 0 else low), (high + room if high > 0 else high)
