"""Brings the colours of the palette into widgets that stand, without making the window wait.

The style sheet names roles of the palette and is the same in every theme, but Qt looks the roles up once, when it
polishes a widget. Giving the application another sheet would polish each widget once for each of its ancestors, a
fifth of a second for four hundred widgets. Here each is polished once: those in sight at once, the others in pieces,
or when one of them is shown.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import Theme

_SLICE: Final = 0.008
#: Milliseconds: what is in sight is painted meanwhile.
_AFTER: Final = 100


class Dresser(QObject):
    """Dresses one application."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._waiting: dict[QWidget, None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._slice)

    @property
    def waiting(self) -> int:
        """How many widgets out of sight have the colours of before."""
        return len(self._waiting)

    def dress(self) -> None:
        """Give the application the colours of the theme now in force."""
        application = self._application
        application.setPalette(self._theme.palette())
        if application.styleSheet() != self._theme.stylesheet():
            application.setStyleSheet(self._theme.stylesheet())
            return
        self._waiting = {}
        for widget in application.allWidgets():
            if widget.isVisible():
                _polish(widget)
                continue
            self._waiting[widget] = None
            parent = widget.parentWidget()
            if widget.isWindow() or parent is None or parent.isVisible():
                widget.installEventFilter(self)  # it is shown first, and what is in it afterwards
        self._soon.start(_AFTER)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is shown in the colours of before."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            for widget in (watched, *watched.findChildren(QWidget)):
                if widget in self._waiting:
                    del self._waiting[widget]
                    _polish(widget)
        return False

    def _slice(self) -> None:
        self._go_on(time.perf_counter() + _SLICE)

    def _go_on(self, end: float) -> None:
        alive = set(self._application.allWidgets())
        while self._waiting and time.perf_counter() < end:
            widget, _ = self._waiting.popitem()
            if widget in alive:
                widget.removeEventFilter(self)
                _polish(widget)
        if self._waiting:
            self._soon.start(0)


def _polish(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
