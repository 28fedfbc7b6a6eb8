"""A large file becomes evidence while the window goes on."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.project import AttachEvidence, EvidenceDraft, SetNote, SetVerdict
from core.project.transaction import Transaction
from gui.mainwindow import MainWindow
from gui.mainwindow.attaching import LARGE
from gui.views.navigator.navigator import _TABS
from gui.views.text.dropping import Dropped


def large_file(folder: Path) -> Path:
    file = folder / "年鉴.pdf"
    file.write_bytes(b"0123456789abcdef" * (LARGE // 16 + 1))
    return file


def test_a_large_file_is_copied_aside_and_edits_meanwhile_follow_it(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nothing that is decided while the file is copied may be lost, and it comes after the file in the log."""
    session, file = opened.session, large_file(tmp_path)
    claim = session.claims()[0]
    with qtbot.waitSignal(session.changed):
        opened.attaching.take(claim.id, (Dropped("file", str(file)),))
        assert session.is_saving
        assert session.do(SetVerdict(claim.id, "mostly"))
    qtbot.waitUntil(lambda: not session.is_saving and session.claims()[0].veracity == "mostly")
    project = session.project
    assert project is not None
    (item,) = project.evidence()
    assert item.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert session.claims()[0].evidence[0].evidence == item.id
    assert project.undo_label() == "set_verdict"


def test_calling_a_large_file_off_leaves_nothing_behind(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Esc takes the copy back whole; the next edit works."""
    session = opened.session
    claim = session.claims()[0]
    opened.attaching.take(claim.id, (Dropped("file", str(large_file(tmp_path))),))
    assert opened.jobs.cancel({"edit"})
    qtbot.waitUntil(lambda: not session.is_saving)
    project = session.project
    assert project is not None
    attached = len(project.evidence())
    assert len(session.claims()[0].evidence) == attached  # in whole or not at all, whichever came first
    assert session.do(SetVerdict(claim.id, "partly"))


def test_closing_waits_for_the_file_and_keeps_what_was_decided(opened: MainWindow, tmp_path: Path) -> None:
    """A project closed in the middle of copying holds the file and the edits that waited."""
    from core.project import Project

    session = opened.session
    claim = session.claims()[0]
    project = session.project
    assert project is not None
    path = project.path
    session.do_aside(AttachEvidence(claim.id, EvidenceDraft(), file=large_file(tmp_path)))
    session.do(SetVerdict(claim.id, "refuted"))
    session.close()
    with Project.open(path, read_only=True) as again:
        assert len(again.evidence()) == 1
        assert again.claims()[0].veracity == "refuted"


def test_a_file_that_is_gone_is_told_and_the_session_goes_on(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """A large file that vanishes between drop and copy gives its sentence, not a stuck window."""
    session, file = opened.session, large_file(tmp_path)
    claim = session.claims()[0]
    edit = AttachEvidence(claim.id, EvidenceDraft(), file=file)
    file.unlink()
    with qtbot.waitSignal(session.failed):
        session.do_aside(edit)
    qtbot.waitUntil(lambda: not session.is_saving)
    assert session.do(SetVerdict(claim.id, "partly"))


@dataclass(frozen=True, slots=True)
class Slow(SetNote):
    """An edit that is being written until it is let go."""

    go: threading.Event = field(default_factory=threading.Event)

    def apply(self, tx: Transaction) -> None:
        assert self.go.wait(10)
        SetNote.apply(self, tx)


def test_the_window_asks_nothing_of_the_file_while_it_is_written(opened: MainWindow, qtbot: QtBot) -> None:
    """A commit of a large file on a slow stick takes half a minute; whoever asked would stand still as long."""
    session, project = opened.session, opened.session.project
    assert project is not None and opened.contents is not None
    claims = session.claims()
    session.do(SetVerdict(claims[5].id, "mostly"))
    opened.refresh()
    edit = Slow(claims[0].id, "x")
    session.do_aside(edit)
    asked: list[str] = []
    window = threading.get_ident()
    project._connection.set_trace_callback(
        lambda statement: asked.append(statement) if threading.get_ident() == window else None
    )
    try:
        for claim in claims[:8]:
            session.select("claim", claim.id)
            opened.contents.inspector.claim_page.note.field.setPlainText("meanwhile")
            opened.refresh()
        for tab in _TABS:
            opened.contents.navigator.show_tab(tab)
        opened.contents.inspector.menu()
        opened.many.menu([claims[0].id, claims[1].id])
        opened.attaching.ask(claims[2].id, "quote").reject()
        opened.actions_table.action("undo").trigger()
        assert asked == []
    finally:
        project._connection.set_trace_callback(None)
        edit.go.set()
    qtbot.waitUntil(lambda: not session.is_saving)
    now = {claim.id: claim for claim in session.claims()}
    assert [now[claim.id].note for claim in claims[:8]] == ["meanwhile"] * 7 + [""]  # the last one was undone


def test_a_draft_typed_while_a_file_is_written_is_kept_after_it(opened: MainWindow, qtbot: QtBot) -> None:
    """The file cannot take it in the middle of something else, and is not damaged for that."""
    session, project = opened.session, opened.session.project
    assert project is not None
    edit = Slow(session.claims()[0].id, "x")
    dialog = opened.attaching.ask(session.claims()[1].id, "quote")
    session.do_aside(edit)
    dialog.words_field.setPlainText("写到一半")
    qtbot.wait(700)
    edit.go.set()
    qtbot.waitUntil(lambda: bool(project.take_drafts()))
    assert opened.band.sentence == ""
