"""Several windows: each with a project of its own, none with the project of another."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import seeds
from core.project import Project
from gui import settings
from gui.jobs import Job
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH
from gui.shell import Shell, make_application
from tests.gui.letting_go import let_go

PATIENCE = 10_000


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    settings.set_language("en")
    settings.set_theme("light")
    settings.set_flag(BEFORE_EACH, False)
    application = make_application([])
    made = Shell(application)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    let_go(application, [made])


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(path)


def copy(key: str, folder: Path) -> Path:
    source = seeds.sample(key).file
    path = folder / source.name
    path.write_bytes(source.read_bytes())
    return path


def test_another_window_opens_another_project(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    """Two reports side by side: what is selected or judged in one is none of the other's business."""
    opened(shell.window, copy("digest", tmp_path), qtbot)
    shell.window.actions_table.action("new_window").trigger()
    second = shell.windows[-1]
    assert second is not shell.window and second.isVisible()
    opened(second, copy("county", tmp_path), qtbot)
    assert shell.window.session.project is not None and second.session.project is not None
    assert shell.window.session.project.path != second.session.project.path
    second.session.select("claim", second.session.claims()[0].id)
    assert shell.window.session.selection.subject == "none"
    second.close()
    qtbot.waitUntil(lambda: len(shell.windows) == 1)
    assert shell.window.session.project is not None


def test_the_same_project_is_not_opened_twice(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    """Two windows on one file would overwrite each other; the one that has it comes forward and says so."""
    report = copy("digest", tmp_path)
    opened(shell.window, report, qtbot)
    second = shell.open_another()
    second.open_file(report.with_suffix(".prv"))
    qtbot.waitUntil(shell.window.band.isVisible, timeout=PATIENCE)
    assert "open in this window" in shell.window.band.sentence
    assert second.session.project is None
    assert shell.window.session.project is not None and shell.window.session.project.editable


def test_a_project_opened_where_it_is_open_can_still_be_written(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    """From the recent ones, or by its report dropped again: opened twice it was read-only, as if another window had
    it. The next file of a queue comes all the same."""
    report, other = copy("digest", tmp_path), copy("county", tmp_path)
    window = shell.window
    opened(window, report, qtbot)
    before = window.session.project
    window.open_file(report.with_suffix(".prv"))
    qtbot.waitUntil(window.band.isVisible, timeout=PATIENCE)
    assert "open in this window" in window.band.sentence
    assert window.session.project is before and before is not None and before.editable
    window.open_file(report)
    qtbot.waitUntil(lambda: "has a review already" in window.band.sentence, timeout=PATIENCE)
    window.band.buttons[0].click()
    qtbot.waitUntil(lambda: "open in this window" in window.band.sentence, timeout=PATIENCE)
    assert window.session.project is before and before.editable
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.importing.open_all([report.with_suffix(".prv"), other])
    assert window.session.project is not None and window.session.project.path.stem == "county-2024"


def test_a_project_that_cannot_be_written_is_opened_anew_where_it_is_open(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    """Another program let go of it: whoever opens it again can write."""
    report = copy("digest", tmp_path)
    opened(shell.window, report, qtbot)
    shell.window.files.close_project()
    with Project.open(report.with_suffix(".prv")):
        opened(shell.window, report.with_suffix(".prv"), qtbot)
        assert shell.window.session.project is not None and shell.window.session.project.read_only
    opened(shell.window, report.with_suffix(".prv"), qtbot)
    assert shell.window.session.project is not None and shell.window.session.project.editable


def test_language_and_theme_are_those_of_all_windows(shell: Shell, qtbot: QtBot) -> None:
    """One application speaks one language."""
    second = shell.open_another()
    second.commands.choose_language("zh")
    shell.window.complete()
    QApplication.processEvents()
    assert shell.window.actions_table.words("undo").startswith("撤销")
    assert second.actions_table.words("undo").startswith("撤销")
    assert qtbot is not None


def test_several_files_open_each_in_a_window_of_its_own(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    """Who asks for it has all reports side by side; the empty window takes the first of them."""
    shell.window.complete()
    shell.window.importing.offer([copy("digest", tmp_path), copy("county", tmp_path)])
    shell.window.band.buttons[1].click()
    assert len(shell.windows) == 2
    qtbot.waitUntil(lambda: all(window.session.project is not None for window in shell.windows), timeout=PATIENCE)
    names = [window.session.project.path.stem for window in shell.windows if window.session.project is not None]
    assert names == ["digest-2024", "county-2024"]


def forgotten(reference: weakref.ref[MainWindow]) -> bool:
    """Whether nothing of Python's is left of a window that was closed."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    return reference() is None


def closed(
    shell: Shell, qtbot: QtBot, path: Path, when: Literal["at once", "loading", "whole", "opening", "opened"]
) -> weakref.ref[MainWindow]:
    """Open another window and close it again, at once or when it has come so far."""
    window = shell.open_another()
    if when == "loading":
        QApplication.processEvents()
        assert window.stage != "whole"
    elif when != "at once":
        window.complete()
    if when == "opening":
        window.under_way.delay.setInterval(0)
        window.open_file(path)
        qtbot.waitUntil(window.work_band.isVisible)
    elif when == "opened":
        window.under_way.delay.setInterval(0)
        opened(window, path, qtbot)
    window.close()
    return weakref.ref(window)


@pytest.mark.parametrize("when", ["at once", "loading", "whole", "opening", "opened"])
def test_a_closed_window_is_forgotten(
    shell: Shell, tmp_path: Path, qtbot: QtBot, when: Literal["at once", "loading", "whole", "opening", "opened"]
) -> None:
    """A window with its panes is a megabyte and a half. A turn that waited in Qt's queue kept it, and so did the job of
    an opening that had been told of in the band."""
    assert forgotten(closed(shell, qtbot, copy("county", tmp_path), when))


def jobs() -> int:
    """How many jobs live, under way or done."""
    gc.collect()
    return sum(isinstance(held, Job) for held in gc.get_objects())


def test_work_that_is_done_is_forgotten(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    """A job holds what it answers with; each opening left its own behind."""
    report = copy("digest", tmp_path)
    project = report.with_suffix(".prv")
    shell.window.complete()
    shell.window.under_way.delay.setInterval(0)
    before = jobs()
    for _ in range(3):
        opened(shell.window, project if project.exists() else report, qtbot)
        shell.window.files.close_project()
    qtbot.waitUntil(lambda: not shell.window.jobs.running)
    assert jobs() <= before
