"""The versions of a review and their signatures, as the file keeps them."""

from __future__ import annotations

import sqlite3

from core.model import Version
from core.project import rows


def versions(connection: sqlite3.Connection) -> tuple[Version, ...]:
    """The versions of the review with their signatures, the present one last."""
    signed: dict[int, list[sqlite3.Row]] = {}
    for row in connection.execute("SELECT * FROM sign_off ORDER BY number"):
        signed.setdefault(int(row["version"]), []).append(row)
    return tuple(
        Version(
            int(row["number"]), str(row["opened_by"]), str(row["opened_at"]), str(row["corrections"]),
            tuple(map(rows.sign_off_from, signed.get(int(row["number"]), ()))),
        )
        for row in connection.execute("SELECT * FROM version ORDER BY number")
    )  # fmt: skip


def is_locked(connection: sqlite3.Connection) -> bool:
    """Whether the present version is approved."""
    row = connection.execute(
        "SELECT role, opinion FROM sign_off WHERE version = (SELECT max(number) FROM version) "
        "ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return row is not None and tuple(row) == ("approver", "accepted")
