"""Judging one by one: in by F8, through by keys, out by Esc, and nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import seeds
from core.model import ReviewClaim
from gui import settings
from gui.dialogs.evidence import EvidenceDialog
from gui.dialogs.tags import TagDialog
from gui.dialogs.words import ReasonDialog
from gui.mainwindow import MainWindow, triage
from gui.views.text.layout import Page
from gui.views.text.setting import Setting

T = TypeVar("T", bound=QWidget)

PATIENCE = 10_000
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7)


@pytest.fixture
def report(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A sample: a short one, or the one that is asked for."""
    wanted = getattr(request, "param", "digest")
    source = next(sample.file for sample in seeds.samples() if sample.file.name.startswith(wanted))
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    return path


@pytest.fixture
def judging(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that judges one by one in the order of the text; answers lead on at once."""
    monkeypatch.setattr(triage, "ADVANCE_AFTER", 0)
    settings.set_choice("queue_order", "order")
    key(opened, Qt.Key.Key_F8)
    assert opened.triage.on
    return opened


def key(window: MainWindow, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the keyboard gives it: to what has the focus, and the event loop turns."""
    if QApplication.activeWindow() is None:  # without a window manager nobody gives the window its turn again
        window.activateWindow()
        QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or window, pressed, modifier)
    QApplication.processEvents()


def write(words: str) -> None:
    """Words typed into the field that has the focus."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(field, words)


def dialog(window: MainWindow, kind: type[T]) -> T:
    found = window.findChildren(kind)
    assert found
    return found[-1]


def current(window: MainWindow) -> str:
    now = window.triage.round
    assert now is not None
    return now.current


def claim(window: MainWindow, name: str) -> ReviewClaim:
    found = window.session.claim(name)
    assert found is not None
    return found


def to_claim(window: MainWindow) -> str:
    """J past the checks to the next claim that is open."""
    while not current(window).startswith("r1.c") or claim(window, current(window)).veracity:
        key(window, Qt.Key.Key_J)
    return current(window)


@pytest.mark.parametrize("report", ["county"], indirect=True)  # it has more than eighty claims
def test_eighty_claims_are_reviewed_by_keyboard_alone(judging: MainWindow, qtbot: QtBot) -> None:
    """The promise of this mode: a day's work without the mouse. Verdicts, rationales, tags, notes, evidence,
    dismissals, undo, and at the end all of it is in the project."""
    window = judging
    expected: dict[str, str] = {}
    tagged, noted, proven, dismissed = [], [], [], []
    step = 0
    while len(expected) < 80:
        name = to_claim(window)
        step += 1
        if step % 10 == 1:  # a rationale first
            key(window, Qt.Key.Key_R)
            write("hua 2023")
            key(window, Qt.Key.Key_Return, CONTROL)
        if step % 10 == 2:
            key(window, Qt.Key.Key_T)
            write("economy" if step == 2 else "")
            key(window, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda name=name: bool(claim(window, name).tags), timeout=PATIENCE)
            if window.findChildren(TagDialog):
                key(window, Qt.Key.Key_Escape)
            tagged.append(name)
        if step % 10 == 3:
            key(window, Qt.Key.Key_N)
            write("ask")
            key(window, Qt.Key.Key_Escape)
            noted.append(name)
        if step % 20 == 4:
            key(window, Qt.Key.Key_E)
            form = dialog(window, EvidenceDialog)
            while not (form.sources.hasFocus() or form.sources.isAncestorOf(QApplication.focusWidget())):
                key(window, Qt.Key.Key_Tab)
            for _ in range(2):
                key(window, Qt.Key.Key_Right)
            key(window, Qt.Key.Key_Tab)
            write("q")
            key(window, Qt.Key.Key_Return, CONTROL)
            qtbot.waitUntil(lambda name=name: bool(claim(window, name).evidence), timeout=PATIENCE)
            proven.append(name)
        if step % 10 == 5:
            key(window, Qt.Key.Key_X)
            assert isinstance(QApplication.focusWidget(), ReasonDialog)
            key(window, Qt.Key.Key_2)
            qtbot.waitUntil(lambda name=name: current(window) != name, timeout=PATIENCE)
            dismissed.append(name)
            expected[name] = "dismissed"
            continue
        if step % 10 == 6:  # judged wrongly, taken back, and it is in hand again
            key(window, Qt.Key.Key_5)
            qtbot.waitUntil(lambda name=name: current(window) != name, timeout=PATIENCE)
            key(window, Qt.Key.Key_Z, CONTROL)
            qtbot.waitUntil(lambda name=name: current(window) == name, timeout=PATIENCE)
            assert claim(window, name).veracity is None
        if step % 10 == 7:
            key(window, Qt.Key.Key_C)
        if step % 10 == 8:  # judged and looked at again, then on
            key(window, DIGITS[step % 7], SHIFT)
            assert current(window) == name
            key(window, Qt.Key.Key_Down)
        else:
            key(window, DIGITS[step % 7])
        qtbot.waitUntil(lambda name=name: current(window) != name, timeout=PATIENCE)
        expected[name] = claim(window, name).veracity or ""
    key(window, Qt.Key.Key_Escape)
    assert not window.triage.on
    assert len(expected) == 80 and all(expected.values())
    for name, verdict in expected.items():
        now = claim(window, name)
        assert ("dismissed" if now.dismissed else now.veracity) == verdict
    assert all(claim(window, name).tags for name in tagged)
    assert all(claim(window, name).note == "ask" for name in noted)
    assert all(claim(window, name).evidence for name in proven)
    assert len(tagged) >= 8 and len(noted) >= 8 and len(proven) >= 4 and len(dismissed) >= 8


def test_the_window_narrows_to_the_question_and_comes_back(judging: MainWindow) -> None:
    """The queue stands in the navigator's place, the data is away, the keys are large; Esc puts all of it back."""
    window, contents = judging, judging.contents
    assert contents is not None and window.triage.queue is not None
    assert contents.left_pane.currentWidget() is window.triage.queue
    assert window.panes.docks["data"].isHidden()
    assert contents.text.measure == 28
    assert contents.inspector.claim_page.verdicts.keys[0].height() == 58
    key(window, Qt.Key.Key_Escape)
    assert contents.left_pane.currentWidget() is contents.navigator
    assert not window.panes.docks["data"].isHidden()
    assert contents.text.measure != 28
    assert contents.inspector.claim_page.verdicts.keys[0].height() == 46
    assert QApplication.focusWidget() is contents.text


