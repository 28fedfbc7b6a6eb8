"""What the program read and the person decided, as tables: for spreadsheets, the clipboard and the window.

Columns have stable keys; their heads in either language are in resources/templates/words.toml (`column.KEY`).
pandas is imported when the first table is made, not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from core.by_hand import Told, decisions, told_of
from core.model import Evidence, EvidenceLink, Hit, Metric, Report, ReviewClaim
from core.model.innermost import Innermost
from core.vocabulary import Language, bound_sign, label

if TYPE_CHECKING:
    from pandas import DataFrame

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Cell]

METRIC_COLUMNS = (
    "id", "section", "indicator", "canonical", "value", "value-max", "unit", "surface", "kind", "role", "period",
    "basis", "bound", "rank", "scope", "confidence", "claim", "start", "end", "quote", "by-hand", "machine",
)
CLAIM_COLUMNS = (
    "number", "id", "section", "types", "score", "answer", "status", "verdict", "certainty", "rationale", "by", "at",
    "fulfilment", "fulfilment-certainty", "fulfilment-rationale", "tags", "note", "evidence", "links", "dismissed",
    "start", "end", "places", "place-state", "quote",
)
EVIDENCE_COLUMNS = (
    "number", "title", "kind", "grade", "method", "provider", "provider-role", "signature", "copy-state", "published",
    "data-period", "vintage", "retrieved", "retrieved-by", "url", "archive-url", "file", "holding", "size", "sha256",
    "locator", "page", "table", "cell", "time", "excerpt", "group", "sensitivity", "note", "claims", "bearing",
)
DECISION_COLUMNS = ("by-hand", "section", "quote", "reading", "machine", "by", "at", "id", "start", "end")
FINDING_COLUMNS = ("check", "severity", "state", "message", "section", "start", "end", "quote", "reason")


def metrics_table(report: Report, language: Language) -> DataFrame:
    """One row for each metric, in reading order."""
    sections = _titles(report)
    return _table(METRIC_COLUMNS, (_metric(metric, report, sections, language) for metric in report.metrics))


def claims_table(
    report: Report, claims: Iterable[ReviewClaim], language: Language, *, tags: Mapping[str, str],
    evidence: Iterable[Evidence] = (),
) -> DataFrame:
    """One row for each claim with all that was decided. `tags` maps the codebook's ids to names."""
    sections = _titles(report)
    printed = list(claims)
    numbers = {item.id: item.no for item in evidence} | {claim.id: str(claim.number) for claim in printed}
    return _table(CLAIM_COLUMNS, (_claim(claim, sections, tags, numbers, language) for claim in printed))


def evidence_table(evidence: Iterable[Evidence], claims: Iterable[ReviewClaim], language: Language) -> DataFrame:
    """One row for each item of the register, with the numbers of the claims that rest on it."""
    users: dict[str, list[tuple[int, EvidenceLink]]] = {}
    for claim in claims:
        for link in claim.evidence:
            users.setdefault(link.evidence, []).append((claim.number, link))
    return _table(EVIDENCE_COLUMNS, (_evidence(item, users.get(item.id, []), language) for item in evidence))


def findings_table(
    report: Report, hits: Iterable[Hit], language: Language, *, messages: Mapping[str, str]
) -> DataFrame:
    """One row for each check hit. `messages` maps a hit's id to its sentence."""
    innermost = Innermost(report.sections)
    return _table(FINDING_COLUMNS, (_finding(hit, report, innermost, messages, language) for hit in hits))


def decisions_table(report: Report, language: Language) -> DataFrame:
    """One row for each figure that a person decided how to read, also for what is no figure, with the program's own."""
    sections = _titles(report)
    told = decisions(report, language)
    return _table(DECISION_COLUMNS, (_decision(each, report, sections, language) for each in told))


def _table(columns: Sequence[str], rows: Iterable[Row]) -> DataFrame:
    import pandas

    # object: whole numbers stay whole where a column also has gaps
    return pandas.DataFrame(list(rows), columns=list(columns), dtype=object)


def _titles(report: Report) -> dict[str, str]:
    return {section.id: section.title for section in report.sections}


def _flat(words: str) -> str:
    return " ".join(words.split())


def _number(metric: Metric, *, upper: bool = False) -> Cell:
    """Whole numbers as int, others as the nearest float: a spreadsheet has no decimals of its own."""
    value = metric.value_max if upper else metric.value
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _metric(metric: Metric, report: Report, sections: dict[str, str], language: Language) -> Row:
    told = told_of(metric, language)
    return {
        "id": metric.id,
        "section": sections.get(metric.section or ""),
        "indicator": metric.indicator.text if metric.indicator else None,
        "canonical": metric.indicator.canonical if metric.indicator else None,
        "value": _number(metric),
        "value-max": _number(metric, upper=True),
        "unit": metric.unit,
        "surface": _flat(metric.value_span.quote(report.text)),
        "kind": label("kind", metric.kind, language),
        "role": label("role", metric.role, language),
        "period": metric.period,
        "basis": label("basis", metric.basis, language) if metric.basis else None,
        "bound": bound_sign(metric.axis_bound, language) or None,
        "rank": metric.rank.position if metric.rank else None,
        "scope": metric.scope or (metric.rank.scope if metric.rank else None),
        "confidence": metric.confidence,
        "claim": metric.claim,
        "start": metric.value_span.start,
        "end": metric.value_span.end,
        "quote": _flat(metric.span.quote(report.text)),
        "by-hand": _signed(told, language) if told else None,
        "machine": told.machine if told else None,
    }


