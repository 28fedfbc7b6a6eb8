"""The line over a list: a filter, and at its right a word that changes what the list shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import FilterField, WordButton, paint_text


class ListHead(QWidget):
    """Filter field, a word that cycles what is shown, and a fixed word over the last column.

    Signals:
        filtered(str): the filter's words changed.
        pressed(): the cycling word was pressed.
        left(): the person is done filtering and wants the list.
    """

    filtered = Signal(str)
    pressed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = ""
        self.field = FilterField(theme, self)
        self.field.textChanged.connect(self.filtered)
        self.field.entered.connect(self.left)
        self.field.left.connect(self.left)
        self.cycle = WordButton(theme, self)
        self.cycle.clicked.connect(self.pressed)
        self.setFixedHeight(30)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 0, 12, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.cycle)

    def describe(self, hint: str, word: str, effect: str, last: str) -> None:
        """Set the filter's hint, the cycling word with what pressing it does, and the last column's word."""
        self.field.describe(hint)
        self.cycle.setText(word)
        self.cycle.setToolTip(effect)
        self.cycle.setAccessibleName(f"{word}. {effect}")
        self.cycle.setVisible(bool(word))
        self._last = last
        width = round(QFontMetricsF(app_font(11)).horizontalAdvance(last)) + 6 if last else 0
        self._row.setContentsMargins(32, 0, 8 + width, 0)
        self.cycle.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "accent" if self.field.text() else "muted"
        self._theme.paint_icon(painter, "filter", QRectF(14, 8, 14, 14), token)
        if self._last:
            place = QRectF(0, 0, self.width() - 12, self.height())
            color = self._theme.color("muted")
            paint_text(painter, place, self._last, app_font(11), color, Qt.AlignmentFlag.AlignRight)
