"""Nothing is selected: three lines on what to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, app_font
from gui.views.controls import paint_text
from gui.views.inspector.page import INSET


class BlankPage(QWidget):
    """Keys and what they do, one line each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[tuple[str, str]] = []

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show pairs of a key and what it does; a line without a key is words alone."""
        self._lines = lines
        self.setAccessibleName(". ".join(f"{key} {words}".strip() for key, words in lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 20 + 30 * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = app_font(11)
        widest = max((QFontMetricsF(font).horizontalAdvance(key) for key, _ in self._lines if key), default=0.0) + 12
        for place, (key, words) in enumerate(self._lines):
            row = QRectF(INSET, 8 + place * 30, self.width() - 2 * INSET, 30)
            left = 0.0
            if key:
                cap = QRectF(row.left(), row.center().y() - 9, max(20.0, widest), 18)
                painter.setPen(QPen(self._theme.color("border"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                middle = Qt.AlignmentFlag.AlignHCenter
                paint_text(painter, cap, key, font, self._theme.color("muted"), middle)
                left = cap.width() + 10
            paint_text(painter, row.adjusted(left, 0, 0, 0), words, app_font(12), self._theme.color("text2"))
