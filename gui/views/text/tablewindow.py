"""A table of the report in a window of its own: as wide as it is, its figures marked, each cell leading back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QTableView, QVBoxLayout, QWidget

from core.model import Report, Span
from core.model.layout import Cell, Table
from core.project import Changes
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.text.tables import head_rows, is_number

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDEST = 360


class TableWindow(QWidget):
    """One table. Ctrl+C copies the selected cells with tabs between them, Enter goes to the cell in the text."""

    def __init__(self, session: Session, theme: Theme, report: Report, table: Table, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tableWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        caption = table.caption.quote(report.text) if table.caption else ""
        words = " ".join(caption.split()).strip("*# ") or self.tr("Table")
        self.setWindowTitle(words)
        title = QLabel(words, self)
        title.setFont(app_font(15, 700))
        title.setWordWrap(True)
        unit = QLabel(" ".join(table.unit_note.quote(report.text).split()) if table.unit_note else "", self)
        unit.setObjectName("fieldHint")
        unit.setVisible(bool(unit.text()))
        self.view = _View(self)
        self.model = _Cells(theme, report, table, self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(words)
        for cell in table.cells:
            if cell.rows > 1 or cell.columns > 1:
                self.view.setSpan(cell.row, cell.column, cell.rows, cell.columns)
        self.view.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            self.view.setColumnWidth(column, min(_WIDEST, self.view.columnWidth(column) + 12))
        self.view.activated.connect(self._go)
        theme.changed.connect(self.model.recolour)
        session.opened.connect(self.close)
        session.report_replaced.connect(self.close)
        session.changed.connect(self._changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(unit)
        box.addWidget(self.view, 1)
        across = sum(self.view.columnWidth(number) for number in range(self.model.columnCount())) + 64
        down = 30 * self.model.rowCount() + 110
        room = parent.screen().availableGeometry()
        self.resize(min(max(420, across), room.width() - 80), min(max(240, down), room.height() - 80))

    def _changed(self, changes: Changes) -> None:
        if changes.figures and self._session.report is not None:
            self.model.follow(self._session.report)

    def _go(self, index: QModelIndex) -> None:
        span = self.model.place(index)
        if span is not None:
            self._session.reveal.emit(span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class _Cells(QAbstractTableModel):
    """The cells of a table by row and column."""

    def __init__(self, theme: Theme, report: Report, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table
        self._rows, self._columns = table.rows, table.columns
        self._heads = head_rows(table)
        self._cells: dict[tuple[int, int], Cell] = {(cell.row, cell.column): cell for cell in table.cells}
        self._words = {key: " ".join(cell.span.quote(report.text).split()) for key, cell in self._cells.items()}
        self._figures = self._read_as_figures(report)

    def _read_as_figures(self, report: Report) -> set[tuple[int, int]]:
        """The cells in which a figure is read."""
        whole = self._table.span
        starts = {
            metric.value_span.start for metric in report.metrics if whole.start <= metric.value_span.start < whole.end
        }
        if not starts:
            return set()
        return {
            key for key, cell in self._cells.items()
            if any(cell.span.start <= start < cell.span.end for start in starts)
        }

    def follow(self, report: Report) -> None:
        """Figures of the same text were decided otherwise."""
        self._figures = self._read_as_figures(report)
        self.recolour()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def place(self, index: _Index) -> Span | None:
        """Where a cell stands in the text."""
        cell = self._cells.get((index.row(), index.column()))
        return cell.span if cell is not None and cell.span.end > cell.span.start else None

    def recolour(self) -> None:
        """The theme is another."""
        self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self._columns - 1))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key = index.row(), index.column()
        words = self._words.get(key, "")
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.FontRole:
                return app_font(13, 700 if index.row() < self._heads else 400)
            case Qt.ItemDataRole.TextAlignmentRole:
                across = Qt.AlignmentFlag.AlignRight if is_number(words) else Qt.AlignmentFlag.AlignLeft
                return int((across | Qt.AlignmentFlag.AlignVCenter).value)
            case Qt.ItemDataRole.BackgroundRole if key in self._figures:
                return self._theme.color("metric_tint")
            case Qt.ItemDataRole.BackgroundRole if index.row() < self._heads:
                return self._theme.color("chrome")
        return None


class _View(QTableView):
    """Cells without a grid of their own, copied with tabs between them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected cells, the rows on lines."""
        cells = {(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()}
        if not cells:
            return
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        lines = ["\t".join(cells.get((row, column), "") for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
