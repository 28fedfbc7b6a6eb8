"""Where snapshots of a project lie, and the bytes of its files that they share.

    报告.prv                      the project
    报告.prv-backups/             beside it and in sight: who has lost the project looks where it was
        20261123T224012Z.prv      a snapshot: the whole project at that time but for the bytes of its files
        files/SHA-256             the bytes, each content once for all snapshots
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

_ENDING = "-backups"
_FILES = "files"
#: Thousands of SQLite's instructions, and bytes of a row, that finding out what a file is may take.
_STEPS, _LARGEST_ROW = 1000, 2**20
_HASH = re.compile(r"[0-9a-f]{64}")


def folder_of(project: Path) -> Path:
    """The folder of the snapshots of a project."""
    return project.with_name(f"{project.name}{_ENDING}")


def project_of(snapshot: Path) -> Path:
    """The project that a snapshot was made of, as far as its folder tells; it need not be there."""
    return snapshot.parent.with_name(snapshot.parent.name.removesuffix(_ENDING))


def content_place(folder: Path, sha256: str) -> Path:
    """Where the bytes of a content are, or would be.

    Raises:
        KeyError: that is no SHA-256, so it could lead anywhere.
    """
    if not _HASH.fullmatch(sha256):
        raise KeyError(sha256)
    return folder / _FILES / sha256


def place_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection has open."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def snapshot_time(path: Path) -> str | None:
    """When the snapshot at `path` was made, as 2026-03-01 14:05; None for any other file, and for what cannot be read,
    which whoever opens it will say."""
    try:
        with closing(looked_at(path)) as connection:
            row = connection.execute("SELECT value FROM book WHERE key = 'snapshot'").fetchone()
            return None if row is None else f"{datetime.fromisoformat(json.loads(row[0])['at']):%Y-%m-%d %H:%M}"
    except sqlite3.Error:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return "?"


def looked_at(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A database that nobody has checked, to read a row or two: what would take long, as a crafted view, ends."""
    still = "&immutable=1" if immutable else ""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{still}", uri=True)
    steps = iter(range(_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_ROW)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def is_snapshot(connection: sqlite3.Connection) -> bool:
    """Whether an open project is a snapshot."""
    return connection.execute("SELECT 1 FROM book WHERE key = 'snapshot'").fetchone() is not None
