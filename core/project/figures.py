"""Figures as a person decided that they are read: the rows of the file, and the report with them in place.

What the program read stays in the file as it was; a decision lies over it. So it can be taken back, and the program's
own reading is always at hand.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final, get_args

from core.model import (
    Anchor,
    ByHand,
    Claim,
    FigureDecision,
    FigureReading,
    Indicator,
    Metric,
    Rank,
    Reason,
    Report,
    Span,
)
from core.model.figures import differences, reading_of
from core.model.report import Basis, Bound, Kind, Role
from core.project import bounded, rows
from core.project.changes import Row
from core.project.errors import ProjectError
from core.project.reports import ReadReport

#: The rule under which a field that a person decided tells why it is so.
RULE: Final = "person.decided"
#: A name stands at most so far before its figure.
_NEAR: Final = 120


def decision_from(row: Mapping[str, Any], length: int) -> FigureDecision:
    """The decision that a row keeps, about a text of `length` characters.

    Raises:
        ProjectError: "project-damaged".
    """
    anchor = rows.anchor_from({**row, "claim": row["id"]}, length)
    written = row["reading"]
    reading = None if written is None else _reading_from(str(written), str(row["id"]))
    return FigureDecision(str(row["id"]), anchor, reading, str(row["decided_by"]), str(row["decided_at"]))


def reading_text(reading: FigureReading | None) -> str | None:
    """The form in which a row keeps a reading; numbers are kept digit by digit."""
    if reading is None:
        return None
    rank = reading.rank
    data = {
        "indicator": reading.indicator,
        "value": None if reading.value is None else str(reading.value),
        "value_max": None if reading.value_max is None else str(reading.value_max),
        "unit": reading.unit, "kind": reading.kind, "role": reading.role, "period": reading.period,
        "basis": reading.basis, "bound": reading.bound,
        "rank": None if rank is None else {"position": rank.position, "scope": rank.scope, "of": rank.of},
        "scope": reading.scope,
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def anchor_columns(anchor: Anchor) -> Row:
    """The columns of a row that keep a place."""
    row = rows.anchor_row("", 1, anchor)
    del row["claim"], row["position"]
    return row


def corrected(report: Report, decisions: Sequence[FigureDecision]) -> Report:
    """The report as its figures were decided; its claims hold other figures then, and its findings are looked for anew.

    A decision whose place was lost changes nothing.
    """
    holding = sorted(
        (each for each in decisions if each.anchor.state != "orphan"), key=lambda each: each.anchor.span
    )
    if not holding:
        return report
    from core.checks import find  # whoever opens a project without such decisions does not wait for the checks

    read = ReadReport("", report)
    own = sorted(report.metrics, key=lambda metric: metric.value_span)
    starts = [metric.value_span.start for metric in own]
    longest = max((metric.value_span.end - metric.value_span.start for metric in own), default=0)
    replaced: dict[str, Metric] = {}
    made: list[Metric] = []
    aside: list[Metric] = []
    for decision in holding:
        span = decision.anchor.span
        near = own[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        met = [metric for metric in near if metric.value_span.overlaps(span) and metric.id not in replaced]
        met.sort(key=lambda metric, span=span: -_shared(metric.value_span, span))  # type: ignore[misc]  # mypy: default
        replaced.update((metric.id, metric) for metric in met)
        machine = met[0] if met else None
        hand = ByHand(decision.id, decision.by, decision.at, machine)
        if decision.reading is None:
            aside += [replace(metric, by_hand=replace(hand, machine=metric)) for metric in met]
        else:
            made.append(_metric(report.text, decision, machine, hand, read.section_at(span.start)))
    kept = [metric for metric in own if metric.id not in replaced]
    metrics = sorted([*kept, *made], key=lambda metric: metric.value_span)
    claims = tuple(_claim(report, claim, made, replaced.keys(), metrics) for claim in report.claims)
    holder: dict[str, str] = {}
    for claim in claims:
        for key in claim.metrics:
            holder.setdefault(key, claim.id)
    changed = replace(
        report,
        metrics=tuple(
            metric if metric.claim == holder.get(metric.id) else replace(metric, claim=holder.get(metric.id))
            for metric in metrics
        ),
        claims=claims, set_aside=tuple(aside), findings=(),
    )  # fmt: skip
    return replace(changed, findings=find(changed))


def same_reading(metric: Metric, span: Span, reading: FigureReading) -> bool:
    """Whether the program itself reads the figure so."""
    return metric.value_span == span and reading_of(metric) == reading


def _metric(
    text: str, decision: FigureDecision, machine: Metric | None, hand: ByHand, section: str | None
) -> Metric:
    reading, span = decision.reading, decision.anchor.span
    assert reading is not None  # what is no figure is set aside
    indicator = _indicator(text, reading.indicator, machine, span)
    whole = machine.span if machine is not None else span
    if machine is None and indicator is not None and indicator.span is not None:
        whole = Span(min(indicator.span.start, span.start), max(indicator.span.end, span.end))
    made = Metric(
        id=machine.id if machine is not None else decision.id.rpartition(".")[2],
        section=section,
        span=Span(min(whole.start, span.start), max(whole.end, span.end)),
        value_span=span,
        indicator=indicator,
        value=reading.value,
        value_max=reading.value_max,
        unit=reading.unit,
        surface=span.quote(text),
        kind=reading.kind,
        role=reading.role,
        period=reading.period,
        basis=reading.basis,
        bound=reading.bound,
        rank=reading.rank,
        scope=reading.scope,
        claim=None,
        confidence=1.0,
        by_hand=hand,
    )
    if machine is None:
        return replace(made, reasons=(Reason("value", RULE, span),))
    decided = differences(made)
    told = {*decided, *(("canonical",) if "indicator" in decided else ()), *(("sign",) if "value" in decided else ())}
    kept = tuple(reason for reason in machine.reasons if reason.field not in told | {"confidence"})
    return replace(made, reasons=(*(Reason(name, RULE) for name in decided), *kept))


def _indicator(text: str, words: str, machine: Metric | None, value: Span) -> Indicator | None:
    """The name with its standard one from the catalogue, and the place where it is printed beside the figure."""
    if machine is not None and machine.indicator is not None and machine.indicator.text == words:
        return machine.indicator
    if not words:
        return None
    from core.lexicon import find_indicator

    entry = find_indicator(words)
    place = text.rfind(words, max(0, value.start - _NEAR), value.start)
    if place < 0:
        place = text.find(words, value.end, value.end + _NEAR)
    printed = Span(place, place + len(words)) if place >= 0 else None
    return Indicator(words, entry.canonical if entry else words, printed, entry.id if entry else None)


def _claim(
    report: Report, claim: Claim, made: Iterable[Metric], replaced: Iterable[str], metrics: Sequence[Metric]
) -> Claim:
    """The claim with the figures that stand in it now, and the types and score that these speak for."""
    inside = {each.id for each in made if claim.span.start <= each.value_span.start < claim.span.end}
    gone = set(replaced)
    if not inside and gone.isdisjoint(claim.metrics):
        return claim
    from core.extract.retyping import retyped

    held = (set(claim.metrics) - gone) | inside
    after = [metric for metric in metrics if metric.id in held]
    before = [metric for metric in report.metrics if metric.id in claim.metrics]
    claim = retyped(report.text, claim, before, after)
    return replace(claim, metrics=tuple(metric.id for metric in after))


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _reading_from(written: str, key: str) -> FigureReading:
    damaged = ProjectError("project-damaged", name=key)
    try:
        data = bounded.json_value(written)
        if not isinstance(data, dict):
            raise damaged
        rank = data["rank"]
        return FigureReading(
            _words(data["indicator"]) or "",
            _decimal(data["value"]),
            _decimal(data["value_max"]),
            _words(data["unit"]) or "",
            rows.known(data["kind"], get_args(Kind)),
            rows.known(data["role"], get_args(Role)),
            _words(data["period"]),
            None if data["basis"] is None else rows.known(data["basis"], get_args(Basis)),
            rows.known(data["bound"], get_args(Bound)),
            None if rank is None else Rank(int(rank["position"]), _words(rank["scope"]), _whole(rank["of"])),
            _words(data["scope"]),
        )
    except (ValueError, RecursionError, KeyError, TypeError, InvalidOperation) as error:
        raise damaged from error


def _words(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise ValueError(value)


def _decimal(value: object) -> Decimal | None:
    number = None if value is None else Decimal(_words(value) or "")
    if number is not None and not number.is_finite():
        raise ValueError(value)
    return number


def _whole(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError(value)
