"""Named layouts: the four of the program, and one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.mainwindow.panes import Name, focus_pane
from gui.views.text.layout import Page
from gui.views.text.setting import Setting

PATIENCE = 10_000


def shown(window: MainWindow) -> set[str]:
    return {name for name, dock in window.panes.docks.items() if not dock.isHidden()}


def turn(window: MainWindow, name: str) -> None:
    window.refresh()
    window.actions_table.action(name).trigger()
    QApplication.processEvents()


def test_each_layout_shows_its_panes(opened: MainWindow) -> None:
    """Ctrl+1 to Ctrl+4."""
    for name, panes in (
        ("layout_reading", {"navigator", "inspector"}), ("layout_data", {"navigator", "data", "inspector"}),
        ("layout_ledgers", {"ledgers"}), ("layout_triage", {"navigator", "inspector"}),
    ):
        turn(opened, name)
        assert shown(opened) == panes
    assert opened.triage.on
    turn(opened, "layout_data")
    assert not opened.triage.on and shown(opened) == {"navigator", "data", "inspector"}


def test_a_layout_is_as_it_was_left(opened: MainWindow) -> None:
    """Panes put away in one layout stay in the others."""
    turn(opened, "layout_reading")
    turn(opened, "toggle_navigator")
    turn(opened, "layout_data")
    assert "navigator" in shown(opened)
    turn(opened, "layout_reading")
    assert shown(opened) == {"inspector"}


def test_a_layout_of_ones_own_is_kept_renamed_and_deleted(opened: MainWindow) -> None:
    """Under a name of one's own, with the place of the data; deleting goes back to the data."""
    opened.panes.set_data_place("beside")
    turn(opened, "toggle_navigator")
    opened.layouts.save("Evening")
    assert opened.layouts.own == ("Evening",) and opened.layouts.is_own
    turn(opened, "layout_reading")
    assert opened.panes.data_place == "automatic"
    opened.layouts.turn_own("Evening")
    assert "navigator" not in shown(opened) and opened.panes.data_place == "beside"
    opened.layouts.rename("Night")
    assert opened.layouts.own == ("Night",) and opened.layouts.current == "own Night"
    opened.layouts.fill_menu()
    assert [action.text() for action in opened.actions_table.menu("own_layouts").actions()] == ["Night"]
    opened.layouts.delete()
    assert opened.layouts.own == () and opened.layouts.current == "data"


def test_the_last_layout_is_there_at_the_next_start(
    opened: MainWindow, report: Path, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    """The window comes back as it was; a round of judging is not what one comes back to."""
    turn(opened, "layout_ledgers")
    turn(opened, "triage")
    opened.close()
    again = make_window()
    with qtbot.waitSignal(again.ready, timeout=PATIENCE):
        again.open_file(report.with_suffix(".prv"))
    assert again.panes.arrangement == "ledgers" and shown(again) == {"ledgers"}
    assert again.contents is not None and again.contents.ledgers is not None and again.contents.ledgers.isVisible()


def test_the_name_of_a_layout_is_asked_for(opened: MainWindow) -> None:
    """An empty name is not taken, a taken one is said to be replaced."""
    opened.layouts.save("A")
    dialog = opened.layouts.ask_new()
    dialog.finish()
    assert dialog.isVisible() and "name" in dialog.problem.text()
    dialog.field.setText("A")
    assert "replaces" in dialog.problem.text()
    dialog.finish()
    assert opened.layouts.own == ("A",)


def test_each_layout_keeps_the_tabs_of_its_panes(opened: MainWindow, make_window: Callable[[], MainWindow]) -> None:
    """The list, the kind of chart and the ledger, also over a restart; what another layout shows is its own affair."""
    contents = opened.contents
    assert contents is not None and contents.data is not None
    turn(opened, "layout_data")
    contents.navigator.show_tab("claims")
    contents.data.show_page("review")
    turn(opened, "layout_ledgers")
    contents.load_ledgers().show_ledger("commitments")
    turn(opened, "layout_reading")
    contents.navigator.show_tab("hits")
    turn(opened, "layout_data")
    assert contents.navigator.tabs.current == "claims" and contents.data.page == "review"
    turn(opened, "layout_reading")
    assert contents.navigator.tabs.current == "hits"
    project = opened.session.project
    assert project is not None
    path = project.path
    opened.close()
    again = make_window()
    ready: list[bool] = []
    again.ready.connect(lambda: ready.append(True))
    again.open_file(path)
    while not ready:
        QApplication.processEvents()
    assert again.contents is not None and again.contents.navigator.tabs.current == "hits"
    turn(again, "layout_ledgers")
    assert again.contents.ledgers is not None and again.contents.ledgers.name == "commitments"


def test_the_text_is_set_once_for_another_layout(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another layout brings another width of the pane and another measure: what is in sight was set three times."""
    opened.resize(1280, 800)
    qtbot.waitUntil(opened.updatesEnabled)
    qtbot.wait(50)
    sets: list[object] = []
    plain = Page.reset

    def noted(page: Page, setting: Setting) -> None:
        sets.append(setting)
        plain(page, setting)

    monkeypatch.setattr(Page, "reset", noted)
    for name in ("layout_ledgers", "layout_data", "layout_reading", "layout_data"):
        sets.clear()
        turn(opened, name)
        qtbot.waitUntil(opened.updatesEnabled)
        assert len(sets) <= 1, (name, sets)


@pytest.mark.parametrize(
    ("first", "pane", "then"),
    [("layout_ledgers", "ledgers", "layout_data"), ("layout_data", "navigator", "toggle_navigator"),
     ("layout_data", "inspector", "toggle_inspector"), ("layout_data", "data", "toggle_data")],
)
def test_the_keyboard_of_a_pane_that_goes_is_the_texts(
    opened: MainWindow, qtbot: QtBot, first: str, pane: Name, then: str
) -> None:
    """It went to the first button of the top bar, which had the ring and took the space bar."""
    opened.session.select("claim", opened.session.claims()[0].id)
    turn(opened, first)
    opened.activateWindow()
    part = opened.panes.docks[pane].widget()
    assert focus_pane(part)
    qtbot.waitUntil(lambda: part.isAncestorOf(QApplication.focusWidget()))
    turn(opened, then)
    assert not opened.panes.is_on(pane)
    assert QApplication.focusWidget() is opened.text


def test_tab_still_walks_through_a_pane(opened: MainWindow, qtbot: QtBot) -> None:
    """Only a pane that is put away hands the keyboard to the text."""
    turn(opened, "layout_data")
    part = opened.panes.docks["navigator"].widget()
    assert focus_pane(part)
    before = QApplication.focusWidget()
    assert before is not None
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in (before, opened.text)
