"""A project file may come from anyone: nothing in it runs, climbs, or is believed unchecked."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from contextlib import suppress
from pathlib import Path

import pytest

from core.model import Span
from core.project import (
    AttachEvidence,
    EvidenceDraft,
    MarkClaim,
    Project,
    ProjectError,
    SetNote,
    SetVerdict,
    aside,
    bounded,
    database,
    snapshots,
)
from core.project.repair import repair
from tests.core.project.making import made_project


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project file with a decision and an undo step, closed."""
    with made_project(tmp_path) as project:
        project.do(SetVerdict("r1.c1", "mostly"))
        return project.path


def alter(path: Path, *statements: str) -> None:
    """What an attacker may do with any SQLite tool."""
    connection = sqlite3.connect(path)
    connection.executescript(";\n".join(statements))
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER UPDATE ON claim BEGIN DELETE FROM claim; END",
        "CREATE VIEW evil AS SELECT * FROM claim",
        "CREATE TABLE extra (x)",
        "DROP INDEX claim_tag_by_tag",
        "ALTER TABLE claim ADD COLUMN x TEXT DEFAULT 'y'",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
        "DROP TABLE book",
    ],
)
def test_a_file_with_other_statements_is_refused(closed: Path, statement: str) -> None:
    """A crafted trigger, view or table is never touched: the file is not opened at all."""
    alter(closed, statement)
    before = closed.read_bytes()
    with pytest.raises(ProjectError) as caught:
        Project.open(closed)
    assert caught.value.key == "project-damaged"
    assert closed.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE verdict SET value = 'maybe'",
        "UPDATE verdict SET scale = 'mood'",
        "UPDATE anchor SET state = 'lost'",
        "DELETE FROM anchor",
        "UPDATE claim SET status = 'done'",
        "UPDATE claim SET types = 'x'",
        "UPDATE anchor SET span_end = 99999999",
        "UPDATE anchor SET span_start = -5",
        "UPDATE report SET extraction = '['",
        "UPDATE report SET extraction = '[]'",
        "UPDATE report SET extraction = replace(hex(zeroblob(200000)), '0', '[')",
        "UPDATE report SET extraction = '{\"format\": 1}'",
        "UPDATE report SET text = ''",
        "PRAGMA foreign_keys = OFF; DELETE FROM report",
    ],
)
def test_values_that_no_sound_project_holds_are_said_so(closed: Path, statement: str) -> None:
    """Bad JSON, unknown words, offsets outside the text: one sentence, never a crash or a wrong quote."""
    alter(closed, statement)
    with pytest.raises(ProjectError) as caught, Project.open(closed) as project:
        tuple(project.claims())
    assert caught.value.key == "project-damaged"


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("evidence", "INSERT INTO evidence SELECT 'e1', 'E-1', 't', 'lie', NULL, '', NULL, 'not_needed', '', NULL, "
                     "NULL, NULL, NULL, '', NULL, '', '', NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', '', '', "
                     "'', NULL, NULL, '', 'internal', '', '', '', '', ''"),
        ("tags", "UPDATE tag SET colour = '#12345\"'"),
        ("hits", "INSERT INTO hit_answer SELECT 'x', 'r1', '', 'new', '', '', ''"),
    ],
)  # fmt: skip
def test_other_tables_are_checked_when_they_are_read(closed: Path, table: str, statement: str) -> None:
    """Register, codebook and answers hold only what the model knows; an answer to nothing is not shown."""
    alter(closed, statement)
    with Project.open(closed) as project:
        if table == "hits":
            assert {hit.state for hit in project.hits()} == {"new"}
            return
        with pytest.raises(ProjectError):
            getattr(project, table)()


