"""A report that was read from pictures says so, and its doubtful places look different and can be walked through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Span
from core.project import Project
from gui.mainwindow import MainWindow
from tests.gui.sample import sample_report

PATIENCE = 10_000


def test_recognised_words_are_marked_as_such(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """The line stands over the text, counts the doubtful places, and leads from one to the next and round again."""
    report = sample_report()
    doubtful = (Span(30, 31), Span(400, 402))
    recognised = replace(report, layout=replace(report.layout, recognised=True, doubtful=doubtful))
    path = tmp_path / "a.prv"
    Project.create(path, recognised, b"bytes", created_by="甲").close()
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(path)
    assert window.contents is not None and window.text is not None
    line = window.contents.recognised
    assert "not the original" in line.sentence
    assert "2" in line.sentence
    selected = []
    for _ in range(3):
        qtbot.mouseClick(line.next_button, Qt.MouseButton.LeftButton)
        selected.append(window.text.selected_span())
    assert selected == [*doubtful, doubtful[0]]


def test_an_original_text_has_no_such_line(opened: MainWindow) -> None:
    """Nothing is said of what is original."""
    assert opened.contents is not None
    assert opened.contents.recognised.sentence == ""
