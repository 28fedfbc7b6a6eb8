"""NUM: amounts of one sentence that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from core.checks.reading import Reading
from core.checks.registry import Spot, check
from core.lexicon import indicator
from core.model.report import Metric
from core.model.spans import Span

#: Wholes and all their parts, by the catalogue's keys.
_WHOLES: Final = (
    ("gdp", ("va_primary", "va_secondary", "va_tertiary")),
)
_HUNDRED: Final = Decimal(100)
#: A growth that differs from that of its amounts by more than this was printed on another base.
_SLIP: Final = Decimal("0.1")


@check("NUM-03", severity="critical")
def parts_and_total(reading: Reading) -> Iterator[Spot]:
    """The parts of a gross product that do not add up to it, beyond what rounding explains.

    Stays silent unless the whole and every part stand in one sentence, or in two that follow, for one period.
    """
    levels = [metric for metric in reading.metrics if _is_level(metric)]
    for position, total in enumerate(levels):
        for whole, parts in _WHOLES:
            if total.indicator is None or total.indicator.id != whole:
                continue
            stop = _sentence_after(reading, total.value_span)
            found = [
                metric for metric in levels[position + 1 : position + 8]
                if metric.value_span.end <= stop and metric.period == total.period and metric.unit == total.unit
            ]
            members = _one_each(found, parts)
            if members and _misses(total, members):
                yield Spot(
                    (total.value_span, *(member.value_span for member in members)),
                    (total.id, *(member.id for member in members)),
                    {
                        "total": reading.quote(total.value_span),
                        "sum": _printed(sum((member.value or Decimal(0) for member in members), Decimal(0)), total),
                    },
                )


def _is_level(metric: Metric) -> bool:
    return metric.kind == "level" and metric.value is not None and metric.value_max is None and metric.bound == "eq"


def _sentence_after(reading: Reading, span: Span) -> int:
    """Where the sentence behind the one that holds `span` ends."""
    here = reading.sentence_at(span.start)
    after = reading.sentence_at(here.end + 1) if here else None
    return after.end if after else here.end if here else span.end


def _one_each(metrics: Sequence[Metric], parts: Sequence[str]) -> list[Metric]:
    """The first figure of each part, in order; empty where one is missing."""
    found = {part: next((m for m in metrics if m.indicator and m.indicator.id == part), None) for part in parts}
    return [member for member in found.values() if member is not None] if None not in found.values() else []


def _misses(total: Metric, members: Sequence[Metric]) -> bool:
    assert total.value is not None
    tolerance = sum((_half_place(metric) for metric in (total, *members)), Decimal(0))
    return abs(sum((member.value or Decimal(0) for member in members), Decimal(0)) - total.value) > tolerance


def _half_place(metric: Metric) -> Decimal:
    """Half of the last printed place, in the base unit."""
    digits = "".join(sign for sign in metric.surface if sign.isdigit() or sign == ".")
    scale = (metric.value or Decimal(0)) / Decimal(digits) if digits.strip(".0") else Decimal(1)
    places = len(digits.partition(".")[2])
    return abs(scale) * Decimal(1).scaleb(-places) / 2


def _printed(value: Decimal, like: Metric) -> str:
    """An amount in the printed unit of another one."""
    digits = "".join(sign for sign in like.surface if sign.isdigit() or sign == ".")
    scale = (like.value or Decimal(1)) / Decimal(digits)
    return f"{(value / scale).normalize():f}{like.surface.removeprefix(digits)}"


@check("NUM-06", severity="major")
def level_and_growth(reading: Reading) -> Iterator[Spot]:
    """收入23.7亿元，比上年增加2.6亿元，增长15%: an increase that is another rate of the last level.

    Stays silent where growth is counted in constant prices, on bounds, and on what rounding explains.
    """
    for at, level in enumerate(reading.metrics):
        if not _is_level(level) or level.role != "actual" or level.indicator is None:
            continue
        near = [metric for metric in reading.metrics[at + 1 : at + 3] if _goes_with(metric, level)]
        change = next((m for m in near if m.kind == "difference" and m.unit == level.unit), None)
        growth = next((m for m in near if m.kind == "growth" and m.unit == "%" and m.basis == "yoy"), None)
        if change is None or growth is None or _in_constant_prices(level):
            continue
        rate = _rate(level, change)
        if rate is not None and growth.value is not None and not _agree(level, change, growth):
            yield Spot(
                (level.value_span, change.value_span, growth.value_span), (level.id, change.id, growth.id),
                {
                    "level": reading.quote(level.value_span),
                    "change": reading.quote(change.value_span),
                    "growth": reading.quote(growth.value_span),
                    "rate": f"{rate.quantize(Decimal('0.1'), ROUND_HALF_UP)}%",
                },
            )


def _goes_with(metric: Metric, level: Metric) -> bool:
    same = metric.indicator is not None and level.indicator is not None
    return (
        same and metric.claim == level.claim and metric.period == level.period and metric.bound == "eq"
        and metric.value is not None and metric.value_max is None and metric.role == level.role
        and (metric.indicator.canonical == level.indicator.canonical if metric.indicator and level.indicator else False)
    )


def _in_constant_prices(metric: Metric) -> bool:
    entry = indicator(metric.indicator.id) if metric.indicator and metric.indicator.id else None
    return entry is None or entry.fields.get("growth_price_basis") == "real"


def _rate(level: Metric, change: Metric) -> Decimal | None:
    assert level.value is not None
    assert change.value is not None
    before = level.value - change.value
    return change.value / before * _HUNDRED if before > 0 else None


def _agree(level: Metric, change: Metric, growth: Metric) -> bool:
    """Whether some amounts that round to the printed ones grow by what rounds to the printed rate."""
    assert level.value is not None
    assert change.value is not None
    assert growth.value is not None
    margin, slack = _half_place(change), _half_place(level)
    rates = [
        (change.value + sign * margin) / base * _HUNDRED
        for sign in (-1, 1) for other in (-1, 1)
        if (base := level.value + other * slack - change.value) > 0
    ]
    return bool(rates) and min(rates) - _SLIP <= growth.value <= max(rates) + _SLIP
