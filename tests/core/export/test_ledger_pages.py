"""What people filled in and pinned stands in the review document."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from core.export.figures import figures
from core.export.material import gather
from core.export.pdf import export_pdf
from core.export.promises import filled_beside, promises
from core.ledgers import Material, ledger
from core.pairing import pairs
from core.pipeline import read_report
from core.project import CHARTS, AttachEvidence, EvidenceDraft, FillEntry, PinChart, Project, SetVerdict
from tests.core.export.reading import flat, pages


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A sample with cells filled in both ledgers."""
    report, original = read_report(seeds.samples()[0].file)
    project = Project.create(tmp_path / "a.prv", report, original, created_by="甲")
    rows = ledger("targets", Material(report, project.claims(), (), ())).rows
    target = next(row for row in rows if row.claim and row.cells["target_value"].value is not None)
    project.do(FillEntry(target.claim, target.indicator, "reason", "外需走弱"))
    task = next(claim.id for claim in project.claims() if "commitment" in claim.types)
    project.do(FillEntry(task, "", "lead_unit", "区发改委"))
    project.do(FillEntry(task, "", "state", "已开工"))
    project.do(SetVerdict(task, "on_track", "fulfilment"))
    return project


def test_the_document_has_both_ledgers_with_what_was_filled_in(project: Project, tmp_path: Path) -> None:
    """目标任务完成情况对照表 and 承诺事项台账, with units, reasons and fulfilment."""
    export_pdf(project, tmp_path / "a.pdf", language="zh")
    text = flat("".join(pages(tmp_path / "a.pdf")))
    for words in ("目标任务完成情况对照表", "承诺事项台账", "偏差原因外需走弱", "区发改委", "进展已开工", "达序时"):
        assert words in text


def test_nothing_filled_in_leaves_the_table_as_it_is(project: Project) -> None:
    """A line under a row stands only where a person wrote something."""
    material = gather(project, "zh")
    assert set(filled_beside(material).values()) == {"偏差原因 外需走弱", "落实情况 达序时 · 责任单位 区发改委"}
    made = promises(material)
    assert isinstance(made, dict) and isinstance(made["rows"], list)
    assert sum(bool(row["more"]) for row in made["rows"] if isinstance(row, dict)) == 1


def test_columns_without_an_entry_leave_their_room_to_the_tasks(project: Project) -> None:
    """Four empty columns made the ledger of a county twice as long; an entry brings its column back."""

    def columns() -> object:
        made = promises(gather(project, "zh"))
        assert isinstance(made, dict) and isinstance(made["keys"], list) and isinstance(made["heads"], list)
        assert len(made["keys"]) == len(made["heads"])
        return made["keys"]

    filled = columns()
    assert isinstance(filled, list)
    assert "lead_unit" in filled and "fulfilment" in filled and "evidence" not in filled
    while project.undo_label() is not None:
        project.undo()
    bare = columns()
    assert isinstance(bare, list)
    assert bare[:2] == ["number", "task"] and "lead_unit" not in bare and "fulfilment" not in bare


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_can_be_pinned(project: Project, chart: str) -> None:
    """Each has a title, what it is in, and either a picture or the reason why there is none."""
    claim = project.claims()[0].id
    project.do(SetVerdict(claim, "supported"))
    project.do(AttachEvidence(claim, EvidenceDraft(title="件", kind="notice", excerpt="x")))
    project.do(PinChart(chart))
    material = gather(project, "en")
    made = figures(material, pairs(material.report))
    assert isinstance(made, dict) and isinstance(made["charts"], list)
    (only,) = made["charts"]
    assert isinstance(only, dict)
    assert only["title"] and only["note"] and only["none"]
    assert isinstance(only["parts"], list) and only["parts"]


def test_pinned_charts_stand_in_their_order(project: Project) -> None:
    """The reviewer says which charts the document shows, and in which order; without a word it has the usual ones."""
    titles = lambda: [chart["title"] for chart in figures(gather(project, "en"), ())["charts"]]  # type: ignore[call-overload,index]  # noqa: E731
    assert titles() == ["Growth rates", "Targets and actuals", "Rates"]
    for chart in ("coverage", "growth"):
        project.do(PinChart(chart))
    assert titles() == ["Coverage by section", "Growth rates"]


def test_a_row_stays_on_one_page_unless_it_is_higher_than_a_page(tmp_path: Path) -> None:
    """A row over two pages is read as two; one that no page has room for goes over and is printed whole."""
    report, original = read_report(seeds.sample("county").file)
    project = Project.create(tmp_path / "a.prv", report, original, created_by="甲")
    tasks = [claim.id for claim in project.claims() if "commitment" in claim.types][:16]
    lengths = [90 + 37 * place for place in range(len(tasks))]
    lengths[9] = 1990  # as much as a cell takes; a second one makes the row higher than a page
    for place, (task, length) in enumerate(zip(tasks, lengths, strict=True)):
        project.do(FillEntry(task, "", "state", f"甲{place}子" + "进" * length))
        project.do(FillEntry(task, "", "problems", ("迟" * 1990 if place == 9 else "") + f"乙{place}丑"))
    export_pdf(project, tmp_path / "a.pdf", language="zh")
    texts = [flat(page) for page in pages(tmp_path / "a.pdf")]

    def page_of(words: str) -> int:
        return next(number for number, text in enumerate(texts) if "承诺事项台账" not in text[:8] and words in text)

    parted = [place for place in range(len(tasks)) if page_of(f"甲{place}子") != page_of(f"乙{place}丑")]
    assert parted == [9]
    assert page_of("乙15丑") - page_of("甲0子") >= 4, "rows met the end of pages"
    assert sum(text.count("进") for text in texts) >= sum(lengths) and sum(text.count("迟") for text in texts) >= 1990
