"""What the first report needs is loaded before somebody chooses it; whoever is faster joins it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import PolicyReviewError
from gui.mainwindow import MainWindow, opening, warming
from gui.models.received import receive

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20_000

_PROGRAM = """
import sys, time
from gui import app
from PySide6.QtWidgets import QApplication

def look(application):
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    end = time.monotonic() + 60
    def waiting():
        warming = window.__dict__.get("warming")
        return warming is None or warming._carrier is None or not warming._carrier.ready or warming._jobs.running
    while waiting() and time.monotonic() < end:
        application.processEvents()
    from core.extract.quantities import _after
    print(_after.cache_info().currsize, "gui.views.data.view" in sys.modules, window.jobs.running)
    window.close()

QApplication.exec = look
app.main([])
"""


class Held:
    """Reading that goes on until it is let go."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.begun = threading.Event()

    def __call__(self, *_: object) -> None:
        self.begun.set()
        assert self.free.wait(PATIENCE / 1000)


@pytest.fixture
def held(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Held:
    """Loading that is under way in a window that stands, and ends when it is let go."""
    held = Held()
    qtbot.waitUntil(lambda: window.stage == "whole", timeout=PATIENCE)
    monkeypatch.setattr(warming, "_RULES", "rules that nobody has loaded")
    monkeypatch.setattr(warming, "receive", held)
    window.warming.begin()
    assert held.begun.wait(PATIENCE / 1000)
    return held


def test_rules_and_charts_are_loaded_behind_a_window_that_waits(tmp_path: Path) -> None:
    """The first report of a fresh process is as fast as the second."""
    environment = dict(
        os.environ, QT_QPA_PLATFORM="offscreen", POLICY_REVIEW_SETTINGS=str(tmp_path / "s.ini"),
        POLICY_REVIEW_DATA=str(tmp_path / "data"),
    )
    done = subprocess.run([sys.executable, "-c", _PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True,
                          timeout=120, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "1 True ()"), done.stderr


def test_who_is_faster_joins_the_loading(
    window: MainWindow, held: Held, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules that are being loaded are not loaded a second time beside it; the report comes when they are there."""
    begun = threading.Event()

    def watched(*words: object, **named: object) -> object:
        begun.set()
        return receive(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "receive", watched)
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
        qtbot.wait(100)
        assert not begun.is_set()
        held.free.set()
    assert begun.is_set()


def test_waiting_for_the_loading_can_be_called_off(window: MainWindow, held: Held, report: Path, qtbot: QtBot) -> None:
    """Esc ends the opening at once, although the loading goes on."""
    window.open_file(report)
    qtbot.wait(60)
    assert window.jobs.cancel({"open"})
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=PATIENCE)
    assert window.session.project is None
    held.free.set()


def test_a_sample_that_cannot_be_read_keeps_nobody_from_reading(
    window: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading ahead is a help and no condition."""

    def broken(*_: object) -> None:
        raise PolicyReviewError("file-missing", name="sample")

    qtbot.waitUntil(lambda: window.stage == "whole", timeout=PATIENCE)
    monkeypatch.setattr(warming, "_RULES", "rules that nobody has loaded")
    monkeypatch.setattr(warming, "receive", broken)
    window.warming.begin()
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    assert window.session.project is not None


def test_nothing_is_loaded_ahead_while_a_report_is_open(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has a report before him needs the processor himself."""
    monkeypatch.setattr(warming, "_RULES", "rules that nobody has loaded")
    opened.warming.begin()
    assert not opened.warming._jobs.running
