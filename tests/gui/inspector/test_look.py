"""A large look at evidence: what is in the file is what is shown, page by page, and the window stays alive."""

from __future__ import annotations

from pathlib import Path

import typst
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.project import AttachEvidence, EvidenceDraft
from gui.session import Session
from gui.views.inspector import Inspector
from gui.views.inspector.look import EvidenceLook


def look_at(
    qtbot: QtBot, inspector: Inspector, session: Session, file: Path, draft: EvidenceDraft | None = None
) -> EvidenceLook:
    """Attach a file to the first claim and look at it, when it is read."""
    claim = session.claims()[0].id
    session.do(AttachEvidence(claim, draft or EvidenceDraft(), file=file))
    project = session.project
    assert project is not None
    look = inspector.looking.look(project.evidence()[-1])
    assert look is not None
    qtbot.waitUntil(lambda: look.shown is not None, timeout=10_000)
    return look


def test_pages_are_turned_and_the_locator_chooses_the_first(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    """A locator that names a page opens there; PageUp and PageDown turn."""
    file = tmp_path / "a.pdf"
    file.write_bytes(typst.compile(b"a #pagebreak() b #pagebreak() c", ignore_system_fonts=True))
    look = look_at(qtbot, inspector, session, file, EvidenceDraft(locator="第 2 页，表 1"))
    assert look.page_words.text() == "2 / 3"
    qtbot.keyClick(look, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: look.page_words.text() == "3 / 3" and not look.next.isEnabled(), timeout=10_000)
    qtbot.keyClick(look, Qt.Key.Key_PageDown)
    assert look.page_words.text() == "3 / 3"
    assert "verified" in look.state.text()


def test_words_tables_and_pictures_are_shown_as_they_are(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    """The kinds of file that a reviewer receives."""
    words, table, picture = tmp_path / "a.txt", tmp_path / "b.csv", tmp_path / "c.png"
    words.write_text("关于2023年指标完成情况的说明。", encoding="gb18030")
    table.write_text("指标,数值\n粮食产量,12.5\n", encoding="utf-8")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(picture))
    assert look_at(qtbot, inspector, session, words).words.toPlainText().startswith("关于2023年")
    cells = look_at(qtbot, inspector, session, table).table
    assert [cells.item(1, column).text() for column in range(2)] == ["粮食产量", "12.5"]  # type: ignore[union-attr]
    shown = look_at(qtbot, inspector, session, picture).picture.pixmap()
    assert (shown.width(), shown.height()) == (300, 200)
    assert shown.toImage().pixelColor(5, 5).name() == "#336699"


def test_a_file_that_cannot_be_shown_says_why(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    """A blank window would leave the reviewer guessing."""
    broken = tmp_path / "a.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    assert "a.pdf" in look_at(qtbot, inspector, session, broken).nothing.text()


def test_space_on_a_card_looks_and_space_again_closes(
    qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path
) -> None:
    """From the keyboard, as in a file manager."""
    file = tmp_path / "a.txt"
    file.write_text("证明材料", encoding="utf-8")
    claim = session.claims()[0].id
    session.do(AttachEvidence(claim, EvidenceDraft(), file=file))
    session.select("claim", claim)
    qtbot.keyClick(inspector.claim_page.evidence.cards[0], Qt.Key.Key_Space)
    look = inspector.findChild(EvidenceLook)
    assert look is not None
    qtbot.waitUntil(lambda: look.words.toPlainText() == "证明材料", timeout=10_000)
    qtbot.keyClick(look, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: inspector.findChild(EvidenceLook) is None)


def test_another_project_closes_the_look(qtbot: QtBot, inspector: Inspector, session: Session, tmp_path: Path) -> None:
    """Evidence of one review must not stay on the screen of the next."""
    file = tmp_path / "a.txt"
    file.write_text("证明材料", encoding="utf-8")
    look_at(qtbot, inspector, session, file)
    session.close()
    qtbot.waitUntil(lambda: inspector.findChild(EvidenceLook) is None)
