"""What is left of a damaged project: its own pages, what SQLite still reads of them, the snapshots beside it.

Reports, the log and the bytes of files never change once they are written, and a log entry and a content prove
themselves by their hashes. So they may be put together from whatever has them.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from core.messages import PolicyReviewError
from core.project import aside, database, schema, snapshots
from core.project.changes import Row, RowChange
from core.project.errors import ProjectError
from core.project.history import changes_in, entry_hash
from core.project.replay import State
from core.project.salvage import FoundRow, Pages
from core.project.stored import report_of

#: A log entry as its row: seq, at, by, action, kind, subject, changes, previous, hash.
Entry = tuple[int, str, str, str, str, str, str, str, str]

#: How the rows of these tables look on their pages: n no value (the row's own number), t text, i whole number, b bytes.
_LOG, _FILE = "ntttttttt", "tib"
_REPORTS = {"tttt": (0, 1, 2, 3), "tittt": (0, 2, 3, 4)}  # of format 2, of format 1 with its position
_INSTRUCTIONS = 50_000_000


@dataclass
class Remains:
    """All that was found. `sound` are the tables that SQLite read to their end without complaint."""

    entries: dict[int, list[Entry]] = field(default_factory=dict)
    reports: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    contents: dict[str, list[FoundRow]] = field(default_factory=dict)
    rows: State = field(default_factory=lambda: {table: {} for table in schema.DECISIONS})
    sound: set[str] = field(default_factory=set)
    book: dict[str, str] = field(default_factory=dict)
    drafts: list[tuple[str, str, str]] = field(default_factory=list)
    steps: list[tuple[int, int, int]] = field(default_factory=list)
    from_snapshots: int = 0
    last_known: int = 0

    def take_entry(self, entry: Entry) -> None:
        """Keep a log entry that proves itself."""
        known = self.entries.setdefault(entry[0], [])
        if entry not in known and entry_hash(entry[:8]) == entry[8]:
            known.append(entry)

    def take_report(self, row: tuple[str, str, str, str]) -> bool:
        """Keep a report unless one of that id is there; what was there first is of a snapshot that was sound."""
        if row[0] in self.reports:
            return False
        try:
            report_of(row[2], row[3], row[0])
        except PolicyReviewError:
            return False
        self.reports[row[0]] = row
        return True

    def chain(self) -> list[Entry]:
        """The longest row of entries from the first on of which each is hashed with the one before."""
        found: list[Entry] = []
        previous = ""
        while fitting := [entry for entry in self.entries.get(len(found) + 1, ()) if entry[7] == previous]:
            found.append(fitting[0])
            previous = fitting[0][8]
        return found

    def beyond(self, chain: list[Entry]) -> list[Entry]:
        """The entries behind the hole at which the chain ends."""
        return [entries[0] for seq, entries in sorted(self.entries.items()) if seq > len(chain) and entries]

    def format_1_until(self, chain: list[Entry], version: int) -> int:
        """Up to which entry the log speaks of the rows of format 1."""
        migrated = next((entry[0] for entry in chain if entry[3] == "migrate"), None)
        if migrated is not None:
            return migrated - 1
        return len(chain) if version == 1 else 0


def changes_of(entries: list[Entry], until: int) -> Iterator[RowChange]:
    """What entries changed, in today's rows."""
    for entry in entries:
        yield from changes_in(entry[6], old=entry[0] <= until)


def gather(damaged: Path, pages: Pages, beside: Path) -> Remains:
    """Everything that can be read of `damaged`, whose pages are `pages`, and of the snapshots of the project `beside`.
    """
    remains = Remains()
    listed = snapshots.listed(beside)
    of = _project_id(damaged)
    for snapshot in listed:
        if of is None or snapshot.project == of:
            of = snapshot.project
            with suppress(sqlite3.Error, ProjectError):
                _from_snapshot(snapshot.path, remains)
    _from_pages(pages, remains)
    with suppress(sqlite3.Error):
        _from_tables(damaged, remains)
    remains.last_known = max((remains.last_known, *remains.entries, *(last for _, _, last in remains.steps)))
    return remains


