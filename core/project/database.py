"""The SQLite side of a project: making the file, opening it with distrust, one transaction at a time."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from core.project import migrations, schema
from core.project.errors import ProjectError, named_errors

#: Nothing that is read into memory is larger, in bytes; files of evidence are streamed and may be.
LARGEST_VALUE = 256 * 2**20

#: SQLite's own limit for one file of evidence, in bytes.
LARGEST_FILE = 1_000_000_000

#: A file name may have 255 bytes, and SQLite's journal and the lock add to it.
_LONGEST_NAME = 240

#: A name that is made for a project leaves room for what is made of it in turn: NAME-2, NAME-backups, exports.
_ROOMY_NAME = 200

#: SQLite takes paths of 512 bytes outside of Windows, the journal's among them.
_LONGEST_PATH = 504

#: A reader stands back within moments, but a disk under load may hold it up.
SECONDS_TO_WAIT = 5.0


def make(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Write a new project beside `path`, filled by `fill`, then put it in place.

    Raises:
        ProjectError: "project-exists"; "no-such-folder"; "name-too-long"; or the file cannot be written.
    """
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise ProjectError("name-too-long", name=f"{path.name[:20]}…")
    if os.path.lexists(path):
        raise ProjectError("project-exists", name=path.name)
    if not path.parent.is_dir():
        raise ProjectError("no-such-folder", name=str(path.parent))
    with named_errors(path.name, "cannot-write"), beside(path) as new:
        _check_length(max(path, new, key=lambda each: len(os.fsencode(each))))
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            # nobody sees the file before it is whole and synced, so SQLite need not be careful on the way
            for pragma in ("foreign_keys = ON", "journal_mode = MEMORY", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            schema.make(connection)
            with transaction(connection):
                fill(connection)
        finally:
            connection.close()
        _place_new(new, path)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open the project at `path`, check that it is one, and bring an older one up to date if `writable`.

    The connection may be handed to another thread, but is used by one at a time.

    Raises:
        ProjectError: not a project, newer, damaged, or not readable.
    """
    with named_errors(path.name, "project-unreadable"):
        _check_length(path)
        mode = "rw" if may_write(path) else "ro"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=SECONDS_TO_WAIT,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON", "temp_store = MEMORY"):
                connection.execute(f"PRAGMA {pragma}")
            _verify(connection, path, writable)
            if writable:
                connection.execute("PRAGMA journal_mode = DELETE")
                # EXTRA also syncs the folder after the journal is gone: FULL may lose the last commit to a power cut.
                connection.execute("PRAGMA synchronous = EXTRA")
                connection.execute("PRAGMA fullfsync = ON")  # macOS: past the disk's own memory, too
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def may_write(path: Path) -> bool:
    """Whether the system lets us write the file and, for the journal, its folder."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


@contextmanager
def waiting(connection: sqlite3.Connection, seconds: float = SECONDS_TO_WAIT) -> Iterator[None]:
    """Inside, a file that another program holds is an error only after so many seconds, or at once (0)."""
    before = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    wait(connection, seconds)
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")


def wait(connection: sqlite3.Connection, seconds: float) -> None:
    """Wait so many seconds from now on for a file that another program holds."""
    connection.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside is in the file at the end, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")  # rows that refer to one another come in any order
        yield
        _commit(connection)
    except BaseException:
        if connection.in_transaction:  # a full disk may have rolled back already
            connection.execute("ROLLBACK")
        raise


def _commit(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        interrupted = error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
        if not interrupted or connection.in_transaction:
            raise  # else the interruption came when all was written: SQLite rolls no COMMIT back for it


@contextmanager
def large_values(connection: sqlite3.Connection) -> Iterator[None]:
    """Let statements inside write values up to LARGEST_FILE."""
    before = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_FILE)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A free name in the folder of `path` to write to first; whatever is left there at the end is removed."""
    new = _new_beside(path)
    try:
        yield new
    finally:
        for left in (new, new.with_name(f"{new.name}-journal")):
            with suppress(OSError):  # what cannot be tidied away must not hide what went wrong
                left.unlink(missing_ok=True)


def _new_beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.new")


def sync(path: Path) -> None:
    """Wait until the content of the file, or the names in the folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder for this, and keeps its names in a journal of its own
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy(connection: sqlite3.Connection, target: Path, finish: Callable[[Path], object]) -> None:
    """Write a compact copy of the project beside `target`, let `finish` see to it, then put it there, over what may be
    there.

    Raises:
        ProjectError: the copy could not be written; `target` is as it was.
    """
    with named_errors(target.name, "cannot-write"), beside(target) as new:
        _check_length(new)
        query_only = connection.execute("PRAGMA query_only").fetchone()[0]
        connection.execute("PRAGMA query_only = OFF")  # SQLite counts the copy as writing
        try:
            with large_values(connection):
                connection.execute("VACUUM INTO ?", (str(new),))
        finally:
            connection.execute(f"PRAGMA query_only = {query_only}")
        finish(new)
        sync(new)
        new.replace(target)
        sync(target.parent)


def problems(connection: sqlite3.Connection, table: str | None = None) -> tuple[str, ...]:
    """What SQLite's quick check has to say about the whole file or one table; empty when sound."""
    command = f"PRAGMA quick_check({table})" if table else "PRAGMA quick_check"
    rows = connection.execute(command).fetchall()
    return tuple(str(row[0]) for row in rows if row[0] != "ok")


def _verify(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    if application_id != schema.APPLICATION_ID:
        raise ProjectError("not-a-project", name=path.name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.VERSION:
        raise ProjectError("project-newer", name=path.name, version=str(version))
    if version < schema.VERSION:
        if migrations.fingerprint(connection) != migrations.FINGERPRINTS.get(version):
            raise ProjectError("project-damaged", name=path.name)
        if not writable:
            raise ProjectError("project-older", name=path.name)
        if problems(connection):
            raise ProjectError("project-damaged", name=path.name)
        connection.execute("PRAGMA synchronous = EXTRA")
        migrations.migrate(connection, version, datetime.now().astimezone().isoformat(timespec="milliseconds"))
    if schema.statements_of(connection) != schema.expected_statements():
        raise ProjectError("project-damaged", name=path.name)
    for table in ("report", "book", "step", "draft", *schema.DECISIONS):
        if problems(connection, table):
            raise ProjectError("project-damaged", name=path.name)


def roomy_name(stem: str, ending: str) -> str:
    """A file name for a project: `stem`, or as much of it as leaves room in a file name, and `ending`."""
    while len(os.fsencode(stem + ending)) > _ROOMY_NAME:
        stem = stem[:-1]
    return stem + ending


def has_room(path: Path) -> bool:
    """Whether a project at `path` has a path that SQLite takes."""
    try:
        _check_length(path)
        _check_length(_new_beside(path))
    except ProjectError:
        return False
    return True


def _check_length(path: Path) -> None:
    if os.name != "nt" and len(os.fsencode(path)) > _LONGEST_PATH:
        raise ProjectError("path-too-long", name=f"{path.name[:20]}…")


def _place_new(new: Path, path: Path) -> None:
    sync(new)
    try:
        _move_to_free_name(new, path)
    except FileExistsError:
        raise ProjectError("project-exists", name=path.name) from None
    sync(path.parent)


def _move_to_free_name(new: Path, path: Path) -> None:
    if os.name == "nt":
        new.rename(path)  # fails by itself where the name is taken
        return
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in {errno.EIO, errno.ENOSPC, errno.EROFS}:
            raise
        # a file system without links, such as FAT
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        try:
            new.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise
