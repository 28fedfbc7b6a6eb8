"""Attaching a piece of evidence: a file, an address or a quote, with what the register wants to know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from core.model.review import EvidenceKind, Stance
from core.project import EvidenceDraft
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.dialogs.options import Options
from gui.dialogs.sheet import Choice, Sheet, named
from gui.theme import Theme

Source = Literal["file", "url", "quote"]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class EvidenceOrder:
    """What to attach: the register's entry, the file if there is one, and how it bears on the claim."""

    draft: EvidenceDraft
    file: Path | None
    stance: Stance


class EvidenceDialog(Sheet):
    """Signals:
    ordered(EvidenceOrder): attach this.
    """

    ordered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, claim: str, *, source: Source = "file", value: str = "") -> None:
        super().__init__(theme, parent, width=620)
        self._claim = claim
        self._source: Source = source
        self.sources = Options(
            (("file", self.tr("File")), ("url", self.tr("Web address")), ("quote", self.tr("Quote"))), self
        )
        self.file_field, self.url_field, self.quote_field = QLineEdit(self), QLineEdit(self), QPlainTextEdit(self)
        self.quote_field.setTabChangesFocus(True)
        self.quote_field.setFixedHeight(72)
        self.browse_button = QPushButton(self)
        self.browse_button.setAutoDefault(False)
        self.title_field, self.provider_field = QLineEdit(self), QLineEdit(self)
        self.locator_field, self.published_field = QLineEdit(self), QLineEdit(self)
        self.retrieved_field = QLineEdit(date.today().isoformat(), self)
        self.notes_field = QLineEdit(self)
        self.kind, self.reliability, self.credibility = Choice(theme, self), Choice(theme, self), Choice(theme, self)
        self.stances = Options([(key, _stance_words(key)) for key in keys("stance")], self)
        self._fill()
        self._lay_out()
        self.sources.chosen.connect(self._turn)
        self.kind.chosen.connect(self._grade)
        self.browse_button.clicked.connect(self._browse)
        self._words()
        self._take(source, value)

    def _fill(self) -> None:
        language = settings.language()
        kinds = [(key, label("evidence_kind", key, language)) for key in keys("evidence_kind")]
        self.kind.set_options(kinds, "other")
        unknown = ("", self.tr("Not stated"))
        self.reliability.set_options([unknown, *((grade, grade) for grade in "ABCDEF")], "")
        self.credibility.set_options([unknown, *((grade, grade) for grade in "123456")], "")
        self.stances.set_current("supports")
        self.stances.setAccessibleName(self.tr("How it bears on the claim"))

    def _lay_out(self) -> None:
        self.content.addWidget(self.sources)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self.file_field, self.url_field, self.quote_field):
            row.addWidget(field, 1)
        row.addWidget(self.browse_button)
        self.content.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addLayout(named(self.title_field, self.tr("Title")), 0, 0, 1, 4)
        grid.addLayout(named(self.kind, self.tr("Kind")), 1, 0, 1, 2)
        grid.addLayout(named(self.provider_field, self.tr("Who issued it")), 1, 2, 1, 2)
        grid.addLayout(named(self.published_field, self.tr("Published on")), 2, 0)
        grid.addLayout(named(self.retrieved_field, self.tr("Obtained on")), 2, 1)
        grid.addLayout(named(self.reliability, self.tr("Source, A to F")), 2, 2)
        grid.addLayout(named(self.credibility, self.tr("Content, 1 to 6")), 2, 3)
        grid.addLayout(named(self.locator_field, self.tr("Place in it")), 3, 0, 1, 2)
        grid.addLayout(named(self.notes_field, self.tr("Note")), 3, 2, 1, 2)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.content.addLayout(grid)
        self.content.addLayout(named(self.stances, self.tr("How it bears on the claim")))
        self.published_field.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.retrieved_field.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.locator_field.setPlaceholderText(self.tr("Page, table, paragraph"))

    def _words(self) -> None:
        self.describe(
            self.tr("Attach evidence"),
            self.tr("To: {claim}").format(claim=self._claim) if self._claim else self.tr("Goes to the register"),
            self.tr("Attach"),
        )
        self.browse_button.setText(self.tr("Choose…"))
        self.file_field.setPlaceholderText(self.tr("Choose a file or drop one on the window"))
        self.url_field.setPlaceholderText("https://")
        self.quote_field.setPlaceholderText(self.tr("The words, as they stand in the source"))
        self.file_field.setAccessibleName(self.tr("File"))
        self.url_field.setAccessibleName(self.tr("Web address"))
        self.quote_field.setAccessibleName(self.tr("Quote"))

    def _take(self, source: Source, value: str) -> None:
        self._turn(source)
        match source:
            case "file":
                self.file_field.setText(value)
            case "url":
                self.url_field.setText(value)
                self.kind.set_key("news")
            case "quote":
                self.quote_field.setPlainText(value)
                self.kind.set_key("quote")
        self._grade(self.kind.key)
        focus = {"file": self.browse_button, "url": self.url_field, "quote": self.quote_field}[source]
        (self.title_field if value else focus).setFocus()

    def _turn(self, source: str) -> None:
        self._source = cast("Source", source)
        self.sources.set_current(source)
        self.file_field.setVisible(source == "file")
        self.browse_button.setVisible(source == "file")
        self.url_field.setVisible(source == "url")
        self.quote_field.setVisible(source == "quote")

    def _grade(self, kind: str) -> None:
        grade = attribute("evidence_kind", kind, "grade")
        self.reliability.set_key(grade[:1])
        self.credibility.set_key(grade[1:2])

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), settings.last_folder())
        if path:
            settings.set_last_folder(Path(path).parent)
            self.file_field.setText(path)

    def finish(self) -> None:
        problem = self._problem()
        self.tell_problem(problem)
        if problem:
            return
        self.ordered.emit(self.order())
        self.accept()

    def order(self) -> EvidenceOrder:
        """What the fields say now."""
        draft = EvidenceDraft(
            kind=cast("EvidenceKind", self.kind.key),
            title=self.title_field.text().strip(),
            url=self.url_field.text().strip() or None if self._source == "url" else None,
            excerpt=self.quote_field.toPlainText().strip() if self._source == "quote" else "",
            provider=self.provider_field.text().strip(),
            published_on=self.published_field.text().strip() or None,
            retrieved_at=self.retrieved_field.text().strip() or None,
            locator=self.locator_field.text().strip(),
            reliability=self.reliability.key or None,
            credibility=self.credibility.key or None,
            notes=self.notes_field.text().strip(),
        )
        file = Path(self.file_field.text().strip()) if self._source == "file" else None
        return EvidenceOrder(draft, file, cast("Stance", self.stances.current))

    def _problem(self) -> str:
        if self._source == "file" and not Path(self.file_field.text().strip()).is_file():
            return self.tr("Choose a file that exists.")
        if self._source == "url" and not self.url_field.text().strip():
            return self.tr("Enter the address.")
        if self._source == "quote" and not self.quote_field.toPlainText().strip():
            return self.tr("Enter the quoted words.")
        for field in (self.published_field, self.retrieved_field):
            if field.text().strip() and not _DATE.fullmatch(field.text().strip()):
                return self.tr("Dates are written 2024-01-31, 2024-01 or 2024.")
        return ""


def _stance_words(key: str) -> str:
    return f"{attribute('stance', key, 'sign')} {label('stance', key, settings.language())}"