def test_the_question_always_stands_at_the_same_height(judging: MainWindow, qtbot: QtBot) -> None:
    """The eye need not look for it: two fifths down, or as near as the ends of the report allow."""
    window, text = judging, judging.text
    assert text is not None
    for _ in range(12):
        key(window, Qt.Key.Key_J)
    qtbot.wait(250)
    span = window.session.span_of(window.session.selection)
    assert span is not None
    top = text._surface.rect_of(span, text.verticalScrollBar().value()).top()
    assert abs(top - 0.4 * text.viewport().height()) < 3


def test_checks_are_confirmed_dismissed_and_put_off(judging: MainWindow, qtbot: QtBot) -> None:
    """A, X with its digit, D; what was put off is offered again at the end."""
    window = judging
    assert window.triage.queue is not None and window.session.project is not None
    window.triage.queue.orders.setFocus()
    for _ in range(2):
        key(window, Qt.Key.Key_Right)
    key(window, Qt.Key.Key_Down)
    now = window.triage.round
    assert now is not None and all(entry.subject == "hit" for entry in now.entries)
    first = current(window)
    key(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: current(window) != first, timeout=PATIENCE)
    second = current(window)
    key(window, Qt.Key.Key_X)
    key(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: current(window) != second, timeout=PATIENCE)
    third = current(window)
    key(window, Qt.Key.Key_D)
    assert current(window) != third
    states = {hit.id: (hit.state, hit.reason) for hit in window.session.project.hits()}
    assert states[first] == ("confirmed", "")
    assert states[second] == ("dismissed", "A common way of speaking")
    assert states[third][0] == "deferred"
    while not window.triage.ended:
        key(window, Qt.Key.Key_A)
    ending = window.triage.ending
    assert ending is not None
    assert "Left for later: 1" in ending.missing.text()
    key(window, Qt.Key.Key_Return)
    assert not window.triage.ended and current(window) == third


