"""What happened to a claim or a piece of evidence: when, who, what; the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from core.project import LogEntry
from gui import settings
from gui.letting_go import clear
from gui.models.history import entry_words, moment
from gui.views.inspector.page import Words

_SHOWN: Final = 8


class HistoryLines(QWidget):
    """The last lines of the log about one subject."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)

    def show_entries(self, entries: Iterable[LogEntry], names: Mapping[str, str]) -> None:
        """Replace the lines; `names` are the printed numbers of evidence and names of tags by id."""
        clear(self._grid)
        language = settings.language()
        for place, entry in enumerate(list(entries)[: -_SHOWN - 1 : -1]):
            at, what = Words("muted"), Words("text2", wrap=True)
            at.setText(moment(entry.at))
            at.setToolTip(entry.at)
            what.setText(entry_words(entry, names, language))
            self._grid.addWidget(at, place, 0)
            self._grid.addWidget(what, place, 1)
