"""The window does not stand still while a person works in it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from core import pipeline
from core.model import Report
from core.readers import Reading
from gui.mainwindow import MainWindow
from tests.gui.watchdog import BLOCKED, watching

PATIENCE = 20_000


def busy(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_the_watchdog_sees_a_turn_that_takes_too_long(qtbot: QtBot) -> None:
    """A watchdog that sees nothing would prove nothing; waiting is no work."""
    with watching() as seen:
        qtbot.wait(60)
        before = len(seen.blocked)
        QTimer.singleShot(10, lambda: busy(2 * BLOCKED))
        qtbot.wait(200)
    assert len(seen.blocked) > before and seen.longest >= 2 * BLOCKED


def test_no_step_of_a_whole_review_freezes_the_window(
    window: MainWindow, report: Path, qtbot: QtBot, record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Open, judge, take back, find, turn to another theme; what takes longest, the reading, is beside the window.

    How long the turns were is printed and no reason to fail: that is for the benchmark on a quiet machine.
    """
    readers: list[threading.Thread] = []
    steps = pipeline.steps

    def watched(reading: Reading, *more: Any) -> Generator[pipeline.Stage, None, Report]:
        readers.append(threading.current_thread())
        return steps(reading, *more)

    monkeypatch.setattr(pipeline, "steps", watched)
    with watching() as seen:
        with qtbot.waitSignal(window.ready, timeout=PATIENCE):
            window.open_file(report)
        contents = window.contents
        assert contents is not None and contents.data is not None
        table = window.actions_table

        def do(key: str) -> None:
            QTimer.singleShot(1, window, table.action(key).trigger)
            qtbot.wait(20)

        for _ in range(4):
            do("next_claim")
            do("verdict_1")
        for _ in range(3):
            do("undo")
        do("next_section")
        QTimer.singleShot(1, window, lambda: contents.text.verticalScrollBar().setValue(2000))
        qtbot.wait(20)
        do("find_project")
        QTimer.singleShot(1, window, lambda: contents.navigator.search.begin("增长"))
        qtbot.wait(20)
        do("theme_dark")
        do("theme_light")
        do("palette")
        window.palette_view.dismiss()
        qtbot.wait(20)
    record_property("gui_thread", seen.report())
    print(seen.report())
    assert seen.turns > 0
    assert readers and threading.main_thread() not in readers
