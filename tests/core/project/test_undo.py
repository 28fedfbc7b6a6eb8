"""Undo and redo over everything, also after closing; typing merges; the log tells it all."""

from __future__ import annotations

import sqlite3

from core.project import (
    AttachEvidence,
    Edit,
    EvidenceDraft,
    LinkEvidence,
    MarkClaim,
    Project,
    RemoveEvidence,
    SetNote,
    SetRationale,
    SetSetting,
    SetVerdict,
)
from tests.core.project.making import Clock, span_of


def note(project: Project, key: str = "r1.c1") -> str:
    """The note of a claim."""
    return next(claim.note for claim in project.claims() if claim.id == key)


def steps(project: Project) -> int:
    """How many steps undo can take."""
    taken = 0
    while project.undo():
        taken += 1
    return taken


def test_typing_is_one_step(project: Project, clock: Clock) -> None:
    """Undo takes back a typed note at once, not letter by letter, and redo brings the whole of it."""
    for length in range(1, 6):
        project.do(SetNote("r1.c1", "一二三四五"[:length]))
        clock.pass_by(2)
    project.undo()
    assert note(project) == ""
    assert project.undo_label() is None
    project.redo()
    assert note(project) == "一二三四五"


def test_typing_after_a_pause_is_a_step_of_its_own(project: Project, clock: Clock) -> None:
    """What was written a minute ago is not lost by undoing what was written now."""
    project.do(SetNote("r1.c1", "先"))
    clock.pass_by(61)
    project.do(SetNote("r1.c1", "先后"))
    project.undo()
    assert note(project) == "先"


def test_typing_merges_only_with_the_same_field_claim_and_person(project: Project) -> None:
    """Another claim, another field, another reviewer or another edit between begins a new step."""
    edits: list[Edit] = [
        SetNote("r1.c1", "a"),
        SetNote("r1.c2", "b"),
        SetRationale("r1.c2", "c"),
        SetVerdict("r1.c2", "mostly"),
        SetRationale("r1.c2", "cd"),
        SetSetting("reviewer", "李"),
        SetRationale("r1.c2", "cde"),
    ]
    for edit in edits:
        project.do(edit)
    assert steps(project) == len(edits)


def test_typing_does_not_merge_into_an_undone_step(project: Project) -> None:
    """After undo a new letter begins a new step and the old redo is gone."""
    project.do(SetNote("r1.c1", "a"))
    project.do(SetVerdict("r1.c1", "mostly"))
    project.undo()
    project.do(SetNote("r1.c1", "ab"))
    assert project.redo() is None
    project.undo()
    assert note(project) == "a"


def test_a_new_edit_ends_redo(project: Project) -> None:
    """There is one line of time: after undo and a new edit the undone one cannot come back."""
    project.do(SetVerdict("r1.c1", "mostly"))
    project.undo()
    project.do(SetVerdict("r1.c2", "partly"))
    assert project.redo_label() is None
    assert project.redo() is None
    assert steps(project) == 1


def test_undo_and_redo_outlive_closing(project: Project, clock: Clock) -> None:
    """The position is in the file: what was undone yesterday can be redone today."""
    start = project.content_hash()
    project.do(SetVerdict("r1.c1", "mostly"))
    project.do(SetVerdict("r1.c1", "refuted"))
    end = project.content_hash()
    project.undo()
    project.close()
    with Project.open(project.path, clock=clock) as again:
        assert (again.undo_label(), again.redo_label()) == ("set_verdict", "set_verdict")
        again.redo()
        assert again.content_hash() == end
        assert steps(again) == 2
        assert again.content_hash() == start
        assert again.undo() is None


def test_undo_of_removed_evidence_brings_its_file_and_links_back(project: Project) -> None:
    """Bytes are kept while undo may ask for them."""
    item = project.do(AttachEvidence("r1.c1", EvidenceDraft(title="附件"), content=b"bytes")).subject
    project.do(LinkEvidence("r1.c2", item, "context"))
    project.do(RemoveEvidence(item))
    assert project.evidence() == () and project.links() == ()
    project.undo()
    assert [link.claim for link in project.links()] == ["r1.c1", "r1.c2"]
    assert project.evidence_bytes(item) == b"bytes"


def test_an_evidence_number_is_never_given_twice(project: Project) -> None:
    """A printed report that cites E-0001 cannot come to mean another document."""
    first = project.do(AttachEvidence(None, EvidenceDraft(title="一"))).subject
    project.do(RemoveEvidence(first))
    project.do(AttachEvidence(None, EvidenceDraft(title="二")))
    project.undo()
    project.do(AttachEvidence(None, EvidenceDraft(title="三")))
    assert [item.no for item in project.evidence()] == ["E-0003"]


def test_history_tells_who_changed_what_from_what(project: Project, clock: Clock) -> None:
    """The inspector can show each change of a claim with time, person, before and after; undo is part of it."""
    project.do(SetVerdict("r1.c1", "mostly"))
    clock.pass_by(90)
    project.do(SetSetting("reviewer", "李编码"))
    project.do(SetVerdict("r1.c1", "refuted"))
    project.undo()
    item = project.do(AttachEvidence("r1.c1", EvidenceDraft(), content=b"1", stance="refutes")).subject
    entries = project.history("r1.c1")
    assert [(entry.action, entry.kind, entry.by) for entry in entries] == [
        ("do", "set_verdict", "王复核"),
        ("do", "set_verdict", "李编码"),
        ("undo", "set_verdict", "李编码"),
        ("do", "attach_evidence", "李编码"),
    ]
    assert dict(entries[1].before) == {"verdict": "mostly"}
    assert dict(entries[1].after) == {"verdict": "refuted"}
    assert dict(entries[2].after) == {"verdict": "mostly"}
    assert dict(entries[3].after) == {f"evidence.{item}": "refutes"}
    assert entries[1].at == "2026-03-01T09:01:30.000+08:00"
    assert [entry.kind for entry in project.history(item)] == ["attach_evidence"]
    assert project.history("r1.c4") == ()


def test_undoing_a_mark_removes_the_claim_for_good_and_redo_gives_the_same_id(project: Project) -> None:
    """A claim that comes back by redo is the same one, so that selections and exports still mean it."""
    key = project.do(MarkClaim("r1", span_of("群众😀满意"))).subject
    project.undo()
    assert key not in {claim.id for claim in project.claims()}
    assert [claim.number for claim in project.claims()] == [1, 2, 3, 4]
    project.redo()
    assert key in {claim.id for claim in project.claims()}


def test_the_log_is_a_chain_that_shows_a_change_of_the_past(project: Project) -> None:
    """Whoever rewrites an old entry in the file is found out, and told where."""
    for number in range(4):
        project.do(SetNote("r1.c1", str(number)))
    project.close()
    with Project.open(project.path, read_only=True) as sound:
        assert sound.check() == []
    connection = sqlite3.connect(project.path)
    connection.execute("UPDATE log SET by = '别人' WHERE seq = 3")
    connection.commit()
    connection.close()
    with Project.open(project.path, read_only=True) as altered:
        assert [(problem.key, problem.params["entry"]) for problem in altered.check()] == [("log-broken", "3")]
