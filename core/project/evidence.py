"""What a person can do to the evidence register and to what is attached to a claim."""

from __future__ import annotations

import mimetypes
from dataclasses import fields
from pathlib import Path

from core.model.review import (
    CopyState,
    EvidenceKind,
    Method,
    ProviderRole,
    Sensitivity,
    Signature,
    Stance,
    Vintage,
)
from core.project import linked, rows
from core.project.changes import Row
from core.project.claim_edits import touched
from core.project.edits import Edit, checked
from core.project.errors import ProjectError
from core.project.files import safe_name
from core.project.transaction import Transaction
from core.values import dataclass
from core.vocabulary import attribute

#: Fields that are nothing, not "", when they are emptied.
_CLEARED = (
    "url", "archive_url", "file_name", "media_type", "published_on", "reliability", "credibility", "method",
    "provider_role", "copy_state", "vintage",
)
#: Fields that start from the kind's own values and follow it, each or both of a grade, until a person chose another.
_BY_KIND = (("reliability", "credibility"), ("method",), ("provider_role",), ("sensitivity",))
_COLUMNS = {"table": "table_name"}


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A new entry of the register, as far as it is known; the rest gets sensible values.

    Grade, method, role of the provider and sensitivity start from the kind, `title` from the file, address or excerpt,
    `copy_state` is a copy for a file and an archive for the saved copy of an address, `retrieved_at` is now, who
    retrieved it the reviewer.
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
    method: Method | None = None
    provider_role: ProviderRole | None = None
    signature: Signature = "not_needed"
    signature_reason: str = ""
    copy_state: CopyState | None = None
    archive_url: str | None = None
    data_period: str = ""
    vintage: Vintage | None = None
    page: str = ""
    table: str = ""
    cell: str = ""
    time: str = ""
    independence_group: str = ""
    sensitivity: Sensitivity | None = None


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
    retrieved_by: str | None = None
    locator: str | None = None
    reliability: str | None = None
    credibility: str | None = None
    notes: str | None = None
    method: str | None = None
    provider_role: str | None = None
    signature: Signature | None = None
    signature_reason: str | None = None
    copy_state: str | None = None
    archive_url: str | None = None
    data_period: str | None = None
    vintage: str | None = None
    page: str | None = None
    table: str | None = None
    cell: str | None = None
    time: str | None = None
    independence_group: str | None = None
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, slots=True)
class AttachEvidence(Edit):
    """Add evidence to the register and, unless `claim` is None, attach it; its id is the `subject` of the changes.

    The bytes come from `file` or are `content`; with neither it is an address, a quote or a note. A content that is
    in the project already is not stored again. With `link` the file stays where it is, and its place and SHA-256 are
    kept. `note` says how it bears on the claim.
    """

    kind = "attach_evidence"
    claim: str | None
    draft: EvidenceDraft
    file: Path | None = None
    content: bytes | None = None
    stance: Stance = "supports"
    link: bool = False
    note: str = ""

    def apply(self, tx: Transaction) -> None:
        stance = checked(self.stance, rows.STANCES)
        row = _new_row(tx, self.draft, self.file)
        row |= _held(tx, self.file, self.content, link=self.link)
        if row["holding"] is not None:
            row["copy_state"] = row["copy_state"] or ("archive" if row["url"] else "copy")
        tx.put("evidence", row)
        if self.claim is not None:
            touched(tx, self.claim)
            key = str(row["id"])
            tx.put("evidence_link", {"claim": self.claim, "evidence": key, "stance": stance, "note": self.note})
        tx.subject = str(row["id"])


@dataclass(frozen=True, slots=True)
class SetEvidenceFile(Edit):
    """Give an entry a file, such as the saved copy of its address, or another one in the place of the one it has."""

    kind = "set_evidence_file"
    evidence: str
    file: Path | None = None
    content: bytes | None = None
    link: bool = False
    file_name: str | None = None

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.evidence
        before = known(tx, self.evidence)
        row = {**before, **_held(tx, self.file, self.content, link=self.link)}
        row |= _name(self.file_name or (self.file.name if self.file else None), None)
        row["copy_state"] = row["copy_state"] or ("archive" if row["url"] else "copy")
        if row != before:
            tx.put("evidence", {**row, "modified_by": tx.by, "modified_at": tx.at})


@dataclass(frozen=True, slots=True)
class EmbedLinked(Edit):
    """Take linked files into the project, all of them by default: then the one file has all that it needs."""

    kind = "embed_linked"
    evidence: tuple[str, ...] = ()

    def apply(self, tx: Transaction) -> None:
        for row in tx.rows("evidence", holding="linked"):
            if self.evidence and row["id"] not in self.evidence:
                continue
            place, state = linked.look(tx.folder, rows.paths_of(row["linked_paths"]), row["sha256"], row["size"])
            if place is None or state != "present":
                raise ProjectError(f"linked-{state}", name=str(row["no"]), file=str(row["file_name"]))
            stored = tx.store(place)
            if stored.sha256 != row["sha256"]:
                raise ProjectError("evidence-changing", name=place.name)
            held: Row = {"holding": "embedded", "linked_paths": None, "modified_by": tx.by, "modified_at": tx.at}
            tx.put("evidence", {**row, **held})
        tx.subject = self.evidence[0] if len(self.evidence) == 1 else ""


