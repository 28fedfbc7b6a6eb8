"""CON: what a report says in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.checks.reading import Reading
from core.checks.registry import Spot, check
from core.model.report import Metric

#: Figures that were read with less certainty are not held against one another.
_SURE: Final = 0.9
#: A name further from its figure than this may belong to another one.
_FAR: Final = 40
#: 28583万元（自然口径）, 同口径: what an amount holds is told so near its figure; another amount holds something else.
_DEFINED: Final = "口径"
_NEAR: Final = 8
_SAME_ORDER: Final = Decimal("1.5")
#: A part of a whole, a subgroup, a stretch of the year: its figure is another figure.
_QUALIFIED: Final = ("其中", "人均", "新增", "累计", "月", "季度", "上半年", "预计", "计划")


@check("CON-01", severity="major")
def two_values(reading: Reading) -> Iterator[Spot]:
    """One indicator of the catalogue with two values for the same period, kind, role and area.

    Stays silent where rounding explains the difference, on bounds, where a name has more than two values, or two that
    one paragraph tells under two names (农林牧渔业增加值, 农业增加值): then they belong to parts of it.
    """
    groups: dict[tuple[str, ...], list[Metric]] = {}
    for metric in reading.report.metrics:
        if _comparable(metric) and not _is_qualified(reading, metric):
            assert metric.indicator is not None
            assert metric.indicator.id is not None
            key = (
                metric.indicator.id, metric.kind, metric.role, metric.unit, metric.period or "", metric.basis or "",
                metric.scope or "",
            )
            groups.setdefault(key, []).append(metric)
    for found in groups.values():
        values = {metric.value for metric in found}
        if len(values) != 2:
            continue
        first = found[0]
        second = next(metric for metric in found if metric.value != first.value)
        if first.indicator is None or _rounded_alike(first, second) or _far_apart(first, second):
            continue
        if _told_apart(reading, first, second):
            continue
        yield Spot(
            (first.value_span, second.value_span), (first.id, second.id),
            {
                "indicator": first.indicator.text,
                "first": reading.quote(first.value_span),
                "second": reading.quote(second.value_span),
            },
        )


def _comparable(metric: Metric) -> bool:
    return (
        metric.indicator is not None and metric.indicator.id is not None and metric.value is not None
        and metric.value_max is None and metric.kind in ("level", "growth", "rate") and metric.bound == "eq"
        and metric.confidence >= _SURE and metric.period is not None and metric.unit != ""
    )


def _is_qualified(reading: Reading, metric: Metric) -> bool:
    """Whether the words before the figure narrow it to less than the indicator."""
    start = max(0, metric.span.start - 12)
    before = reading.view[start : metric.value_span.start]
    printed = metric.indicator.span if metric.indicator else None
    if printed is None:
        return True
    between = reading.view[printed.start : metric.value_span.end]
    if between.rfind("（") > between.rfind("）") or between.rfind("(") > between.rfind(")"):
        return True  # 增长7.5%（全市11.1%）
    behind = reading.view[metric.value_span.end : metric.value_span.end + _NEAR].split("。")[0]
    if _DEFINED in between or _DEFINED in behind:
        return True
    return "；" in between or len(between) > _FAR or any(word in before for word in _QUALIFIED)


def _told_apart(reading: Reading, first: Metric, second: Metric) -> bool:
    assert first.indicator is not None
    assert second.indicator is not None
    if first.indicator.text == second.indicator.text:
        return False
    both = first.value_span, second.value_span
    return any(all(map(block.span.contains, both)) for block in reading.blocks)


def _rounded_alike(first: Metric, second: Metric) -> bool:
    """Whether the coarser of two values is the finer one rounded."""
    assert first.value is not None
    assert second.value is not None
    tolerance = max(_last_place(first), _last_place(second)) / 2
    return abs(first.value - second.value) <= tolerance


def _far_apart(first: Metric, second: Metric) -> bool:
    """Whether two amounts differ so much that they can only be of different things under one name."""
    assert first.value is not None
    assert second.value is not None
    small, large = sorted((abs(first.value), abs(second.value)))
    return first.kind == "level" and large > _SAME_ORDER * small


def _last_place(metric: Metric) -> Decimal:
    assert metric.value is not None
    exponent = metric.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


@check("CON-04", severity="minor")
def peers_switch(reading: Reading) -> Iterator[Spot]:
    """Ranks of one section that are taken in two and more groups of peers: 四区第一, 全市第二, 全省县区第一.

    Stays silent on one or two groups, and on a section with fewer than three ranks.
    """
    by_section: dict[str | None, list[Metric]] = {}
    for metric in reading.report.metrics:
        if metric.rank is not None and metric.rank.scope and metric.role == "actual":
            by_section.setdefault(metric.section, []).append(metric)
    for ranks in by_section.values():
        scopes = list(dict.fromkeys(metric.rank.scope for metric in ranks if metric.rank and metric.rank.scope))
        if len(scopes) >= 3 and len(ranks) >= 3:
            yield Spot(
                tuple(metric.value_span for metric in ranks), tuple(metric.id for metric in ranks),
                {"scopes": "、".join(scopes), "count": str(len(ranks))},
            )
