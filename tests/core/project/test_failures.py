"""Writes that fail: a full disk, a stop in the middle, a killed process. The old state or the new, never between."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.project import (
    AddTag,
    AttachEvidence,
    Edit,
    EvidenceDraft,
    MarkClaim,
    Project,
    ProjectError,
    RemoveClaim,
    SetNote,
    SetVerdict,
)
from tests.core.project.making import made_project, made_report, span_of

ROOT = Path(__file__).resolve().parents[3]
#: How many times the session is killed; 500 in a long run.
KILLS = int(os.environ.get("POLICY_REVIEW_KILLS", "25"))


class Interrupt:
    """Makes SQLite stop at the n-th instruction that it runs from now on."""

    def __init__(self, project: Project, instruction: int) -> None:
        self._connection = project._connection
        self._left = instruction

    def __enter__(self) -> None:
        self._connection.set_progress_handler(self._count, 1)

    def __exit__(self, *_error: object) -> None:
        self._connection.set_progress_handler(None, 1)

    def _count(self) -> bool:
        self._left -= 1
        return self._left == 0


@pytest.mark.parametrize("step", ["do", "undo", "redo"])
def test_a_step_stopped_at_any_instruction_leaves_nothing(project: Project, step: str) -> None:
    """Wherever in its statements an edit, undo or redo breaks off, disk and memory are as before and work goes on."""
    key = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
    project.do(AddTag(key, "city"))
    project.do(AttachEvidence(key, EvidenceDraft(), content=b"1"))
    project.do(RemoveClaim(key))
    if step != "undo":
        project.undo()
    before, shown, labels = project.content_hash(), project.claims(), (project.undo_label(), project.redo_label())
    attempts: dict[str, Callable[[], object]] = {
        "do": lambda: project.do(RemoveClaim(key)),
        "undo": project.undo,
        "redo": project.redo,
    }
    stopped = 0
    for instruction in range(1, 100_000, 7):
        try:
            with Interrupt(project, instruction):
                attempts[step]()
        except ProjectError as error:
            assert error.key == "project-busy"
            stopped += 1
            assert project.content_hash() == before
            assert project.claims() == shown
            assert (project.undo_label(), project.redo_label()) == labels
        else:
            break
    assert stopped > 20
    assert project.content_hash() != before
    assert project.check() == []


def test_a_full_disk_leaves_the_state_before_and_says_so(project: Project) -> None:
    """The edit that did not fit is a sentence; what was there is whole, and smaller edits go on when there is room."""
    project.do(SetVerdict("r1.c1", "mostly"))
    before, shown = project.content_hash(), project.claims()
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    too_large: list[Edit] = [
        AttachEvidence("r1.c2", EvidenceDraft(), content=bytes(100_000)),
        SetNote("r1.c1", "长" * 50_000),
    ]
    for edit in too_large:
        with pytest.raises(ProjectError) as caught:
            project.do(edit)
        assert caught.value.key == "disk-full"
        assert project.content_hash() == before
        assert project.claims() == shown
        assert project.evidence() == ()
    project._connection.execute("PRAGMA max_page_count = 1000000")
    project.do(too_large[0])
    assert project.check() == []
    project.undo()
    assert project.content_hash() == before


def test_creating_on_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that could not be written whole is not there at all."""

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.project.database.sync", full)
    with pytest.raises(ProjectError) as caught:
        made_project(tmp_path)
    assert caught.value.key == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_fails_leaves_the_file_that_was_there(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Save a copy over an older copy never destroys the older one first."""
    target = tmp_path / "copy.prv"
    target.write_bytes(b"older")

    def broken(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("core.project.database.sync", broken)
    with pytest.raises(ProjectError) as caught:
        project.save_copy(target)
    assert caught.value.key == "cannot-write"
    assert target.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".评审.prv.lock", "copy.prv", "评审.prv"]
    project.do(SetNote("r1.c1", "goes on"))


def test_a_file_held_by_another_program_is_a_sentence(project: Project) -> None:
    """Another program's transaction makes an edit fail cleanly; afterwards it works."""
    project._connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectError) as caught:
        project.do(SetNote("r1.c1", "x"))
    assert caught.value.key == "project-busy"
    other.execute("ROLLBACK")
    other.close()
    project.do(SetNote("r1.c1", "x"))
    assert project.claims()[0].note == "x"


def test_what_another_wrote_is_seen_before_the_next_edit(tmp_path: Path) -> None:
    """Where a file system knows no locks, two writers still never overwrite one another's log."""
    with made_project(tmp_path) as first:
        first.claims()
        (tmp_path / ".评审.prv.lock").unlink()
        with Project.open(first.path) as second:
            assert not second.read_only
            second.do(SetNote("r1.c1", "second"))
            first.do(SetNote("r1.c2", "first"))
            assert [claim.note for claim in first.claims()][:2] == ["second", "first"]
            assert first.check() == []


SESSION = """
import random, sys
from pathlib import Path
from core.project import AddTag, AttachEvidence, EvidenceDraft, MarkClaim, Project, SetNote
from core.model import Span
project = Project.open(Path(sys.argv[1]))
assert not project.read_only
number = int(sys.argv[2])
while True:
    number += 1
    key = project.do(MarkClaim("r1", Span(number % 50, number % 50 + 5))).subject
    print("mark", key, flush=True)
    project.do(SetNote(key, str(number) * 200))
    print("note", key, number, flush=True)
    project.do(AttachEvidence(key, EvidenceDraft(title=str(number)), content=random.randbytes(20000)))
    print("evidence", key, number, flush=True)
"""


def test_killed_at_any_moment_every_acknowledged_edit_is_there(tmp_path: Path) -> None:
    """kill -9 in the middle of writing loses at most the edit in flight and damages nothing."""
    with made_project(tmp_path) as project:
        path, logged = project.path, project._history.head()[0]
    chance = random.Random(7)
    acknowledged: list[list[str]] = []
    for run in range(KILLS):
        command = [sys.executable, "-c", SESSION, str(path), str(run * 1000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.06))
            process.kill()
            lines = [first, *process.stdout]
            process.wait()
        told = [line.split() for line in lines if line.endswith("\n")]
        acknowledged += told
        with Project.open(path) as project:
            assert not project.read_only
            before, logged = logged, project._history.head()[0]
            assert len(told) <= logged - before <= len(told) + 1  # at most the one in flight was not acknowledged
            claims = {claim.id: claim for claim in project.claims()}
            titles = {item.title: item.id for item in project.evidence()}
            for word, key, *rest in acknowledged:
                assert key in claims
                if word == "note":
                    assert claims[key].note == rest[0] * 200
                if word == "evidence":
                    assert [link.evidence for link in claims[key].evidence] == [titles[rest[0]]]
            assert project.check() == []
    assert len(acknowledged) > KILLS
    with Project.open(path) as project:
        while project.undo():
            pass
        with made_project(tmp_path, "fresh.prv") as fresh:
            assert project.content_hash() == fresh.content_hash()
        assert project.report() == made_report()