def _signed(told: Told, language: Language) -> str:
    return " · ".join(part for part in (label("by_hand", told.what, language), told.by, told.at[:10]) if part)


def _decision(told: Told, report: Report, sections: dict[str, str], language: Language) -> Row:
    metric = told.metric
    return {
        "by-hand": label("by_hand", told.what, language),
        "section": sections.get(metric.section or ""),
        "quote": _flat(metric.value_span.quote(report.text)),
        "reading": told.now,
        "machine": told.machine,
        "by": told.by,
        "at": told.at,
        "id": metric.id,
        "start": metric.value_span.start,
        "end": metric.value_span.end,
    }


def _claim(
    claim: ReviewClaim, sections: dict[str, str], tags: Mapping[str, str], numbers: dict[str, str], language: Language
) -> Row:
    verdict, rated = claim.verdict, claim.fulfilment
    certain = verdict.confidence if verdict else None
    sure = rated.confidence if rated else None
    return {
        "number": claim.number,
        "id": claim.id,
        "section": sections.get(claim.section or ""),
        "types": "|".join(label("claim_type", key, language) for key in claim.types),
        "score": claim.score,
        "answer": label("claim_answer", claim.answer, language),
        "status": label("claim_status", claim.status, language),
        "verdict": label("veracity", claim.veracity, language) if claim.veracity else None,
        "certainty": label("confidence", certain, language) if certain else None,
        "rationale": verdict.rationale if verdict else None,
        "by": verdict.by if verdict else None,
        "at": verdict.at if verdict else None,
        "fulfilment": label("fulfilment", claim.fulfilled, language) if rated else None,
        "fulfilment-certainty": label("confidence", sure, language) if sure else None,
        "fulfilment-rationale": rated.rationale if rated else None,
        "tags": "|".join(tags.get(key, key) for key in claim.tags),
        "note": claim.note,
        "evidence": "|".join(numbers.get(link.evidence, link.evidence) for link in claim.evidence),
        "links": "|".join(
            f"{label('claim_relation', link.relation, language)} {numbers.get(link.other, link.other)}"
            for link in claim.links if link.claim == claim.id
        ),
        "dismissed": claim.dismissed,
        "start": claim.span.start,
        "end": claim.span.end,
        "places": "|".join(f"{span.start}-{span.end}" for span in claim.spans),
        "place-state": label("anchor_state", claim.state, language),
        "quote": _flat(claim.anchor.exact),
    }


def _evidence(item: Evidence, users: list[tuple[int, EvidenceLink]], language: Language) -> Row:
    return {
        "number": item.no,
        "title": item.title,
        "kind": label("evidence_kind", item.kind, language),
        "grade": f"{item.reliability or ''}{item.credibility or ''}",
        "method": label("method", item.method, language) if item.method else None,
        "provider": item.provider,
        "provider-role": label("provider_role", item.provider_role, language) if item.provider_role else None,
        "signature": " ".join((label("signature", item.signature, language), item.signature_reason)).strip(),
        "copy-state": label("copy_state", item.copy_state, language) if item.copy_state else None,
        "published": item.published_on,
        "data-period": item.data_period,
        "vintage": label("vintage", item.vintage, language) if item.vintage else None,
        "retrieved": item.retrieved_at,
        "retrieved-by": item.retrieved_by,
        "url": item.url,
        "archive-url": item.archive_url,
        "file": item.file_name,
        "holding": label("holding", item.holding, language) if item.holding else None,
        "size": item.size,
        "sha256": item.sha256,
        "locator": item.locator,
        "page": item.page,
        "table": item.table,
        "cell": item.cell,
        "time": item.time,
        "excerpt": item.excerpt,
        "group": item.independence_group,
        "sensitivity": label("sensitivity", item.sensitivity, language),
        "note": item.notes,
        "claims": "|".join(str(number) for number, _ in users),
        "bearing": "|".join(
            " ".join(part for part in (str(number), label("stance", link.stance, language), link.note) if part)
            for number, link in users
        ),
    }


def _finding(
    hit: Hit, report: Report, innermost: Innermost, messages: Mapping[str, str], language: Language
) -> Row:
    first = hit.finding.spans[0] if hit.finding.spans else None
    section = innermost(first.start) if first else None
    return {
        "check": hit.finding.check,
        "severity": label("severity", hit.finding.severity, language),
        "state": label("hit_state", hit.state, language),
        "message": messages.get(hit.id, hit.finding.check),
        "section": section.title if section else None,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "quote": _flat(first.quote(report.text)) if first else None,
        "reason": hit.reason,
    }
