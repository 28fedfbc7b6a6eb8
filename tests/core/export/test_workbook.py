"""The workbook and the ledgers as CSV: typed numbers, units apart, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

import seeds
from core.export.csv import export_csv
from core.export.xlsx import export_xlsx
from core.messages import PolicyReviewError
from core.pipeline import read_report
from core.project import AnswerHit, FillEntry, Project
from core.vocabulary import label


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with something dangerous written into a ledger."""
    report, original = read_report(seeds.samples()[0].file)
    project = Project.create(tmp_path / "a.prv", report, original, created_by="甲")
    key = next(claim.id for claim in project.claims() if "commitment" in claim.types)
    project.do(FillEntry(key, "", "lead_unit", '=HYPERLINK("http://x","发改委")'))
    project.do(FillEntry(key, "", "reminders", "3"))
    return project


def test_the_workbook_has_the_sheets_of_the_handbook(project: Project, tmp_path: Path) -> None:
    """对照表, 台账, 指标, 陈述, 证据目录, 机检, 说明: each with a frozen and filtered head."""
    export_xlsx(project, tmp_path / "a.xlsx", "zh")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["对照表", "实绩", "台账", "问题", "指标", "陈述", "证据目录", "机检", "人工读数", "说明"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref and sheet.print_title_rows == "$1:$1"
    targets = book["对照表"]
    heads = [cell.value for cell in targets[1]]
    values = [row[heads.index("目标值")].value for row in targets.iter_rows(min_row=2)]
    assert any(isinstance(value, int | float) for value in values)
    assert all(not isinstance(value, str) for value in values)
    assert "单位" in heads


def test_nothing_written_by_a_person_runs_in_a_spreadsheet(project: Project, tmp_path: Path) -> None:
    """A cell that begins with = is words."""
    export_xlsx(project, tmp_path / "a.xlsx", "en")
    sheet = load_workbook(tmp_path / "a.xlsx")["Commitments"]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith("=")]
    assert cells and all(cell.data_type == "s" for cell in cells)
    numbers = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value == 3]
    assert numbers and all(cell.data_type == "n" for cell in numbers)
    export_csv(project, tmp_path, "en", only_ledgers=True)
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == [
        "Commitments.csv", "Issues.csv", "Results.csv", "Targets.csv",
    ]
    with (tmp_path / "Commitments.csv").open(encoding="utf-8-sig", newline="") as file:
        assert not any(cell.startswith("=") for row in csv.reader(file) for cell in row)


def test_a_folder_that_is_not_there_is_said(project: Project, tmp_path: Path) -> None:
    """A wrong place is a sentence, and nothing is left behind."""
    with pytest.raises(PolicyReviewError) as caught:
        export_xlsx(project, tmp_path / "none" / "a.xlsx", "zh")
    assert caught.value.key == "no-such-folder"


def test_a_confirmed_query_is_an_issue(project: Project, tmp_path: Path) -> None:
    """问题 lists what a person confirmed, gravest first, with the words of the check, the quote and its place."""
    report, order = project.report(), ("critical", "major", "minor", "info")
    for hit in project.hits()[:3]:
        project.do(AnswerHit(hit.id, "confirmed"))
    project.do(AnswerHit(project.hits()[3].id, "dismissed", "通行说法"))
    export_xlsx(project, tmp_path / "a.xlsx", "zh")
    sheet = load_workbook(tmp_path / "a.xlsx")["问题"]
    heads = [str(cell.value) for cell in sheet[1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    confirmed = [hit for hit in project.hits() if hit.state == "confirmed"]
    assert len(rows) == 3
    grades = [label("severity", key, "zh") for key in order]
    assert [row["轻重"] for row in rows] == sorted((row["轻重"] for row in rows), key=grades.index)
    assert sorted(str(row["原文"]) for row in rows) == sorted(
        " ".join(hit.finding.spans[0].quote(report.text).split()) for hit in confirmed
    )
    assert all(row["问题"] and row["机检"] and "段" in str(row["原文位置"]) for row in rows)
