"""The fields over lists: the same keys do the same in each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.theme import Theme
from gui.views.controls import Cross, FilterField


@pytest.mark.parametrize("place", ["navigator", "table", "ledgers"])
def test_esc_empties_a_filter_before_it_leaves_and_down_goes_into_the_list(
    opened: MainWindow, qtbot: QtBot, place: str
) -> None:
    """One step out at a time, wherever the filter stands."""
    opened.resize(1600, 900)
    opened.actions_table.action("layout_ledgers" if place == "ledgers" else "layout_data").trigger()
    contents = opened.contents
    assert contents is not None and contents.data is not None
    field: FilterField
    rows: QWidget
    if place == "navigator":
        contents.navigator.show_tab("claims")
        field, rows = contents.navigator.heads["claims"].field, contents.navigator.lists["claims"]
    elif place == "table":
        contents.data.show_page("table")
        contents.data.table.open_filter()
        field, rows = contents.data.table.filter, contents.data.table.view
    else:
        assert contents.ledgers is not None
        field, rows = contents.ledgers.filter, contents.ledgers.view
    qtbot.waitUntil(field.isVisible)
    field.take_keyboard()
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.text() and field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus() and rows.hasFocus()
    if place == "table":
        assert not field.isVisible()
        contents.data.table.open_filter()
    field.take_keyboard()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert rows.hasFocus()


def test_the_cross_in_a_field_is_drawn_from_our_own_set(qtbot: QtBot) -> None:
    """Qt's own stood beside ours and was another one; it follows the theme."""
    theme, field = Theme("light"), QLineEdit()
    qtbot.addWidget(field)
    Cross(theme, field)
    (cross,) = field.findChildren(QAction)
    ours = theme.icon("close", "text2", 14).pixmap(14, 14).toImage()
    assert cross.icon().pixmap(14, 14).toImage() == ours
    theme.use("dark")
    assert cross.icon().pixmap(14, 14).toImage() == theme.icon("close", "text2", 14).pixmap(14, 14).toImage() != ours


def test_the_search_has_one_cross(opened: MainWindow) -> None:
    """Two beside one another, of which one closes and one empties, cannot be told apart."""
    assert opened.contents is not None
    search = opened.contents.navigator.search
    assert not search.field.isClearButtonEnabled() and search.close_button.isVisibleTo(search)


def test_the_status_line_says_what_enter_does_in_a_filter(opened: MainWindow) -> None:
    """Ctrl+Enter, which commits in a field of words, does nothing there."""
    assert opened.contents is not None
    opened.contents.navigator.heads["sections"].field.take_keyboard()
    opened.refresh()
    assert ("Enter", "Into the list") in [(hint.keys, hint.words) for hint in opened.status_line.hints]


def test_the_status_line_says_what_enter_does_in_the_find_bar(opened: MainWindow) -> None:
    """It said Ctrl+Enter, done: there Enter goes on, and back with Shift."""
    opened.actions_table.action("find").trigger()
    opened.refresh()
    said = [(hint.keys, hint.words) for hint in opened.status_line.hints]
    assert said[:2] == [("Enter", "Next place"), ("Shift+Enter", "Previous place")]
