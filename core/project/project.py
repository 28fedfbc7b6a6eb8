"""One open project: what it holds, changed by edits, taken back by undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from core.model import Report
from core.model.particulars import Particulars
from core.project import aside, database, files, snapshots, versions
from core.project.changes import Changes, summary
from core.project.codebook import default_tags
from core.project.contents import Contents
from core.project.edits import Edit
from core.project.errors import ProjectError, named_errors
from core.project.history import History
from core.project.lock import HeldError, Lock
from core.project.particulars import settings_of
from core.project.reports import ReadReport
from core.project.stored import found_in
from core.project.transaction import Transaction, storable
from core.values import dataclass

Clock = Callable[[], datetime]

#: Seconds: a window does not see that it waits, and most readers have let go.
_BRIEFLY = 0.02

_OF_THE_DISK = {"project-not-writable", "project-damaged", "project-busy", "project-replaced"}


@dataclass(frozen=True, slots=True)
class Written:
    """An edit that is in the file but not yet seen by the project that wrote it."""

    tx: Transaction
    kind: str


def _now() -> datetime:
    return datetime.now().astimezone()


class Project(Contents):
    """A project file, open. Used from one thread; another may open the file for itself with `read_only`.

    Every edit, undo and redo is one transaction: it is on the disk when the method returns, or nothing is changed and
    a ProjectError says why. An approved review is locked: all but `BeginVersion` is refused with "review-locked".
    What a window asks for at each of its steps is kept in memory, so that it need not wait while another thread
    writes: all but `history`, `entries` and the bytes of files.

    `path` is where the file is. `read_only` is True when it was asked for, or when the file
    cannot be written or another window has it; `read_only_reason` is then the sentence for people, else None.
    """

    read_only: bool
    read_only_reason: ProjectError | None

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None, clock: Clock) -> None:
        super().__init__(path, connection)
        self.read_only = lock is None
        self.read_only_reason = None
        self._lock = lock
        self._clock = clock
        self._head = self._history.head()
        self._place = _place(path)
        self._labels: tuple[str | None, ...] | None = None
        self._drafts: dict[str, str] | None = None

    @classmethod
    def create(
        cls, path: Path, report: Report, original: bytes, *, created_by: str, particulars: Particulars | None = None,
        clock: Clock = _now,
    ) -> Project:
        """Make a project of one report and open it. Written beside and then put in place.

        `particulars` are what a person said of the report before; without them nobody has said anything.

        Raises:
            ProjectError: "project-exists", "no-such-folder", or the file cannot be written; nothing is left behind.
        """
        path = path.absolute()
        at = _stamp(clock)
        found = found_in(report)
        said = settings_of(particulars) if particulars else {}
        database.make(path, lambda new: _fill(new, path.parent, original, report.text, found, created_by, at, said))
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = _now) -> Project:
        """Open a project, read-only where it has to be. An older one is brought up to date.

        Raises:
            ProjectError: no such file, not a project, newer, damaged, or not readable; the file is as it was.
        """
        path = path.resolve()
        if not path.is_file():
            raise ProjectError("not-a-project" if path.exists() else "no-such-file", name=path.name)
        lock, reason = (None, None) if read_only else _lock(path)
        if lock:
            snapshots.before_migration(path)
        try:
            connection = database.connect(path, writable=lock is not None)
        except BaseException:
            if lock:
                lock.release()
            raise
        try:
            with named_errors(path.name):
                project = cls(path, connection, lock, clock)
                project.read_only_reason = reason
                if lock:
                    lock.describe(project.setting("reviewer"), _stamp(clock))
        except BaseException:
            connection.close()
            if lock:
                lock.release()
            raise
        return project

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._connection.close()
        if self._lock:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def do(self, edit: Edit) -> Changes:
        """Make one edit. An edit that changes nothing gives empty Changes and is no step to undo.

        Raises:
            ProjectError: it could not be made or written; nothing is changed.
        """
        return self.settle(self.write(edit))

    def write(self, edit: Edit, progress: files.Progress = files.no_progress) -> Written:
        """The first half of `do`, for an edit that takes long: the edit is in the file, and `settle` must follow.

        May run in another thread than the project's own, which may read meanwhile but must not edit. `progress` gets
        the share done, 0 to 1; whatever it raises takes the edit back.

        Raises:
            ProjectError: it could not be made or written; nothing is changed.
        """
        with self._writing(progress, unlocks=edit.unlocks) as tx:
            edit.apply(tx)
            if tx.changes:
                seq = self._log(tx, "do", edit.named)
                if edit.barrier:
                    self._history.add_barrier()
                else:
                    typed = tx.changes if edit.typing else ()
                    self._history.add_step(seq, edit.named, tx.subject, tx.at, tx.by, typed)
        return Written(tx, edit.named)

    def settle(self, written: Written) -> Changes:
        """The second half of `do`, in the project's own thread: what was written is seen from now on."""
        return self._done(written.tx, written.kind)

    def undo(self) -> Changes | None:
        """Take the last step back, None if there is none. Steps outlive closing the file.

        Raises:
            ProjectError: "undo-signed" at a step that someone has signed for; or it could not be written.
        """
        written = self.write_undo()
        return self.settle(written) if written is not None else None

    def redo(self) -> Changes | None:
        """Make the step again that was taken back last, None if there is none."""
        written = self.write_redo()
        return self.settle(written) if written is not None else None

    def write_undo(self) -> Written | None:
        """The first half of `undo`, as `write` is of `do`."""
        with self._writing() as tx:
            position = self._history.position()
            step = self._history.step(position)
            if step is None:
                return None
            if position <= self._history.floor():
                raise ProjectError("undo-signed")
            for change in reversed(self._history.changes_of(step)):
                tx.apply(change.reversed())
            tx.subject = step.subject
            self._log(tx, "undo", step.kind)
            self._history.move_to(position - 1)
        return Written(tx, step.kind)

    def write_redo(self) -> Written | None:
        """The first half of `redo`."""
        with self._writing() as tx:
            position = self._history.position()
            step = self._history.step(position + 1)
            if step is None:
                return None
            for change in self._history.changes_of(step):
                tx.apply(change)
            tx.subject = step.subject
            self._log(tx, "redo", step.kind)
            self._history.move_to(position + 1)
        return Written(tx, step.kind)

    def undo_label(self) -> str | None:
        """The kind of the edit that undo would take back, a key of the vocabulary's group `edit`."""
        return self._label(0)

    def redo_label(self) -> str | None:
        """The kind of the edit that redo would make again."""
        return self._label(1)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.editable and self.undo_label() is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self.editable and self.redo_label() is not None

    @property
    def editable(self) -> bool:
        """Whether edits are taken: the file is open for writing, and the review is not locked by its approval."""
        return not self.read_only and not self.versions()[-1].locked

    @property
    def head(self) -> tuple[int, str]:
        """The number and the hash of the last entry of the log that is known here."""
        return self._head

    @property
    def in_place(self) -> bool:
        """Whether the file that is open is still the one at `path`: it was not moved, deleted or replaced."""
        return self._place is not None and _place(self.path) == self._place

    def put_draft(self, key: str, text: str) -> None:
        """Keep what is half typed in the field `key`, so that a crash loses nothing; "" drops it. No edit, no step.

        Raises:
            ProjectError: the file is read-only or cannot be written.
        """
        drafts = self.take_drafts()
        with self._drafting() as connection:
            if text:
                connection.execute(
                    "INSERT INTO draft VALUES (?, ?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at",
                    (key, storable(text), _stamp(self._clock)),
                )
            else:
                connection.execute("DELETE FROM draft WHERE key = ?", (key,))
        drafts.pop(key, None)
        self._drafts = drafts | ({key: str(storable(text))} if text else {})

    def drop_draft(self, key: str) -> None:
        """Forget what was half typed in a field, when it is written or given up."""
        self.put_draft(key, "")

    def take_drafts(self) -> dict[str, str]:
        """All that was half typed when the project was left, by field, the oldest first.

        They stay in the file until each is dropped, for the program may crash again before.
        """
        if self._drafts is None:
            found = self._rows("SELECT key, text FROM draft ORDER BY at, key")
            self._drafts = {str(row["key"]): str(row["text"]) for row in found}
        return self._drafts.copy()

    def save_copy(self, target: Path) -> None:
        """Write a compact copy to `target`, replacing what is there; the open project stays this one.

        Raises:
            ProjectError: "same-file", "no-such-folder", or the copy cannot be written; `target` is as it was.
        """
        target = target.resolve()
        if target == self.path:
            raise ProjectError("same-file", name=target.name)
        if not target.parent.is_dir():
            raise ProjectError("no-such-folder", name=str(target.parent))
        with self.waiting():
            database.copy(self._connection, target, lambda copy: snapshots.complete(copy, self.path))

    def wait_briefly(self) -> None:
        """From now on give up at once what another program hinders: whoever asks must not stand still, and waits
        elsewhere."""
        database.wait(self._connection, _BRIEFLY)

    def waiting(self, seconds: float = database.SECONDS_TO_WAIT) -> AbstractContextManager[None]:
        """Inside, wait so many seconds for another program that holds the file."""
        return database.waiting(self._connection, seconds)

    def is_free(self) -> bool:
        """Whether a step could be written now: the file is in its place and no other program holds it."""
        try:
            with self.waiting(0), self._drafting():
                return True
        except ProjectError:
            return False

    @contextmanager
    def _drafting(self) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise ProjectError("project-read-only", name=self.path.name)
        with self._present(), named_errors(self.path.name), database.transaction(self._connection):
            yield self._connection

    @contextmanager
    def _writing(
        self, progress: files.Progress = files.no_progress, *, unlocks: bool = False
    ) -> Iterator[Transaction]:
        if self.read_only:
            raise ProjectError("project-read-only", name=self.path.name)
        with self._present(), named_errors(self.path.name):
            try:
                with database.transaction(self._connection):
                    if not self._history.holds(self._head):
                        raise ProjectError("project-replaced", name=self.path.name)
                    self._catch_up()  # written by another, where the file system knows no locks
                    if not unlocks and versions.is_locked(self._connection):
                        raise ProjectError("review-locked")
                    by, at = self.setting("reviewer"), _stamp(self._clock)
                    tx = Transaction(self._connection, self._read, self.path.parent, by, at, progress)
                    yield tx
                    head = self._history.head()
            except BaseException:
                with suppress(sqlite3.Error):
                    self._catch_up()  # a disk may report an error for what it has done
                raise
            self._head = head

    @contextmanager
    def _present(self) -> Iterator[None]:
        """Say of a file that is no longer there that it is gone, rather than what SQLite makes of it."""
        try:
            yield
        except ProjectError as error:
            if error.key in _OF_THE_DISK and not self.path.exists():
                raise ProjectError("project-gone", name=self.path.name) from error
            raise

    def _catch_up(self) -> None:
        """Read everything again if the file holds another edit than the last one known here."""
        head = self._history.head()
        if head != self._head:
            self._head = head
            self._forget()

    def _log(self, tx: Transaction, action: str, kind: str) -> int:
        return self._history.append(tx.at, tx.by, action, kind, tx.subject, tx.changes)

    def _done(self, tx: Transaction, kind: str) -> Changes:
        changes = summary(tx.changes, kind, tx.subject)
        try:
            with named_errors(self.path.name):
                self._forget(changes)
        except ProjectError:
            self._forget()  # the edit is in the file; what cannot be read again says so to the one who asks for it
        return changes

    def _forget(self, changes: Changes | None = None) -> None:
        self._labels = None
        super()._forget(changes)

    def _label(self, behind: int) -> str | None:
        if self._labels is None:
            with named_errors(self.path.name):
                position, floor = self._history.position(), self._history.floor()
                steps = (self._history.step(each) if each > floor else None for each in (position, position + 1))
                self._labels = tuple(step.kind if step else None for step in steps)
        return self._labels[behind]


