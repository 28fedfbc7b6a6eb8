"""The report's words in Song, its figures tinted, an accent rule at the left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model import Span
from core.text import on_one_line
from gui.theme import Theme
from gui.views.controls import paint_focus, quote_font
from gui.views.highlights import Utf16

_LINE: Final = 28
_LEFT: Final = 14
#: Two signs that are not seen stand for a mark of emphasis (**): figures keep their places.
_EMPHASIS: Final = "\u2060\u2060"
_UNPRINTED = str.maketrans(dict.fromkeys("\r\n\t\u3000\u2028\u2029", "\u200b"))


class Quote(QWidget):
    """A quote of the report.

    Signals:
        pressed(): clicked, or Enter was pressed on it: show its place.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, size: int = 16) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QTextLayout()
        self._size = size
        self._figures: list[tuple[int, int]] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_quote(self, words: str, figures: Sequence[Span] = ()) -> None:
        """Show `words`; `figures` are spans into them. Line breaks of the page are left out."""
        offsets = Utf16(words)
        self._figures = [(offsets.units(span.start), offsets.units(span.end)) for span in figures]
        self._layout = QTextLayout(words.replace("**", _EMPHASIS).translate(_UNPRINTED), quote_font(words, self._size))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.setAccessibleName(on_one_line(words))
        self._break()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(0, 3, 3, self.height() - 6), 1.5, 1.5)
        painter.setBrush(self._theme.color("metric_tint"))
        for start, end in self._figures:
            for rect in self._boxes(start, end):
                painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(self._theme.color("text"))
        self._layout.draw(painter, QPointF(_LEFT, 0))
        if self.hasFocus():
            paint_focus(painter, self._theme, QRectF(self.rect()), 5)

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        boxes = []
        for place in range(self._layout.lineCount()):
            line = self._layout.lineAt(place)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                boxes.append(QRectF(_LEFT + left - 1, place * _LINE + 2, right - left + 2, _LINE - 6))
        return boxes

    def _break(self) -> None:
        width = max(40.0, self.width() - _LEFT - 2.0)
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * _LINE + (_LINE - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        self.setFixedHeight(max(1, count) * _LINE)
        self.update()


def _x(place: object) -> float:
    """`cursorToX` gives a number, or a pair with the cursor, by PySide's version."""
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]  # a number then
