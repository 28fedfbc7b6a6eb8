"""Snapshots: the project as it was at some times, beside it, made while it is in use, to look at and to go back to.

A snapshot is a project file but for the bytes of its files, which are kept once for all snapshots: ten snapshots of a
gigabyte of evidence are one gigabyte and ten small files. It is copied table by table in one read transaction of a
connection of its own, because SQLite's page copy could not leave the bytes out. It is made under another name, checked,
synced, and only then gets its own. An edit in the open project never waits for it: as soon as SQLite's journal appears
the snapshot stands back and is made later.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from core.project import aside, database, schema
from core.project.errors import ProjectError, named_errors
from core.project.rotation import KEPT, too_many
from core.values import dataclass

Clock = Callable[[], datetime]
Progress = Callable[[float], None]

_STAMP = "%Y%m%dT%H%M%SZ"
_BUSY_SECONDS = 0.05
#: Bytes read at one go: a small piece keeps an edit waiting less, but each has to find its place anew.
_PIECE = 16 * 2**20
_INSTRUCTIONS = 5000
#: Room on the disk that snapshots leave alone: this share of it, at least and at most so many bytes.
_ROOM_SHARE, _ROOM_LEAST, _ROOM_MOST = 0.05, 256 * 2**20, 10 * 2**30


def _unwatched(_share: float) -> None:
    """Progress that nobody watches."""


class WriterWaitsError(Exception):
    """An edit is being written; the snapshot was given up and is to be tried again."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot as the list shows it.

    `taken_at` is when it was made. `entries` counts the log; the last entry was of kind `edit`, by `by`, at `at`.
    `size` is that of its file in bytes, without the shared contents. `project` is the id of the project it is of.
    """

    path: Path
    taken_at: datetime
    size: int
    project: str
    reason: str
    entries: int
    head: str
    edit: str
    by: str
    at: str


def now() -> datetime:
    """The time, with the zone of this computer."""
    return datetime.now().astimezone()


def take(
    project: Path, reason: str = "timed", *, clock: Clock = now, kept: int = KEPT, progress: Progress = _unwatched
) -> Snapshot | None:
    """Make a snapshot of the project file, which may be open; None when there is one of this very state.

    `reason` is a key of the vocabulary's group `snapshot_reason`. Runs in any thread. Older snapshots are thinned.
    `progress` gets the share done of the bytes, 0 to 1; what it raises ends the work.

    Raises:
        WriterWaitsError: an edit comes in between.
        ProjectError: "snapshot-no-room"; "snapshot-failed"; or the project is damaged. Nothing is left behind.
    """
    folder = aside.folder_of(project)
    with named_errors(project.name, "snapshot-failed"), closing(_source(project)) as source:
        with _standing_back(source, project):
            of, entries, head = _state(source)
        mine = [snapshot for snapshot in listed(project) if snapshot.project == of]
        if any((snapshot.entries, snapshot.head) == (entries, head) for snapshot in mine):
            return None
        if folder.is_symlink():
            raise ProjectError("snapshot-failed", name=project.name, reason=f"{folder.name} is a link")
        _check_room(project.parent, _size_without_files(source))
        folder.mkdir(exist_ok=True)
        at = clock()
        place = _free_place(folder, at)
        with database.beside(place) as new:
            said = {"at": at.isoformat(timespec="seconds"), "reason": reason}
            most = 2 * project.stat().st_size + _ROOM_LEAST
            with _standing_back(source, project, lambda: new.exists() and new.stat().st_size > most):
                _copy_tables(source, new, said)
            _check(new, project.name)
            database.sync(new)
            new.replace(place)
        database.sync(folder)
        _keep_contents(source, project, folder, progress)
        _thin(project, of, at, kept)
        return _read(place)


def before_migration(project: Path) -> None:
    """Keep a project of an older format as it is, if it can be done; migrating is one transaction all the same."""
    with suppress(sqlite3.Error, OSError, ProjectError, WriterWaitsError):
        with closing(aside.looked_at(project)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        if 0 < version < schema.VERSION:
            take(project, "migration")


def listed(project: Path) -> list[Snapshot]:
    """The snapshots beside a project file, which need not be there any more; the newest first."""
    folder = aside.folder_of(project)
    found = []
    with suppress(OSError):
        for path in folder.glob("*.prv"):
            with suppress(sqlite3.Error, OSError, ValueError, KeyError, TypeError, RecursionError):
                found.append(_read(path))
    return sorted(found, key=lambda snapshot: (snapshot.taken_at, snapshot.entries), reverse=True)


def complete(place: Path, source: Path) -> list[str]:
    """Make the copy at `place` of the snapshot `source` a project that stands on its own; a project's copy is one.

    The bytes come from the other snapshots' store or from the project itself. Gives the hashes that were not found.
    """
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        if not aside.is_snapshot(connection):
            return []
        with closing(_Contents(source)) as contents, database.transaction(connection):
            connection.execute("DELETE FROM book WHERE key = 'snapshot'")
            return [
                sha256
                for sha256, size in connection.execute("SELECT sha256, size FROM file").fetchall()
                if not _fill(connection, sha256, size, contents)
            ]


def content_of(snapshot: Path, sha256: str) -> Iterator[bytes]:
    """The bytes of a content that a snapshot names, piece by piece; the caller checks the hash.

    Raises:
        KeyError: they are nowhere.
    """
    with closing(_Contents(snapshot)) as contents:
        yield from contents.pieces(sha256)


def _source(project: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{project.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=_BUSY_SECONDS
    )
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def _standing_back(
    connection: sqlite3.Connection, project: Path, endless: Callable[[], bool] = lambda: False
) -> Iterator[None]:
    """Read without ever keeping the writer waiting: its journal is the sign that there is one.

    What grows beyond all measure, as tables whose pages lead back to themselves, ends as damaged: `endless`.
    """
    journal = Path(f"{project}-journal")
    connection.set_progress_handler(lambda: journal.exists() or endless(), _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if endless():
            raise ProjectError("project-damaged", name=project.name) from error
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY}:
            raise WriterWaitsError from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _state(connection: sqlite3.Connection) -> tuple[str, int, str]:
    """The project's id, the number and the hash of the last entry of its log."""
    of = connection.execute("SELECT value FROM book WHERE key = 'id'").fetchone()
    last = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return (str(of[0]) if of else "", int(last[0]) if last else 0, str(last[1]) if last else "")


