"""Several windows: each with a project of its own, none with the project of another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import seeds
from gui import settings
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH
from gui.shell import Shell, make_application

PATIENCE = 10_000


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    settings.set_language("en")
    settings.set_theme("light")
    application = make_application([])
    made = Shell(application)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.window.commands.choose_language("en")
    for window in list(made.windows):
        window.close()
    application.processEvents()
    application.setStyleSheet("")


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
    settings.set_flag(BEFORE_EACH, False)
    shell.window.complete()
    shell.window.importing.offer([copy("digest", tmp_path), copy("county", tmp_path)])
    shell.window.band.buttons[1].click()
    assert len(shell.windows) == 2
    qtbot.waitUntil(lambda: all(window.session.project is not None for window in shell.windows), timeout=PATIENCE)
    names = [window.session.project.path.stem for window in shell.windows if window.session.project is not None]
    assert names == ["digest-2024", "county-2024"]
