"""MET: figures that say less than they seem to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.model.report import Metric
from core.model.spans import Span

_HUNDRED: Final = Decimal(100)
_IS_SHARE: Final = re.compile(r"占[^，。；]{0,24}$|(?:提高|上调|调整|提升)[至到为]$")
_BEFORE: Final = 30
_POINTS: Final = "个百分点"


@check("MET-03", severity="minor")
def difference_only(reading: Reading) -> Iterator[Spot]:
    """A figure given only as so many points above or below another place's.

    Stays silent where the report gives the rate itself, and where nothing is compared with another place.
    """
    given = {
        _key(metric) for metric in reading.report.metrics
        if metric.kind in ("growth", "rate") and metric.role == "actual"
    }
    for metric in reading.report.metrics:
        if metric.kind != "difference" or metric.unit != _POINTS or metric.role != "actual" or not metric.scope:
            continue
        key = _key(metric)
        if key and key not in given and metric.indicator is not None:
            yield Spot(
                (metric.value_span,), (metric.id,),
                {
                    "indicator": metric.indicator.text,
                    "scope": metric.scope,
                    "value": reading.quote(metric.value_span),
                },
            )


def _key(metric: Metric) -> str | None:
    """What makes two figures the same quantity; growth of a thing and its own growth rate are one."""
    if metric.indicator is None:
        return None
    name = metric.indicator.id or metric.indicator.canonical
    for ending in ("增速", "增幅", "增长率"):
        name = name.removesuffix(ending)
    return name


@check("MET-12", severity="major")
def cause_without_method(reading: Reading) -> Iterator[Spot]:
    """拉动消费2.3亿元: an amount that something is said to have caused, without how it was reckoned.

    Stays silent on plans, and where no amount is named.
    """
    for match in reading.find(lexicon("results")["pulled"]):
        if not reading.plans(match.start()):
            span = Span(*match.span())
            inside = tuple(metric.id for metric in reading.metrics_in(span))
            yield Spot((span,), inside, {"quote": reading.quote(span)})


@check("MET-13", severity="minor")
def perfect_figure(reading: Reading) -> Iterator[Spot]:
    """100 %, 圆满完成, 清零 among the results.

    Stays silent on targets, on the sum at the head of a table's shares, on the share of an account's one item (占…的
    100%) and on a rate that was set (从75%提高至100%). Words without a figure only inform.
    """
    for metric in reading.report.metrics:
        if metric.value != _HUNDRED or metric.role != "actual" or metric.kind != "rate" or metric.unit != "%":
            continue
        if any(reason.rule == "kind.table_share" for reason in metric.reasons):
            continue
        if not _IS_SHARE.search(reading.view, max(0, metric.value_span.start - _BEFORE), metric.value_span.start):
            yield Spot((metric.value_span,), (metric.id,), {"quote": reading.quote(metric.span)})
    for match in reading.find(lexicon("results")["complete"]):
        if not reading.plans(match.start()):
            span = Span(*match.span())
            yield Spot((span,), params={"quote": reading.quote(span)}, severity="info")
