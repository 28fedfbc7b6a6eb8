"""What is kept for painting is let go when no project is open."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from gui import kept
from gui.mainwindow import MainWindow
from gui.shell import Shell
from gui.theme import report_font
from gui.views.controls import marks
from tests.gui.walking import in_use

#: Signs that no other test draws, each in sizes that no text of the window has.
_SIGNS = "".join(map(chr, range(0x9000, 0x9000 + 400)))
_SIZES = (41, 42, 43, 44)


def test_a_closed_project_leaves_no_words_measured(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of one report are not those of the next; with a project open in another window they stay."""
    let_go: list[bool] = []
    monkeypatch.setattr(kept, "let_go", lambda: let_go.append(True))
    shell = Shell.__new__(Shell)
    shell.windows, shell.past = [opened], None
    shell._rest()
    assert let_go == []
    opened.actions_table.action("close_project").trigger()
    assert let_go, "the window's own shell hears of it"


@pytest.mark.usefixtures("qtbot")
def test_what_was_measured_is_measured_again() -> None:
    """Letting go changes nothing that is seen."""
    font = report_font(17)
    before = marks._fitted("增长6.5%", font, 300.0, Qt.TextElideMode.ElideRight)
    width = QFontMetricsF(font).horizontalAdvance("增")
    assert marks._fitted.cache_info().currsize > 0
    kept.let_go()
    assert marks._fitted.cache_info().currsize == 0
    assert marks._fitted("增长6.5%", font, 300.0, Qt.TextElideMode.ElideRight) == before
    assert QFontMetricsF(font).horizontalAdvance("增") == width


@pytest.mark.usefixtures("qtbot")
@pytest.mark.skipif(sys.platform != "linux" or not in_use(), reason="another C library")
def test_glyphs_of_every_size_go_with_the_project() -> None:
    """Qt keeps those of each size that was ever drawn: a report read in all sizes left twenty megabytes."""
    picture = QImage(400, 100, QImage.Format.Format_ARGB32_Premultiplied)
    kept.let_go()
    before = in_use()
    painter = QPainter(picture)
    for size in _SIZES:
        painter.setFont(report_font(size))
        painter.drawText(0, 60, _SIGNS)
    painter.end()
    drawn = in_use()
    assert drawn - before > 1
    kept.let_go()
    assert in_use() - before < (drawn - before) / 4
