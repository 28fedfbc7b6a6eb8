"""Each edit: what it does, that undo takes it back wholly, and that redo makes it again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from core import vocabulary
from core.model import ReviewClaim, Span
from core.model.figures import reading_of
from core.model.particulars import Particulars
from core.project import (
    AcceptClaim,
    AddFigure,
    AddPlace,
    AddTag,
    AnswerHit,
    AttachEvidence,
    BeginVersion,
    ChangeEvidence,
    CodeEntry,
    ConfirmPlaces,
    CorrectFigure,
    DefineTag,
    DeleteTag,
    DismissClaim,
    Edit,
    EmbedLinked,
    EvidenceDraft,
    EvidencePatch,
    FillEntry,
    ImportCodebook,
    LinkClaims,
    LinkEvidence,
    MarkClaim,
    MovePin,
    OrderTags,
    PinChart,
    PlaceAgain,
    Project,
    ProjectError,
    RefuseFigure,
    RemoveClaim,
    RemoveEvidence,
    RemovePlace,
    RemoveTag,
    ReplaceReport,
    RestoreClaim,
    RestoreFigure,
    RestoreSnapshot,
    SetConfidence,
    SetEvidenceFile,
    SetNote,
    SetParticulars,
    SetRationale,
    SetSetting,
    SetStatus,
    SetTypes,
    SetVerdict,
    Sign,
    Together,
    UnlinkClaims,
    UnlinkEvidence,
    UnpinChart,
    carried,
    snapshots,
)
from tests.core.project.making import corrected_report, span_of


def claim(project: Project, key: str = "r1.c1") -> ReviewClaim:
    """One claim as it is now."""
    return next(claim for claim in project.claims() if claim.id == key)


def furnish(project: Project) -> tuple[str, str]:
    """Decisions for edits to work on; gives the ids of a person's claim and of a piece of evidence."""
    marked = project.do(MarkClaim("r1", span_of("𠮷祥路通车"), ("achievement",))).subject
    project.do(AddTag(marked, "city"))
    project.do(AddTag("r1.c1", "macro"))
    item = project.do(AttachEvidence(marked, EvidenceDraft(kind="notice", title="通报"), content=b"file")).subject
    project.do(DismissClaim("r1.c4", "口号"))
    project.do(SetVerdict("r1.c3", "unproven"))
    project.do(LinkClaims("r1.c3", marked, "explains"))
    project.do(AddPlace("r1.c3", span_of("群众😀满意")))
    project.do(PinChart("growth"))
    project.do(PinChart("evidence"))
    outside = project.path.with_name("outside.txt")
    outside.write_text("outside")
    project.do(AttachEvidence(None, EvidenceDraft(), file=outside, link=True))
    return marked, item


