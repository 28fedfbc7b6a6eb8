"""Text half typed outlives a crash, and is no part of the record."""

from __future__ import annotations

import pytest

from core.project import Project, ProjectError, SetNote
from tests.core.project.making import Clock


def test_what_was_half_typed_is_there_after_a_crash(project: Project, clock: Clock) -> None:
    """The words of each field come back, the last state of each, until the field is done."""
    project.put_draft("note:r1.c1", "半")
    clock.pass_by(1)
    project.put_draft("dialog.evidence.title", "题\ud842")
    clock.pass_by(1)
    project.put_draft("note:r1.c1", "半句")
    project._connection.close()  # the process ends here
    with Project.open(project.path, read_only=True) as again:
        assert again.take_drafts() == {"dialog.evidence.title": "题?", "note:r1.c1": "半句"}
        assert list(again.take_drafts()) == ["dialog.evidence.title", "note:r1.c1"]
        with pytest.raises(ProjectError):
            again.drop_draft("note:r1.c1")


def test_a_draft_is_dropped_when_its_field_is_done(project: Project) -> None:
    """Nothing is offered twice."""
    project.put_draft("a", "x")
    project.put_draft("b", "y")
    project.drop_draft("a")
    project.put_draft("b", "")
    project.drop_draft("never there")
    assert project.take_drafts() == {}


def test_drafts_are_no_edits(project: Project) -> None:
    """They are no step to undo, no entry in the log and no part of what is signed."""
    project.do(SetNote("r1.c1", "x"))
    before, entries = project.content_hash(), len(list(project.entries()))
    project.put_draft("note:r1.c2", "y")
    assert (project.content_hash(), len(list(project.entries()))) == (before, entries)
    project.undo()
    assert project.take_drafts() == {"note:r1.c2": "y"}
