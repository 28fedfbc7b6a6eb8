"""A window on settings of its own, closed after each test; and one with a sample report open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import seeds
from gui import settings, shortcuts
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH
from gui.shell import Shell, make_application
from tests.gui.letting_go import let_go, main_windows, sweep


@pytest.fixture(autouse=True, scope="session")
def application(qapp: QApplication) -> QApplication:
    """There is an application in every test of the window: measuring words without one ends the process."""
    return qapp


@pytest.fixture(autouse=True)
def no_window_stays(application: QApplication) -> Iterator[None]:
    """Whatever window a test opens is gone after it."""
    yield
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stayed = main_windows()
    for window in stayed:  # of this test alone, and not of all behind it
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert stayed == []


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of the user's own settings is read or written."""
    monkeypatch.setenv("POLICY_REVIEW_SETTINGS", str(tmp_path / "settings.ini"))
    monkeypatch.setenv("POLICY_REVIEW_DATA", str(tmp_path / "data"))
    settings.language_choice.cache_clear()
    shortcuts.forget()
    settings.set_flag(BEFORE_EACH, False)  # files open at once, but in the tests of what is shown before
    yield
    shortcuts.forget()
    settings.language_choice.cache_clear()


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Opens windows that speak English in the light theme, unless the settings say otherwise."""
    if settings.language_choice() == "system":
        settings.set_language("en")
    if settings.theme_choice() == "system":
        settings.set_theme("light")
    application = make_application([])
    sweep()
    shells: list[Shell] = []

    def make() -> MainWindow:
        shell = Shell(application)
        shells.append(shell)
        shell.window.show()
        qtbot.waitExposed(shell.window)
        return shell.window

    yield make
    let_go(application, shells)


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """A window with nothing open."""
    return make_window()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A sample report in a folder of its own."""
    source = seeds.samples()[0].file
    path = tmp_path / "reports" / source.name
    path.parent.mkdir()
    path.write_bytes(source.read_bytes())
    return path


@pytest.fixture
def opened(window: MainWindow, report: Path, qtbot: QtBot) -> MainWindow:
    """A window with a sample report open and its panes filled."""
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    window.refresh()
    return window
