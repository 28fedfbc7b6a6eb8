"""The table with its head: how many figures, grouping, filter, columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from gui import settings
from gui.models.metrics import (
    COLUMNS,
    MORE_COLUMNS,
    Column,
    Grouping,
    MetricRow,
    MetricTable,
    TableQuery,
    column_name,
    metric_rows,
)
from gui.session import Session
from gui.theme import Theme
from gui.views.controls import FilterField, IconButton
from gui.views.data.card import CardHead
from gui.views.data.table import MetricView
from gui.views.pieces import Pieces

#: So many rows are made in one turn of the event loop: all six thousand of a long plan took a tenth of a second.
_AT_ONCE: Final = 500
_GROUPINGS: Final[tuple[Grouping, ...]] = ("section", "indicator", "role", "none")


class TableCard(QWidget):
    """All figures of the report.

    Signals:
        chosen(str, bool): a figure was chosen; True when the text should show it.
        file_wanted(Path, list[str], list[list]): write these heads and rows there, as CSV or as a workbook.
    """

    chosen = Signal(str, bool)
    file_wanted = Signal(object, object, object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._stale = True
        self._rows = Pieces(self)
        self._columns: tuple[Column, ...] = _columns_chosen()
        self.table = MetricTable(self)
        self.table.set_query(TableQuery(grouping=_grouping_chosen()))
        self.view = MetricView(theme, self.table, self)
        self.view.set_columns(self._columns)
        self.view.chosen.connect(self.chosen)
        self.head = CardHead(theme, self)
        self.filter = FilterField(theme, self)
        self.filter.setFixedHeight(28)
        self.filter.setVisible(False)
        self.filter.textChanged.connect(self._filter)
        self.filter.entered.connect(self._enter_table)
        self.filter.left.connect(self._close_filter)
        self.funnel = IconButton(theme, "filter", self.head)
        self.funnel.clicked.connect(self.open_filter)
        self.more = IconButton(theme, "more", self.head)
        self.more.clicked.connect(self._open_menu)
        self.head.row.addWidget(self.funnel)
        self.head.row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        slash = QAction(self)
        slash.setShortcut("/")
        slash.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.triggered.connect(self.open_filter)
        self.addAction(slash)
        self.retranslate()

    def refresh(self) -> None:
        """Ask the session for all figures again; out of sight it waits until it is shown.

        Those of a long report come in several turns of the event loop, and what was there stays until they are whole.
        """
        self._rows.stop()
        report = self._session.report
        self._stale = not self.isVisible()
        if self._stale and report is not None:
            return
        if report is None:
            self._rows.begin_soon(self._turns(iter(())))  # to let go of thousands of rows takes a while as well
            return
        titles = {section.id: section.title for section in report.sections}
        self._rows.begin(self._turns(metric_rows(report, self._session.claims(), titles, settings.language())))

    def _turns(self, coming: Iterator[MetricRow]) -> Iterator[None]:
        """Make the rows and show them; gives way after each piece of the work where they are many."""
        made: list[MetricRow] = []
        while len(piece := list(islice(coming, _AT_ONCE))) == _AT_ONCE:
            made += self._told(piece)
            yield
        if made:
            made += self._told(piece)
            yield
            self.view.measure(made)
            yield
        self.table.set_rows(made or piece)
        self._say()

    def _told(self, piece: list[MetricRow]) -> list[MetricRow]:
        """The same rows, with the words that the table will ask for; those of a few are told as it asks."""
        for row in piece:
            for column in (*self._columns, "section"):
                row.cells[column]
        return piece

    def open_filter(self) -> None:
        """Show the filter line and put the caret into it."""
        self.filter.setVisible(True)
        self.filter.take_keyboard()

    def set_grouping(self, grouping: Grouping) -> None:
        """Group by section, indicator or role, or not at all."""
        settings.set_choice("table_grouping", grouping)
        self.table.set_query(replace(self.table.query, grouping=grouping))
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        self.filter.describe(self.tr("Filter figures"))
        self.funnel.describe(self.tr("Filter figures"), "/")
        self.more.describe(self.tr("Columns, groups and copying"))
        self.view.setAccessibleName(self.tr("Figures of the report"))
        self.view.horizontalHeader().viewport().update()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _enter_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_filter(self) -> None:
        self.filter.setVisible(False)
        self._enter_table()

    def _filter(self, words: str) -> None:
        self.table.set_query(replace(self.table.query, words=words.strip()))
        self.view.scrollToTop()
        self._say()

    def _say(self) -> None:
        query = self.table.query
        grouping = {
            "section": self.tr("by section"), "indicator": self.tr("by indicator"),
            "role": self.tr("by role"), "none": self.tr("not grouped"),
        }[query.grouping]
        if query.words and not self.table.count:
            self.head.say(self.tr("Figures"), self.tr("None contains “{words}”. Esc clears.").format(words=query.words))
            return
        if not self.table.count:
            report = self._session.report
            self.head.say(self.tr("Figures"), self.tr("This report states no figures.") if report else "")
            return
        count = self.tr("%n figures", "", self.table.count)
        self.head.say(self.tr("Figures"), f"{count} · {grouping}")

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy the table")).triggered.connect(self.view.copy_all)
        menu.addAction(self.tr("Export the table…")).triggered.connect(self.ask_export)
        menu.addSeparator()
        names = {
            "section": self.tr("Group by section"), "indicator": self.tr("Group by indicator"),
            "role": self.tr("Group by role"), "none": self.tr("Do not group"),
        }
        for grouping in _GROUPINGS:
            self._add(menu, names[grouping], grouping == self.table.query.grouping, self._grouper(grouping))
        menu.addSeparator()
        for column in (*COLUMNS[1:], *MORE_COLUMNS):
            self._add(menu, column_name(column), column in self._columns, self._toggler(column))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _add(self, menu: QMenu, words: str, checked: bool, slot: Callable[[], None]) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(slot)

    def _grouper(self, grouping: Grouping) -> Callable[[], None]:
        return lambda: self.set_grouping(grouping)

    def _toggler(self, column: Column) -> Callable[[], None]:
        return lambda: self.toggle_column(column)

    def toggle_column(self, column: Column) -> None:
        """Show or hide a column."""
        shown = set(self._columns) ^ {column}
        self._columns = tuple(each for each in (*COLUMNS, *MORE_COLUMNS) if each in shown)
        settings.set_choice("table_columns", " ".join(self._columns))
        self.view.set_columns(self._columns)

    def ask_export(self) -> None:
        """Ask where the rows that are shown go, as CSV or as a workbook."""
        folder = Path(settings.last_folder())
        kinds = ";;".join((self.tr("Workbooks (*.xlsx)"), self.tr("Tables (*.csv)")))
        title = self.tr("Figures")
        name = str(folder / f"{title}.xlsx")
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Export the table"), name, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix not in (".xlsx", ".csv"):
            path = path.with_name(path.name + (".csv" if "csv" in kind else ".xlsx"))
        settings.set_last_folder(path.parent)
        self.export(path)

    def export(self, path: Path) -> None:
        """Ask for a file of the rows that are shown, under the chosen columns, also those that had no room."""
        heads = [column_name(column) for column in self._columns]
        figures = [row for row in self.table.rows if isinstance(row, MetricRow)]
        rows = [[row.typed(column) for column in self._columns] for row in figures]
        self.file_wanted.emit(path, heads, rows)


def _columns_chosen() -> tuple[Column, ...]:
    """The columns of the last time; the indicator is always there."""
    words = set(settings.choice("table_columns", " ".join(COLUMNS)).split()) | {"indicator"}
    return tuple(each for each in (*COLUMNS, *MORE_COLUMNS) if each in words)


def _grouping_chosen() -> Grouping:
    word = settings.choice("table_grouping", "section")
    return next((grouping for grouping in _GROUPINGS if grouping == word), "section")
