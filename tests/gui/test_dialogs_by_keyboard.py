"""Every dialog by keyboard and by ear: named, walked through with Tab, its focus seen, left with Esc."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui import settings
from gui.dialogs.sheet import Scrolled, Sheet
from gui.mainwindow import MainWindow
from tests.gui.test_accessibility import nameless
from tests.gui.walking import DIALOGS, open_dialogs

PATIENCE = 60_000
#: More than any dialog has places for the keyboard.
_MOST = 80


def shown_dialog(window: MainWindow, command: str, qtbot: QtBot) -> QDialog | None:
    """The dialog of a command, None if the command opened none."""
    window.refresh()
    window.actions_table.action(command).trigger()
    qtbot.wait(20)
    return next((each for each in open_dialogs(window) if isinstance(each, QDialog)), None)


def takes_keyboard(dialog: QDialog) -> set[QWidget]:
    """What Tab should come to."""
    return {
        part for part in dialog.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(dialog) and part.isEnabled()
        and part.focusProxy() is None and part.window() is dialog
    }


def walked(dialog: QDialog, qtbot: QtBot) -> set[QWidget]:
    """What Tab comes to."""
    seen: set[QWidget] = set()
    for _ in range(_MOST):
        focus = dialog.focusWidget()
        if focus is None or (focus in seen and len(seen) > 1):
            break
        seen.add(focus)
        dialog.focusNextPrevChild(True)
        qtbot.wait(1)
    return seen


def arrows_reach(part: QWidget, came: set[QWidget]) -> bool:
    """Whether it is one of several choices of which Tab comes to the one that is on; the arrows go to the others."""
    if not isinstance(part, QAbstractButton):
        return False
    group = part.group()
    exclusive = group is not None and group.exclusive() and any(other in came for other in group.buttons())
    others = [other for other in came if isinstance(other, QAbstractButton) and other.parent() is part.parent()]
    beside = part.autoExclusive() and any(other.autoExclusive() for other in others)
    return exclusive or beside


@pytest.mark.parametrize("language", ["zh", "en"])
def test_dialogs_are_named_reached_and_left_by_keyboard(
    make_window: Callable[[], MainWindow], report: Path, qtbot: QtBot, language: str
) -> None:
    """Each part says what it is, Tab comes to each that takes the keyboard, Esc leaves, and the window has it again."""
    settings.set_language("zh" if language == "zh" else "en")
    window = make_window()
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(report)
    window.session.select("claim", window.session.claims()[0].id)
    faults: list[str] = []
    seen: list[str] = []
    for command in DIALOGS:
        dialog = shown_dialog(window, command, qtbot)
        if dialog is None:
            continue
        seen.append(command)
        faults += [f"{command}: nameless {words}" for words in nameless(dialog)]
        if not dialog.windowTitle().strip():
            faults.append(f"{command}: no title")
        wanted = takes_keyboard(dialog)
        came = walked(dialog, qtbot)
        missed = {part for part in wanted - came if not arrows_reach(part, came)}
        faults += [f"{command}: Tab never comes to {type(part).__name__} {words(part)}" for part in missed]
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        qtbot.wait(10)
        if any(each is dialog for each in open_dialogs(window)):
            faults.append(f"{command}: Esc does not leave")
            dialog.reject()
            qtbot.wait(10)
    assert len(seen) >= 14, seen
    assert not faults, "\n".join(faults)


def words(part: QWidget) -> str:
    """What a part calls itself."""
    return part.accessibleName() or (part.text() if isinstance(part, QAbstractButton | QLabel) else "")


def test_a_sheet_higher_than_the_screen_is_scrolled(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 300 % of a large screen, or 200 % of a small one: title and keys stay, the fields scroll to the keyboard."""
    opened.session.select("claim", opened.session.claims()[0].id)
    low = opened.screen().availableGeometry()
    low.setHeight(480)
    monkeypatch.setattr(type(opened.screen()), "availableGeometry", lambda _screen: low)
    dialog = shown_dialog(opened, "attach_evidence", qtbot)
    assert isinstance(dialog, Sheet)
    assert dialog.height() <= 480 and dialog.done_button.geometry().bottom() < dialog.height()
    scrolled = dialog.findChild(Scrolled)
    assert scrolled is not None and scrolled.verticalScrollBar().maximum() > 0
    for part in walked(dialog, qtbot):
        if scrolled.isAncestorOf(part):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            scrolled.ensureWidgetVisible(part)
            top = part.mapTo(scrolled, part.rect().topLeft()).y()
            assert -1 <= top < scrolled.height()
    dialog.reject()


def test_high_contrast_of_the_system_is_followed(opened: MainWindow) -> None:
    """Hairlines and small words become as strong as text; the same colours come back afterwards."""
    theme = opened.theme
    before = {token: theme.hex(token) for token in ("border", "muted", "metric_tint", "text")}
    theme.use_contrast(True)
    assert theme.hex("border") != before["border"]
    assert theme.hex("metric_tint") == theme.hex("paper") and theme.hex("text") == before["text"]
    assert theme.hex("muted") == theme.hex("text2")
    opened.grab()
    theme.use_contrast(False)
    assert {token: theme.hex(token) for token in before} == before
