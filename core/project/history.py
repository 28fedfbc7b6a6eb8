"""The file's own record: an append-only log in which each entry is hashed with the one before, and the undo steps."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import datetime, timedelta

from core.project import bounded
from core.project.changes import RowChange, Value, as_json, checked, from_json, ids_of, subjects
from core.project.errors import ProjectError
from core.project.translation import from_format_1
from core.values import dataclass

#: Typing goes on in the same undo step for this long after its first letter.
TYPING = timedelta(seconds=60)

#: Columns that say nothing of what was decided.
_NOT_SHOWN = frozenset(
    {
        "id", "report", "origin", "suggestion", "claim", "scale", "other", "span_start", "span_end", "exact", "prefix",
        "suffix", "position", "judged_by", "judged_at", "answered_by", "answered_at", "created_by", "created_at",
        "modified_by", "modified_at",
    }
)  # fmt: skip

#: What a new row has unless someone chose otherwise.
_START = frozenset(
    {("status", "unreviewed"), ("signature", "not_needed"), ("sensitivity", "internal"), ("holding", "embedded")}
)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what when. `action` is create, migrate, do, undo or redo; `kind` the edit's kind.

    `before` and `after` hold the subject's own fields that changed, without places and times, and without empty ones;
    the judgements are `verdict`, `confidence`, `rationale` and, on the other scale, `fulfilment`,
    `fulfilment_confidence`, `fulfilment_rationale`; a tag is `tag.ID`, an attached piece of evidence `evidence.ID` with
    its stance, a linked claim `link.ID` with its relation, a place `place.N` with its words,
    and `anchor_state.N` where a corrected text moved it.
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

    def holds(self, head: tuple[int, str]) -> bool:
        """Whether `head` was the last entry at some time; (0, "") was at the very first."""
        number, digest = head
        row = self._connection.execute("SELECT hash FROM log WHERE seq = ?", (number,)).fetchone()
        return row[0] == digest if row else head == (0, "")

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

    def add_step(
        self, seq: int, kind: str, subject: str, at: str, by: str, typed: Iterable[RowChange] = ()
    ) -> None:
        """Make the entry `seq` undoable, as part of the step before where someone goes on typing: `typed`."""
        position = self.position()
        tail = self._connection.execute("DELETE FROM step WHERE position > ?", (position,)).rowcount
        rows = {(change.table, change.key) for change in typed}
        if rows and not tail and position > self.floor() and self._goes_on(position, seq, kind, subject, at, by, rows):
            self._connection.execute("UPDATE step SET last = ? WHERE position = ?", (seq, position))
            return
        self._connection.execute("INSERT INTO step (position, first, last) VALUES (?, ?, ?)", (position + 1, seq, seq))
        self.move_to(position + 1)

    def add_barrier(self) -> None:
        """Undo goes no further back than to here, and what was undone is not made again."""
        position = self.position()
        self._connection.execute("DELETE FROM step WHERE position > ?", (position,))
        self._write("undo_floor", position)

    def position(self) -> int:
        """How many steps are done and not undone."""
        return self._number("undo_position")

    def floor(self) -> int:
        """How many of them cannot be undone any more, since someone signed for what they made."""
        return self._number("undo_floor")

    def move_to(self, position: int) -> None:
        """Say how many steps are done."""
        self._write("undo_position", position)

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
            "SELECT seq, changes FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq", (step.first, step.last)
        )
        until = self._number("format_1_until")
        return tuple(change for row in rows for change in changes_in(row[1], old=row[0] <= until))

    def entries(self) -> Iterator[tuple[LogEntry, tuple[RowChange, ...]]]:
        """Every entry from the first on, with what it changed in today's rows."""
        until = self._number("format_1_until")
        for number, row in enumerate(self._connection.execute("SELECT * FROM log ORDER BY seq"), 1):
            if row["seq"] != number:  # pages that lead back to themselves would have no end
                raise ProjectError("project-damaged", name="log")
            old = row["seq"] <= until
            yield _entry(row, row["subject"], old=old), changes_in(row["changes"], old=old)

    def all_changes(self) -> Iterator[RowChange]:
        """What every entry from the first on changed, in today's rows."""
        until = self._number("format_1_until")
        for row in self._connection.execute("SELECT seq, changes FROM log ORDER BY seq"):
            yield from changes_in(row["changes"], old=row["seq"] <= until)

    def about(self, subject: str) -> tuple[LogEntry, ...]:
        """All entries that touch a subject, the oldest first."""
        rows = self._connection.execute(
            "SELECT log.* FROM log_subject JOIN log USING (seq) WHERE log_subject.subject = ? ORDER BY seq",
            (subject,),
        )
        until = self._number("format_1_until")
        return tuple(_entry(row, subject, old=row["seq"] <= until) for row in rows if row["action"] != "migrate")

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

    def _goes_on(
        self, position: int, seq: int, kind: str, subject: str, at: str, by: str, rows: set[tuple[str, tuple[str, ...]]]
    ) -> bool:
        step = self.step(position)
        if step is None or step.last != seq - 1 or (step.kind, step.subject) != (kind, subject):
            return False
        if not rows <= {(change.table, change.key) for change in self.changes_of(step)}:
            return False
        row = self._connection.execute("SELECT at, by FROM log WHERE seq = ?", (step.first,)).fetchone()
        try:
            passed = datetime.fromisoformat(at) - datetime.fromisoformat(row[0])
        except (ValueError, TypeError):
            return False
        return row[1] == by and timedelta(0) <= passed <= TYPING

    def _number(self, key: str) -> int:
        row = self._connection.execute("SELECT value FROM book WHERE key = ?", (key,)).fetchone()
        try:
            return int(row[0]) if row else 0
        except ValueError:
            raise ProjectError("project-damaged", name=key) from None

    def _write(self, key: str, number: int) -> None:
        self._connection.execute(
            "INSERT INTO book VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, str(number))
        )


