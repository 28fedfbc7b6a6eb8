"""A tick box drawn by us: the style's own cannot be seen on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.theme import Theme, app_font
from gui.views.controls.marks import paint_focus, paint_text

BOX = 14


class TickBox(QAbstractButton):
    """Words with a box before them that is on or off."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(26)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(app_font(12)).horizontalAdvance(self.text())) + BOX + 20, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_tick(painter, self._theme, QRectF(4, (box.height() - BOX) / 2, BOX, BOX), on=self.isChecked())
        words = box.adjusted(BOX + 11, 0, -4, 0)
        paint_text(painter, words, self.text(), app_font(12), self._theme.color("text2"))
        if self.hasFocus():
            paint_focus(painter, self._theme, box, 5)


def paint_tick(painter: QPainter, theme: Theme, box: QRectF, *, on: bool) -> None:
    """The box, with a tick in it when it is on."""
    painter.setPen(theme.color("accent" if on else "line"))
    painter.setBrush(theme.color("accent") if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        theme.paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), "on_accent")
