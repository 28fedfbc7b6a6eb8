"""Signing: who signs what in which order, what an approval locks, how the next version begins, what undo may take."""

from __future__ import annotations

import pytest

from core.project import (
    AddTag,
    AttachEvidence,
    BeginVersion,
    EvidenceDraft,
    Project,
    ProjectError,
    SetNote,
    SetSetting,
    SetVerdict,
    Sign,
)
from tests.core.project.making import Clock


def refused(project: Project, *edits: Sign | BeginVersion) -> list[str]:
    """The keys of the sentences with which the edits are refused; none of them changes anything."""
    found = []
    before = (project.versions(), project.content_hash())
    for edit in edits:
        with pytest.raises(ProjectError) as caught:
            project.do(edit)
        assert caught.value.sentence("zh").endswith("。")
        found.append(caught.value.key)
    assert (project.versions(), project.content_hash()) == before
    return found


def approve(project: Project) -> None:
    """All three signatures."""
    project.do(Sign("preparer", "王"))
    project.do(Sign("reviewer", "李"))
    project.do(Sign("approver", "赵", comment="同意"))


def test_three_people_sign_one_after_the_other(project: Project, clock: Clock) -> None:
    """Each signature says who, in which role, with which opinion, when, and over which content."""
    project.do(SetVerdict("r1.c1", "mostly"))
    content = project.content_hash()
    stages = []
    for role, name in (("preparer", " 王  编制 "), ("reviewer", "李"), ("approver", "赵")):
        clock.pass_by(60)
        changes = project.do(Sign(role, name))  # type: ignore[arg-type]  # words of the loop
        assert changes.signed
        stages.append(project.versions()[-1].stage)
    assert stages == ["prepared", "reviewed", "approved"]
    (version,) = project.versions()
    assert [(sign.role, sign.name, sign.opinion) for sign in version.sign_offs] == [
        ("preparer", "王 编制", "accepted"), ("reviewer", "李", "accepted"), ("approver", "赵", "accepted"),
    ]  # fmt: skip
    assert {sign.content_hash for sign in version.sign_offs} == {content} == {project.content_hash()}
    assert version.sign_offs[0].at == "2026-03-01T09:01:00.000+08:00"
    assert version.locked


def test_nobody_signs_out_of_turn_or_without_a_name(project: Project) -> None:
    """The order is that of the three-level review, and a signature needs someone."""
    assert refused(project, Sign("reviewer", "李"), Sign("approver", "赵"), Sign("preparer", "  ")) == [
        "sign-too-early", "sign-too-early", "sign-name-missing",
    ]  # fmt: skip
    project.do(Sign("preparer", "王"))
    assert refused(project, Sign("approver", "赵"), BeginVersion("x")) == ["sign-too-early", "version-still-open"]
    with pytest.raises(ValueError, match="preparer"):
        project.do(Sign("preparer", "王", "more_evidence", "x"))


def test_a_change_after_a_signature_needs_it_again(project: Project) -> None:
    """A signature is for what was read: the reviewer cannot sign what the preparer has not seen."""
    project.do(Sign("preparer", "王"))
    project.do(SetNote("r1.c1", "后来"))
    assert refused(project, Sign("reviewer", "李")) == ["sign-outdated"]
    project.do(Sign("preparer", "王"))
    project.do(Sign("reviewer", "李"))
    project.do(SetNote("r1.c1", ""))
    assert refused(project, Sign("approver", "赵")) == ["sign-outdated"]


def test_sending_back_needs_a_comment_and_begins_again(project: Project) -> None:
    """Get more evidence, correct the conclusion: both return the review to its preparer, and stay in the record."""
    project.do(Sign("preparer", "王"))
    assert refused(project, Sign("reviewer", "李", "more_evidence", " ")) == ["sign-comment-missing"]
    project.do(Sign("reviewer", "李", "more_evidence", "缺统计公报"))
    assert project.versions()[-1].stage == "returned"
    assert refused(project, Sign("reviewer", "李"), Sign("approver", "赵")) == ["sign-too-early"] * 2
    approve(project)
    assert [sign.opinion for sign in project.versions()[-1].sign_offs] == [
        "accepted", "more_evidence", "accepted", "accepted", "accepted",
    ]  # fmt: skip


def test_an_approved_review_is_locked_until_the_next_version_says_what_it_corrects(project: Project) -> None:
    """Never a silent edit: everything is refused, also by another opening, until a corrections note is written."""
    project.do(SetVerdict("r1.c1", "mostly"))
    project.do(SetVerdict("r1.c2", "mostly"))
    project.undo()
    approve(project)
    signed = project.content_hash()
    project.close()
    with Project.open(project.path, clock=Clock()) as again:
        assert not again.editable and not again.can_undo and not again.can_redo
        for step in (
            lambda: again.do(SetNote("r1.c1", "x")),
            lambda: again.do(AddTag("r1.c1", "macro")),
            lambda: again.do(AttachEvidence(None, EvidenceDraft(), content=b"1")),
            lambda: again.do(SetSetting("reviewer", "x")),
            lambda: again.do(Sign("preparer", "王")),
            again.undo,
            again.redo,
        ):
            with pytest.raises(ProjectError) as caught:
                step()
            assert caught.value.key == "review-locked"
        assert again.content_hash() == signed
        assert refused(again, BeginVersion("  ")) == ["corrections-missing"]
        again.do(BeginVersion("第一条判定有误"))
        first, second = again.versions()
        assert first.locked and len(first.sign_offs) == 3
        assert (second.number, second.corrections) == (2, "第一条判定有误")
        assert (second.stage, second.opened_by) == ("open", "王复核")
        again.do(SetNote("r1.c1", "更正"))
        approve(again)
        assert again.versions()[0] == first
        assert again.versions()[1].sign_offs[-1].content_hash == again.content_hash() != signed
        assert again.check() == []


def test_undo_stops_at_a_signature_and_says_so(project: Project) -> None:
    """What was signed cannot be taken back unseen; what was done since can, and what was undone before stays undone."""
    project.do(SetVerdict("r1.c1", "mostly"))
    project.do(SetVerdict("r1.c1", "partly"))
    project.undo()
    project.do(Sign("preparer", "王"))
    assert project.undo_label() is None and not project.can_undo
    assert project.redo() is None
    with pytest.raises(ProjectError) as caught:
        project.undo()
    assert caught.value.key == "undo-signed"
    project.do(SetNote("r1.c1", "x"))
    assert project.undo_label() == "set_note"
    project.undo()
    assert project.redo_label() == "set_note"
    project.redo()
    assert project.undo() is not None
    with pytest.raises(ProjectError):
        project.undo()
    assert project.claims()[0].veracity == "mostly"


def test_typing_does_not_go_on_across_a_signature(project: Project) -> None:
    """A letter typed after signing is a step of its own, so that undo cannot reach behind."""
    project.do(SetNote("r1.c1", "a"))
    project.do(Sign("preparer", "王"))
    project.do(SetNote("r1.c1", "ab"))
    project.undo()
    assert project.claims()[0].note == "a"


def test_the_signatures_are_in_the_log(project: Project) -> None:
    """Who signed when is part of the chained record."""
    approve(project)
    project.do(BeginVersion("x"))
    kinds = [entry.kind for entry, _ in project.entries()]
    assert kinds == ["create_project", "sign", "sign", "sign", "begin_version"]
