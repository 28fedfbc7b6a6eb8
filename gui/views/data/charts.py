"""Which charts there are: what each is called, what feeds it, why it may be empty, and its SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from core.charts import (
    AmountsChart,
    CoverageChart,
    EvidenceChart,
    GrowthChart,
    RatesChart,
    TargetChart,
    VerdictChart,
    amounts_chart,
    coverage_chart,
    evidence_chart,
    growth_chart,
    rates_chart,
    target_chart,
    verdict_chart,
)
from core.model import Evidence, Report, ReviewClaim, Span
from core.model.pair import Pair
from core.text import on_one_line
from core.values import dataclass
from core.vocabulary import Language, label
from gui.models.titles import short_titles
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.views.data.drawing import Drawing

ChartKey = Literal["growth", "targets", "rates", "amounts", "verdicts", "coverage", "evidence"]
Chart = GrowthChart | TargetChart | RatesChart | AmountsChart | VerdictChart | CoverageChart | EvidenceChart

#: Charts that can be narrowed to the section that is read.
BY_SECTION: frozenset[ChartKey] = frozenset({"growth", "rates", "amounts"})


#: What else a drawing is made from, beside the language: with these the same it is the same. Those that are not named
#: tell of decisions, and are made anew each time.
_MADE_FROM: dict[ChartKey, tuple[str, ...]] = {
    "growth": ("report", "section"), "targets": ("pairs", "claims"), "rates": ("report", "section"),
    "amounts": ("report", "section"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """What charts are made from: the report, the claims as reviewed, the register of evidence, and the section that is
    read, if it narrows.
    """

    report: Report
    claims: Sequence[ReviewClaim]
    pairs: Sequence[Pair]
    section: str | None
    language: Language
    evidence: Sequence[Evidence] = ()


def make(key: ChartKey, source: Source) -> Chart:
    """The chart's data."""
    match key:
        case "growth":
            return growth_chart(source.report, source.section)
        case "targets":
            return target_chart(source.pairs)
        case "rates":
            return rates_chart(source.report, source.section)
        case "amounts":
            return amounts_chart(source.report, source.section)
        case "verdicts":
            return verdict_chart(source.claims)
        case "coverage":
            return coverage_chart(source.report, source.claims)
        case "evidence":
            return evidence_chart(source.claims, source.evidence)


def same(key: ChartKey, one: Source, other: Source | None) -> bool:
    """Whether a chart made from `other` is what it would be made from `one`: long reports have two thousand rows, and
    targets stay what they are when the next section is read."""
    if other is None or key not in _MADE_FROM:
        return False
    return all(getattr(one, name) is getattr(other, name) for name in (*_MADE_FROM[key], "language"))


def draw(chart: Chart, source: Source, theme: Theme, claim_at: Callable[[Span], str | None]) -> Drawing:
    """The drawing of a chart's data; `claim_at` gives the claim at a place."""
    from gui.views.data.figures import AmountsDrawing, RatesDrawing
    from gui.views.data.grades import GradesDrawing
    from gui.views.data.growth import GrowthDrawing
    from gui.views.data.shares import CoverageDrawing, VerdictDrawing
    from gui.views.data.targets import TargetDrawing

    language = source.language
    match chart:
        case GrowthChart():
            return GrowthDrawing(chart, theme, language)
        case TargetChart():
            return TargetDrawing(chart, theme, language, claim_at)
        case RatesChart():
            return RatesDrawing(chart, theme, language)
        case AmountsChart():
            return AmountsDrawing(chart, theme, language)
        case VerdictChart():
            return VerdictDrawing(chart, theme, language)
        case CoverageChart():
            return CoverageDrawing(chart, theme, language, short_titles(source.report.sections))
        case EvidenceChart():
            quotes = {claim.id: on_one_line(claim.anchor.exact) for claim in source.claims if claim.evidence}
            return GradesDrawing(chart, theme, language, quotes)


