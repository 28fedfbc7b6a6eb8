"""Claims with several places, on two scales, linked to one another, answered one by one or many at once."""

from __future__ import annotations

import pytest

from core.model import ClaimLink, ReviewClaim, Span
from core.project import (
    AcceptClaim,
    AddPlace,
    AddTag,
    AnswerHit,
    AttachEvidence,
    DismissClaim,
    EvidenceDraft,
    LinkClaims,
    MarkClaim,
    PlaceAgain,
    Project,
    ProjectError,
    RemoveClaim,
    RemovePlace,
    SetConfidence,
    SetRationale,
    SetStatus,
    SetTypes,
    SetVerdict,
    Sign,
    Together,
    UnlinkClaims,
)
from tests.core.project.making import TEXT, span_of


def claim(project: Project, key: str = "r1.c1") -> ReviewClaim:
    """One claim as it is now."""
    return next(claim for claim in project.claims() if claim.id == key)


def test_a_claim_may_stand_in_several_places_that_overlap(project: Project) -> None:
    """Every place has its own words; the first in the text is the claim's, and its figures are those of all places."""
    far, near, over = span_of("新增学位3000个"), span_of("增长6.1%"), span_of("地区生产总值增长6.1%")
    key = project.do(MarkClaim("r1", far, ("achievement",), (near, over, far))).subject
    marked = claim(project, key)
    assert marked.spans == (over, near, far)
    assert [anchor.exact for anchor in marked.anchors] == [span.quote(TEXT) for span in (over, near, far)]
    assert marked.span == marked.anchor.span == over
    assert marked.metrics == ("m1", "m3")
    project.do(RemovePlace(key, 2))
    project.do(RemovePlace(key, 0))
    assert claim(project, key).spans == (near,)
    project.undo()
    project.undo()
    assert claim(project, key) == marked
    project.do(RemoveClaim(key))
    assert project.check() == []


def test_a_suggestion_that_is_moved_keeps_its_id_and_counts_as_changed(project: Project) -> None:
    """The claim is still the one that the program suggested, but no longer as it suggested it."""
    before = claim(project)
    assert (before.answer, before.suggestion) == ("open", "c1")
    project.do(PlaceAgain("r1.c1", 0, span_of("增长6.1%")))
    assert (claim(project).answer, claim(project).suggestion) == ("changed", "c1")
    project.do(PlaceAgain("r1.c1", 0, before.span))
    assert claim(project).answer == "open"


def test_a_suggestion_is_accepted_changed_or_dismissed(project: Project) -> None:
    """What became of the program's proposals can be told, for a verdict accepts and a reason dismisses."""
    project.do(AcceptClaim("r1.c1"))
    project.do(SetVerdict("r1.c2", "on_track", "fulfilment"))
    project.do(SetTypes("r1.c3", ("commitment",)))
    project.do(DismissClaim("r1.c4", "口号"))
    assert [claim.answer for claim in project.claims()] == ["accepted", "accepted", "changed", "dismissed"]
    project.do(AcceptClaim("r1.c4"))
    project.do(AcceptClaim("r1.c1", accepted=False))
    assert [claim.answer for claim in project.claims()] == ["open", "accepted", "changed", "accepted"]


def test_the_two_scales_do_not_touch_one_another(project: Project) -> None:
    """A promise may be kept though the sentence about it is misleading; each judgement has its own words and time."""
    project.do(SetVerdict("r1.c3", "misleading"))
    project.do(SetRationale("r1.c3", "口径不同"))
    project.do(SetVerdict("r1.c3", "partly", "fulfilment"))
    project.do(SetConfidence("r1.c3", "low", "fulfilment"))
    project.do(SetRationale("r1.c3", "完成一半", "fulfilment"))
    now = claim(project, "r1.c3")
    assert now.verdict is not None and now.fulfilment is not None
    assert (now.veracity, now.verdict.rationale, now.verdict.confidence) == ("misleading", "口径不同", None)
    assert (now.fulfilled, now.fulfilment.rationale, now.fulfilment.confidence) == ("partly", "完成一半", "low")
    project.do(SetVerdict("r1.c3", "not_rated", "fulfilment"))
    assert claim(project, "r1.c3").fulfilled == "not_rated"
    assert claim(project, "r1.c3").veracity == "misleading"
    assert dict(project.history("r1.c3")[4].after) == {"fulfilment_rationale": "完成一半"}


def test_a_word_of_one_scale_is_none_of_the_other(project: Project) -> None:
    """A slip in calling code cannot judge a promise to be refuted."""
    with pytest.raises(ValueError, match="none of"):
        project.do(SetVerdict("r1.c1", "refuted", "fulfilment"))
    with pytest.raises(ValueError, match="none of"):
        project.do(SetVerdict("r1.c1", "met"))


