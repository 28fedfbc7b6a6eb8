"""What a person can do to claims, tags, hits and settings. An edit is data; `Project.do` applies it.

All take ids. An id that is not in the project raises ProjectError "gone"; a word that the model does not know raises
ValueError. An edit that changes nothing leaves no trace.
"""

from __future__ import annotations

import secrets
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from core.model import Span
from core.model.report import ClaimType
from core.model.review import Confidence, HitState, Veracity
from core.project import rows
from core.project.changes import Row, Value
from core.project.errors import ProjectError
from core.project.transaction import Transaction


class Edit(ABC):
    """One thing that a person does. `kind` is its word in the vocabulary's group `edit`; `typing` edits merge."""

    __slots__ = ()
    kind: ClassVar[str]
    typing: ClassVar[bool] = False

    @abstractmethod
    def apply(self, tx: Transaction) -> None:
        """Write the rows and set `tx.subject`."""


@dataclass(frozen=True, slots=True)
class MarkClaim(Edit):
    """Mark a passage of a report as a claim of one's own; its id is the `subject` of the changes."""

    kind = "mark_claim"
    report: str
    span: Span
    types: tuple[ClaimType, ...] = ()

    def apply(self, tx: Transaction) -> None:
        text = tx.read(self.report).report.text
        if not 0 <= self.span.start < self.span.end <= len(text):
            raise ProjectError("mark-empty")
        tx.subject = _free_id(tx, "claim", f"{self.report}.u")
        anchor = rows.anchor_columns(rows.anchor_in(text, self.span))
        tx.put("claim", _claim_row(tx, tx.subject, self.report, "person", anchor, rows.types_text(self.types)))


@dataclass(frozen=True, slots=True)
class RemoveClaim(Edit):
    """Remove a claim that a person marked, with its tags and attachments; one of the program's is dismissed instead."""

    kind = "remove_claim"
    claim: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        if _row_of(tx, self.claim)["origin"] == "program":
            raise ProjectError("claim-of-program")
        for tag in tx.rows("claim_tag", claim=self.claim):
            tx.remove("claim_tag", self.claim, str(tag["tag"]))
        for link in tx.rows("evidence_link", claim=self.claim):
            tx.remove("evidence_link", self.claim, str(link["evidence"]))
        tx.remove("claim", self.claim)


@dataclass(frozen=True, slots=True)
class SetTypes(Edit):
    """Say what kind of claim it is; the program's own types again mean that a person agrees with them."""

    kind = "set_types"
    claim: str
    types: tuple[ClaimType, ...]

    def apply(self, tx: Transaction) -> None:
        types = rows.types_text(self.types)
        touched(tx, self.claim)
        change_claim(tx, self.claim, types=types)


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
class SetVerdict(Edit):
    """Judge a claim, or take the judgement away with None."""

    kind = "set_verdict"
    claim: str
    value: Veracity | None

    def apply(self, tx: Transaction) -> None:
        judge(tx, self.claim, verdict=None if self.value is None else _word(self.value, rows.VERACITIES))


@dataclass(frozen=True, slots=True)
class SetConfidence(Edit):
    """Say how sure the judgement is."""

    kind = "set_confidence"
    claim: str
    value: Confidence | None

    def apply(self, tx: Transaction) -> None:
        judge(tx, self.claim, confidence=None if self.value is None else _word(self.value, rows.CONFIDENCES))


@dataclass(frozen=True, slots=True)
class SetRationale(Edit):
    """Write why; while one goes on typing it is one undo step."""

    kind = "set_rationale"
    typing = True
    claim: str
    text: str

    def apply(self, tx: Transaction) -> None:
        judge(tx, self.claim, rationale=self.text)


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
class AddTag(Edit):
    """Put a tag on a claim."""

    kind = "add_tag"
    claim: str
    tag: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        if tx.get("tag", self.tag) is None:
            raise ProjectError("gone", name=self.tag)
        touched(tx, self.claim)
        tx.put("claim_tag", {"claim": self.claim, "tag": self.tag})


@dataclass(frozen=True, slots=True)
class RemoveTag(Edit):
    """Take a tag off a claim."""

    kind = "remove_tag"
    claim: str
    tag: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        tx.remove("claim_tag", self.claim, self.tag)


