"""What the window does when the file is damaged, the stick is pulled out, the disk is full: nothing typed is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.project import Project, SetNote, SetVerdict
from gui.dialogs.repair import RepairDialog
from gui.mainwindow import MainWindow


def path_of(window: MainWindow) -> Path:
    """The file of the open project."""
    assert window.session.project is not None
    return window.session.project.path


def type_note(window: MainWindow, words: str) -> None:
    """Type into the note of the first claim without leaving the field."""
    assert window.contents is not None
    window.session.select("claim", window.session.claims()[0].id)
    window.contents.inspector.claim_page.note.field.setPlainText(words)


def test_a_stick_pulled_out_loses_nothing_that_was_typed(opened: MainWindow, tmp_path: Path) -> None:
    """The window says what happened and keeps the words; with the stick back one press saves them."""
    folder = path_of(opened).parent
    key = opened.session.claims()[0].id
    folder.rename(tmp_path / "pulled")
    type_note(opened, "半句话")
    opened.actions_table.action("saved").trigger()
    opened.refresh()
    assert "no longer in its place" in opened.band.sentence
    assert opened.top_bar.document.state == "failed"
    opened.band.buttons[0].click()
    assert "no longer in its place" in opened.band.sentence
    shutil.copytree(tmp_path / "pulled", folder, ignore=shutil.ignore_patterns("*.lock"))
    opened.band.buttons[0].click()
    opened.refresh()
    assert opened.band.sentence.startswith("Everything is saved")
    assert opened.top_bar.document.state == "saved"
    with Project.open(path_of(opened), read_only=True) as there:
        assert {claim.id: claim.note for claim in there.claims()}[key] == "半句话"
    assert opened.contents is not None
    assert opened.contents.inspector.claim_page.note.field.toPlainText() == "半句话"


def test_a_copy_can_be_saved_elsewhere_when_the_file_is_gone(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """What the window still has open of the file is enough for a whole copy, where the system lets it."""
    key = opened.session.claims()[0].id
    opened.session.do(SetVerdict(key, "mostly"))
    path_of(opened).unlink()
    target = tmp_path / "rescued.prv"
    opened.exporting.copy(target)
    qtbot.waitUntil(lambda: opened.band.sentence.startswith("A copy is saved"))
    with Project.open(target) as copy:
        verdict = {claim.id: claim.verdict for claim in copy.claims()}[key]
        assert verdict is not None and verdict.value == "mostly"
        assert copy.check() == []


def test_a_file_that_is_back_is_found_by_saving(opened: MainWindow, tmp_path: Path) -> None:
    """Ctrl+S is what people press; it said again that the file was gone, though it was there."""
    path = path_of(opened)
    path.rename(tmp_path / "moved.prv")
    opened.session.do(SetNote(opened.session.claims()[0].id, "移走之后"))
    opened.refresh()
    assert opened.top_bar.document.state == "failed"
    (tmp_path / "moved.prv").rename(path)
    opened.actions_table.action("saved").trigger()
    opened.refresh()
    assert opened.band.sentence.startswith("Everything is saved") and opened.top_bar.document.state == "saved"


@pytest.fixture
def other(opened: MainWindow) -> Iterator[sqlite3.Connection]:
    """Another program at the open project's file."""
    connection = sqlite3.connect(path_of(opened), isolation_level=None)
    yield connection
    connection.close()


