"""Repairing a damaged project: all that can be read goes into a new file, the damaged one is kept beside it.

The log is the truth where it is whole: every entry proves itself by its hash and names the one before, and the
decisions are made again from it. Where it has a hole, the entries up to the hole stay as the new log, what the tables
and the later entries still tell is added in one entry `repair_project`, and the report of the repair says so.
"""

from __future__ import annotations

import copy
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from core.messages import message
from core.project import database, files, integrity, schema
from core.project.changes import Row, Value, subjects
from core.project.errors import ProjectError, named_errors
from core.project.files import StoredFile
from core.project.history import History, changes_in
from core.project.lock import HeldError, Lock
from core.project.remains import Entry, Remains, changes_of, content_of, gather, settled
from core.project.replay import State, differences, go_on, replayed
from core.project.salvage import Pages
from core.values import dataclass
from core.vocabulary import Language

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report on a repair; `lost` says that something is gone."""

    key: str
    params: dict[str, str]
    lost: bool

    def sentence(self, language: Language) -> str:
        """The line for people."""
        return message("repair", self.key, language, **self.params)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did: `path` is the repaired project, `original` where the damaged file is now."""

    path: Path
    original: Path
    lines: tuple[Line, ...]


def repair(path: Path, progress: Progress = files.no_progress) -> Repaired:
    """Put a repaired project in the place of the damaged one, which is kept beside it as it is.

    `progress` gets the share done, 0 to 1; what it raises ends the work, and nothing is changed.

    Raises:
        ProjectError: "repair-impossible", "repair-in-use", "project-newer", or the folder cannot be written.
    """
    path = path.resolve()
    with named_errors(path.name, "cannot-write"):
        try:
            lock = Lock.take(path)
        except HeldError:
            raise ProjectError("repair-in-use", name=path.name) from None
        try:
            with database.beside(path) as scratch, database.beside(path) as new:
                damaged = settled(path, scratch)
                work = _Repair(path, damaged, progress)
                lines = work.build(new)
                database.sync(new)
                original = _put_in_place(new, path)
        finally:
            lock.release()
    return Repaired(path, original, (*lines, Line("kept-aside", {"name": original.name}, False)))