@pytest.mark.parametrize(
    "changes",
    [
        "nonsense",
        "{}",
        "[[]]",
        '[["sqlite_schema", ["x"], null, {"sql": "x"}]]',
        '[["log", ["1"], {"by": "x"}, {"by": "y"}]]',
        '[["claim", ["r1.c1"], {"verdict = 1; DROP TABLE claim; --": "x"}, {"note": "y"}]]',
        '[["claim", ["r1.c1"], {"note": {"a": 1}}, {"note": "y"}]]',
        '[["anchor", ["r1.c1", "1"], {"span_start": 99999999999999999999999}, {"span_start": 0}]]',
        '[["anchor", ["r1.c1"], {"span_start": 1}, {"span_start": 0}]]',
        '[["draft", ["r1.c1"], {"text": "1"}, {"text": "2"}]]',
        '[["claim", ["r1.nobody"], {"note": "x"}, {"note": "y"}]]',
        '[["claim", [1], {"note": "x"}, {"note": "y"}]]',
        "[" * 100_000,
    ],
)
def test_a_crafted_log_cannot_make_undo_write_elsewhere(closed: Path, changes: str) -> None:
    """Undo takes only known tables and columns from the log, and values as values."""
    connection = sqlite3.connect(closed)
    connection.execute("UPDATE log SET changes = ? WHERE seq = 2", (changes,))
    connection.commit()
    connection.close()
    with Project.open(closed) as project:
        before = project.content_hash()
        with pytest.raises(ProjectError) as caught:
            project.undo()
        assert caught.value.key == "project-damaged"
        assert project.content_hash() == before


def test_crafted_bookkeeping_ends_in_a_sentence(closed: Path) -> None:
    """An undo position that is no number stops undo, not the program."""
    alter(closed, "UPDATE book SET value = 'x' WHERE key = 'undo_position'")
    with Project.open(closed) as project:
        with pytest.raises(ProjectError):
            project.undo()
        with pytest.raises(ProjectError):
            project.do(SetNote("r1.c1", "x"))
        assert len(project.claims()) == 4


def test_values_of_absurd_size_are_not_read(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of gigabytes cannot fill the memory."""
    alter(closed, "UPDATE claim SET note = hex(zeroblob(300000))")
    monkeypatch.setattr(database, "LARGEST_VALUE", 100_000)
    with pytest.raises(ProjectError), Project.open(closed) as project:
        tuple(project.claims())


def test_a_file_in_another_journal_mode_is_written_in_ours(closed: Path) -> None:
    """A project left in WAL mode, where a copy of the one file would lose edits, goes back to one file."""
    alter(closed, "PRAGMA journal_mode = WAL")
    with Project.open(closed) as project:
        project.do(SetNote("r1.c1", "x"))
        assert [path.name for path in closed.parent.glob("*-wal")] == []
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_sql_in_names_is_text(tmp_path: Path) -> None:
    """Quotes, semicolons and statements in what people write are written as they are."""
    with made_project(tmp_path) as project:
        words = "'); DROP TABLE claim; -- \" ` \\ %s {x}"
        project.do(SetNote("r1.c1", words))
        assert project.claims()[0].note == words
        assert project.history("r1.c1' OR '1'='1") == ()
        assert project.setting("x' OR '1'='1", "no") == "no"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (x, y GENERATED ALWAYS AS (hex(zeroblob(1000000000))) VIRTUAL)",
        "CREATE VIEW evil AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "DROP TABLE book; CREATE VIEW book AS WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n) "
        "SELECT 'x' AS key, value FROM n",
        "CREATE TEMP TRIGGER evil AFTER INSERT ON log BEGIN DELETE FROM log; END; CREATE TABLE extra (x)",
        "CREATE INDEX evil ON claim(abs(-9223372036854775808))",
        "CREATE TABLE extra (x CHECK (x > load_extension('evil')))",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'claim'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE claim (id)' WHERE name = 'claim'",
    ],
)
def test_crafted_definitions_neither_run_nor_hang(closed: Path, statement: str) -> None:
    """Views without end, columns of a gigabyte, pages that are another table's: opening ends in a sentence, and so do
    a snapshot and the list of snapshots."""
    try:
        alter(closed, statement)
    except sqlite3.Error:
        pytest.skip("this SQLite does not let anyone make such a file")
    for read_only in (True, False):
        with pytest.raises(ProjectError) as caught:
            Project.open(closed, read_only=read_only)
        assert caught.value.key in {"project-damaged", "project-unreadable"}
    aside.folder_of(closed).mkdir()
    shutil.copy(closed, aside.folder_of(closed) / "20260101T000000Z.prv")
    assert snapshots.listed(closed) == []


def looped(path: Path, table: str) -> None:
    """Make all ways through a table's pages lead to its first leaf, so that it has rows without end."""
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT pageno, pagetype FROM dbstat WHERE name = ? ORDER BY pageno", (table,)
    ).fetchall()
    connection.close()
    inner = [page for page, kind in found if kind == "internal"]
    leaf = next(page for page, kind in found if kind == "leaf")
    data = bytearray(path.read_bytes())
    for page in inner:
        start = (page - 1) * 4096
        count = struct.unpack_from(">H", data, start + 3)[0]
        struct.pack_into(">I", data, start + 8, page if page != inner[0] else leaf)
        for position in range(count):
            cell = struct.unpack_from(">H", data, start + 12 + 2 * position)[0]
            struct.pack_into(">I", data, start + cell, leaf)
    path.write_bytes(data)


