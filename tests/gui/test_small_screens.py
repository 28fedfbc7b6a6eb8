"""On a small screen, or at 200 % of a usual one, nothing is cut, overlaps, scrolls twice or loses the keyboard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from core.project import AttachEvidence, EvidenceDraft
from gui import settings
from gui.dialogs.correction import CorrectionDialog
from gui.dialogs.evidence import EvidenceDialog
from gui.dialogs.sheet import Scrolled, Sheet
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH
from gui.theme import Theme
from gui.views.controls import Segment, SegmentedControl
from gui.views.data.card import ChartCard
from gui.views.text import margin
from gui.views.text.ink import SIGNS
from gui.views.text.setting import RIGHT_NARROW

PATIENCE = 20_000


@pytest.fixture
def low_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What 1920 x 1080 is at 200 %."""
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 960, 540))


@pytest.mark.usefixtures("low_screen")
@pytest.mark.parametrize("command", ["tag", "link_claims", "shortcuts", "attach_evidence"])
def test_a_sheet_with_a_list_has_one_scroll_bar(opened: MainWindow, command: str) -> None:
    """The list shows fewer rows; the sheet does not scroll as well, and the field keeps the keyboard."""
    claim = opened.session.claims()[0].id
    for number in range(20):
        opened.session.do(AttachEvidence(claim, EvidenceDraft(title=f"通知{number}", kind="notice", excerpt="x")))
    opened.session.select("claim", opened.session.claims()[1].id)
    opened.refresh()
    opened.actions_table.action(command).trigger()
    sheet = next(one for one in opened.findChildren(Sheet) if one.isVisible())
    if isinstance(sheet, EvidenceDialog):
        sheet.sources.buttons[-1].click()
    assert sheet.height() <= 540
    QApplication.processEvents()
    scrolled = [area for area in sheet.findChildren(Scrolled) if area.verticalScrollBar().maximum() > 0]
    assert not scrolled
    assert isinstance(sheet.focusWidget(), QLineEdit) or isinstance(sheet, EvidenceDialog)
    sheet.close()


@pytest.mark.usefixtures("low_screen")
def test_a_sheet_that_scrolls_keeps_the_keyboard_in_its_field(opened: MainWindow, qtbot: QtBot) -> None:
    """Its fields change their place when it turns out to be too high: the one to type in is the same."""
    sheet = Sheet(opened.theme, opened)
    field, rest = QLineEdit(sheet), QWidget(sheet)
    rest.setFixedHeight(700)
    sheet.content.addWidget(field)
    sheet.content.addWidget(rest)
    field.setFocus()
    sheet.open()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(Scrolled)))
    assert sheet.focusWidget() is field
    sheet.close()


def fits(sheet: QWidget) -> bool:
    """Whether a sheet is on the screen with its keys, and what scrolls in it scrolls once."""
    QApplication.processEvents()
    inner = [view for view in sheet.findChildren(QTextBrowser) if view.isVisible()]
    twice = inner and any(area.verticalScrollBar().maximum() > 0 for area in sheet.findChildren(Scrolled))
    return sheet.isVisible() and sheet.height() <= 540 - 36 and not twice