def _copy_tables(source: sqlite3.Connection, new: Path, said: dict[str, str]) -> None:
    """Copy everything but the bytes of the files, as it is at one moment. Triggers and views are not taken along."""
    source.execute("ATTACH ? AS snapshot", (f"{new.absolute().as_uri()}?mode=rwc",))
    try:
        source.execute("PRAGMA snapshot.journal_mode = OFF")
        source.execute("PRAGMA snapshot.synchronous = OFF")
        with database.large_values(source):
            source.execute("BEGIN")
            made = source.execute(
                "SELECT type, name, sql FROM main.sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL "
                "ORDER BY type DESC"
            ).fetchall()
            for kind, name, statement in made:
                start = f"CREATE {'UNIQUE INDEX' if statement.startswith('CREATE UNIQUE') else kind.upper()} "
                if not statement.startswith(start):
                    raise sqlite3.DatabaseError("a statement that no project holds")
                source.execute(f"{start}snapshot.{statement.removeprefix(start)}")
                if kind == "table":
                    columns = "sha256, size, zeroblob(0)" if name == "file" else "*"
                    source.execute(f'INSERT INTO snapshot."{name}" SELECT {columns} FROM main."{name}"')
            source.execute("INSERT INTO snapshot.book VALUES ('snapshot', ?)", (json.dumps(said),))
            for pragma in ("application_id", "user_version"):
                number = int(source.execute(f"PRAGMA main.{pragma}").fetchone()[0])
                source.execute(f"PRAGMA snapshot.{pragma} = {number}")
            source.execute("COMMIT")
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        with suppress(sqlite3.Error):
            source.execute("DETACH snapshot")


def _check(new: Path, name: str) -> None:
    with closing(sqlite3.connect(new)) as connection:
        if database.problems(connection):
            raise ProjectError("snapshot-failed", name=name, reason="quick_check")


def _keep_contents(source: sqlite3.Connection, project: Path, folder: Path, progress: Progress) -> None:
    """Put the bytes of each file aside that are not there yet, as long as the disk has room."""
    held = source.execute("SELECT sha256, size FROM file").fetchall()
    whole, done = max(1, sum(size for _, size in held)), 0
    for sha256, size in held:
        done += size
        place = aside.content_place(folder, str(sha256))
        with suppress(OSError):
            if place.stat().st_size == size:
                continue
        _check_room(folder, size)
        place.parent.mkdir(exist_ok=True)
        with database.beside(place) as new:
            digest = hashlib.sha256()
            with new.open("xb") as file:
                for piece in _live_pieces(source, project, str(sha256)):
                    digest.update(piece)
                    file.write(piece)
                    progress((done - size + file.tell()) / whole)
            if digest.hexdigest() != sha256:
                continue  # damaged in the project: the full check names it; a wrong copy helps nobody
            database.sync(new)
            new.replace(place)
        database.sync(place.parent)


