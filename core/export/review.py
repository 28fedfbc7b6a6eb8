"""The content of the review report as plain data for the template: words in the chosen language, nothing to run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath

from core.charts import (
    CoverageChart,
    coverage_chart,
    verdict_chart,
)
from core.charts.words import pair_unit
from core.export import rows, svg
from core.export.annotate import annotated
from core.export.canvas import colour, icon_svg
from core.export.figures import figures
from core.export.glyphs import Glyphs, Json
from core.export.material import Material, day_words, hash_groups
from core.export.promises import filled_beside, promises
from core.export.words import all_words, word
from core.judging import Tolerance
from core.model import Metric
from core.model.pair import Pair
from core.model.review import VERACITIES, SignRole
from core.numerals import number_text
from core.pairing import pairs
from core.vocabulary import Language, attribute, keys, label

_COVERAGE_ROWS = 14
_COLOURS = (
    "text", "text2", "muted", "line", "border", "chrome", "sunken", "accent", "accent_soft", "metric", "metric_tint",
    "hit", "hit_tint", "claim", *VERACITIES,
)


def review_data(material: Material) -> dict[str, Json]:
    """Everything that the template prints."""
    report = material.report
    found = pairs(report)
    glyphs = Glyphs()
    data: dict[str, Json] = {
        "language": material.language,
        "words": dict(all_words(material.language)),
        "colours": {name: colour(name) for name in _COLOURS},
        "icons": _icons(),
        "cover": _cover(material),
        "summary": _summary(material, found),
        "basis": _basis(material),
        "pairs": _pairs(material, found),
        "figures": figures(material, found),
        "ledger": promises(material),
        "hits": rows.hit_rows(material),
        "claims": rows.claim_rows(material),
        "evidence": rows.evidence_rows(material),
        "text": annotated(report, material.shown, material.numbered_hits),
        "dismissed": rows.dismissed_rows(material),
        "readings": rows.reading_rows(material),
        "sign": _sign(material),
    }
    cleaned = {key: glyphs.clean(value) for key, value in data.items()}
    missing = word("sign.glyphs", material.language, characters=glyphs.listed()) if glyphs.missing else ""
    return {**cleaned, "missing": missing}


def _icons() -> dict[str, Json]:
    """The shapes as pictures: the verdicts' and the clip for evidence."""
    keys_ = (*VERACITIES, "not_judged")
    shapes: dict[str, Json] = {
        key: {"svg": icon_svg(svg.verdict_icon(key), svg.verdict_token(key))} for key in keys_
    }
    return {**shapes, "clip": {"svg": icon_svg("clip", "muted")}}


def _title(material: Material) -> str:
    named = material.settings["title"] or material.settings["report_title"] or material.report.title
    return named or PurePath(material.report.source.name).stem or word("doc.untitled", material.language)


def _with_particulars(facts: dict[str, str], settings: dict[str, str], language: Language) -> dict[str, str]:
    """The facts with what a person said of the report behind its place; what nobody said takes no line."""
    named = [
        label(group, settings[group], language) for group in ("doc_kind", "fidelity") if settings[group] in keys(group)
    ]
    level = settings["level"]
    if level in keys("admin_level"):
        named.insert(1, label("admin_level", level, language))
    said = {
        "cover.kind": " · ".join(named), "cover.published": day_words(settings["published_on"], language),
        "cover.source": settings["source"],
    }
    items = list(facts.items())
    place = list(facts).index("cover.place") + 1
    return dict([*items[:place], *((key, text) for key, text in said.items() if text), *items[place:]])