def changes_in(text: str, *, old: bool) -> tuple[RowChange, ...]:
    """The changes of an entry in today's rows; an `old` one is of format 1.

    Raises:
        ProjectError: "project-damaged".
    """
    return checked(from_format_1(from_json(text)) if old else from_json(text))


def entry_hash(entry: tuple[Value, ...]) -> str:
    """The hash of a log entry, from its other columns in their order."""
    return hashlib.sha256(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _entry(row: sqlite3.Row, subject: str, *, old: bool) -> LogEntry:
    before: dict[str, Value] = {}
    after: dict[str, Value] = {}
    for change in changes_in(row["changes"], old=old):
        if subject not in ids_of(change):
            continue
        for image, target in ((change.before, before), (change.after, after)):
            if image is not None:
                target.update(_shown(change, image, subject))
    return LogEntry(
        row["seq"], row["at"], row["by"], row["action"], row["kind"], row["subject"], _filled(before), _filled(after)
    )


def _shown(change: RowChange, image: Mapping[str, Value], subject: str) -> Mapping[str, Value]:
    match change.table, change.key:
        case "claim_tag", (claim, tag):
            return {f"tag.{tag}" if subject == claim else f"claim.{claim}": ""}
        case "evidence_link", (claim, item):
            return {f"evidence.{item}" if subject == claim else f"claim.{claim}": image.get("stance")}
        case "claim_link", (claim, other):
            return {f"link.{other}" if subject == claim else f"link.{claim}": image.get("relation")}
        case "anchor", (_, position):
            return _placed(change, image, position)
        case "figure", _:
            return _read_so(image)
        case "ledger_entry", (_, _, name):
            return {f"ledger_field.{name}": image["text"]} if "text" in image else {}
        case "verdict", (_, scale):
            return {_judged(scale, name): value for name, value in image.items() if name not in _NOT_SHOWN}
        case _:
            hidden = _START if change.before is None or change.after is None else ()
            return {
                name: value for name, value in image.items() if name not in _NOT_SHOWN and (name, value) not in hidden
            }


def _placed(change: RowChange, image: Mapping[str, Value], position: str) -> Mapping[str, Value]:
    """The words of a place that was added, taken away or is now another; the first goes without saying."""
    shown: dict[str, Value] = {}
    is_new = change.before is None or change.after is None
    if "exact" in image and not (is_new and position == "1"):
        shown[f"place.{position}"] = image["exact"]
    if image.get("state", "ok") != "ok" or (not is_new and "state" in image):
        shown[f"anchor_state.{position}"] = image["state"]
    return shown


def _read_so(image: Mapping[str, Value]) -> Mapping[str, Value]:
    """The fields of a figure's reading; a lost or moved place."""
    shown: dict[str, Value] = {}
    if image.get("state", "ok") != "ok":
        shown["anchor_state.1"] = image["state"]
    fields: object = None
    with suppress(ValueError, RecursionError):
        fields = bounded.json_value(str(image.get("reading") or "null"))
    for name, value in fields.items() if isinstance(fields, dict) else ():
        place = value.get("position") if isinstance(value, dict) else value
        shown[f"figure.{name}"] = None if place is None else str(place)
    return shown


def _judged(scale: str, name: str) -> str:
    if scale == "veracity":
        return "verdict" if name == "value" else name
    return scale if name == "value" else f"{scale}_{name}"


def _filled(image: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in image.items() if value is not None and (value or "." in name)}
