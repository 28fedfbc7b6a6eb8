"""The rows of the document's tables: check hits, claims, evidence, what was dismissed."""

from __future__ import annotations

from collections import Counter

from core.by_hand import decisions, told_of
from core.charts import evidence_chart
from core.charts.review import grade
from core.charts.words import closed_up, figure_text
from core.export.glyphs import Json
from core.export.material import Material, day_words, hash_groups
from core.export.words import word
from core.messages import check_name, finding_message
from core.model import ClaimLink, Evidence, Hit, Metric, ReviewClaim
from core.model.figures import called
from core.model.innermost import Innermost
from core.vocabulary import Language, attribute, keys, label


def hit_rows(material: Material) -> Json:
    """The queries that were not dismissed, by severity, gravest first."""
    language, innermost = material.language, Innermost(material.report.sections)
    numbered = material.numbered_hits
    groups: list[Json] = []
    for severity in keys("severity"):
        members = [(number, hit) for number, hit in numbered if hit.finding.severity == severity]
        if members:
            items: list[Json] = [_hit_row(material, innermost, number, hit) for number, hit in members]
            groups.append({"name": label("severity", severity, language), "rows": items})
    return groups


def _hit_row(material: Material, innermost: Innermost, number: int, hit: Hit) -> Json:
    spans = hit.finding.spans
    language = material.language
    return {
        "number": number,
        "check": f"{hit.finding.check} {check_name(hit.finding.check, language)}",
        "state": label("hit_state", hit.state, language),
        "message": finding_message(hit.finding, language),
        "quotes": [
            {
                "mark": f"q-{number}-{index}",
                "text": material.quote(span, 90),
                "place": around.title if (around := innermost(span.start)) else "",
            }
            for index, span in enumerate(spans[:2])
        ],
        "more": word("hits.places", language, count=str(len(spans) - 2)) if len(spans) > 2 else "",
        "reason": hit.reason,
    }


def check_counts(material: Material, severity: str) -> str:
    """Which checks of one severity asked how often: 断句跨段 ×3、低于上年."""
    live = [hit.finding for hit in material.hits if hit.state != "dismissed"]
    counts = Counter(finding.check for finding in live if finding.severity == severity)
    named = [(check_name(check, material.language), count) for check, count in sorted(counts.items())]
    words = [f"{name} ×{count}" if count > 1 else name for name, count in named]
    return ("、" if material.language == "zh" else ", ").join(words)


def claim_rows(material: Material) -> Json:
    """Claims that were reviewed, in full, and those that wait, in a line each."""
    reviewed = [claim for claim in material.shown if _reviewed(claim)]
    waiting = [claim for claim in material.shown if not _reviewed(claim)]
    return {
        "reviewed": [_claim_sheet(material, claim) for claim in reviewed],
        "open": [_claim_line(material, claim) for claim in waiting],
        "open-note": word("claims.open-note", material.language, count=str(len(waiting))),
        "judged": any(claim.veracity or claim.fulfilled != "not_rated" for claim in material.shown),
        "marks": {str(claim.number): _mark(claim) for claim in material.shown},
    }


def _reviewed(claim: ReviewClaim) -> bool:
    return bool(claim.verdict or claim.fulfilment or claim.tags or claim.note or claim.evidence or claim.links)


def _fulfilment(claim: ReviewClaim, language: Language) -> str:
    """How far a promise is kept, how sure that is, and why, on one line."""
    rated = claim.fulfilment
    if rated is None:
        return ""
    parts = [
        label("fulfilment", claim.fulfilled, language),
        label("confidence", rated.confidence, language) if rated.confidence else "",
        rated.rationale,
    ]
    return " · ".join(part for part in parts if part)


def _link_words(material: Material, claim: ReviewClaim, link: ClaimLink) -> Json:
    """How another claim stands to this one, told from this one."""
    language = material.language
    mine = link.claim == claim.id
    relation = label("claim_relation", link.relation, language)
    other = link.other if mine else link.claim
    return {
        "relation": relation if mine else attribute("claim_relation", link.relation, f"back_{language}"),
        "number": str(material.numbers.get(other, "")),
        "note": link.note,
    }


def _mark(claim: ReviewClaim) -> Json:
    return {"verdict": claim.veracity or "", "evidence": len(claim.evidence)}


def _claim_line(material: Material, claim: ReviewClaim) -> Json:
    return {
        "number": claim.number,
        "quote": material.passage(claim.anchor, 120),
        "types": _types(claim, material.language),
    }


def _claim_sheet(material: Material, claim: ReviewClaim) -> Json:
    language = material.language
    verdict = claim.verdict
    register = {item.id: item for item in material.evidence}
    metrics = material.metrics
    section = material.sections.get(claim.section or "")
    return {
        "number": claim.number,
        "verdict": claim.veracity or "not_judged",
        "verdict-name": label("veracity", claim.veracity or "not_judged", language),
        "types": _types(claim, language),
        "mine": claim.origin == "person",
        "section": section.title if section else "",
        "quote": material.passage(claim.anchor, 600),
        "readings": [_reading(metrics[key], material) for key in claim.metrics if key in metrics],
        "rationale": verdict.rationale if verdict else "",
        "confidence": label("confidence", verdict.confidence, language) if verdict and verdict.confidence else "",
        "fulfilment": _fulfilment(claim, language),
        "further": [material.passage(anchor, 300) for anchor in claim.anchors[1:]],
        "links": [_link_words(material, claim, link) for link in claim.links],
        "by": word("claims.by", language, name=verdict.by, date=day_words(verdict.at, language))
        if verdict and verdict.by else "",
        "tags": [material.tag_name(key) for key in claim.tags],
        "note": claim.note,
        "evidence": [
            {
                "no": register[link.evidence].no,
                "title": register[link.evidence].title,
                "grade": grade(register[link.evidence]),
                "stance": f"{attribute('stance', link.stance, 'sign')} {label('stance', link.stance, language)}",
                "note": link.note,
            }
            for link in claim.evidence if link.evidence in register
        ],
    }


