"""One sentence in the place of an empty list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

from gui.theme import Theme, app_font


class Notice(QLabel):
    """Lies over a view's upper part while there is something to say, and lets clicks and drops through.

    `below` is the height of the view's heads, in pixels.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView, below: int = 0) -> None:
        super().__init__(view)
        self._below = below
        self._theme = theme
        self._view = view
        self.setFont(app_font(12))
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(16, 12, 16, 0)
        self.hide()
        view.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, sentence: str) -> None:
        """Show the sentence; "" hides it."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._view.rect().adjusted(0, self._below, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        self.setStyleSheet(f"color: {self._theme.hex('muted')}; background: transparent;")
