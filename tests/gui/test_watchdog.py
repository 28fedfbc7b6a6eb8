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
from tests.gui.session_of_use import steps
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
    """Open, judge, search, triage, ledgers, charts, themes, sizes, languages, dialogs, close, open again.

    What takes longest, the reading, is beside the window. How long the turns were is printed and no reason to fail:
    that is for the benchmark on a quiet machine, `bench_turns.py`, which goes the same way.
    """
    readers: list[threading.Thread] = []
    reading_steps = pipeline.steps

    def watched(reading: Reading, *more: Any) -> Generator[pipeline.Stage, None, Report]:
        readers.append(threading.current_thread())
        return reading_steps(reading, *more)

    monkeypatch.setattr(pipeline, "steps", watched)
    with watching() as seen:
        seen.doing = "start"
        qtbot.waitUntil(lambda: window.stage == "whole", timeout=PATIENCE)
        qtbot.waitUntil(lambda: window.making.ready, timeout=PATIENCE)
        seen.doing = "open"
        with qtbot.waitSignal(window.ready, timeout=PATIENCE):
            window.open_file(report)
        done = []
        for name, work in steps(window, report):
            seen.doing = name
            QTimer.singleShot(1, window, work)
            qtbot.wait(30)
            done.append(name)
        qtbot.waitUntil(lambda: window.session.project is not None, timeout=PATIENCE)
        qtbot.wait(50)
    record_property("gui_thread", f"{seen.report()}; {seen.longest_steps()}")
    print(seen.report(), seen.longest_steps(), sep="\n")
    assert len(done) > 40 and set(done) <= set(seen.by_step), "each step had turns of its own"
    assert readers and threading.main_thread() not in readers