@pytest.mark.parametrize("table", ["log", "log_subject", "claim", "anchor"])
def test_tables_whose_pages_lead_in_a_circle_come_to_an_end(closed: Path, table: str) -> None:
    """A small file can pretend to rows without end; opening, checking, a snapshot and a repair all end."""
    with Project.open(closed) as project:
        project._connection.execute("PRAGMA synchronous = OFF")
        for number in range(300):
            project.do(MarkClaim("r1", Span(number % 20, number % 20 + 5)))
    try:
        looped(closed, table)
    except sqlite3.Error:
        pytest.skip("this SQLite does not tell which page is whose (no dbstat)")
    try:
        with Project.open(closed, read_only=True) as project:
            assert project.check() != []
            project.claims()
    except ProjectError as error:
        assert error.key == "project-damaged"
    with suppress(ProjectError, snapshots.WriterWaitsError):
        snapshots.take(closed)
    assert sum(item.stat().st_size for item in closed.parent.rglob("*") if item.is_file()) < 2**30
    repair(closed)
    with Project.open(closed) as project:
        assert project.check() == []
        assert len(project.claims()) > 4


def test_json_of_absurd_size_is_refused_before_it_fills_the_memory(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Millions of empty lists take little room in a file and much in memory."""
    monkeypatch.setattr(bounded, "MOST_VALUES", 100_000)
    alter(closed, "UPDATE report SET extraction = '{\"x\":[' || replace(hex(zeroblob(50000)), '00', '[],[],') || '1]}'")
    with pytest.raises(ProjectError) as caught, Project.open(closed) as project:
        project.claims()
    assert caught.value.key == "project-damaged"


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "C:\\evil", "..", "a/../../evil", "con.txt", "evil\0.txt"])
def test_names_of_evidence_stay_in_the_folder_that_was_chosen(tmp_path: Path, name: str) -> None:
    """Whatever the row says, a file is written into the chosen folder and nowhere else."""
    with made_project(tmp_path) as project:
        key = project.do(AttachEvidence(None, EvidenceDraft(), content=b"x")).subject
        path = project.path
    connection = sqlite3.connect(path)
    connection.execute("UPDATE evidence SET file_name = ?", (name,))
    connection.commit()
    connection.close()
    target = tmp_path / "chosen" / "folder"
    target.mkdir(parents=True)
    before = set(tmp_path.rglob("*"))
    with Project.open(path, read_only=True) as project:
        written = project.write_evidence(key, target)
    assert written.parent == target
    assert set(tmp_path.rglob("*")) - before == {written}


def test_a_hash_in_a_snapshot_is_no_path(tmp_path: Path) -> None:
    """A crafted snapshot cannot have a file of the computer copied into a project as evidence."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    with made_project(tmp_path) as project:
        key = project.do(AttachEvidence(None, EvidenceDraft(), content=b"x")).subject
        taken = snapshots.take(project.path)
    assert taken is not None
    connection = sqlite3.connect(taken.path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE file SET sha256 = '../../secret', size = 6 WHERE size = 1")
    connection.execute("UPDATE evidence SET sha256 = '../../secret', size = 6")
    connection.commit()
    connection.close()
    with Project.open(taken.path) as past:
        with pytest.raises(ProjectError):
            past.evidence_bytes(key)
        past.save_copy(tmp_path / "copy.prv")
    assert b"secret" not in (tmp_path / "copy.prv").read_bytes().replace(b"../../secret", b"")
