"""Older project files brought up to date, one version at a time, in one transaction.

A step's statements must leave exactly those of `schema.STATEMENTS`, so a table that changes is made anew and filled.
The log is part of the record: its old entries stay as they were written, with their hashes, and an entry `migrate`
follows that holds the rows which the step made of its own.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping

from core.project import schema
from core.project.changes import Row, RowChange, Value
from core.project.history import History
from core.project.schema import DECISIONS
from core.project.translation import TABLES_1, from_format_1

#: SHA-256 of the statements of each older version, as `fingerprint` takes it: only a file that has exactly these is
#: touched, so that a crafted trigger never runs.
FINGERPRINTS: Mapping[int, str] = {
    1: "5d78d9843232570b8a5405cbf4b7bb1a8b59ec71f7f033c46f05da10c55d387c",
    2: "254eef08372d4d47ebb39b81e6379640b6ef4861ad4a91350d1ae3d1dd0a4957",
    3: "0669f870a34430ba498a5bd76a2d642545b3e0638be6fb2388a21cd584f21b79",
}


def migrate(connection: sqlite3.Connection, version: int, at: str) -> None:
    """Bring a project of the older `version` up to date at the time `at`; either wholly or not at all.

    Raises:
        KeyError: there is no way from that version.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    connection.execute("PRAGMA legacy_alter_table = ON")  # a table that is put aside takes no references with it
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for number in range(version, schema.VERSION):
                MIGRATIONS[number](connection, at)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError("rows that name what is not there")
            if schema.statements_of(connection) != schema.expected_statements():
                raise sqlite3.DatabaseError("other statements than those of the schema")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")
        connection.execute("PRAGMA foreign_keys = ON")


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over everything that the database defines."""
    found = sorted(schema.statements_of(connection), key=lambda row: (row[0], row[1]))
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()


def _from_1(connection: sqlite3.Connection, at: str) -> None:
    """Several places and a second scale for a claim, editions of the report, versions with signatures, drafts."""
    old_rows = _rows_of_1(connection)
    for index in ("claim_tag_by_tag", "evidence_link_by_evidence"):
        connection.execute(f"DROP INDEX {index}")
    for table in ("report", "log", "book", *(table for table in TABLES_1 if table != "setting")):
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    _make_missing(connection)
    connection.execute("INSERT INTO log SELECT * FROM old_log")
    connection.execute("INSERT INTO book SELECT * FROM old_book")
    connection.execute("INSERT INTO report SELECT id, file, text, extraction FROM old_report")
    for change in from_format_1(old_rows):
        if change.table != "setting":
            _insert(connection, change.table, change.after or {})
    who = connection.execute("SELECT value FROM book WHERE key = 'created_by'").fetchone()
    since = connection.execute("SELECT value FROM book WHERE key = 'created_at'").fetchone()
    by, made = (str(who[0]) if who else ""), (str(since[0]) if since else at)
    version: Row = {"number": 1, "opened_by": by, "opened_at": made, "corrections": ""}
    new = [("version", "1", version)]
    for key, position in connection.execute("SELECT id, position FROM old_report ORDER BY position, id").fetchall():
        edition: Row = {"report": key, "position": position, "replaces": None, "added_by": by, "added_at": made}
        new.append(("edition", str(key), edition))
    for table, _, row in new:
        _insert(connection, table, row)
    history = History(connection)
    last, _ = history.head()
    connection.execute("INSERT INTO book VALUES ('format_1_until', ?)", (str(last),))
    made_anew = [RowChange(table, (key,), None, row) for table, key, row in new]
    history.append(at, "", "migrate", "migrate_1_2", "", made_anew)
    for table in ("report", "log", "book", *TABLES_1):
        connection.execute(f"DROP TABLE IF EXISTS old_{table}")


def _from_2(connection: sqlite3.Connection, _at: str) -> None:
    """What is filled into the ledgers, and pinned charts: empty tables, so the log has nothing to tell of them."""
    _make_missing(connection)


def _from_3(connection: sqlite3.Connection, _at: str) -> None:
    """What people decided about figures: an empty table."""
    _make_missing(connection)


def _make_missing(connection: sqlite3.Connection) -> None:
    """Make what the schema has and the file has not. From format 1 on this makes all of today's tables at once."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    for name, statement in schema.statements().items():
        if name not in there:
            connection.execute(statement)


def _rows_of_1(connection: sqlite3.Connection) -> list[RowChange]:
    """Every row of format 1 as if it were put in, parents first."""
    found = []
    for table, key in TABLES_1.items():
        for row in connection.execute(f"SELECT * FROM {table}"):
            image: dict[str, Value] = dict(zip(row.keys(), row, strict=True))
            found.append(RowChange(table, tuple(str(image[name]) for name in key), None, image))
    return found


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Value]) -> None:
    columns = DECISIONS[table].columns
    places = ", ".join("?" for _ in columns)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", tuple(row[name] for name in columns)
    )


#: From the version that is the key to the next one.
MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection, str], None]] = {1: _from_1, 2: _from_2, 3: _from_3}
