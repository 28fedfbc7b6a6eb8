"""The window's layout: layers, panes, sizes, theme and language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import settings
from gui.mainwindow import MainWindow
from gui.mainwindow.panes import Name

PATIENCE = 10_000


def test_layer_chips_switch_the_marks(opened: MainWindow) -> None:
    """Legend and switch are one thing, in the chip and in the menu."""
    assert opened.text is not None
    opened.breadcrumb.chips["claims"].click()
    assert not opened.text.layers.claims
    opened.actions_table.action("layer_claims").trigger()
    assert opened.text.layers.claims


def test_layer_chips_give_their_names_up_before_the_section_does(opened: MainWindow) -> None:
    """In the smallest window a reader still sees where in the report it is; the chips' tooltips have the names."""
    settings.set_language("en")
    opened.breadcrumb.retranslate()
    chip = opened.breadcrumb.chips["metrics"]
    opened.breadcrumb.resize(900, opened.breadcrumb.height())
    wide = chip.sizeHint().width()
    opened.breadcrumb.resize(420, opened.breadcrumb.height())
    assert chip.sizeHint().width() < wide == chip.whole_width()
    assert chip.text() in chip.toolTip()


def test_panes_fold_and_come_back(opened: MainWindow) -> None:
    """F9, Ctrl+J and Ctrl+I; the data under the text keeps its title line."""
    for name in ("navigator", "inspector"):
        opened.actions_table.action(f"toggle_{name}").trigger()
        assert opened.panes.docks[name].isHidden()
        opened.actions_table.action(f"toggle_{name}").trigger()
        assert not opened.panes.docks[name].isHidden()
    opened.actions_table.action("toggle_data").trigger()
    assert opened.panes.docks["data"].folded and not opened.panes.docks["data"].isHidden()
    opened.actions_table.action("toggle_data").trigger()
    assert not opened.panes.docks["data"].folded


def test_the_data_moves_beside_the_text_with_hysteresis(opened: MainWindow, qtbot: QtBot) -> None:
    """A window dragged to and fro over the edge must not flicker."""
    places = []
    for width in (1400, 1560, 1525, 1519):
        opened.resize(width, 900)
        qtbot.wait(30)
        qtbot.waitUntil(opened.updatesEnabled)  # what was arranged has to be painted
        places.append(opened.panes.beside)
    assert places == [False, True, True, False]


def test_a_window_wide_for_a_moment_stays_as_it_was(opened: MainWindow, qtbot: QtBot) -> None:
    """Panes are arranged in a later turn than the window is resized; by then it may have its old width again."""
    opened.resize(1400, 900)
    qtbot.wait(30)
    navigator = opened.panes.docks["navigator"]
    opened.resizeDocks([navigator], [250], Qt.Orientation.Horizontal)
    qtbot.wait(30)
    opened.resize(1600, 900)
    opened.resize(1400, 900)
    qtbot.wait(30)
    assert opened.updatesEnabled()
    assert not opened.panes.beside
    assert navigator.width() == 250


def test_f6_goes_round_the_panes(opened: MainWindow) -> None:
    """Every pane can be reached without the mouse."""
    contents = opened.contents
    assert contents is not None and contents.data is not None
    opened.session.select("claim", opened.session.claims()[0].id)
    contents.text.setFocus()
    seen = []
    panes = (contents.text, contents.data, contents.inspector, contents.navigator)
    for _ in panes:
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(next(pane for pane in panes if pane is focus or pane.isAncestorOf(focus)))
        opened.actions_table.action("next_pane").trigger()
    assert set(seen) == set(panes)


def test_the_window_comes_back_as_it_was_left(
    make_window: Callable[[], MainWindow], opened: MainWindow, qtbot: QtBot
) -> None:
    """Size and hidden panes are remembered."""
    assert opened.session.project is not None
    path = opened.session.project.path
    opened.resize(800, 720)  # the screen of these tests is 800 wide and high
    opened.actions_table.action("toggle_navigator").trigger()
    opened.close()
    again = make_window()
    assert (again.width(), again.height()) == (800, 720)
    with qtbot.waitSignal(again.ready, timeout=PATIENCE):
        again.open_file(path)
    assert again.panes.docks["navigator"].isHidden()
    assert not again.panes.docks["inspector"].isHidden()


def test_the_window_does_not_get_smaller_than_designed(opened: MainWindow) -> None:
    """At 960 by 600 every pane is still there; a lower or narrower screen (these tests' is 800 wide) has it all."""
    opened.resize(400, 300)
    room = opened.screen().availableGeometry()
    assert (opened.width(), opened.height()) == (min(960, room.width()), min(600, room.height()))


def test_the_theme_changes_live(opened: MainWindow) -> None:
    """Dark and light without a restart, in the style sheet and in what is painted."""
    before = opened.grab().toImage()
    opened.actions_table.action("theme_dark").trigger()
    assert opened.theme.name == "dark"
    after = opened.grab().toImage()
    corner = (after.width() - 3, after.height() // 2)
    assert after.pixelColor(*corner) == opened.theme.color("chrome") != before.pixelColor(*corner)


def test_the_language_changes_live(opened: MainWindow) -> None:
    """Menus and field speak the other language at once."""
    opened.actions_table.action("language_zh").trigger()
    opened.refresh()
    assert opened.actions_table.action("export_pdf").text() == "导出 PDF…"
    assert opened.top_bar.field.text() == "查找、跳转或执行命令"
    opened.actions_table.action("language_en").trigger()
    opened.refresh()
    assert opened.actions_table.action("export_pdf").text() == "Export PDF…"


@pytest.mark.parametrize("name", ["data", "navigator", "inspector"])
def test_a_pane_put_away_gives_its_room_to_the_text(opened: MainWindow, qtbot: QtBot, name: Name) -> None:
    """With the column of charts away the inspector was twice as wide, and both came back otherwise than they went."""
    opened.resize(1600, 900)
    qtbot.waitUntil(lambda: opened.panes.column and opened.updatesEnabled())
    before = {each: dock.width() for each, dock in opened.panes.docks.items() if dock.isVisible()}
    opened.panes.toggle(name)
    qtbot.wait(20)
    others = {each: width for each, width in before.items() if each != name}
    assert {each: opened.panes.docks[each].width() for each in others} == others
    opened.panes.toggle(name)
    qtbot.wait(20)
    assert {each: opened.panes.docks[each].width() for each in before} == before


def test_beside_a_column_of_data_the_text_has_its_measure(opened: MainWindow, qtbot: QtBot) -> None:
    """From 1560 pixels on the data stands beside the text, which had 370 of them left."""
    opened.resize(1560, 900)
    qtbot.waitUntil(lambda: opened.panes.column and opened.updatesEnabled())
    text = opened.text
    assert text is not None
    qtbot.waitUntil(lambda: text.width() >= 510)
