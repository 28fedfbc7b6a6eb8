"""Correcting the section tree by hand: one step, and the reading follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Section, Span
from core.project import SetVerdict
from gui.dialogs.heading import HeadingDialog
from gui.mainwindow import MainWindow

PATIENCE = 10_000


def section(window: MainWindow, words: str) -> Section:
    assert window.session.report is not None
    return next(section for section in window.session.report.sections if words in section.title)


def after(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Do it and wait until the report has been read again."""
    with qtbot.waitSignal(window.session.report_replaced, timeout=PATIENCE):
        act()


def test_f2_gives_a_section_another_level_and_role(opened: MainWindow, qtbot: QtBot) -> None:
    """A level wrongly read is mended where it is seen; what was decided stays, and one undo takes it back."""
    claim = next(claim for claim in opened.session.claims() if not claim.dismissed)
    opened.session.do(SetVerdict(claim.id, "supported"))
    before = opened.session.report
    inner = section(opened, "五件民生实事")
    below = [each.id for each in before.sections if each.parent == inner.id] if before else []
    assert inner.depth == 2 and below
    opened.session.select("section", inner.id)
    opened.refresh()
    opened.actions_table.action("correct_heading").trigger()
    dialog = opened.findChild(HeadingDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Left)
    dialog.role.set_key("tasks")
    after(opened, qtbot, dialog.finish)
    assert section(opened, "五件民生实事").depth == 1
    assert section(opened, "五件民生实事").role == "tasks"
    assert section(opened, "老有所养").depth == 2  # what stands below moves along
    assert opened.session.selection.id == section(opened, "五件民生实事").id
    kept = opened.session.claim(claim.id)
    assert kept is not None and kept.veracity == "supported"
    after(opened, qtbot, opened.session.undo)
    assert opened.session.report == before


def test_a_line_becomes_a_heading_and_is_none_again(opened: MainWindow, qtbot: QtBot) -> None:
    """What the program missed is added at the caret; what it took for a heading is text again."""
    text, report = opened.text, opened.session.report
    assert text is not None and report is not None
    place = report.text.index("翻开过去一年的成绩单")
    count = len(report.sections)
    text.select_span(Span(place, place))
    opened.refresh()
    opened.actions_table.action("add_heading").trigger()
    dialog = opened.findChild(HeadingDialog)
    assert dialog is not None
    after(opened, qtbot, dialog.finish)
    assert opened.session.report is not None and len(opened.session.report.sections) == count + 1
    added = section(opened, "翻开过去一年的成绩单")
    assert added.heading.start == place
    opened.session.select("section", added.id)
    opened.refresh()
    after(opened, qtbot, opened.actions_table.action("no_heading").trigger)
    assert opened.session.report is not None and len(opened.session.report.sections) == count


def test_a_line_that_is_a_heading_cannot_become_one(opened: MainWindow) -> None:
    """The greyed command says why instead of doing nothing."""
    assert opened.text is not None
    opened.text.select_span(section(opened, "五件民生实事").heading)
    opened.refresh()
    action = opened.actions_table.action("add_heading")
    assert not action.isEnabled()
    assert "caret" in action.toolTip()


def test_the_tree_s_menu_offers_it(opened: MainWindow, qtbot: QtBot) -> None:
    """With the mouse it is found where the mistake is seen."""
    assert opened.contents is not None
    tree = opened.contents.navigator.tree
    inner = section(opened, "五件民生实事")
    opened.contents.navigator.section_menu_wanted.emit(inner.id, tree.mapToGlobal(tree.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.objectName() for action in menu.actions()] == [
        "correct_heading", "heading_up", "heading_down", "no_heading",
    ]
    menu.close()
    after(opened, qtbot, opened.actions_table.action("heading_up").trigger)
    assert section(opened, "五件民生实事").depth == 1


def test_the_inspector_s_key_corrects_the_selected_heading(opened: MainWindow, qtbot: QtBot) -> None:
    """Level and role are asked for from here, too."""
    assert opened.contents is not None and opened.session.report is not None
    opened.session.select("section", opened.session.report.sections[1].id)
    opened.refresh()
    qtbot.mouseClick(opened.contents.inspector.section_page.correct, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(HeadingDialog)
    assert dialog is not None
    dialog.reject()
