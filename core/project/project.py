"""One open project: read what it holds, change it by edits, take them back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from core.model import Evidence, EvidenceLink, Finding, Hit, Report, ReviewClaim, Tag
from core.project import database, files, hits, rows
from core.project.changes import Changes, RowChange, summary
from core.project.claims import ReadReport, ReviewClaims
from core.project.codebook import default_tags
from core.project.edits import Edit
from core.project.errors import ProjectError, named_errors
from core.project.history import History, LogEntry
from core.project.lock import Held, Lock
from core.project.schema import DECISIONS, VERSION
from core.project.stored import found_in, report_of
from core.project.transaction import Transaction

Clock = Callable[[], datetime]

_EVIDENCE = "SELECT * FROM evidence ORDER BY length(no), no"
_LINKS = (
    "SELECT evidence_link.* FROM evidence_link JOIN evidence ON evidence.id = evidence "
    "ORDER BY claim, length(no), no"
)


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which project this is, wherever the file goes. `version` is that of the format."""

    id: str
    created_at: str
    created_by: str
    version: int


class Project:
    """A project file, open. Used from one thread; another may open the file for itself with `read_only`.

    Every edit, undo and redo is one transaction: it is on the disk when the method returns, or nothing is changed and
    a ProjectError says why.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Clock) -> None:
        self.path = path
        self.read_only = True
        #: Why the file is open read-only though nobody asked for it, as a sentence; None otherwise.
        self.read_only_reason: ProjectError | None = None
        self._connection = connection
        self._clock = clock
        self._lock: Lock | None = None
        self._history = History(connection)
        self._head = self._history.head()
        self._forget()

    @classmethod
    def create(
        cls, path: Path, report: Report, original: bytes, *, created_by: str, clock: Clock = _now
    ) -> Project:
        """Make a project of one report and open it. Written beside and then put in place.

        Raises:
            ProjectError: "project-exists", or the file cannot be written; nothing is left behind.
        """
        path = path.absolute()
        at = _stamp(clock)
        found = found_in(report)
        database.make(path, lambda new: _fill(new, original, report.text, found, created_by, at))
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = _now) -> Project:
        """Open a project; read-only where it cannot be written or another window has it (`read_only_reason`).

        Raises:
            ProjectError: no such file, not a project, newer, or damaged; the file is as it was.
        """
        path = path.resolve()
        if not path.is_file():
            raise ProjectError("not-a-project" if path.exists() else "no-such-file", name=path.name)
        lock, reason = (None, None) if read_only else _lock(path)
        try:
            connection = database.connect(path, writable=lock is not None)
        except BaseException:
            if lock:
                lock.release()
            raise
        with named_errors(path.name):
            project = cls(path, connection, clock)
        project.read_only = lock is None
        project.read_only_reason = reason
        project._lock = lock
        if lock:
            lock.describe(project.setting("reviewer"), _stamp(clock))
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

    # What it holds

    def report_ids(self) -> tuple[str, ...]:
        """The ids of the reports, the one under review first."""
        with named_errors(self.path.name):
            return tuple(row[0] for row in self._connection.execute("SELECT id FROM report ORDER BY position, id"))

    def report(self, report_id: str | None = None) -> Report:
        """A report as it was read; the one under review by default.

        Raises:
            ProjectError: "gone", or what the file holds cannot be understood.
        """
        return self._read(report_id).report

    def original(self, report_id: str | None = None) -> bytes:
        """The report's file, byte for byte as it was received, verified."""
        key = report_id or self.report_ids()[0]
        with named_errors(self.path.name):
            row = self._connection.execute("SELECT file FROM report WHERE id = ?", (key,)).fetchone()
            if row is None:
                raise ProjectError("gone", name=key)
            return files.read(self._connection, row[0], ProjectError("original-damaged", name=key))

    def claims(self, report_id: str | None = None) -> tuple[ReviewClaim, ...]:
        """All claims of a report in the order of its text, the program's and people's together."""
        with named_errors(self.path.name):
            read = self._read(report_id)
            if read.id not in self._claims:
                self._claims[read.id] = ReviewClaims(self._connection, read)
            return self._claims[read.id].all()

    def hits(self, report_id: str | None = None) -> tuple[Hit, ...]:
        """The program's findings in a report, each with its answer."""
        with named_errors(self.path.name):
            read = self._read(report_id)
            if read.id not in self._found:
                self._found[read.id] = hits.found_hits(read)
            if read.id not in self._hits:
                self._hits[read.id] = hits.answered_hits(self._connection, read, self._found[read.id])
            return self._hits[read.id]

    def tags(self) -> tuple[Tag, ...]:
        """The codebook in its order."""
        if self._tags is None:
            self._tags = tuple(map(rows.tag_from, self._rows("SELECT * FROM tag ORDER BY position, id")))
        return self._tags

    def evidence(self) -> tuple[Evidence, ...]:
        """The register, by number."""
        if self._evidence is None:
            self._evidence = tuple(map(rows.evidence_from, self._rows(_EVIDENCE)))
        return self._evidence

    def links(self) -> tuple[EvidenceLink, ...]:
        """What is attached to what."""
        return tuple(map(rows.link_from, self._rows(_LINKS)))

    def evidence_bytes(self, evidence_id: str) -> bytes:
        """The file of a piece of evidence, verified.

        Raises:
            ProjectError: it has none, or its SHA-256 is another.
        """
        item = self._evidence_item(evidence_id)
        with named_errors(self.path.name):
            return files.read(self._connection, _sha256(item), ProjectError("evidence-damaged", name=item.no))

    def write_evidence(self, evidence_id: str, target: Path) -> Path:
        """Write the file of a piece of evidence to `target`, replacing what is there, or under a free name into the
        folder `target`; gives the place. Names inside the project never lead out of that folder.

        Raises:
            ProjectError: it has none, its SHA-256 is another, or the place cannot be written.
        """
        item = self._evidence_item(evidence_id)
        sha256 = _sha256(item)
        if target.is_dir():
            target = _free_name(target, f"{item.no}_{files.safe_name(item.file_name or '', 'file')}")
        files.write(self._connection, sha256, target, ProjectError("evidence-damaged", name=item.no))
        return target

    def setting(self, key: str, default: str = "") -> str:
        """A word of the review as a whole: `reviewer`, `language`, `scope` …"""
        found = self._rows("SELECT value FROM setting WHERE key = ?", key)
        return str(found[0][0]) if found else default

    def identity(self) -> Identity:
        """Which project this is."""
        book = {row["key"]: row["value"] for row in self._rows("SELECT * FROM book")}
        return Identity(book.get("id", ""), book.get("created_at", ""), book.get("created_by", ""), VERSION)

    # Changing it

    def do(self, edit: Edit) -> Changes:
        """Make one edit. An edit that changes nothing gives empty Changes and can not be undone.

        Raises:
            ProjectError: it could not be made or written; nothing is changed.
        """
        with self._writing() as tx:
            edit.apply(tx)
            if tx.changes:
                seq = self._log(tx, "do", edit.kind)
                self._history.add_step(seq, edit.kind, tx.subject, tx.at, tx.by, typing=edit.typing)
        return self._changed(tx, edit.kind)

    def undo(self) -> Changes | None:
        """Take the last step back, None if there is none. Steps outlive closing the file."""
        return self._move("undo")

    def redo(self) -> Changes | None:
        """Make the step again that was taken back last, None if there is none."""
        return self._move("redo")

    def undo_label(self) -> str | None:
        """The kind of the edit that undo would take back."""
        return self._label(0)

    def redo_label(self) -> str | None:
        """The kind of the edit that redo would make again."""
        return self._label(1)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return not self.read_only and self.undo_label() is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return not self.read_only and self.redo_label() is not None

    # Its record

    def history(self, subject_id: str) -> tuple[LogEntry, ...]:
        """What happened to a claim, a piece of evidence, a tag, a hit or a setting, the oldest first."""
        with named_errors(self.path.name):
            return self._history.about(subject_id)

    def content_hash(self) -> str:
        """SHA-256 of the reports, all decisions and the evidence: the same content has the same hash."""
        digest = hashlib.sha256()
        for row in self._rows("SELECT id, file, text, extraction FROM report ORDER BY position, id"):
            parts = [hashlib.sha256(str(part).encode()).hexdigest() for part in row]
            digest.update(_line("report", parts))
        for table, spec in DECISIONS.items():
            command = f"SELECT {', '.join(spec.columns)} FROM {table} ORDER BY {', '.join(spec.key)}"
            with named_errors(self.path.name):
                for row in self._connection.execute(command):
                    digest.update(_line(table, list(row)))
        return digest.hexdigest()

    def check(self) -> list[ProjectError]:
        """What is wrong with the file: its structure, the log's chain, the hash of every file in it; empty if sound."""
        found: list[ProjectError] = []
        with named_errors(self.path.name):
            if database.problems(self._connection):
                found.append(ProjectError("project-damaged", name=self.path.name))
            broken = self._history.first_broken()
            if broken is not None:
                found.append(ProjectError("log-broken", entry=str(broken)))
            for row in self._rows("SELECT id, file FROM report ORDER BY position, id"):
                if not files.matches(self._connection, row["file"]):
                    found.append(ProjectError("original-damaged", name=row["id"]))
            for item in self.evidence():
                if item.sha256 is not None and not files.matches(self._connection, item.sha256):
                    found.append(ProjectError("evidence-damaged", name=item.no))
        return found

    def save_copy(self, target: Path) -> None:
        """Write a compact copy to `target`, replacing what is there; the project open stays this one.

        Raises:
            ProjectError: "same-file", or the copy cannot be written; `target` is as it was.
        """
        target = target.resolve()
        if target == self.path:
            raise ProjectError("same-file", name=target.name)
        if not target.parent.is_dir():
            raise ProjectError("no-such-folder", name=str(target.parent))
        database.copy(self._connection, target)

    # What serves them

    def _move(self, action: str) -> Changes | None:
        with self._writing() as tx:
            position = self._history.position()
            step = self._history.step(position if action == "undo" else position + 1)
            if step is None:
                return None
            changes = self._history.changes_of(step)
            for change in reversed(changes) if action == "undo" else changes:
                tx.apply(change.reversed() if action == "undo" else change)
            tx.subject = step.subject
            self._log(tx, action, step.kind)
            self._history.move_to(step.position - 1 if action == "undo" else step.position)
        return self._changed(tx, step.kind)

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        if self.read_only:
            raise ProjectError("project-read-only", name=self.path.name)
        reports = {key: self._read(key) for key in self.report_ids()}
        with named_errors(self.path.name), database.transaction(self._connection):
            if self._history.head() != self._head:  # written by another where the file system knows no locks
                self._forget()
            tx = Transaction(self._connection, reports, self.setting("reviewer"), _stamp(self._clock))
            yield tx
        self._head = self._history.head()

    def _log(self, tx: Transaction, action: str, kind: str) -> int:
        return self._history.append(tx.at, tx.by, action, kind, tx.subject, tx.changes)[0]

    def _changed(self, tx: Transaction, kind: str) -> Changes:
        changes = summary(tx.changes, kind, tx.subject)
        if changes.tags:
            self._tags = None
        if changes.evidence:
            self._evidence = None
        if changes.hits:
            self._hits.clear()
        touched = changes.claims
        if any(_reorders(change) for change in tx.changes):
            self._claims.clear()
        for claims in self._claims.values():
            claims.refresh(touched)
        return changes

    def _read(self, report_id: str | None) -> ReadReport:
        key = report_id or self.report_ids()[0]
        if key not in self._reports:
            with named_errors(self.path.name):
                row = self._connection.execute("SELECT text, extraction FROM report WHERE id = ?", (key,)).fetchone()
            if row is None:
                raise ProjectError("gone", name=key)
            self._reports[key] = ReadReport(key, report_of(row["text"], row["extraction"], self.path.name))
        return self._reports[key]

    def _evidence_item(self, key: str) -> Evidence:
        item = next((item for item in self.evidence() if item.id == key), None)
        if item is None:
            raise ProjectError("gone", name=key)
        return item

    def _label(self, behind: int) -> str | None:
        with named_errors(self.path.name):
            step = self._history.step(self._history.position() + behind)
        return step.kind if step else None

    def _rows(self, command: str, *parameters: str) -> list[sqlite3.Row]:
        with named_errors(self.path.name):
            return self._connection.execute(command, parameters).fetchall()

    def _forget(self) -> None:
        self._reports: dict[str, ReadReport] = {}
        self._claims: dict[str, ReviewClaims] = {}
        self._found: dict[str, dict[str, Finding]] = {}
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._tags: tuple[Tag, ...] | None = None
        self._evidence: tuple[Evidence, ...] | None = None


