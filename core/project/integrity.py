"""Whether a project is whole, which one it is, and a hash of all that it says."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from core.project import database, files, replay, schema
from core.project.errors import ProjectError
from core.project.history import History
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """Which project this is, wherever the file goes. `version` is that of the format."""

    id: str
    created_at: str
    created_by: str
    version: int


def identity(connection: sqlite3.Connection) -> Identity:
    """The project's own id, and who made it when."""
    book = {str(row["key"]): str(row["value"]) for row in connection.execute("SELECT key, value FROM book")}
    return Identity(book.get("id", ""), book.get("created_at", ""), book.get("created_by", ""), schema.VERSION)


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 over reports and decisions row by row; files count by their own hash. Log and signatures do not count."""
    digest = hashlib.sha256()
    command = "SELECT id, file, text, extraction FROM report JOIN edition ON report = id ORDER BY id"
    for row in connection.execute(command):
        digest.update(_line("report", [hashlib.sha256(str(part).encode()).hexdigest() for part in row]))
    for table, spec in schema.DECISIONS.items():
        if not spec.signed:
            continue
        command = f"SELECT {', '.join(spec.columns)} FROM {table} ORDER BY {', '.join(spec.key)}"
        for row in connection.execute(command):
            digest.update(_line(table, list(row)))
    return digest.hexdigest()


def check(connection: sqlite3.Connection, name: str) -> list[ProjectError]:
    """Everything that is wrong, each with its sentence; reads every byte of the file `name`."""
    found: list[ProjectError] = []
    if database.problems(connection):
        found.append(ProjectError("project-damaged", name=name))
    if not database.problems(connection, "log"):  # else its pages may lead back to themselves without end
        found.extend(_of_the_log(connection))
    for key, sha256, text in _held_files(connection):
        if not files.matches(connection, sha256):
            found.append(ProjectError(text, name=key))
    return found


def _of_the_log(connection: sqlite3.Connection) -> list[ProjectError]:
    """Where its chain breaks; or where the tables hold something else than it tells: another program wrote there."""
    history = History(connection)
    broken = history.first_broken()
    if broken is not None:
        return [ProjectError("log-broken", entry=str(broken))]
    try:
        told = replay.replayed(history.all_changes())  # the chain was whole, so it has an end
    except ProjectError as error:
        return [error]
    rows = sorted({change.table for change in replay.differences(replay.held(connection), told)})
    return [ProjectError("rows-not-of-log", name=table) for table in rows]


def _held_files(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    reports = connection.execute("SELECT id, file, 'original-damaged' FROM report ORDER BY id")
    evidence = connection.execute(
        "SELECT no, sha256, 'evidence-damaged' FROM evidence WHERE holding = 'embedded' ORDER BY length(no), no"
    )
    return [(row[0], row[1], row[2]) for row in (*reports, *evidence)]


def _line(table: str, values: Sequence[object]) -> bytes:
    return json.dumps([table, values], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
