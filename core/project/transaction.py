"""What one edit writes: every row goes through here, and its images before and after are kept for log and undo."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

from core.model import Version
from core.project import files, integrity, versions
from core.project.changes import Row, RowChange, Value
from core.project.errors import ProjectError
from core.project.reports import ReadReport
from core.project.schema import DECISIONS


class Transaction:
    """One open transaction of a project.

    `read` gives a report of the project by its id, or raises ProjectError "gone". `by` and `at` are who edits and
    when, `folder` is where the project file lies; `subject` is set by the edit to the id of what it is about.
    """

    def __init__(
        self, connection: sqlite3.Connection, read: Callable[[str], ReadReport], folder: Path, by: str, at: str,
        progress: files.Progress = files.no_progress,
    ) -> None:
        self._connection = connection
        self._progress = progress
        self.read = read
        self.folder = folder
        self.by = by
        self.at = at
        self.subject = ""
        self.changes: list[RowChange] = []
        self._seen: dict[str, dict[tuple[tuple[str, Value], ...], list[Row]]] = {}  # by table, until it is written to

    def get(self, table: str, *key: str) -> Row | None:
        """The row with that key, None if there is none."""
        rows = self.rows(table, **dict(zip(DECISIONS[table].key, key, strict=True)))
        return rows[0] if rows else None

    def rows(self, table: str, **where: Value) -> list[Row]:
        """The rows whose columns have these values."""
        seen = self._seen.setdefault(table, {})
        asked = tuple((name, storable(value)) for name, value in where.items())
        if asked not in seen:
            spec = DECISIONS[table]
            condition = " AND ".join(f"{_column(table, name)} = ?" for name in where) or "1"
            found = self._connection.execute(
                f"SELECT {', '.join(spec.columns)} FROM {table} WHERE {condition}",
                tuple(value for _, value in asked),
            )
            seen[asked] = [dict(row) for row in found]
        return [row.copy() for row in seen[asked]]

    def largest(self, table: str, column: str) -> int:
        """The largest number in a column, 0 in an empty table."""
        value = self._connection.execute(f"SELECT max({_column(table, column)}) FROM {table}").fetchone()[0]
        return int(value or 0)

    def put(self, table: str, row: Row) -> None:
        """Insert the row, or make the row with its key equal to it."""
        row = {name: storable(value) for name, value in row.items()}
        key = tuple(str(row[name]) for name in DECISIONS[table].key)
        before = self.get(table, *key)
        if before is None:
            self.apply(RowChange(table, key, None, row))
            return
        changed = [name for name, value in row.items() if before[name] != value]
        if changed:
            was = {name: before[name] for name in changed}
            self.apply(RowChange(table, key, was, {name: row[name] for name in changed}))

    def remove(self, table: str, *key: str) -> None:
        """Remove the row with that key, if there is one."""
        before = self.get(table, *key)
        if before is not None:
            self.apply(RowChange(table, key, before, None))

    def remove_row(self, table: str, row: Row) -> None:
        """Remove a row that `rows` gave."""
        key = tuple(str(row[name]) for name in DECISIONS[table].key)
        self.apply(RowChange(table, key, row, None))

    def apply(self, change: RowChange) -> None:
        """Make one change of a row and keep it.

        Raises:
            ProjectError: "project-damaged" when the row is not as the change says.
        """
        self._seen.pop(change.table, None)
        command, values = statement_of(change)
        if self._connection.execute(command, values).rowcount != 1:
            raise ProjectError("project-damaged", name=change.table)
        self.changes.append(change)

    def count_up(self, counter: str) -> int:
        """The next number of a counter; undo does not give it back."""
        row = self._connection.execute(
            "INSERT INTO book (key, value) VALUES (?, '1') "
            "ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) RETURNING value",
            (counter,),
        ).fetchone()
        return int(row[0])

    def project_id(self) -> str:
        """Which project this is."""
        return integrity.identity(self._connection).id

    def free_id(self, table: str, prefix: str) -> str:
        """An id that no row of the table has."""
        while True:
            key = f"{prefix}{secrets.token_hex(4)}"
            if self.get(table, key) is None:
                return key

    def store(self, content: Path | bytes) -> files.StoredFile:
        """Keep the bytes of a file in the project, once."""
        return files.store(self._connection, content, self._progress)

    def measure(self, path: Path) -> files.StoredFile:
        """Hash and size of a file that stays where it is."""
        return files.measure(path, self._progress)

    def versions(self) -> tuple[Version, ...]:
        """The versions of the review, the present one last."""
        return versions.versions(self._connection)

    def add_report(self, text: str, found: str, original: bytes) -> str:
        """Keep a report that was read (`found` by `stored.found_in`); gives its id. It is part of the review as soon
        as a row of `edition` names it."""
        stored = self.store(original)
        number = 1 + int(self._connection.execute("SELECT count(*) FROM report").fetchone()[0])
        self._connection.execute(
            "INSERT INTO report (id, file, text, extraction) VALUES (?, ?, ?, ?)",
            (f"r{number}", stored.sha256, text, found),
        )
        return f"r{number}"

    def content_hash(self) -> str:
        """SHA-256 of what a signature stands for, as the edit has it so far."""
        return integrity.content_hash(self._connection)


def statement_of(change: RowChange) -> tuple[str, tuple[Value, ...]]:
    """The SQL that makes a change of one row, with its values."""
    where = " AND ".join(f"{name} = ?" for name in DECISIONS[change.table].key)
    if change.after is None:
        return f"DELETE FROM {change.table} WHERE {where}", change.key
    names = [_column(change.table, name) for name in change.after]
    if change.before is None:
        places = ", ".join("?" for _ in names)
        return f"INSERT INTO {change.table} ({', '.join(names)}) VALUES ({places})", tuple(change.after.values())
    columns = ", ".join(f"{name} = ?" for name in names)
    return f"UPDATE {change.table} SET {columns} WHERE {where}", (*change.after.values(), *change.key)


def _column(table: str, name: str) -> str:
    if name not in DECISIONS[table].columns:
        raise KeyError(name)
    return name


def storable(value: Value) -> Value:
    """Text that UTF-8 can hold: half a surrogate pair, as broken file names have, becomes a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
