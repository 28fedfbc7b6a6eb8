"""The tour stands in the status bar, covers nothing, and each line is gone when it was done once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.project import AttachEvidence, EvidenceDraft, SetVerdict
from gui.mainwindow import MainWindow


def test_each_line_is_gone_when_it_was_done(opened: MainWindow) -> None:
    """What someone has done they need not be told."""
    coach = opened.status_line
    assert coach.coach.startswith("1/4") and "J" in coach.coach
    claim = opened.session.claims()[0].id
    opened.session.select("claim", claim)
    assert coach.coach.startswith("2/4")
    opened.session.do(SetVerdict(claim, "supported"))
    assert coach.coach.startswith("3/4")
    opened.session.do(AttachEvidence(claim, EvidenceDraft(title="x"), content=b"x"))
    assert coach.coach.startswith("4/4")
    opened.actions_table.action("palette").trigger()
    assert coach.coach == ""
    opened.palette_view.dismiss()


def test_escape_skips_a_line_and_the_menu_begins_again(opened: MainWindow, qtbot: QtBot) -> None:
    """It never has to be sat through, and it can be had again."""
    for left in (3, 2, 1, 0):
        qtbot.keyClick(opened, Qt.Key.Key_Escape)
        assert bool(opened.status_line.coach) == bool(left)
    opened.session.select("none")
    opened.actions_table.action("tour").trigger()
    assert opened.status_line.coach.startswith("1/4")


def test_screen_readers_hear_the_line(opened: MainWindow) -> None:
    """The line is painted, so it has to be told as well."""
    assert opened.status_line.coach in opened.status_line.accessibleName()


def test_without_a_report_there_is_no_line(window: MainWindow) -> None:
    """The Welcome page needs none."""
    assert window.status_line.coach == ""
