"""At 300 % of a usual screen (426 by 266 pixels of the window's own): what is chosen is seen, and nothing is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model.particulars import Guess
from core.project import AttachEvidence, EvidenceDraft
from gui.dialogs.about import KeysDialog
from gui.dialogs.evidence import EvidenceDialog
from gui.dialogs.figure import FigureDialog
from gui.dialogs.help import HelpWindow
from gui.dialogs.importing.form import ParticularsForm
from gui.dialogs.sheet import Scrolled, Sheet
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.dialogs.signing import SigningDialog
from gui.mainwindow import MainWindow
from gui.theme import Theme
from gui.views.navigator.lists import RowView
from gui.views.statusbar import KeyHint, StatusLine


@pytest.fixture
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What 1280 x 800 is at 300 %."""
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 426, 266))


def shrunk(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window as large as such a screen; the inspector stands in the place of the text."""
    window.setMinimumSize(267, 227)
    window.resize(426, 266)
    if window.session.project is not None:
        qtbot.waitUntil(lambda: not window.centralWidget().isVisible())
    return window


def take(view: RowView, row: int, by: str, qtbot: QtBot) -> None:
    """Choose a row by a click, or by going to it and pressing Enter."""
    index = view.model().index(row, 0)
    view.scrollTo(index)
    if by == "mouse":
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        return
    view.setFocus()
    view.setCurrentIndex(view.model().index(row - 1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.isVisible(), "the arrow keys leave the list where it is"
    qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_hint_has_room_in_its_field_and_a_long_title_is_read_where_the_pointer_rests(qtbot: QtBot) -> None:
    """The end of both was out of sight, and the title's could be read only by walking through the field."""
    form = ParticularsForm(Theme("light"))
    qtbot.addWidget(form)
    form.propose({"title": Guess("东山区二〇二四年政府工作报告及重点任务分工安排" * 3, "title-printed")})
    form.show()
    date, title = form.lines["published_on"], form.lines["title"]
    for width, hint in ((900, "such as"), (330, "2024-03-05")):
        form.resize(width, 400)
        QApplication.processEvents()
        assert hint in date.placeholderText()
        assert date.fontMetrics().horizontalAdvance(date.placeholderText()) <= date.width()
    assert title.text() in title.toolTip()
    title.setText("东山区政府工作报告")
    assert title.text() not in title.toolTip()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("tab", ["claims", "hits"])
def test_a_chosen_claim_or_check_brings_the_text(opened: MainWindow, qtbot: QtBot, tab: str, by: str) -> None:
    """Its place was shown behind the list that covered it."""
    window = shrunk(opened, qtbot)
    window.actions_table.action("toggle_navigator").trigger()
    contents = window.contents
    assert contents is not None
    navigator = contents.navigator
    navigator.show_tab("claims" if tab == "claims" else "hits")
    view = navigator.lists["claims" if tab == "claims" else "hits"]
    qtbot.waitUntil(view.isVisible)
    take(view, 2, by, qtbot)
    qtbot.waitUntil(contents.text.isVisible)
    assert not view.isVisible() and window.focusWidget() is contents.text
    assert window.session.selection.subject == ("claim" if tab == "claims" else "hit")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_find_of_the_search_brings_the_text(opened: MainWindow, qtbot: QtBot, by: str) -> None:
    """The words were selected in a text that could not be seen; a piece of evidence has its page in the inspector."""
    window = shrunk(opened, qtbot)
    claim = window.session.claims()[0].id
    window.session.do(AttachEvidence(claim, EvidenceDraft(title="同比增长表", kind="notice", excerpt="x")))
    window.actions_table.action("find_project").trigger()
    contents = window.contents
    assert contents is not None
    search = contents.navigator.search
    search.begin("增长")
    qtbot.waitUntil(search.list.isVisible)
    take(search.list, 2, by, qtbot)
    qtbot.waitUntil(contents.text.isVisible)
    assert contents.text.selected_text() == "增长"
    window.actions_table.action("find_project").trigger()
    search.begin("增长表")
    rows = search.rows.rows
    last = next(row for row in range(len(rows)) if str(getattr(rows[row], "id", "")).startswith("evidence"))
    take(search.list, last, by, qtbot)
    qtbot.waitUntil(contents.inspector.isVisible)
    assert window.session.selection.subject == "evidence"


def test_several_chosen_rows_leave_the_list_there(opened: MainWindow, qtbot: QtBot) -> None:
    """Whoever gathers claims goes on gathering."""
    window = shrunk(opened, qtbot)
    window.actions_table.action("toggle_navigator").trigger()
    assert window.contents is not None
    navigator = window.contents.navigator
    navigator.show_tab("claims")
    view = navigator.lists["claims"]
    qtbot.waitUntil(view.isVisible)
    view.set_current(view.model().index(2, 0).data(Qt.ItemDataRole.UserRole) or "")
    view.setCurrentIndex(view.model().index(2, 0))
    view.scrollTo(view.model().index(3, 0))
    place = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    assert len(window.session.together) > 1 and view.isVisible()


@pytest.mark.usefixtures("small_screen")
@pytest.mark.parametrize(("command", "kind"), [
    ("correct_figure", FigureDialog), ("attach_evidence", EvidenceDialog), ("sign", SigningDialog),
    ("shortcuts", ShortcutsDialog), ("keys", KeysDialog),
])  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_of_a_sheet_is_cut_at_the_right(
    opened: MainWindow, qtbot: QtBot, command: str, kind: type[Sheet], language: str
) -> None:
    """Four fields, or the words of four options, stood in one line that was wider than the window."""
    window = shrunk(opened, qtbot)
    window.commands.choose_language(language)
    session = window.session
    assert session.report is not None
    metric = session.report.metrics[3]
    claim = session.claim_of_metric(metric.id)
    assert claim is not None
    session.select("metric", metric.id) if command == "correct_figure" else session.select("claim", claim.id)
    window.refresh()
    window.actions_table.action(command).trigger()
    sheet = window.findChild(kind)
    assert sheet is not None
    qtbot.waitUntil(lambda: bool(sheet.findChildren(Scrolled)))
    QApplication.processEvents()
    assert sheet.width() <= 426 and sheet.height() <= 266
    area = sheet.findChildren(Scrolled)[0]
    for part in area.findChildren(QWidget):
        if part.isVisible() and part.width() > 12 and not isinstance(part.parent(), Scrolled):
            right = part.mapTo(area, part.rect().topRight()).x()
            assert right <= area.width(), (type(part).__name__, right, area.width())
    for button in sheet.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width() - 24, button.text()
    focus = sheet.focusWidget()
    assert focus is not None and focus is not sheet.cancel_button
    sheet.close()


@pytest.mark.usefixtures("small_screen")
def test_the_help_stays_on_the_screen(opened: MainWindow, qtbot: QtBot) -> None:
    """It opened wider than the screen, and its page was cut; now the names of the pages stand above it."""
    opened.actions_table.action("help").trigger()
    window = opened.findChild(HelpWindow)
    assert window is not None
    qtbot.waitUntil(window.isVisible)
    assert window.width() <= 426 and window.height() <= 266
    assert window.browser.y() > window.list.geometry().bottom()
    window.resize(860, 600)
    qtbot.waitUntil(lambda: window.browser.x() > window.list.geometry().right())
    window.close()


def test_the_welcome_page_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    """Its cards stood upon one another, and the samples beyond the right edge."""
    welcome = shrunk(window, qtbot).welcome
    window.move(0, 0)
    column = welcome._column
    qtbot.waitUntil(lambda: column.width() == welcome._area.viewport().width())
    parts = (column._name, column._line, column.report, column.project)
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.y()
    assert column.report.height() >= column.report.sizeHint().height()
    cards = welcome._cards
    assert all(card.mapTo(welcome, card.rect().topRight()).x() < welcome.width() for card in cards)
    column.report.setFocus()
    for _ in range(len(cards) + 1):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert cards[-1].hasFocus() and not cards[-1].visibleRegion().isEmpty()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: column.width() == 420 and column.parent() is welcome)


