"""Asking for a few words: why something is dismissed, who reviews."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.model import Evidence, EvidenceLink
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.dialogs.options import Options
from gui.dialogs.sheet import Sheet, in_order, named
from gui.theme import Theme


class ReasonDialog(Sheet):
    """The reason for dismissing, by digit for the common ones or in words of one's own.

    `quote` is what the report says there; `lead` says of how many it is the first.

    Signals:
        given(str): the reason.
    """

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, quote: str, lead: str = "") -> None:
        super().__init__(theme, parent, width=460)
        self.describe(self.tr("Dismiss with reason"), lead, self.tr("Dismiss"))
        self.cite(quote)
        self.reasons = (
            self.tr("A common way of speaking"), self.tr("The context explains it"), self.tr("Misread by the program"),
        )
        for digit, reason in enumerate(self.reasons, 1):
            button = QPushButton(f"{digit}    {reason}", self)
            button.setProperty("choice", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, reason=reason: self._give(reason))
            self.content.addWidget(button)
        self.field = QLineEdit(self)
        self.content.addLayout(named(self.field, self.tr("4    Another reason")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.done_button.setDefault(False)
        self.done_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)
        self.setFocus()  # so that a digit is an answer
        in_order(self.field, self.cancel_button, self.done_button)  # the first Tab comes to the reasons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit in {"1", "2", "3"}:
            self._give(self.reasons[int(digit) - 1])
        elif digit == "4":
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.tell_problem(self.tr("Write a reason or choose one."))
            self.field.setFocus()
            return
        self._give(reason)

    def _give(self, reason: str) -> None:
        self.hand_over(lambda: self.given.emit(reason))


class LayoutDialog(Sheet):
    """The name of a layout of one's own.

    Signals:
        given(str): the name.
    """

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, name: str, taken: Sequence[str]) -> None:
        super().__init__(theme, parent, width=420)
        self._taken, self._name = frozenset(taken), name
        self.describe(
            self.tr("Rename the layout") if name else self.tr("Keep this layout"),
            self.tr("Panes, sizes and the window's place are kept under a name, in the menu View, Layouts."),
            self.tr("Keep"),
        )
        self.field = QLineEdit(name, self)
        self.field.setMaxLength(40)
        self.field.selectAll()
        self.content.addLayout(named(self.field, self.tr("Name")))
        self.field.textChanged.connect(self._look)
        self.field.setFocus()

    def finish(self) -> None:
        name = " ".join(self.field.text().split())
        if not name:
            self.tell_problem(self.tr("Write a name."))
            return
        self.given.emit(name)
        self.accept()

    def _look(self, words: str) -> None:
        name = " ".join(words.split())
        taken = name in self._taken and name != self._name
        self.tell_problem(self.tr("This replaces the layout of that name.") if taken else "")


class NameDialog(Sheet):
    """The reviewer's name.

    Signals:
        given(str): the name, "" for the account's.
    """

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, name: str) -> None:
        super().__init__(theme, parent, width=420)
        self.describe(
            self.tr("Reviewer's name"), self.tr("It stands beside each decision made from now on, and in the PDF."),
            self.tr("Keep"),
        )
        self.field = QLineEdit(name, self)
        self.field.selectAll()
        self.content.addLayout(named(self.field, self.tr("Name")))
        self.field.setFocus()

    def finish(self) -> None:
        self.given.emit(self.field.text().strip())
        self.accept()


class BearingDialog(Sheet):
    """How a piece of evidence bears on a claim.

    Signals:
        given(str, str): the stance, and the words.
    """

    given = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget, item: Evidence, link: EvidenceLink) -> None:
        super().__init__(theme, parent, width=520)
        language = settings.language()
        words = [
            (key, f"{attribute('stance', key, 'sign')} {label('stance', key, language)}") for key in keys("stance")
        ]
        self.describe(self.tr("How it bears on the claim"), f"{item.no} {item.title}", self.tr("Keep"))
        self.stances = Options(words, self)
        self.stances.set_current(link.stance)
        self.field = QLineEdit(link.note, self)
        self.content.addWidget(self.stances)
        self.content.addLayout(named(self.field, self.tr("In words, if that needs any")))
        self.field.setFocus()

    def finish(self) -> None:
        self.hand_over(lambda: self.given.emit(self.stances.current, self.field.text().strip()))
