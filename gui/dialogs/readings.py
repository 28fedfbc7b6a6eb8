"""All figures that a person decided how to read: what holds, what the program had read, and the way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from core.by_hand import Told, decisions
from core.model import FigureDecision, Span
from core.project import Changes, RestoreFigure
from core.text import on_one_line
from core.vocabulary import label
from gui import settings
from gui.dialogs.sheet import Sheet
from gui.models.history import moment
from gui.session import Session
from gui.theme import Theme, report_font
from gui.views.navigator.notice import Notice

_HEAD: Final = 30
_DECISION: Final = int(Qt.ItemDataRole.UserRole)


class ReadingsDialog(Sheet):
    """Lists the decisions in the order of the text, those whose words were lost among them; leads to each."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(theme, parent, width=860)
        self._session = session
        self.table = QTableWidget(0, 4, self)
        self.show_whole_rows(self.table, 10)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.notice = Notice(theme, self.table, _HEAD)
        self.back = QPushButton(self)
        self.back.setAutoDefault(False)
        self.content.addWidget(self.table, 1)
        self.foot.insertWidget(0, self.back)
        self.cancel_button.hide()
        self.back.clicked.connect(self.put_back)
        self.table.activated.connect(self.go)
        self.table.itemSelectionChanged.connect(self._switch)
        session.changed.connect(self._changed)
        self.retranslate()
        self.table.setFocus()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        super().retranslate()
        self.describe(
            self.tr("Readings by hand"),
            self.tr("Enter goes to the words. What the program had read can be put back at any time."),
            self.tr("Close"),
        )
        self.table.setHorizontalHeaderLabels([
            self.tr("In the report"), self.tr("Read now"), self.tr("The program had read"), self.tr("By"),
        ])
        self.table.setAccessibleName(self.tr("Readings by hand"))
        self.back.setText(self.tr("Put the program's reading back"))
        self._fill()

    def put_back(self) -> None:
        """Let the program's reading hold again where the row in hand is about."""
        key = self._key()
        if key:
            self.make(self._session, RestoreFigure(key))

    def go(self) -> None:
        """Show the words of the row in hand in the text, and close."""
        session, key = self._session, self._key()
        decided = next((each for each in self._decisions() if each.id == key), None)
        if decided is None or decided.anchor.state == "orphan":
            self.tell_problem(self.tr("These words are not in the report any more."))
            return
        metrics = session.report.metrics if session.report else ()
        metric = next((each.id for each in metrics if each.by_hand and each.by_hand.id == key), "")
        if metric:
            session.select("metric", metric)
        else:
            session.reveal.emit(Span(decided.anchor.span.start, decided.anchor.span.end))
        self.accept()

    def _decisions(self) -> tuple[FigureDecision, ...]:
        project = self._session.project
        return project.figures() if project is not None else ()

    def _key(self) -> str:
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(_DECISION)) if item is not None else ""

    def _changed(self, changes: Changes) -> None:
        if changes.figures or changes.reports:
            self._fill()

    def _fill(self) -> None:
        language, report = settings.language(), self._session.report
        told = {
            each.metric.by_hand.id: each
            for each in (decisions(report, language) if report else []) if each.metric.by_hand is not None
        }
        held, here = self._decisions(), self.table.currentRow()
        self.table.setRowCount(len(held))
        for place, decided in enumerate(held):
            for column, words in enumerate(self._cells(decided, told.get(decided.id))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setData(_DECISION, decided.id)
                if not column:
                    item.setFont(report_font(13))
                self.table.setItem(place, column, item)
        if held:
            self.table.setCurrentCell(max(0, min(here, len(held) - 1)), 0)
        self.notice.say("" if held else self.tr("No reading was decided by hand yet. F2 on a figure corrects it."))
        self._switch()

    def _cells(self, decided: FigureDecision, told: Told | None) -> tuple[str, str, str, str]:
        language = settings.language()
        quote = on_one_line(decided.anchor.exact)
        who = " · ".join(part for part in (decided.by, moment(decided.at)) if part)
        if told is None:
            return quote, label("anchor_state", decided.anchor.state, language), "", who
        report = self._session.report
        words = on_one_line(told.metric.span.quote(report.text)) if report else quote
        now = dict.fromkeys((label("by_hand", told.what, language), told.now))
        return words, " · ".join(now), told.machine, who

    def _switch(self) -> None:
        self.back.setEnabled(bool(self._key()) and self._session.locked is None)
