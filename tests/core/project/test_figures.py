"""Figures that a person corrects, refuses or adds: over what the program read, never in its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import seeds
from core.model import FigureReading, Metric, Report, Span
from core.model.figures import differences, reading_of
from core.pipeline import read_report
from core.project import (
    AddFigure,
    CorrectFigure,
    Project,
    ProjectError,
    RefuseFigure,
    RestoreFigure,
    SetTypes,
    carried,
    replacement,
)
from core.project.figures import reading_text
from tests.core.project.making import Clock


@cache
def read() -> tuple[Report, bytes]:
    """The sample report, read once."""
    return read_report(seeds.sample("digest").file)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A new project of the sample."""
    report, original = read()
    with Project.create(tmp_path / "p.prv", report, original, created_by="王复核", clock=Clock()) as made:
        yield made


def growth(report: Report) -> Metric:
    """A figure of growth inside a claim."""
    return next(metric for metric in report.metrics if metric.kind == "growth" and metric.claim)


def by_id(report: Report, key: str) -> Metric:
    """One figure."""
    return next(metric for metric in report.metrics if metric.id == key)


def test_a_corrected_figure_is_read_so_and_keeps_what_the_machine_had_said(project: Project) -> None:
    """Value, name and kind are the person's; id, place and the machine's reading stay; the standard name follows."""
    before = growth(project.report())
    reading = replace(reading_of(before), indicator="GDP", value=Decimal("7.25"), role="target", period="2030")
    changes = project.do(CorrectFigure("r1", before.value_span, reading))
    now = by_id(project.report(), before.id)
    assert reading_of(now) == reading and now.value_span == before.value_span and now.confidence == 1.0
    assert now.indicator is not None and now.indicator.canonical == "地区生产总值" and now.indicator.id == "gdp"
    assert now.by_hand is not None and now.by_hand.machine == before and now.by_hand.by == "王复核"
    assert set(differences(now)) == {"indicator", "value", "role", "period"} - (
        {"role"} if before.role == "target" else set()
    )
    assert changes.figures == {now.by_hand.id} and changes.label == "correct_figure"
    assert project.found() == read()[0]


def test_the_checks_are_made_again_with_the_corrected_figure(project: Project) -> None:
    """A finding that rests on a reading goes with it, and comes back when the correction is taken back."""
    report = project.report()
    finding = next(f for f in report.findings if f.metrics and f.check.startswith(("NUM", "MET", "TGT", "CON")))
    metric = by_id(report, finding.metrics[0])
    project.do(RefuseFigure("r1", metric.value_span))
    after = project.report()
    assert not any(metric.id in each.metrics for each in after.findings)
    project.undo()
    assert project.report() == report
    assert [hit.finding for hit in project.hits()] == list(report.findings)


def test_types_and_score_of_a_claim_follow_its_corrected_figures(project: Project) -> None:
    """A result that a person reads as a target makes a target; taking the correction back takes that back as well."""
    report = project.report()
    before = next(
        claim for claim in report.claims
        if claim.types == ("achievement",) and [by_id(report, key).role for key in claim.metrics] == ["actual"]
    )
    metric = by_id(report, before.metrics[0])
    project.do(CorrectFigure("r1", metric.value_span, replace(reading_of(metric), role="target")))
    after = next(claim for claim in project.report().claims if claim.id == before.id)
    assert after.types == ("target",)
    assert after.score > before.score
    project.do(CorrectFigure("r1", metric.value_span, replace(reading_of(metric), value=Decimal(2))))
    assert next(claim for claim in project.report().claims if claim.id == before.id).types == before.types
    project.undo()
    project.undo()
    assert project.report() == report


def test_types_that_a_person_chose_stay_when_a_figure_is_corrected(project: Project) -> None:
    """The proposal follows the figure; the choice of a person does not."""
    report = project.report()
    found = next(
        claim for claim in report.claims
        if claim.types == ("achievement",) and [by_id(report, key).role for key in claim.metrics] == ["actual"]
    )
    mine = next(claim for claim in project.claims() if claim.suggestion == found.id or claim.id.endswith(found.id))
    project.do(SetTypes(mine.id, ("commitment",)))
    metric = by_id(report, found.metrics[0])
    project.do(CorrectFigure("r1", metric.value_span, replace(reading_of(metric), role="target")))
    assert next(claim for claim in project.claims() if claim.id == mine.id).types == ("commitment",)
    assert next(claim for claim in project.report().claims if claim.id == found.id).types == ("target",)


def test_what_is_no_figure_leaves_metrics_and_claims_and_can_be_put_back(project: Project) -> None:
    """A refused figure is set aside, not lost; putting it back gives the machine's reading again."""
    before = growth(project.report())
    project.do(RefuseFigure("r1", before.value_span))
    report = project.report()
    assert before.id not in {metric.id for metric in report.metrics}
    assert not any(before.id in claim.metrics for claim in project.claims())
    (aside,) = report.set_aside
    assert aside.id == before.id and aside.by_hand is not None
    project.do(RestoreFigure(aside.by_hand.id))
    assert project.report() == read()[0]
    assert project.figures() == ()


