"""Signing a review: prepared, reviewed, approved. An approved version is locked; the next one says what it corrects."""

from __future__ import annotations

from core.model.review import Opinion, SignRole
from core.project import rows
from core.project.changes import Row
from core.project.edits import Edit, checked
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass

#: Who has to have agreed before.
_BEFORE: dict[SignRole, SignRole] = {"reviewer": "preparer", "approver": "reviewer"}
_STAGE_BEFORE: dict[SignRole, str] = {"reviewer": "prepared", "approver": "reviewed"}


@dataclass(frozen=True, slots=True)
class Sign(Edit):
    """Sign the review as it is now. First the preparer, then the reviewer, then the approver, all the same content.

    An opinion other than `accepted` sends it back to the preparer and needs a comment. The approver's acceptance locks
    the review. It is no step to undo, and undo does not go behind it.

    Raises:
        ProjectError: "sign-name-missing", "sign-comment-missing", "sign-too-early" or "sign-outdated".
    """

    kind = "sign"
    barrier = True
    role: SignRole
    name: str
    opinion: Opinion = "accepted"
    comment: str = ""

    def apply(self, tx: Transaction) -> None:
        role, opinion = checked(self.role, rows.SIGN_ROLES), checked(self.opinion, rows.OPINIONS)
        name = " ".join(self.name.split())
        if not name:
            raise ProjectError("sign-name-missing")
        if opinion != "accepted" and not self.comment.strip():
            raise ProjectError("sign-comment-missing")
        signed = tx.content_hash()
        current = tx.versions()[-1]
        before = _BEFORE.get(self.role)
        if before is None and opinion != "accepted":
            raise ValueError("the preparer accepts")
        if before is not None:
            if current.stage != _STAGE_BEFORE[self.role]:
                raise ProjectError("sign-too-early")
            if current.sign_offs[-1].content_hash != signed:
                raise ProjectError("sign-outdated", name=current.sign_offs[-1].name)
        number = tx.largest("sign_off", "number") + 1
        row: Row = {
            "number": number, "version": current.number, "role": role, "name": name, "opinion": opinion,
            "comment": self.comment.strip(), "at": tx.at, "content_hash": signed,
        }  # fmt: skip
        tx.put("sign_off", row)
        tx.subject = str(number)


@dataclass(frozen=True, slots=True)
class BeginVersion(Edit):
    """Open the next version of an approved review; `corrections` says what it corrects and why, and is printed."""

    kind = "begin_version"
    barrier = True
    unlocks = True
    corrections: str

    def apply(self, tx: Transaction) -> None:
        current = tx.versions()[-1]
        if not current.locked:
            raise ProjectError("version-still-open")
        if not self.corrections.strip():
            raise ProjectError("corrections-missing")
        number = current.number + 1
        row: Row = {"number": number, "opened_by": tx.by, "opened_at": tx.at, "corrections": self.corrections.strip()}
        tx.put("version", row)
        tx.subject = str(number)
