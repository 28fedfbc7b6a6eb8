"""The keys that are valid now, for the status line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from core.model import Span
from gui import settings
from gui.actions import key_text
from gui.session import Session
from gui.views.statusbar import KeyHint

#: The jobs that a person started and can call off.
CALLED_OFF_BY_ESC: Final = frozenset({"open", "export", "edit", "correct"})


def key_hints(session: Session, words: Span | None, focus: QWidget | None, *, at_work: bool) -> list[KeyHint]:
    """What the keys do for what is selected; in a text field, how to leave it; `at_work`, how to call it off."""

    def hint(keys: str, text: str) -> KeyHint:
        return KeyHint(keys, text)

    translate = QCoreApplication.translate
    if at_work:
        return [hint("Esc", translate("Hints", "Call off what is under way"))]
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        leave = hint("Esc", translate("Hints", "Leave the field"))
        return [hint(key_text("Ctrl+Enter"), translate("Hints", "Done")), leave]
    step = hint("J K", translate("Hints", "Next, previous"))
    rest = hint("?", translate("Hints", "All keys"))
    if words is not None:
        return [
            hint("M", translate("Hints", "Mark as claim")), hint("T", translate("Hints", "Tag")),
            hint("Esc", translate("Hints", "Let go")), step, rest,
        ]
    match session.selection.subject:
        case "claim" | "metric":
            return [
                step, hint("1–7", translate("Hints", "Verdict")), hint("T", translate("Hints", "Tag")),
                hint("E", translate("Hints", "Evidence")), hint("R", translate("Hints", "Rationale")),
                hint("U", translate("Hints", "Next unjudged")), rest,
            ]
        case "hit":
            return [
                step, hint("A", translate("Hints", "Accept")), hint("X", translate("Hints", "Dismiss with reason")),
                hint("D", translate("Hints", "Later")), rest,
            ]
        case _:
            return [
                step,
                hint("U", translate("Hints", "Next unjudged")),
                hint(key_text("Ctrl+F"), translate("Hints", "Find")),
                hint(key_text("Ctrl+K"), translate("Hints", "Find anything")),
                rest,
            ]


def facts(session: Session) -> list[str]:
    """What stands at the right: length of the report, that nothing leaves this computer."""
    translate = QCoreApplication.translate
    locale = QLocale(QLocale.Language.Chinese if settings.language() == "zh" else QLocale.Language.English)
    found: list[str] = []
    if session.report is not None:
        count = sum(not sign.isspace() for sign in session.report.text)
        found.append(translate("Hints", "{count} characters").format(count=locale.toString(count)))
    return [*found, translate("Hints", "Kept on this computer only")]
