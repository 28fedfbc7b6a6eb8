"""Where a report's project goes."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import seeds
from core.project import Project
from gui import settings
from gui.jobs import Jobs
from gui.mainwindow import MainWindow
from gui.mainwindow.opening import Opener, place_for

PATIENCE = 60_000


def test_a_folder_without_write_access_sends_the_project_to_documents(
    window: MainWindow, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A report on a read-only share is reviewed all the same, and the user is told where the project is."""
    documents = tmp_path / "Documents"
    real = os.access

    def access(path: Path, mode: int, *, effective_ids: bool = False) -> bool:
        if Path(path) == report.parent.resolve() and mode == os.W_OK:
            return False
        return real(path, mode, effective_ids=effective_ids)

    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(settings, "documents_folder", lambda: documents)
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    assert window.session.project is not None
    assert window.session.project.path == documents / "digest-2024.prv"
    assert "Documents" in window.band.sentence


def test_a_report_of_a_long_name_is_opened_and_its_project_found_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A file name has 255 bytes, a Chinese sign three of them: such titles were read and then refused."""
    report = tmp_path / f"{'关于推进南坪县现代化建设的意见' * 5}以及办法.txt"
    assert 240 < len(os.fsencode(report.name)) <= 255
    report.write_text("南坪县2023年工作总结\n\n全年地区生产总值增长6.7%，规上工业增加值增长7.9%。\n", encoding="utf-8")
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    project = window.session.project
    assert project is not None and not project.read_only
    assert report.stem.startswith(project.path.stem) and project.path.parent == report.parent
    assert len(os.fsencode(project.path.name)) <= 200
    assert project.report().source.name == report.name
    window.files.close_project()
    with qtbot.waitSignal(window.opener.found, timeout=PATIENCE) as found:
        window.open_file(report)
    assert found.args == [report, project.path]
    another = report.with_name(report.name.replace("以及", "另有"))
    another.write_text("南坪县2024年工作总结\n\n全年地区生产总值增长5.2%。\n", encoding="utf-8")
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(another)
    assert window.session.project is not None
    assert window.session.project.path.stem == f"{project.path.stem}-2"


@pytest.mark.skipif(sys.platform == "win32", reason="paths have another limit there")
def test_a_folder_too_deep_for_a_project_sends_it_to_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite takes paths of 512 bytes; a report is read from a longer one all the same."""
    monkeypatch.setattr(settings, "documents_folder", lambda: tmp_path / "Documents")
    deep = tmp_path
    while len(os.fsencode(deep)) < 480:
        deep /= "层层文件夹"
    deep.mkdir(parents=True)
    assert place_for(deep / "总结.txt") == (tmp_path / "Documents" / "总结.prv", True)
    assert place_for(tmp_path / "总结.txt") == (tmp_path / "总结.prv", False)


def test_an_opening_called_off_at_its_end_keeps_no_project(report: Path, qtbot: QtBot) -> None:
    """The project is open by then; left so, this program could open it read-only alone until it is started again."""
    jobs = Jobs()
    opener = Opener(jobs, jobs)
    opened: list[Project] = []
    opener.opened.connect(opened.append)
    place, _ = place_for(report)
    opener.open_report(report, fresh=True)
    (job,) = jobs.running
    for thread in threading.enumerate():
        if thread.name == job.name:
            thread.join()  # the answer waits for a turn of the loop
    assert place.exists()
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        job.cancel()
    assert not opened
    with Project.open(place) as project:
        assert not project.read_only


def test_another_report_of_the_same_name_gets_a_free_name(
    opened: MainWindow, report: Path, qtbot: QtBot
) -> None:
    """A project is never taken for one of a different report."""
    first, _ = place_for(report)
    opened.files.close_project()
    report.write_text("某县2024年政府工作报告\n\n全年地区生产总值增长6.1%。\n", encoding="utf-8")
    with qtbot.waitSignal(opened.ready, timeout=PATIENCE):
        opened.open_file(report)
    assert opened.session.project is not None
    assert opened.session.project.path == first.with_name("digest-2024-2.prv")


def test_pasted_words_are_opened_as_a_report(window: MainWindow, qtbot: QtBot) -> None:
    """A passage from a web page can be checked without saving it first; it is kept among the user's own files."""
    QGuiApplication.clipboard().setText("某市2023年工作回顾\n\n全年地区生产总值增长6.1%，规上工业增加值增长7.2%。")
    window.refresh()
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.actions_table.action("paste_report").trigger()
    report, project = window.session.report, window.session.project
    assert report is not None and project is not None
    assert len(report.metrics) == 2
    assert settings.data_folder() in project.path.parents


def test_a_damaged_project_beside_a_report_is_left_alone(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Something else named like the project is neither opened nor written over."""
    beside, _ = place_for(report)
    beside.write_bytes(b"not a project")
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    assert beside.read_bytes() == b"not a project"
    assert window.session.project is not None and window.session.project.path.name == "digest-2024-2.prv"


def test_a_sample_named_on_the_command_line_opens_as_a_copy(window: MainWindow, qtbot: QtBot) -> None:
    """No project appears among the samples that the application ships."""
    source = seeds.samples()[0].file
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(source)
    project = window.session.project
    assert project is not None and settings.data_folder() in project.path.parents
    assert not source.with_suffix(".prv").exists()
