"""What the tables of figures and of ledgers share: rows that light up under the pointer, and quiet heads."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from gui.theme import Theme


class RowTable(QTableView):
    """A table of which a row is the thing: hovered, lit from another pane, chosen by a press. `row` is its height."""

    def __init__(self, theme: Theme, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self.hovered = -1
        self.lit: frozenset[str] = frozenset()

    def fill(self, table: QAbstractItemModel, delegate: QStyledItemDelegate, head: RowHead) -> None:
        """Give it its rows, what paints their cells, and its heads; a press on one sorts, with Shift by one more."""
        self.setModel(table)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._row)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(head)
        head.sectionClicked.connect(self.sort)
        head.show()

    def set_lit(self, ids: frozenset[str]) -> None:
        """Light up the rows about these: the pointer rests on them in another pane."""
        if ids != self.lit:
            self.lit = ids
            self.viewport().update()

    def hover(self, place: int) -> None:
        """The pointer came to a row, or (-1) left."""
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()
            self.tell_hovered(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        self.hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain:
            self.choose(self.indexAt(event.position().toPoint()), reveal=True)

    def sort(self, section: int) -> None:
        """Sort by a column, with Shift by one more."""
        self.sort_by(section, further=bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier))

    # What a table adds

    def choose(self, index: QModelIndex, *, reveal: bool) -> None:
        """Tell which row was chosen; `reveal` asks the text to go there."""
        raise NotImplementedError

    def tell_hovered(self, place: int) -> None:
        """Tell which row the pointer rests on, -1 for none."""
        raise NotImplementedError

    def sort_by(self, section: int, *, further: bool) -> None:
        """Sort by the column at this place, in front of (`further`: behind) the keys that there are."""
        raise NotImplementedError


class RowHead(QHeaderView):
    """The heads: small, muted, on one ground, one hairline below."""

    def __init__(self, theme: Theme, view: RowTable, ground: str, height: int, least: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._ground = ground
        self._height = height
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(least)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color(self._ground))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("border"))


def widest(words: Iterable[str], metrics: QFontMetricsF, most: float) -> float:
    """The width of the widest, or some width over `most`. No sign is wider than the lines are high, so that few words
    of many have to be measured."""
    sign = metrics.height()
    found = 0.0
    for each in sorted(words, key=len, reverse=True):
        if found > most or len(each) * sign <= found:
            break
        found = max(found, metrics.horizontalAdvance(each))
    return found
