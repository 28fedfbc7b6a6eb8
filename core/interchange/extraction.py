"""The extraction format, version 1: a report and all that was read out of it, as one JSON object.

`extraction(report)` holds the fields of the format; of figures that a person decided also who, when, and what the
program had read (`by_hand`; what is no figure stands in `set_aside`). With `explain` it also holds what only this
application knows (why each field has its value, the sections' roles, layout residue), and `report_from` gives back the
equal report.
"""

from __future__ import annotations

from operator import itemgetter
from typing import get_args

from core.interchange.fields import Fields, Json, exact, number, pair, pairs
from core.interchange.layout import layout_from, layout_spans, written_layout
from core.messages import PolicyReviewError, message
from core.model import ByHand, Claim, Finding, Indicator, Metric, Rank, Reason, Report, Section, Source, Span
from core.model.layout import Layout
from core.model.particulars import Years
from core.model.report import Basis, Bound, ClaimType, Kind, Role, SectionRole, Severity

FORMAT = "policy-review/extraction"
VERSION = 1
_YEARS = ("results", "plan")


def extraction(report: Report, explain: bool = False) -> dict[str, Json]:
    """The report as a JSON object; offsets are code points of its `text`, messages are Chinese."""
    source = report.source
    found: dict[str, Json] = {
        "format": FORMAT,
        "version": VERSION,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "pages": source.pages,
        },
        "text": report.text,
        "title": report.title,
        "year": report.year,
        "target_year": report.target_year,
        "place": report.place,
        "language": report.language,
        "sections": [_section(section, explain) for section in report.sections],
        "metrics": [_metric(metric, explain) for metric in report.metrics],
        "claims": [_claim(claim, explain) for claim in report.claims],
        "findings": [_finding(finding, explain) for finding in report.findings],
    }
    if report.set_aside:
        found["set_aside"] = [_metric(metric, explain) for metric in report.set_aside]
    if explain:
        found["title_span"] = pair(report.title_span) if report.title_span else None
        found["noise"] = pairs(report.noise)
        found["breaks"] = pairs(report.breaks)
        if layout := written_layout(report.layout):
            found["layout"] = layout
        if report.given_years is not None:
            found["given_years"] = dict(zip(_YEARS, report.given_years, strict=True))
    return found


def report_from(data: object) -> Report:
    """The report of an extraction object; equal to the one it was made from if that was made with `explain`.

    Raises:
        PolicyReviewError: "not-an-extraction" names the field that is missing or wrong,
            "extraction-newer" that a later version of the application wrote it.
    """
    fields = Fields.of(data)
    if fields.data.get("format") != FORMAT:
        raise PolicyReviewError("not-an-extraction", place="format")
    if fields.integer("version") > VERSION:
        raise PolicyReviewError("extraction-newer", version=str(fields.integer("version")))
    text = fields.text("text")
    report = Report(
        source=_source_from(Fields.of(fields.data.get("source"), "source")),
        text=text,
        title=fields.text_or_none("title"),
        year=fields.integer_or_none("year"),
        target_year=fields.integer_or_none("target_year"),
        place=fields.text_or_none("place"),
        language=fields.text("language"),
        sections=fields.objects("sections", _section_from),
        metrics=fields.objects("metrics", _metric_from),
        claims=_claims_from(fields),
        findings=fields.objects("findings", _finding_from),
        title_span=fields.span_or_none("title_span"),
        noise=fields.spans("noise"),
        breaks=fields.spans("breaks"),
        layout=fields.object_or_none("layout", layout_from) or Layout(),
        given_years=fields.object_or_none("given_years", _years_from),
        set_aside=fields.objects("set_aside", _metric_from) if "set_aside" in fields.data else (),
    )
    if any(span.end > len(text) for span in _all_spans(report)):
        raise PolicyReviewError("not-an-extraction", place="text")
    return report


def _years_from(fields: Fields) -> Years:
    results, plan = (fields.integer_or_none(name) for name in _YEARS)
    return results, plan


def _section(section: Section, explain: bool) -> dict[str, Json]:
    written: dict[str, Json] = {
        "id": section.id,
        "parent": section.parent,
        "depth": section.depth,
        "title": section.title,
        "heading": {"start": section.heading.start, "end": section.heading.end},
        "start": section.span.start,
        "end": section.span.end,
    }
    if explain:
        written |= {"role": section.role, "year": section.year, "since": section.since}
    return written


