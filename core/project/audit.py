"""Whether signatures are for what was signed: the log is done again from its first entry on, and each must be for what
the review was at that entry. That log and rows agree is `integrity`'s part.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from core.project import integrity, schema
from core.project.changes import RowChange
from core.project.errors import ProjectError
from core.project.history import History
from core.project.transaction import statement_of
from core.project.versions import versions


def problems(connection: sqlite3.Connection) -> list[ProjectError]:
    """The signatures that do not fit, each with its sentence; empty where there are none.

    Raises:
        sqlite3.Error: the file cannot be read.
    """
    if connection.execute("SELECT 1 FROM sign_off").fetchone() is None:
        return []
    found: list[ProjectError] = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as again:
        again.row_factory = sqlite3.Row
        schema.make(again)
        again.execute("BEGIN")
        for row in connection.execute("SELECT id, file, text, extraction FROM report"):
            again.execute("INSERT INTO report VALUES (?, ?, ?, ?)", tuple(row))
        try:
            for _, changes in History(connection).entries():
                _do_again(again, changes)
                found += _false_signatures(again, changes)
        except ProjectError as error:
            return [*found, error]
    return found or _altered_since(connection)


def _do_again(again: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    for change in changes:
        command, values = statement_of(change)
        try:
            done = again.execute(command, values).rowcount
        except (sqlite3.Error, OverflowError):
            done = 0
        if done != 1:
            raise ProjectError("project-damaged", name="log")


def _false_signatures(again: sqlite3.Connection, changes: Iterable[RowChange]) -> list[ProjectError]:
    """Signatures that were given for another content than the review had when it was signed."""
    signed = [change.after for change in changes if change.table == "sign_off" and change.after is not None]
    if not signed:
        return []
    content = integrity.content_hash(again)
    return [
        ProjectError("signature-false", name=str(row.get("name")), at=str(row.get("at")))
        for row in signed if row.get("content_hash") != content
    ]


def _altered_since(connection: sqlite3.Connection) -> list[ProjectError]:
    """Whether an approved review still says what was approved."""
    present = versions(connection)[-1:]
    if not present or not present[0].locked:
        return []
    approval = present[0].sign_offs[-1]
    if approval.content_hash == integrity.content_hash(connection):
        return []
    return [ProjectError("signature-false", name=approval.name, at=approval.at)]
