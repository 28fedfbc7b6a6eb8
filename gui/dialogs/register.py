"""The fields of an entry in the evidence register, on three pages: what it is, where from, which place in it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from core.model import Evidence
from core.project import EvidenceDraft
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.dialogs.sheet import Choice, Sheet, named
from gui.theme import Theme

_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


_COLUMNS: Final = 4


class RegisterFields(QObject):
    """The fields and what they say. The kind chooses the grade as long as no other was chosen."""

    PARTS: Final = ("basics", "origin", "place")

    def __init__(self, theme: Theme, parent: Sheet) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parent = parent
        self.title, self.provider, self.notes = self._line(), self._line(), self._line()
        self.published_on, self.retrieved_at = self._line(), self._line()
        self.kind = self._choice("evidence_kind", "other", unknown=False)
        self.reliability = self._letters("ABCDEF")
        self.credibility = self._letters("123456")
        self.provider_role = self._choice("provider_role")
        self.method = self._choice("method")
        self.signature = self._choice("signature", "not_needed", unknown=False)
        self.signature_reason = self._line()
        self.copy_state = self._choice("copy_state")
        self.sensitivity = self._choice("sensitivity", "internal", unknown=False)
        self.independence_group, self.archive_url = self._line(), self._line()
        self.locator, self.page, self.table = self._line(), self._line(), self._line()
        self.cell, self.time, self.data_period = self._line(), self._line(), self._line()
        self.vintage = self._choice("vintage")
        self.retrieved_at.setText(date.today().isoformat())
        self._retrieved = self.retrieved_at.text()
        self.kind.chosen.connect(self._grade)
        self.signature.chosen.connect(self._ask_reason)
        self._grade(self.kind.key)
        self._ask_reason(self.signature.key)
        self.order: list[QWidget] = []  # as they are read
        self._pages = (self._basics(), self._origin(), self._place())

    def pages(self) -> tuple[QWidget, ...]:
        """One widget for each of PARTS."""
        return self._pages

    def part_names(self) -> tuple[str, ...]:
        """The words for PARTS."""
        return self.tr("What it is"), self.tr("Where it is from"), self.tr("Place and period")

    def start_kind(self, kind: str) -> None:
        """Propose a kind, as long as no person chose one."""
        if self.kind.key in ("other", "news", "quote", "interview"):
            self.kind.set_key(kind)
            self._grade(kind)

    def show_item(self, item: Evidence | EvidenceDraft) -> None:
        """Show what the register says of a piece, or is to say."""
        for name, field in self._fields().items():
            value = str(getattr(item, name) or "")
            if isinstance(field, Choice):
                field.set_key(value)
            else:
                field.setText(value)
        if item.retrieved_at:
            self._retrieved = item.retrieved_at[:10]
        self.retrieved_at.setText(self._retrieved)
        self._ask_reason(self.signature.key)

    def values(self) -> dict[str, str | None]:
        """What the fields say, by the register's names; None for what is not known."""
        found: dict[str, str | None] = {}
        for name, field in self._fields().items():
            if isinstance(field, Choice):
                found[name] = field.key or None
            else:
                found[name] = field.text().strip()
        found["published_on"] = found["published_on"] or None
        found["archive_url"] = found["archive_url"] or None
        if found["retrieved_at"] == self._retrieved or not found["retrieved_at"]:
            found["retrieved_at"] = None  # as it was, to the second
        if found["signature"] != "refused":
            found["signature_reason"] = ""
        return found

    def typed(self) -> dict[str, QLineEdit]:
        """The fields that a person types into; dates have words of their own from the start."""
        return {name: field for name, field in self._fields().items()
                if isinstance(field, QLineEdit) and name != "retrieved_at"}

    def problem(self) -> str:
        """What is wrong with them, "" if nothing is."""
        for field in (self.published_on, self.retrieved_at):
            if field.text().strip() and not _DATE.fullmatch(field.text().strip()):
                return self.tr("Dates are written 2024-01-31, 2024-01 or 2024.")
        if self.signature.key == "refused" and not self.signature_reason.text().strip():
            return self.tr("Say why the signature was refused.")
        return ""

    def _fields(self) -> dict[str, QLineEdit | Choice]:
        return {
            "title": self.title, "kind": self.kind, "provider": self.provider, "published_on": self.published_on,
            "retrieved_at": self.retrieved_at, "reliability": self.reliability, "credibility": self.credibility,
            "notes": self.notes, "provider_role": self.provider_role, "method": self.method,
            "signature": self.signature, "signature_reason": self.signature_reason, "copy_state": self.copy_state,
            "independence_group": self.independence_group, "sensitivity": self.sensitivity,
            "archive_url": self.archive_url, "locator": self.locator, "page": self.page, "table": self.table,
            "cell": self.cell, "time": self.time, "data_period": self.data_period, "vintage": self.vintage,
        }  # fmt: skip

    def _basics(self) -> QWidget:
        self.published_on.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.retrieved_at.setPlaceholderText(self.tr("YYYY-MM-DD"))
        return self._grid(
            [(self.title, self.tr("Title"), 4)],
            [(self.kind, self.tr("Kind"), 2), (self.provider, self.tr("Who issued it"), 2)],
            [
                (self.published_on, self.tr("Published on"), 1), (self.retrieved_at, self.tr("Obtained on"), 1),
                (self.reliability, self.tr("Source, A to F"), 1), (self.credibility, self.tr("Content, 1 to 6"), 1),
            ],
            [(self.notes, self.tr("Note"), 4)],
        )  # fmt: skip

    def _origin(self) -> QWidget:
        self.independence_group.setPlaceholderText(self.tr("Pieces of one name count as one source"))
        return self._grid(
            [(self.provider_role, self.tr("Provider is"), 2), (self.method, self.tr("Obtained by"), 2)],
            [(self.signature, self.tr("Signature"), 2), (self.signature_reason, self.tr("Why refused"), 2)],
            [(self.copy_state, self.tr("Copy"), 2), (self.sensitivity, self.tr("Sensitivity"), 2)],
            [
                (self.independence_group, self.tr("Same source"), 2),
                (self.archive_url, self.tr("Archived at"), 2),
            ],
        )

    def _place(self) -> QWidget:
        self.locator.setPlaceholderText(self.tr("In words: chapter, paragraph"))
        self.cell.setPlaceholderText(self.tr("Row and column"))
        self.data_period.setPlaceholderText(self.tr("2023, 2023-Q1, 2021–2023"))
        return self._grid(
            [(self.locator, self.tr("Place in it"), 4)],
            [
                (self.page, self.tr("Page"), 1), (self.table, self.tr("Table"), 1),
                (self.cell, self.tr("Cell"), 1), (self.time, self.tr("Time"), 1),
            ],
            [(self.data_period, self.tr("Period of the data"), 2), (self.vintage, self.tr("State of the data"), 2)],
        )  # fmt: skip

    def _grid(self, *rows: list[tuple[QWidget, str, int]]) -> QWidget:
        page = QWidget(self._parent)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        least = 2 if self._parent.is_narrow else 1
        for row in rows:
            number, column = grid.rowCount(), 0
            for field, name, wanted in row:
                width = max(wanted, least)
                if column + width > _COLUMNS:
                    number, column = number + 1, 0
                grid.addLayout(named(field, name), number, column, 1, width)
                self.order.append(field)
                column += width
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _line(self) -> QLineEdit:
        return QLineEdit(self._parent)

    def _choice(self, group: str, key: str = "", *, unknown: bool = True) -> Choice:
        choice = Choice(self._theme, self._parent)
        options = [(each, label(group, each, settings.language())) for each in keys(group)]
        choice.set_options([("", self.tr("Not stated")), *options] if unknown else options, key)
        return choice

    def _letters(self, letters: str) -> Choice:
        choice = Choice(self._theme, self._parent)
        choice.set_options([("", self.tr("Not stated")), *((each, each) for each in letters)], "")
        return choice

    def _grade(self, kind: str) -> None:
        grade = attribute("evidence_kind", kind, "grade")
        self.reliability.set_key(grade[:1])
        self.credibility.set_key(grade[1:2])
        self.method.set_key(attribute("evidence_kind", kind, "method"))
        self.provider_role.set_key(attribute("evidence_kind", kind, "provider_role"))
        self.sensitivity.set_key(attribute("evidence_kind", kind, "sensitivity") or "internal")

    def _ask_reason(self, signature: str) -> None:
        self.signature_reason.setEnabled(signature == "refused")