def content_of(remains: Remains, beside: Path, sha256: str) -> Callable[[], Iterator[bytes]] | None:
    """A way to the bytes of a content, from wherever they are whole; None when they are nowhere."""
    ways: list[Callable[[], Iterator[bytes]]] = [partial(row.pieces, 2) for row in remains.contents.get(sha256, ())]
    ways.append(partial(_kept_pieces, beside, sha256))
    for way in ways:
        digest = hashlib.sha256()
        with suppress(ValueError, KeyError, OSError):
            for piece in way():
                digest.update(piece)
            if digest.hexdigest() == sha256:
                return way
    return None


def settled(damaged: Path, place: Path) -> Path:
    """The damaged file as SQLite's journal beside it leaves it, at `place`; itself where there is no journal."""
    journal = Path(f"{damaged}-journal")
    if not journal.exists():
        return damaged
    shutil.copyfile(damaged, place)
    shutil.copyfile(journal, f"{place}-journal")
    with suppress(sqlite3.Error), closing(sqlite3.connect(place)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return place


def _project_id(damaged: Path) -> str | None:
    with suppress(sqlite3.Error), closing(aside.looked_at(damaged)) as connection:
        row = connection.execute("SELECT value FROM book WHERE key = 'id'").fetchone()
        return None if row is None else str(row[0])
    return None


def _from_snapshot(path: Path, remains: Remains) -> None:
    connection = database.connect(path, writable=False)
    with closing(connection):
        for row in connection.execute("SELECT * FROM log ORDER BY seq"):
            remains.take_entry(tuple(row))
        for row in connection.execute("SELECT id, file, text, extraction FROM report"):
            remains.from_snapshots += remains.take_report(tuple(row))
        if not remains.book:
            book = {str(key): str(value) for key, value in connection.execute("SELECT key, value FROM book")}
            remains.book = {key: value for key, value in book.items() if key != "snapshot"}


def _from_pages(pages: Pages, remains: Remains) -> None:
    for row in pages.rows():
        with suppress(ValueError):
            if row.kinds == _LOG:
                at, by, action, kind, subject, changes, previous, digest = (str(row.value(n)) for n in range(1, 9))
                remains.take_entry((row.rowid, at, by, action, kind, subject, changes, previous, digest))
            elif row.kinds in _REPORTS:
                key, sha256, text, found = (str(row.value(position)) for position in _REPORTS[row.kinds])
                remains.take_report((key, sha256, text, found))
            elif row.kinds == _FILE:
                remains.contents.setdefault(str(row.value(0)), []).append(row)


def _from_tables(damaged: Path, remains: Remains) -> None:
    connection = sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    with closing(connection):
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, database.LARGEST_VALUE)
        steps = iter(range(_INSTRUCTIONS // 10_000))
        connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        ours = {name for kind, name, _, _ in schema.statements_of(connection) & schema.expected_statements()
                if kind == "table"}  # fmt: skip
        for table, spec in schema.DECISIONS.items():
            if table in ours:
                _read_table(connection, table, spec, remains)
        if "book" in ours:
            with suppress(sqlite3.Error):
                for key, value in connection.execute("SELECT key, value FROM book"):
                    remains.book[str(key)] = str(value)
        if "log_subject" in ours:
            with suppress(sqlite3.Error):
                remains.last_known = connection.execute("SELECT max(seq) FROM log_subject").fetchone()[0] or 0
        for table, target in (("draft", remains.drafts), ("step", remains.steps)):
            if table in ours:
                with suppress(sqlite3.Error):
                    target.extend(connection.execute(f"SELECT * FROM {table} ORDER BY 1"))


def _read_table(connection: sqlite3.Connection, table: str, spec: schema.Table, remains: Remains) -> None:
    """Its rows from the first on until it breaks, and from the last one back."""
    for order in ("ASC", "DESC"):
        keys = ", ".join(f"{name} {order}" for name in spec.key)
        try:
            for values in connection.execute(f"SELECT {', '.join(spec.columns)} FROM {table} ORDER BY {keys}"):
                row: Row = dict(zip(spec.columns, values, strict=True))
                remains.rows[table][tuple(str(row[name]) for name in spec.key)] = row
            if not database.problems(connection, table):
                remains.sound.add(table)
                return
        except sqlite3.Error:
            continue


def _kept_pieces(beside: Path, sha256: str) -> Iterator[bytes]:
    with aside.content_place(aside.folder_of(beside), sha256).open("rb") as file:
        while piece := file.read(2**20):
            yield piece
