"""The menu bar that comes when called, and the text's own menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import settings
from gui.actions import key_text, menus
from gui.mainwindow import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


def test_alt_alone_calls_the_menu_bar_and_sends_it_away(opened: MainWindow, qtbot: QtBot) -> None:
    """The full menu is one key away and otherwise out of sight."""
    assert opened.text is not None and opened.menu_bar.isHidden()
    qtbot.keyClick(opened.text, Qt.Key.Key_Alt)
    assert opened.menu_bar.isVisible()
    qtbot.keyClick(opened.text, Qt.Key.Key_Alt)
    assert opened.menu_bar.isHidden()


def test_a_shortcut_with_alt_leaves_the_menu_bar_alone(opened: MainWindow, qtbot: QtBot) -> None:
    """Going to the next section must not make the window jump."""
    assert opened.text is not None and opened.session.report is not None
    qtbot.keyPress(opened.text, Qt.Key.Key_Alt)
    qtbot.keyClick(opened.text, Qt.Key.Key_Down, ALT)
    qtbot.keyRelease(opened.text, Qt.Key.Key_Alt)
    assert opened.menu_bar.isHidden()
    assert opened.session.selection.id == opened.session.report.sections[0].id


def test_the_text_s_menu_offers_the_claim_s_commands(opened: MainWindow) -> None:
    """A right click on a claim leads to everything that can be done with it."""
    assert opened.text is not None
    opened.session.select("claim", opened.session.claims()[0].id)
    menu = opened.text.context_menu()
    opened.text.menu_opening.emit(menu)
    names = {action.objectName() for action in menu.actions()}
    assert {"rationale", "attach_evidence", "dismiss"} <= names
    assert opened.actions_table.action("attach_evidence").isEnabled()
    menu.close()


def test_recent_projects_and_samples_have_menus(opened: MainWindow) -> None:
    """What is on the Welcome page can be reached while a report is open."""
    for key in ("recent", "samples"):
        menu = opened.actions_table.menu(key)
        menu.aboutToShow.emit()
        assert not menu.isEmpty()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_menu_is_higher_than_a_small_screen(opened: MainWindow, language: str) -> None:
    """A menu that does not fit is broken into two columns, and one has to look for what one knew the place of."""
    opened.commands.choose_language("zh" if language == "zh" else "en")
    high = {key: opened.actions_table.menu(key).sizeHint().height() for key in menus()}
    assert {key: height for key, height in high.items() if height > 760} == {}


def test_arrow_keys_are_arrows_in_chinese(opened: MainWindow) -> None:
    """Qt calls them 左方向 and 右方向, which reads like words of the sentence beside."""
    opened.commands.choose_language("zh")
    assert settings.language() == "zh"
    assert key_text("Alt+Left") == "Alt+←" and key_text("Shift+Down") == "Shift+↓"
