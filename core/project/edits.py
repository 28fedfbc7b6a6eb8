"""What every edit is, edits made together, answers to findings, settings. An edit is data; `Project.do` applies it.

All take ids. An id that is not in the project raises ProjectError "gone"; a word that the model does not know raises
ValueError. An edit that changes nothing leaves no trace.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from core.model.review import HitState
from core.project import rows
from core.project.changes import Row
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass
from core.vocabulary import keys


class Edit(ABC):
    """One thing that a person does. `kind` is its word in the vocabulary's group `edit`; `typing` edits merge.

    A `barrier` is no step to undo, and undo does not go behind it; `unlocks` edits are made to a locked review.
    """

    __slots__ = ()
    kind: ClassVar[str]
    typing: ClassVar[bool] = False
    barrier: ClassVar[bool] = False
    unlocks: ClassVar[bool] = False

    @property
    def named(self) -> str:
        """The word under which log and undo show it."""
        return self.kind

    @abstractmethod
    def apply(self, tx: Transaction) -> None:
        """Write the rows and set `tx.subject`."""


@dataclass(frozen=True, slots=True)
class Together(Edit):
    """Edits of many things as one: all are made or none, and they are one step to undo.

    It is shown under `word`, the kind of edit that was done to many.
    """

    kind = "together"
    edits: Sequence[Edit]
    word: str = "together"

    @property
    def named(self) -> str:
        """The word under which log and undo show it."""
        return self.word

    def apply(self, tx: Transaction) -> None:
        checked(self.word, keys("edit"))
        subjects = set()
        for edit in self.edits:
            if edit.barrier:
                raise ValueError(f"{edit.kind} stands alone")
            edit.apply(tx)
            subjects.add(tx.subject)
        tx.subject = subjects.pop() if len(subjects) == 1 else ""


@dataclass(frozen=True, slots=True)
class AnswerHit(Edit):
    """Answer a finding of the program; `new` takes the answer back. Dismissing needs a reason."""

    kind = "answer_hit"
    hit: str
    state: HitState
    reason: str = ""

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.hit
        state = checked(self.state, rows.HIT_STATES)
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


def checked(value: str, words: Sequence[str]) -> str:
    """`value`, which must be one of `words`.

    Raises:
        ValueError: it is none of them.
    """
    if value not in words:
        raise ValueError(f"{value!r} is none of {', '.join(words)}")
    return value
