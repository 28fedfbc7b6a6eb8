"""Going back to a snapshot. It is an edit like any other, so the log keeps what was before, and undo brings it back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.project import database, integrity, schema
from core.project.changes import Row, RowChange, Value
from core.project.edits import Edit
from core.project.errors import ProjectError, named_errors
from core.project.transaction import Transaction


@dataclass(frozen=True, slots=True)
class RestoreSnapshot(Edit):
    """Make all decisions again as they are in a snapshot of this project. Signatures are not taken back."""

    kind = "restore_snapshot"
    snapshot: Path

    def apply(self, tx: Transaction) -> None:
        with named_errors(self.snapshot.name), closing(database.connect(self.snapshot, writable=False)) as then:
            if integrity.identity(then).id != tx.project_id():
                raise ProjectError("snapshot-other-project", name=self.snapshot.name)
            for change in list(_differences(tx, then)):
                tx.apply(change)


def bring_up_to_date(snapshot: Path) -> None:
    """Turn a snapshot of an older format into one of today's.

    Raises:
        ProjectError: it cannot be read, or its folder cannot be written.
    """
    with named_errors(snapshot.name), database.beside(snapshot) as new:
        shutil.copyfile(snapshot, new)
        database.connect(new, writable=True).close()
        database.sync(new)
        new.replace(snapshot)
        database.sync(snapshot.parent)


def _differences(tx: Transaction, then: sqlite3.Connection) -> Iterator[RowChange]:
    """What has to change: rows that are gone then go children first, the others come parents first."""
    tables = {name: spec for name, spec in schema.DECISIONS.items() if spec.signed}
    before = {name: _by_key(spec.key, tx.rows(name)) for name, spec in tables.items()}
    after = {name: _by_key(spec.key, _rows(then, name, spec.columns)) for name, spec in tables.items()}
    for name in reversed(tables):
        for key, row in before[name].items():
            if key not in after[name]:
                yield RowChange(name, key, row, None)
    for name in tables:
        for key, row in after[name].items():
            there = before[name].get(key)
            if there is None:
                yield RowChange(name, key, None, row)
            elif changed := [column for column, value in row.items() if there[column] != value]:
                was = {column: there[column] for column in changed}
                yield RowChange(name, key, was, {column: row[column] for column in changed})


def _rows(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> list[Row]:
    return [dict(row) for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}")]


def _by_key(key: tuple[str, ...], rows: list[Row]) -> dict[tuple[str, ...], Row]:
    return {tuple(_text(row[name]) for name in key): row for row in rows}


def _text(value: Value) -> str:
    return str(value)
