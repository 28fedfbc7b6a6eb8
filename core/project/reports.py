"""A report of the project with quick answers about places in it: its findings under their lasting ids."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from core.model import Claim, Finding, Report, ReviewClaim, Span
from core.model.innermost import Innermost
from core.model.pair import Pair
from core.pairing import pairs
from core.project import rows


class ReadReport:
    """A report as it was read, under the id that it has in the project."""

    def __init__(self, key: str, report: Report) -> None:
        self.id = key
        self.report = report
        self._metrics = sorted(report.metrics, key=lambda metric: metric.value_span)
        self._metric_starts = [metric.value_span.start for metric in self._metrics]
        self._innermost = Innermost(report.sections)

    @cached_property
    def suggestions(self) -> dict[str, Claim]:
        """The program's claims by their id in the report."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The report's targets beside what came of them."""
        return pairs(self.report)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by id: the check and a hash of the words hit, so that reading again leaves answers in place."""
        seen: Counter[str] = Counter()
        found: dict[str, Finding] = {}
        for finding in self.report.findings:
            words = hashlib.sha256(self.quote(finding).encode("utf-8", "replace")).hexdigest()[:8]
            key = f"{self.id}.{finding.check}.{words}"
            seen[key] += 1
            found[key if seen[key] == 1 else f"{key}.{seen[key]}"] = finding
        return found

    def quote(self, finding: Finding) -> str:
        """The words that a finding is about."""
        return " … ".join(span.quote(self.report.text) for span in finding.spans)

    def metrics_in(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """The ids of the metrics whose value stands inside one of the spans, each once, in their order."""
        found: dict[str, None] = {}
        for span in spans:
            first = bisect_left(self._metric_starts, span.start)
            behind = bisect_left(self._metric_starts, span.end)
            inside = (metric for metric in self._metrics[first:behind] if metric.value_span.end <= span.end)
            found.update((metric.id, None) for metric in inside)
        return tuple(found)

    def section_at(self, place: int) -> str | None:
        """The innermost section that the place lies in."""
        section = self._innermost(place)
        return section.id if section else None

    def untouched(self, claim: Claim, number: int) -> ReviewClaim:
        """A suggestion as nobody has touched it."""
        return ReviewClaim(
            id=f"{self.id}.{claim.id}",
            report=self.id,
            number=number,
            origin="program",
            anchors=(rows.anchor_in(self.report.text, claim.span),),
            section=claim.section,
            types=claim.types,
            score=claim.score,
            metrics=claim.metrics,
            tags=(),
            verdict=None,
            note="",
            evidence=(),
            decided=False,
            dismissed=None,
            suggestion=claim.id,
        )
