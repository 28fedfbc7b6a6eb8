"""Signing the review: who prepared, reviewed and approved it, and the versions that came of it."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from core.model.review import Opinion, SignRole
from core.project import BeginVersion, Sign
from core.vocabulary import keys, label
from gui import settings
from gui.dialogs.drafts import Draft
from gui.dialogs.options import Options
from gui.dialogs.sheet import Sheet, named
from gui.session import Session
from gui.theme import Theme, app_font

_NEXT: Final[dict[str, SignRole]] = {
    "open": "preparer", "returned": "preparer", "prepared": "reviewer", "reviewed": "approver",
}  # fmt: skip


class SigningDialog(Sheet):
    """Shows how far the signing has come, and takes the next signature, or opens the next version of a locked review.

    Signals:
        signed(): a signature or a new version is in the file.
    """

    signed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, session: Session, unanswered: int) -> None:
        super().__init__(theme, parent, width=600)
        self._session = session
        self._versions = session.project.versions() if session.project else ()
        self._record = QVBoxLayout()
        self._record.setSpacing(6)
        self.roles = Options([(key, label("sign_role", key, settings.language())) for key in keys("sign_role")], self)
        self.opinions = Options([(key, label("opinion", key, settings.language())) for key in keys("opinion")], self)
        self.name = QLineEdit(settings.reviewer(), self)
        self.comment = QPlainTextEdit(self)
        self.comment.setFixedHeight(84)
        self.comment.setTabChangesFocus(True)
        self.open_words = QLabel(self)
        self.open_words.setObjectName("fieldHint")
        self.open_words.setWordWrap(True)
        self.content.addLayout(self._record)
        self._tell(unanswered)
        self._lay_out()
        Draft(self, session, "sign", {"comment": self.comment})
        self.roles.chosen.connect(self._turn)
        self._turn(self.roles.current)

    @property
    def locked(self) -> bool:
        """Whether the present version is approved, so that only a new version can be opened."""
        return bool(self._versions) and self._versions[-1].locked

    def _lay_out(self) -> None:
        now = self._versions[-1] if self._versions else None
        if self.locked:
            self.describe(
                self.tr("The review is signed"),
                self.tr("Version {number} is approved and locked. A new version says what it corrects.").format(
                    number=now.number if now else 1
                ),
                self.tr("Open a new version"),
            )
            self.content.addLayout(named(self.comment, self.tr("What is corrected, and why")))
            for widget in (self.roles, self.opinions, self.name, self.open_words):
                widget.hide()
            self.comment.setFocus()
            return
        self.describe(
            self.tr("Sign the review"),
            self.tr("Prepared, then reviewed, then approved: all three sign the same content. Approval locks it."),
            self.tr("Sign"),
        )
        self.content.addWidget(self.open_words)
        self.content.addLayout(named(self.roles, self.tr("Signing as")))
        self.content.addLayout(named(self.name, self.tr("Signatory's name")))
        self.content.addLayout(named(self.opinions, self.tr("Opinion")))
        self.content.addLayout(named(self.comment, self.tr("Comment")))
        self.roles.set_current(_NEXT.get(now.stage if now else "open", "preparer"))
        self.opinions.set_current("accepted")
        self.name.setFocus()

    def _tell(self, unanswered: int) -> None:
        """The record so far: each signature, and what it said."""
        language = settings.language()
        for version in self._versions:
            for signature in version.sign_offs:
                words = self.tr("Version {number} · {role}: {name} · {opinion} · {time} · {hash}").format(
                    number=version.number,
                    role=label("sign_role", signature.role, language),
                    name=signature.name,
                    opinion=label("opinion", signature.opinion, language),
                    time=signature.at[:16].replace("T", " "),
                    hash=f"{signature.content_hash[:8]}…",
                )
                self._line(words, 500)
                if signature.comment:
                    self._line(signature.comment, 400)
            if version.number > 1 and version.corrections:
                self._line(
                    self.tr("Version {number} corrects: {words}").format(
                        number=version.number, words=version.corrections
                    ),
                    400,
                )
        if unanswered:
            self.open_words.setText(
                self.tr("%n claims that could be checked have no verdict yet. They are printed so.", "", unanswered)
            )
        self.open_words.setVisible(bool(unanswered))

    def _line(self, words: str, weight: int) -> None:
        line = QLabel(words, self)
        line.setFont(app_font(12, weight))
        line.setWordWrap(True)
        self._record.addWidget(line)

    def _turn(self, role: str) -> None:
        """The preparer has nothing to object to; the others may send it back."""
        self.opinions.setEnabled(role != "preparer")
        if role == "preparer":
            self.opinions.set_current("accepted")

    def finish(self) -> None:
        words = self.comment.toPlainText().strip()
        if self.locked:
            edit: BeginVersion | Sign = BeginVersion(words)
        else:
            edit = Sign(
                cast("SignRole", self.roles.current), self.name.text(), cast("Opinion", self.opinions.current), words
            )
        if self.make(self._session, edit):
            self.signed.emit()
            self.accept()