class _Repair:
    def __init__(self, path: Path, damaged: Path, progress: Progress) -> None:
        self._path = path
        self._damaged = damaged
        self._progress = progress
        self._lines: list[Line] = []

    def build(self, new: Path) -> list[Line]:
        version = _version(self._damaged)
        if version > schema.VERSION:
            raise ProjectError("project-newer", name=self._path.name, version=str(version))
        with closing(Pages(self._damaged)) as pages:
            remains = gather(self._damaged, pages, self._path)
            self._progress(0.2)
            if not remains.reports:
                raise ProjectError("repair-impossible", name=self._path.name)
            chain = remains.chain()
            until = remains.format_1_until(chain, version)
            whole = len(chain) == remains.last_known > 0
            told, state = self._state(remains, chain, until, whole=whole)
            self._complete(remains, state)
            with closing(sqlite3.connect(new, isolation_level=None)) as connection:
                connection.row_factory = sqlite3.Row
                for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
                    connection.execute(f"PRAGMA {pragma}")
                schema.make(connection)
                self._prune(connection, remains, state)
                with database.transaction(connection):
                    self._write(connection, remains, chain, until, state)
                    self._write_contents(connection, remains, state)
                    changes = list(differences(told, state))
                    if changes or not whole:
                        at = datetime.now().astimezone().isoformat(timespec="milliseconds")
                        by = state["setting"].get(("reviewer",), {}).get("value")
                        History(connection).append(at, str(by or ""), "do", "repair_project", "", changes)
                    self._write_steps(connection, remains, chain, whole=whole)
                for error in integrity.check(connection, self._path.name):
                    if error.key not in {"evidence-damaged", "original-damaged"}:  # those are in the lines already
                        raise error
        if not any(line.lost for line in self._lines):
            self._say("nothing-lost")
        return self._lines

    def _say(self, key: str, *, lost: bool = False, **params: str) -> None:
        self._lines.append(Line(key, params, lost))

    def _state(self, remains: Remains, chain: list[Entry], until: int, *, whole: bool) -> tuple[State, State]:
        """The decisions as the kept log tells them, and as they shall be."""
        told: State = {table: {} for table in schema.DECISIONS}
        if chain:
            told = replayed(changes_of(chain, until))
        state = copy.deepcopy(told)
        if whole:
            self._say("log-whole", count=str(len(chain)))
            damaged = sum(
                1 for table in remains.sound for change in differences({**told, table: remains.rows[table]}, told)
                if change.table == table
            )  # fmt: skip
            if damaged or len(remains.sound) < len(schema.DECISIONS):
                self._say("rows-from-log")
            return told, state
        beyond = remains.beyond(chain)
        with suppress(ProjectError):
            go_on(state, changes_of(beyond, until))
        for table, rows in remains.rows.items():
            state[table] = {**({} if table in remains.sound else state[table]), **rows}
        missing = remains.last_known - len(chain) - len(beyond)
        self._say("log-cut", lost=True, count=str(len(chain)), beyond=str(len(beyond)), missing=str(missing))
        return told, state

    def _complete(self, remains: Remains, state: State) -> None:
        """The order of the reports and the first version, where nothing tells them: of format 1, or lost."""
        by, at = remains.book.get("created_by", ""), remains.book.get("created_at", "")
        if not state["edition"]:
            for position, report in enumerate(sorted(remains.reports, key=lambda key: (len(key), key)), 1):
                row: Row = {
                    "report": report, "position": position, "replaces": None, "added_by": by, "added_at": at
                }
                state["edition"][(report,)] = row
        if not state["version"]:
            state["version"][("1",)] = {"number": 1, "opened_by": by, "opened_at": at, "corrections": ""}

    def _prune(self, connection: sqlite3.Connection, remains: Remains, state: State) -> None:
        """Take out rows whose columns are not all known, or that name what is lost, and say which."""
        for table, spec in schema.DECISIONS.items():
            takes = {info["name"]: (info["type"], info["notnull"]) for info in
                     connection.execute(f"PRAGMA table_info({table})")}  # fmt: skip
            for key, row in list(state[table].items()):
                if set(row) != set(spec.columns) or not all(_fits(row[name], *takes[name]) for name in row):
                    self._lose(state, table, key)
        names = {
            table: [(key["from"], key["table"], key["to"]) for key in
                    connection.execute(f"PRAGMA foreign_key_list({table})")]
            for table in schema.DECISIONS
        }  # fmt: skip
        lost = True
        while lost:
            lost = False
            known = {(table, name): {row[name] for row in rows.values()}
                     for table, rows in state.items() for name in schema.DECISIONS[table].columns}  # fmt: skip
            known["report", "id"] = set(remains.reports)
            for table, rows in state.items():
                for key, row in list(rows.items()):
                    if any(row[name] is not None and row[name] not in known.get((parent, to), {row[name]})
                           for name, parent, to in names[table]):  # fmt: skip
                        self._lose(state, table, key)
                        lost = True

    def _lose(self, state: State, table: str, key: tuple[str, ...]) -> None:
        row = state[table].pop(key)
        words = str(row.get("title") or row.get("exact") or row.get("name") or row.get("quote") or " · ".join(key))
        self._say("row-lost", lost=True, part=table, name=words[:60])

    def _write(
        self, connection: sqlite3.Connection, remains: Remains, chain: list[Entry], until: int, state: State
    ) -> None:
        for key, sha256, text, found in remains.reports.values():
            connection.execute("INSERT INTO report VALUES (?, ?, ?, ?)", (key, sha256, text, found))
        if remains.from_snapshots:
            self._say("from-snapshots", count=str(remains.from_snapshots))
        for entry in chain:
            connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
            about = subjects(changes_in(entry[6], old=entry[0] <= until))
            connection.executemany("INSERT INTO log_subject VALUES (?, ?)", ((subject, entry[0]) for subject in about))
        for table, spec in schema.DECISIONS.items():
            places = ", ".join("?" for _ in spec.columns)
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(spec.columns)}) VALUES ({places})",
                [tuple(row[name] for name in spec.columns) for row in state[table].values()],
            )
        from uuid import uuid4

        numbers = [str(row["no"]).removeprefix("E-") for row in state["evidence"].values()]
        last = max([0, *(int(number) for number in numbers if number.isdecimal())])
        told = remains.book.get("last_evidence_number", "0")
        first = chain[0] if chain else None
        book = {
            "id": str(uuid4()), "created_at": first[1] if first else "", "created_by": first[2] if first else "",
            **remains.book,
            "last_evidence_number": str(max(last, int(told) if told.isdecimal() else 0)),
        }  # fmt: skip
        book.pop("format_1_until", None)
        if until:
            book["format_1_until"] = str(until)
        connection.executemany("INSERT INTO book VALUES (?, ?)", book.items())
        connection.executemany("INSERT INTO draft VALUES (?, ?, ?)", remains.drafts)

    def _write_contents(self, connection: sqlite3.Connection, remains: Remains, state: State) -> None:
        wanted: dict[str, tuple[str, dict[str, str]]] = {
            row[1]: ("original-lost", {"name": row[0]}) for row in remains.reports.values()
        }
        for row in state["evidence"].values():
            if row["holding"] == "embedded":
                words = {"name": str(row["no"]), "title": str(row["title"])[:60]}
                wanted.setdefault(str(row["sha256"]), ("content-lost", words))
        hashes = sorted({*wanted, *remains.contents})
        for number, sha256 in enumerate(hashes):
            self._progress(0.2 + 0.7 * number / max(1, len(hashes)))
            way = content_of(remains, self._path, sha256)
            if way is not None:
                stored = StoredFile(sha256, sum(map(len, way())))
                files.keep(connection, stored, way(), self._path.name)
            elif sha256 in wanted:
                connection.execute("INSERT INTO file VALUES (?, 0, x'')", (sha256,))
                key, params = wanted[sha256]
                self._say(key, lost=True, **params)

    def _write_steps(
        self, connection: sqlite3.Connection, remains: Remains, chain: list[Entry], *, whole: bool
    ) -> None:
        """Undo goes on over the steps that the log bears out; otherwise it begins anew."""
        steps = remains.steps
        fits = whole and [step[0] for step in steps] == list(range(1, len(steps) + 1))
        fits = fits and all(1 <= first <= last <= len(chain) for _, first, last in steps)
        position = remains.book.get("undo_position", "0")
        if fits and position.isdecimal() and int(position) <= len(steps) and (steps or len(chain) == 1):
            connection.executemany("INSERT INTO step VALUES (?, ?, ?)", steps)
            return
        connection.execute("DELETE FROM book WHERE key IN ('undo_position', 'undo_floor')")
        self._say("undo-lost", lost=True)


def _fits(value: Value, kind: str, required: int) -> bool:
    """Whether a column takes it: what SQLite reads from a scrambled page may be of any type, or nothing."""
    if value is None:
        return not required
    return isinstance(value, int if kind == "INTEGER" else str)


def _version(damaged: Path) -> int:
    """The format that the first page tells; today's where it tells none."""
    with damaged.open("rb") as file:
        start = file.read(100)
    if len(start) < 100 or not start.startswith(b"SQLite format 3"):
        return schema.VERSION
    return int(struct.unpack(">I", start[60:64])[0]) or schema.VERSION


def _put_in_place(new: Path, path: Path) -> Path:
    """Move the damaged file, and its journal with it, aside; then the new one into its place."""
    stem = f"{path.stem}.damaged-{datetime.now():%Y%m%d-%H%M%S}"
    aside, number = path.with_name(f"{stem}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    journal = Path(f"{path}-journal")
    try:
        aside.hardlink_to(path)  # so that there is a file under the project's name at every moment
    except OSError:
        shutil.copyfile(path, aside)
    if journal.exists():
        journal.replace(f"{aside}-journal")  # left under its name SQLite would play it into the new file
    new.replace(path)
    database.sync(path.parent)
    return aside
