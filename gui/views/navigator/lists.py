"""Two-line rows: the report's words in Song, what the program or the reviewer says of them in Hei."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.text import matches
from gui.models.rows import ROW_ROLE, GroupHead, ListRow, RowList
from gui.theme import Theme, app_font
from gui.views.controls import paint_fade, paint_focus, paint_text, quote_font, whole_parts

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 48
HEAD_HEIGHT: Final = 28
_FADE: Final = 30
_INSET: Final = 16


class RowDelegate(QStyledItemDelegate):
    """Paints rows and group heads over the whole width of the list."""

    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(ROW_ROLE), GroupHead)
        return QSize(10, HEAD_HEIGHT if head else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        rect.setRight(self._view.width())  # not the viewport's: the signs stay put when a scroll bar comes
        if isinstance(row, GroupHead):
            self._paint_head(painter, rect, row)
        elif isinstance(row, ListRow):
            self._paint_row(painter, rect, row, option.state)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, head: GroupHead) -> None:
        color = self._theme.color("muted")
        words = QRectF(rect.left() + _INSET, rect.top() + 4, rect.width() - 2 * _INSET - 40, rect.height() - 4)
        paint_text(painter, words, head.title, app_font(11, 600), color)
        count = QRectF(rect.right() - _INSET - 40, words.top(), 40, words.height())
        paint_text(painter, count, str(head.count), app_font(11), color, Qt.AlignmentFlag.AlignRight)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ListRow, state: QStyle.StateFlag) -> None:
        theme = self._theme
        current = row.id == self._view.current
        among = self._view.many and bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or among or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("accent_soft" if current or among else "hover"))
            painter.drawRoundedRect(rect.adjusted(6, 0, -7, -1), 6, 6)
        else:
            painter.fillRect(QRectF(rect.left() + _INSET, rect.bottom() - 1, rect.width() - 2 * _INSET, 1),
                             theme.color("border"))
        if current:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(6, rect.top() + 6, 3, ROW_HEIGHT - 13), 1.5, 1.5)
        right = 18 + 8 + (22 if row.worth else 0)
        left, width = rect.left() + _INSET, rect.width() - 2 * _INSET - right
        font = quote_font(row.first, 15) if row.first_is_quote else app_font(13)
        first = QRectF(left, rect.top() + 5, width, 20)
        for box in self.found(row.first, font, first):
            painter.fillRect(box, theme.color("hit_tint"))
        paint_text(painter, first, row.first, font, theme.color("muted" if row.faint else "text"))
        second = QRectF(left, rect.top() + 26, width, 16)
        if row.sign:
            theme.paint_icon(painter, row.sign, QRectF(left - 1, rect.top() + 27.5, 13, 13), "hit")
            second.setLeft(left + 16)
        small = app_font(11)
        words = row.second if row.second_is_cut else whole_parts(row.second, small, second.width())
        paint_text(painter, second, words, small, theme.color("text2" if row.sign else "muted"))
        if row.worth:
            self._paint_worth(painter, QRectF(rect.right() - _INSET - right + 8, rect.top() + 16, 16, 14), row.worth)
        sign = QRectF(rect.right() - _INSET - 15, rect.center().y() - 8, 15, 15)
        theme.paint_icon(painter, row.icon, sign, row.token)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            paint_focus(painter, theme, rect.adjusted(6, 0, -7, -1), 6)

    def found(self, line: str, font: QFont, box: QRectF) -> list[QRectF]:
        """Where the words that the list was asked for stand in a line, as far as they are in sight."""
        if not self._view.words:
            return []
        metrics = QFontMetricsF(font)
        places = [
            QRectF(box.left() + metrics.horizontalAdvance(line[: span.start]), box.top(),
                   metrics.horizontalAdvance(span.quote(line)), box.height())
            for span in matches(line, self._view.words, wrapped=False)
        ]  # fmt: skip
        return [place & box for place in places if place.intersects(box)]

    def _paint_worth(self, painter: QPainter, rect: QRectF, worth: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(3):
            height = (step + 2) * rect.height() / 4
            painter.setBrush(self._theme.color("text2" if step < worth else "border"))
            painter.drawRoundedRect(QRectF(rect.left() + step * 5.5, rect.bottom() - height, 4, height), 1, 1)


class RowView(QListView):
    """The list.

    Signals:
        chosen(str): a person chose the row with this id.
        taken(str): the row with this id, chosen alone, was clicked or Enter pressed on it; `chosen` came before.
        gathered(tuple[str, ...]): these rows are selected now; only where `select_many` was asked for.
        dropped(QMimeData): something was dropped here; only where `accept_drops` was asked for.
        menu_wanted(tuple[str, ...], QPoint): a person asked what can be done with the rows of these ids, at this place
            of the screen; only where `select_many` was asked for.
    """

    chosen = Signal(str)
    taken = Signal(str)
    gathered = Signal(object)
    dropped = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, model: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self.current = ""
        self.words = ""  # what a person looks for: tinted where it stands in the first lines
        self.by_keyboard = False
        self._pressed = QPersistentModelIndex()  # chosen when pressed, taken when let go, wherever the list is by then
        self._following = False  # what is marked here was chosen elsewhere
        self.many = False  # more than one row is selected; asked once a paint, not once a row
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def accept_drops(self) -> None:
        """Let files, addresses and text be dropped here."""
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def select_many(self) -> None:
        """Let several rows be selected with Shift, Ctrl and Ctrl+A, and a whole group by its head."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the rows that are selected, top down."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        rows = (index.data(ROW_ROLE) for index in indexes)
        return tuple(row.id for row in rows if isinstance(row, ListRow))

    def set_current(self, key: str, together: Collection[str] = ()) -> None:
        """Mark a row as the selected one and keep it in sight; nothing is chosen.

        `together` are the rows that are selected at once with it. The list stays where it is then.
        """
        self.current = key
        index = self._rows.index_of(key)
        self._following = True
        if together:
            self._select(together)
        elif index.isValid() and (self.currentIndex() != index or len(self.chosen_ids()) > 1):
            self.setCurrentIndex(index)
        self._following = False
        if index.isValid() and not together:
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            beneath = self.visualRect(index).bottom() + _FADE - self.viewport().height()
            if beneath > 0:  # the last rows in sight fade away; the one in hand is not among them
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beneath)
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        many = self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        if many and not self._following:
            self.gathered.emit(self.chosen_ids())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.many = len(self.selectionModel().selectedIndexes()) > 1
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            paint_fade(QPainter(self.viewport()), QRectF(self.viewport().rect()), self._theme.color("chrome"), _FADE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        many = self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        if many and event.button() == Qt.MouseButton.LeftButton and isinstance(index.data(ROW_ROLE), GroupHead):
            self._select_group(index.row())
            return
        super().mousePressEvent(event)
        chosen = self.chosen_ids()
        if event.button() == Qt.MouseButton.LeftButton and len(chosen) <= 1:
            # Ctrl and a click on one of two leaves the other
            taken = self._rows.index_of(chosen[0]) if many and chosen else index
            self._pressed = QPersistentModelIndex(taken)
            self._choose(taken)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        before = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape and len(self.chosen_ids()) > 1:
            self._choose(self._rows.index_of(self.current))
            return
        super().keyPressEvent(event)
        if len(self.chosen_ids()) > 1:
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.currentIndex() != before or enter:
            self._choose(self.currentIndex())
        if enter:
            self._take(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectionMode() != QAbstractItemView.SelectionMode.ExtendedSelection:
            super().contextMenuEvent(event)
            return
        index = self.indexAt(event.pos())
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, GroupHead):
            self._select_group(index.row())
        ids = self.chosen_ids()
        if ids:
            self.menu_wanted.emit(ids, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if droppable(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if droppable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if droppable(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())

    def _select_group(self, head: int) -> None:
        """Select all rows under a group's head."""
        last = head
        while last + 1 < self._rows.rowCount() and isinstance(self._rows.rows[last + 1], ListRow):
            last += 1
        if last > head:
            chosen = QItemSelection(self._rows.index(head + 1), self._rows.index(last))
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.viewport().update()

    def _select(self, keys: Collection[str]) -> None:
        """Select these rows and no others; those that a filter hides are left out."""
        if set(self.chosen_ids()) == set(keys):
            return
        chosen = QItemSelection()
        for key in keys:
            index = self._rows.index_of(key)
            if index.isValid():
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _take(self, index: Index) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, ListRow) and len(self.chosen_ids()) <= 1:
            self.taken.emit(row.id)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, ListRow):
            self.chosen.emit(row.id)


def droppable(mime: QMimeData) -> bool:
    """Whether it could be evidence: files, addresses, text or a picture."""
    return mime.hasUrls() or mime.hasText() or mime.hasImage()
