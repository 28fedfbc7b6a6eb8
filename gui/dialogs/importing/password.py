"""The password of an encrypted file: asked for, used once, kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.messages import PolicyReviewError
from gui import settings
from gui.dialogs.sheet import Sheet, named
from gui.theme import Theme


class PasswordDialog(Sheet):
    """Asks for a password; `error` says which file needs it, or that the last one was wrong.

    Signals:
        entered(str): a person entered this one.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, error: PolicyReviewError) -> None:
        super().__init__(theme, parent, width=440)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.content.addLayout(named(self.field, self.tr("Password")))
        if error.key == "wrong-password":
            self.lead.setObjectName("fieldProblem")  # before its words: with them it takes its looks
        self.describe(
            self.tr("The file is protected"), error.sentence(settings.language()), self.tr("Open"),
        )
        self.field.textChanged.connect(lambda words: self.done_button.setEnabled(bool(words)))
        self.done_button.setEnabled(False)
        self.field.setFocus()

    def finish(self) -> None:
        if self.field.text():
            self.entered.emit(self.field.text())
            self.accept()
