"""Linking a claim to another one: which relation, and which claim, found by typing some of its words or its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from core.model import ReviewClaim
from core.text import on_one_line
from core.vocabulary import keys, label
from gui import settings
from gui.dialogs.options import Options
from gui.dialogs.sheet import Sheet, listed, named
from gui.theme import Theme
from gui.views.controls import quote_font

_ID: Final = int(Qt.ItemDataRole.UserRole)
_MOST: Final = 200


class LinkDialog(Sheet):
    """Signals:
    chosen(str, str, str): link to the claim with this id, with this relation and note.
    """

    chosen = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QWidget, claim: ReviewClaim, claims: Sequence[ReviewClaim]) -> None:
        super().__init__(theme, parent, width=600)
        self._claims = [other for other in claims if other.id != claim.id]
        language = settings.language()
        words = [(key, label("claim_relation", key, language)) for key in keys("claim_relation")]
        self.relations = Options(words, self)
        self.relations.set_current("repeats")
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self.show_whole_rows(self.list, 10)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = QLineEdit(self)
        self.content.addLayout(named(self.relations, self.tr("This claim")))
        self.content.addWidget(self.field)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(named(self.note, self.tr("Note")))
        self.describe(self.tr("Link claim {number}").format(number=claim.number), "", self.tr("Link"))
        self.cite(claim.anchor.exact)
        self.field.setPlaceholderText(self.tr("Words or number of the other claim"))
        self.field.setAccessibleName(self.tr("Words or number of the other claim"))
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self.finish())
        self._list("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            self.tell_problem(self.tr("Choose the other claim."))
            return
        other, relation, note = str(item.data(_ID)), self.relations.current, self.note.text().strip()
        self.hand_over(lambda: self.chosen.emit(other, relation, note))

    def _list(self, typed: str) -> None:
        words = typed.strip().casefold()
        self.list.clear()
        for claim in sorted(self._claims, key=lambda claim: str(claim.number) != words):  # the number itself first
            quote = on_one_line(claim.anchor.exact)
            if words and words != str(claim.number) and words not in quote.casefold():
                continue
            item = listed(self.list, f"{claim.number}  {quote}")
            item.setData(_ID, claim.id)
            item.setFont(quote_font(quote, 13))
            item.setToolTip(quote)
            if self.list.count() >= _MOST:
                break
        self.list.setCurrentRow(0 if self.list.count() else -1)