def edits(project: Project, wanted: str = "") -> dict[str, Edit]:
    """One edit of each kind, for a furnished project, which has a decision on a figure if `wanted` takes it back.

    (With such a decision the checks are made again, and those of this made-up report are not found by any rule.)
    """
    fresh = snapshots.take(project.path)
    assert fresh is not None
    marked, item = furnish(project)
    hit = project.hits()[0].id
    first = project.report().metrics[0]
    reading = replace(reading_of(first), role="target", period="2030")
    take_back = RestoreFigure.kind == wanted
    added = project.do(AddFigure("r1", span_of("通车"), reading)).subject if take_back else ""
    made: list[Edit] = [
        CorrectFigure("r1", first.value_span, reading),
        RefuseFigure("r1", first.value_span),
        AddFigure("r1", span_of("祥路"), reading),
        RestoreFigure(added),
        RestoreSnapshot(fresh.path),
        MarkClaim("r1", span_of("新增学位3000个"), ("achievement", "target")),
        RemoveClaim(marked),
        SetTypes("r1.c1", ("ranking", "achievement")),
        DismissClaim("r1.c1", "重复"),
        RestoreClaim("r1.c4"),
        SetVerdict("r1.c1", "mostly"),
        SetConfidence("r1.c3", "low"),
        SetRationale("r1.c2", "见公报第3页；DROP TABLE claim;--'\"\x00"),
        SetNote("r1.c2", "备注"),
        AddTag("r1.c2", "education"),
        RemoveTag("r1.c1", "macro"),
        DefineTag(None, "营商环境", "办事", "#0a6a8f"),
        DeleteTag("macro"),
        AttachEvidence("r1.c1", EvidenceDraft(url="https://a.example"), stance="refutes"),
        LinkEvidence("r1.c1", item, "neutral"),
        UnlinkEvidence(marked, item),
        ChangeEvidence(item, EvidencePatch(title="新题", provider="统计局")),
        RemoveEvidence(item),
        AnswerHit(hit, "dismissed", "不是问题"),
        SetSetting("scope", "全文"),
        SetParticulars(Particulars(title="某县报告", level="county")),
        AcceptClaim("r1.c1"),
        AddPlace("r1.c1", span_of("群众😀满意")),
        RemovePlace("r1.c3", 1),
        PlaceAgain("r1.c1", 0, span_of("地区生产总值")),
        ReplaceReport(carried(project, corrected_report(), b"corrected")),
        SetStatus("r1.c1", "to_second"),
        LinkClaims("r1.c1", "r1.c2", "contradicts", "口径不同"),
        UnlinkClaims("r1.c3", marked),
        OrderTags(("city", "macro")),
        ImportCodebook((CodeEntry("工业", definition="另一定义"), CodeEntry("新码", parent="工业"))),
        SetEvidenceFile(item, content=b"another", file_name="b.txt"),
        EmbedLinked(),
        FillEntry("r1.c3", "", "lead_unit", "区发改委"),
        PinChart("verdicts"),
        UnpinChart("growth"),
        MovePin("evidence", -1),
        Together((AddTag("r1.c1", "city"), SetVerdict("r1.c2", "met", "fulfilment")), "together"),
    ]
    return {edit.kind: edit for edit in made}


#: Signing is no step to undo, and there is nothing to confirm before a correction; both have their own tests.
KINDS = sorted({kind.kind for kind in Edit.__subclasses__()} - {Sign.kind, BeginVersion.kind, ConfirmPlaces.kind})


def everything(project: Project) -> tuple[object, ...]:
    """All that a window could show of the decisions."""
    return (project.claims(), project.tags(), project.evidence(), project.links(), project.hits(),
            project.claim_links(), project.setting("scope"), project.content_hash(), project.ledger_entries(),
            project.pins(), project.report().metrics)  # fmt: skip


def test_every_edit_is_tried_and_has_its_word(project: Project) -> None:
    """No kind of edit is left out of these tests, and undo can name each in both languages."""
    assert sorted(edits(project)) == KINDS
    for kind in (*KINDS, Sign.kind, BeginVersion.kind, ConfirmPlaces.kind, "read_again", "migrate_1_2"):
        assert vocabulary.label("edit", kind, "zh") and vocabulary.label("edit", kind, "en")


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_can_be_undone_and_redone(project: Project, kind: str) -> None:
    """Undo gives back all that was shown before, redo all that was shown after, also for a reader who comes new."""
    edit = edits(project, kind)[kind]
    before = everything(project)
    changes = project.do(edit)
    after = everything(project)
    assert after != before
    assert (changes.label, project.undo_label(), project.redo_label()) == (kind, kind, None)
    undone = project.undo()
    assert everything(project) == before
    assert project.redo_label() == kind
    redone = project.redo()
    assert everything(project) == after
    assert undone == redone == changes
    with Project.open(project.path, read_only=True) as fresh:
        assert everything(fresh) == after


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_says_what_it_touched(project: Project, kind: str) -> None:
    """A pane that listens to Changes never keeps a claim, hit or item that is not as it was."""
    edit = edits(project, kind)[kind]
    claims, hits = {claim.id: claim for claim in project.claims()}, {hit.id: hit for hit in project.hits()}
    evidence, links, tags = project.evidence(), project.links(), project.tags()
    changes = project.do(edit)
    if changes.reports or changes.figures:  # read otherwise: whoever shows a report asks for everything again
        assert bool(changes.figures) == isinstance(edit, AddFigure | CorrectFigure | RefuseFigure | RestoreFigure)
        assert bool(changes.reports) == isinstance(edit, ReplaceReport | RestoreSnapshot)
        return
    now = {claim.id: claim for claim in project.claims()}
    unnumbered = {key for key in now.keys() | claims.keys() if _words(now.get(key)) != _words(claims.get(key))}
    assert unnumbered <= changes.claims
    assert {hit.id for hit in project.hits() if hit != hits[hit.id]} == changes.hits
    assert changes.evidence or (project.evidence() == evidence and project.links() == links)
    assert changes.tags == (project.tags() != tags)


