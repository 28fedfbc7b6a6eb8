"""What a person can do to claims: mark, place, type, accept, dismiss, note, link one to another."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Anchor, Span
from core.model.report import ClaimType
from core.model.review import ClaimRelation, ClaimStatus
from core.project import rows
from core.project.changes import Row, Value
from core.project.edits import Edit, checked
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class MarkClaim(Edit):
    """Mark a passage of a report, or several, as a claim of one's own; its id is the `subject` of the changes.

    `further` are its other places; passages may overlap, also those of other claims.
    """

    kind = "mark_claim"
    report: str
    span: Span
    types: tuple[ClaimType, ...] = ()
    further: tuple[Span, ...] = ()

    def apply(self, tx: Transaction) -> None:
        anchors = _anchors(tx, self.report, (self.span, *self.further))
        tx.subject = tx.free_id("claim", f"{self.report}.u")
        types = rows.types_text(self.types)
        _put_whole(tx, _claim_row(tx, tx.subject, self.report, None, types, accepted=1), anchors)


@dataclass(frozen=True, slots=True)
class RemoveClaim(Edit):
    """Remove a claim that a person marked, with all that hangs on it; one of the program's is dismissed instead."""

    kind = "remove_claim"
    claim: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        if whole_claim(tx, self.claim)[0]["origin"] == "program":
            raise ProjectError("claim-of-program")
        for table in ("ledger_entry", "claim_tag", "evidence_link", "claim_link", "verdict", "anchor"):
            for row in tx.rows(table, claim=self.claim):
                tx.remove_row(table, row)
        for row in tx.rows("claim_link", other=self.claim):
            tx.remove_row("claim_link", row)
        tx.remove("claim", self.claim)


@dataclass(frozen=True, slots=True)
class SetTypes(Edit):
    """Say what kind of claim it is; the program's own types again mean that a person agrees with them."""

    kind = "set_types"
    claim: str
    types: tuple[ClaimType, ...]

    def apply(self, tx: Transaction) -> None:
        change_claim(tx, self.claim, types=rows.types_text(self.types), accepted=1)


@dataclass(frozen=True, slots=True)
class AcceptClaim(Edit):
    """Agree with the program's suggestion as it stands, or take the agreement back; a dismissed one is taken in."""

    kind = "accept_claim"
    claim: str
    accepted: bool = True

    def apply(self, tx: Transaction) -> None:
        change_claim(tx, self.claim, accepted=int(self.accepted), **({"dismissed": None} if self.accepted else {}))


@dataclass(frozen=True, slots=True)
class DismissClaim(Edit):
    """Put a claim aside with a reason."""

    kind = "dismiss_claim"
    claim: str
    reason: str

    def apply(self, tx: Transaction) -> None:
        if not self.reason.strip():
            raise ProjectError("reason-missing")
        change_claim(tx, self.claim, dismissed=self.reason.strip())


@dataclass(frozen=True, slots=True)
class RestoreClaim(Edit):
    """Take a dismissed claim in again."""

    kind = "restore_claim"
    claim: str

    def apply(self, tx: Transaction) -> None:
        change_claim(tx, self.claim, dismissed=None)


@dataclass(frozen=True, slots=True)
class SetStatus(Edit):
    """Say how far the review of a claim has come; the first verdict makes an unreviewed one `in_review` by itself."""

    kind = "set_status"
    claim: str
    status: ClaimStatus

    def apply(self, tx: Transaction) -> None:
        change_claim(tx, self.claim, status=checked(self.status, rows.STATUSES))


@dataclass(frozen=True, slots=True)
class SetNote(Edit):
    """Write a note for oneself; while one goes on typing it is one undo step."""

    kind = "set_note"
    typing = True
    claim: str
    text: str

    def apply(self, tx: Transaction) -> None:
        change_claim(tx, self.claim, note=self.text)