def _fill(
    connection: sqlite3.Connection, original: bytes, text: str, found: str, created_by: str, at: str
) -> None:
    stored = files.store(connection, original)
    connection.execute(
        "INSERT INTO report (id, position, file, text, extraction) VALUES ('r1', 1, ?, ?, ?)",
        (stored.sha256, text, found),
    )
    for key, value in (("id", str(uuid.uuid4())), ("created_at", at), ("created_by", created_by)):
        connection.execute("INSERT INTO book (key, value) VALUES (?, ?)", (key, value))
    tx = Transaction(connection, {}, created_by, at)
    tx.put("setting", {"key": "reviewer", "value": created_by})
    for tag in default_tags():
        row = {"id": tag.id, "name": tag.name, "definition": tag.definition, "colour": tag.colour}
        tx.put("tag", {**row, "position": tag.position})
    History(connection).append(at, created_by, "create", "create_project", "r1", tx.changes)


def _lock(path: Path) -> tuple[Lock | None, ProjectError | None]:
    if not database.may_write(path):
        return None, ProjectError("project-file-read-only", name=path.name)
    try:
        return Lock.take(path), None
    except Held as held:
        return None, ProjectError("project-in-use", name=path.name, holder=str(held))
    except OSError:
        return None, ProjectError("project-file-read-only", name=path.name)


def _reorders(change: RowChange) -> bool:
    """Whether claims that the change does not name show their tags in another order now."""
    return change.table == "tag" and bool(change.before) and "position" in (change.after or {})


def _sha256(item: Evidence) -> str:
    if item.sha256 is None:
        raise ProjectError("evidence-without-file", name=item.no)
    return item.sha256


def _free_name(folder: Path, name: str) -> Path:
    stem, dot, ending = name.rpartition(".")
    first = folder / name
    number = 1
    while first.exists() or first.is_symlink():
        number += 1
        first = folder / (f"{stem}-{number}.{ending}" if dot else f"{name}-{number}")
    return first


def _line(table: str, values: list[object]) -> bytes:
    return json.dumps([table, values], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _stamp(clock: Clock) -> str:
    return clock().isoformat(timespec="milliseconds")
