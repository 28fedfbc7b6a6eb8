"""Find in the whole project: a field, and what holds its words by kind. It lies over the lists until it is left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.model import Span
from gui import settings
from gui.models.rows import ListRow, RowList
from gui.models.search import Searched, place_of, search_rows
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.controls import FilterField, IconButton
from gui.views.navigator.lists import RowView
from gui.views.navigator.notice import Notice

_WAIT: Final = 120


class SearchPage(QWidget):
    """Type, go down with the arrows: each result is shown in its place at once.

    Signals:
        found(Span): this place of the text should be shown and its words selected.
        left: the person is done with it.
    """

    found = Signal(object)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field = FilterField(theme, self, size=13, empties=False)
        self.field.entered.connect(self._enter_list)
        self.field.left.connect(self.left)
        self.count = QLabel(self)
        self.count.setFont(app_font(11))
        self.close_button = IconButton(theme, "close", self, size=14)
        self.close_button.clicked.connect(self.left)
        self.rows = RowList(self)
        self.list = RowView(theme, self.rows, self)
        self.notice = Notice(theme, self.list)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT)
        self._wait.timeout.connect(self.search)
        self.field.textChanged.connect(self._wait.start)
        self.list.chosen.connect(self._go)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.setSpacing(6)
        head.addWidget(self.field, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 12, 4)
        foot.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self.list, 1)
        session.changed.connect(self._again)
        session.opened.connect(self._forget)
        self.retranslate()

    def begin(self, words: str = "") -> None:
        """Put the caret into the field, with these words if there are any."""
        if words:
            self.field.setText(words)
        self.field.take_keyboard()
        self.search()

    def search(self) -> None:
        """List what holds the words."""
        self._wait.stop()
        project, report = self._session.project, self._session.report
        words = self.field.text()
        if project is None or report is None:
            self.rows.set_rows(())
            return
        from core.project import tag_name

        language = settings.language()
        tags = {tag.id: tag_name(tag, language) for tag in project.tags()}
        searched = Searched(report, self._session.claims(), project.hits(), project.evidence(), tags)
        self.list.words = words.strip()
        self.rows.set_rows(search_rows(searched, words, language))
        total = sum(row.count for row in self.rows.rows if not isinstance(row, ListRow))
        self.count.setText(self.tr("%n places", "", total) if words.strip() else "")
        self.notice.say(self._sentence(words, total))

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        name = self.tr("Find in the project")
        self.field.describe(name)
        self.list.setAccessibleName(self.tr("Results"))
        self.close_button.describe(self.tr("Close the search"), "Esc")
        if self.isVisible():
            self.search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _sentence(self, words: str, total: int) -> str:
        if total:
            return ""
        if words.strip():
            return self.tr("Nothing in this project contains “{words}”.").format(words=words.strip())
        return self.tr("Looks through the text, claims, rationales, notes, tags, evidence and checks.")

    def _enter_list(self) -> None:
        if self._wait.isActive():
            self.search()
        first = next((place for place, row in enumerate(self.rows.rows) if isinstance(row, ListRow)), None)
        if first is not None:
            self.list.by_keyboard = True
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self.rows.index(first))
            row = self.rows.rows[first]
            if isinstance(row, ListRow):
                self._go(row.id)

    def _go(self, key: str) -> None:
        self.list.set_current(key)
        place = place_of(key)
        if place is not None:
            self.found.emit(Span(place.start, place.end))
            return
        kind, _, rest = key.partition(":")
        if kind == "claim":
            self._session.select("claim", rest.partition(":")[0])
        elif kind == "evidence":
            self._session.select("evidence", rest)
        elif kind == "hit":
            self._session.select("hit", rest)

    def _again(self, _changes: object = None) -> None:
        if self.isVisible():
            self._wait.start()

    def _forget(self) -> None:
        self.field.clear()
        self.search()
