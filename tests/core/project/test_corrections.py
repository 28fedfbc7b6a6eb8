"""A corrected version takes the place of the report: nothing that was decided is lost, doubled or moved in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model import Report, ReviewClaim, Source, Span
from core.project import (
    AddPlace,
    AddTag,
    AnswerHit,
    AttachEvidence,
    ConfirmPlaces,
    Correction,
    DismissClaim,
    EvidenceDraft,
    MarkClaim,
    PlaceAgain,
    Project,
    ProjectError,
    RemovePlace,
    ReplaceReport,
    SetNote,
    SetVerdict,
    carried,
)
from tests.core.project.making import CORRECTED, ORIGINAL, TEXT, corrected_report, made_report, span_of


def decide(project: Project) -> str:
    """A decision about each claim of the program, and a claim of a person's; gives its id."""
    project.do(SetVerdict("r1.c1", "supported"))
    project.do(AddTag("r1.c2", "education"))
    project.do(AttachEvidence("r1.c2", EvidenceDraft(title="通报"), content=b"file"))
    project.do(SetNote("r1.c3", "看口径"))
    project.do(DismissClaim("r1.c4", "口号"))
    return project.do(MarkClaim("r1", span_of("𠮷祥路通车，群众😀满意"))).subject


def correct(project: Project, report: Report | None = None) -> Correction:
    """Import the corrected version; gives what was said before."""
    correction = carried(project, report or corrected_report(), b"corrected")
    project.do(ReplaceReport(correction))
    return correction


def by_id(project: Project) -> dict[str, ReviewClaim]:
    """The claims of the report under review."""
    return {claim.id: claim for claim in project.claims()}


def test_claims_keep_their_ids_and_all_that_hangs_on_them(project: Project) -> None:
    """A verdict belongs to a claim, whatever version of the text it stands in."""
    marked = decide(project)
    before = by_id(project)
    correct(project)
    after = by_id(project)
    assert set(before) <= set(after)
    for key in before:
        kept = replace(
            before[key], report="r2", number=after[key].number, anchors=after[key].anchors, section=after[key].section,
            metrics=after[key].metrics, score=after[key].score, suggestion=after[key].suggestion,
            changed=after[key].changed,
        )  # fmt: skip
        assert kept == after[key]
    assert after[marked].report == "r2"


def test_each_place_says_what_became_of_it(project: Project) -> None:
    """Unchanged, moved with its new words, or lost with its old ones."""
    marked = decide(project)
    correction = correct(project)
    after = by_id(project)
    assert {key: (claim.anchor.state, claim.anchor.exact) for key, claim in after.items() if claim.decided} == {
        "r1.c1": ("moved", "地区生产总值增长6.2%。"),
        "r1.c2": ("moved", "新建学校5所，新增学位3000个。"),
        "r1.c3": ("ok", "地区生产总值增长5.5%左右。"),
        "r1.c4": ("orphan", "努力书写新篇章。"),
        marked: ("ok", "𠮷祥路通车，群众😀满意"),
    }
    assert [claim.claim.id for claim in correction.of_state("moved")] == ["r1.c1", "r1.c2"]
    assert [claim.changed_words for claim in correction.of_state("moved")] == [True, False]
    assert [claim.claim.id for claim in correction.of_state("orphan")] == ["r1.c4"]
    lost = after["r1.c4"].anchor
    assert lost.span.start == lost.span.end
    assert CORRECTED[: lost.span.start].rstrip().endswith("左右。")


def test_no_suggestion_shows_twice(project: Project) -> None:
    """What a person decided about stands for the new reading's suggestion; only what is new is open."""
    decide(project)
    correction = correct(project)
    after = by_id(project)
    assert {key: claim.suggestion for key, claim in after.items() if claim.suggestion} == {
        "r1.c1": "c2", "r1.c2": "c1", "r2.c3": "c3", "r1.c3": "c4",
    }  # fmt: skip
    assert [claim.id for claim in correction.added] == ["c3"]
    assert len({claim.anchors for claim in after.values()}) == len(after)