def _types(claim: ReviewClaim, language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(label("claim_type", key, language) for key in claim.types)


def _reading(metric: Metric, material: Material) -> Json:
    """How a figure was read, in a few words: indicator, figure as printed, kind, role, period."""
    language = material.language
    told = told_of(metric, language)
    parts = [
        label("basis", metric.basis, language) if metric.basis else "",
        label("kind", metric.kind, language), label("role", metric.role, language), metric.period or "",
        label("by_hand", told.what, language) if told else "",
    ]
    return {
        "indicator": called(metric) or word("doc.unknown", language),
        "figure": figure_text(metric) if told else closed_up(metric.value_span.quote(material.report.text)),
        "about": " · ".join(part for part in parts if part),
    }


def evidence_rows(material: Material) -> Json:
    """The register, in the order of its numbers."""
    users: dict[str, list[int]] = {}
    for claim in material.shown:
        for link in claim.evidence:
            users.setdefault(link.evidence, []).append(claim.number)
    chart = evidence_chart(material.claims, material.evidence)
    return {
        "rows": [_evidence_row(material, item, users.get(item.id, [])) for item in material.evidence],
        "charted": bool(chart.rows),
    }


def _evidence_row(material: Material, item: Evidence, claims: list[int]) -> Json:
    language = material.language
    numbers: list[Json] = []
    numbers.extend(claims)
    separator = " · "
    state = material.file_states.get(item.id)
    details = [
        ("evidence.source", separator.join(_source_words(item, language))),
        ("evidence.data", separator.join(_data_words(item, language))),
        ("evidence.url", separator.join(url for url in (item.url, item.archive_url) if url)),
        ("evidence.file", _file_words(item, language)),
        ("evidence.check", word(f"evidence.{state}", language) if state else ""),
        ("evidence.locator", separator.join(_place_words(item, language))),
        ("evidence.group", item.independence_group),
        ("evidence.notes", item.notes),
    ]
    return {
        "no": item.no,
        "title": item.title,
        "kind": label("evidence_kind", item.kind, language),
        "provider": item.provider,
        "published": word("evidence.published", language, date=day_words(item.published_on, language))
        if item.published_on else "",
        "retrieved": word("evidence.retrieved", language, date=day_words(item.retrieved_at, language))
        if item.retrieved_at else "",
        "retrieved-by": word("evidence.by", language, name=item.retrieved_by) if item.retrieved_by else "",
        "grade": grade(item),
        "excerpt": item.excerpt,
        "details": [{"head": word(key, language), "text": text} for key, text in details if text],
        "hash": list(hash_groups(item.sha256)) if item.sha256 else [],
        "claims": numbers,
    }


def _source_words(item: Evidence, language: Language) -> list[str]:
    """How it was got and from whom: method, provider's role, signature, sort of copy, whom it may be shown to."""
    words = [
        label(group, key, language)
        for group, key in (
            ("method", item.method), ("provider_role", item.provider_role), ("copy_state", item.copy_state),
            ("sensitivity", item.sensitivity),
        )
        if key
    ]
    if item.signature != "not_needed":
        signature = label("signature", item.signature, language)
        words.append(f"{signature}: {item.signature_reason}" if item.signature_reason else signature)
    return words


def _data_words(item: Evidence, language: Language) -> list[str]:
    vintage = label("vintage", item.vintage, language) if item.vintage else ""
    return [part for part in (item.data_period, vintage) if part]


def _place_words(item: Evidence, language: Language) -> list[str]:
    places_ = (("page", item.page), ("table", item.table), ("cell", item.cell), ("time", item.time))
    found = [f"{label('place', key, language)} {text}" for key, text in places_ if text]
    return [item.locator, *found] if item.locator else found


def _file_words(item: Evidence, language: Language) -> str:
    if not item.file_name:
        return ""
    size = "" if item.size is None else f" · {item.size:,} B"
    linked = f" · {label('holding', 'linked', language)}" if item.holding == "linked" else ""
    return f"{item.file_name}{size}{linked}"


def reading_rows(material: Material) -> Json:
    """The figures that a person corrected, marked or refused, with what the program had read."""
    language = material.language
    return [
        {
            "what": label("by_hand", told.what, language),
            "text": material.quote(told.metric.span, 80),
            "now": told.now,
            "machine": told.machine,
            "who": told.by,
            "date": day_words(told.at, language),
        }
        for told in decisions(material.report, language)
    ]


def dismissed_rows(material: Material) -> Json:
    """Queries and suggested claims that a person put aside, with the reason."""
    language = material.language
    hits: list[Json] = [
        {
            "what": word("dismissed.hit", language, check=hit.finding.check),
            "text": material.quote(hit.finding.spans[0], 80) if hit.finding.spans else "",
            "ours": finding_message(hit.finding, language),
            "reason": hit.reason,
        }
        for hit in material.hits if hit.state == "dismissed"
    ]
    claims: list[Json] = [
        {
            "what": word("dismissed.claim", language, number=str(claim.number)),
            "text": material.passage(claim.anchor, 80),
            "ours": "",
            "reason": claim.dismissed or "",
        }
        for claim in material.claims if claim.dismissed is not None
    ]
    return [*hits, *claims]
