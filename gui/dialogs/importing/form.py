"""The particulars of a report as a form: proposals with their reasons, unknown left empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from core.messages import message
from core.model.particulars import Guess, Particulars, Years
from core.vocabulary import keys, label
from gui import settings
from gui.dialogs.importing.guessed import GuessedChoice, GuessedLine
from gui.dialogs.sheet import named
from gui.theme import Theme

_CHOICES: Final = {"level": "admin_level", "kind": "doc_kind", "fidelity": "fidelity"}
_YEARS: Final = ("year", "target_year")
_EARLIEST, _LATEST = 1000, 2999
_DATE: Final = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
#: Field, row, column, columns.
_PLACES: Final = (
    ("title", 0, 0, 2), ("issuer", 1, 0, 1), ("place", 1, 1, 1), ("level", 2, 0, 1), ("kind", 2, 1, 1),
    ("year", 3, 0, 1), ("target_year", 3, 1, 1), ("fidelity", 4, 0, 1), ("published_on", 4, 1, 1), ("source", 5, 0, 2),
)  # fmt: skip


class ParticularsForm(QWidget):
    """Title, issuer, place, level, kind, years, fidelity, source, date.

    Signals:
        changed: a person changed something.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, GuessedLine] = {}
        self.choices: dict[str, GuessedChoice] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        names, language, unknown = self._names(), settings.language(), self.tr("Unknown")
        for key, row, column, columns in _PLACES:
            field: QWidget
            if key in _CHOICES:
                choice = self.choices[key] = GuessedChoice(theme, self)
                words = [(option, label(_CHOICES[key], option, language)) for option in keys(_CHOICES[key])]
                choice.set_options([("", unknown), *words], "")
                choice.chosen.connect(self.changed)
                field = choice
            else:
                line = self.lines[key] = GuessedLine(theme, self)
                line.setPlaceholderText(unknown)
                line.textEdited.connect(self.changed)
                if key in _YEARS:
                    line.setValidator(QIntValidator(_EARLIEST, _LATEST, line))
                field = line
            grid.addLayout(named(field, names[key]), row, column, 1, columns)
            grid.setColumnStretch(column, 1)
        self.lines["published_on"].set_hints(self.tr("Unknown, such as 2024-03-05"), "2024-03-05", unknown)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setFocusProxy(self.lines["title"])

    def propose(self, guesses: Mapping[str, Guess]) -> None:
        """Fill in the proposals; what a person wrote or chose stays."""
        language = settings.language()
        for key in (*self.lines, *self.choices):
            guess = guesses.get(key)
            reason = message("particulars", guess.reason, language, **guess.params) if guess else ""
            field = self.lines[key] if key in self.lines else self.choices[key]
            field.propose(guess.value if guess else "", reason)

    def show_values(self, particulars: Particulars, years: Years) -> None:
        """Show what is known already."""
        for key, line in self.lines.items():
            if key not in _YEARS:
                line.setText(str(getattr(particulars, key)))
                line.setCursorPosition(0)
        for key, year in zip(_YEARS, years, strict=True):
            self.lines[key].setText(str(year) if year else "")
        for key, choice in self.choices.items():
            choice.set_key(str(getattr(particulars, key)))

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or take changes."""
        for line in self.lines.values():
            line.setReadOnly(read_only)
        for choice in self.choices.values():
            choice.setEnabled(not read_only)

    def particulars(self) -> Particulars:
        """What stands in the form."""
        return Particulars(
            **{key: line.text().strip() for key, line in self.lines.items() if key not in (*_YEARS, "published_on")},
            **{key: choice.key for key, choice in self.choices.items()},
            published_on=iso_date(self.lines["published_on"].text().strip()) or "",
        )

    def years(self) -> Years:
        """The year of the results and that of the plan."""
        results, plan = (int(words) if (words := self.lines[key].text().strip()) else None for key in _YEARS)
        return results, plan

    def problem(self) -> str:
        """What cannot be as it stands, "" when all is well."""
        for key in _YEARS:
            words = self.lines[key].text().strip()
            if words and not _EARLIEST <= int(words) <= _LATEST:
                return self.tr("A year has four digits, such as 2024.")
        results, plan = self.years()
        if results and plan and plan < results:
            return self.tr("The year of the plan lies before that of the results.")
        words = self.lines["published_on"].text().strip()
        if words and iso_date(words) is None:
            return self.tr("Write the date as 2024-03-05.")
        return ""

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"), "issuer": self.tr("Issuer"), "place": self.tr("Place"),
            "level": self.tr("Level"), "kind": self.tr("Kind"), "year": self.tr("Year of the results"),
            "target_year": self.tr("Year of the plan"), "fidelity": self.tr("Fidelity"),
            "published_on": self.tr("Date"), "source": self.tr("Source"),
        }


def iso_date(words: str) -> str | None:
    """A date as people write it (2024年3月5日, 2024/3) in ISO 8601; None if it is none."""
    match = _DATE.fullmatch(words.replace(" ", ""))
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
