"""What is half typed in a dialog is kept in the project, so that a crash or a power cut loses no sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from core.messages import PolicyReviewError
from gui.session import Session

Field: TypeAlias = QLineEdit | QPlainTextEdit

_PAUSE: Final = 600


class Draft(QObject):
    """Keeps the words of a dialog's fields under a key, and brings them back when the dialog is opened again.

    They are dropped as soon as the person is done with the dialog, either way. What a field says from the start stays,
    unless what was half typed goes `over` it.
    """

    def __init__(
        self, dialog: QDialog, session: Session, key: str, fields: Mapping[str, Field], *, over: bool = False
    ) -> None:
        super().__init__(dialog)
        self._session = session
        self._project = session.project
        self._key = key
        self._fields = dict(fields)
        self._kept = False
        self._over = over
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)
        self._restore()
        for field in self._fields.values():
            field.textChanged.connect(self._timer.start)
        dialog.finished.connect(self._drop)

    def keep(self) -> None:
        """Write down what the fields say now."""
        self._timer.stop()
        words = {name: _words(field) for name, field in self._fields.items() if _words(field)}
        self._put(json.dumps(words, ensure_ascii=False) if words else "")
        self._kept = bool(words)

    def keep_now(self) -> None:
        """Write down what was typed since the last time."""
        if self._timer.isActive():
            self.keep()

    def _restore(self) -> None:
        if self._project is None:
            return
        try:
            found = json.loads(self._project.take_drafts().get(self._key, "{}"))
        except (PolicyReviewError, ValueError):
            return  # a draft is a kindness: one that cannot be read stands in nobody's way
        self._kept = bool(found)
        for name, field in self._fields.items():
            words = found.get(name) if isinstance(found, dict) else None
            if isinstance(words, str) and (self._over or not _words(field)):
                if isinstance(field, QLineEdit):
                    field.setText(words)
                else:
                    field.setPlainText(words)

    def _drop(self, _result: int) -> None:
        self._timer.stop()
        if self._kept:
            self._put("")

    def _put(self, words: str) -> None:
        if self._project is None or self._project is not self._session.project or self._project.read_only:
            return
        self._session.put_draft(self._key, words)


def _words(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