def test_an_edit_waits_for_another_program_and_the_window_does_not(
    opened: MainWindow, other: sqlite3.Connection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The GUI thread stood still for SQLite's five seconds, and then the step was lost. Now the window goes on, says
    after a while what it waits for, and all that was decided is in the file in its order when the program lets go."""
    monkeypatch.setattr("gui.session.PATIENCE", 30)
    session, project = opened.session, opened.session.project
    assert project is not None
    key, second = (claim.id for claim in session.claims()[:2])
    other.execute("BEGIN IMMEDIATE")
    assert session.do(SetVerdict(key, "mostly"))
    assert project._connection.execute("PRAGMA busy_timeout").fetchone()[0] < 50
    assert session.do(SetVerdict(key, "partly")) and session.do(SetVerdict(second, "refuted")) and session.undo()
    assert session.is_saving and session.claims()[0].veracity is None
    qtbot.waitUntil(lambda: "is held by another program" in opened.band.sentence)
    opened.refresh()
    assert opened.top_bar.document.state == "failed"
    opened.actions_table.action("saved").trigger()
    assert "is held by another program" in opened.band.sentence
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not session.is_saving and session.claims()[0].veracity == "partly")
    opened.refresh()
    assert opened.top_bar.document.state == "saved" and not opened.band.sentence
    assert session.claims()[1].veracity is None and project.redo_label() == "set_verdict"
    assert [entry.action for entry in session.history(key)] == ["do", "do"]
    assert project.check() == []


def test_typed_words_stay_in_their_field_while_another_program_reads(
    opened: MainWindow, other: sqlite3.Connection, qtbot: QtBot
) -> None:
    """A reader stops an edit only at its end. The words are in the field until they are in the file, those typed
    meanwhile too, and leaving waits for them."""
    session = opened.session
    key, path = session.claims()[0].id, path_of(opened)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM log").fetchone()
    type_note(opened, "上半句")
    assert opened.contents is not None
    field = opened.contents.inspector.claim_page.note
    assert not field.flush() and field.pending() == {key: "上半句"} and session.is_saving
    field.field.setPlainText("上半句，下半句")
    qtbot.wait(120)
    assert field.pending() == {key: "上半句，下半句"}
    opened.files.close_project()
    assert session.project is not None and "still being written" in opened.band.sentence
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: session.project is None)
    with Project.open(path) as there:
        assert {claim.id: claim.note for claim in there.claims()}[key] == "上半句，下半句"
        there.undo()  # it stays one step of typing
        assert not there.claims()[0].note and there.undo_label() is None


def test_an_edit_that_waits_can_be_called_off_and_the_project_left(
    opened: MainWindow, other: sqlite3.Connection, qtbot: QtBot
) -> None:
    """A program that never lets go keeps nobody in the window, and none of its threads stays."""
    session, path = opened.session, path_of(opened)
    other.execute("BEGIN EXCLUSIVE")
    session.do(SetVerdict(session.claims()[0].id, "mostly"))
    assert session.history(session.claims()[0].id) == ()
    opened.files.close_project()
    assert session.project is not None
    opened.band.buttons[0].click()
    qtbot.waitUntil(lambda: session.project is None and not opened.jobs.running)
    other.execute("ROLLBACK")
    with Project.open(path, read_only=True) as there:
        assert there.claims()[0].veracity is None and there.check() == []


def test_a_held_file_shows_no_history_and_nothing_breaks(
    opened: MainWindow, other: sqlite3.Connection
) -> None:
    """While a program writes the file, a claim that is selected shows no history, and nothing waits or breaks."""
    session = opened.session
    claim = session.claims()[0].id
    session.do(SetVerdict(claim, "mostly"))
    other.execute("BEGIN EXCLUSIVE")
    assert session.history(claim) == ()
    session.select("claim", session.claims()[1].id)
    session.select("claim", claim)
    opened.refresh()
    other.execute("ROLLBACK")
    assert len(session.history(claim)) == 1 and not opened.band.sentence


def test_another_project_in_the_place_is_not_written(opened: MainWindow, tmp_path: Path) -> None:
    """A stick that is not the one that was pulled out keeps what is on it."""
    path = path_of(opened)
    with Project.open(path, read_only=True) as project:
        project.save_copy(tmp_path / "other.prv")
    connection = sqlite3.connect(tmp_path / "other.prv")
    connection.execute("UPDATE book SET value = 'another' WHERE key = 'id'")
    connection.commit()
    connection.close()
    path.unlink()
    shutil.copy(tmp_path / "other.prv", path)
    before = path.read_bytes()
    assert not opened.session.reconnect()
    assert "Another project" in opened.band.sentence
    assert path.read_bytes() == before


def test_a_full_disk_keeps_the_words_and_offers_a_copy(opened: MainWindow) -> None:
    """The step is told as not saved, the words stay, and are saved as soon as there is room."""
    project = opened.session.project
    assert project is not None
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count = {pages}")
    words = "长" * 30_000
    type_note(opened, words)
    opened.actions_table.action("saved").trigger()
    opened.refresh()
    assert "disk is full" in opened.band.sentence and opened.top_bar.document.state == "failed"
    assert [button.text() for button in opened.band.buttons] == ["Save a copy…"]
    project._connection.execute("PRAGMA max_page_count = 1000000")
    opened.actions_table.action("saved").trigger()
    opened.refresh()
    assert opened.band.sentence.startswith("Everything is saved") and opened.top_bar.document.state == "saved"
    assert project.claims()[0].note == words


def test_a_damaged_project_is_repaired_from_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    """It is refused with a sentence and a key; the repair reports, keeps the original, and opens what came out."""
    path = path_of(opened)
    key = opened.session.claims()[0].id
    opened.session.do(SetNote(key, "受损之前" * 300))
    opened.files.close_project()
    data = bytearray(path.read_bytes())
    place = data.rindex("受损之前受损之前".encode()) // 4096 * 4096
    data[:100] = bytes(100)
    path.write_bytes(data)
    assert place
    opened.open_file(path)
    qtbot.waitUntil(lambda: bool(opened.band.buttons) and opened.band.buttons[0].text() == "Repair…")
    opened.band.buttons[0].click()
    dialog = opened.findChild(RepairDialog)
    assert dialog is not None and dialog.title.text() == f"“{path.name}” cannot be opened"
    dialog.finish()
    qtbot.waitUntil(lambda: dialog.repaired is not None)
    assert dialog.repaired is not None and dialog.repaired.original.read_bytes() == data
    told = " ".join(label.text() for label in dialog.report.findChildren(QLabel))
    assert "The log is whole" in told and dialog.repaired.original.name in told
    with qtbot.waitSignal(opened.ready, timeout=10_000):
        dialog.finish()
    claim = opened.session.claim(key)
    assert claim is not None and claim.note == "受损之前" * 300


def test_what_cannot_be_repaired_says_so(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """The dialog stays, says why and that the file was left as it was."""
    path = tmp_path / "rubbish.prv"
    path.write_bytes(b"rubbish" * 2000)
    opened.open_file(path)
    qtbot.waitUntil(lambda: bool(opened.band.buttons))
    opened.band.buttons[0].click()
    dialog = opened.findChild(RepairDialog)
    assert dialog is not None
    dialog.finish()
    qtbot.waitUntil(lambda: dialog.done_button.text() == "Try again")
    assert "cannot be repaired" in dialog.lead.text()
    assert path.read_bytes() == b"rubbish" * 2000