def test_a_missed_figure_is_made_of_selected_words(project: Project) -> None:
    """It has an id of its own, its section and claim, and its printed name."""
    report = project.report()
    claim = next(claim for claim in report.claims if not claim.metrics)
    place = Span(claim.span.start + 2, claim.span.start + 4)
    name = report.text[claim.span.start : claim.span.start + 2]
    reading = FigureReading(name, Decimal(12), None, "个", "level", "actual", "2023", None, "eq", None, None)
    project.do(AddFigure("r1", place, reading))
    made = next(metric for metric in project.report().metrics if metric.value_span == place)
    assert made.by_hand is not None and made.by_hand.machine is None
    assert made.claim == claim.id and made.section == claim.section
    assert made.indicator is not None and made.indicator.span == Span(claim.span.start, place.start)
    assert made.id in next(each for each in project.claims() if each.suggestion == claim.id).metrics
    with pytest.raises(ProjectError) as caught:
        project.do(AddFigure("r1", Span(place.start, place.end + 1), reading))
    assert caught.value.key == "figure-there"
    project.do(RefuseFigure("r1", place))  # what only a person saw is taken away, not set aside
    assert project.report() == report


def test_the_machines_own_reading_is_putting_back(project: Project) -> None:
    """A correction that says what the program says leaves no decision behind; the same one twice is one step."""
    before = growth(project.report())
    other = replace(reading_of(before), value=Decimal(1))
    project.do(CorrectFigure("r1", before.value_span, other))
    assert not project.do(CorrectFigure("r1", before.value_span, other)).figures
    project.do(CorrectFigure("r1", before.value_span, reading_of(before)))
    assert project.figures() == () and project.report() == read()[0]


def test_undo_redo_and_opening_again_keep_the_reading(project: Project) -> None:
    """The decision is in the file, in the log under its own id, and in the chain that `check` verifies."""
    before = growth(project.report())
    changed = replace(reading_of(before), value=Decimal("1.50"), unit="倍")
    project.do(CorrectFigure("r1", before.value_span, changed))
    project.do(CorrectFigure("r1", before.value_span, replace(changed, period="1999")))
    project.undo()
    (decision,) = project.figures()
    assert decision.reading == changed and reading_text(decision.reading)
    project.redo()
    with Project.open(project.path, read_only=True) as again:
        assert by_id(again.report(), before.id).period == "1999"
        assert again.check() == []
    told = project.history(decision.id)
    assert [entry.kind for entry in told] == ["correct_figure"] * 4
    assert told[0].after["figure.value"] == "1.50" and told[0].by == "王复核"


def test_a_correction_goes_along_into_a_corrected_version(project: Project, tmp_path: Path) -> None:
    """It is found at its new place; one whose words are gone is kept and changes nothing; undo brings all back."""
    report, _ = read()
    first, last = growth(report), report.metrics[-1]
    project.do(CorrectFigure("r1", first.value_span, replace(reading_of(first), value=Decimal("3.3"))))
    project.do(RefuseFigure("r1", last.value_span))
    held = project.report()
    line = report.text.rfind("\n", 0, last.value_span.start) + 1
    text = "新加的一段说明文字。\n" + report.text[:line] + "这一段整个换成了别的话。\n"
    newer = tmp_path / "newer.txt"
    newer.write_text(text, encoding="utf-8")
    correction = carried(project, *read_report(newer))
    assert [each.anchor.state for each in correction.figures] == ["ok", "orphan"]
    project.do(replacement((), correction))
    moved = next(metric for metric in project.report().metrics if metric.by_hand)
    assert moved.value == Decimal("3.3") and moved.value_span.start == first.value_span.start + 11
    assert project.report().set_aside == () and len(project.figures()) == 2
    project.undo()
    assert project.report() == held


def test_a_decision_since_the_comparison_makes_it_outdated(project: Project) -> None:
    """Nothing that was decided meanwhile may be lost in a version that does not know it."""
    report, original = read()
    correction = carried(project, report, original)
    project.do(RefuseFigure("r1", report.metrics[0].value_span))
    with pytest.raises(ProjectError) as caught:
        project.do(replacement((), correction))
    assert caught.value.key == "correction-outdated"


def test_reading_again_keeps_the_correction_and_the_answers(project: Project) -> None:
    """Newer rules find what they find; what a person decided lies over it as before."""
    report, original = read()
    metric = growth(report)
    project.do(CorrectFigure("r1", metric.value_span, replace(reading_of(metric), value=Decimal("3.3"))))
    held = project.report()
    changed = replace(report, metrics=tuple(m for m in report.metrics if m.id != metric.id))
    project.do(replacement((), carried(project, changed, original)))
    kept = next(m for m in project.report().metrics if m.by_hand)
    assert kept.value == Decimal("3.3") and kept.by_hand is not None and kept.by_hand.machine is None
    project.undo()
    assert project.report() == held


@pytest.mark.parametrize("span", [Span(5, 5), Span(0, 400), Span(10**6, 10**6 + 2)])
def test_a_place_that_is_none_is_refused(project: Project, span: Span) -> None:
    """Empty, endless or outside of the text: a sentence, and nothing is written."""
    with pytest.raises(ProjectError) as caught:
        project.do(CorrectFigure("r1", span, reading_of(read()[0].metrics[0])))
    assert caught.value.key == "figure-place"
    assert project.figures() == ()


@pytest.mark.parametrize("written", ["{", "[]", '{"indicator":1}', '{"value":"NaN"}', "null"])
def test_a_row_that_no_program_wrote_is_a_damaged_project(project: Project, written: str) -> None:
    """Whatever stands in the row, opening ends with a sentence."""
    project.do(CorrectFigure("r1", growth(read()[0]).value_span, replace(reading_of(growth(read()[0])), unit="倍")))
    path = project.path
    project.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE figure SET reading = ?", (written,))
    connection.commit()
    connection.close()
    with Project.open(path, read_only=True) as again, pytest.raises(ProjectError) as caught:
        again.report()
    assert caught.value.key == "project-damaged"