def test_typing_a_rationale_on_one_scale_does_not_merge_with_the_other(project: Project) -> None:
    """Undo takes back one field, not two."""
    project.do(SetRationale("r1.c1", "a"))
    project.do(SetRationale("r1.c1", "b", "fulfilment"))
    project.do(SetRationale("r1.c1", "bc", "fulfilment"))
    project.undo()
    now = claim(project)
    assert now.fulfilment is None and now.verdict is not None and now.verdict.rationale == "a"


def test_the_first_verdict_takes_a_claim_under_review(project: Project) -> None:
    """Nobody has to say what a verdict says; a status that was set stays."""
    project.do(SetRationale("r1.c1", "x"))
    assert claim(project).status == "unreviewed"
    project.do(SetVerdict("r1.c1", "mostly"))
    assert claim(project).status == "in_review"
    project.do(SetStatus("r1.c1", "reviewed"))
    project.do(SetVerdict("r1.c1", "partly"))
    assert claim(project).status == "reviewed"


def test_links_are_seen_from_both_claims_and_go_with_either(project: Project) -> None:
    """A contradiction is shown at both of its ends; removing one of them leaves no loose end."""
    key = project.do(MarkClaim("r1", span_of("群众😀满意"))).subject
    changes = project.do(LinkClaims("r1.c1", key, "contradicts", "时间不同"))
    link = ClaimLink("r1.c1", key, "contradicts", "时间不同")
    assert changes.claims == {"r1.c1", key}
    assert claim(project).links == claim(project, key).links == project.claim_links() == (link,)
    project.do(LinkClaims("r1.c1", key, "part_of"))
    assert project.claim_links() == (ClaimLink("r1.c1", key, "part_of"),)
    project.do(RemoveClaim(key))
    assert project.claim_links() == claim(project).links == ()
    project.undo()
    assert len(claim(project).links) == 1
    project.do(UnlinkClaims("r1.c1", key))
    assert project.claim_links() == ()
    with pytest.raises(ProjectError) as caught:
        project.do(LinkClaims(key, key, "repeats"))
    assert caught.value.key == "link-to-itself"
    with pytest.raises(ProjectError):
        project.do(LinkClaims(key, "r1.c99", "repeats"))
    assert project.history(key)[-1].before == {"link.r1.c1": "part_of"}


def test_many_at_once_are_one_step(project: Project) -> None:
    """Dismissing all suggestions is one line in undo and one entry in the log, and takes back as one."""
    before, entries = project.claims(), len(project.history("r1.c1"))
    keys = [claim.id for claim in before]
    changes = project.do(Together([DismissClaim(key, "重复") for key in keys], "dismiss_claim"))
    assert changes.claims == set(keys)
    assert (changes.subject, changes.label, project.undo_label()) == ("", "dismiss_claim", "dismiss_claim")
    assert {claim.answer for claim in project.claims()} == {"dismissed"}
    assert len(project.history("r1.c1")) == entries + 1
    project.undo()
    assert project.claims() == before
    assert project.undo_label() is None


def test_many_at_once_are_all_made_or_none(project: Project) -> None:
    """An edit among them that cannot be made takes the others with it."""
    before = project.content_hash()
    with pytest.raises(ProjectError):
        project.do(Together([AddTag("r1.c1", "macro"), AddTag("r1.c99", "macro")], "add_tag"))
    with pytest.raises(ValueError, match="none of"):
        project.do(Together([AddTag("r1.c1", "macro")], "no such kind"))
    with pytest.raises(ValueError, match="alone"):
        project.do(Together([Sign("preparer", "x")]))
    assert project.content_hash() == before
    assert project.undo_label() is None


def test_together_may_mix_kinds_and_subjects(project: Project) -> None:
    """A dialog that changes several things is one step under its own name."""
    hit = project.hits()[0].id
    edits = [
        SetVerdict("r1.c1", "mostly"), SetTypes("r1.c1", ("ranking",)), AnswerHit(hit, "confirmed"),
        AttachEvidence("r1.c2", EvidenceDraft(title="一"), content=b"1"),
    ]  # fmt: skip
    changes = project.do(Together(edits))
    assert (changes.claims, changes.hits, len(changes.evidence)) == ({"r1.c1", "r1.c2"}, {hit}, 1)
    project.undo()
    assert project.evidence() == () and not claim(project).decided


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10_000), Span(-1, 3)])
def test_a_claim_needs_a_place_inside_the_text(project: Project, span: Span) -> None:
    """No claim floats, and none reaches beyond the text."""
    for edit in (AddPlace("r1.c1", span), PlaceAgain("r1.c1", 0, span), MarkClaim("r1", Span(0, 4), (), (span,))):
        with pytest.raises(ProjectError) as caught:
            project.do(edit)
        assert caught.value.key == "mark-empty"
    assert not claim(project).decided
