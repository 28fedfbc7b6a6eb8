"""The claims of one report as the reviewer sees them: what the program found under what a person decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.model import Anchor, ClaimLink, EvidenceLink, ReviewClaim, Verdict
from core.model.review import FULFILMENTS, VERACITIES, Fulfilment, Veracity
from core.project import rows
from core.project.errors import ProjectError
from core.project.reports import ReadReport

#: Beyond this many changed claims reading all of them again is quicker than one by one.
_ONE_BY_ONE = 200

_ANCHORS = "SELECT anchor.* FROM anchor {where} ORDER BY claim, position"
_VERDICTS = "SELECT verdict.* FROM verdict {where}"
_TAGS = "SELECT claim, tag FROM claim_tag JOIN tag ON tag.id = claim_tag.tag {where} ORDER BY tag.position, tag.id"
_LINKS = (
    "SELECT evidence_link.* FROM evidence_link JOIN evidence ON evidence.id = evidence_link.evidence "
    "{where} ORDER BY length(evidence.no), evidence.no"
)
_CLAIM_LINKS = "SELECT claim_link.* FROM claim_link {where} ORDER BY claim, other"


class ReviewClaims:
    """The merged claims of one report; after a change only those that it touched are read again."""

    def __init__(self, connection: sqlite3.Connection, read: ReadReport) -> None:
        self._connection = connection
        self._read = read
        self._claims: dict[str, ReviewClaim] = {}
        self._in_order: list[ReviewClaim] | None = None  # claim number n stands at n - 1
        self._all: tuple[ReviewClaim, ...] | None = None
        self._load()

    def all(self) -> tuple[ReviewClaim, ...]:
        """The claims in the order of the text, numbered from 1."""
        if self._in_order is None:
            self._in_order = self._numbered()
        if self._all is None:
            self._all = tuple(self._in_order)
        return self._all

    def refresh(self, keys: Iterable[str]) -> None:
        """Read the claims `keys` again; those of other reports are left out."""
        wanted = list(keys)
        if not wanted:
            return
        self._all = None
        if len(wanted) > _ONE_BY_ONE:
            self._load()
            return
        for key in wanted:
            self._refresh_one(key)

    def _refresh_one(self, key: str) -> None:
        before = self._claims.pop(key, None)
        after = next(self._decided(key), None) or self._suggested(key)
        if after is not None and before is not None:
            after = replace(after, number=before.number)
        if after is not None:
            self._claims[key] = after
        if before is None and after is None:
            return
        if before is None or after is None or before.span != after.span:
            self._in_order = None
        elif self._in_order is not None:
            self._in_order[after.number - 1] = after

    def _suggested(self, key: str) -> ReviewClaim | None:
        """The suggestion of that id, unless a claim stands for it."""
        report, _, suggestion = key.partition(".")
        found = self._read.suggestions.get(suggestion) if report == self._read.id else None
        if found is None:
            return None
        taken = "SELECT 1 FROM claim WHERE report = ? AND suggestion = ?"
        if self._connection.execute(taken, (report, suggestion)).fetchone():
            return None
        return self._read.untouched(found)

    def _load(self) -> None:
        self._claims = {claim.id: claim for claim in self._decided()}
        taken = {claim.suggestion for claim in self._claims.values()}
        for suggestion in self._read.report.claims:
            if suggestion.id not in taken:
                claim = self._read.untouched(suggestion)
                self._claims[claim.id] = claim
        self._in_order = None

    def _decided(self, key: str | None = None) -> Iterator[ReviewClaim]:
        """The claims with a row in the file, or the one `key`."""
        anchors: dict[str, list[Anchor]] = {}
        length = len(self._read.report.text)
        mine = "WHERE claim IN (SELECT id FROM claim WHERE report = ?)", (self._read.id,)
        one = "WHERE claim IN (SELECT id FROM claim WHERE report = ? AND id = ?)", (self._read.id, key)
        where, parameters = mine if key is None else one
        for row in self._connection.execute(_ANCHORS.format(where=where), parameters):
            anchors.setdefault(row["claim"], []).append(rows.anchor_from(row, length))
        veracity: dict[str, Verdict[Veracity] | None] = {}
        fulfilment: dict[str, Verdict[Fulfilment] | None] = {}
        for row in self._connection.execute(_VERDICTS.format(where=where), parameters):
            if row["scale"] == "veracity":
                veracity[row["claim"]] = rows.verdict_from(row, VERACITIES)
            else:
                rows.known(row["scale"], tuple(rows.SCALES))
                fulfilment[row["claim"]] = rows.verdict_from(row, FULFILMENTS)
        tags: dict[str, list[str]] = {}
        for claim, tag in self._connection.execute(_TAGS.format(where=where), parameters):
            tags.setdefault(claim, []).append(tag)
        evidence: dict[str, list[EvidenceLink]] = {}
        for row in self._connection.execute(_LINKS.format(where=where), parameters):
            evidence.setdefault(row["claim"], []).append(rows.link_from(row))
        links: dict[str, list[ClaimLink]] = {}
        linked = ("WHERE ? IN (claim, other)", (key,)) if key is not None else ("", ())
        for row in self._connection.execute(_CLAIM_LINKS.format(where=linked[0]), linked[1]):
            link = rows.claim_link_from(row)
            for end in {link.claim, link.other}:
                links.setdefault(end, []).append(link)
        condition = "WHERE report = ?" if key is None else "WHERE report = ? AND id = ?"
        for row in self._connection.execute(f"SELECT * FROM claim {condition}", parameters):
            claim = row["id"]
            if claim not in anchors:
                raise ProjectError("project-damaged", name=str(claim))
            yield self._as_decided(
                row, tuple(anchors[claim]), veracity.get(claim), fulfilment.get(claim), tuple(tags.get(claim, ())),
                tuple(evidence.get(claim, ())), tuple(links.get(claim, ())),
            )  # fmt: skip

    def _as_decided(
        self, row: sqlite3.Row, anchors: tuple[Anchor, ...], veracity: Verdict[Veracity] | None,
        fulfilment: Verdict[Fulfilment] | None, tags: tuple[str, ...], evidence: tuple[EvidenceLink, ...],
        links: tuple[ClaimLink, ...],
    ) -> ReviewClaim:  # fmt: skip
        suggestion = None if row["suggestion"] is None else str(row["suggestion"])
        found = self._read.suggestions.get(suggestion) if suggestion else None
        spans = tuple(anchor.span for anchor in anchors)
        same_place = found is not None and spans == (found.span,)
        types = rows.types_of(row["types"])
        return ReviewClaim(
            id=str(row["id"]),
            report=self._read.id,
            number=0,
            origin="program" if row["origin"] == "program" else "person",
            anchors=anchors,
            section=found.section if found and same_place else self._read.section_at(spans[0].start),
            types=types,
            score=found.score if found else 1.0,
            metrics=found.metrics if found and same_place else self._read.metrics_in(spans),
            tags=tags,
            verdict=veracity,
            note=str(row["note"]),
            evidence=evidence,
            decided=True,
            dismissed=None if row["dismissed"] is None else str(row["dismissed"]),
            fulfilment=fulfilment,
            status=rows.known(row["status"], rows.STATUSES),
            links=links,
            suggestion=suggestion,
            changed=found is not None and not (same_place and types == found.types),
            accepted=bool(row["accepted"]),
        )

    def _numbered(self) -> list[ReviewClaim]:
        claims = sorted(self._claims.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.id))
        for number, claim in enumerate(claims, 1):
            if claim.number != number:
                claims[number - 1] = self._claims[claim.id] = replace(claim, number=number)
        return claims
