"""What a report is, kept in its project: settled at the import, changed as one step, printed on the cover."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.interchange.extraction import extraction, report_from
from core.model.particulars import Particulars
from core.pipeline import report_of
from core.project import Project, SetParticulars
from core.readers import read_bytes

_TEXT = "澜溪县2023年政府工作报告\n\n全年地区生产总值增长6.1%。\n".encode()


def test_particulars_are_settled_changed_and_undone(tmp_path: Path) -> None:
    """Before anybody said anything the report speaks for itself; then a person does, one step at a time."""
    report = report_of(read_bytes(_TEXT, "a.txt"))
    with Project.create(tmp_path / "a.prv", report, _TEXT, created_by="甲") as project:
        assert project.particulars() == Particulars(title="澜溪县2023年政府工作报告", place="澜溪县")
        said = Particulars(title="标题", issuer="县政府", level="county", published_on="2023-01-02")
        project.do(SetParticulars(said))
        assert project.particulars() == said
        assert not project.do(SetParticulars(said)).settings
        project.undo()
        assert project.particulars().issuer == ""
    said = replace(said, place="澜溪县")
    with Project.create(tmp_path / "b.prv", report, _TEXT, created_by="甲", particulars=said) as project:
        assert project.particulars() == said
        assert not project.can_undo
        assert project.check() == []


def test_the_years_of_a_person_outlive_the_file() -> None:
    """They are written with the report and come back with it."""
    report = report_of(read_bytes(_TEXT, "a.txt"))
    for years in ((2022, None), (None, None), None):
        told = replace(report, given_years=years)
        assert report_from(extraction(told, explain=True)) == told
