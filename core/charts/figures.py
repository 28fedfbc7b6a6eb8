"""Charts of the report's own figures: growth, rates, amounts by unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from core.charts.words import closed_up
from core.model import Metric, Rank, Report, Section, Span
from core.model.figures import basis_of, called
from core.model.report import Basis, Bound, Role
from core.values import dataclass

_T = TypeVar("_T")

#: Growth given in other units, brought to per cent: 增长2.4倍 is 240 %.
_TO_PERCENT = {"%": Decimal(1), "‰": Decimal("0.1"), "倍": Decimal(100)}
#: A bar this many times longer than the third is cut with a break in its axis.
_OUTLIER, _OUTLIER_ALONE = 4, 3


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One bar or dot. `value` is on the chart's axis; `text` is the figure as the report prints it, a fall with −.

    `low_confidence` is True where the reading is doubtful (below 0.8). `rank` is what the report says of the same
    indicator's place, `rank_metric` its metric. `broken` rows run past the axis' `limit`. `basis` is told where
    a growth over another span than a year stands among those of a year.
    """

    metric: str
    section: str | None
    span: Span
    label: str
    value: Decimal
    value_max: Decimal | None
    text: str
    bound: Bound
    role: Role
    period: str | None
    rank: Rank | None = None
    rank_metric: str | None = None
    low_confidence: bool = False
    broken: bool = False
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """Growth rates by indicator, greatest first, in `unit`.

    `period` and `basis` are None where the rows differ or the text does not say. `limit` is where the axis ends if
    outliers are cut. `empty` is the reason without rows: no-growth or no-growth-here.
    """

    rows: tuple[FigureRow, ...]
    unit: str
    period: str | None
    basis: Basis | None
    role: Role
    limit: Decimal | None
    empty: str | None


@dataclass(frozen=True, slots=True)
class RatesChart:
    """Rates in per cent on one axis of 0 to 100; `others` have another unit or lie outside and get no dot."""

    rows: tuple[FigureRow, ...]
    others: tuple[FigureRow, ...]
    empty: str | None


@dataclass(frozen=True, slots=True)
class AmountGroup:
    """Amounts of one unit, greatest first: one panel with an axis of its own.

    The last group may have no `unit` (""): amounts whose unit no other has, in reading order. There is nothing to
    measure them against, so they have no axis and no bars.
    """

    unit: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class AmountsChart:
    """Amounts by unit, fullest group first, lone ones last; units are never mixed on an axis."""

    groups: tuple[AmountGroup, ...]
    empty: str | None


def growth_chart(report: Report, section_id: str | None = None, *, role: Role | None = None) -> GrowthChart:
    """The growth rates of the report, or of one section with all below it.

    Without `role` the actuals are taken, or the targets where there are no actuals.
    """
    inside = _inside(report, section_id)
    found = [m for m in inside if m.kind == "growth" and m.value is not None and m.unit in _TO_PERCENT]
    role = role or _main_role(found)
    rates = [metric for metric in found if metric.role == role]
    ranks = _ranks(report)
    mixed = len({basis_of(metric) for metric in rates}) > 1
    rows = [_row(report, metric, factor=_TO_PERCENT[metric.unit], ranks=ranks, among_others=mixed) for metric in rates]
    rows.sort(key=lambda row: (-row.value, row.span.start))
    bases: list[Basis | None] = [metric.basis for metric in rates]
    limit = _limit([abs(row.value) for row in rows])
    return GrowthChart(
        rows=tuple(_cut(row, limit) for row in rows),
        unit="%",
        period=_only([metric.period for metric in rates]),
        basis=_only(bases),
        role=role,
        limit=limit,
        empty=None if rows else ("no-growth" if section_id is None else "no-growth-here"),
    )


def rates_chart(report: Report, section_id: str | None = None) -> RatesChart:
    """Shares and ratios of the report, or of one section with all below it, in reading order."""
    on_axis: list[FigureRow] = []
    others: list[FigureRow] = []
    for metric in _inside(report, section_id):
        if metric.kind != "rate" or metric.value is None or metric.role == "baseline":
            continue
        factor = _TO_PERCENT.get(metric.unit) if metric.unit != "倍" else None
        row = _row(report, metric, factor=factor or Decimal(1))
        fits = factor is not None and 0 <= row.value <= 100 and (row.value_max is None or row.value_max <= 100)
        (on_axis if fits else others).append(row)
    on_axis.sort(key=lambda row: (-row.value, row.span.start))
    empty = None if on_axis or others else ("no-rates" if section_id is None else "no-rates-here")
    return RatesChart(tuple(on_axis), tuple(others), empty)


