"""What a person can do to the codebook and to the tags of claims."""

from __future__ import annotations

from collections.abc import Sequence

from core.project import rows
from core.project.changes import Row
from core.project.claim_edits import touched
from core.project.codebook import CodeEntry, default_colour
from core.project.edits import Edit
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass

_WORDS = ("definition", "include", "exclude", "example")


@dataclass(frozen=True, slots=True)
class AddTag(Edit):
    """Put a tag on a claim."""

    kind = "add_tag"
    claim: str
    tag: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.claim
        _known(tx, self.tag)
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
    """Add a code to the codebook (`tag` None; its id is the `subject` of the changes), or change one.

    What is None stays as it is; `parent` "" puts the code on the upper level.
    """

    kind = "define_tag"
    tag: str | None
    name: str
    definition: str
    colour: str
    include: str | None = None
    exclude: str | None = None
    example: str | None = None
    parent: str | None = None

    def apply(self, tx: Transaction) -> None:
        name = " ".join(self.name.split())
        if not name:
            raise ProjectError("tag-name-missing")
        if not rows.COLOUR.fullmatch(self.colour):
            raise ValueError(f"no colour: {self.colour!r}")
        before = None if self.tag is None else _known(tx, self.tag)
        tx.subject = self.tag or tx.free_id("tag", "t")
        if any(other["id"] != tx.subject for other in tx.rows("tag", name=name)):
            raise ProjectError("tag-name-taken", name=name)
        row = before or _new_row(tx, tx.subject)
        given = {"include": self.include, "exclude": self.exclude, "example": self.example}
        row = {**row, "name": name, "definition": self.definition, "colour": self.colour.upper()}
        row |= {key: value for key, value in given.items() if value is not None}
        if self.parent is not None:
            row["parent"] = self.parent or None
            _check_parents(tx, tx.subject, self.parent)
        tx.put("tag", row)


@dataclass(frozen=True, slots=True)
class OrderTags(Edit):
    """Put the codes into this order; those that are not named follow as they were."""

    kind = "order_tags"
    tags: tuple[str, ...]

    def apply(self, tx: Transaction) -> None:
        for tag in self.tags:
            _known(tx, tag)
        left = sorted(tx.rows("tag"), key=lambda row: (int(row["position"] or 0), str(row["id"])))
        order = [*dict.fromkeys(self.tags), *(str(row["id"]) for row in left if row["id"] not in self.tags)]
        for position, tag in enumerate(order, 1):
            tx.put("tag", {**_known(tx, tag), "position": position})


@dataclass(frozen=True, slots=True)
class DeleteTag(Edit):
    """Take a code out of the codebook and off all claims; the codes under it move up to where it stood."""

    kind = "delete_tag"
    tag: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.tag
        row = _known(tx, self.tag)
        for child in tx.rows("tag", parent=self.tag):
            tx.put("tag", {**child, "parent": row["parent"]})
        for used in tx.rows("claim_tag", tag=self.tag):
            tx.remove_row("claim_tag", used)
        tx.remove("tag", self.tag)


@dataclass(frozen=True, slots=True)
class ImportCodebook(Edit):
    """Take codes in from elsewhere: a new name is a new code, a name that is there keeps its id, colour and words.

    Words of a known code that it does not have yet are added below its own, so that nothing of either is lost;
    importing the same again changes nothing.
    """

    kind = "import_codebook"
    entries: Sequence[CodeEntry]

    def apply(self, tx: Transaction) -> None:
        ids = {str(row["name"]): str(row["id"]) for row in tx.rows("tag")}
        new = set()
        for entry in self.entries:
            if entry.name not in ids:
                ids[entry.name] = tx.free_id("tag", "t")
                new.add(entry.name)
                row = _new_row(tx, ids[entry.name])
                colour = entry.colour or default_colour(int(row["position"] or 0))
                tx.put("tag", {**row, "name": entry.name, "colour": colour})
            row = _known(tx, ids[entry.name])
            words = {word: _joined(str(row[word]), getattr(entry, word)) for word in _WORDS}
            tx.put("tag", {**row, **words})
        for entry in self.entries:
            row = _known(tx, ids[entry.name])
            if entry.parent in ids and (entry.name in new or row["parent"] is None):
                parent = ids[entry.parent]
                if not _would_circle(tx, ids[entry.name], parent):
                    tx.put("tag", {**row, "parent": parent})
        tx.subject = ids[self.entries[0].name] if len(self.entries) == 1 else ""


def _joined(own: str, others: str) -> str:
    if not others or others in own:
        return own
    return f"{own}\n{others}" if own else others


def _known(tx: Transaction, tag: str) -> Row:
    row = tx.get("tag", tag)
    if row is None:
        raise ProjectError("gone", name=tag)
    return row


def _new_row(tx: Transaction, tag: str) -> Row:
    return {
        "id": tag, "name": "", "definition": "", "include": "", "exclude": "", "example": "", "colour": "",
        "parent": None, "position": tx.largest("tag", "position") + 1,
    }  # fmt: skip


def _check_parents(tx: Transaction, tag: str, parent: str) -> None:
    if parent:
        _known(tx, parent)
        if _would_circle(tx, tag, parent):
            raise ProjectError("tag-under-itself")


def _would_circle(tx: Transaction, tag: str, parent: str) -> bool:
    seen: set[str] = set()
    above: str | None = parent
    while above is not None and above not in seen:
        if above == tag:
            return True
        seen.add(above)
        row = tx.get("tag", above)
        above = None if row is None or row["parent"] is None else str(row["parent"])
    return False
