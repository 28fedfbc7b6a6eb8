"""The panes are made one after the other, before a report is chosen or at the latest when it comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.mainwindow import MainWindow
from gui.views.inspector import Inspector
from tests.gui.sample import sample_report
from tests.gui.watchdog import Watched, watching

PATIENCE = 20_000


def made(folder: Path) -> Project:
    """The sample in a new project."""
    return Project.create(folder / "made.prv", sample_report(), b"", created_by="甲")


@pytest.fixture
def bare(make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> MainWindow:
    """A window that has all but its panes, and does not make them by itself."""
    monkeypatch.setattr(MainWindow, "loaded", lambda _window: None)
    window = make_window()
    qtbot.waitUntil(lambda: window.stage == "whole", timeout=PATIENCE)
    return window


def test_a_window_that_waits_has_its_panes_before_a_report_comes(window: MainWindow, qtbot: QtBot) -> None:
    """They are out of sight, and the window still says that no report is open."""
    qtbot.waitUntil(lambda: window.stage == "whole" and window.making.ready, timeout=PATIENCE)
    assert window.contents is None
    assert not window.making.made.text.isVisible()
    assert all(dock.isHidden() for dock in window.panes.docks.values())


def test_a_project_that_comes_first_waits_for_its_panes_and_not_the_window(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each pane is made in a turn of its own; then the project is shown."""
    project = made(tmp_path)
    with watching() as seen:
        with qtbot.waitSignal(bare.ready, timeout=PATIENCE):
            bare.arriving.take(project)
            assert bare.session.project is None
        assert bare.session.project is project
    assert isinstance(seen, Watched) and seen.turns > 4
    assert bare.contents is not None and bare.contents.text.isVisible()


def test_a_window_that_closes_meanwhile_lets_the_project_go(
    bare: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody finds a project locked by a window that was never shown with it."""
    project = made(tmp_path)
    bare.arriving.take(project)
    bare.close()
    qtbot.wait(50)
    assert bare.session.project is None
    with Project.open(tmp_path / "made.prv") as again:
        assert not again.read_only


def test_who_asks_for_the_panes_at_once_gets_them(bare: MainWindow) -> None:
    """What is missing is made then."""
    contents = bare.making.made
    assert contents.inspector is not None and contents.data is not None
    assert bare.making.made is contents


def test_the_inspector_is_made_page_by_page(bare: MainWindow, qtbot: QtBot) -> None:
    """Its pages took a twentieth of a second together. What happens meanwhile finds nothing half-made."""
    inspector = Inspector(bare.session, bare.theme, in_turns=True)
    qtbot.addWidget(inspector)
    rests = 0
    for _ in inspector.making:
        rests += 1
        QApplication.sendEvent(inspector, QEvent(QEvent.Type.LanguageChange))
        inspector.grab()
    assert rests >= 3
    assert inspector.title.text() == "Nothing is selected"


def test_a_project_takes_the_place_of_another_without_the_welcome_page_between(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each in a turn of its own, the one before is closed and the next one filled: nothing is painted between them, for
    the panes are empty there, and the Welcome page was filled for nobody."""
    before, project = opened.session.project, made(tmp_path)
    pages: list[QWidget] = []
    opened.pages.currentChanged.connect(lambda _place: pages.append(opened.pages.currentWidget()))
    closed: list[bool] = []
    opened.session.opened.connect(lambda: closed.append(opened.updatesEnabled()))
    with qtbot.waitSignal(opened.ready, timeout=PATIENCE):
        opened.arriving.take(project)
    assert opened.session.project is project and before is not project
    assert closed == [False, False] and opened.updatesEnabled()
    assert opened.welcome not in pages and opened.workspace.isVisible()
    with qtbot.waitSignal(opened.session.opened, timeout=PATIENCE):
        opened.files.close_project()
    assert opened.welcome.isVisible()


def test_the_ledgers_are_made_in_a_window_that_waits_longer(window: MainWindow, qtbot: QtBot) -> None:
    """The first turn to them found everything to do; they stay out of sight until then."""
    qtbot.waitUntil(lambda: window.making.ready and window.making.made.ledgers is not None, timeout=PATIENCE)
    assert window.panes.docks["ledgers"].isHidden() and window.contents is None


def test_the_ledgers_do_not_come_between_who_works_in_the_window(opened: MainWindow) -> None:
    """Panes would get their first sizes again."""
    assert opened.contents is not None
    opened.waited()
    assert opened.contents.ledgers is None
