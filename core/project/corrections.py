"""A corrected version of the report, or another reading of it, takes its place: one edit, with all that was decided."""

from __future__ import annotations

from dataclasses import dataclass

from core.project import rows
from core.project.carrying import Correction
from core.project.claim_edits import put_anchors
from core.project.edits import Edit
from core.project.errors import ProjectError
from core.project.stored import found_in
from core.project.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ImportCorrection(Edit):
    """Put a corrected version in the place of the report under review, as `carried` said; its id is the `subject`.

    The old version stays in the file behind the others, with the answers to its findings. Claims keep their ids and
    all that hangs on them. Undo brings the old version back with every place as it was.

    Raises:
        ProjectError: "correction-outdated", when claims were touched since `carried`.
    """

    kind = "import_correction"
    correction: Correction

    def apply(self, tx: Transaction) -> None:
        made = self.correction
        old = tx.get("edition", made.replaces)
        touched = {str(row["id"]) for row in tx.rows("claim", report=made.replaces)}
        if old is None or touched != {carried.claim.id for carried in made.claims}:
            raise ProjectError("correction-outdated")
        key = tx.add_report(made.report.text, found_in(made.report), made.original, made.replaces)
        tx.subject = key
        last = tx.largest("edition", "position")
        tx.put("edition", {**old, "position": last + 1})
        tx.put(
            "edition",
            {"report": key, "position": old["position"], "replaces": made.replaces, "added_by": tx.by, "added_at": tx.at},
        )
        for carried in made.claims:
            self._carry(tx, key, carried.claim.id)
        for answer in made.answers:
            row = tx.get("hit_answer", answer.hit.id)
            if row is None:
                raise ProjectError("correction-outdated")
            tx.put("hit_answer", {**row, "id": f"{key}{answer.finding}", "report": key, "quote": answer.quote})
