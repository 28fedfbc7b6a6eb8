"""A few options side by side of which one is on, in the manner of the panes' segmented control."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from gui.dialogs.sheet import Sheet
from gui.theme import app_font
from gui.views.docks import UNLIMITED

#: Both sides of the words; the one that is on is bold, and its size is not asked for again.
_PADDING: Final = 20
_FRAME: Final = 4


class Options(QFrame):
    """One of a few. Left and Right change it. Options that turn `pages` of a sheet look like tabs.

    Signals:
        chosen(str): a person chose the option with this key.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget, *, pages: bool = False) -> None:
        super().__init__(parent)
        sheet = parent.window()
        room = sheet.room_across if isinstance(sheet, Sheet) else UNLIMITED
        self.setObjectName("pageTabs" if pages else "options")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # room to spare is not for keys
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 2, 2, 0 if pages else 2)  # the line of a tab lies on the rule
        grid.setSpacing(0)
        metrics = QFontMetrics(app_font(13, 600))
        widths = [metrics.horizontalAdvance(words) + _PADDING for _, words in options]
        across = len(widths) if sum(widths) + _FRAME <= room else 2  # two lines where one would be cut
        for place, (key, words) in enumerate(options):
            button = QPushButton(words.replace("&", "&&"), self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", True)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            button.setMinimumWidth(widths[place])
            grid.addWidget(button, place // across, place % across)
            grid.setColumnStretch(place % across, 1)

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
