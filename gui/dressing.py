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


class Dresser(QObject):
    """Dresses one application."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._waiting: list[QWidget] = []
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
        self._waiting = []
        for widget in application.allWidgets():
            if widget.isVisible():
                _polish(widget)
            else:
                self._waiting.append(widget)
        application.installEventFilter(self)
        self._soon.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is shown in the colours of before."""
        if event.type() == QEvent.Type.Show and watched in self._waiting:
            self._go_on(float("inf"))
        return False

    def _slice(self) -> None:
        self._go_on(time.perf_counter() + _SLICE)

    def _go_on(self, end: float) -> None:
        alive = set(self._application.allWidgets())
        while self._waiting and time.perf_counter() < end:
            widget = self._waiting.pop()
            if widget in alive:
                _polish(widget)
        if self._waiting:
            self._soon.start(0)
        else:
            self._application.removeEventFilter(self)


def _polish(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
