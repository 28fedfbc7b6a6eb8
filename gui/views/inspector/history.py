"""What happened to a claim or a piece of evidence: when, who, what; the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from core.project import LogEntry
from core.vocabulary import Language, keys, label
from gui import settings
from gui.views.inspector.page import Words, clear

_SHOWN: Final = 8
#: Of an edit that writes many fields at once, those that say what it did; the beginnings of their names.
_TOLD: Final[dict[str, tuple[str, ...]]] = {
    "attach_evidence": ("title", "evidence."), "set_verdict": ("verdict", "fulfilment"), "create_project": ("none",),
    "set_setting": ("value",),
}  # fmt: skip
#: Which group of the vocabulary has the words for a field's values.
_GROUPS: Final = {
    "verdict": "veracity", "confidence": "confidence", "state": "hit_state", "status": "claim_status",
    "fulfilment": "fulfilment", "fulfilment_confidence": "confidence", "link": "claim_relation",
    "anchor_state": "anchor_state",
}  # fmt: skip


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
            at.setText(_moment(entry.at))
            at.setToolTip(entry.at)
            what.setText(entry_words(entry, names, language))
            self._grid.addWidget(at, place, 0)
            self._grid.addWidget(what, place, 1)


def entry_words(entry: LogEntry, names: Mapping[str, str], language: Language) -> str:
    """One entry as a sentence: who, what, and the value it was given."""
    what = label("edit", entry.kind, language)
    # the first touch of a claim also writes down its types: only news where the edit is about them
    after = {key: value for key, value in entry.after.items() if key != "types" or entry.kind == "set_types"}
    if entry.kind in _TOLD:
        after = {key: value for key, value in after.items() if key.startswith(_TOLD[entry.kind])}
    if entry.kind == "set_setting" and entry.subject in keys("setting"):
        what = f"{what} · {label('setting', entry.subject, language)}"
    given = [_value(key, str(value), names, language) for key, value in after.items()]
    taken = [_value(key, str(value), names, language) for key, value in entry.before.items() if key not in entry.after]
    said = [f"“{words}”" for words in given if words] + [f"−“{words}”" for words in taken if words]
    translate = QCoreApplication.translate
    step = {"undo": translate("History", "undone: {what}"), "redo": translate("History", "redone: {what}")}
    words = step.get(entry.action, "{what}").format(what=what)
    return " ".join(part for part in (entry.by, words, *said) if part)


def _value(key: str, value: str, names: Mapping[str, str], language: Language) -> str:
    if key.startswith(("evidence.", "tag.")):
        return names.get(key.partition(".")[2], "")
    if key.startswith("ledger_field."):
        return f"{label('ledger_field', key.partition('.')[2], language)}: {value}"
    group = _GROUPS.get(key.partition(".")[0])
    if group:
        return label(group, value, language) if value in keys(group) else value
    if key == "types":
        return " ".join(label("claim_type", each, language) for each in value.split())
    flat = " ".join(value.split())
    return flat if len(flat) <= 24 else flat[:23] + "…"


def _moment(at: str) -> str:
    """The time of today, the date and time of another day."""
    moment = datetime.fromisoformat(at).astimezone()
    today = datetime.now().astimezone().date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%m-%d %H:%M}"