def _cover(material: Material) -> Json:
    language, report, settings = material.language, material.report, material.settings
    unknown = word("doc.unknown", language)
    periods = [
        word(key, language, year=str(year))
        for key, year in (("cover.results", report.year), ("cover.targets", report.target_year))
        if year is not None
    ]
    approved = material.version.sign_offs[-1].at if material.version.locked else ""
    day = settings["date"] or approved or material.last_day()
    facts = {
        "cover.period": " · ".join(periods),
        "cover.issuer": settings["issuer"],
        "cover.place": settings["place"] or report.place or "",
        "cover.organisation": settings["organisation"],
        "cover.reviewer": settings["reviewer"],
        "cover.date": day_words(day, language) if day else "",
    }
    facts = _with_particulars(facts, settings, language)
    if material.version.number > 1:
        facts["cover.version"] = word("cover.version-text", language, number=str(material.version.number))
        facts["cover.corrections"] = material.version.corrections
    source = report.source
    kind = PurePath(source.name).suffix.lstrip(".").upper() or source.media_type
    return {
        "title": _title(material),
        "heading": word("doc.title", language, title=_title(material)),
        "signed": material.version.locked,
        "facts": [
            {"head": word(key, language), "text": text or unknown, "known": bool(text)} for key, text in facts.items()
        ],
        "file": source.name,
        "size": word(
            "cover.size", language, characters=f"{len(report.text):,}",
            format=" · ".join(part for part in (kind, (source.encoding or "").upper()) if part),
        ),
        "sha": list(hash_groups(source.sha256)),
        "author": settings["reviewer"] or settings["organisation"],
        "date": day[:10],
    }


def _summary(material: Material, found: Sequence[Pair]) -> Json:
    language = material.language
    verdicts = verdict_chart(material.claims)
    coverage = coverage_chart(material.report, material.claims)
    live = [hit for hit in material.hits if hit.state != "dismissed"]
    attached = {link.evidence for claim in material.claims for link in claim.evidence}
    rhetoric = sum(not claim.checkable and claim.dismissed is None for claim in material.claims)
    dismissed = sum(claim.dismissed is not None for claim in material.claims)
    waiting = sum(hit.state == "new" for hit in live)
    percent = f"{verdicts.judged / verdicts.total:.0%}" if verdicts.total else "—"
    boxes = [
        ("summary.claims", verdicts.total, ""),
        ("summary.judged", verdicts.judged, word("summary.share", language, percent=percent)),
        ("summary.findings", len(live), word("summary.hits-new", language, count=str(waiting))),
        (
            "summary.evidence", len(material.evidence),
            word("summary.attached", language, count=str(sum(item.id in attached for item in material.evidence))),
        ),
        (
            "summary.figures", len(material.report.metrics),
            word("summary.rows", language, count=str(sum(pair.has_target for pair in found))),
        ),
    ]
    note = word(
        "summary.verdicts-note", language, total=str(verdicts.total), rhetoric=str(rhetoric), dismissed=str(dismissed)
    )
    drawn, left_out = _coverage_rows(coverage)
    return {
        "boxes": [{"head": word(key, language), "number": str(number), "note": tail} for key, number, tail in boxes],
        "verdicts": {"svg": svg.verdict_svg(verdicts, language)} if verdicts.total else None,
        "verdicts-note": note,
        "state": verdicts.empty or "",
        "coverage": {"svg": svg.coverage_svg(drawn)} if drawn.rows else None,
        "more-sections": word("summary.more-sections", language, count=str(left_out)) if left_out else "",
        "severity": [
            {
                "name": label("severity", key, language),
                "count": str(sum(hit.finding.severity == key for hit in live)),
                "checks": rows.check_counts(material, key),
            }
            for key in keys("severity")
        ],
        "view": material.settings["overall_view"],
    }


def _coverage_rows(chart: CoverageChart) -> tuple[CoverageChart, int]:
    """The rows that fit on the summary: the two upper levels, or the upper one alone; and how many are left out."""
    two = [row for row in chart.rows if row.depth <= 2]
    one = [row for row in chart.rows if row.depth == 1]
    chosen = two if len(two) <= _COVERAGE_ROWS else one
    if len(chosen) < 2:
        chosen = list(chart.rows)
    return replace(chart, rows=tuple(chosen[:_COVERAGE_ROWS])), max(0, len(chosen) - _COVERAGE_ROWS)