def _metric(metric: Metric, explain: bool) -> dict[str, Json]:
    written: dict[str, Json] = {
        "id": metric.id,
        "section": metric.section,
        "start": metric.span.start,
        "end": metric.span.end,
        "value_start": metric.value_span.start,
        "value_end": metric.value_span.end,
        "indicator": _indicator(metric.indicator, explain) if metric.indicator else None,
        "value": None if metric.value is None else number(metric.value),
        "value_max": None if metric.value_max is None else number(metric.value_max),
        "unit": metric.unit,
        "surface": metric.surface,
        "kind": metric.kind,
        "role": metric.role,
        "period": metric.period,
        "basis": metric.basis,
        "bound": metric.bound,
        "rank": _rank(metric.rank) if metric.rank else None,
        "scope": metric.scope,
        "claim": metric.claim,
        "confidence": metric.confidence,
    }
    if explain:
        written["reasons"] = [_reason(reason) for reason in metric.reasons]
        for name, value in (("value", metric.value), ("value_max", metric.value_max)):
            if value is not None and (digits := exact(value)) is not None:
                written[f"{name}_exact"] = digits
    if (hand := metric.by_hand) is not None:
        machine = _metric(hand.machine, explain) if hand.machine else None
        written["by_hand"] = {"id": hand.id, "by": hand.by, "at": hand.at, "machine": machine}
    return written


