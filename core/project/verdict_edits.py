"""What a person can do to judgements, on either scale."""

from __future__ import annotations

from core.model.review import Confidence, Fulfilment, Scale, Veracity
from core.project import rows
from core.project.changes import Row, Value
from core.project.claim_edits import change_claim, touched, whole_claim
from core.project.edits import Edit, checked
from core.project.transaction import Transaction
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class SetVerdict(Edit):
    """Judge a claim on a scale, or take the judgement away with None, or `not_rated` of a promise."""

    kind = "set_verdict"
    claim: str
    value: Veracity | Fulfilment | None
    scale: Scale = "veracity"

    def apply(self, tx: Transaction) -> None:
        value = None if self.value is None else checked(self.value, _values(self.scale))
        judge(tx, self.claim, self.scale, value=None if value == "not_rated" else value)


@dataclass(frozen=True, slots=True)
class SetConfidence(Edit):
    """Say how sure the judgement is."""

    kind = "set_confidence"
    claim: str
    value: Confidence | None
    scale: Scale = "veracity"

    def apply(self, tx: Transaction) -> None:
        value = None if self.value is None else checked(self.value, rows.CONFIDENCES)
        judge(tx, self.claim, self.scale, confidence=value)


@dataclass(frozen=True, slots=True)
class SetRationale(Edit):
    """Write why; while one goes on typing it is one undo step."""

    kind = "set_rationale"
    typing = True
    claim: str
    text: str
    scale: Scale = "veracity"

    def apply(self, tx: Transaction) -> None:
        judge(tx, self.claim, self.scale, rationale=self.text)


def judge(tx: Transaction, claim: str, scale: Scale, **columns: Value) -> None:
    """Set columns of a judgement and, if any of them is another, whose it is."""
    tx.subject = claim
    _values(scale)
    row, _ = whole_claim(tx, claim)
    before = tx.get("verdict", claim, scale) or _unjudged(claim, scale)
    if all(before[name] == value for name, value in columns.items()):
        return
    if columns.get("value") is not None and row["status"] == "unreviewed":
        change_claim(tx, claim, status="in_review")
    else:
        touched(tx, claim)
    tx.put("verdict", {**before, **columns, "judged_by": tx.by, "judged_at": tx.at})


def _values(scale: Scale) -> tuple[str, ...]:
    checked(scale, tuple(rows.SCALES))
    return rows.SCALES[scale]


def _unjudged(claim: str, scale: Scale) -> Row:
    return {
        "claim": claim, "scale": scale, "value": None, "confidence": None, "rationale": "", "judged_by": "",
        "judged_at": "",
    }  # fmt: skip
