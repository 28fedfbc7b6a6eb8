"""What a project gives back is what was put in."""

from __future__ import annotations

import re
from pathlib import Path

from core.project import DefineTag, MarkClaim, Project, SetTypes, default_tags, tag_definition, tag_name
from tests.core.project.making import ORIGINAL, TEXT, made_report, span_of


def test_the_report_and_its_bytes_come_back_equal(project: Project) -> None:
    """Nothing of the text, the figures or the original is lost or changed on the way through the file."""
    assert project.report_ids() == ("r1",)
    assert project.report() == made_report()
    assert project.report("r1").text == TEXT
    assert project.original() == ORIGINAL


def test_claims_of_program_and_person_stand_together_in_text_order(project: Project) -> None:
    """Numbers run from 1 in reading order, a person's claim among the program's."""
    marked = project.do(MarkClaim("r1", span_of("𠮷祥路通车"), ("achievement",)))
    claims = project.claims()
    assert [claim.number for claim in claims] == [1, 2, 3, 4, 5]
    assert [claim.id for claim in claims] == ["r1.c1", "r1.c2", marked.subject, "r1.c3", "r1.c4"]
    assert re.fullmatch(r"r1\.u[0-9a-f]{8}", marked.subject)


def test_a_marked_claim_knows_its_words_section_and_metrics(project: Project) -> None:
    """Anchor, section and metrics of a person's claim are found from its place, by code points."""
    span = span_of("新建学校5所，新增学位3000个。𠮷祥路通车，群众😀满意。")
    key = project.do(MarkClaim("r1", span)).subject
    claim = next(claim for claim in project.claims() if claim.id == key)
    assert claim.span == span
    assert claim.anchor.exact == span.quote(TEXT)
    assert claim.anchor.prefix == TEXT[max(0, span.start - 32) : span.start]
    assert TEXT[span.end : span.end + 32] == claim.anchor.suffix
    assert (claim.section, claim.metrics, claim.origin) == ("s1", ("m2", "m3"), "person")


def test_untouched_claims_are_the_programs(project: Project) -> None:
    """Nothing counts as decided before a person touched it."""
    first = project.claims()[0]
    assert (first.origin, first.decided, first.types, first.metrics) == ("program", False, ("achievement",), ("m1",))
    assert first.verdict is None
    assert not project.claims()[3].checkable


def test_agreeing_with_the_programs_types_is_a_decision(project: Project) -> None:
    """A reviewer who confirms a suggestion has decided, though the words are the same."""
    project.do(SetTypes("r1.c1", ("achievement",)))
    assert project.claims()[0].decided


def test_hits_have_ids_that_stay_and_differ(project: Project) -> None:
    """Two alike findings have two ids, and closing the file changes none."""
    before = [hit.id for hit in project.hits()]
    assert len(set(before)) == 3
    project.close()
    with Project.open(project.path) as again:
        assert [hit.id for hit in again.hits()] == before
        assert {hit.state for hit in again.hits()} == {"new"}


def test_a_new_project_brings_the_codebook(project: Project) -> None:
    """The policy fields are there as tags, readable in both languages, with colours of their own."""
    tags = project.tags()
    assert tags == default_tags()
    assert (tags[0].id, tags[0].name) == ("macro", "综合经济")
    assert tag_name(tags[0], "en") == "Economy at large"
    assert tag_definition(tags[0], "zh") != tag_definition(tags[0], "en") != ""
    assert len({tag.colour for tag in tags}) == len(tags) == 17


def test_a_renamed_tag_keeps_the_persons_name_in_both_languages(project: Project) -> None:
    """Translation never puts the program's word over a person's."""
    project.do(DefineTag("macro", "宏观", "总量", "#123456"))
    tag = project.tags()[0]
    assert tag_name(tag, "en") == tag_name(tag, "zh") == "宏观"
    assert tag_definition(tag, "en") == "总量"


def test_the_reviewer_is_who_made_it(project: Project) -> None:
    """Edits are by the one who opened the review, and the project has an identity of its own."""
    assert project.setting("reviewer") == "王复核"
    assert project.setting("scope", "全部") == "全部"
    identity = project.identity()
    assert (identity.created_by, identity.version) == ("王复核", 4)
    assert len(identity.id) == 36
    assert identity.created_at == "2026-03-01T09:00:00.000+08:00"


def test_a_copy_is_a_whole_project(project: Project, tmp_path: Path) -> None:
    """Save a copy gives a file that opens alone, with the same content, history and undo."""
    project.do(SetTypes("r1.c1", ("ranking",)))
    project.save_copy(tmp_path / "副本.prv")
    with Project.open(tmp_path / "副本.prv") as copy:
        assert copy.content_hash() == project.content_hash()
        assert copy.undo_label() == "set_types"
        assert copy.check() == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".评审.prv.lock", "副本.prv", "评审.prv"]
