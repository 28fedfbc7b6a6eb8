"""The keys that are valid now, for the status line."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from core.model import Span
from gui import settings
from gui.actions import key_of, key_text
from gui.session import Session
from gui.views.controls import FilterField
from gui.views.palette import Palette
from gui.views.statusbar import KeyHint

Mode = Literal["", "triage", "ended"]

#: The jobs that a person started and can call off.
CALLED_OFF_BY_ESC: Final = frozenset({"open", "import", "export", "edit", "correct", "verify"})


def key_hints(
    session: Session, words: Span | None, focus: QWidget | None, *, at_work: bool, mode: Mode = ""
) -> list[KeyHint]:
    """What the keys do for what is selected; in a text field, how to leave it; `at_work`, how to call it off.

    `mode` is `triage` while things are judged one by one, `ended` at the end of a round.
    """
    return [hint for hint in _all_hints(session, words, focus, at_work=at_work, mode=mode) if hint.keys]


def _all_hints(
    session: Session, words: Span | None, focus: QWidget | None, *, at_work: bool, mode: Mode
) -> list[KeyHint]:
    """The hints; those of commands that have no key now have none."""

    def hint(keys: str, text: str) -> KeyHint:
        return KeyHint(keys, text)

    translate = QCoreApplication.translate
    if at_work:
        return [hint("Esc", translate("Hints", "Call off what is under way"))]
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        leave = hint("Esc", translate("Hints", "Leave the field"))
        if isinstance(focus, FilterField):
            return [hint(key_text("Enter"), translate("Hints", "Into the list")), leave]
        if isinstance(focus.parent(), Palette):
            do = hint(key_text("Enter"), translate("Hints", "Do what is chosen"))
            return [do, hint("Esc", translate("Hints", "Leave"))]
        if _finds(focus):
            return [
                hint(key_text("Enter"), translate("Hints", "Next place")),
                hint(key_text("Shift+Enter"), translate("Hints", "Previous place")),
                hint("Esc", translate("Hints", "Leave")),
            ]
        return [hint(key_text("Ctrl+Enter"), translate("Hints", "Done")), leave]
    if mode:
        return _triage_hints(session, ended=mode == "ended")

    def of(text: str, *commands: str) -> KeyHint:
        return KeyHint(" ".join(key for command in commands if (key := key_of(command))), text)

    step = of(translate("Hints", "Next, previous"), "next_claim", "previous_claim")
    rest = of(translate("Hints", "All keys"), "keys")
    if words is not None:
        return [
            of(translate("Hints", "Mark as claim"), "mark_claim"), of(translate("Hints", "Tag"), "tag"),
            hint("Esc", translate("Hints", "Let go")), step, rest,
        ]
    digits = hint("1–7" if key_of("verdict_1") == "1" else "", translate("Hints", "Verdict"))
    if session.together:
        return [
            digits, of(translate("Hints", "Tag"), "tag"), of(translate("Hints", "Accept"), "accept"),
            of(translate("Hints", "Dismiss with reason"), "dismiss"), hint("Esc", translate("Hints", "Let go")), rest,
        ]
    match session.selection.subject:
        case "claim" | "metric":
            return [
                step, digits,
                of(translate("Hints", "Tag"), "tag"),
                of(translate("Hints", "Evidence"), "attach_evidence"), of(translate("Hints", "Rationale"), "rationale"),
                of(translate("Hints", "Next unjudged"), "next_unjudged"), rest,
            ]
        case "hit":
            return [
                step, of(translate("Hints", "Accept"), "accept"),
                of(translate("Hints", "Dismiss with reason"), "dismiss"),
                of(translate("Hints", "Later"), "later"), rest,
            ]
        case _:
            return [
                step,
                of(translate("Hints", "Next unjudged"), "next_unjudged"),
                of(translate("Hints", "Find"), "find"),
                of(translate("Hints", "Find anything"), "palette"),
                rest,
            ]


def _finds(focus: QWidget) -> bool:
    """Whether words are looked for in the text."""
    from gui.views.text.find import FindBar  # comes with the text

    return isinstance(focus.parent(), FindBar)


def _triage_hints(session: Session, *, ended: bool) -> list[KeyHint]:
    translate = QCoreApplication.translate
    leave = KeyHint("Esc", translate("Hints", "Leave"))
    back = KeyHint(key_text("Backspace"), translate("Hints", "Back to the one before"))
    if ended:
        return [KeyHint(key_text("Enter"), translate("Hints", "Do what is chosen")), back, leave]
    dismiss = KeyHint("X", translate("Hints", "Dismiss with reason"))
    later = KeyHint("D", translate("Hints", "Later"))
    if session.selection.subject == "hit":
        return [KeyHint("A", translate("Hints", "Confirm")), dismiss, later, back, leave]
    return [
        KeyHint("1–7", translate("Hints", "Judge and go on")), dismiss, later,
        KeyHint("E", translate("Hints", "Evidence")), KeyHint("T", translate("Hints", "Tag")), leave, back,
    ]


def facts(session: Session) -> list[str]:
    """What stands at the right: length of the report, that nothing leaves this computer."""
    translate = QCoreApplication.translate
    locale = QLocale(QLocale.Language.Chinese if settings.language() == "zh" else QLocale.Language.English)
    found: list[str] = []
    if session.report is not None:
        count = locale.toString(session.characters)
        found.append(translate("Hints", "{count} characters").format(count=count))
    return [*found, translate("Hints", "Kept on this computer only")]
