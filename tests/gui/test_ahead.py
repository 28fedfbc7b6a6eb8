"""A long report is cut into paragraphs before its text is shown, beside the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.model import Report
from gui.mainwindow import MainWindow
from gui.views.text import ahead
from tests.gui.sample import sample_report


def test_the_window_finds_the_paragraphs_cut(
    window: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report is cut once, and not in the window's thread; nothing is kept of it afterwards."""
    threads: list[threading.Thread] = []
    plain = ahead.cut

    def noted(read: Report) -> object:
        threads.append(threading.current_thread())
        return plain(read)

    monkeypatch.setattr(ahead, "cut", noted)
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    assert len(threads) == 1 and threading.main_thread() not in threads
    assert window.text is not None and window.text._page.paragraphs and not ahead._READY


def test_what_was_prepared_is_of_one_report() -> None:
    """Another report, or an equal one that was read anew, gets its own paragraphs."""
    one = sample_report()
    other = replace(one)
    ahead.prepare(one)
    assert ahead.prepared(other).report is other and not ahead._READY
    ahead.prepare(one)
    made = ahead.prepared(one)
    assert made.report is one and made.paragraphs == ahead.prepared(one).paragraphs != []
    ahead.prepare(one)
    ahead.forget()
    assert not ahead._READY