def _basis(material: Material) -> Json:
    language = material.language
    verdicts = verdict_chart(material.claims)
    tolerance = Tolerance()
    return {
        "scope": word("basis.scope-text", language, title=material.report.title or material.report.source.name),
        "selection": word(
            "basis.selection-text", language, checkable=str(verdicts.total), judged=str(verdicts.judged)
        ),
        "pairs": word(
            "basis.pairs-text", language, points=str(tolerance.points), share=f"{tolerance.share * 100:.0f}%"
        ),
        "independence": material.settings["independence"],
        "scale": [
            {
                "key": key,
                "name": label("veracity", key, language),
                "mark": attribute("veracity", key, f"mark_{language}"),
                "meaning": attribute("veracity", key, f"meaning_{language}"),
            }
            for key in VERACITIES
        ],
    }


def _pairs(material: Material, found: Sequence[Pair]) -> Json:
    language, report = material.language, material.report
    note = ""
    if report.year and report.target_year and report.target_year != report.year:
        note = word("pairs.note", language, target=str(report.target_year), actual=str(report.year))
    shown = {claim.id.rpartition(".")[2]: claim.number for claim in material.shown}
    main: list[Json] = []
    others: list[Json] = []
    filled = filled_beside(material)
    for pair in found:
        row = _pair_row(material, pair, shown, filled)
        (main if pair.has_target else others).append(row)
    return {
        "note": note,
        "rows": main,
        "others": others,
        "others-note": word("pairs.unanswered-note", language, count=str(len(others))),
    }


def _pair_row(material: Material, pair: Pair, shown: dict[str, int], filled: Mapping[str, str]) -> Json:
    language = material.language
    target = pair.target
    sides = [side.id for side in (target, pair.actual) if side is not None]
    size, unit = pair_unit(pair)
    return {
        "indicator": pair.indicator,
        "unit": unit or (pair.actual.unit if pair.actual else ""),
        "actual": pair.actual_text,
        "actual-period": (pair.actual.period or "") if pair.actual else "",
        "target": pair.target_text,
        "target-period": (target.period or "") if target else "",
        "value": _value_words(target, size) if target else "",
        "comparison": word(f"comparison.{pair.comparison}", language) if pair.comparison else "",
        "result": word(f"result.{pair.result or 'none'}", language) if pair.has_target else "",
        "claim": shown.get(pair.claim or "", 0),
        "filled": next((filled[side] for side in sides if side in filled), ""),
    }


def _value_words(target: Metric, size: Decimal) -> str:
    """The target's value in the unit of its row, which has a column of its own."""
    if target.value is None:
        return ""
    ends = [target.value] if target.value_max is None else [target.value, target.value_max]
    return "–".join(number_text(end / size) for end in ends)


def _sign(material: Material) -> Json:
    settings = material.settings
    expected: dict[SignRole, str] = {
        "preparer": settings["preparer"] or settings["reviewer"],
        "reviewer": settings["second_reviewer"],
        "approver": settings["approver"],
    }
    return {
        "roles": [_signature(material, role, name) for role, name in expected.items()],
        "versions": [
            word(
                "sign.version", material.language, number=str(version.number), corrections=version.corrections,
                date=day_words(version.opened_at, material.language),
            )
            for version in material.versions if version.corrections
        ],
        "original": list(hash_groups(material.report.source.sha256)),
        "content": list(hash_groups(material.content_hash)),
        "project": material.project_name,
    }


def _signature(material: Material, role: SignRole, expected: str) -> Json:
    """One row of the last page: as signed in this version, or empty to be signed by hand."""
    language = material.language
    given = next((sign for sign in reversed(material.version.sign_offs) if sign.role == role), None)
    current = given is not None and given.content_hash == material.content_hash
    if given is None or not current:
        return {"head": word(f"sign.{role}", language), "name": expected, "opinion": "", "comment": "", "date": ""}
    return {
        "head": word(f"sign.{role}", language),
        "name": given.name,
        "opinion": label("opinion", given.opinion, language),
        "comment": given.comment,
        "date": day_words(given.at, language),
    }
