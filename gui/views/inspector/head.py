"""The line over the pages: what is selected, which of how many it is, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Theme
from gui.views.controls import IconButton
from gui.views.inspector.page import INSET, OneLine, Words


class Head(QWidget):
    """A title, a count beside it, and the buttons at its right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self.title = Words("text", 14, 600)
        self.count = OneLine("muted")
        self.previous = IconButton(theme, "chevron-up", self)
        self.next = IconButton(theme, "chevron-down", self)
        self.more = IconButton(theme, "more", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 4, INSET - 6, 0)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addSpacing(6)
        row.addWidget(self.count, 1)
        for button in (self.previous, self.next, self.more):
            row.addWidget(button)
