"""What a person fills into the ledgers, and which charts stand in the review document."""

from __future__ import annotations

from typing import Final

from core.model import Span
from core.project.changes import Row
from core.project.claim_edits import MarkClaim, touched
from core.project.edits import Edit, checked
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass
from core.vocabulary import keys

#: The charts that one report allows, by their keys (handbook §13).
CHARTS: Final = ("growth", "targets", "rates", "amounts", "verdicts", "coverage", "evidence")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class FillEntry(Edit):
    """Fill one cell of a ledger: a `field` of the claim, or of the figure in it that `indicator` names; "" empties it.

    Where the figure stands in no claim yet (`claim` is ""), the passage `span` of `report` is marked as one first: what
    is worked on is a claim, so that verdict, evidence and responsible unit hang on one thing.
    """

    kind = "fill_entry"
    claim: str
    indicator: str
    field: str
    text: str
    report: str = ""
    span: Span | None = None

    def apply(self, tx: Transaction) -> None:
        checked(self.field, keys("ledger_field"))
        text, claim = self.text.strip()[:_LONGEST], self.claim
        if not claim:
            if self.span is None:
                raise ProjectError("gone", name=self.indicator)
            if not text:
                return
            mark = MarkClaim(self.report, self.span)
            mark.apply(tx)
            claim = tx.subject
        tx.subject = claim
        if not text:
            tx.remove("ledger_entry", claim, self.indicator, self.field)
            return
        before = tx.get("ledger_entry", claim, self.indicator, self.field)
        if before is not None and before["text"] == text:
            return
        touched(tx, claim)
        row: Row = {"claim": claim, "indicator": self.indicator, "field": self.field, "text": text}
        tx.put("ledger_entry", {**row, "filled_by": tx.by, "filled_at": tx.at})


@dataclass(frozen=True, slots=True)
class PinChart(Edit):
    """Put a chart into the review document, behind those that are in it."""

    kind = "pin_chart"
    chart: str

    def apply(self, tx: Transaction) -> None:
        checked(self.chart, CHARTS)
        tx.subject = self.chart
        if tx.get("pin", self.chart) is None:
            position = tx.largest("pin", "position") + 1
            tx.put("pin", {"chart": self.chart, "position": position, "pinned_by": tx.by, "pinned_at": tx.at})


@dataclass(frozen=True, slots=True)
class UnpinChart(Edit):
    """Take a chart out of the review document."""

    kind = "unpin_chart"
    chart: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.chart
        tx.remove("pin", self.chart)


@dataclass(frozen=True, slots=True)
class MovePin(Edit):
    """Let a pinned chart change places with the one before (-1) or after (1) it."""

    kind = "move_pin"
    chart: str
    by: int

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.chart
        order = sorted(tx.rows("pin"), key=lambda row: (int(row["position"] or 0), str(row["chart"])))
        here = next((place for place, row in enumerate(order) if row["chart"] == self.chart), None)
        if here is None:
            raise ProjectError("gone", name=self.chart)
        there = here + (1 if self.by > 0 else -1)
        if 0 <= there < len(order):
            first, second = order[here]["position"], order[there]["position"]
            tx.put("pin", {**order[here], "position": second})
            tx.put("pin", {**order[there], "position": first})
