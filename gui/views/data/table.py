"""The table of all figures: sort by the heads, filter by /, copy to a spreadsheet, Enter jumps to the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.metrics import ROW_ROLE, Column, GroupRow, MetricRow, MetricTable, column_name
from gui.theme import Theme, app_font
from gui.views.controls import paint_text, paint_verdict
from gui.views.controls.rows import RowHead, RowTable, widest

Index = QModelIndex | QPersistentModelIndex

ROW: Final = 28
GROUP: Final = 24
_LEAST_INDICATOR: Final = 110
#: How wide the words of a column are at least; a narrow table cuts longer ones before it cuts the names of what is
#: measured or leaves out the verdicts.
_TIGHT: Final[dict[Column, int]] = {"unit": 44, "kind": 56, "place": 68}
_WIDEST: Final[dict[Column, int]] = {
    "indicator": 180, "section": 150, "quote": 110, "place": 92, "scope": 92, "unit": 56,
}  # fmt: skip
_NAMES: Final[tuple[Column, ...]] = ("indicator",)
_PADDING: Final = 14
_RIGHT_ALIGNED: Final[frozenset[Column]] = frozenset({"value", "verdict"})


class MetricDelegate(QStyledItemDelegate):
    """Paints cells and group heads."""

    def __init__(self, theme: Theme, view: MetricView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(row, GroupRow):
            paint_group(painter, self._theme, rect, row)
        elif isinstance(row, MetricRow):
            self._paint_cell(painter, rect, row, index, option.state)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, row: MetricRow, index: Index, state: QStyle.StateFlag
    ) -> None:
        theme, view = self._theme, self._view
        column = view.table.columns[index.column()]
        current = row.metric.id in view.current
        chosen = bool(state & QStyle.StateFlag.State_Selected) and view.several
        if current or chosen:
            painter.fillRect(rect, theme.color("accent_soft"))
        elif index.row() == view.hovered or row.metric.id in view.lit:
            painter.fillRect(rect, theme.color("hover"))
        if not current:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border", 0.6))
        if current and index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top() + 5, 3, rect.height() - 10), theme.color("accent"))
        inner = rect.adjusted(8, 0, -6 if column in _RIGHT_ALIGNED else -4, 0)
        if column == "verdict":
            paint_verdict(painter, theme, QPointF(inner.right() - 6, inner.center().y()), row.veracity, 13)
            return
        if column == "indicator" and row.metric.by_hand is not None:
            theme.paint_icon(painter, "edit", QRectF(inner.right() - 15, inner.center().y() - 7, 14, 14), "metric")
            inner.adjust(0, 0, -20, 0)
        strong = column == "value" or (current and column == "indicator")
        token = "metric" if column == "value" else "text" if column == "indicator" else "text2"
        align = Qt.AlignmentFlag.AlignRight if column in _RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, inner, row.cells[column], app_font(12, 600 if strong else 400), theme.color(token), align)


class MetricView(RowTable):
    """The table.

    Signals:
        chosen(str, bool): a metric's row was clicked or Enter was pressed on it (True), or the arrow keys came to it.
        menu_wanted(QPoint): what can be done with the figure that is now chosen was asked for, at this place.
        hovering(str): the pointer came to the row of this figure, or ("") to none.
    """

    chosen = Signal(str, bool)
    menu_wanted = Signal(object)
    hovering = Signal(str)

    def __init__(self, theme: Theme, table: MetricTable, parent: QWidget | None = None) -> None:
        super().__init__(theme, ROW, parent)
        self.table = table
        self.current: frozenset[str] = frozenset()
        self._wanted: tuple[Column, ...] = table.columns
        self._widths: dict[Column, int] = {}
        self._measured = table.everything  # what the widths are of: to sort and filter or to drop columns changes none
        self._tight = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().setMinimumSectionSize(GROUP)
        self.fill(table, MetricDelegate(theme, self), MetricHead(theme, self))
        self._sticky = StickyHead(theme, self)
        table.modelReset.connect(self._lay_out)
        table.worded.connect(self._fit_words)
        # scrolling moves every child of the viewport with the rows: the head is put back at once
        self.verticalScrollBar().valueChanged.connect(self._sticky.place)
        self._lay_out()

    @property
    def several(self) -> bool:
        """Whether more than one row is selected."""
        return len(self.selectionModel().selectedRows()) > 1

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Ask for these columns; those that do not fit are dropped from the right."""
        self._wanted = columns
        self._drop_columns()

    def set_current(self, metrics: frozenset[str]) -> None:
        """Mark the selected metrics and keep the first in sight; nothing is told."""
        self.current = metrics
        rows = [row for row in (self.table.row_of(key) for key in metrics) if row >= 0]
        if rows:
            index = self.table.index(min(rows), 0)
            if self.currentIndex().row() not in rows:
                self.selectionModel().setCurrentIndex(
                    index, self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows
                )
            self._show_row(index)
        else:
            self.clearSelection()
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard as tab-separated text with heads."""
        rows = [index.row() for index in self.selectionModel().selectedRows()] or range(self.table.rowCount())
        QGuiApplication.clipboard().setText(self.table.tsv(rows, self.table.columns))

    def copy_all(self) -> None:
        """Put all rows that are shown on the clipboard."""
        QGuiApplication.clipboard().setText(self.table.tsv(range(self.table.rowCount()), self.table.columns))

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentIndex(), reveal=True)
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose(self.currentIndex(), reveal=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyed else self.indexAt(event.pos())
        if isinstance(index.data(ROW_ROLE) if index.isValid() else None, MetricRow):
            self.choose(index, reveal=False)
            place = self.visualRect(index).bottomLeft() if keyed else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def tell_hovered(self, place: int) -> None:
        row = self.table.rows[place] if 0 <= place < len(self.table.rows) else None
        self.hovering.emit(row.metric.id if isinstance(row, MetricRow) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_columns()
        self._fit()
        self._sticky.place()

    def _show_row(self, index: QModelIndex) -> None:
        """Scroll to a row, and clear of the group head that lies over the top."""
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        covered = GROUP - self.visualRect(index).top()
        if covered > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - covered)

    def choose(self, index: QModelIndex, *, reveal: bool) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, MetricRow):
            self.chosen.emit(row.metric.id, reveal)

    def sort_by(self, section: int, *, further: bool) -> None:
        self.table.set_query(self.table.query.sorted_by(self.table.columns[section], further=further))

    def _lay_out(self) -> None:
        """After a reset: heights and spans of the group heads, the current row again."""
        if self._measured is not self.table.everything:
            self._forget_widths(self.table.everything)
        self.clearSpans()
        for place, row in enumerate(self.table.rows):
            group = isinstance(row, GroupRow)
            height = GROUP if group else ROW
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
            if group and len(self.table.columns) > 1:
                self.setSpan(place, 0, 1, len(self.table.columns))
        self._fit()
        self._sticky.place()

    def measure(self, rows: Sequence[MetricRow]) -> None:
        """Measure the words of rows that will be shown next: thousands take a turn of their own."""
        self._forget_widths(rows)
        for column in (*self._wanted, *_NAMES):
            self._width_of(column)

    def _forget_widths(self, rows: Sequence[MetricRow]) -> None:
        self._measured = rows
        self._widths.clear()

    def _fit_words(self) -> None:
        """The rows that are shown have other words."""
        self._forget_widths(self.table.everything)
        self._drop_columns()
        self._fit()

    def _drop_columns(self) -> None:
        """Words give way before a column does, and columns from the right."""
        room = self.viewport().width() - _LEAST_INDICATOR
        self._tight = False
        self._tight = sum(map(self._width_of, dict.fromkeys((*self._wanted, *_NAMES)))) > self.viewport().width()
        kept: list[Column] = []
        for column in self._wanted:
            if column != "indicator":
                room -= self._width_of(column)
                if room < 0:
                    break
            kept.append(column)
        if tuple(kept) != self.table.columns:
            self.table.set_columns(kept)

    def _fit(self) -> None:
        """Every column as wide as it is designed, the indicator takes the rest."""
        columns = self.table.columns
        widths: dict[Column, int] = {column: self._width_of(column) for column in columns if column != "indicator"}
        rest = self.viewport().width() - sum(widths.values())
        for place, column in enumerate(columns):
            self.setColumnWidth(place, widths.get(column, max(_LEAST_INDICATOR, rest)))

    def _width_of(self, column: Column) -> int:
        """As wide as its widest word, in either language; long ones are cut."""
        if column not in self._widths:
            metrics = QFontMetricsF(app_font(12, 600 if column == "value" else 400))
            words = {row.cells[column] for row in self._measured}
            most = float(_WIDEST.get(column, 100))
            longest = 14.0 if column == "verdict" else widest(words, metrics, most)
            head = QFontMetricsF(app_font(11, 600)).horizontalAdvance(column_name(column) + " ↓")
            self._widths[column] = round(min(max(longest, head), most)) + _PADDING
        width = self._widths[column]
        return min(width, _TIGHT[column] + _PADDING) if self._tight and column in _TIGHT else width


class MetricHead(RowHead):
    """The heads of the figures."""

    def __init__(self, theme: Theme, view: MetricView) -> None:
        super().__init__(theme, view, "paper", 26, 24)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, _rect: object, logicalIndex: int) -> None:
        column = self._view.table.columns[logicalIndex]
        words = str(self._view.table.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        box = QRectF(self.sectionViewportPosition(logicalIndex), 0, self.sectionSize(logicalIndex), self.height())
        inner = box.adjusted(8, 0, -6 if column in _RIGHT_ALIGNED else -2, 0)
        align = Qt.AlignmentFlag.AlignRight if column in _RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        sorted_by = column in dict(self._view.table.query.sort)
        color = self._theme.color("accent" if sorted_by else "muted")
        painter.save()
        paint_text(painter, inner, words, app_font(11, 600 if sorted_by else 400), color, align)
        painter.restore()


class StickyHead(QWidget):
    """The head of the group that fills the top of the table, while its own row is scrolled away."""

    def __init__(self, theme: Theme, view: MetricView) -> None:
        super().__init__(view.viewport())
        self._theme = theme
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self, _scrolled: int = 0) -> None:
        """Lie over the top of the rows."""
        self.setGeometry(0, 0, self._view.viewport().width(), GROUP)
        self.setVisible(any(isinstance(row, GroupRow) for row in self._view.table.rows))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = self._view.rowAt(0)
        rows = self._view.table.rows
        above = next((rows[place] for place in range(top, -1, -1) if isinstance(rows[place], GroupRow)), None)
        if isinstance(above, GroupRow):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_group(painter, self._theme, QRectF(self.rect()), above)


def paint_group(painter: QPainter, theme: Theme, rect: QRectF, row: GroupRow) -> None:
    """Paint the head of a group over the whole width."""
    painter.fillRect(rect, theme.color("chrome"))
    inner = rect.adjusted(8, 0, -6, 0)
    count = QFontMetricsF(app_font(11)).horizontalAdvance(str(row.count))
    paint_text(painter, inner.adjusted(0, 0, -count - 8, 0), row.title, app_font(11, 600), theme.color("muted"))
    paint_text(painter, inner, str(row.count), app_font(11), theme.color("muted"), Qt.AlignmentFlag.AlignRight)

