"""A corrected version in the window: compared, shown, accepted, taken back; claims in several passages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from core.messages import PolicyReviewError
from core.model import ReviewClaim, Span
from core.project import AddPlace, DismissClaim, SetNote, SetVerdict
from core.readers.kinds import Kind
from core.readers.reading import ReadingOptions, Words
from gui.dialogs.correction import CorrectionDialog
from gui.mainwindow import MainWindow
from gui.models.rows import GroupHead, ListRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PATIENCE = 20_000


def claims_of(window: MainWindow, *numbers: int) -> list[ReviewClaim]:
    """Claims of the program with figures, by their number."""
    found = [claim for claim in window.session.claims() if claim.metrics]
    return [found[number] for number in numbers]


def now(window: MainWindow, key: str) -> ReviewClaim:
    claim = window.session.claim(key)
    assert claim is not None
    return claim


def corrected(window: MainWindow, report: Path, *changes: tuple[str, str]) -> Path:
    """The sample report with words replaced, in a file beside it."""
    assert window.session.report is not None
    text = window.session.report.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = report.with_name("corrected.txt")
    path.write_text(text, encoding="utf-8")
    return path


def compare(window: MainWindow, path: Path, qtbot: QtBot) -> CorrectionDialog:
    """Compare a corrected version; gives the dialog that shows it."""
    window.correcting.compare(path)
    qtbot.waitUntil(lambda: window.correcting.dialog is not None, timeout=PATIENCE)
    assert window.correcting.dialog is not None
    return window.correcting.dialog


def accept(window: MainWindow, dialog: CorrectionDialog, qtbot: QtBot) -> None:
    """Replace the report, and wait until it is."""
    with qtbot.waitSignal(window.session.report_replaced, timeout=PATIENCE):
        dialog.finish()
    window.refresh()


@pytest.fixture
def replaced(opened: MainWindow, report: Path, qtbot: QtBot) -> tuple[MainWindow, str, str]:
    """A window in which a corrected version was accepted: the ids of a claim with another figure and of a lost one."""
    changed, lost = claims_of(opened, 1, 3)
    opened.session.do(SetVerdict(changed.id, "supported"))
    opened.session.do(SetNote(lost.id, "看口径"))
    figure = opened.session.metric(changed.metrics[0])
    assert figure is not None
    words = figure.value_span.quote(opened.session.report.text if opened.session.report else "")
    digit = next(sign for sign in words if sign.isdigit())
    other = changed.anchor.exact.replace(words, words.replace(digit, str((int(digit) + 1) % 10), 1), 1)
    path = corrected(opened, report, (changed.anchor.exact, other), (lost.anchor.exact, ""))
    accept(opened, compare(opened, path, qtbot), qtbot)
    return opened, changed.id, lost.id


def select_words(window: MainWindow, words: str) -> Span:
    """Select words in the text, as a drag does."""
    assert window.session.report is not None and window.text is not None
    start = window.session.report.text.index(words)
    window.text.select_span(Span(start, start + len(words)))
    window.refresh()
    return Span(start, start + len(words))


def test_the_dialog_shows_what_would_become_of_each_claim(opened: MainWindow, report: Path, qtbot: QtBot) -> None:
    """The reviewer decides on words, not on a number: both quotes stand side by side, and cancel changes nothing."""
    changed, lost = claims_of(opened, 1, 3)
    opened.session.do(SetVerdict(changed.id, "supported"))
    opened.session.do(SetNote(lost.id, "看口径"))
    before = opened.session.report
    new = changed.anchor.exact[:3] + "约" + changed.anchor.exact[3:]
    dialog = compare(opened, corrected(opened, report, (changed.anchor.exact, new), (lost.anchor.exact, "")), qtbot)
    assert "worked on: 2. In place: 0. To check: 1. Not found again: 1." in dialog.lead.text()
    words = dialog.rows.toPlainText()
    for part in (changed.anchor.exact, new, lost.anchor.exact, "Words changed", "Not found again"):
        assert part in words
    dialog.reject()
    assert opened.session.report is before
    assert opened.session.project is not None and opened.session.project.report_ids() == ("r1",)


def test_an_accepted_version_is_shown_with_what_moved_marked(replaced: tuple[MainWindow, str, str]) -> None:
    """Text, navigator, inspector and band say in words which claims have to be looked at."""
    window, changed, lost = replaced
    assert now(window, changed).state == "moved" and now(window, changed).veracity == "supported"
    assert now(window, lost).lost and now(window, lost).note == "看口径"
    assert window.contents is not None and window.text is not None
    navigator = window.contents.navigator
    navigator.show_tab("claims")
    rows = navigator.rows["claims"].rows
    head, first = rows[0], rows[1]
    assert isinstance(head, GroupHead) and head.count == 1
    assert isinstance(first, ListRow) and (first.id, first.sign) == (lost, "search")
    assert "Place not found" in first.second
    marked = next(row for row in rows if isinstance(row, ListRow) and row.id == changed)
    assert marked.sign == "pin" and "to check" in marked.second and "to check" in marked.name
    assert "to check: 1. Not found again: 1." in window.band.sentence
    assert all(place.claim.id != lost for place in window.text._marks.claims(0))


def test_the_inspector_says_what_the_words_were(replaced: tuple[MainWindow, str, str], qtbot: QtBot) -> None:
    """A figure that changed is judged against the old one, and a look settles it."""
    window, changed, _ = replaced
    window.session.select("claim", changed)
    assert window.contents is not None
    places = window.contents.inspector.claim_page.places
    assert places.isVisible() and "Changed, to check" in places.rows[0].state.text()
    assert places.rows[0].was.text().startswith("Before: ")
    qtbot.mouseClick(places.confirm, Qt.MouseButton.LeftButton)
    assert now(window, changed).state == "ok"
    assert not places.isVisible()


def test_undo_takes_the_whole_import_back(replaced: tuple[MainWindow, str, str]) -> None:
    """One step: the old text, the old places, nothing selected that is not there."""
    window, changed, lost = replaced
    assert window.session.report is not None and window.session.report.source.name == "corrected.txt"
    window.session.select("claim", lost)
    window.actions_table.action("undo").trigger()
    assert window.session.report.source.name != "corrected.txt"
    assert {now(window, key).state for key in (changed, lost)} == {"ok"}
    assert window.session.selection.id == lost
    assert window.text is not None and window.text._page.text == window.session.report.text
    window.refresh()
    window.actions_table.action("redo").trigger()
    assert now(window, lost).lost


def test_a_lost_claim_is_put_on_selected_words(replaced: tuple[MainWindow, str, str], qtbot: QtBot) -> None:
    """By the key in the inspector; without selected words it says what to do first."""
    window, _, lost = replaced
    window.session.select("claim", lost)
    assert window.contents is not None and window.session.report is not None
    row = window.contents.inspector.claim_page.places.rows[0]
    qtbot.mouseClick(row.place, Qt.MouseButton.LeftButton)
    assert now(window, lost).lost
    assert "First select" in window.band.sentence
    words = claims_of(window, 6)[0].anchor.exact[:10]
    span = select_words(window, words)
    row = window.contents.inspector.claim_page.places.rows[0]
    qtbot.mouseClick(row.place, Qt.MouseButton.LeftButton)
    assert now(window, lost).span == span
    assert (now(window, lost).state, now(window, lost).note) == ("ok", "看口径")


def test_a_lost_claim_can_be_put_by_a_command_too(replaced: tuple[MainWindow, str, str]) -> None:
    """Keyboard and palette reach it; it is grey where nothing is lost."""
    window, changed, lost = replaced
    action = window.actions_table.action("place_again")
    window.session.select("claim", changed)
    select_words(window, claims_of(window, 6)[0].anchor.exact[:10])
    assert not action.isEnabled()
    window.session.select("claim", lost, reveal=False)
    window.refresh()
    assert action.isEnabled()
    action.trigger()
    assert now(window, lost).state == "ok"


def test_reading_again_with_the_same_rules_changes_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    """There is nothing to accept, and the dialog says so."""
    opened.actions_table.action("read_again").trigger()
    qtbot.waitUntil(lambda: opened.correcting.dialog is not None, timeout=PATIENCE)
    dialog = opened.correcting.dialog
    assert dialog is not None and not dialog.done_button.isVisible()
    assert "the same as before" in dialog.lead.text()
    dialog.reject()


def test_a_file_that_is_no_report_is_refused_by_its_name(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A wrong choice in the file dialog costs nothing."""
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    opened.correcting.compare(path)
    qtbot.waitUntil(opened.band.isVisible, timeout=PATIENCE)
    assert "empty.txt" in opened.band.sentence
    assert opened.correcting.dialog is None


