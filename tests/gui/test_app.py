"""Start-up and the last resort."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import __main__, app
from gui.jobs import Jobs, Progress
from gui.mainwindow import MainWindow

ROOT = Path(__file__).resolve().parents[2]


def test_the_window_stands_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    """Readers, rules, charts and tables come when they are needed; import is Python's own again."""
    code = (
        "import builtins; plain = builtins.__import__\n"
        "from gui import app\n"
        "from gui.shell import Shell, make_application\n"
        "application = make_application([]); shell = Shell(application); shell.window.show()\n"
        "application.processEvents()\n"
        "import sys\n"
        "heavy = ('pandas', 'numpy', 'pyqtgraph', 'typst', 'docx', 'pypdfium2', 'core.pipeline', 'gui.views.text')\n"
        "print([name for name in heavy if name in sys.modules], builtins.__import__ is plain)\n"
        "shell.window.close()\n"
    )
    environment = dict(
        os.environ, QT_QPA_PLATFORM="offscreen", POLICY_REVIEW_SETTINGS=str(tmp_path / "s.ini"),
        POLICY_REVIEW_DATA=str(tmp_path / "data"),
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True,
                          timeout=60, check=False)
    assert done.stdout.strip() == "[] True", done.stderr


def test_a_file_that_the_system_hands_over_is_opened(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """On macOS a double click on a project reaches the running program as an event."""
    opener = app.Opener(window)
    application = QApplication.instance()
    assert application is not None
    with qtbot.waitSignal(window.ready, timeout=10_000):
        assert opener.eventFilter(application, QFileOpenEvent(str(report)))
    assert window.session.project is not None


def test_a_fault_nobody_caught_reaches_the_log_and_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever breaks, the window goes on and says where to look."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    app.catch_faults(lambda: window)
    error = ZeroDivisionError("by nothing")
    sys.excepthook(type(error), error, None)
    assert "ZeroDivisionError" in window.band.sentence
    assert any("by nothing" in str(record.exc_info) for record in caplog.records)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
def test_without_a_display_one_sentence_names_the_way_without_one(tmp_path: Path) -> None:
    """Qt ended the process with a list of its plugins, and nobody learnt of --headless."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in hidden}
    bare |= {"POLICY_REVIEW_SETTINGS": str(tmp_path / "s.ini"), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    done = subprocess.run([sys.executable, "-m", "gui"], cwd=ROOT, env=bare, capture_output=True, text=True,
                          timeout=60, check=False)
    assert done.returncode == 1
    assert "--headless" in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [
    ["--language", "en", "extract", "none.txt"], ["--language=en", "extract", "none.txt"],
    ["extract", "none.txt", "--language", "en"],
])
def test_the_language_may_be_said_before_the_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """It was answered that “zh” is no command."""
    assert __main__.main(words) == 1
    assert "There is no file" in capsys.readouterr().err


class Knot:
    """One end of a cycle of objects."""

    other: Knot


def test_cycles_are_looked_for_between_events_in_this_thread_alone(application: QApplication) -> None:
    """Python would look for them in whichever thread comes to it; a job would then destroy Qt's objects."""
    seen: list[threading.Thread] = []
    watch = lambda phase, _facts: seen.append(threading.current_thread()) if phase == "start" else None  # noqa: E731
    collector = app.Collector(application)
    gc.callbacks.append(watch)
    try:
        assert not gc.isenabled()
        knot, other = Knot(), Knot()
        knot.other, other.other = other, knot
        gone = weakref.ref(knot)
        del knot, other
        heap: list[list[int]] = []
        worker = threading.Thread(target=lambda: heap.extend([each] for each in range(5000)))
        worker.start()
        worker.join()
        assert gone() is not None and not seen
        collector.collect()
        assert gone() is None and seen == [threading.main_thread()]
        collector.collect()
        assert len(seen) == 1, "few new objects: no need to look"
    finally:
        gc.callbacks.remove(watch)
        gc.enable()
        collector.deleteLater()


def test_what_a_job_makes_is_not_gone_through_again_and_again(
    application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long report is some million objects that stay while it is open: to look among them for cycles stopped the
    window for a quarter of a second, each second while it was read. What goes with it is found when it is gone."""
    monkeypatch.setattr(app, "_TOO_MANY", 5000)
    seen: list[int] = []
    watch = lambda phase, facts: seen.append(facts["generation"]) if phase == "start" else None  # noqa: E731
    rests = False
    collector = app.Collector(application, lambda: rests)
    begun, free = threading.Event(), threading.Event()
    made: list[list[int]] = []

    def work(_progress: Progress) -> None:
        made.extend([each] for each in range(20_000))
        begun.set()
        assert free.wait(20)

    jobs = Jobs()
    gc.collect()
    gc.callbacks.append(watch)
    try:
        jobs.start(work, done=lambda _none: None, failed=lambda _error: None)
        assert begun.wait(20)
        collector.collect()
        assert not seen, "while it is at work"
        knot, other = Knot(), Knot()
        knot.other, other.other = other, knot
        gone = weakref.ref(knot)
        del knot, other
        free.set()
        qtbot.waitUntil(lambda: not jobs.running)
        before = gc.get_freeze_count()
        collector.collect()
        assert not seen and gc.get_freeze_count() > before + 20_000, "nor when it is done"
        made.clear()
        rests = True
        collector.collect()
        assert gone() is None
    finally:
        free.set()
        gc.callbacks.remove(watch)
        gc.unfreeze()
        gc.enable()
        collector.deleteLater()


def test_nothing_is_gone_through_where_a_long_report_left_nothing(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is loaded would be looked at for a few cycles, a tenth of a second each time a project is closed."""
    monkeypatch.setattr(app, "_TOO_MANY", 5000)
    seen: list[int] = []
    watch = lambda phase, facts: seen.append(facts["generation"]) if phase == "start" else None  # noqa: E731
    rests = False
    collector = app.Collector(application, lambda: rests)
    gc.collect()
    gc.callbacks.append(watch)
    try:
        collector.begin()
        made = [[each] for each in range(30_000)]
        collector.collect()
        put_aside = gc.get_freeze_count()
        made.clear()
        rests = True
        collector.collect()
        assert not seen and gc.get_freeze_count() < put_aside - 25_000
    finally:
        gc.callbacks.remove(watch)
        gc.unfreeze()
        gc.enable()
        collector.deleteLater()


def test_the_log_is_opened_for_its_first_line(tmp_path: Path) -> None:
    """Most days have none, and what writes it takes a while to load."""
    path = tmp_path / "policy-review.log"
    handler = app.LogFile(path)
    assert not path.exists()
    handler.handle(logging.LogRecord("core", logging.WARNING, __file__, 1, "damaged page %d", (3,), None))
    handler.handle(logging.LogRecord("core", logging.WARNING, __file__, 1, "again", (), None))
    handler.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 and lines[0].endswith("WARNING core: damaged page 3")