def test_untouched_suggestions_make_room_for_the_new_reading(project: Project) -> None:
    """Nobody decided anything: the new reading is all there is, and what it has no more is told."""
    correction = correct(project)
    assert set(by_id(project)) == {"r2.c1", "r2.c2", "r2.c3", "r2.c4"}
    assert [claim.id for claim in correction.gone] == ["r1.c4"]
    assert correction.claims == ()


def test_the_old_version_stays_in_the_file(project: Project) -> None:
    """Text, bytes and the answers to its findings can be had as they were."""
    decide(project)
    project.do(AnswerHit(project.hits()[0].id, "dismissed", "见上"))
    correct(project)
    assert project.report_ids() == ("r2", "r1")
    assert project.report("r1").text == TEXT
    assert project.original("r1") == ORIGINAL
    assert project.original() == b"corrected"
    assert project.hits("r1")[0].state == "dismissed"
    assert project.check() == []


def test_undo_takes_the_whole_import_back(project: Project) -> None:
    """One step, however many claims; redo makes it again."""
    decide(project)
    project.do(AnswerHit(project.hits()[0].id, "dismissed", "见上"))
    before, shown = project.content_hash(), project.claims()
    correct(project)
    after = project.content_hash()
    assert project.undo_label() == "import_correction"
    project.undo()
    assert (project.content_hash(), project.claims(), project.report().text) == (before, shown, TEXT)
    project.redo()
    assert (project.content_hash(), project.report().text) == (after, CORRECTED)
    assert project.check() == []


def test_answers_go_along_where_the_finding_says_the_same_of_the_same_words(project: Project) -> None:
    """A dismissal of 6.1 against 5.5 says nothing of 6.2 against 5.5."""
    alike, figures, again = project.hits()
    for hit in (alike, figures, again):
        project.do(AnswerHit(hit.id, "dismissed", f"理由{hit.id}"))
    correction = correct(project)
    assert [answer.hit.id for answer in correction.answers] == [alike.id]
    assert [hit.id for hit, _ in correction.asked_again] == [figures.id, again.id]
    assert [(hit.finding.check, hit.state, hit.reason) for hit in project.hits()] == [
        ("STR-01", "dismissed", f"理由{alike.id}"), ("TGT-01", "new", ""),
    ]  # fmt: skip


def test_reading_again_moves_nothing(project: Project) -> None:
    """The same text under newer rules: places stay, decisions stay, other suggestions come and go."""
    marked = decide(project)
    old = made_report()
    new = replace(old, claims=(*(replace(claim, id=f"c{number}") for number, claim in enumerate(old.claims[1:], 1)),))
    correction = carried(project, new, project.original())
    assert correction.reads_again
    assert {claim.state for claim in correction.claims} == {"ok"}
    places = {key: claim.anchors for key, claim in by_id(project).items()}
    project.do(ReplaceReport(correction))
    after = by_id(project)
    assert project.undo_label() == "read_again"
    assert {key: claim.anchors for key, claim in after.items()} == places
    assert {key: claim.suggestion for key, claim in after.items()} == {
        "r1.c1": None, "r1.c2": "c1", "r1.c3": "c2", "r1.c4": "c3", marked: None,
    }  # fmt: skip


def test_a_claim_that_was_put_elsewhere_still_stands_for_its_suggestion(project: Project) -> None:
    """Otherwise the suggestion would come back beside it."""
    project.do(PlaceAgain("r1.c2", 0, span_of("新增学位3000个")))
    project.do(ReplaceReport(carried(project, made_report(), project.original())))
    assert {claim.suggestion for claim in project.claims()} == {"c1", "c2", "c3", "c4"}
    assert by_id(project)["r1.c2"].anchor.exact == "新增学位3000个"


