"""The file's own record: an append-only log in which each entry is hashed with the one before, and the undo steps."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.project.changes import RowChange, Value, as_json, from_json, subjects
from core.project.errors import ProjectError

#: Typing goes on in the same undo step for this long after its first letter.
TYPING = timedelta(seconds=60)

#: Columns that say nothing of what was decided.
_NOT_SHOWN = frozenset(
    {
        "id", "report", "origin", "span_start", "span_end", "exact", "prefix", "suffix", "position", "judged_by",
        "judged_at", "answered_by", "answered_at", "created_by", "created_at", "modified_by", "modified_at",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what when. `action` is create, do, undo or redo; `kind` the edit's kind.

    `before` and `after` hold the subject's own fields that changed, without places and times, and without empty ones;
    a tag is `tag.ID`, an attached piece of evidence `evidence.ID` with its stance.
    """

    seq: int
    at: str
    by: str
    action: str
    kind: str
    subject: str
    before: Mapping[str, Value] = field(default_factory=dict)
    after: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: log entries `first` to `last`, of one kind about one subject."""

    position: int
    first: int
    last: int
    kind: str
    subject: str


class History:
    """The log and the steps of one open project; every method is called inside the edit's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def head(self) -> tuple[int, str]:
        """The number and the hash of the last entry; 0 and "" before the first."""
        row = self._connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        return (int(row[0]), str(row[1])) if row else (0, "")

    def append(self, at: str, by: str, action: str, kind: str, subject: str, changes: Iterable[RowChange]) -> int:
        """Write one entry; gives its number."""
        last, previous = self.head()
        made = tuple(changes)
        entry = (last + 1, at, by, action, kind, subject, as_json(made), previous)
        digest = entry_hash(entry)
        self._connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*entry, digest))
        self._connection.executemany(
            "INSERT INTO log_subject (subject, seq) VALUES (?, ?)",
            ((about, last + 1) for about in sorted(subjects(made))),
        )
        return last + 1

    def add_step(self, seq: int, kind: str, subject: str, at: str, by: str, *, typing: bool) -> None:
        """Make the entry `seq` undoable, as part of the step before where someone goes on typing."""
        position = self.position()
        tail = self._connection.execute("DELETE FROM step WHERE position > ?", (position,)).rowcount
        if typing and not tail and self._goes_on(position, seq, kind, subject, at, by):
            self._connection.execute("UPDATE step SET last = ? WHERE position = ?", (seq, position))
            return
        self._connection.execute("INSERT INTO step (position, first, last) VALUES (?, ?, ?)", (position + 1, seq, seq))
        self.move_to(position + 1)

    def position(self) -> int:
        """How many steps are done and not undone."""
        row = self._connection.execute("SELECT value FROM book WHERE key = 'undo_position'").fetchone()
        try:
            return int(row[0]) if row else 0
        except ValueError:
            raise ProjectError("project-damaged", name="undo_position") from None

    def move_to(self, position: int) -> None:
        """Say how many steps are done."""
        self._connection.execute(
            "INSERT INTO book VALUES ('undo_position', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (str(position),),
        )

    def step(self, position: int) -> Step | None:
        """The step at a position, None if there is none."""
        row = self._connection.execute(
            "SELECT position, first, last, kind, subject FROM step JOIN log ON seq = first WHERE position = ?",
            (position,),
        ).fetchone()
        return Step(row[0], row[1], row[2], row[3], row[4]) if row else None

    def changes_of(self, step: Step) -> tuple[RowChange, ...]:
        """What the step changed, in the order in which it was done."""
        rows = self._connection.execute(
            "SELECT changes FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq", (step.first, step.last)
        )
        return tuple(change for row in rows for change in from_json(row[0]))

    def about(self, subject: str) -> tuple[LogEntry, ...]:
        """All entries that touch a subject, the oldest first."""
        rows = self._connection.execute(
            "SELECT log.* FROM log_subject JOIN log USING (seq) WHERE log_subject.subject = ? ORDER BY seq",
            (subject,),
        )
        return tuple(_entry(row, subject) for row in rows)

    def first_broken(self) -> int | None:
        """The number of the first entry that does not fit the ones before it, None for a whole log."""
        previous = ""
        rows = self._connection.execute("SELECT * FROM log ORDER BY seq")
        for number, row in enumerate(rows, 1):
            values = tuple(row)
            if values[0] != number or values[7] != previous or values[8] != entry_hash(values[:8]):
                return number
            previous = values[8]
        return None

    def _goes_on(self, position: int, seq: int, kind: str, subject: str, at: str, by: str) -> bool:
        step = self.step(position)
        if step is None or step.last != seq - 1 or (step.kind, step.subject) != (kind, subject):
            return False
        row = self._connection.execute("SELECT at, by FROM log WHERE seq = ?", (step.first,)).fetchone()
        try:
            passed = datetime.fromisoformat(at) - datetime.fromisoformat(row[0])
        except (ValueError, TypeError):
            return False
        return row[1] == by and timedelta(0) <= passed <= TYPING


def entry_hash(entry: tuple[Value, ...]) -> str:
    """The hash of a log entry, from its other columns in their order."""
    return hashlib.sha256(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _entry(row: sqlite3.Row, subject: str) -> LogEntry:
    before: dict[str, Value] = {}
    after: dict[str, Value] = {}
    for change in from_json(row["changes"]):
        if subject not in change.key:
            continue
        for image, target in ((change.before, before), (change.after, after)):
            if image is None:
                continue
            match change.table, change.key:
                case ("claim_tag", (claim, tag)):
                    target[f"tag.{tag}" if subject == claim else f"claim.{claim}"] = ""
                case ("evidence_link", (claim, item)):
                    target[f"evidence.{item}" if subject == claim else f"claim.{claim}"] = image.get("stance")
                case _:
                    target.update((name, value) for name, value in image.items() if name not in _NOT_SHOWN)
    return LogEntry(
        row["seq"], row["at"], row["by"], row["action"], row["kind"], row["subject"], _filled(before), _filled(after)
    )


def _filled(image: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in image.items() if value is not None and (value or "." in name)}
