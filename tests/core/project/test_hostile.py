"""A project file may come from anyone: nothing in it runs, climbs, or is believed unchecked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.project import Project, ProjectError, SetNote, SetVerdict, database
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
