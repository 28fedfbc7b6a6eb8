"""The sample digest in a real project, for the tests of the panes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.model import Report
from core.pipeline import read_report
from core.project import Project
from gui.session import Session
from seeds import samples


@cache
def sample_report() -> Report:
    """The first sample report, read once for all tests."""
    return read_report(_file())[0]


def open_sample(folder: Path) -> Session:
    """A session with the sample in a new project in `folder`."""
    session = Session()
    session.open(Project.create(folder / "sample.prv", sample_report(), _file().read_bytes(), created_by="甲"))
    return session


def on_screen(qtbot: QtBot, pane: QWidget, width: int, height: int) -> None:
    """Show a pane in a window, as the application does; alone, its size hints are none of the platform's business."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    pane.setParent(window)
    pane.resize(width, height)
    pane.show()
    window.show()
    qtbot.waitExposed(window)
    pane.window_kept_for_test = window  # type: ignore[attr-defined]  # Python must not let go of it


def _file() -> Path:
    return next(sample.file for sample in samples() if sample.file.suffix == ".txt")