@dataclass(frozen=True, slots=True)
class LinkClaims(Edit):
    """Say that `claim` repeats, contradicts, is part of or explains `other`; said again it is said anew."""

    kind = "link_claims"
    claim: str
    other: str
    relation: ClaimRelation
    note: str = ""

    def apply(self, tx: Transaction) -> None:
        relation = checked(self.relation, rows.RELATIONS)
        if self.claim == self.other:
            raise ProjectError("link-to-itself")
        touched(tx, self.other)
        touched(tx, self.claim)
        tx.put("claim_link", {"claim": self.claim, "other": self.other, "relation": relation, "note": self.note})
        tx.subject = self.claim


@dataclass(frozen=True, slots=True)
class UnlinkClaims(Edit):
    """Take the link from one claim to another away."""

    kind = "unlink_claims"
    claim: str
    other: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        tx.remove("claim_link", self.claim, self.other)


def touched(tx: Transaction, claim: str) -> Row:
    """The decision row of a claim; one is made when a person touches a claim of the program for the first time."""
    tx.subject = claim
    row, anchors = whole_claim(tx, claim)
    if tx.get("claim", claim) is None:
        _put_whole(tx, row, anchors)
    return row


def change_claim(tx: Transaction, claim: str, **columns: Value) -> None:
    """Set columns of a claim's decision row, and who did it when, if any of them is another."""
    tx.subject = claim
    row, anchors = whole_claim(tx, claim)
    if any(row[name] != value for name, value in columns.items()):
        _put_whole(tx, {**row, **columns, "modified_by": tx.by, "modified_at": tx.at}, anchors)


def whole_claim(tx: Transaction, claim: str) -> tuple[Row, list[Anchor]]:
    """The decision row of a claim and its places, as they are or as they would be made.

    Raises:
        ProjectError: "gone".
    """
    row = tx.get("claim", claim)
    if row is not None:
        length = len(tx.read(str(row["report"])).report.text)
        found = sorted(tx.rows("anchor", claim=claim), key=lambda anchor: int(anchor["position"] or 0))
        return row, [rows.anchor_from(anchor, length) for anchor in found]
    report, _, suggestion = claim.partition(".")
    read = tx.read(report)
    suggested = read.suggestions.get(suggestion)
    if suggested is None or tx.rows("claim", report=report, suggestion=suggestion):
        raise ProjectError("gone", name=claim)
    anchor = rows.anchor_in(read.report.text, suggested.span)
    return _claim_row(tx, claim, report, suggestion, rows.types_text(suggested.types), accepted=0), [anchor]


def put_anchors(tx: Transaction, row: Row, anchors: Iterable[Anchor]) -> None:
    """Make these the places of a claim."""
    claim = str(row["id"])
    made = list(anchors)
    for position, anchor in enumerate(made, 1):
        tx.put("anchor", rows.anchor_row(claim, position, anchor))
    for old in tx.rows("anchor", claim=claim):
        if int(old["position"] or 0) > len(made):
            tx.remove_row("anchor", old)


def _put_whole(tx: Transaction, row: Row, anchors: Iterable[Anchor]) -> None:
    new = tx.get("claim", str(row["id"])) is None
    tx.put("claim", row)
    if new:
        put_anchors(tx, row, anchors)


def _anchors(tx: Transaction, report: str, spans: Iterable[Span]) -> list[Anchor]:
    """The places of a claim in the order of the text, each once."""
    text = tx.read(report).report.text
    places = sorted(set(spans))
    if not places or not all(0 <= span.start < span.end <= len(text) for span in places):
        raise ProjectError("mark-empty")
    return [rows.anchor_in(text, span) for span in places]


def _claim_row(tx: Transaction, key: str, report: str, suggestion: str | None, types: str, *, accepted: int) -> Row:
    return {
        "id": key, "report": report, "suggestion": suggestion, "origin": "person" if suggestion is None else "program",
        "types": types, "accepted": accepted, "status": "unreviewed", "note": "", "dismissed": None,
        "created_by": tx.by, "created_at": tx.at, "modified_by": tx.by, "modified_at": tx.at,
    }  # fmt: skip
