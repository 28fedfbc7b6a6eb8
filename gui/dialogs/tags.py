"""Choosing tags by typing: the codebook with those already on, and a new tag where none fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from core.model import Tag
from core.project import tag_definition, tag_name
from gui import settings
from gui.dialogs.sheet import Sheet, listed
from gui.theme import Theme

_TAG = int(Qt.ItemDataRole.UserRole)
_NEW = ""


class TagDialog(Sheet):
    """Signals:
    switched(str, bool): put the tag with this id on, or take it off.
    made(str): make a tag of this name and put it on.
    """

    switched = Signal(str, bool)
    made = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, tags: Sequence[Tag], on: Sequence[str]) -> None:
        super().__init__(theme, parent, width=420)
        self._tags = tuple(tags)
        self._on = set(on)
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self.show_whole_rows(self.list, 10)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(self.field)
        self.content.addWidget(self.list, 1)
        self.cancel_button.hide()
        self.describe(
            self.tr("Tags"), self.tr("Type to search. Enter puts a tag on or takes it off."), self.tr("Done")
        )
        self.done_button.setAutoDefault(False)
        self.done_button.setDefault(False)
        self.field.setPlaceholderText(self.tr("Search, or name a new tag"))
        self.field.setAccessibleName(self.tr("Search, or name a new tag"))
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._switch)
        self._list("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
                self.list.setCurrentRow(row)
                return True
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
                item = self.list.currentItem()
                if item is not None:
                    self._switch(item)
                return True
        return super().eventFilter(watched, event)

    def _list(self, typed: str) -> None:
        language = settings.language()
        words = typed.strip().casefold()
        row = max(0, self.list.currentRow())
        self.list.clear()
        for tag in self._tags:
            names = (tag_name(tag, language), tag.name)
            if words and not any(words in name.casefold() for name in names):
                continue
            item = listed(self.list, names[0], QIcon(self._mark(tag)))
            item.setData(_TAG, tag.id)
            item.setToolTip(tag_definition(tag, language))
        if words and not any(words == tag_name(tag, language).casefold() for tag in self._tags):
            item = listed(self.list, self.tr("New tag '{name}'").format(name=typed.strip()))
            item.setIcon(self._theme.icon("plus", "accent", 16))
            item.setData(_TAG, _NEW)
        self.list.setCurrentRow(0 if words else min(row, self.list.count() - 1))

    def _switch(self, item: QListWidgetItem) -> None:
        key = item.data(_TAG)
        if key == _NEW:
            self.made.emit(self.field.text().strip())
            self.accept()
            return
        on = key not in self._on
        (self._on.add if on else self._on.discard)(key)
        self.switched.emit(key, on)
        self.field.selectAll()
        self._list(self.field.text())

    def _mark(self, tag: Tag) -> QPixmap:
        """A dot of the tag's colour, and a tick in place of it when the tag is on."""
        if tag.id in self._on:
            return self._theme.pixmap("check", "accent", 16)
        return tag_dot(tag.colour, 7)


def tag_dot(colour: str, width: int) -> QPixmap:
    """A dot of a tag's colour, so many pixels wide, in the middle of a picture of 16."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(16 - width, 16 - width, 2 * width, 2 * width)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