def test_the_menu_asks_for_the_file(
    opened: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is in the menu, and the dialog starts where the last file was."""
    path = corrected(opened, report, ("。", "。\n新增一句话。"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    opened.actions_table.action("import_correction").trigger()
    qtbot.waitUntil(lambda: opened.correcting.dialog is not None, timeout=PATIENCE)
    assert opened.correcting.dialog is not None
    opened.correcting.dialog.reject()


def test_a_comparison_is_called_off_by_escape(opened: MainWindow, report: Path, qtbot: QtBot) -> None:
    """A long report must not hold the reviewer."""
    job = opened.correcting.compare(corrected(opened, report, ("。", "。\n新增一句话。")))
    assert job is not None
    opened._step_out()
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=PATIENCE)
    assert opened.correcting.dialog is None


def test_the_selection_joins_the_claim_and_leaves_it_again(opened: MainWindow, qtbot: QtBot) -> None:
    """One claim in two sentences: added by key, listed in the inspector, taken away by its cross."""
    claim, far = claims_of(opened, 0, 5)
    opened.session.select("claim", claim.id)
    span = select_words(opened, far.anchor.exact[:12])
    assert opened.text is not None and opened.contents is not None
    opened.text.setFocus()
    qtbot.keyClick(opened.text, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert now(opened, claim.id).spans == (claim.span, span)
    places = opened.contents.inspector.claim_page.places
    assert places.isVisible() and len(places.rows) == 2
    shown: list[Span] = []
    opened.session.reveal.connect(shown.append)
    qtbot.mouseClick(places.rows[1], Qt.MouseButton.LeftButton)
    assert shown == [span]
    qtbot.mouseClick(places.rows[1].remove, Qt.MouseButton.LeftButton)
    assert now(opened, claim.id).spans == (claim.span,)
    assert not places.isVisible()


def test_the_text_menu_takes_the_passage_that_was_pointed_at(opened: MainWindow, qtbot: QtBot) -> None:
    """Right click on the second passage, remove: the first one stays."""
    claim, far = claims_of(opened, 0, 5)
    opened.session.do(AddPlace(claim.id, far.span))
    opened.session.select("claim", claim.id)
    assert opened.text is not None and opened.contents is not None
    opened.text.asked_at = far.span.start + 1
    menu = QMenu()
    qtbot.addWidget(menu)
    opened.contents._add_commands(menu)
    action = opened.actions_table.action("remove_place")
    assert action in menu.actions() and action.isEnabled()
    action.trigger()
    assert now(opened, claim.id).spans == (claim.span,)
    opened.contents._forget_pointed()
    opened.refresh()
    assert not action.isEnabled()


def test_a_dismissed_lost_claim_is_kept_too(opened: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Dismissals stay in the annex with their reason and their quote."""
    (lost,) = claims_of(opened, 3)
    opened.session.do(DismissClaim(lost.id, "口号"))
    accept(opened, compare(opened, corrected(opened, report, (lost.anchor.exact, "")), qtbot), qtbot)
    assert now(opened, lost.id).dismissed == "口号"
    assert now(opened, lost.id).anchor.exact == lost.anchor.exact


def test_an_encrypted_or_scanned_correction_is_read_after_all(
    opened: MainWindow, report: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corrected version asks for its password, or is recognised, as any other report."""
    import core.readers.files

    def plain(data: bytes, name: str, options: ReadingOptions, _progress: object) -> Words:
        if options.password is None:
            raise PolicyReviewError("password-needed", name=name)
        if not options.recognise:
            raise PolicyReviewError("scanned", name=name)
        return Words(data.decode(), "utf-8")

    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, plain)
    corrected = report.with_name("corrected.txt")
    corrected.write_text(report.read_text("utf-8").replace("11.5%", "11.6%"), encoding="utf-8")
    opened.correcting.compare(corrected)
    qtbot.waitUntil(lambda: opened.correcting.password is not None, timeout=10_000)
    assert opened.correcting.password is not None
    opened.correcting.password.field.setText("x")
    opened.correcting.password.finish()
    qtbot.waitUntil(lambda: "scan" in opened.band.sentence, timeout=10_000)
    opened.band.buttons[0].click()
    qtbot.waitUntil(lambda: opened.correcting.dialog is not None, timeout=10_000)
