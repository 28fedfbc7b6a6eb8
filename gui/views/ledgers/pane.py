"""The pane of the ledgers: which of them, what is looked for, what is unpaired, and the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.ledgers import NAMES, Ledger, LedgerName, LedgerRow, Material, ledger_rows
from core.model.review import FULFILMENTS
from core.project import FillEntry, SetVerdict
from core.vocabulary import label
from gui import settings
from gui.models.ledger import LedgerQuery, LedgerTable
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.controls import FilterField, IconButton, Segment, SegmentedControl, pane_sheet
from gui.views.inspector.page import RULES, Words
from gui.views.ledgers.table import HEAD, LedgerView
from gui.views.linking import about
from gui.views.navigator.notice import Notice
from gui.views.pieces import Pieces

#: A narrower pane does not count its rows: the number stood upon the names.
_COUNT_FROM = 560
#: So many rows are made in one turn of the event loop: of 1,700 all took a tenth of a second, with each decision anew.
_AT_ONCE = 250
_ICONS = {"targets": "target", "results": "metric", "commitments": "flag", "issues": "hit"}


class LedgerPane(QWidget):
    """The ledgers of the report, to be completed by hand.

    Signals:
        export_wanted(str): write the ledgers out as `csv` or `xlsx`.
    """

    export_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._name: LedgerName = "targets"
        self._stale = True
        self._choosing = False
        self._wants_row = False  # the keyboard came before the rows
        self._rows = Pieces(self)
        self.table = LedgerTable(self)
        self.setStyleSheet(pane_sheet(RULES + _FIELD))
        self.view = LedgerView(theme, self.table, self)
        self.names = SegmentedControl(theme, self, fitted=True)
        self.filter = FilterField(theme, self)
        self.count = Words("muted", 12)
        self.sides = SegmentedControl(theme, self, fitted=True, height=28)
        self.more = IconButton(theme, "more", self)
        self.notice = Notice(theme, self.view, HEAD)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def name(self) -> LedgerName:
        """Which ledger is in front."""
        return self._name

    def show_ledger(self, name: LedgerName) -> None:
        """Bring one of them to the front."""
        self._name = name
        self.names.set_current(name)
        self.sides.setVisible(name == "targets")
        self.sides.set_current("all")
        self._fill()

    def show_unpaired(self, alone: bool) -> None:
        """Show only the rows that have one side, or all."""
        self.sides.set_current("unpaired" if alone else "all")
        self._ask(replace(self.table.query, unpaired=alone))

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        language = settings.language()
        self.setAccessibleName(self.tr("Ledgers"))
        self.names.set_segments([Segment(name, _ICONS[name], label("ledger", name, language)) for name in NAMES])
        self.names.setAccessibleName(self.tr("Which ledger"))
        self.filter.describe(self.tr("Filter rows  /"), self.tr("Filter rows"))
        self.sides.set_segments([
            Segment("all", "table", self.tr("All")), Segment("unpaired", "tie", self.tr("Unpaired")),
        ])
        self.sides.setAccessibleName(self.tr("Rows with both sides, or only those without a counterpart"))
        self.more.describe(self.tr("Copy and export"))
        self.view.setAccessibleName(self.tr("Rows of the ledger"))
        self._mark_stale()

    def take_keyboard(self) -> None:
        """The table has the keyboard; its first row is in hand if none is."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wants_row = self._rows.under_way
        if not self._wants_row:
            self._take_row()

    def _take_row(self) -> None:
        if not self.view.currentIndex().isValid() and self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, 1))

    def menu(self) -> QMenu:
        """Copying and exporting."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Copy the table"), self.view.copy),
            (self.tr("Export as a workbook (XLSX)…"), lambda: self.export_wanted.emit("xlsx")),
            (self.tr("Export as CSV…"), lambda: self.export_wanted.emit("csv")),
        ]
        for words, slot in entries:
            menu.addAction(words).triggered.connect(slot)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(760, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(380, 140)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.count.setVisible(self.width() >= _COUNT_FROM)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("paper"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 8)
        head.setSpacing(8)
        self.names.setMinimumWidth(190)
        self.filter.setFixedHeight(28)
        self.filter.setMaximumWidth(190)
        head.addWidget(self.names)
        head.addWidget(self.count, 1)
        head.addWidget(self.filter)
        head.addWidget(self.sides)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        slash = QAction(self)
        slash.setShortcut("/")
        slash.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.triggered.connect(self.filter.take_keyboard)
        self.addAction(slash)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._mark_stale)
        session.report_replaced.connect(self._mark_stale)
        session.changed.connect(lambda _changes: self._mark_stale())
        session.selected.connect(self._follow)
        session.hovered.connect(self._light)
        self.view.hovering.connect(self._tell_hovering)
        self.names.chosen.connect(lambda key: self.show_ledger(next(name for name in NAMES if name == key)))
        self.filter.textChanged.connect(self._filter)
        self.filter.entered.connect(self._enter_table)
        self.filter.left.connect(self._enter_table)
        self.sides.chosen.connect(lambda key: self.show_unpaired(key == "unpaired"))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.view.chosen.connect(self._choose)
        self.table.filled.connect(self._write)

    def _enter_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _mark_stale(self) -> None:
        self._stale = True
        self._rows.stop()
        if self.isVisible() or self._session.project is None:  # of a report that was closed nothing is kept
            self._fill()

    def _fill(self) -> None:
        """Ask the session for the rows again. Those of a long report come in several turns of the event loop, and what
        was there stays until they are whole."""
        self._rows.stop()
        self._stale = False
        session, project = self._session, self._session.project
        report = session.report
        if project is None or report is None:
            self.table.show_ledger(Ledger(self._name, ()))
            return
        material = Material(
            report, session.claims(), project.evidence(), project.ledger_entries(), settings.language(), session.pairs,
            project.hits(),
        )
        self._rows.begin(self._turns(ledger_rows(self._name, material)))

    def _turns(self, coming: Iterator[LedgerRow]) -> Iterator[None]:
        """Make the rows and show them; gives way after each piece of the work where they are many."""
        made: list[LedgerRow] = []
        while piece := list(islice(coming, _AT_ONCE)):
            made += piece
            if len(made) < _AT_ONCE:
                break
            yield  # to show so many has a turn of its own
        self._show(tuple(made))

    def _show(self, rows: tuple[LedgerRow, ...]) -> None:
        """The rows are whole; the cell in hand stays in hand."""
        here = self.view.currentIndex()
        row, column = here.row(), here.column()
        spoken, self.table.language = self.table.language, settings.language()
        self.table.editable = self._session.locked is None
        self.table.show_ledger(Ledger(self._name, rows))
        if self.table.language != spoken:
            self.view.fit()  # the same rows in other words
        if here.isValid() and not self.view.currentIndex().isValid() and 0 <= row < self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(row, column))
        if self._wants_row:
            self._take_row()
        self._wants_row = False
        self._say()

    def _ask(self, query: LedgerQuery) -> None:
        self.table.set_query(query)
        if not self._rows.under_way:  # else it is told when the rows are whole
            self._say()

    def _say(self) -> None:
        shown, total = self.table.rowCount(), self.table.count
        words = self.tr("%n rows", "", total)
        if shown != total:
            words = self.tr("{shown} of %n rows", "", total).format(shown=shown)
        self.count.setText(words)
        if shown:
            self.notice.say("")
        elif self.table.query.words:
            self.notice.say(self.tr("No row contains “{words}”. Esc clears.").format(words=self.table.query.words))
        elif self.table.query.unpaired and total:
            self.notice.say(self.tr("Every row has its counterpart."))
        else:
            self.notice.say({
                "targets": self.tr("This report sets no targets."),
                "results": self.tr("This report states no results in figures."),
                "commitments": self.tr("This report promises nothing. Mark words in the text and press M."),
                "issues": self.tr("No check is confirmed yet. F8 asks for one after the other; A confirms."),
            }[self._name])

    def _filter(self, words: str) -> None:
        self._ask(replace(self.table.query, words=words.strip()))

    def _choose(self, row: LedgerRow, reveal: bool) -> None:
        """Select the figure, else the claim, everywhere; the text shows its place."""
        session = self._session
        self._choosing = True
        if row.hit:
            session.select("hit", row.hit, reveal=False)
        elif row.claim:
            session.select("claim", row.claim, reveal=False)
        elif row.metrics:
            session.select("metric", row.metrics[0], reveal=False)
        self._choosing = False
        if reveal:
            session.reveal.emit(row.span)

    def _follow(self, selection: Selection) -> None:
        if self._choosing or not self.isVisible():
            return
        if selection.subject == "claim":
            current = self.view.currentIndex()
            if current.isValid() and self.table.rows[current.row()].claim == selection.id:
                return
            self.view.show_row(self.table.row_of(selection.id))
        elif selection.subject == "hit":
            self.view.show_row(self.table.row_of_hit(selection.id))
        elif selection.subject == "metric":
            self.view.show_row(self.table.row_of("", selection.id))

    def _light(self, hovering: Selection) -> None:
        if self.isVisible():
            self.view.set_lit(about(self._session, hovering)[0])

    def _tell_hovering(self, row: LedgerRow | None) -> None:
        if row is not None and row.metrics:
            self._session.hover("metric", row.metrics[0])
        elif row is not None and row.claim:
            self._session.hover("claim", row.claim)
        else:
            self._session.hover()

    def _write(self, row: LedgerRow, column: str, words: str) -> None:
        session, project = self._session, self._session.project
        if project is None:
            return
        if column == "fulfilment":
            value = next((each for each in FULFILMENTS if each == words), None)
            session.do(SetVerdict(row.claim, value, "fulfilment"))
            return
        whole = next(each for each in self.table.columns if each.key == column).fill == "claim"
        report = project.report_ids()[0]
        session.do(FillEntry(row.claim, "" if whole else row.indicator, column, words, report, row.span))


_FIELD = """
QAbstractScrollArea::corner { background: transparent; border: none; }
QLineEdit { background: @raised; border: 1px solid @border; border-radius: 7px; padding: 0 8px; }
QLineEdit:focus { border: 2px solid @accent; padding: 0 7px; }
"""