@pytest.mark.usefixtures("low_screen")
def test_the_keys_of_the_import_sheet_are_on_the_screen(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """It was as high as its form, and at 200 % nobody saw the key that begins the review; now the form scrolls."""
    settings.set_flag(BEFORE_EACH, True)
    window.open_file(report)
    qtbot.waitUntil(lambda: window.importing.dialog is not None, timeout=PATIENCE)
    sheet = window.importing.dialog
    assert sheet is not None
    assert fits(sheet)
    assert sheet.rect().contains(sheet.done_button.geometry())
    assert sheet.focusWidget() is sheet.form.lines["title"]
    sheet.reject()


@pytest.mark.usefixtures("low_screen")
def test_a_sheet_that_knows_its_size_opens_no_higher_than_the_screen(opened: MainWindow, qtbot: QtBot) -> None:
    """Evidence from the register was 33 pixels too high; a list of changes scrolled in a sheet that scrolled."""
    claim = opened.session.claims()[0].id
    opened.session.do(AttachEvidence(claim, EvidenceDraft(title="通知", kind="notice", excerpt="x")))
    evidence = opened.attaching.ask_registered([claim])
    assert fits(evidence)
    evidence.reject()
    project = opened.session.project
    assert project is not None
    path = project.path.with_name("corrected.txt")
    path.write_text(project.report().text.replace("。", "。另加一句。", 3), encoding="utf-8")
    opened.correcting.compare(path)
    qtbot.waitUntil(lambda: bool(opened.findChildren(CorrectionDialog)), timeout=PATIENCE)
    (sheet,) = opened.findChildren(CorrectionDialog)
    qtbot.waitUntil(sheet.isVisible)
    assert fits(sheet)
    sheet.reject()


def test_icons_in_place_of_words_are_of_one_width(qtbot: QtBot) -> None:
    """A fitted control shares its width by its words; where icons stand for them, none is wider than its place."""
    control = SegmentedControl(Theme("light"), fitted=True)
    qtbot.addWidget(control)
    control.set_segments([Segment("all", "table", "All"), Segment("unpaired", "claim", "Unpaired ones")])
    control.resize(64, 30)
    assert control.rect_of("all").width() == control.rect_of("unpaired").width() == 32


def test_the_chart_behind_is_named_beside_the_keys_not_under_them(qtbot: QtBot) -> None:
    """Where its name has no room a sign stands for it, and the tooltip says it."""
    card = ChartCard(Theme("light"))
    qtbot.addWidget(card)
    card.scope.setText("Section")
    card.head.say("Growth", "")
    card.head.set_other("Target versus actual")
    card.resize(230, 160)
    card.show()
    qtbot.waitExposed(card)
    assert card.head.other.geometry().right() <= card.scope.geometry().left()
    assert card.head.other.toolTip() == "Target versus actual"
    assert card.head.other.width() == card.head.other.height()  # a sign then, not a word cut to “T…”
    card.resize(600, 160)
    qtbot.waitUntil(lambda: card.head.other.toolTip() == "")
    assert card.head.other.width() == card.head.other.sizeHint().width()


def test_the_score_goes_without_its_word_before_it_is_cut(opened: MainWindow) -> None:
    """`7 / 124` says the same; the tooltip has the whole."""
    assert opened.contents is not None
    foot = opened.contents.navigator.foot
    assert foot.score().endswith("checkable")
    assert foot.score(60).startswith("0 / ")
    assert "checkable" not in foot.score(60)


def test_a_narrow_margin_holds_all_signs_of_a_line() -> None:
    """Verdict, clip with its digit, flag: none lies under the strip."""
    last = margin.rect_of(SIGNS - 1, 0, 0, 0)
    assert last.right() + 5 <= RIGHT_NARROW


def test_a_narrow_window_shows_one_pane_beside_the_text_at_a_time(opened: MainWindow, qtbot: QtBot) -> None:
    """At 300 % the inspector stood outside the window. Panes take turns; a wide one has all again."""
    panes = opened.panes

    def shown() -> set[str]:
        return {name for name, dock in panes.docks.items() if not dock.isHidden()}

    opened.setMinimumSize(400, 300)
    opened.resize(1280, 800)
    qtbot.waitUntil(lambda: shown() == {"navigator", "data", "inspector"})
    opened.resize(640, 400)
    qtbot.waitUntil(lambda: shown() == {"inspector"})
    assert opened.contents is not None
    inspector = opened.contents.inspector
    qtbot.waitUntil(lambda: inspector.mapTo(opened, inspector.rect().topRight()).x() <= opened.width() == 640)
    panes.toggle("navigator")
    assert shown() == {"navigator"}
    panes.save()
    panes.toggle("data")
    assert shown() == {"data"}
    opened.resize(1280, 800)
    qtbot.waitUntil(lambda: shown() == {"navigator", "data", "inspector"})
    panes.toggle("inspector")
    opened.resize(640, 400)
    qtbot.waitUntil(lambda: shown() == {"navigator"})
    opened.resize(1280, 800)
    qtbot.waitUntil(lambda: shown() == {"navigator", "data"})


def test_a_low_welcome_page_has_nothing_over_the_drop_zone(window: MainWindow, qtbot: QtBot) -> None:
    """At 300 % languages and themes stood upon it; it is left out, since the whole window takes files."""
    window.setMinimumSize(400, 300)
    column = window.welcome._column
    for size, there in (((1280, 800), True), ((640, 400), False), ((1280, 800), True)):
        window.resize(*size)
        qtbot.waitUntil(lambda there=there: column._drop.isVisible() is there)  # type: ignore[misc]
        QApplication.processEvents()
        parts = [column._line, column.report, column.project, *([column._drop] if there else []), column.help_button]
        for above, below in pairwise(parts):
            assert above.geometry().bottom() < below.geometry().top()
