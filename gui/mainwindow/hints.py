"""The keys that are valid now, for the status line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from core.model import Span
from gui import settings
from gui.actions import key_text
from gui.session import Session
from gui.views.statusbar import KeyHint


def key_hints(session: Session, words: Span | None, focus: QWidget | None) -> list[KeyHint]:
    """What the keys do for what is selected; in a text field, how to leave it."""

    def hint(keys: str, text: str) -> KeyHint:
        return KeyHint(keys, text)

    tr = QCoreApplication.translate
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return [hint(key_text("Ctrl+Enter"), tr("Hints", "Done")), hint("Esc", tr("Hints", "Leave the field"))]
    step = hint("J K", tr("Hints", "Next, previous"))
    rest = hint("?", tr("Hints", "All keys"))
    if words is not None:
        return [
            hint("M", tr("Hints", "Mark as claim")), hint("T", tr("Hints", "Tag")),
            hint("Esc", tr("Hints", "Let go")), step, rest,
        ]
    match session.selection.subject:
        case "claim" | "metric":
            return [
                step, hint("1–7", tr("Hints", "Verdict")), hint("T", tr("Hints", "Tag")),
                hint("E", tr("Hints", "Evidence")), hint("R", tr("Hints", "Rationale")),
                hint("U", tr("Hints", "Next unjudged")), rest,
            ]
        case "hit":
            return [
                step, hint("A", tr("Hints", "Accept")), hint("X", tr("Hints", "Dismiss with reason")),
                hint("D", tr("Hints", "Later")), rest,
            ]
        case _:
            return [
                step, hint("U", tr("Hints", "Next unjudged")), hint(key_text("Ctrl+F"), tr("Hints", "Find")),
                hint(key_text("Ctrl+K"), tr("Hints", "Find anything")), rest,
            ]


def facts(session: Session) -> list[str]:
    """What stands at the right: length of the report, that nothing leaves this computer."""
    tr = QCoreApplication.translate
    locale = QLocale(QLocale.Language.Chinese if settings.language() == "zh" else QLocale.Language.English)
    found: list[str] = []
    if session.report is not None:
        count = sum(not sign.isspace() for sign in session.report.text)
        found.append(tr("Hints", "{count} characters").format(count=locale.toString(count)))
    return [*found, tr("Hints", "Kept on this computer only")]