def test_lists_have_room_and_what_is_said_beside_them_is_whole(opened: MainWindow, qtbot: QtBot) -> None:
    """The score took the room of the sections, the count of rows stood on the names, facts cut the tour's line."""
    window = shrunk(opened, qtbot)
    window.actions_table.action("toggle_navigator").trigger()
    contents = window.contents
    assert contents is not None
    navigator = contents.navigator
    qtbot.waitUntil(navigator.tree.isVisible)
    assert navigator.tree.height() > 80 and not navigator.foot.isVisible()
    assert window.status_line.geometry().bottom() < window.height()
    window.actions_table.action("layout_ledgers").trigger()
    ledgers = contents.load_ledgers()
    qtbot.waitUntil(ledgers.isVisible)
    assert not ledgers.count.isVisible() and ledgers.mapTo(window, ledgers.rect().bottomLeft()).y() < 240
    window.resize(1280, 800)
    qtbot.waitUntil(ledgers.count.isVisible)


@pytest.mark.parametrize("width", [300, 340, 420])
def test_the_layers_keep_their_counts(opened: MainWindow, width: int) -> None:
    """Part and section, of which two signs were left, pushed the chips together until they said “…”."""
    contents = opened.contents
    assert contents is not None and opened.session.report is not None
    line = opened.breadcrumb
    opened.session.section_entered.emit(opened.session.report.sections[2].id)
    line.resize(width, line.height())
    for chip in line.chips.values():
        assert chip.width() >= chip.sizeHint().width()
        assert chip.geometry().right() < width


def test_keys_have_room_before_what_is_always_true(qtbot: QtBot) -> None:
    """At 200 % one key was named, and “Kept on this computer only” beside it; at 300 % the tour's line was cut."""
    line = StatusLine(Theme("light"))
    qtbot.addWidget(line)
    facts = ("5,864 characters", "Kept on this computer only")
    line.show_hints([KeyHint(key, "Something to do") for key in ("J K", "T", "E", "R")], facts)

    def told(width: int) -> str:
        line.resize(width, line.height())
        return line.told_facts()

    assert told(1280) == " · ".join(facts)
    assert told(640) == facts[0]
    line.show_coach("4/4 Ctrl+K finds anything, F1 helps where you are")
    assert told(400) == ""
