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
        after = next(self._decided("WHERE id = ?", "WHERE claim = ?", key), self._read.claims.get(key))
        if after is not None and before is not None:
            after = replace(after, number=before.number)
        if after is not None:
            self._claims[key] = after
        if before is None or after is None or before.span != after.span:
            self._in_order = None
        elif self._in_order is not None:
            self._in_order[after.number - 1] = after

    def _load(self) -> None:
        self._claims = dict(self._read.claims)
        self._claims.update((claim.id, claim) for claim in self._decided("WHERE report = ?", "", self._read.id))
        self._in_order = None

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

    def _numbered(self) -> list[ReviewClaim]:
        claims = sorted(self._claims.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.id))
        for number, claim in enumerate(claims, 1):
            if claim.number != number:
                claims[number - 1] = self._claims[claim.id] = replace(claim, number=number)
        return claims
