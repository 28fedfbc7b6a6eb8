"""Snapshots in the window: made by themselves, listed, looked at in a window of their own, gone back to, undone."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.project import SetNote, SetVerdict, snapshots
from gui import settings
from gui.dialogs.snapshots import SnapshotsDialog
from gui.mainwindow import MainWindow
from gui.mainwindow import keeping as keeping_module


def path_of(window: MainWindow) -> Path:
    """The file of the open project."""
    assert window.session.project is not None
    return window.session.project.path


def past_window(window: MainWindow) -> MainWindow | None:
    """The window that shows a snapshot."""
    others = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return next((widget for widget in others if widget is not window and widget.isVisible()), None)


def count(window: MainWindow) -> int:
    """How many snapshots there are."""
    return len(snapshots.listed(path_of(window)))


@pytest.fixture
def kept(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with a report open and the first snapshot made."""
    opened.keeping.keep()
    qtbot.waitUntil(lambda: count(opened) == 1)
    return opened


def test_a_snapshot_is_made_soon_after_opening_and_then_while_one_works(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to think of it: one of the state that was opened, further ones when something changed."""
    monkeypatch.setattr(keeping_module, "EVERY", 0)
    opened.keeping._due.start(0)
    qtbot.waitUntil(lambda: count(opened) == 1)
    assert snapshots.listed(path_of(opened))[0].reason == "opened"
    qtbot.waitUntil(lambda: not opened.keeping.jobs.running)
    opened.session.do(SetVerdict(opened.session.claims()[0].id, "mostly"))
    qtbot.waitUntil(lambda: count(opened) == 2)
    assert snapshots.listed(path_of(opened))[0].reason == "timed"
    assert not opened.busy_line.isVisible()


def test_restoring_asks_says_what_happens_and_can_be_undone(kept: MainWindow, qtbot: QtBot) -> None:
    """The list's key leads to a question; then the review is as it was, the present is a snapshot, Undo is offered."""
    key = kept.session.claims()[0].id
    kept.session.do(SetVerdict(key, "refuted"))
    dialog = kept.keeping.show()
    assert isinstance(dialog, SnapshotsDialog) and dialog.list.count() == 1
    dialog.finish()
    assert dialog.question.isVisible() and not dialog.list.isVisible()
    dialog.reject()
    assert dialog.list.isVisible()
    dialog.finish()
    dialog.finish()
    qtbot.waitUntil(lambda: kept.band.sentence.startswith("The review is again"))
    claim = kept.session.claim(key)
    assert claim is not None and claim.verdict is None
    assert count(kept) == 2
    kept.band.buttons[0].click()
    claim = kept.session.claim(key)
    assert claim is not None and claim.verdict is not None and claim.verdict.value == "refuted"


def test_a_snapshot_is_looked_at_in_a_window_of_its_own(
    kept: MainWindow, qtbot: QtBot
) -> None:
    """It is read-only and says which moment it shows; it is not among the recent projects."""
    recent = [item.path for item in settings.recents()]
    kept.keeping.look(snapshots.listed(path_of(kept))[0])
    qtbot.waitUntil(lambda: past_window(kept) is not None)
    past = past_window(kept)
    assert past is not None
    qtbot.waitUntil(lambda: past.session.project is not None)
    assert past.session.project is not None and past.session.project.read_only
    past.refresh()
    assert "as it was at" in past.band.sentence
    assert not past.actions_table.action("undo").isEnabled()
    assert [item.path for item in settings.recents()] == recent
    kept.close()
    assert not past.isVisible()


def test_a_disk_without_room_is_told_once(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work goes on; one sentence says that there is no new backup, and that all edits are saved."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**12, 0, 10))
    opened.keeping.keep()
    qtbot.waitUntil(lambda: "all your edits are saved" in opened.band.sentence)
    opened.band.dismiss()
    opened.session.do(SetNote(opened.session.claims()[0].id, "x"))
    opened.keeping.keep()
    qtbot.waitUntil(lambda: not opened.keeping.jobs.running)
    assert opened.band.sentence == ""


def test_saving_reassures_with_the_time_of_the_last_step(opened: MainWindow) -> None:
    """Ctrl+S says that everything is saved, since when and where."""
    opened.actions_table.action("saved").trigger()
    assert opened.band.sentence.startswith("Everything is saved, in")
    opened.session.do(SetNote(opened.session.claims()[0].id, "x"))
    opened.actions_table.action("saved").trigger()
    assert "the last step at" in opened.band.sentence and str(path_of(opened)) in opened.band.sentence
