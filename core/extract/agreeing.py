"""Roles of figures brought to agree with the claim that holds them.

A figure is read before its claim, from its own sentence and section. A claim also knows what its paragraph says
(主要预期目标为: opens a list of aims; 一是… of what will be done). Where a figure's sentence said nothing of its role,
the claim decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from core.extract.setting import words_of_plan
from core.model.document import Document
from core.model.report import Claim, Metric, Reason

#: The rule of a role that no word and no heading gave.
_UNSAID: Final = "role.result"
_BY_CLAIM: Final = "role.claim"
_OF_REPORT: Final = "period.report"
_OF_SECTION: Final = "period.section"
_OR_MORE: Final = re.compile("(?:及|或)?以上")
#: Years from the first to the last of a five-year plan.
_LONGEST_PLAN: Final = 4


def agreeing(document: Document, metrics: tuple[Metric, ...], claims: Iterable[Claim]) -> tuple[Metric, ...]:
    """The metrics, those of a claim that only sets targets as targets where nothing else had given their role."""
    aims = {
        key for claim in claims
        if "target" in claim.types and "achievement" not in claim.types and _may_aim(document, claim)
        for key in claim.metrics
    }
    if not aims:
        return metrics
    return tuple([_aimed(document, metric) if metric.id in aims else metric for metric in metrics])


def _may_aim(document: Document, claim: Claim) -> bool:
    """Whether what stands around a claim may make it an aim.

    In a text that plans no year its own paragraph or the one that leads to it must set one: what others are about to
    do sets none.
    """
    if not document.tells_only:
        return True
    own = bisect_right(document.blocks, claim.span.start, key=lambda block: block.span.start) - 1
    begins = document.blocks[max(0, own - 1)].span.start
    return words_of_plan(document.view, begins, claim.span.end) is not None


def role_unsaid(metric: Metric) -> bool:
    """Whether neither a word nor a heading gave the figure its role."""
    return any(
        reason.field == "role" and reason.rule == _UNSAID and reason.span is None for reason in metric.reasons
    )


def _aimed(document: Document, metric: Metric) -> Metric:
    rules: Mapping[str, Reason] = {reason.field: reason for reason in metric.reasons}
    role = rules.get("role")
    if metric.role != "actual" or metric.kind in ("rank", "duration") or not role_unsaid(metric):
        return metric
    period, of_report = metric.period, rules.get("period")
    if period and document.target_year is not None and int(period[:4]) < document.target_year - _LONGEST_PLAN:
        # What a plan says of the years before it.
        return metric
    given = of_report.rule if of_report is not None else None
    # What a section that says nothing of itself is about is the year of the results.
    of_results = given == _OF_SECTION and period == str(document.year)
    if (given == _OF_REPORT or of_results or period is None) and document.target_year is not None:
        period = str(document.target_year)
    # 以上 includes the number in an aim.
    included = metric.bound == "gt" and _OR_MORE.match(document.view, metric.value_span.end)
    reasons = tuple([Reason("role", _BY_CLAIM) if reason is role else reason for reason in metric.reasons])
    return replace(metric, role="target", period=period, bound="ge" if included else metric.bound, reasons=reasons)
