"""Fields that the program has filled: a dotted line under what was proposed, the reason where the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.sheet import Choice
from gui.theme import Theme

_INSET = 11
_LIFT = 6.5


class GuessedLine(QLineEdit):
    """A line that may hold a proposal. As soon as a person writes something else it is theirs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._proposed = ""
        self._reason = ""
        self._hints: tuple[str, ...] = ()
        self.textChanged.connect(self._tell)

    @property
    def is_guess(self) -> bool:
        """Whether what stands there is what the program proposed."""
        return bool(self._proposed) and self.text().strip() == self._proposed

    def propose(self, value: str, reason: str) -> None:
        """Propose a value with the reason for it; what a person wrote stays."""
        untouched = not self.text().strip() or self.is_guess
        self._proposed, self._reason = value, reason
        if untouched:
            self.setText(value)
            self.setCursorPosition(0)
        self._tell()

    def set_hints(self, *hints: str) -> None:
        """What stands there while it is empty: the first that has room, or else the last."""
        self._hints = hints
        self._show_hint()

    def _tell(self) -> None:
        reason = self._reason if self.is_guess else ""
        hidden = self.text() if self._width_of(self.text()) > self._room else ""  # the end of a long title
        self.setToolTip("\n".join(filter(None, (hidden, reason))))
        self.setAccessibleDescription(reason)
        self.update()

    @property
    def _room(self) -> int:
        return self.width() - 2 * _INSET

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _show_hint(self) -> None:
        if self._hints:
            self.setPlaceholderText(next((each for each in self._hints if self._width_of(each) <= self._room),
                                         self._hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_guess:
            paint_dots(self, self._theme, min(self._width_of(self.text()), self._room))


class GuessedChoice(Choice):
    """One of several that may be a proposal."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._look = theme
        self._proposed = ""
        self._reason = ""
        self.chosen.connect(self._tell)

    @property
    def is_guess(self) -> bool:
        """Whether the option that is on is what the program proposed."""
        return bool(self._proposed) and self.key == self._proposed

    def propose(self, value: str, reason: str) -> None:
        """Propose an option with the reason for it; what a person chose stays."""
        untouched = not self.key or self.is_guess
        self._proposed, self._reason = value, reason
        if untouched:
            self.set_key(value)
        self._tell()

    def _tell(self, *_: object) -> None:
        words = self._reason if self.is_guess else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_guess:
            paint_dots(self, self._look, self.fontMetrics().horizontalAdvance(self.text()))


def paint_dots(widget: QWidget, theme: Theme, width: float) -> None:
    """Dots under the words of a field, from its left."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("line"), 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.4])
    painter.setPen(pen)
    y = widget.height() - _LIFT
    painter.drawLine(QLineF(_INSET, y, _INSET + width, y))