def _indicator(indicator: Indicator, explain: bool) -> dict[str, Json]:
    span = indicator.span
    written: dict[str, Json] = {
        "text": indicator.text,
        "canonical": indicator.canonical,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
    if explain:
        written["id"] = indicator.id
    return written


def _rank(rank: Rank) -> dict[str, Json]:
    return {"position": rank.position, "scope": rank.scope, "of": rank.of}


def _reason(reason: Reason) -> dict[str, Json]:
    return {"field": reason.field, "rule": reason.rule, "span": pair(reason.span) if reason.span else None}


def _claim(claim: Claim, explain: bool) -> dict[str, Json]:
    written: dict[str, Json] = {
        "id": claim.id,
        "section": claim.section,
        "start": claim.span.start,
        "end": claim.span.end,
        "types": list(claim.types),
        "score": claim.score,
        "metrics": list(claim.metrics),
    }
    if claim.indicators:
        written["indicators"] = [_indicator(indicator, explain) for indicator in claim.indicators]
    return written


def _finding(finding: Finding, explain: bool) -> dict[str, Json]:
    written: dict[str, Json] = {
        "check": finding.check,
        "severity": finding.severity,
        "spans": pairs(finding.spans),
        "message": message("checks", finding.check, "zh", **finding.params),
        "metrics": list(finding.metrics),
    }
    if explain:
        written["params"] = dict(finding.params)
    return written


def _source_from(fields: Fields) -> Source:
    return Source(
        name=fields.text("name"),
        sha256=fields.text("sha256"),
        media_type=fields.text("media_type"),
        encoding=fields.text_or_none("encoding"),
        pages=fields.integer_or_none("pages"),
    )


def _section_from(fields: Fields) -> Section:
    return Section(
        id=fields.text("id"),
        parent=fields.text_or_none("parent"),
        depth=fields.integer("depth"),
        title=fields.text("title"),
        heading=Fields.of(fields.data.get("heading"), f"{fields.path}.heading").span("start", "end"),
        span=fields.span("start", "end"),
        role=fields.choice("role", get_args(SectionRole)) if "role" in fields.data else "other",
        year=fields.integer_or_none("year"),
        since=fields.integer_or_none("since"),
    )


def _metric_from(fields: Fields) -> Metric:
    return Metric(
        id=fields.text("id"),
        section=fields.text_or_none("section"),
        span=fields.span("start", "end"),
        value_span=fields.span("value_start", "value_end"),
        indicator=fields.object_or_none("indicator", _indicator_from),
        value=fields.decimal_or_none("value_exact" if "value_exact" in fields.data else "value"),
        value_max=fields.decimal_or_none("value_max_exact" if "value_max_exact" in fields.data else "value_max"),
        unit=fields.text("unit"),
        surface=fields.text("surface"),
        kind=fields.choice("kind", get_args(Kind)),
        role=fields.choice("role", get_args(Role)),
        period=fields.text_or_none("period"),
        basis=fields.choice_or_none("basis", get_args(Basis)),
        bound=fields.choice("bound", get_args(Bound)),
        rank=fields.object_or_none("rank", _rank_from),
        scope=fields.text_or_none("scope"),
        claim=fields.text_or_none("claim"),
        confidence=fields.real("confidence"),
        reasons=fields.objects("reasons", _reason_from),
        by_hand=fields.object_or_none("by_hand", _by_hand_from) if "by_hand" in fields.data else None,
    )


def _by_hand_from(fields: Fields) -> ByHand:
    machine = fields.object_or_none("machine", _metric_from)
    return ByHand(fields.text("id"), fields.text("by"), fields.text("at"), machine)


def _indicator_from(fields: Fields) -> Indicator:
    printed = fields.data.get("start") is not None
    return Indicator(
        text=fields.text("text"),
        canonical=fields.text("canonical"),
        span=fields.span("start", "end") if printed else None,
        id=fields.text_or_none("id"),
    )


def _rank_from(fields: Fields) -> Rank:
    return Rank(fields.integer("position"), fields.text_or_none("scope"), fields.integer_or_none("of"))


def _reason_from(fields: Fields) -> Reason:
    return Reason(fields.text("field"), fields.text("rule"), fields.span_or_none("span"))


_CLAIM = itemgetter("id", "section", "start", "end", "types", "score", "metrics")


def _claims_from(fields: Fields) -> tuple[Claim, ...]:
    """The claims, of which there may be very many: what is written as we write it is read in one go."""
    known: dict[tuple[object, ...], tuple[ClaimType, ...]] = {}
    found = []
    for position, item in enumerate(fields.items("claims")):
        try:
            key, section, start, end, types, score, metrics = _CLAIM(item)  # type: ignore[arg-type]  # else TypeError
            kinds = known[tuple(types)]
        except (KeyError, TypeError):
            kinds = None
        if (
            kinds is not None and type(key) is str and (section is None or type(section) is str)
            and isinstance(item, dict) and "indicators" not in item
            and type(start) is int and type(end) is int and 0 <= start <= end and type(score) is float
            and type(types) is list and type(metrics) is list
            and (not metrics or all(type(metric) is str for metric in metrics))
        ):
            found.append(Claim(key, section, Span(start, end), kinds, score, tuple(metrics)))
            continue
        claim = _claim_from(Fields.of(item, f"{fields.path}.claims[{position}]"))
        known[claim.types] = claim.types
        found.append(claim)
    return tuple(found)


def _claim_from(fields: Fields) -> Claim:
    return Claim(
        id=fields.text("id"),
        section=fields.text_or_none("section"),
        span=fields.span("start", "end"),
        types=fields.choices("types", get_args(ClaimType)),
        score=fields.real("score"),
        metrics=fields.texts("metrics"),
        indicators=fields.objects("indicators", _indicator_from) if "indicators" in fields.data else (),
    )


def _finding_from(fields: Fields) -> Finding:
    return Finding(
        check=fields.text("check"),
        severity=fields.choice("severity", get_args(Severity)),
        spans=fields.spans("spans"),
        metrics=fields.texts("metrics"),
        params=fields.words("params"),
    )


def _all_spans(report: Report) -> list[Span]:
    spans = [*report.noise, *report.breaks, *([report.title_span] if report.title_span else [])]
    for section in report.sections:
        spans += (section.heading, section.span)
    for metric in (*report.metrics, *report.set_aside):
        spans += (metric.span, metric.value_span)
        spans += (reason.span for reason in metric.reasons if reason.span)
        if metric.indicator and metric.indicator.span:
            spans.append(metric.indicator.span)
    for claim in report.claims:
        spans.append(claim.span)
        spans += (indicator.span for indicator in claim.indicators if indicator.span)
    spans += (span for finding in report.findings for span in finding.spans)
    spans += layout_spans(report.layout)
    return spans
