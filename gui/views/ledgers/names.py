"""The column that names a row stays in sight: while it is scrolled out, it lies over the left edge of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import paint_text

if TYPE_CHECKING:
    from gui.views.ledgers.table import LedgerView

#: The columns that name a row; a ledger has one of them.
_NAMES: Final = ("indicator", "task", "question")
#: At most this part of the table is taken by the names.
_SHARE: Final = 0.4


class RowNames(QWidget):
    """The names of the rows over the left edge. A click on one is a click on its row."""

    def __init__(self, theme: Theme, view: LedgerView) -> None:
        super().__init__(view.viewport())
        self._theme = theme
        self._view = view
        self._head = HeadName(theme, view, self)
        self.hide()
        self._head.hide()
        # the viewport scrolls its children with the cells: they are put back at once
        view.horizontalScrollBar().valueChanged.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self.place)

    def follow(self, head: QHeaderView) -> None:
        """Keep the head of the names over this head of the table."""
        self._head.setParent(head.viewport())
        head.sectionResized.connect(self.place)

    @property
    def column(self) -> int:
        """Which column names the rows; -1 where none does."""
        columns = self._view.table.columns
        return next((place for place, column in enumerate(columns) if column.key in _NAMES), -1)

    @property
    def covered(self) -> int:
        """How many pixels at the left are covered."""
        return self.width() if self.isVisibleTo(self._view) else 0

    def place(self, *_: int) -> None:
        """Lie over the left edge while the column of the names is scrolled out, else be away."""
        view, column = self._view, self.column
        width = view.columnWidth(column) if column >= 0 else 0
        if column < 0 or view.columnViewportPosition(column) >= 0:
            self.hide()
            self._head.hide()
            return
        width = min(width, round(view.viewport().width() * _SHARE))
        self.setGeometry(0, 0, width, view.viewport().height())
        self._head.setGeometry(0, 0, width, view.horizontalHeader().height())
        for part in (self, self._head):
            part.show()
            part.raise_()
            part.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        view, column, theme = self._view, self.column, self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("paper"))
        first, last = view.rowAt(0), view.rowAt(self.height() - 1)
        option = QStyleOptionViewItem()
        for place in range(max(0, first), (last if last >= 0 else view.table.rowCount() - 1) + 1):
            index = view.table.index(place, column)
            option.rect = view.visualRect(index)
            option.rect.setLeft(0)
            option.rect.setWidth(self.width())
            view.itemDelegate().paint(painter, option, index)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("border"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.choose_row(self._row(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._view.hover(self._row(event.position().toPoint()))

    def _row(self, point: QPoint) -> int:
        return self._view.rowAt(point.y())


class HeadName(QWidget):
    """The head over the names; the head below it is sorted by a click as ever."""

    def __init__(self, theme: Theme, view: LedgerView, names: RowNames) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._names = names

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        words = str(self._view.table.headerData(self._names.column, Qt.Orientation.Horizontal) or "")
        inner = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        paint_text(painter, inner, words, app_font(11), self._theme.color("muted"))
        line = self._theme.color("border")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), line)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.sort(self._names.column)
