"""Closing the window or the project loses nothing: not what is being written, not what could not be saved."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from core.project import Project, ProjectError, SetNote, SetRationale, SetVerdict
from gui.dialogs.evidence import EvidenceDialog
from gui.jobs import Progress
from gui.mainwindow import MainWindow
from gui.mainwindow.attaching import LARGE
from gui.views.text.dropping import Dropped


def project_of(window: MainWindow) -> Project:
    """The open project."""
    assert window.session.project is not None
    return window.session.project


def type_note(window: MainWindow, words: str) -> str:
    """Type into the note of the first claim without leaving the field; gives the claim's id."""
    assert window.contents is not None
    key = window.session.claims()[0].id
    window.session.select("claim", key)
    window.contents.inspector.claim_page.note.field.setPlainText(words)
    return key


def large_file(folder: Path) -> Path:
    file = folder / "年鉴.pdf"
    file.write_bytes(b"0123456789abcdef" * (LARGE // 16 + 1))
    return file


@pytest.fixture
def full(opened: MainWindow) -> Iterator[MainWindow]:
    """A window whose disk is full."""
    project = project_of(opened)
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count = {pages}")
    return opened


def test_the_window_stays_open_with_words_that_could_not_be_saved(full: MainWindow) -> None:
    """It says why; when there is room again it saves them and closes."""
    key = type_note(full, "长" * 30_000)
    assert not full.close()
    assert full.isVisible() and "disk is full" in full.band.sentence
    project_of(full)._connection.execute("PRAGMA max_page_count = 1000000")
    path = project_of(full).path
    assert full.close()
    with Project.open(path) as again:
        assert {claim.id: claim.note for claim in again.claims()}[key] == "长" * 30_000


def test_a_copy_elsewhere_has_the_words_that_could_not_be_saved(
    full: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Then nothing is lost any more, the window closes, and one can go on in the copy."""
    key = type_note(full, "长" * 30_000)
    assert not full.close()
    assert full.band.buttons[0].text() == "Save a copy elsewhere…"
    with qtbot.waitSignal(full.exporting.copied):
        full.exporting.copy(tmp_path / "copy.prv")
    with Project.open(tmp_path / "copy.prv", read_only=True) as copy:
        assert {claim.id: claim.note for claim in copy.claims()}[key] == "长" * 30_000
    with qtbot.waitSignal(full.ready):
        full.band.buttons[0].click()
    assert project_of(full).path == tmp_path / "copy.prv"


def test_words_can_be_given_up_knowingly(full: MainWindow) -> None:
    """Who wants to leave without them says so."""
    type_note(full, "长" * 30_000)
    full.files.close_project()
    assert full.session.project is not None
    full.band.buttons[1].click()
    assert full.session.project is None


def test_another_project_is_not_shown_over_words_that_could_not_be_saved(
    full: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is let go of again, so that another window may have it, and opened when the person says so."""
    path = project_of(full).path
    project_of(full).save_copy(tmp_path / "other.prv")
    type_note(full, "长" * 30_000)
    full.open_file(tmp_path / "other.prv")
    qtbot.waitUntil(lambda: "not in the file" in full.band.sentence)
    assert project_of(full).path == path
    with Project.open(tmp_path / "other.prv") as free:
        assert not free.read_only
    with qtbot.waitSignal(full.ready):
        full.band.buttons[1].click()
    assert project_of(full).path == tmp_path / "other.prv"


def test_closing_waits_for_evidence_and_then_closes(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """A large file that was just attached is in the project, not thrown away."""
    path = project_of(opened).path
    opened.attaching.take(opened.session.claims()[0].id, (Dropped("file", str(large_file(tmp_path))),))
    key = type_note(opened, "meanwhile")
    assert not opened.close()
    assert "still being written" in opened.band.sentence
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=10_000)
    with Project.open(path, read_only=True) as again:
        assert len(again.evidence()) == 1
        assert {claim.id: claim.note for claim in again.claims()}[key] == "meanwhile"


def test_closing_waits_for_an_export_unless_told_otherwise(opened: MainWindow, qtbot: QtBot) -> None:
    """Stay keeps the window open when it is done; stopping closes at once."""
    gate: list[str] = []

    def work(progress: Progress) -> None:
        while not gate:
            progress(0.5)

    job = opened.jobs.start(work, done=lambda _none: None, failed=lambda _error: None, name="export")
    assert not opened.close()
    opened.band.buttons[1].click()
    with qtbot.waitSignal(job.finished):
        gate.append("done")
    assert opened.isVisible()
    gate.clear()
    opened.jobs.start(work, done=lambda _none: None, failed=lambda _error: None, name="export")
    assert not opened.close()
    opened.band.buttons[0].click()
    assert not opened.isVisible()


def test_evidence_that_cannot_be_written_keeps_the_window_open(
    full: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """What was waited for did not come to be, so that is to be read before the window goes."""
    full.attaching.take(None, (Dropped("file", str(large_file(tmp_path))),))
    assert not full.close()
    with qtbot.waitSignal(full.session.failed):
        pass
    qtbot.wait(50)
    assert full.isVisible() and "disk is full" in full.band.sentence


def test_words_typed_while_a_file_is_written_outlive_a_failure(
    full: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """They stay in their field as unsaved, and are saved when there is room."""
    assert full.contents is not None
    full.attaching.take(None, (Dropped("file", str(large_file(tmp_path))),))
    key = type_note(full, "长" * 30_000)
    assert not full.contents.inspector.flush()
    qtbot.waitUntil(lambda: not full.session.is_saving)
    assert full.pending() == (SetNote(key, "长" * 30_000),)
    project_of(full)._connection.execute("PRAGMA max_page_count = 1000000")
    assert full.contents.inspector.flush()
    assert full.pending() == ()


def test_undo_after_words_typed_while_a_file_is_written_takes_the_words_back(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The order of what a person did is kept."""
    opened.session.do(SetVerdict(opened.session.claims()[1].id, "mostly"))
    opened.refresh()
    opened.attaching.take(None, (Dropped("file", str(large_file(tmp_path))),))
    key = type_note(opened, "meanwhile")
    opened.actions_table.action("undo").trigger()
    qtbot.waitUntil(lambda: not opened.session.is_saving)
    project = project_of(opened)
    assert len(project.evidence()) == 1
    assert project.redo_label() == "set_note"
    assert {claim.id: claim.note for claim in project.claims()}[key] == ""


def test_a_file_replaced_while_open_is_told_and_the_window_holds_the_old_state(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A sync program that puts another copy there must not make edits vanish: a copy has the window's state, and
    trying again goes on with the file that is there now."""
    path, key = project_of(opened).path, opened.session.claims()[0].id
    project_of(opened).save_copy(tmp_path / "older.prv")
    opened.session.do(SetRationale(key, "newer"))
    shutil.copy(tmp_path / "older.prv", path.with_suffix(".sync"))
    path.with_suffix(".sync").replace(path)
    assert not opened.session.do(SetNote(key, "lost?"))
    assert "replaced by another file" in opened.band.sentence
    with qtbot.waitSignal(opened.exporting.copied):
        opened.exporting.copy(tmp_path / "rescued.prv")
    with Project.open(tmp_path / "rescued.prv", read_only=True) as copy:
        verdict = {claim.id: claim.verdict for claim in copy.claims()}[key]
        assert verdict is not None and verdict.rationale == "newer"
    assert opened.session.reconnect()
    assert opened.session.do(SetNote(key, "goes on"))
    claim = opened.session.claim(key)
    assert claim is not None and claim.verdict is None


def test_a_file_put_back_in_place_is_noticed(opened: MainWindow) -> None:
    """The same file with older content: the next edit is refused, for what it was decided on is no longer there."""
    project = project_of(opened)
    before = project.path.read_bytes()
    opened.session.do(SetNote(opened.session.claims()[0].id, "newer"))
    with project.path.open("r+b") as file:
        file.write(before)
        file.truncate()
    with pytest.raises(ProjectError) as caught:
        project.do(SetNote(opened.session.claims()[1].id, "x"))
    assert caught.value.key == "project-replaced"


def test_an_entry_that_could_not_be_written_stays_in_its_dialog(full: MainWindow) -> None:
    """All that was typed of a piece of evidence is still there, with the reason, and goes through later."""
    dialog = full.attaching.ask(full.session.claims()[0].id, "quote")
    dialog.words_field.setPlainText("长" * 15_000)
    dialog.finish()
    assert dialog.isVisible() and "disk is full" in dialog.problem.text()
    project_of(full)._connection.execute("PRAGMA max_page_count = 1000000")
    dialog.finish()
    assert project_of(full).evidence()[0].excerpt == "长" * 15_000


def test_an_entry_of_a_large_file_that_could_not_be_written_is_asked_for_again(
    full: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The dialog had closed by then, so it is opened again with what was typed."""
    dialog = full.attaching.ask(full.session.claims()[0].id)
    file = large_file(tmp_path)
    dialog.file_field.setText(str(file))
    dialog.fields.title.setText("二〇二三年年鉴")
    dialog.fields.provider.setText("统计局")
    dialog.note.setText("第三章")
    dialog.stances.set_current("refutes")
    dialog.finish()
    qtbot.waitUntil(lambda: not full.session.is_saving)
    again = full.findChildren(EvidenceDialog)[-1]
    assert again is not dialog and again.isVisible() and "disk is full" in again.problem.text()
    assert (again.fields.title.text(), again.fields.provider.text()) == ("二〇二三年年鉴", "统计局")
    assert (again.note.text(), again.stances.current, again.file_field.text()) == ("第三章", "refutes", str(file))


def test_a_reason_that_could_not_be_written_stays_in_its_dialog(full: MainWindow) -> None:
    """A reason of one's own is work, too."""
    full.session.select("claim", full.session.claims()[0].id)
    dialog = full.reviewing.dismiss()
    assert dialog is not None
    dialog.field.setText("长" * 30_000)
    dialog.finish()
    assert dialog.isVisible() and dialog.field.text() and "disk is full" in dialog.problem.text()


def test_a_definition_that_could_not_be_written_stays_in_the_codebook(full: MainWindow) -> None:
    """Neither another code nor the dialog's end takes it away, unless that is wanted in the face of the problem."""
    dialog = full.record.ask_codebook()
    dialog.definition.setPlainText("长" * 30_000)
    dialog.codes.setCurrentRow(2)
    assert dialog.codes.currentRow() == 0 and "disk is full" in dialog.problem.text()
    assert dialog.definition.toPlainText() == "长" * 30_000
    project_of(full)._connection.execute("PRAGMA max_page_count = 1000000")
    dialog.codes.setCurrentRow(2)
    assert dialog.codes.currentRow() == 2 and project_of(full).tags()[0].definition == "长" * 30_000
    dialog.name.setText(project_of(full).tags()[0].name)
    dialog.reject()
    assert dialog.isVisible() and dialog.problem.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_book_is_not_pasted_into_a_note(opened: MainWindow) -> None:
    """A million characters would make each letter wait; the note stays as it was and a file is proposed."""
    assert opened.contents is not None
    type_note(opened, "before")
    field = opened.contents.inspector.claim_page.note.field
    data = QMimeData()
    data.setText("字" * 1_000_000)
    field.insertFromMimeData(data)
    assert field.toPlainText() == "before" and "20,000" in opened.band.sentence
    data.setText("字" * 10_000)
    field.insertFromMimeData(data)
    assert len(field.toPlainText()) == 10_006


def test_a_book_pasted_as_evidence_becomes_a_file(opened: MainWindow) -> None:
    """The register keeps its beginning, the file has all of it."""
    words = "一𠮷" * 20_000
    opened.attaching.take(opened.session.claims()[0].id, (Dropped("text", words),))
    (item,) = project_of(opened).evidence()
    assert item.holding == "embedded" and len(item.excerpt) == 201
    assert item.sha256 == hashlib.sha256(words.encode()).hexdigest()
