"""A crash loses no sentence: what is half typed is in the project, and comes back where it was."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.mainwindow import MainWindow


def drafts(window: MainWindow) -> dict[str, str]:
    """What the file holds, as a window after the crash would read it."""
    project = window.session.project
    assert project is not None
    with Project.open(project.path, read_only=True) as opened:
        return opened.take_drafts()


def test_an_entry_half_typed_is_there_again(opened: MainWindow, qtbot: QtBot) -> None:
    """The dialog is opened on the same claim again after the program died with it."""
    claim = opened.session.claims()[0].id
    dialog = opened.attaching.ask(claim, "quote")
    dialog.words_field.setPlainText("原文写到一半")
    dialog.fields.provider.setText("统计局")
    qtbot.waitUntil(lambda: bool(drafts(opened)), timeout=5_000)
    again = opened.attaching.ask(claim, "quote")  # the first one was never finished
    assert again.words_field.toPlainText() == "原文写到一半"
    assert again.fields.provider.text() == "统计局"
    again.finish()
    assert drafts(opened) == {}


def test_giving_up_drops_the_draft(opened: MainWindow, qtbot: QtBot) -> None:
    """Esc means that it is not wanted any more."""
    dialog = opened.attaching.ask(None, "quote")
    dialog.words_field.setPlainText("不要了")
    qtbot.waitUntil(lambda: bool(drafts(opened)), timeout=5_000)
    dialog.reject()
    assert drafts(opened) == {}
    assert opened.attaching.ask(None, "quote").words_field.toPlainText() == ""


def test_typing_without_a_pause_is_saved_as_it_goes_and_stays_one_step(opened: MainWindow, qtbot: QtBot) -> None:
    """A long rationale written in one go must not wait for the first pause."""
    claim = opened.session.claims()[0]
    opened.session.select("claim", claim.id)
    assert opened.contents is not None
    field = opened.contents.inspector.claim_page.rationale.field
    for _ in range(80):
        field.insertPlainText("字")
        qtbot.wait(40)  # shorter than a pause, for longer than may be lost
        now = opened.session.claim(claim.id)
        if now is not None and now.verdict is not None and now.verdict.rationale:
            break
    else:
        pytest.fail("nothing was saved while typing went on")
    opened.contents.inspector.flush()
    opened.session.undo()
    now = opened.session.claim(claim.id)
    assert now is not None
    assert now.verdict is None or not now.verdict.rationale
