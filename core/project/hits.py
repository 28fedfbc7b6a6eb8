"""The program's findings with the answers that people gave."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter

from core.model import Finding, Hit
from core.project import rows
from core.project.claims import ReadReport


def found_hits(read: ReadReport) -> dict[str, Finding]:
    """The findings by id. An id is made of the check and the words hit, so reading again leaves answers in place."""
    seen: Counter[str] = Counter()
    found: dict[str, Finding] = {}
    for finding in read.report.findings:
        base = f"{read.id}.{finding.check}.{_fingerprint(read, finding)}"
        seen[base] += 1
        found[base if seen[base] == 1 else f"{base}.{seen[base]}"] = finding
    return found


def quote_of(read: ReadReport, finding: Finding) -> str:
    """The words that a finding is about."""
    return " … ".join(span.quote(read.report.text) for span in finding.spans)


def answered_hits(connection: sqlite3.Connection, read: ReadReport, found: dict[str, Finding]) -> tuple[Hit, ...]:
    """All findings of the report in their order, each with its answer or as new."""
    answers = {
        row["id"]: row for row in connection.execute("SELECT * FROM hit_answer WHERE report = ?", (read.id,))
    }
    return tuple(
        Hit(key, read.id, finding, rows.known(answers[key]["state"], rows.HIT_STATES), str(answers[key]["reason"]))
        if key in answers
        else Hit(key, read.id, finding, "new", "")
        for key, finding in found.items()
    )


def _fingerprint(read: ReadReport, finding: Finding) -> str:
    return hashlib.sha256(quote_of(read, finding).encode("utf-8", "replace")).hexdigest()[:8]