def _live_pieces(source: sqlite3.Connection, project: Path, sha256: str) -> Iterator[bytes]:
    """The bytes in the project; between two pieces nothing is locked."""
    row = source.execute("SELECT rowid, size FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    journal = Path(f"{project}-journal")
    for start in range(0, row[1], _PIECE):
        if journal.exists():
            raise WriterWaitsError
        try:
            with source.blobopen("file", "content", row[0], readonly=True) as blob:
                blob.seek(start)
                piece = blob.read(_PIECE)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise WriterWaitsError from None
            raise
        yield piece


def _thin(project: Path, of: str, at: datetime, kept: int) -> None:
    mine = sorted((each for each in listed(project) if each.project == of), key=lambda each: each.entries)
    # the log tells their order, for a clock may have been set back; what says to be of later is as old as what follows
    times = list(accumulate((each.taken_at for each in reversed(mine)), min, initial=at))[:0:-1]
    for position in too_many(times, at, kept):
        mine[position].path.unlink(missing_ok=True)


def _read(path: Path) -> Snapshot:
    with closing(aside.looked_at(path, immutable=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
            raise ValueError(path)
        said = json.loads(connection.execute("SELECT value FROM book WHERE key = 'snapshot'").fetchone()[0])
        of, entries, head = _state(connection)
        last = connection.execute("SELECT kind, by, at FROM log WHERE seq = ?", (entries,)).fetchone()
        return Snapshot(
            path=path,
            taken_at=datetime.fromisoformat(said["at"]).astimezone(),
            size=path.stat().st_size,
            project=of,
            reason=str(said["reason"]),
            entries=entries,
            head=head,
            edit=str(last[0]),
            by=str(last[1]),
            at=str(last[2]),
        )


def _free_place(folder: Path, at: datetime) -> Path:
    stem = at.astimezone(UTC).strftime(_STAMP)
    place, number = folder / f"{stem}.prv", 1
    while place.exists():
        number += 1
        place = folder / f"{stem}-{number}.prv"
    return place


def _size_without_files(connection: sqlite3.Connection) -> int:
    pages, page = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    held = connection.execute("SELECT coalesce(sum(size), 0) FROM file").fetchone()[0]
    return int(max(0, pages * page - held))


def _check_room(folder: Path, size: int) -> None:
    """Snapshots must not be what fills a disk.

    Raises:
        ProjectError: "snapshot-no-room".
    """
    usage = shutil.disk_usage(folder)
    if usage.free - size < min(max(usage.total * _ROOM_SHARE, _ROOM_LEAST), _ROOM_MOST):
        raise ProjectError("snapshot-no-room", name=folder.name)


class _Contents:
    """The bytes that a snapshot lacks: in the store beside it, or in the project itself."""

    def __init__(self, snapshot: Path) -> None:
        self._folder = snapshot.parent
        self._live: sqlite3.Connection | None = None
        project = aside.project_of(snapshot)
        if project != snapshot and project.is_file():
            with suppress(sqlite3.Error):
                self._live = _source(project)

    def close(self) -> None:
        """Let go of the project."""
        if self._live is not None:
            self._live.close()

    def holds(self, sha256: str, size: int) -> bool:
        """Whether a content of that size is there, so that a crafted size makes nobody reserve room for it."""
        try:
            place = aside.content_place(self._folder, sha256)
            if place.is_file():
                return place.stat().st_size == size
            command = "SELECT length(content) FROM file WHERE sha256 = ?"
            found = self._live.execute(command, (sha256,)).fetchone() if self._live else None
        except (KeyError, OSError, sqlite3.Error):
            return False
        return found is not None and found[0] == size

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """A content piece by piece.

        Raises:
            KeyError: it is nowhere.
        """
        place = aside.content_place(self._folder, sha256)
        if place.is_file():
            with place.open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
            return
        if self._live is None:
            raise KeyError(sha256)
        try:
            row = self._live.execute("SELECT rowid FROM file WHERE sha256 = ?", (sha256,)).fetchone()
            with self._live.blobopen("file", "content", row[0], readonly=True) as blob:
                while piece := blob.read(_PIECE):
                    yield piece
        except (sqlite3.Error, TypeError):
            raise KeyError(sha256) from None


def _fill(connection: sqlite3.Connection, sha256: str, size: int, contents: _Contents) -> bool:
    """Put a content into a copy of a snapshot; False, and nothing is changed, when it is nowhere as it should be."""
    if not contents.holds(sha256, size):
        return False
    digest = hashlib.sha256()
    connection.execute("SAVEPOINT content")
    try:
        with database.large_values(connection):
            connection.execute("UPDATE file SET content = zeroblob(?) WHERE sha256 = ?", (size, sha256))
        row = connection.execute("SELECT rowid FROM file WHERE sha256 = ?", (sha256,)).fetchone()
        with connection.blobopen("file", "content", row[0]) as blob:
            for piece in contents.pieces(sha256):
                digest.update(piece)
                blob.write(piece)
    except (KeyError, ValueError):  # nowhere, or longer than it should be
        pass
    if digest.hexdigest() == sha256:
        connection.execute("RELEASE content")
        return True
    connection.execute("ROLLBACK TO content")
    connection.execute("RELEASE content")
    return False
