"""What a person says about a figure, against what the program read."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

from core.model.report import Basis, Bound, Kind, Metric, Rank, Role
from core.model.review import Anchor
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class FigureReading:
    """How one figure is read, as a whole: its fields mean what they mean in `Metric`. `indicator` is "" without a name.

    `value` and `value_max` are in the base `unit`, multiplied out; a fall is negative.
    """

    indicator: str
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    kind: Kind
    role: Role
    period: str | None
    basis: Basis | None
    bound: Bound
    rank: Rank | None
    scope: str | None


#: The names of its fields.
FIELDS = tuple(field.name for field in fields(FigureReading))


@dataclass(frozen=True, slots=True)
class FigureDecision:
    """That the words at `anchor` are a figure read so, or (`reading` None) that they are no figure."""

    id: str
    anchor: Anchor
    reading: FigureReading | None
    by: str
    at: str


def called(metric: Metric) -> str:
    """What people call a figure: its printed name, that of a part completed by its whole; "" without a name.

    城镇 behind 居民人均可支配收入 is 城镇居民人均可支配收入; what a person wrote stays as it is.
    """
    if metric.indicator is None:
        return ""
    part = any(reason.rule == "indicator.part" for reason in metric.reasons)
    return metric.indicator.canonical if part and "indicator" not in differences(metric) else metric.indicator.text


def basis_of(metric: Metric) -> Basis:
    """What a growth is measured against: the year before, unless the text says otherwise."""
    return metric.basis or "yoy"


def reading_of(metric: Metric) -> FigureReading:
    """How a figure is read now."""
    return FigureReading(
        metric.indicator.text if metric.indicator else "", metric.value, metric.value_max, metric.unit, metric.kind,
        metric.role, metric.period, metric.basis, metric.bound, metric.rank, metric.scope,
    )  # fmt: skip


def differences(metric: Metric) -> tuple[str, ...]:
    """The fields in which a person's reading of a figure is another than the program's; none where it had none."""
    hand = metric.by_hand
    if hand is None or hand.machine is None:
        return ()
    now, then = reading_of(metric), reading_of(hand.machine)
    return tuple(name for name in FIELDS if getattr(now, name) != getattr(then, name))
