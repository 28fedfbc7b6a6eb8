"""What the report is, as it can still be changed after the project was made."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.project import SetParticulars
from core.project.particulars import KEYS
from core.sections.particulars import guessed
from gui.dialogs.importing.form import ParticularsForm
from gui.dialogs.sheet import Sheet
from gui.session import Session
from gui.theme import Theme

_NEVER: Final = "?"


class DetailsDialog(Sheet):
    """Title, issuer, place, years and the rest; all but the years are one step to undo.

    Signals:
        years_changed(tuple): the report has to be read again with these years.
    """

    years_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(theme, parent, width=520)
        self._session = session
        self.form = ParticularsForm(theme, self)
        self.content.addWidget(self.form)
        self.describe(
            self.tr("Report details"),
            self.tr("Printed on the cover of the review PDF. Other years mean that the report is read again; what "
                    "would change is shown first."),
            self.tr("Keep"),
        )
        project, report = session.project, session.report
        if project is None or report is None:
            return
        self.form.show_values(project.particulars(), (report.year, report.target_year))
        if project.editable and project.setting(KEYS["kind"], _NEVER) == _NEVER:  # nobody was asked at the import
            self.form.propose(guessed(report))
        self.form.set_read_only(not project.editable)
        self.form.changed.connect(lambda: self.tell_problem(self.form.problem()))
        self.form.setFocus()

    def finish(self) -> None:
        project, report = self._session.project, self._session.report
        if project is None or report is None or not project.editable:
            self.accept()
            return
        if problem := self.form.problem():
            self.tell_problem(problem)
            return
        particulars, years = self.form.particulars(), self.form.years()
        if particulars != project.particulars() and not self.make(self._session, SetParticulars(particulars)):
            return
        self.accept()
        if years != (report.year, report.target_year):
            self.years_changed.emit(years)
