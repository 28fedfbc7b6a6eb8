"""The register as a list to choose from: what is there already is attached to a further claim, not kept twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.model import Evidence
from core.vocabulary import label
from gui import settings
from gui.dialogs.sheet import listed
from gui.models.hits import evidence_icon
from gui.theme import Theme

_ID: Final = int(Qt.ItemDataRole.UserRole)


class RegisteredList(QWidget):
    """The entries of the register, sieved by what is typed."""

    def __init__(self, theme: Theme, parent: QWidget, items: Sequence[Evidence]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items = tuple(items)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Number, title or provider"))
        self.field.setAccessibleName(self.tr("Number, title or provider"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Evidence in the register"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._sieve)
        self._sieve("")

    @property
    def current(self) -> str:
        """The id of the entry that is chosen, "" for none."""
        item: QListWidgetItem | None = self.list.currentItem()
        return "" if item is None else str(item.data(_ID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _sieve(self, typed: str) -> None:
        words, language = typed.strip().casefold(), settings.language()
        self.list.clear()
        for item in self._items:
            kind = label("evidence_kind", item.kind, language)
            shown = " · ".join(part for part in (item.no, item.title, item.provider, kind) if part)
            if words in shown.casefold():
                line = listed(self.list, shown, self._theme.icon(evidence_icon(item), "text2", 16))
                line.setData(_ID, item.id)
                line.setToolTip(shown)
        self.list.setCurrentRow(0 if self.list.count() else -1)