def _words(claim: ReviewClaim | None) -> object:
    return claim and replace(claim, number=0)


def test_verdict_confidence_and_rationale_make_one_judgement(project: Project) -> None:
    """The judgement carries who made it and when it last changed."""
    project.do(SetVerdict("r1.c1", "partly"))
    project.do(SetConfidence("r1.c1", "high"))
    project.do(SetRationale("r1.c1", "口径不同"))
    verdict = claim(project).verdict
    assert verdict is not None
    assert (verdict.value, verdict.confidence, verdict.rationale) == ("partly", "high", "口径不同")
    assert (verdict.by, verdict.at) == ("王复核", "2026-03-01T09:00:00.000+08:00")
    project.do(SetVerdict("r1.c1", None))
    left = claim(project).verdict
    assert left is not None and left.value is None and left.rationale == "口径不同"


def test_an_edit_that_changes_nothing_leaves_no_trace(project: Project) -> None:
    """Leaving a field as it was must not fill undo with empty steps or mark a claim as decided."""
    before = project.content_hash()
    for edit in (
        SetNote("r1.c1", ""),
        SetRationale("r1.c1", ""),
        SetVerdict("r1.c1", None),
        RestoreClaim("r1.c1"),
        RemoveTag("r1.c1", "macro"),
        SetSetting("reviewer", "王复核"),
        AnswerHit(project.hits()[0].id, "new"),
    ):
        changes = project.do(edit)
        assert not (changes.claims or changes.evidence or changes.tags or changes.hits or changes.settings)
    assert project.content_hash() == before
    assert project.undo_label() is None
    assert not claim(project).decided
    project.do(AddTag("r1.c1", "macro"))
    project.do(AddTag("r1.c1", "macro"))
    project.undo()
    assert project.undo_label() is None


def test_tags_of_a_claim_follow_the_codebook_order(project: Project) -> None:
    """Chips stand in the same order everywhere, whatever the order of tagging."""
    project.do(AddTag("r1.c1", "city"))
    project.do(AddTag("r1.c1", "macro"))
    assert claim(project).tags == ("macro", "city")
    project.do(DeleteTag("macro"))
    assert claim(project).tags == ("city",)
    assert all(tag.id != "macro" for tag in project.tags())


