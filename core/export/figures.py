"""The charts of the document: those that a person pinned, in their order; else growth, targets and rates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from core.charts import (
    AmountGroup,
    FigureRow,
    amounts_chart,
    coverage_chart,
    evidence_chart,
    growth_chart,
    rates_chart,
    target_chart,
    verdict_chart,
)
from core.export import svg
from core.export.amounts import GAP, HEAD, amounts_svg
from core.export.canvas import row_height
from core.export.glyphs import Json
from core.export.material import Material
from core.export.words import word
from core.model.pair import Pair
from core.vocabulary import label

#: So many points of a chart's rows stand on one page; longer ones go on in a further picture on the same scale.
_PAGE: Final = 578.0
_BULLET_ROWS: Final = 20
_COVERAGE_ROWS: Final = 34
_EVIDENCE_ROWS: Final = 28 * 5
_USUAL: Final = ("growth", "targets", "rates")


def figures(material: Material, found: Sequence[Pair]) -> Json:
    """Each chart with its title, what it is in (unit, period, basis, source), its pictures, and why it is empty."""
    makers: dict[str, Callable[[], tuple[str, list[str]]]] = {
        "growth": lambda: _growth(material),
        "targets": lambda: _targets(material, found),
        "rates": lambda: _rates(material),
        "amounts": lambda: _amounts(material),
        "verdicts": lambda: _verdicts(material),
        "coverage": lambda: _coverage(material),
        "evidence": lambda: _evidence(material),
    }
    charts: list[Json] = []
    for key in material.pins or _USUAL:
        note, pictures = makers[key]()
        note += _by_hand(material, key, found)
        parts: list[Json] = [{"svg": picture} for picture in pictures]
        charts.append({
            "title": word(f"figures.{key}", material.language), "note": note, "parts": parts,
            "none": word(f"figures.no-{key}", material.language),
        })
    return {"charts": charts, "evidence": [{"svg": picture} for picture in _evidence(material)[1]]}


def _by_hand(material: Material, key: str, found: Sequence[Pair]) -> str:
    """Which figures of a chart a person decided, in the order of the chart; "" for none."""
    shown: dict[str, str] = {}  # names by metric
    match key:
        case "growth":
            shown = {row.metric: row.label for row in growth_chart(material.report).rows}
        case "rates":
            shown = {row.metric: row.label for row in rates_chart(material.report).rows}
        case "amounts":
            shown = {row.metric: row.label for group in amounts_chart(material.report).groups for row in group.rows}
        case "targets":
            for row in target_chart(found).rows:
                shown |= {metric: row.label for metric in (row.target_metric, row.actual_metric) if metric}
        case _:
            pass
    decided = {metric.id for metric in material.report.metrics if metric.by_hand is not None}
    names = dict.fromkeys(name for metric, name in shown.items() if metric in decided)
    comma = "、" if material.language == "zh" else ", "
    return word("figures.by-hand", material.language, names=comma.join(names)) if names else ""


def _growth(material: Material) -> tuple[str, list[str]]:
    language, chart = material.language, growth_chart(material.report)
    facts = [chart.period or "", label("basis", chart.basis, language) if chart.basis else ""]
    ranked = sum(row.rank is not None for row in chart.rows)
    separator = "；" if language == "zh" else "; "
    note = word(
        "figures.growth-note", language, count=str(len(chart.rows)),
        facts="".join(fact + separator for fact in facts if fact),
        ranked=word("figures.ranked", language, count=str(ranked)) if ranked else "",
    )
    return note, [
        svg.growth_svg(chart, language, rows) for rows in by_page(chart.rows)
    ]


def _targets(material: Material, found: Sequence[Pair]) -> tuple[str, list[str]]:
    language, chart = material.language, target_chart(found)
    unseen = [] if len(chart.rows) <= _BULLET_ROWS else [row for row in chart.rows if not row.actual_text]
    chart = replace(chart, rows=tuple(row for row in chart.rows if row not in unseen))
    note = word("figures.targets-note", language)
    if unseen:
        note += word("figures.targets-unseen", language, count=str(len(unseen)))
    return note, [
        svg.target_svg(chart, language, chart.rows[first : first + _BULLET_ROWS])
        for first in range(0, len(chart.rows), _BULLET_ROWS)
    ]


def _rates(material: Material) -> tuple[str, list[str]]:
    chart = rates_chart(material.report)
    return word("figures.rates-note", material.language), [
        svg.rates_svg(chart, material.language, rows) for rows in by_page(chart.rows)
    ]


def _amounts(material: Material) -> tuple[str, list[str]]:
    """One picture a page: a unit's panel is parted where it is longer than that."""
    pages: list[list[tuple[AmountGroup, Sequence[FigureRow]]]] = []
    left = 0.0
    for group in amounts_chart(material.report).groups:
        for rows in by_page(group.rows, _PAGE - HEAD - GAP):
            height = HEAD + sum(row_height(row.label) for row in rows) + GAP
            if height > left:
                pages.append([])
                left = _PAGE
            pages[-1].append((group, rows))
            left -= height
    language = material.language
    return word("figures.amounts-note", language), [
        amounts_svg(page, word("figures.amounts-alone", language)) for page in pages
    ]


def by_page(rows: Sequence[FigureRow], most: float = _PAGE) -> list[list[FigureRow]]:
    """The rows in portions that are no higher than `most` points each."""
    pages: list[list[FigureRow]] = []
    left = 0.0
    for row in rows:
        height = row_height(row.label)
        if height > left:
            pages.append([])
            left = most
        pages[-1].append(row)
        left -= height
    return pages


def _verdicts(material: Material) -> tuple[str, list[str]]:
    chart = verdict_chart(material.claims)
    note = word("figures.verdicts-note", material.language, judged=str(chart.judged), total=str(chart.total))
    return note, [] if chart.empty else [svg.verdict_svg(chart, material.language)]


def _coverage(material: Material) -> tuple[str, list[str]]:
    chart = coverage_chart(material.report, material.claims)
    return word("figures.coverage-note", material.language), [
        svg.coverage_svg(replace(chart, rows=chart.rows[first : first + _COVERAGE_ROWS]), depth=9, most=_COVERAGE_ROWS)
        for first in range(0, len(chart.rows), _COVERAGE_ROWS)
    ]


def _evidence(material: Material) -> tuple[str, list[str]]:
    chart = evidence_chart(material.claims, material.evidence)
    return word("figures.evidence-note", material.language), [
        svg.evidence_svg(replace(chart, rows=chart.rows[first : first + _EVIDENCE_ROWS]), material.language)
        for first in range(0, len(chart.rows), _EVIDENCE_ROWS)
    ]
