"""What the review says of itself on its cover and in its second part: title, reviewers, date, independence."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from core.project import SetSetting, Together
from core.vocabulary import label
from gui import settings
from gui.dialogs.drafts import Draft
from gui.dialogs.sheet import Sheet, named
from gui.session import Session
from gui.theme import Theme

_FIELDS: Final = ("title", "reviewer", "organisation", "date", "independence", "overall_view")
_LONG: Final = ("independence", "overall_view")


class ReviewDialog(Sheet):
    """The settings of the review; all that was changed is one step to undo."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(theme, parent, width=680)
        self._session = session
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        names = {key: label("setting", key, settings.language()) for key in _FIELDS}
        for place, key in enumerate(key for key in names if key not in _LONG):
            self.fields[key] = QLineEdit(self)
            grid.addLayout(named(self.fields[key], names[key]), place // 2, place % 2)
        row = grid.rowCount()
        for key in _LONG:
            words = QPlainTextEdit(self)
            words.setFixedHeight(84)
            words.setTabChangesFocus(True)
            self.fields[key] = words
            grid.addLayout(named(words, names[key]), row, 0, 1, 2)
            row += 1
        self.content.addLayout(grid)
        self.describe(
            self.tr("About this review"),
            self.tr("Printed in the review PDF. Empty lines are left out."),
            self.tr("Keep"),
        )
        project = session.project
        for key, field in self.fields.items():
            _set(field, project.setting(key) if project else "")
            field.setReadOnly(project is None or not project.editable)
        if project is not None and project.editable:
            Draft(self, session, "review", self.fields, over=True)
        self.fields["title"].setFocus()

    def finish(self) -> None:
        project = self._session.project
        if project is None or not project.editable:
            self.accept()
            return
        changed = [
            SetSetting(key, words)
            for key, field in self.fields.items()
            if (words := _words(field)) != project.setting(key)
        ]
        if not changed or self.make(self._session, Together(changed, "set_setting")):
            if name := _words(self.fields["reviewer"]):
                settings.set_reviewer(name)
            self.accept()


def _words(field: QLineEdit | QPlainTextEdit) -> str:
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()


def _set(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
    else:
        field.setPlainText(words)