@dataclass(frozen=True, slots=True)
class DefineTag(Edit):
    """Add a code to the codebook (`tag` None; its id is the `subject` of the changes), or change one."""

    kind = "define_tag"
    tag: str | None
    name: str
    definition: str
    colour: str

    def apply(self, tx: Transaction) -> None:
        name = " ".join(self.name.split())
        if not name:
            raise ProjectError("tag-name-missing")
        if not rows.COLOUR.fullmatch(self.colour):
            raise ValueError(f"no colour: {self.colour!r}")
        before = None if self.tag is None else tx.get("tag", self.tag)
        if self.tag is not None and before is None:
            raise ProjectError("gone", name=self.tag)
        tx.subject = self.tag or _free_id(tx, "tag", "t")
        if any(other["id"] != tx.subject for other in tx.rows("tag", name=name)):
            raise ProjectError("tag-name-taken", name=name)
        position = before["position"] if before else tx.largest("tag", "position") + 1
        row: Row = {"name": name, "definition": self.definition, "colour": self.colour.upper(), "position": position}
        tx.put("tag", {"id": tx.subject, **row})


@dataclass(frozen=True, slots=True)
class DeleteTag(Edit):
    """Take a code out of the codebook and off all claims."""

    kind = "delete_tag"
    tag: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.tag
        if tx.get("tag", self.tag) is None:
            raise ProjectError("gone", name=self.tag)
        for row in tx.rows("claim_tag", tag=self.tag):
            tx.remove("claim_tag", str(row["claim"]), self.tag)
        tx.remove("tag", self.tag)


@dataclass(frozen=True, slots=True)
class AnswerHit(Edit):
    """Answer a finding of the program; `new` takes the answer back. Dismissing needs a reason."""

    kind = "answer_hit"
    hit: str
    state: HitState
    reason: str = ""

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.hit
        state = _word(self.state, rows.HIT_STATES)
        if state == "dismissed" and not self.reason.strip():
            raise ProjectError("reason-missing")
        read = tx.read(self.hit.partition(".")[0])
        finding = read.findings.get(self.hit)
        if finding is None:
            raise ProjectError("gone", name=self.hit)
        if state == "new":
            tx.remove("hit_answer", self.hit)
            return
        before = tx.get("hit_answer", self.hit)
        if before and (before["state"], before["reason"]) == (state, self.reason.strip()):
            return
        answer: Row = {"state": state, "reason": self.reason.strip(), "answered_by": tx.by, "answered_at": tx.at}
        tx.put("hit_answer", {"id": self.hit, "report": read.id, "quote": read.quote(finding), **answer})


@dataclass(frozen=True, slots=True)
class SetSetting(Edit):
    """Set a word of the review as a whole: `reviewer` (who the next edits are by), `language`, `scope` …"""

    kind = "set_setting"
    key: str
    value: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.key
        tx.put("setting", {"key": self.key, "value": self.value})


def touched(tx: Transaction, claim: str) -> Row:
    """The decision row of a claim; one is made when a person touches a claim of the program for the first time."""
    tx.subject = claim
    row = _row_of(tx, claim)
    tx.put("claim", row)
    return row


def change_claim(tx: Transaction, claim: str, **columns: Value) -> None:
    """Set columns of a claim's decision row, and who did it when, if any of them is another."""
    tx.subject = claim
    row = _row_of(tx, claim)
    if any(row[name] != value for name, value in columns.items()):
        tx.put("claim", {**row, **columns, "modified_by": tx.by, "modified_at": tx.at})


def judge(tx: Transaction, claim: str, **columns: Value) -> None:
    """Set columns of the judgement and, if any of them is another, whose it is."""
    tx.subject = claim
    row = _row_of(tx, claim)
    if any(row[name] != value for name, value in columns.items()):
        change_claim(tx, claim, **columns, judged_by=tx.by, judged_at=tx.at)


def _row_of(tx: Transaction, claim: str) -> Row:
    row = tx.get("claim", claim)
    if row is not None:
        return row
    found = tx.read(claim.partition(".")[0]).claims.get(claim)
    if found is None:
        raise ProjectError("gone", name=claim)
    anchor = rows.anchor_columns(found.anchor)
    return _claim_row(tx, claim, found.report, "program", anchor, rows.types_text(found.types))


def _claim_row(tx: Transaction, key: str, report: str, origin: str, anchor: Row, types: str) -> Row:
    return {
        "id": key, "report": report, "origin": origin, **anchor, "types": types,
        "verdict": None, "confidence": None, "rationale": "", "judged_by": "", "judged_at": "",
        "note": "", "dismissed": None,
        "created_by": tx.by, "created_at": tx.at, "modified_by": tx.by, "modified_at": tx.at,
    }  # fmt: skip


def _free_id(tx: Transaction, table: str, prefix: str) -> str:
    while True:
        key = f"{prefix}{secrets.token_hex(4)}"
        if tx.get(table, key) is None:
            return key


def _word(value: str, words: tuple[str, ...]) -> str:
    if value not in words:
        raise ValueError(f"{value!r} is none of {', '.join(words)}")
    return value