def svg(chart: Chart, language: Language) -> str:
    """The chart as the review PDF draws it."""
    from core.export import svg as drawn
    from core.export.amounts import amounts_svg
    from core.export.words import word

    match chart:
        case GrowthChart():
            return drawn.growth_svg(chart, language)
        case TargetChart():
            return drawn.target_svg(chart, language)
        case RatesChart():
            return drawn.rates_svg(chart, language)
        case VerdictChart():
            return drawn.verdict_svg(chart, language)
        case CoverageChart():
            return drawn.coverage_svg(chart)
        case EvidenceChart():
            return drawn.evidence_svg(chart, language)
        case AmountsChart():
            return amounts_svg([(group, group.rows) for group in chart.groups], word("figures.amounts-alone", language))


def title(key: ChartKey) -> str:
    """What the chart is called."""
    translate = QCoreApplication.translate
    return {
        "growth": translate("Charts", "Growth"),
        "targets": translate("Charts", "Target vs actual"),
        "rates": translate("Charts", "Rates"),
        "amounts": translate("Charts", "Amounts"),
        "verdicts": translate("Charts", "Verdicts"),
        "coverage": translate("Charts", "Coverage"),
        "evidence": translate("Charts", "Grades of evidence"),
    }[key]


def subtitle(chart: Chart, source: Source) -> str:
    """Unit, period and basis, in one quiet line."""
    translate = QCoreApplication.translate
    if chart.empty:
        return ""
    match chart:
        case GrowthChart():
            basis = label("basis", chart.basis, source.language) if chart.basis else ""
            several = len(chart.rows) != 1  # the collector knows no counted forms outside of an object's own tr
            count = translate("Charts", "{count} figures") if several else translate("Charts", "1 figure")
            count = count.format(count=len(chart.rows))
            role = label("role", chart.role, source.language) if chart.role != "actual" else ""
            unit = f"{basis} {chart.unit}".strip()
            return " · ".join(part for part in (chart.period or "", role, unit, count) if part)
        case TargetChart():
            return " → ".join(str(year) for year in (source.report.year, source.report.target_year) if year)
        case RatesChart():
            return "%"
        case AmountsChart():
            return translate("Charts", "each unit on its own scale")
        case VerdictChart():
            return translate("Charts", "{judged} of {total} judged").format(judged=chart.judged, total=chart.total)
        case CoverageChart():
            return translate("Charts", "by section")
        case EvidenceChart():
            alone = sum(row.single for row in chart.rows)
            words = translate("Charts", "items: {count}").format(count=chart.total)
            ringed = translate("Charts", "one source only: {count}").format(count=alone)
            loose = translate("Charts", "not attached: {count}").format(count=chart.unattached)
            return " · ".join([words, *([ringed] if alone else []), *([loose] if chart.unattached else [])])


def why_empty(reason: str) -> str:
    """One sentence for a chart without rows; a link in it leads to the whole report."""
    translate = QCoreApplication.translate
    show = translate("Charts", "Show the whole report")  # apart: words inside an f-string are not found by lupdate
    whole = f"<a href='#'>{show}</a>"
    sentences = {
        "no-growth": translate("Charts", "This report states no growth rates."),
        "no-growth-here": translate("Charts", "This section states no growth rates.") + " " + whole,
        "no-targets": translate("Charts", "This report sets no targets."),
        "no-rates": translate("Charts", "This report states no rates."),
        "no-rates-here": translate("Charts", "This section states no rates.") + " " + whole,
        "no-amounts": translate("Charts", "This report states no amounts."),
        "no-amounts-here": translate("Charts", "This section states no amounts.") + " " + whole,
        "no-claims": translate("Charts", "There is nothing to judge yet. Select words in the text and press M."),
        "no-verdicts": translate("Charts", "No verdicts yet. Press F8 to start."),
        "no-evidence": translate("Charts", "No evidence yet. Select a claim and press E."),
        "no-sections": translate("Charts", "No headings were found in this report."),
        "no-report": translate("Charts", "No report is open. Press Ctrl+O to open one."),
    }
    return sentences.get(reason, "")
