"""The record is what it says: log, content and signatures fit together, and whoever alters one of them is found out."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from core import cli
from core.project import (
    AddTag,
    AttachEvidence,
    BeginVersion,
    EvidenceDraft,
    LinkClaims,
    MarkClaim,
    Project,
    ProjectError,
    RemoveClaim,
    SetNote,
    SetRationale,
    SetVerdict,
    Sign,
    Together,
)
from core.project.history import entry_hash
from tests.core.project.making import made_project, span_of


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """A project with a history of every sort: undone, signed, approved, opened again."""
    with made_project(tmp_path) as project:
        key = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
        project.do(SetVerdict("r1.c1", "mostly"))
        project.do(SetRationale("r1.c1", "理由"))
        project.do(Together([AddTag(claim.id, "macro") for claim in project.claims()], "add_tag"))
        project.do(LinkClaims("r1.c1", key, "part_of"))
        project.do(AttachEvidence(key, EvidenceDraft(title="一"), content=b"1"))
        project.do(RemoveClaim(key))
        project.undo()
        project.undo()
        project.redo()
        project.do(Sign("preparer", "王"))
        project.do(Sign("reviewer", "李"))
        project.do(Sign("approver", "赵"))
        project.do(BeginVersion("补充"))
        project.do(SetNote("r1.c2", "后来"))
        project.undo()
        project.do(Sign("preparer", "王"))
        return project.path


def alter(path: Path, *statements: str) -> None:
    """What anyone can do with a SQLite tool."""
    connection = sqlite3.connect(path)
    connection.executescript(";\n".join(statements))
    connection.commit()
    connection.close()


def chain_anew(path: Path) -> None:
    """What a forger would do who knows how the log is chained."""
    connection = sqlite3.connect(path)
    previous = ""
    for row in connection.execute("SELECT * FROM log ORDER BY seq").fetchall():
        values = (*row[:7], previous)
        previous = entry_hash(values)
        connection.execute("UPDATE log SET previous = ?, hash = ? WHERE seq = ?", (values[7], previous, row[0]))
    connection.commit()
    connection.close()


def found(path: Path) -> list[str]:
    """The keys of what is wrong."""
    with Project.open(path, read_only=True) as project:
        problems = project.check()
        assert all(problem.sentence("zh").endswith("。") and problem.sentence("en") for problem in problems)
        return [problem.key for problem in problems]


def test_a_sound_record_is_sound(worked: Path) -> None:
    """Undo, redo, many at once, signatures and new versions all leave a record that gives the content."""
    assert found(worked) == []


@pytest.mark.parametrize("name", ["v1-county", "v1-digest"])
def test_a_migrated_record_is_sound_from_its_first_entry_on(tmp_path: Path, name: str) -> None:
    """The old entries, read in today's rows, still give what the file holds."""
    path = Path(shutil.copy(Path(__file__).parent / "old" / f"{name}.prv", tmp_path))
    with Project.open(path) as project:
        project.do(SetNote(project.claims()[0].id, "x"))
        project.undo()
    assert found(path) == []
    alter(path, "UPDATE verdict SET value = 'refuted' WHERE value = 'supported'")
    assert found(path) == ["rows-not-of-log"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE verdict SET value = 'refuted'",
        "DELETE FROM claim_tag WHERE claim = 'r1.c1'",
        "UPDATE evidence SET title = '二'",
        "UPDATE setting SET value = '别人'",
        "INSERT INTO hit_answer SELECT 'x', 'r1', '', 'dismissed', 'x', '', ''",
        "UPDATE version SET corrections = ''",
        "UPDATE anchor SET span_end = span_end - 1",
    ],
)
def test_a_decision_that_was_changed_past_the_log_is_found(worked: Path, statement: str) -> None:
    """The chain alone would not show it: the log is whole, but it does not tell what the file says."""
    alter(worked, statement)
    assert found(worked) == ["rows-not-of-log"]


def test_an_entry_that_was_rewritten_is_found_even_with_its_chain_made_anew(worked: Path) -> None:
    """A log that was forged with care still does not give the content, or could not have happened."""
    alter(worked, "UPDATE log SET changes = replace(changes, '理由', '借口')")
    assert found(worked) == ["log-broken"]
    chain_anew(worked)
    assert set(found(worked)) == {"rows-not-of-log", "signature-false"}


def test_an_entry_that_cannot_have_happened_is_found(worked: Path) -> None:
    """Removing what was never there, or naming what no project holds."""
    for number, change in enumerate((
        ["claim_tag", ["r1.c1", "nothing"], {"claim": "r1.c1", "tag": "nothing"}, None],
        ["sqlite_schema", ["x"], None, {"sql": "x"}],
    )):  # fmt: skip
        path = Path(shutil.copy(worked, worked.with_name(f"{number}.prv")))
        connection = sqlite3.connect(path)
        connection.execute("UPDATE log SET changes = ? WHERE seq = 3", (json.dumps([change]),))
        connection.commit()
        connection.close()
        chain_anew(path)
        assert found(path) == ["project-damaged"]


def test_a_signature_for_another_content_is_found(worked: Path) -> None:
    """Changing content, log and chain together still leaves the signatures, which stand for what was signed."""
    other = hashlib.sha256(b"other").hexdigest()
    connection = sqlite3.connect(worked)
    (real,) = connection.execute("SELECT content_hash FROM sign_off WHERE number = 2").fetchone()
    connection.execute("UPDATE sign_off SET content_hash = ? WHERE number = 2", (other,))
    connection.execute("UPDATE log SET changes = replace(changes, ?, ?) WHERE subject = '2'", (real, other))
    connection.commit()
    connection.close()
    chain_anew(worked)
    assert found(worked) == ["signature-false"]


def test_an_approved_review_that_was_altered_is_found(tmp_path: Path) -> None:
    """The approval itself says that the content is no longer the approved one."""
    with made_project(tmp_path) as project:
        for role in ("preparer", "reviewer", "approver"):
            project.do(Sign(role, "王"))  # type: ignore[arg-type]  # words of the loop
        path = project.path
    assert found(path) == []
    alter(path, "UPDATE tag SET definition = 'x'")
    assert found(path) == ["rows-not-of-log", "signature-false"]


def test_the_command_says_what_it_verified(worked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 with the fingerprint to compare; the file is only read."""
    before = worked.read_bytes()
    assert cli.main(["verify", str(worked), "--language", "en"]) == 0
    said = capsys.readouterr().out
    with Project.open(worked, read_only=True) as project:
        assert project.content_hash() in said
    assert "4 signatures" in said and "2 files" in said
    assert worked.read_bytes() == before


def test_the_command_names_what_is_wrong_and_fails(worked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 and one line for each problem, also for a linked file that is gone."""
    outside = worked.with_name("a.txt")
    outside.write_bytes(b"a")
    with Project.open(worked) as project:
        project.do(AttachEvidence(None, EvidenceDraft(), file=outside, link=True))
    assert cli.main(["verify", str(worked)]) == 0
    outside.unlink()
    assert cli.main(["verify", str(worked)]) == 1
    said = capsys.readouterr().err
    assert "核验未通过" in said and "E-0002" in said
    assert cli.main(["verify", str(worked.with_name("none.prv"))]) == 1
    with pytest.raises(ProjectError):
        Project.open(worked.with_name("none.prv"))
