"""The claims of one report as the reviewer sees them: what the program found under what a person decided."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.model import Claim, EvidenceLink, Report, ReviewClaim, Span
from core.project import rows

#: Beyond this many changed claims reading all of them again is quicker than one by one.
_ONE_BY_ONE = 200

_TAGS = "SELECT claim, tag FROM claim_tag JOIN tag ON tag.id = claim_tag.tag {where} ORDER BY tag.position, tag.id"
_LINKS = (
    "SELECT claim, evidence, stance FROM evidence_link JOIN evidence ON evidence.id = evidence_link.evidence "
    "{where} ORDER BY length(evidence.no), evidence.no"
)


class ReadReport:
    """A report of the project and quick answers about places in it."""

    def __init__(self, key: str, report: Report) -> None:
        self.id = key
        self.report = report
        self._metrics = sorted(report.metrics, key=lambda metric: metric.value_span)
        self._metric_starts = [metric.value_span.start for metric in self._metrics]
        self._sections = sorted(report.sections, key=lambda section: (section.span.start, -section.span.end))
        self._section_starts = [section.span.start for section in self._sections]
        self._by_id = {section.id: section for section in report.sections}
        self.found = {f"{key}.{claim.id}": self._as_found(claim) for claim in report.claims}

    def metrics_in(self, span: Span) -> tuple[str, ...]:
        """The ids of the metrics whose value stands inside, in reading order."""
        first = bisect_left(self._metric_starts, span.start)
        behind = bisect_left(self._metric_starts, span.end)
        return tuple(metric.id for metric in self._metrics[first:behind] if metric.value_span.end <= span.end)

    def section_at(self, place: int) -> str | None:
        """The innermost section that the place lies in."""
        for index in range(bisect_right(self._section_starts, place) - 1, -1, -1):
            section = self._sections[index]
            if place < section.span.end:
                return section.id
            if section.depth <= 1:
                return None
        return None

    def _as_found(self, claim: Claim) -> ReviewClaim:
        return ReviewClaim(
            id=f"{self.id}.{claim.id}",
            report=self.id,
            number=0,
            origin="program",
            anchor=rows.anchor_in(self.report.text, claim.span),
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
        )


class ReviewClaims:
    """The merged claims of one report; after a change only those that it touched are read again."""

    def __init__(self, connection: sqlite3.Connection, read: ReadReport) -> None:
        self._connection = connection
        self._read = read
        self._claims: dict[str, ReviewClaim] = {}
        self._order: list[str] | None = None
        self._all: tuple[ReviewClaim, ...] | None = None
        self._load()

    def all(self) -> tuple[ReviewClaim, ...]:
        """The claims in the order of the text, numbered from 1."""
        if self._all is None:
            if self._order is None:
                self._number()
            claims = self._claims
            self._all = tuple(claims[key] for key in self._order or ())
        return self._all

    def refresh(self, keys: Iterable[str]) -> None:
        """Read the claims `keys` again; those of other reports are left out."""
        mine = [key for key in keys if key.startswith(f"{self._read.id}.")]
        if not mine:
            return
        self._all = None
        if len(mine) > _ONE_BY_ONE:
            self._load()
            return
        for key in mine:
            self._refresh_one(key)

    def _refresh_one(self, key: str) -> None:
        before = self._claims.pop(key, None)
        for claim in self._decided("WHERE id = ?", "WHERE claim = ?", key):
            self._claims[key] = replace(claim, number=before.number) if before else claim
        if key not in self._claims and key in self._read.found:
            self._claims[key] = replace(self._read.found[key], number=before.number if before else 0)
        after = self._claims.get(key)
        if before is None or after is None or before.span != after.span:
            self._order = None

    def _load(self) -> None:
        self._claims = dict(self._read.found)
        self._claims.update((claim.id, claim) for claim in self._decided("WHERE report = ?", "", self._read.id))
        self._order = None

    def _decided(self, where: str, where_claim: str, key: str) -> Iterator[ReviewClaim]:
        parameters = (key,) if where_claim else ()
        tags: dict[str, list[str]] = {}
        for claim, tag in self._connection.execute(_TAGS.format(where=where_claim), parameters):
            tags.setdefault(claim, []).append(tag)
        links: dict[str, list[EvidenceLink]] = {}
        for row in self._connection.execute(_LINKS.format(where=where_claim), parameters):
            links.setdefault(row["claim"], []).append(rows.link_from(row))
        for row in self._connection.execute(f"SELECT * FROM claim {where}", (key,)):
            yield self._as_decided(row, tuple(tags.get(row["id"], ())), tuple(links.get(row["id"], ())))

    def _as_decided(self, row: sqlite3.Row, tags: tuple[str, ...], links: tuple[EvidenceLink, ...]) -> ReviewClaim:
        key = str(row["id"])
        anchor = rows.anchor_from(row, len(self._read.report.text))
        found = self._read.found.get(key)
        same_place = found is not None and found.span == anchor.span
        return ReviewClaim(
            id=key,
            report=self._read.id,
            number=0,
            origin="program" if row["origin"] == "program" else "person",
            anchor=anchor,
            section=found.section if found and same_place else self._read.section_at(anchor.span.start),
            types=rows.types_of(row["types"]),
            score=found.score if found else 1.0,
            metrics=found.metrics if found and same_place else self._read.metrics_in(anchor.span),
            tags=tags,
            verdict=rows.verdict_from(row),
            note=str(row["note"]),
            evidence=links,
            decided=True,
            dismissed=None if row["dismissed"] is None else str(row["dismissed"]),
        )

    def _number(self) -> None:
        claims = self._claims
        self._order = sorted(claims, key=lambda key: (claims[key].span, key))
        for number, key in enumerate(self._order, 1):
            if claims[key].number != number:
                claims[key] = replace(claims[key], number=number)
