"""The passages in which a claim stands: which moved, which were lost; shown where there is something to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.model import Anchor, ReviewClaim
from core.project import LogEntry
from core.text import on_one_line, shortened
from core.vocabulary import label
from gui import settings
from gui.letting_go import clear
from gui.theme import Theme
from gui.views.controls import IconButton
from gui.views.inspector.page import Words

_ICONS: Final = {"ok": "quote", "moved": "pin", "orphan": "search"}
_TOKENS: Final = {"ok": "muted", "moved": "hit", "orphan": "hit"}
_LONGEST: Final = 60


class PlaceRow(QWidget):
    """One passage: its words, its state in words and as a sign; a click shows it in the text.

    Of a claim's only passage the words stand above already: instead it says what they were before, if they changed.

    Signals:
        pressed(): show it.
        removed(): take it from the claim.
        again(): it belongs on the words selected in the text.
    """

    pressed = Signal()
    removed = Signal()
    again = Signal()

    def __init__(
        self, theme: Theme, anchor: Anchor, number: int, was: str, *, alone: bool, read_only: bool
    ) -> None:
        super().__init__()
        state = label("anchor_state", anchor.state, settings.language())
        sign = QLabel()
        sign.setPixmap(theme.pixmap(_ICONS[anchor.state], _TOKENS[anchor.state], 15))
        sign.setFixedSize(22, 20)
        words, before = on_one_line(anchor.exact), on_one_line(was)
        self.quote = Words("text2", wrap=True)
        self.quote.setText(shortened(words, _LONGEST))
        self.quote.setToolTip(words)
        self.quote.setVisible(not alone)
        self.was = Words("text2", wrap=True)
        self.was.setToolTip(before)
        if anchor.state == "orphan":
            self.was.setText("" if read_only else self.tr("Select its words in the text, then press the target."))
        elif before:
            self.was.setText(self.tr("Before: {words}").format(words=shortened(before, _LONGEST)))
        self.was.setVisible(bool(self.was.text()))
        self.state = Words("muted" if anchor.state == "ok" else "hit", 11)
        self.state.setText(f"{number} · {state}" if not alone else state)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(sign, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        for place, words_of in enumerate((self.quote, self.state, self.was)):
            grid.addWidget(words_of, place, 1)
        self.place = IconButton(theme, "target", self, size=15)
        self.place.describe(self.tr("Put it on the words selected in the text"))
        self.place.clicked.connect(self.again)
        self.place.setVisible(anchor.state != "ok" and not read_only)
        self.remove = IconButton(theme, "close", self, size=13)
        self.remove.describe(self.tr("Take this passage from the claim"))
        self.remove.clicked.connect(self.removed)
        self.remove.setVisible(not alone and not read_only)
        for place, button in enumerate((self.place, self.remove), 2):
            grid.addWidget(button, 0, place, 3, 1, Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(filter(None, (words, self.state.text(), self.was.text()))))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class PlaceRows(QWidget):
    """All passages of a claim; hidden for a claim with one that is where it was.

    Signals:
        pressed(Span): show this passage in the text.
        removed(int), again(int): take the passage of this number (from 0) away; put it on the selected words.
        confirmed(): the moved passages are right.
    """

    pressed = Signal(object)
    removed = Signal(int)
    again = Signal(int)
    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[PlaceRow] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.confirm = QPushButton(self)
        self.confirm.setProperty("quiet", True)
        self.confirm.clicked.connect(self.confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._column)
        column.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)

    def show_claim(self, claim: ReviewClaim, entries: Sequence[LogEntry], *, read_only: bool) -> None:
        """Replace the rows; `entries` are the claim's history."""
        clear(self._column)
        alone = len(claim.anchors) == 1
        self.rows = []
        for number, anchor in enumerate(claim.anchors):
            was = _words_before(entries, number + 1, anchor) if anchor.state == "moved" else ""
            row = PlaceRow(self._theme, anchor, number + 1, was, alone=alone, read_only=read_only)
            row.pressed.connect(lambda span=anchor.span: self.pressed.emit(span))
            row.removed.connect(lambda number=number: self.removed.emit(number))
            row.again.connect(lambda number=number: self.again.emit(number))
            self.rows.append(row)
            self._column.addWidget(row)
        moved = any(anchor.state == "moved" for anchor in claim.anchors)
        self.confirm.setText(self.tr("Looked at: it is right"))
        self.confirm.setVisible(moved and not read_only)
        self.setVisible(not alone or claim.state != "ok")


def _words_before(entries: Sequence[LogEntry], number: int, anchor: Anchor) -> str:
    """What a place said before the correction that gave it its words."""
    place = f"place.{number}"
    for entry in reversed(entries):
        if entry.kind in ("import_correction", "read_again") and entry.after.get(place) == anchor.exact:
            return str(entry.before.get(place, ""))
    return ""
