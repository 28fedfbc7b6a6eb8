"""The table of a ledger: what the text gives, what a person wrote, and what is still to be filled in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.ledgers import Cell, Column, LedgerRow
from core.model.review import FULFILMENTS, VERACITIES
from core.vocabulary import Language, label
from gui.models.ledger import ROW_ROLE, LedgerTable
from gui.theme import Theme, app_font, report_font
from gui.views.controls import paint_focus, paint_text, paint_verdict
from gui.views.controls.rows import RowHead, RowTable, widest
from gui.views.ledgers.names import RowNames

Index = QModelIndex | QPersistentModelIndex

ROW: Final = 32
HEAD: Final = 28
_QUOTED: Final = frozenset({"target_text", "task", "deliverable", "quantity", "verb", "quote"})
_NUMBERS: Final = frozenset({"number", "percent"})
_WIDEST: Final[dict[str, int]] = {
    "task": 320, "place": 190, "target_text": 170, "deliverable": 210, "indicator": 180, "question": 360, "quote": 210,
}  # fmt: skip
#: The shape before a verdict.
_SHAPE: Final = 20
_NARROWEST: Final[dict[str, int]] = {"number": 44, "lead_unit": 110, "reason": 110, "source": 110}


class LedgerView(RowTable):
    """The table.

    Signals:
        chosen(LedgerRow, bool): a row was clicked or Enter was pressed on it (True), or the arrow keys came to it.
        hovering(LedgerRow | None): the pointer came to a row, or left the last one.
    """

    chosen = Signal(object, bool)
    hovering = Signal(object)

    def __init__(self, theme: Theme, table: LedgerTable, parent: QWidget | None = None) -> None:
        super().__init__(theme, ROW, parent)
        self.table = table
        self._names = RowNames(theme, self)
        self._measured: tuple[LedgerRow, ...] | None = None  # what the widths are of, and under which heads
        self._under: tuple[Language, tuple[Column, ...]] | None = None
        self._longest: list[float] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = LedgerHead(theme, self)
        self.fill(table, LedgerDelegate(theme, self), head)
        self._names.follow(head)
        table.modelReset.connect(self.fit)

    @property
    def names(self) -> RowNames:
        """The names of the rows, while their own column is scrolled out."""
        return self._names

    def choose_row(self, row: int) -> None:
        """A row was clicked at its name."""
        if row >= 0:
            column = self.currentIndex().column() if self.currentIndex().isValid() else self._names.column
            self.setCurrentIndex(self.table.index(row, column))
            self.choose(self.currentIndex(), reveal=True)
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, and clear of the names over the left edge."""
        super().scrollTo(index, hint)
        hidden = self._names.covered - self.visualRect(index).left()
        if hidden > 0 and index.column() != self._names.column:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._names.place()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._names.update()

    def show_row(self, row: int) -> None:
        """Make a row the current one and keep it in sight; nothing is told."""
        if row >= 0 and self.currentIndex().row() != row:
            index = self.table.index(row, max(0, self.currentIndex().column()))
            self.setCurrentIndex(index)
        self.viewport().update()

    def copy(self) -> None:
        """Put the rows of the selected cells, or all, on the clipboard with their heads."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        QGuiApplication.clipboard().setText(self.table.tsv(rows if len(rows) > 1 else range(self.table.rowCount())))

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.edit_current():
                self.choose(self.currentIndex(), reveal=True)
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.state() != self.State.EditingState:
            index = self.currentIndex()
            if index.isValid() and self.table.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.table.setData(index, "")
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self.choose(self.currentIndex(), reveal=False)

    def edit_current(self) -> bool:
        """Open the editor of the current cell; False where nothing can be written."""
        index = self.currentIndex()
        if not index.isValid() or not self.table.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def tell_hovered(self, place: int) -> None:
        self._names.update()
        self.hovering.emit(self.table.rows[place] if 0 <= place < len(self.table.rows) else None)

    def set_lit(self, ids: frozenset[str]) -> None:
        super().set_lit(ids)
        self._names.update()

    def is_lit(self, row: LedgerRow) -> bool:
        """Whether a row is about what the pointer rests on in another pane."""
        return row.claim in self.lit or not self.lit.isdisjoint(row.metrics)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The next cell to fill is the one below: a column is filled from top to bottom."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            index = self.currentIndex()
            below = index.sibling(index.row() + 1, index.column())
            if below.isValid():
                self.setCurrentIndex(below)
        self.setFocus()

    def choose(self, index: QModelIndex, *, reveal: bool) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, LedgerRow):
            self.chosen.emit(row, reveal)

    def sort_by(self, section: int, *, further: bool) -> None:
        self.table.set_query(self.table.query.sorted_by(self.table.columns[section].key, further=further))

    def fit(self) -> None:
        """Each column as wide as its words, within limits; rows that are filtered out count, so that none jumps."""
        rows, under = self.table.everything, (self.table.language, self.table.columns)
        if self._measured is not rows or self._under != under:
            self._measured, self._under = rows, under
            self._longest = [self._longest_of(column) for column in self.table.columns]
        heads = QFontMetricsF(app_font(11, 600))  # with the arrow of the one that is sorted by
        for place, (column, longest) in enumerate(zip(self.table.columns, self._longest, strict=True)):
            head = heads.horizontalAdvance(str(self.table.headerData(place, Qt.Orientation.Horizontal))) + 22
            self.setColumnWidth(place, round(max(head, _NARROWEST.get(column.key, 52), longest)))
        self._names.place()

    def _longest_of(self, column: Column) -> float:
        """The room that the words of a column take, up to what it may have."""
        most = float(_WIDEST.get(column.key, 150))
        words = widest(self.table.all_words(column), QFontMetricsF(app_font(12)), most) + 20
        return min(words + (_SHAPE if column.kind == "veracity" else 0), most)


class LedgerDelegate(QStyledItemDelegate):
    """Paints cells: the report's words in Song, what a person wrote in full ink, what is empty as a dotted line."""

    def __init__(self, theme: Theme, view: LedgerView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # asked of the table itself: each question through the index takes as long as painting the words
        theme, view, place = self._theme, self._view, index.row()
        column, row = view.table.columns[index.column()], view.table.rows[place]
        cell = row.cells[column.key]
        rect = QRectF(option.rect)
        here = view.currentIndex()
        current = place == here.row()
        if current or view.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.color("accent_soft"))
        elif place == view.hovered or (view.lit and view.is_lit(row)):
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border", 0.6))
        inner = rect.adjusted(8, 0, -8, 0)
        words = view.table.words(row, column)
        focused = current and index.column() == here.column() and view.hasFocus()
        if words and column.key != "veracity" and not focused:
            self._paint_words(painter, inner, column, cell, words)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not words and self._wanted(column, row):
            painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(inner.left(), rect.bottom() - 7), QPointF(inner.right(), rect.bottom() - 7))
        elif column.key == "veracity" and cell.value in VERACITIES:
            veracity = next(each for each in VERACITIES if each == cell.value)
            paint_verdict(painter, theme, QPointF(inner.left() + 6, inner.center().y()), veracity, 13)
            paint_text(painter, inner.adjusted(_SHAPE, 0, 0, 0), words, app_font(12), theme.color("text"))
        else:
            self._paint_words(painter, inner, column, cell, words)
        if focused:
            paint_focus(painter, theme, rect.adjusted(1, 1, -1, -1), 4)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRectF, column: Column, cell: Cell, words: str) -> None:
        theme = self._theme
        if column.key == "indicator":
            font, token = app_font(12, 600), "text"
        elif column.key in _QUOTED:
            font, token = report_font(13), "text"
        elif column.kind in _NUMBERS and column.key != "number" and not cell.by_hand:
            font, token = app_font(12, 600), "metric"
        else:
            font, token = app_font(12, 600 if cell.by_hand else 400), "text" if column.fill else "text2"
        align = Qt.AlignmentFlag.AlignRight if column.kind in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, inner, " ".join(words.split()), font, theme.color(token), align)

    @staticmethod
    def _wanted(column: Column, row: LedgerRow) -> bool:
        """Whether it is for a person to fill; a row about nothing promised needs no fulfilment."""
        return bool(column.fill) or (column.kind == "fulfilment" and bool(row.claim))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._view.table.columns[index.column()]
        if column.kind == "fulfilment":
            box = QComboBox(parent)
            for key in FULFILMENTS:
                box.addItem(label("fulfilment", key, self._view.table.language), key)
            box.activated.connect(lambda _row: self._submit(box))
            return box
        field = QLineEdit(parent)
        field.setFrame(False)
        field.setFont(app_font(12))
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("raised"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("text"))
        field.setPalette(palette)
        field.setStyleSheet(f"background: {self._theme.hex('raised')}; border: 2px solid {self._theme.hex('accent')};"
                            " border-radius: 4px; padding: 0 5px;")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        elif isinstance(editor, QLineEdit) and not editor.isModified():  # rows made anew take no words being typed
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _submit(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.SubmitModelCache)


class LedgerHead(RowHead):
    """The heads of a ledger; those of columns to fill in are in full ink."""

    def __init__(self, theme: Theme, view: LedgerView) -> None:
        super().__init__(theme, view, "chrome", HEAD, 32)
        self._view = view

    def paintSection(self, painter: QPainter, _rect: object, logicalIndex: int) -> None:
        table = self._view.table
        column = table.columns[logicalIndex]
        words = str(table.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        left = self.sectionViewportPosition(logicalIndex)
        right = min(left + self.sectionSize(logicalIndex), self.viewport().width())  # a word at the edge ends in …
        box = QRectF(left, 0, max(0, right - left), self.height())
        sorted_by = column.key in dict(table.query.sort)
        token = "accent" if sorted_by else "text2" if column.fill or column.kind == "fulfilment" else "muted"
        align = Qt.AlignmentFlag.AlignRight if column.kind in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        painter.save()
        paint_text(painter, box.adjusted(8, 0, -8, 0), words, app_font(11, 600 if sorted_by or column.fill else 400),
                   self._theme.color(token), align)
        painter.restore()
