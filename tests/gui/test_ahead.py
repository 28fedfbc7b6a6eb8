"""A long report is cut into paragraphs and marked before its text is shown, beside the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim
from gui.mainwindow import MainWindow
from gui.views.text import ahead
from gui.views.text.layout import Page
from tests.gui.sample import sample_report


def test_the_window_finds_the_paragraphs_cut(
    window: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report is cut once, and not in the window's thread; nothing is kept of it afterwards."""
    threads: list[threading.Thread] = []
    plain = ahead._made

    def noted(*things: Any) -> ahead.Prepared:
        threads.append(threading.current_thread())
        return plain(*things)

    monkeypatch.setattr(ahead, "_made", noted)
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    assert len(threads) == 1 and threading.main_thread() not in threads
    assert window.text is not None and window.text._page.paragraphs and not ahead._READY
    assert window.session.report is not None and window.session.claims()
    marks = window.text._marks
    assert {metric.id for metric in window.session.report.metrics} == set(marks._metric_of)
    assert {claim.id for claim in window.session.claims()} == set(marks._claim_of)


def test_the_heights_of_a_long_text_are_guessed_once(
    window: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For six thousand paragraphs each time costs a fiftieth of a second; it was done for a size that is not shown, and
    then anew for the one that is."""
    qtbot.waitUntil(lambda: window.stage == "whole" and window.making.ready, timeout=60_000)
    guessed: list[int] = []
    plain = Page._guessed

    def noted(page: Page) -> list[float]:
        guessed.append(len(page.paragraphs))
        return plain(page)

    monkeypatch.setattr(Page, "_guessed", noted)
    with qtbot.waitSignal(window.ready, timeout=60_000):
        window.open_file(report)
    assert window.text is not None
    assert [count for count in guessed if count] == [len(window.text._page.paragraphs)]


def test_what_was_prepared_is_of_one_report() -> None:
    """Another report, an equal one that was read anew, or other claims of it get their own paragraphs and marks."""
    one = sample_report()
    claims: tuple[ReviewClaim, ...] = ()
    for other in ((replace(one), claims, ()), (one, [], ()), (one, claims, [])):
        ahead.prepare(one, claims, ())
        assert ahead.prepared(*other)[:3] == other and not ahead._READY
    ahead.prepare(one, claims, ())
    ready = ahead._READY[0]
    assert ahead.prepared(one, claims, ()) is ready
    assert ready.paragraphs == ahead.prepared(one, claims, ()).paragraphs != []
    ahead.prepare(one, claims, ())
    ahead.forget()
    assert not ahead._READY