def test_backspace_stays_with_what_was_just_judged(judging: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip is noticed in the moment after the key: Backspace then keeps the claim in hand, later it returns to it."""
    window = judging
    name = to_claim(window)
    monkeypatch.setattr(triage, "ADVANCE_AFTER", 60_000)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_Backspace)
    assert current(window) == name and not window.triage._advance_soon.isActive()
    key(window, Qt.Key.Key_2)
    assert claim(window, name).veracity == "mostly"
    key(window, Qt.Key.Key_J)
    assert current(window) != name
    key(window, Qt.Key.Key_Backspace)
    assert current(window) == name


def test_going_on_can_be_switched_off(judging: MainWindow, qtbot: QtBot) -> None:
    """Those who check twice before they leave a claim are not hurried."""
    window = judging
    name = to_claim(window)
    window.actions_table.action("triage_advance").trigger()
    key(window, Qt.Key.Key_1)
    qtbot.wait(30)
    assert claim(window, name).veracity == "supported" and current(window) == name
    assert not settings.flag("triage_advance", True)


def test_a_round_goes_on_where_it_was_left(judging: MainWindow, qtbot: QtBot) -> None:
    """Leaving midway loses nothing: what is answered is not asked again."""
    window = judging
    name = to_claim(window)
    key(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: current(window) != name, timeout=PATIENCE)
    score = window.triage.queue.head.words if window.triage.queue else ""
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_F8)
    now = window.triage.round
    assert now is not None and name not in now.keys
    assert window.triage.queue is not None and window.triage.queue.head.words == score == f"1 / {now.total}"


def test_the_end_tells_the_round_and_offers_the_next_step(judging: MainWindow) -> None:
    """How many, how long, which verdicts, what lacks evidence; Enter goes on to the claims without evidence."""
    window = judging
    count = 0
    while not window.triage.ended:
        assert count < 400
        count += 1
        key(window, Qt.Key.Key_1 if current(window).startswith("r1.c") else Qt.Key.Key_A)
    ending, now = window.triage.ending, window.triage.round
    assert ending is not None and now is not None
    assert now.done == now.total
    claims = sum(entry.subject == "claim" for entry in now.answered)
    assert f"Answered in this round: {len(now.answered)}" in ending.lead.text()
    assert f"Judged without evidence: {claims}" in ending.missing.text()
    assert any(line.words == "Supported" and line.count == claims for line in ending.tally.lines)
    key(window, Qt.Key.Key_Return)
    again = window.triage.round
    assert again is not None and len(again.keys) == claims and not window.triage.ended
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_F8)
    assert window.triage.ended  # nothing is left: said at once
    key(window, Qt.Key.Key_Escape)
    assert not window.triage.on


def test_a_click_in_the_queue_and_on_a_key_do_the_same(judging: MainWindow, qtbot: QtBot) -> None:
    """The mouse is not needed, and it is not shut out."""
    window, contents = judging, judging.contents
    assert contents is not None and window.triage.queue is not None
    to_claim(window)
    queue = window.triage.queue
    row = next(i for i, row in enumerate(queue.rows.rows) if row.id not in ("", current(window))  # type: ignore[union-attr]
               and row.subject == "claim")  # type: ignore[union-attr]
    place = queue.view.visualRect(queue.rows.index(row)).center()
    qtbot.mouseClick(queue.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    name = queue.rows.rows[row].id  # type: ignore[union-attr]
    assert current(window) == name == window.session.selection.id
    qtbot.mouseClick(contents.inspector.claim_page.verdicts.keys[2], Qt.MouseButton.LeftButton)
    assert claim(window, name).veracity == "partly"
    qtbot.waitUntil(lambda: current(window) != name, timeout=PATIENCE)


def test_a_read_only_review_says_why_it_cannot_be_judged(opened: MainWindow) -> None:
    """F8 needs a review that takes answers."""
    action = opened.actions_table.action("triage")
    assert action.isEnabled()
    opened.files.close_project()
    opened.refresh()
    assert not action.isEnabled() and "Open a report first" in action.toolTip()


def test_another_project_ends_the_round(judging: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A queue of one report must not judge another."""
    window = judging
    other = tmp_path / "other" / "digest.txt"
    other.parent.mkdir()
    other.write_bytes(seeds.samples()[0].file.read_bytes())
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(other)
    assert not window.triage.on
    assert window.contents is not None and window.contents.left_pane.currentWidget() is window.contents.navigator
    assert window.panes.arrangement == "data"


def test_a_round_sets_the_text_once_when_it_begins_and_once_when_it_ends(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The panes turn and the measure is another: the text was set for each by itself. Afterwards it is as it was."""
    qtbot.wait(100)
    assert opened.text is not None
    measure = opened.text.measure
    reset: list[int] = []
    plain = Page.reset

    def noted(page: Page, setting: Setting) -> None:
        reset.append(setting.characters)
        plain(page, setting)

    monkeypatch.setattr(Page, "reset", noted)
    opened.actions_table.action("triage").trigger()
    assert opened.triage.on and len(reset) <= 1
    qtbot.wait(100)
    reset.clear()
    opened.actions_table.action("triage").trigger()
    assert not opened.triage.on and len(reset) == 1
    qtbot.waitUntil(lambda: opened.text is not None and opened.text.measure == measure)
