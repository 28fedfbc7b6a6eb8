"""The program's findings with the answers that people gave."""

from __future__ import annotations

import sqlite3

from core.model import Hit
from core.project import rows
from core.project.reports import ReadReport


def answered_hits(connection: sqlite3.Connection, read: ReadReport) -> tuple[Hit, ...]:
    """All findings of the report in their order, each with its answer or as new."""
    answers = {row["id"]: row for row in connection.execute("SELECT * FROM hit_answer WHERE report = ?", (read.id,))}
    return tuple(
        Hit(key, read.id, finding, rows.known(answers[key]["state"], rows.HIT_STATES), str(answers[key]["reason"]))
        if key in answers
        else Hit(key, read.id, finding, "new", "")
        for key, finding in read.findings.items()
    )
