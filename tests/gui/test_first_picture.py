"""The window is on the screen before the rest of the application is loaded, and nothing is lost meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]

_PROGRAM = """
import sys
from gui import app
from PySide6.QtWidgets import QApplication

def look(application):
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    assert not window.grab().isNull()
    print(sorted(name for name in sys.modules if name in FORBIDDEN))
    application.processEvents()
    while window.stage != "whole":
        application.processEvents()
    print(window.telling is not None)
    sys.stdout.flush()
    import os
    os._exit(0)

FORBIDDEN = {"core.project", "core.model.report", "core.charts", "numpy", "pandas", "pyqtgraph", "sqlite3",
             "gui.session", "core.pipeline", "core.export", "gui.mainwindow.reviewing", "importlib.metadata"}
QApplication.exec = look
app.main([])
"""


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    """Every library that the Welcome page needs is seen as waiting at each start."""
    environment = dict(
        os.environ, QT_QPA_PLATFORM="offscreen", POLICY_REVIEW_SETTINGS=str(tmp_path / "s.ini"),
        POLICY_REVIEW_DATA=str(tmp_path / "data"),
    )
    done = subprocess.run([sys.executable, "-c", _PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True,
                          timeout=120, check=False)
    assert done.stdout.splitlines() == ["[]", "True"], done.stderr


def test_a_key_that_comes_before_the_rest_is_there_is_not_lost(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    """Who knows the key for opening does not wait for a window that is still being made."""
    asked: list[str] = []

    def ask(_parent: object, title: str, *_rest: object) -> tuple[list[str], str]:
        asked.append(title)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    monkeypatch.setattr(MainWindow, "_go_on", lambda _self: None)  # a machine that is slow at loading
    window = MainWindow(Theme("light"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.stage == "front"
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert window.stage == "whole"


def test_the_rest_is_made_behind_the_first_picture(qtbot: QtBot) -> None:
    """Nobody has to ask for it."""
    window = MainWindow(Theme("light"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.completed, timeout=20_000):
        window.show()
    assert window.findChild(type(window.top_bar)) is window.top_bar
