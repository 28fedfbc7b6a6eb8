"""Older project files brought up to date, one version at a time, in one transaction.

A step's statements must leave exactly those of `schema.STATEMENTS`, so a table that changes is made anew and filled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from core.project import schema

#: From the version that is the key to the next one.
MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {}


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a project of the older `version` up to date; either wholly or not at all.

    Raises:
        KeyError: there is no way from that version.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version, schema.VERSION):
            MIGRATIONS[number](connection)
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