def test_a_new_tag_is_found_by_the_subject_of_its_changes(project: Project) -> None:
    """Whoever defines a tag can put it on a claim at once; its colour is written one way."""
    changes = project.do(DefineTag(None, "  营商 环境 ", "", "#0a6a8f"))
    project.do(AddTag("r1.c1", changes.subject))
    assert changes.tags
    assert project.tags()[-1].id == changes.subject
    assert (project.tags()[-1].name, project.tags()[-1].colour) == ("营商 环境", "#0A6A8F")


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (RemoveClaim("r1.c1"), "claim-of-program"),
        (DismissClaim("r1.c1", "  "), "reason-missing"),
        (MarkClaim("r1", Span(5, 5)), "mark-empty"),
        (MarkClaim("r1", Span(0, 10_000)), "mark-empty"),
        (MarkClaim("r9", Span(0, 5)), "gone"),
        (SetVerdict("r1.c99", "mostly"), "gone"),
        (SetNote("r1.u00000000", "x"), "gone"),
        (AddTag("r1.c1", "nothing"), "gone"),
        (AddTag("nothing", "macro"), "gone"),
        (DefineTag(None, " ", "", "#123456"), "tag-name-missing"),
        (DefineTag(None, "工业", "", "#123456"), "tag-name-taken"),
        (DefineTag("nothing", "新", "", "#123456"), "gone"),
        (DeleteTag("nothing"), "gone"),
        (LinkEvidence("r1.c1", "nothing"), "gone"),
        (RemoveEvidence("nothing"), "gone"),
        (AnswerHit("r1.X.1", "confirmed"), "gone"),
        (AnswerHit("", "confirmed"), "gone"),
    ],
)
def test_an_edit_that_cannot_be_made_says_why_and_changes_nothing(project: Project, edit: Edit, key: str) -> None:
    """A wrong id or an empty reason is a sentence for people, and the file stays as it was."""
    before = project.content_hash()
    with pytest.raises(ProjectError) as caught:
        project.do(edit)
    assert caught.value.key == key
    assert caught.value.sentence("zh") and caught.value.sentence("en")
    assert project.content_hash() == before
    assert project.undo_label() is None


def test_dismissing_a_hit_needs_a_reason(project: Project) -> None:
    """Dismissals are printed in the annex of the report with their reasons."""
    with pytest.raises(ProjectError, match="reason"):
        project.do(AnswerHit(project.hits()[0].id, "dismissed"))


def test_words_that_the_model_does_not_know_are_refused(project: Project) -> None:
    """A slip in calling code cannot write a verdict that nothing could show."""
    wrong: list[Edit] = [
        SetVerdict("r1.c1", "true"),  # type: ignore[arg-type]  # the slip under test
        SetConfidence("r1.c1", "sure"),  # type: ignore[arg-type]  # the slip under test
        SetTypes("r1.c1", ("fact",)),  # type: ignore[arg-type]  # the slip under test
        AttachEvidence(None, EvidenceDraft(kind="rumour")),  # type: ignore[arg-type]  # the slip under test
        AttachEvidence(None, EvidenceDraft(reliability="Z")),
        LinkEvidence("r1.c1", "e", "maybe"),  # type: ignore[arg-type]  # the slip under test
        DefineTag(None, "新", "", "red"),
    ]
    for edit in wrong:
        with pytest.raises(ValueError, match=r"no |none of"):
            project.do(edit)
    assert project.undo_label() is None


def test_half_a_character_is_stored_as_a_question_mark(project: Project) -> None:
    """A broken surrogate from a file name or an input method cannot stop the edit or spoil the file."""
    project.do(SetNote("r1.c1", "前\ud842后"))
    assert claim(project).note == "前?后"
    assert project.check() == []


def test_half_a_character_in_a_tag_is_looked_up_as_it_is_stored(project: Project) -> None:
    """The name that the file cannot hold neither breaks the edit nor gets past the check for two of one name."""
    project.do(DefineTag(None, "工业\ud800", "", "#123456"))
    assert project.tags()[-1].name == "工业?"
    with pytest.raises(ProjectError) as caught:
        project.do(DefineTag(None, "工业\udfff", "", "#123456"))
    assert caught.value.key == "tag-name-taken"


def test_a_text_too_long_for_a_row_is_said_so(project: Project) -> None:
    """A whole book pasted into a note is no damage of the file; what was there stays."""
    project.do(SetNote("r1.c1", "x"))
    before = project.content_hash()
    project._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(ProjectError) as caught:
        project.do(SetNote("r1.c1", "长" * 50_000))
    assert caught.value.key == "too-much-text"
    assert project.content_hash() == before
