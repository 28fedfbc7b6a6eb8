"""What people fill into the ledgers and which charts they pin: kept, logged, undone, carried over corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.project import (
    DismissClaim,
    FillEntry,
    MarkClaim,
    MovePin,
    PinChart,
    Project,
    ProjectError,
    RemoveClaim,
    ReplaceReport,
    UnpinChart,
    carried,
)
from tests.core.project.making import corrected_report, made_project, span_of


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in which nothing is decided."""
    return made_project(tmp_path)


def filled(project: Project) -> dict[tuple[str, str, str], str]:
    return {(entry.claim, entry.indicator, entry.field): entry.text for entry in project.ledger_entries()}


def test_a_cell_is_kept_and_taken_back(project: Project, tmp_path: Path) -> None:
    """A filled cell is a decision like a verdict: in the file, in the log, with undo over closing the file."""
    changes = project.do(FillEntry("r1.c3", "", "lead_unit", " 区发改委 "))
    assert changes.claims == {"r1.c3"}
    project.do(FillEntry("r1.c3", "growth 指标", "actual", "6.2"))
    project.close()
    with Project.open(tmp_path / "评审.prv") as again:
        assert filled(again) == {("r1.c3", "", "lead_unit"): "区发改委", ("r1.c3", "growth 指标", "actual"): "6.2"}
        assert again.undo_label() == "fill_entry"
        again.undo()
        again.undo()
        assert filled(again) == {} and not any(claim.decided for claim in again.claims())
        again.redo()
        assert filled(again) == {("r1.c3", "", "lead_unit"): "区发改委"}
        assert again.check() == []
        told = again.history("r1.c3")
        assert any(entry.after.get("ledger_field.lead_unit") == "区发改委" for entry in told)


def test_an_emptied_cell_is_gone_and_the_same_words_are_no_step(project: Project) -> None:
    """The ledger holds no empty decisions, and typing what is there changes nothing."""
    project.do(FillEntry("r1.c3", "", "deadline", "6月底前"))
    before = project.content_hash()
    project.do(FillEntry("r1.c3", "", "deadline", "6月底前"))
    assert project.content_hash() == before
    project.do(FillEntry("r1.c3", "", "deadline", "  "))
    assert project.ledger_entries() == ()
    project.do(FillEntry("r1.c3", "", "deadline", ""))
    assert project.undo_label() == "fill_entry"
    project.undo()
    assert filled(project) == {("r1.c3", "", "deadline"): "6月底前"}


def test_a_figure_outside_of_every_claim_becomes_one_when_it_is_worked_on(project: Project) -> None:
    """Verdict, evidence and responsible unit need one thing to hang on; one undo takes both back."""
    changes = project.do(FillEntry("", "level 新增学位", "actual", "3100", "r1", span_of("新增学位3000个")))
    (entry,) = project.ledger_entries()
    assert entry.claim == changes.subject
    claim = next(claim for claim in project.claims() if claim.id == entry.claim)
    assert claim.anchor.exact == "新增学位3000个" and claim.origin == "person"
    project.undo()
    assert project.ledger_entries() == () and all(each.id != entry.claim for each in project.claims())


def test_cells_go_with_their_claim(project: Project) -> None:
    """A claim that is removed takes its cells along; one that is dismissed keeps them for the day it is taken back."""
    marked = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
    project.do(FillEntry(marked, "", "person", "张三"))
    project.do(FillEntry("r1.c4", "", "person", "李四"))
    project.do(DismissClaim("r1.c4", "口号"))
    project.do(RemoveClaim(marked))
    assert filled(project) == {("r1.c4", "", "person"): "李四"}
    project.undo()
    assert filled(project)[marked, "", "person"] == "张三"


def test_cells_are_carried_to_a_corrected_version(project: Project) -> None:
    """A correction of the report loses no filled cell: the claim keeps its id."""
    project.do(FillEntry("r1.c3", "", "lead_unit", "区发改委"))
    project.do(ReplaceReport(carried(project, corrected_report(), b"corrected")))
    assert filled(project) == {("r1.c3", "", "lead_unit"): "区发改委"}
    assert any(claim.id == "r1.c3" for claim in project.claims())


def test_what_the_schema_does_not_know_is_refused(project: Project) -> None:
    """A wrong word is a fault of the program and must not get into the file."""
    with pytest.raises(ValueError, match="mood"):
        project.do(FillEntry("r1.c3", "", "mood", "好"))
    with pytest.raises(ValueError, match="pie"):
        project.do(PinChart("pie"))
    with pytest.raises(ProjectError):
        project.do(FillEntry("r1.c99", "", "person", "张三"))
    with pytest.raises(ProjectError):
        project.do(MovePin("growth", 1))
    assert project.undo_label() is None


def test_pins_have_an_order_that_can_be_changed(project: Project) -> None:
    """The charts stand in the document in the order in which they were chosen, until it is changed."""
    for chart in ("verdicts", "growth", "evidence"):
        assert project.do(PinChart(chart)).pins
    project.do(PinChart("growth"))
    assert project.pins() == ("verdicts", "growth", "evidence")
    project.do(MovePin("evidence", -1))
    assert project.pins() == ("verdicts", "evidence", "growth")
    project.do(MovePin("verdicts", -1))
    project.do(UnpinChart("evidence"))
    assert project.pins() == ("verdicts", "growth")
    for _ in range(5):
        project.undo()
    assert project.pins() == () and project.check() == []


def test_a_signature_stands_for_ledgers_and_pins(project: Project) -> None:
    """What was signed is all that the document shows."""
    before = project.content_hash()
    project.do(PinChart("growth"))
    pinned = project.content_hash()
    project.do(FillEntry("r1.c1", "", "remarks", "核"))
    assert len({before, pinned, project.content_hash()}) == 3
