"""The claims of one report as the reviewer sees them: what the program found under what a person decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.model import EvidenceLink, ReviewClaim
from core.project import rows
from core.project.reports import ReadReport

#: Beyond this many changed claims reading all of them again is quicker than one by one.
_ONE_BY_ONE = 200

_TAGS = "SELECT claim, tag FROM claim_tag JOIN tag ON tag.id = claim_tag.tag {where} ORDER BY tag.position, tag.id"
_LINKS = (
    "SELECT claim, evidence, stance FROM evidence_link JOIN evidence ON evidence.id = evidence_link.evidence "
    "{where} ORDER BY length(evidence.no), evidence.no"
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
        if key not in self._claims and key in self._read.claims:
            self._claims[key] = replace(self._read.claims[key], number=before.number if before else 0)
        after = self._claims.get(key)
        if before is None or after is None or before.span != after.span:
            self._order = None

    def _load(self) -> None:
        self._claims = dict(self._read.claims)
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
        found = self._read.claims.get(key)
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