def amounts_chart(report: Report, section_id: str | None = None) -> AmountsChart:
    """Amounts and counts that were reached, by unit."""
    groups: dict[str, list[FigureRow]] = {}
    for metric in _inside(report, section_id):
        if metric.kind == "level" and metric.value is not None and metric.unit and metric.role == "actual":
            groups.setdefault(metric.unit, []).append(_row(report, metric))
    shared = [(unit, rows) for unit, rows in groups.items() if len(rows) > 1]
    shared.sort(key=lambda item: (-len(item[1]), item[1][0].span.start))
    made = tuple(
        AmountGroup(unit, tuple(sorted(rows, key=lambda row: (-row.value, row.span.start)))) for unit, rows in shared
    )
    if alone := tuple(rows[0] for rows in groups.values() if len(rows) == 1):
        made = (*made, AmountGroup("", alone))
    return AmountsChart(made, None if made else ("no-amounts" if section_id is None else "no-amounts-here"))


def below(sections: Iterable[Section], section_id: str) -> frozenset[str]:
    """The section's id with the ids of all sections below it."""
    ids = {section_id}
    for section in sections:  # in reading order, so a parent comes before its children
        if section.parent in ids:
            ids.add(section.id)
    return frozenset(ids)


def _inside(report: Report, section_id: str | None) -> list[Metric]:
    if section_id is None:
        return list(report.metrics)
    ids = below(report.sections, section_id)
    return [metric for metric in report.metrics if metric.section in ids]


def _main_role(metrics: list[Metric]) -> Role:
    roles = {metric.role for metric in metrics}
    return "target" if "target" in roles and "actual" not in roles else "actual"


def _row(
    report: Report, metric: Metric, *, factor: Decimal = Decimal(1), ranks: list[Metric] | None = None,
    among_others: bool = False,
) -> FigureRow:
    assert metric.value is not None
    place = _rank_of(metric, ranks or [])
    return FigureRow(
        metric=metric.id,
        section=metric.section,
        span=metric.span,
        label=called(metric),
        value=metric.value * factor,
        value_max=None if metric.value_max is None else metric.value_max * factor,
        text=_printed(report, metric),
        bound=metric.axis_bound,
        role=metric.role,
        period=metric.period,
        rank=metric.rank or (place.rank if place else None),
        rank_metric=place.id if place else (metric.id if metric.rank else None),
        low_confidence=metric.confidence < 0.8,
        basis=basis_of(metric) if among_others and basis_of(metric) != "yoy" else None,
    )


def _printed(report: Report, metric: Metric) -> str:
    """The figure's own letters; 下降2.4% prints no sign, but behind a bar it needs one."""
    words = closed_up(metric.value_span.quote(report.text))
    falls = metric.value is not None and metric.value < 0
    return f"−{words}" if falls and not words.startswith(("-", "−", "－")) else words


def _ranks(report: Report) -> list[Metric]:
    return [metric for metric in report.metrics if metric.kind == "rank" and metric.rank is not None]


def _rank_of(metric: Metric, ranks: list[Metric]) -> Metric | None:
    """The first place that the same section gives the same indicator, at or after the figure."""
    if metric.indicator is None:
        return None
    name = _bare(metric.indicator.canonical)
    for rank in ranks:
        if rank.indicator is None or rank.section != metric.section or rank.role != metric.role:
            continue
        if _bare(rank.indicator.canonical) == name and rank.value_span.start >= metric.value_span.end:
            return rank
    return None


def _bare(name: str) -> str:
    for ending in ("增长速度", "增速", "增幅", "增长率"):
        name = name.removesuffix(ending)
    return name


def _limit(sizes: list[Decimal]) -> Decimal | None:
    """Where the axis ends so that outliers do not flatten the rest: None without outliers.

    Two that go far past the third are such, and one alone that goes far past the next.
    """
    longest = sorted(sizes, reverse=True)
    if len(longest) < 4 or longest[2] == 0:
        return None
    if longest[0] > longest[2] * _OUTLIER:
        return longest[2] * Decimal("1.5")
    return longest[1] * Decimal("1.25") if longest[0] > longest[1] * _OUTLIER_ALONE else None


def _cut(row: FigureRow, limit: Decimal | None) -> FigureRow:
    if limit is None or abs(row.value) <= limit:
        return row
    return replace(row, broken=True)


def _only(values: Sequence[_T | None]) -> _T | None:
    return values[0] if values and all(value == values[0] for value in values) else None
