"""Every dialog by keyboard and by ear: named, walked through with Tab, its focus seen, left with Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.messages import PolicyReviewError
from core.project import AttachEvidence, EvidenceDraft
from gui import settings
from gui.dialogs.importing import PasswordDialog
from gui.dialogs.sheet import Choice, Scrolled, Sheet
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH
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


def walked(dialog: QDialog, qtbot: QtBot) -> list[QWidget]:
    """What Tab comes to, in its order."""
    seen: list[QWidget] = []
    for _ in range(_MOST):
        focus = dialog.focusWidget()
        if focus is None or (focus in seen and len(seen) > 1):
            break
        if focus not in seen:
            seen.append(focus)
        dialog.focusNextPrevChild(True)
        qtbot.wait(1)
    return seen


def look_of(part: QWidget, dialog: QDialog) -> QImage:
    """A part with the rim in which a ring round it would be drawn."""
    around = part.rect().adjusted(-4, -4, 4, 4).translated(part.mapTo(dialog, QPoint()))
    return dialog.grab(around).toImage()


def unseen(dialog: QDialog, stops: list[QWidget], qtbot: QtBot) -> Iterator[QWidget]:
    """The parts that look the same with the keyboard and without."""
    dialog.activateWindow()
    for part, other in zip(stops, [*stops[1:], *stops[:1]], strict=True):
        if other is part:
            continue
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(1)
        with_it = look_of(part, dialog)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(1)
        if look_of(part, dialog) == with_it:
            yield part


def backward(dialog: QDialog, stops: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Steps of Tab that go up and not to the right: nobody reads so. The walk may begin in the midst."""
    first = min(range(len(stops)), key=lambda place: stops[place].mapTo(dialog, QPoint()).y(), default=0)
    for one, other in pairwise([*stops[first:], *stops[:first]]):
        here, there = one.mapTo(dialog, QPoint()), other.mapTo(dialog, QPoint())
        if there.y() < here.y() - 12 and there.x() <= here.x():
            yield one, other


def faults_of(name: str, dialog: QDialog, qtbot: QtBot) -> list[str]:
    """What a person without a mouse, or without the screen, would stumble over; the dialog is closed with Esc."""
    found = [f"{name}: nameless {words}" for words in nameless(dialog)]
    if not dialog.windowTitle().strip():
        found.append(f"{name}: no title")
    wanted, begun = takes_keyboard(dialog), dialog.focusWidget()
    stops = walked(dialog, qtbot)
    came = set(stops)
    missed = {part for part in wanted - came if not arrows_reach(part, came)}
    found += [f"{name}: Tab never comes to {type(part).__name__} {words(part)}" for part in missed]
    found += [
        f"{name}: the keyboard is not seen in {type(part).__name__} {words(part)}"
        for part in unseen(dialog, stops, qtbot)
    ]
    found += [f"{name}: Tab goes back from {words(one)} to {words(other)}" for one, other in backward(dialog, stops)]
    if begun is not None:
        begun.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    qtbot.wait(10)
    if dialog in QApplication.topLevelWidgets() and dialog.isVisible():
        found.append(f"{name}: Esc does not leave")
        dialog.reject()
        qtbot.wait(10)
    return found


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
    QApplication.setCursorFlashTime(0)
    faults: list[str] = []
    seen: list[str] = []
    for command in DIALOGS:
        dialog = shown_dialog(window, command, qtbot)
        if dialog is not None:
            seen.append(command)
            faults += faults_of(command, dialog, qtbot)
    assert len(seen) >= 14, seen
    assert not faults, "\n".join(faults)


def further(window: MainWindow, report: Path, folder: Path, qtbot: QtBot) -> Iterator[tuple[str, QDialog]]:
    """The dialogs that no command of a menu opens alone."""
    session = window.session
    claim = session.claims()[0].id
    assert session.report is not None and session.project is not None
    session.select("metric", session.report.metrics[3].id)
    figure = window.figures.ask()
    assert figure is not None
    yield "figure", figure
    yield "readings", window.figures.show_all()
    assert session.do(AttachEvidence(claim, EvidenceDraft(title="公报", kind="notice", excerpt="x"), stance="supports"))
    session.select("evidence", session.project.evidence()[0].id)
    change = window.record.change_evidence()
    assert change is not None
    yield "change evidence", change
    bearing = window.attaching.ask_bearing(claim, session.project.evidence()[0].id)
    assert bearing is not None
    yield "bearing", bearing
    yield "register", window.attaching.ask_registered([claim])
    for key in ("password-needed", "wrong-password"):
        password = PasswordDialog(window.theme, window, PolicyReviewError(key, name="a.pdf"))
        password.open()
        password.field.setText("x")
        yield key, password
    broken = folder / "broken.prv"
    broken.write_bytes(b"no project")
    yield "repair", window.keeping.ask_repair(broken, PolicyReviewError("project-damaged", name="broken.prv"))
    corrected = folder / "corrected.txt"
    corrected.write_text(session.report.text.replace(session.claims()[1].anchor.exact, "", 1), encoding="utf-8")
    window.correcting.compare(corrected)
    qtbot.waitUntil(lambda: window.correcting.dialog is not None, timeout=PATIENCE)
    assert window.correcting.dialog is not None
    yield "correction", window.correcting.dialog
    settings.set_flag(BEFORE_EACH, True)
    copy = folder / "another.txt"
    copy.write_bytes(report.read_bytes())
    window.open_file(copy)
    qtbot.waitUntil(lambda: window.importing.dialog is not None, timeout=PATIENCE)
    sheet = window.importing.dialog
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.received is not None and not sheet.at_work, timeout=PATIENCE)
    yield "import", sheet


def test_dialogs_that_come_of_themselves_are_as_good_by_keyboard(
    opened: MainWindow, report: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Import, password, repair, correction, figure, evidence: named, reached, seen, read in order, left by Esc."""
    QApplication.setCursorFlashTime(0)
    faults: list[str] = []
    for name, dialog in further(opened, report, tmp_path, qtbot):
        qtbot.waitExposed(dialog)
        faults += faults_of(name, dialog, qtbot)
    assert not faults, "\n".join(faults)


def test_a_choice_opens_by_keyboard_and_esc_closes_the_menu_alone(opened: MainWindow, qtbot: QtBot) -> None:
    """Space opens it, arrows and Enter choose, Esc leaves the dialog open; Enter in a field does what its key does."""
    opened.session.select("metric", opened.session.report.metrics[3].id if opened.session.report else "")
    dialog = opened.figures.ask()
    assert dialog is not None
    qtbot.waitExposed(dialog)
    choice = next(part for part in dialog.findChildren(Choice) if part.isVisible())
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    before = choice.key

    def menu() -> QMenu:
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    qtbot.keyClick(choice, Qt.Key.Key_Space)
    qtbot.keyClick(menu(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None, timeout=PATIENCE)
    assert dialog.isVisible() and choice.key == before
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    opened_menu = menu()
    qtbot.keyClick(opened_menu, Qt.Key.Key_Down)
    qtbot.keyClick(opened_menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: choice.key != before, timeout=PATIENCE)
    assert dialog.isVisible()
    field = next(part for part in dialog.findChildren(QLineEdit) if part.isVisible())
    field.setFocus(Qt.FocusReason.TabFocusReason)
    done: list[int] = []
    dialog.finished.connect(done.append)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)


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