def _fill(
    connection: sqlite3.Connection, folder: Path, original: bytes, text: str, found: str, created_by: str, at: str,
    said: Mapping[str, str],
) -> None:
    from uuid import uuid4  # asks the system what it is, at every start, for a project that is made once

    for key, value in (("id", str(uuid4())), ("created_at", at), ("created_by", created_by)):
        connection.execute("INSERT INTO book (key, value) VALUES (?, ?)", (key, value))
    tx = Transaction(connection, _not_read_yet, folder, created_by, at)
    report = tx.add_report(text, found, original)
    tx.put("edition", {"report": report, "position": 1, "replaces": None, "added_by": created_by, "added_at": at})
    for key, value in {"reviewer": created_by, **said}.items():
        tx.put("setting", {"key": key, "value": value})
    for tag in default_tags():
        tx.put("tag", asdict(tag))
    tx.put("version", {"number": 1, "opened_by": created_by, "opened_at": at, "corrections": ""})
    History(connection).append(at, created_by, "create", "create_project", report, tx.changes)


def _place(path: Path) -> tuple[int, int] | None:
    """Which file of the disk is at `path`, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _not_read_yet(key: str) -> ReadReport:
    raise ProjectError("gone", name=key)


def _lock(path: Path) -> tuple[Lock | None, ProjectError | None]:
    if not database.may_write(path):
        return None, ProjectError("project-file-read-only", name=path.name)
    if (time := aside.snapshot_time(path)) is not None:
        return None, ProjectError("project-snapshot", name=aside.project_of(path).name, time=time)
    try:
        return Lock.take(path), None
    except HeldError as held:
        return None, ProjectError("project-in-use", name=path.name, holder=str(held))
    except OSError:
        return None, ProjectError("project-file-read-only", name=path.name)


def _stamp(clock: Clock) -> str:
    return clock().isoformat(timespec="milliseconds")
