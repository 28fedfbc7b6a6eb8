"""The line over a list: a filter, and at its right a word that changes what the list shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import WordButton, paint_text


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
        self.field = QLineEdit(self)
        self.field.setFont(app_font(12))
        self.field.textChanged.connect(self.filtered)
        self.field.installEventFilter(self)
        self.cycle = WordButton(theme, self)
        self.cycle.clicked.connect(self.pressed)
        self.setFixedHeight(30)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(32, 0, 12, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.cycle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def describe(self, hint: str, word: str, effect: str, last: str) -> None:
        """Set the filter's hint, the cycling word with what pressing it does, and the last column's word."""
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.cycle.setText(word)
        self.cycle.setToolTip(effect)
        self.cycle.setAccessibleName(f"{word}. {effect}")
        self.cycle.setVisible(bool(word))
        self._last = last
        width = round(QFontMetricsF(app_font(11)).horizontalAdvance(last)) + 6 if last else 0
        self._row.setContentsMargins(32, 0, 8 + width, 0)
        self.cycle.updateGeometry()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                had_words = bool(self.field.text())
                self.field.clear()
                if not had_words:
                    self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "accent" if self.field.text() else "muted"
        self._theme.paint_icon(painter, "filter", QRectF(14, 8, 14, 14), token)
        if self._last:
            place = QRectF(0, 0, self.width() - 12, self.height())
            color = self._theme.color("muted")
            paint_text(painter, place, self._last, app_font(11), color, Qt.AlignmentFlag.AlignRight)

    def _restyle(self) -> None:
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(self._theme.hex("muted")))
        self.field.setPalette(palette)
        self.update()
