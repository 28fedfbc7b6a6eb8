"""Narrow windows (200 and 300 % of a usual screen): what is asked for is seen, and nothing is cut at the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.codebook import CodebookDialog
from gui.dialogs.help import HelpWindow
from gui.dialogs.sheet import Scrolled
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.dialogs.trail import TrailDialog
from gui.mainwindow import MainWindow


def test_the_layout_with_the_data_shows_the_data(opened: MainWindow, qtbot: QtBot) -> None:
    """The inspector stayed in its place: whoever pressed the key saw nothing happen."""

    def shown() -> set[str]:
        return {name for name, dock in opened.panes.docks.items() if not dock.isHidden()}

    opened.setMinimumSize(400, 300)
    opened.resize(700, 440)
    qtbot.waitUntil(lambda: shown() == {"inspector"})
    opened.actions_table.action("layout_data").trigger()
    qtbot.waitUntil(lambda: shown() == {"data"})
    opened.actions_table.action("layout_reading").trigger()
    qtbot.waitUntil(lambda: shown() == {"inspector"})
    opened.actions_table.action("layout_data").trigger()
    qtbot.waitUntil(lambda: shown() == {"data"})
    opened.resize(1280, 800)
    qtbot.waitUntil(lambda: "inspector" in shown())


def test_at_three_hundred_per_cent_one_pane_stands_alone(opened: MainWindow, qtbot: QtBot) -> None:
    """Text and inspector were both cut at the right, and the verdicts from the fifth on could not be seen."""
    text, inspector = opened.centralWidget(), opened.panes.docks["inspector"]

    def stands_alone(pane: QWidget) -> bool:
        others = [each for each in (text, *opened.panes.docks.values()) if each is not pane and each.isVisible()]
        return not others and pane.x() == 0 and pane.width() == opened.width()

    opened.setMinimumSize(267, 227)
    opened.resize(426, 266)
    qtbot.waitUntil(lambda: stands_alone(inspector))
    assert inspector.mapTo(opened, inspector.rect().bottomLeft()).y() < opened.height()
    opened.actions_table.action("next_pane").trigger()
    qtbot.waitUntil(lambda: stands_alone(text))
    assert text.isAncestorOf(opened.focusWidget()) or text is opened.focusWidget()
    opened.actions_table.action("previous_pane").trigger()
    qtbot.waitUntil(lambda: stands_alone(inspector))
    opened.actions_table.action("find").trigger()
    qtbot.waitUntil(lambda: stands_alone(text))
    opened.actions_table.action("toggle_inspector").trigger()
    qtbot.waitUntil(lambda: stands_alone(inspector))
    opened.actions_table.action("toggle_inspector").trigger()
    qtbot.waitUntil(lambda: stands_alone(text))
    opened.actions_table.action("toggle_inspector").trigger()
    opened.actions_table.action("find_project").trigger()
    qtbot.waitUntil(lambda: stands_alone(opened.panes.docks["navigator"]))
    opened.actions_table.action("toggle_inspector").trigger()
    opened.resize(640, 400)
    qtbot.waitUntil(lambda: text.isVisible() and inspector.isVisible())
    assert inspector.geometry().right() < opened.width()
    opened.resize(1280, 800)
    qtbot.waitUntil(opened.panes.docks["navigator"].isVisible)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_chosen_section_brings_the_text(opened: MainWindow, qtbot: QtBot, by: str) -> None:
    """The text went there behind the tree that covered it: a click on a section changed nothing that could be seen."""
    opened.setMinimumSize(267, 227)
    opened.resize(426, 266)
    qtbot.waitUntil(lambda: not opened.centralWidget().isVisible())
    opened.actions_table.action("toggle_navigator").trigger()
    contents = opened.contents
    assert contents is not None
    tree, text = contents.navigator.tree, contents.text
    entered: list[str] = []
    opened.session.section_entered.connect(entered.append)
    qtbot.waitUntil(tree.isVisible)
    last = tree.sections.index(tree.sections.rowCount() - 1, 0)
    tree.scrollTo(last)
    section = tree.sections.row_at(last)
    assert section is not None
    if by == "mouse":
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(last).center())
    else:
        tree.setFocus()
        qtbot.keyClick(tree, Qt.Key.Key_Home)
        qtbot.keyClick(tree, Qt.Key.Key_End)
        assert tree.isVisible(), "the arrow keys leave the tree where it is"
        section = tree.sections.row_at(tree.currentIndex())
        assert section is not None
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(text.isVisible)
    assert not tree.isVisible()
    qtbot.waitUntil(lambda: entered[-1:] == [section.section.id])


@pytest.mark.parametrize("width", [430, 640, 700, 1000])
def test_the_codebook_is_whole_in_a_narrow_window(opened: MainWindow, qtbot: QtBot, width: int) -> None:
    """A name of two words was cut, and the right half of the form could not be reached."""
    opened.setMinimumSize(400, 300)
    opened.resize(width, 460)
    opened.actions_table.action("codebook").trigger()
    dialog = opened.findChild(CodebookDialog)
    assert dialog is not None

    def inside(field: QWidget) -> bool:
        area = dialog.findChild(Scrolled) if dialog is not None else None
        room: QWidget = area.viewport() if area is not None else dialog or opened
        return field.mapTo(room, field.rect().topRight()).x() < room.width()

    fields = (dialog.name, dialog.colour, dialog.parent_code, dialog.definition)
    qtbot.waitUntil(lambda: all(inside(field) for field in fields))
    assert dialog.name.width() >= 160
    dialog.reject()


@pytest.mark.parametrize(("command", "kind"), [
    ("shortcuts", ShortcutsDialog), ("trail", TrailDialog), ("help", HelpWindow),
])  # fmt: skip
def test_esc_empties_a_filter_before_it_closes(
    opened: MainWindow, qtbot: QtBot, command: str, kind: type[QWidget]
) -> None:
    """A mistyped word should not cost the dialog: first the words go, then the dialog."""
    opened.actions_table.action(command).trigger()
    dialog = opened.findChild(kind)
    assert dialog is not None
    field = dialog.filter if isinstance(dialog, ShortcutsDialog) else dialog.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "" and dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.findChild(kind) is None or not dialog.isVisible())
