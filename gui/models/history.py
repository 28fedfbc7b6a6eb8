"""What the log says of one subject, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from core.project import LogEntry
from core.vocabulary import Language, keys, label

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
#: The fields of a figure whose values are words of the vocabulary, in groups of the same names.
_FIGURE: Final = ("kind", "role", "basis", "bound")


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
    done = quoting(words, "".join(said) if language == "zh" else " ".join(said), language)
    return f"{entry.by} {done}" if entry.by else done


def quoting(words: str, quote: str, language: Language) -> str:
    """Words and what they cite: Chinese sets its quotes close, they bring their own room."""
    return f"{words}{'' if language == 'zh' or not quote else ' '}{quote}"


def _value(key: str, value: str, names: Mapping[str, str], language: Language) -> str:
    if key.startswith(("evidence.", "tag.")):
        return names.get(key.partition(".")[2], "")
    if key.startswith("ledger_field."):
        return f"{label('ledger_field', key.partition('.')[2], language)}: {value}"
    group = _GROUPS.get(key.partition(".")[0])
    if group:
        return label(group, value, language) if value in keys(group) else value
    if key.startswith("figure."):
        name = key.partition(".")[2]
        said = label(name, value, language) if name in _FIGURE and value in keys(name) else value
        return f"{label('figure_field', name, language)}: {said}"
    if key == "types":
        return " ".join(label("claim_type", each, language) for each in value.split())
    flat = " ".join(value.split())
    return flat if len(flat) <= 24 else flat[:23] + "…"


def moment(at: str) -> str:
    """The time of today, the date and time of another day."""
    moment = datetime.fromisoformat(at).astimezone()
    today = datetime.now().astimezone().date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%m-%d %H:%M}"
