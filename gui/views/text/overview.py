"""The whole report at a glance: where on the page each mark and each section stands, for the marker strip."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Section
from gui.views.text.layout import Page
from gui.views.text.marks import Layers, Marks, places_of
from gui.views.text.strip import Rule, Tick


def ticks(page: Page, marks: Marks, layers: Layers) -> list[Tick]:
    """Lane 0 metrics, lane 1 judged claims in their verdict's colour, lane 2 check hits."""
    result: list[Tick] = []
    if layers.metrics:
        result.extend(Tick(page.share(metric.value_span.start), 0, "metric") for metric in marks.all_metrics())
    if layers.claims:
        result.extend(
            Tick(page.share(place.span.start), 1, claim.veracity)
            for claim in marks.all_claims() if claim.veracity for place in places_of(claim)
        )
    if layers.hits:
        result.extend(
            Tick(page.share(span.start), 2, "hit") for hit in marks.all_hits() for span in hit.finding.spans
        )
    return result


def rules(page: Page, sections: Sequence[Section]) -> list[Rule]:
    """A rule for each section of the two highest levels."""
    return [Rule(page.share(section.heading.start), section.depth) for section in sections if section.depth < 3]
