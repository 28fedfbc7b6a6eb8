"""A large file becomes evidence while the window goes on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.project import AttachEvidence, EvidenceDraft, SetVerdict
from gui.mainwindow import MainWindow
from gui.mainwindow.attaching import LARGE
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
    session.do_aside(AttachEvidence(claim.id, EvidenceDraft(), file=large_file(tmp_path)), opened.jobs)
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
        session.do_aside(edit, opened.jobs)
    qtbot.waitUntil(lambda: not session.is_saving)
    assert session.do(SetVerdict(claim.id, "partly"))
