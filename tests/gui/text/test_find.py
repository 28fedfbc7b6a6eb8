"""Find in the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Span
from core.text import matches
from gui.views.text import TextPane
from tests.gui.text.conftest import TEXT, place


def test_full_width_and_half_width_are_found_alike() -> None:
    """５.5％ is 5.5% to whoever looks for it."""
    assert matches("增长５.5％，", "5.5%", wrapped=False) == [Span(2, 6)]


def test_signs_of_patterns_are_only_signs() -> None:
    """A bracket or a star is looked for as it stands."""
    assert matches("(a*)", "(a*)", wrapped=False) == [Span(0, 4)]


def test_words_broken_by_the_page_are_found() -> None:
    """Where the report has such breaks."""
    assert matches("养老示\n范基地", "示范", wrapped=True) == [Span(2, 5)]
    assert matches("养老示\n范基地", "示范", wrapped=False) == []


def test_ctrl_f_counts_and_f3_goes_round(qtbot: QtBot, pane: TextPane) -> None:
    """The bar says which of how many; after the last comes the first."""
    total = TEXT.count("增长")
    qtbot.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pane.find_bar.focusProxy(), "")
    pane.open_find("增长")
    assert pane.find_bar.count_text == f"1/{total}"
    for _ in range(total - 1):
        qtbot.keyClick(pane.find_bar, Qt.Key.Key_F3)
    assert pane.find_bar.count_text == f"{total}/{total}"
    qtbot.keyClick(pane.find_bar, Qt.Key.Key_F3)
    assert pane.find_bar.count_text == f"1/{total}"
    qtbot.keyClick(pane.find_bar, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.find_bar.count_text == f"{total}/{total}"


def test_find_scrolls_to_what_is_far_away(qtbot: QtBot, pane: TextPane) -> None:
    """The place comes into sight."""
    pane.open_find("第27项")
    qtbot.wait(250)
    rect = pane._surface.rect_of(place("第27项"), pane.verticalScrollBar().value())
    assert 0 < rect.top() < pane.viewport().height()


def test_escape_closes_the_bar_and_forgets_the_places(qtbot: QtBot, pane: TextPane) -> None:
    """The text is as it was, and the keys are its own again."""
    pane.open_find("任务")
    assert pane._view.found
    qtbot.keyClick(pane.find_bar, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert not pane._view.found


def test_what_is_not_there_is_said_in_words(pane: TextPane) -> None:
    """Not 0/0."""
    pane.open_find("无此一词")
    assert pane.find_bar.count_text == "Not found"
