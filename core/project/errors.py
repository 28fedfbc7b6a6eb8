"""What can go wrong with a project file, each with a sentence for people."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from core.messages import PolicyReviewError

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}

#: SQLite's primary result codes; the extended ones keep them in the low byte.
_KEYS = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_BUSY: "project-busy",
    sqlite3.SQLITE_LOCKED: "project-busy",
    sqlite3.SQLITE_INTERRUPT: "project-busy",
    sqlite3.SQLITE_NOMEM: "project-busy",
    sqlite3.SQLITE_NOTADB: "not-a-project",
    sqlite3.SQLITE_TOOBIG: "too-much-text",
}
_BLOCKED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}


class ProjectError(PolicyReviewError):
    """A project file cannot be opened, read or written; nothing was changed."""


def is_full(error: OSError) -> bool:
    """Whether the disk, or the share of it that a person may use, has no room left."""
    return error.errno in _FULL


@contextmanager
def named_errors(name: str, blocked: str = "project-not-writable") -> Iterator[None]:
    """Turn what SQLite and the system report about the file `name` into a ProjectError.

    `blocked` is its key when the system does not let us. What SQLite reports otherwise means rows that no sound
    project holds: "project-damaged".
    """
    try:
        yield
    except sqlite3.Error as error:
        extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        code = extended & 0xFF
        key = blocked if code in _BLOCKED else _KEYS.get(code, "project-damaged")
        if extended == sqlite3.SQLITE_READONLY_DBMOVED:
            key = "project-replaced"
        raise ProjectError(key, name=name, reason=str(error)) from error
    except OverflowError as error:
        raise ProjectError("project-damaged", name=name) from error
    except OSError as error:
        key = "disk-full" if is_full(error) else blocked
        raise ProjectError(key, name=name, reason=error.strerror or str(error)) from error
