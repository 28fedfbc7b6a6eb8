"""A corrected version of the report, or another reading of it, takes its place: one edit, with all that was decided."""

from __future__ import annotations

from core.project import figures
from core.project.carrying import CarriedClaim, Correction
from core.project.edits import Edit
from core.project.errors import ProjectError
from core.project.place_edits import put_places
from core.project.stored import found_in
from core.project.transaction import Transaction
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class ReplaceReport(Edit):
    """Put a corrected version in the place of the report under review, as `carried` said; its id is the `subject`.

    The old version stays in the file behind the others, with the answers to its findings. Claims keep their ids and
    all that hangs on them. Undo brings the old version back with every place as it was. Another reading of the same
    text is the same step under another name.

    Raises:
        ProjectError: "correction-outdated", when something was decided since `carried`.
    """

    kind = "import_correction"
    correction: Correction

    @property
    def named(self) -> str:
        """The word under which log and undo show it."""
        return "read_again" if self.correction.reads_again else self.kind

    def apply(self, tx: Transaction) -> None:
        made = self.correction
        old = tx.get("edition", made.replaces)
        decided = {str(row["id"]) for row in tx.rows("claim", report=made.replaces)}
        answered = {str(row["id"]) for row in tx.rows("hit_answer", report=made.replaces)}
        carried = {answer.hit.id for answer in made.answers} | {hit.id for hit, _ in made.asked_again}
        figured = {str(row["id"]) for row in tx.rows("figure", report=made.replaces)}
        if (
            old is None or decided != {each.claim.id for each in made.claims} or not carried <= answered
            or figured != {each.id for each in made.figures}
        ):
            raise ProjectError("correction-outdated")
        key = tx.add_report(made.report.text, found_in(made.report), made.original)
        tx.subject = key
        edition = {"report": key, "replaces": made.replaces, "added_by": tx.by, "added_at": tx.at}
        tx.put("edition", {**old, "position": tx.largest("edition", "position") + 1})
        tx.put("edition", {**edition, "position": old["position"]})
        for each in made.claims:
            _carry(tx, key, each)
        for decision in made.figures:
            row = tx.rows("figure", id=decision.id)[0]
            tx.put("figure", {**row, "report": key, **figures.anchor_columns(decision.anchor)})
        for answer in made.answers:
            row = tx.rows("hit_answer", id=answer.hit.id)[0]
            tx.put("hit_answer", {**row, "id": f"{key}.{answer.finding}", "report": key, "quote": answer.quote})


def _carry(tx: Transaction, report: str, carried: CarriedClaim) -> None:
    row = tx.rows("claim", id=carried.claim.id)[0]
    tx.put("claim", {**row, "report": report, "suggestion": carried.suggestion})
    put_places(tx, carried.claim.id, carried.after)