@dataclass(frozen=True, slots=True)
class LinkEvidence(Edit):
    """Attach evidence of the register to a claim, or say anew how it bears on it; `note` None leaves the words."""

    kind = "link_evidence"
    claim: str
    evidence: str
    stance: Stance = "supports"
    note: str | None = None

    def apply(self, tx: Transaction) -> None:
        stance = checked(self.stance, rows.STANCES)
        known(tx, self.evidence)
        touched(tx, self.claim)
        before = tx.get("evidence_link", self.claim, self.evidence)
        note = self.note if self.note is not None else (before["note"] if before else "")
        tx.put("evidence_link", {"claim": self.claim, "evidence": self.evidence, "stance": stance, "note": note})


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
    """Change fields of an entry. A grade or role that is still the old kind's start value follows the kind."""

    kind = "change_evidence"
    evidence: str
    patch: EvidencePatch

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.evidence
        before = known(tx, self.evidence)
        given = {field.name: getattr(self.patch, field.name) for field in fields(self.patch)}
        values: Row = {
            _COLUMNS.get(name, name): None if value == "" and name in _CLEARED else value
            for name, value in given.items()
            if value is not None
        }
        if self.patch.kind is not None:
            old, new = kind_defaults(str(before["kind"])), kind_defaults(self.patch.kind)
            follows = [group for group in _BY_KIND if all(before[name] == old[name] for name in group)]
            values = {name: new[name] for group in follows for name in group} | values
        _check(values)
        if any(before[name] != value for name, value in values.items()):
            tx.put("evidence", {**before, **values, "modified_by": tx.by, "modified_at": tx.at})


@dataclass(frozen=True, slots=True)
class RemoveEvidence(Edit):
    """Take an entry out of the register and off all claims. Its number is not given again."""

    kind = "remove_evidence"
    evidence: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.evidence
        known(tx, self.evidence)
        for link in tx.rows("evidence_link", evidence=self.evidence):
            tx.remove_row("evidence_link", link)
        tx.remove("evidence", self.evidence)


def kind_defaults(kind: str) -> Row:
    """What an entry of a kind starts with; nothing where it has to be judged.

    From the handbook's start grades, in resources/vocabulary.toml: B2 is reliability B, credibility 2.
    """
    checked(kind, rows.EVIDENCE_KINDS)
    grade = attribute("evidence_kind", kind, "grade")
    return {
        "reliability": grade[:1] or None,
        "credibility": grade[1:] or None,
        "method": attribute("evidence_kind", kind, "method") or None,
        "provider_role": attribute("evidence_kind", kind, "provider_role") or None,
        "sensitivity": attribute("evidence_kind", kind, "sensitivity") or "internal",
    }


def known(tx: Transaction, evidence: str) -> Row:
    """The row of an entry.

    Raises:
        ProjectError: "gone".
    """
    row = tx.get("evidence", evidence)
    if row is None:
        raise ProjectError("gone", name=evidence)
    return row


def _new_row(tx: Transaction, draft: EvidenceDraft, file: Path | None) -> Row:
    given: Row = {_COLUMNS.get(field.name, field.name): getattr(draft, field.name) for field in fields(draft)}
    row = {name: None if value == "" and name in _CLEARED else value for name, value in given.items()}
    row |= {name: value for name, value in kind_defaults(draft.kind).items() if row[name] is None}
    row |= _name(draft.file_name or (file.name if file else None), draft.media_type)
    number = f"E-{tx.count_up('last_evidence_number'):04d}"
    first_words = " ".join(draft.excerpt.split())[:40]
    row |= {
        "id": tx.free_id("evidence", "e"),
        "no": number,
        "title": draft.title.strip() or row["file_name"] or draft.url or first_words or number,
        "retrieved_at": draft.retrieved_at or tx.at,
        "retrieved_by": tx.by,
        "created_by": tx.by,
        "created_at": tx.at,
        "modified_by": tx.by,
        "modified_at": tx.at,
    }
    _check(row)
    return row


def _name(name: str | None, media_type: str | None) -> Row:
    name = safe_name(name, "file") if name else None
    return {"file_name": name, "media_type": media_type or (mimetypes.guess_type(name)[0] if name else None)}


def _held(tx: Transaction, file: Path | None, content: bytes | None, *, link: bool) -> Row:
    """Where the bytes are: in the project, at their own place, or nowhere."""
    if link and file is not None:
        stored = tx.measure(file)
        paths = linked.paths_text(tx.folder, file)
        return {"holding": "linked", "linked_paths": paths, "sha256": stored.sha256, "size": stored.size}
    source = content if file is None else file
    if source is None:
        return {"holding": None, "linked_paths": None, "sha256": None, "size": None}
    stored = tx.store(source)
    return {"holding": "embedded", "linked_paths": None, "sha256": stored.sha256, "size": stored.size}


def _check(row: Row) -> None:
    """Every word of the row is one that the model knows.

    Raises:
        ValueError: one is not.
    """
    for name, allowed in _WORDS.items():
        value = row.get(name)
        if value is not None:
            checked(str(value), allowed)


_WORDS: dict[str, tuple[str, ...]] = {
    "kind": rows.EVIDENCE_KINDS, "reliability": rows.RELIABILITIES, "credibility": rows.CREDIBILITIES,
    "method": rows.METHODS, "provider_role": rows.PROVIDER_ROLES, "signature": rows.SIGNATURES,
    "copy_state": rows.COPY_STATES, "vintage": rows.VINTAGES, "sensitivity": rows.SENSITIVITIES,
}  # fmt: skip
