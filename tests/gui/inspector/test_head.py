"""The line over the inspector's pages, where there is little room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.views.inspector.head import Head


def pixels(head: Head, words: str) -> QImage:
    """The count as it is painted."""
    head.count.setText(words)
    return head.count.grab().toImage()


def test_a_reason_without_room_ends_in_dots(qtbot: QtBot, theme: Theme) -> None:
    """“dismissed: A common way of speaking” ended in the middle of its words, as if that were all."""
    head = Head(theme, None)  # type: ignore[arg-type]  # it stands alone here
    qtbot.addWidget(head)
    head.resize(300, 44)
    head.title.setText("Claim 12")
    head.show()
    reason = "dismissed: the writer says so in every report of the last ten years"
    cut = head.count.fontMetrics().elidedText(reason, Qt.TextElideMode.ElideRight, head.count.width())
    assert cut.endswith("…") and pixels(head, reason) == pixels(head, cut)
    assert head.width() == 300