def test_a_moved_place_stays_marked_until_somebody_confirms_it(project: Project) -> None:
    """A second correction does not make the first one's doubt go away; a look does."""
    decide(project)
    correct(project)
    correct(project, replace(corrected_report(), text=CORRECTED + "完。\n"))
    assert by_id(project)["r1.c1"].anchor.state == "moved"
    project.do(ConfirmPlaces("r1.c1"))
    assert by_id(project)["r1.c1"].anchor.state == "ok"
    assert project.undo_label() == "confirm_places"
    assert not project.do(ConfirmPlaces("r1.c1")).claims


def test_an_orphan_is_placed_again_by_hand(project: Project) -> None:
    """The reviewer sees where the words went, and says so."""
    decide(project)
    correct(project)
    start = CORRECTED.index("继续书写新篇章新华章。")
    project.do(PlaceAgain("r1.c4", 0, Span(start, start + 11)))
    claim = by_id(project)["r1.c4"]
    assert (claim.anchor.state, claim.anchor.exact) == ("ok", "继续书写新篇章新华章。")
    assert (claim.dismissed, claim.section) == ("口号", "s2")
    project.undo()
    assert by_id(project)["r1.c4"].anchor.state == "orphan"


def test_an_orphan_comes_home_when_a_later_version_has_its_words_again(project: Project) -> None:
    """A sentence that was struck out by mistake."""
    decide(project)
    correct(project)
    correct(project, replace(made_report(), source=Source("3", "3" * 64, "text/plain", None, None)))
    claim = by_id(project)["r1.c4"]
    assert (claim.anchor.state, claim.anchor.exact) == ("moved", "努力书写新篇章。")
    assert claim.suggestion == "c4"


def test_each_of_several_places_has_its_own_fate(project: Project) -> None:
    """One sentence of two is gone: the claim stands in the other, and the lost one is kept behind it."""
    project.do(AddPlace("r1.c4", span_of("新建学校5所")))
    project.do(AddPlace("r1.c4", span_of("学校5所，新增学位")))
    assert [each.exact for each in by_id(project)["r1.c4"].anchors] == ["新建学校5所，新增学位", "努力书写新篇章。"]
    correct(project)
    assert [(each.state, each.exact) for each in by_id(project)["r1.c4"].anchors] == [
        ("moved", "新建学校5所，新增学位"), ("orphan", "努力书写新篇章。"),
    ]  # fmt: skip
    project.do(RemovePlace("r1.c4", 1))
    assert len(by_id(project)["r1.c4"].anchors) == 1
    with pytest.raises(ProjectError) as caught:
        project.do(RemovePlace("r1.c4", 0))
    assert caught.value.key == "last-place"
    with pytest.raises(ProjectError) as caught:
        project.do(PlaceAgain("r1.c4", 7, span_of("学校")))
    assert caught.value.key == "gone"


def test_a_place_added_beside_a_lost_one_keeps_its_quote(project: Project) -> None:
    """The lost words are what the reviewer looks for."""
    decide(project)
    correct(project)
    start = CORRECTED.index("财政收入")
    project.do(AddPlace("r1.c4", Span(start, start + 4)))
    assert [(each.state, each.exact) for each in by_id(project)["r1.c4"].anchors] == [
        ("ok", "财政收入"), ("orphan", "努力书写新篇章。"),
    ]  # fmt: skip


def test_what_was_decided_since_the_comparison_is_not_passed_over(project: Project) -> None:
    """The dialog was open while something else wrote: the import is refused, nothing is lost."""
    decide(project)
    correction = carried(project, corrected_report(), b"corrected")
    project.do(MarkClaim("r1", span_of("书写新篇章")))
    before = project.content_hash()
    with pytest.raises(ProjectError) as caught:
        project.do(ReplaceReport(correction))
    assert caught.value.key == "correction-outdated"
    assert project.content_hash() == before
    assert project.report_ids() == ("r1",)


def test_a_comparison_can_be_stopped(project: Project) -> None:
    """The cancel button of a long report."""

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        carried(project, corrected_report(), b"", stop)
