"""The field over a list: what is typed sieves it, Enter or Down goes into it, Esc takes one step out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme import Theme, app_font

#: What Qt calls the cross in a field that can be emptied.
_CLEAR = "_q_qlineeditclearaction"


class FilterField(QLineEdit):
    """A line of words over a list. With `empties` Esc first empties it, and leaves when it is empty.

    Signals:
        entered: the person is done typing and wants the list.
        left: the person wants to be where they were before.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, size: int = 12, empties: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empties = empties
        self.setFont(app_font(size))
        theme.changed.connect(self._restyle)
        self._restyle()

    def describe(self, hint: str, name: str = "") -> None:
        """Set what stands in the empty field, and its name where that is another."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)

    def take_keyboard(self) -> None:
        """Put the caret into the field; what stands there is replaced by what is typed."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self._empties and self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(self._theme.hex("muted")))
        self.setPalette(palette)


class Cross(QObject):
    """Gives a field a cross that empties it, drawn as all others are: Qt's own is a picture of another set."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        super().__init__(field)
        field.setClearButtonEnabled(True)
        self._theme = theme
        self._action = field.findChild(QAction, _CLEAR)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        if self._action is not None:
            self._action.setIcon(self._theme.icon("close", "text2", 14))
