"""The table of commands: complete, without two things on one key, with icons and reasons that exist."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

import resources
from gui.actions import commands, entries, menus, reason
from gui.mainwindow import MainWindow


def test_every_command_has_words_in_both_languages() -> None:
    """A menu line that is empty in one language is a hole in the window."""
    for command in commands():
        assert command.words.zh and command.words.en, command.id


def test_no_key_does_two_things() -> None:
    """Qt calls neither of two actions that share a key."""
    counts = Counter(QKeySequence(keys).toString() for command in commands() for keys in command.keys)
    assert "" not in counts
    assert [keys for keys, count in counts.items() if count > 1] == []


def test_every_icon_is_drawn() -> None:
    """An icon named in the table but not drawn would stop the window from opening."""
    for command in commands():
        if command.icon:
            assert resources.path("icons", f"{command.icon}.svg").is_file(), command.icon


def test_every_condition_has_a_reason() -> None:
    """A greyed command tells why in both languages."""
    for need in {need for command in commands() for need in command.needs}:
        assert reason(need, "zh") and reason(need, "en")


def test_menus_hold_every_command_that_names_one() -> None:
    """The table's menus are all known, and each is reached from the menu bar."""
    named = {entry.menu for entry in entries()} | {entry.submenu for entry in entries() if entry.submenu}
    assert named <= set(menus())
    below = {key for key, (_, parent) in menus().items() if parent}
    assert below == {entry.submenu for entry in entries() if entry.submenu}


def test_the_window_answers_every_command(window: MainWindow) -> None:
    """No command of the table may lead nowhere."""
    for command in commands():
        assert window.actions_table.action(command.id).text(), command.id


def test_nothing_about_a_report_can_be_done_without_one(window: MainWindow) -> None:
    """With no report open, only what needs none is offered."""
    window.refresh()
    for command in commands():
        if "project" in command.needs:
            assert not window.actions_table.action(command.id).isEnabled(), command.id
    assert window.actions_table.action("open_report").isEnabled()
