"""What a person can do to the evidence register and to what is attached to a claim."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass, fields
from pathlib import Path

from core.model.review import EvidenceKind, Stance
from core.project import rows
from core.project.changes import Row
from core.project.edits import Edit, touched
from core.project.errors import ProjectError
from core.project.files import safe_name
from core.project.transaction import Transaction
from core.vocabulary import attribute

_CLEARED = ("url", "file_name", "media_type", "published_on", "reliability", "credibility")


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A new entry of the register, as far as it is known; the rest gets sensible values.

    `reliability` and `credibility` start from the kind's grade, `title` from the file, address or excerpt,
    `retrieved_at` is now, who retrieved it the reviewer.
    """

    kind: EvidenceKind = "other"
    title: str = ""
    url: str | None = None
    excerpt: str = ""
    file_name: str | None = None
    media_type: str | None = None
    provider: str = ""
    published_on: str | None = None
    retrieved_at: str | None = None
    locator: str = ""
    reliability: str | None = None
    credibility: str | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EvidencePatch:
    """Fields to change: None leaves a field as it is, "" empties it."""

    title: str | None = None
    kind: EvidenceKind | None = None
    url: str | None = None
    excerpt: str | None = None
    file_name: str | None = None
    media_type: str | None = None
    provider: str | None = None
    published_on: str | None = None
    retrieved_at: str | None = None
    locator: str | None = None
    reliability: str | None = None
    credibility: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class AttachEvidence(Edit):
    """Add evidence to the register and, unless `claim` is None, attach it; its id is the `subject` of the changes.

    The bytes come from `file` or are `content`; with neither it is an address, a quote or a note. A content that is
    in the project already is not stored again.
    """

    kind = "attach_evidence"
    claim: str | None
    draft: EvidenceDraft
    file: Path | None = None
    content: bytes | None = None
    stance: Stance = "supports"

    def apply(self, tx: Transaction) -> None:
        stance = _stance(self.stance)
        row = _row(tx, self.draft, self.file)
        source = self.content if self.file is None else self.file
        if source is not None:
            stored = tx.store(source)
            row |= {"sha256": stored.sha256, "size": stored.size}
        tx.put("evidence", row)
        if self.claim is not None:
            touched(tx, self.claim)
            tx.put("evidence_link", {"claim": self.claim, "evidence": row["id"], "stance": stance})
        tx.subject = str(row["id"])


@dataclass(frozen=True, slots=True)
class LinkEvidence(Edit):
    """Attach evidence of the register to a claim, or say anew how it bears on it."""

    kind = "link_evidence"
    claim: str
    evidence: str
    stance: Stance = "supports"

    def apply(self, tx: Transaction) -> None:
        stance = _stance(self.stance)
        _known(tx, self.evidence)
        touched(tx, self.claim)
        tx.put("evidence_link", {"claim": self.claim, "evidence": self.evidence, "stance": stance})


@dataclass(frozen=True, slots=True)
class UnlinkEvidence(Edit):
    """Detach evidence from a claim; it stays in the register."""

    kind = "unlink_evidence"
    claim: str
    evidence: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        tx.remove("evidence_link", self.claim, self.evidence)


@dataclass(frozen=True, slots=True)
class ChangeEvidence(Edit):
    """Change fields of an entry. A grade that is still the old kind's start grade follows the kind."""

    kind = "change_evidence"
    evidence: str
    patch: EvidencePatch

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.evidence
        before = _known(tx, self.evidence)
        given = {field.name: getattr(self.patch, field.name) for field in fields(self.patch)}
        values: Row = {
            name: None if value == "" and name in _CLEARED else value
            for name, value in given.items()
            if value is not None
        }
        if self.patch.kind is not None:
            old, new = _grade(str(before["kind"])), _grade(self.patch.kind)
            if (before["reliability"], before["credibility"]) == old:
                values = {"reliability": new[0], "credibility": new[1], **values}
        _check_grade(values)
        if any(before[name] != value for name, value in values.items()):
            tx.put("evidence", {**before, **values, "modified_by": tx.by, "modified_at": tx.at})


@dataclass(frozen=True, slots=True)
class RemoveEvidence(Edit):
    """Take an entry out of the register and off all claims. Its number is not given again."""

    kind = "remove_evidence"
    evidence: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.evidence
        _known(tx, self.evidence)
        for link in tx.rows("evidence_link", evidence=self.evidence):
            tx.remove("evidence_link", str(link["claim"]), self.evidence)
        tx.remove("evidence", self.evidence)


def _row(tx: Transaction, draft: EvidenceDraft, file: Path | None) -> Row:
    reliability, credibility = _grade(draft.kind)
    name = draft.file_name or (file.name if file else None)
    name = safe_name(name, "file") if name else None
    number = f"E-{tx.count_up('last_evidence_number'):04d}"
    first_words = " ".join(draft.excerpt.split())[:40]
    row: Row = {
        "id": _free_id(tx),
        "no": number,
        "title": draft.title.strip() or name or draft.url or first_words or number,
        "kind": draft.kind,
        "url": draft.url or None,
        "excerpt": draft.excerpt,
        "file_name": name,
        "media_type": draft.media_type or (mimetypes.guess_type(name)[0] if name else None),
        "sha256": None,
        "size": None,
        "provider": draft.provider,
        "published_on": draft.published_on or None,
        "retrieved_at": draft.retrieved_at or tx.at,
        "retrieved_by": tx.by,
        "locator": draft.locator,
        "reliability": draft.reliability or reliability,
        "credibility": draft.credibility or credibility,
        "notes": draft.notes,
        "created_by": tx.by,
        "created_at": tx.at,
        "modified_by": tx.by,
        "modified_at": tx.at,
    }
    _check_grade(row)
    return row


def _known(tx: Transaction, evidence: str) -> Row:
    row = tx.get("evidence", evidence)
    if row is None:
        raise ProjectError("gone", name=evidence)
    return row


def _grade(kind: str) -> tuple[str | None, str | None]:
    """The start grade of a kind, B2 as ("B", "2"); a kind without one has to be judged."""
    if kind not in rows.EVIDENCE_KINDS:
        raise ValueError(f"no kind of evidence: {kind!r}")
    grade = attribute("evidence_kind", kind, "grade")
    return (grade[0], grade[1]) if grade else (None, None)


def _check_grade(row: Row) -> None:
    for name, allowed in (("reliability", rows.RELIABILITIES), ("credibility", rows.CREDIBILITIES)):
        value = row.get(name)
        if value is not None and value not in allowed:
            raise ValueError(f"no {name}: {value!r}")


def _stance(stance: Stance) -> str:
    if stance not in rows.STANCES:
        raise ValueError(f"no stance: {stance!r}")
    return stance


def _free_id(tx: Transaction) -> str:
    while True:
        key = f"e{secrets.token_hex(4)}"
        if tx.get("evidence", key) is None:
            return key
