"""A few options side by side of which one is on, in the manner of the panes' segmented control."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.theme import app_font

#: Both sides of the words; the one that is on is bold, and its size is not asked for again.
_PADDING: Final = 20


class Options(QFrame):
    """One of a few. Left and Right change it.

    Signals:
        chosen(str): a person chose the option with this key.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # room to spare is not for keys
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for key, words in options:
            button = QPushButton(words.replace("&", "&&"), self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", True)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            button.setMinimumWidth(QFontMetrics(app_font(13, 600)).horizontalAdvance(words) + _PADDING)
            row.addWidget(button, 1)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The keys of the options, from left to right."""
        return tuple(self._buttons.values())

    @property
    def current(self) -> str:
        """The key of the option that is on."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Turn an option on without telling anyone."""
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])
