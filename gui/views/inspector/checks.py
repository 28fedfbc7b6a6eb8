"""What the checks ask about a claim, each with its answer in reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from core.messages import finding_message
from core.model import Hit
from core.model.review import HitState
from core.vocabulary import label
from gui import settings
from gui.letting_go import clear
from gui.theme import Theme
from gui.views.controls import IconButton
from gui.views.inspector.evidence import below
from gui.views.inspector.page import Words


class CheckRow(QWidget):
    """One question. Its answers appear while the pointer or the focus is on it.

    Signals:
        pressed(str): show the hit.
        answered(str, str, str): the hit's id, the new state, the reason.
        reason_wanted(str): the person wants to write a reason of their own.
    """

    pressed = Signal(str)
    answered = Signal(str, str, str)
    reason_wanted = Signal(str)

    def __init__(self, theme: Theme, hit: Hit, *, read_only: bool) -> None:
        super().__init__()
        self.hit = hit
        self._read_only = read_only
        language = settings.language()
        icon = QLabel()
        token = "hit" if hit.state in ("new", "confirmed") else "muted"
        icon.setPixmap(theme.pixmap("flag", token, 16))
        icon.setFixedSize(24, 20)
        words = Words("text2", wrap=True)
        words.setText(finding_message(hit.finding, language))
        words.setToolTip(hit.reason or hit.finding.check)
        self.state = Words("muted")
        self.state.setText(label("hit_state", hit.state, language))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(4)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.confirm = IconButton(theme, "check", self, size=15)
        self.confirm.describe(self.tr("Confirm"), "A")
        self.confirm.clicked.connect(lambda: self._answer("confirmed"))
        self.dismiss = IconButton(theme, "dismiss", self, size=15)
        self.dismiss.describe(self.tr("Dismiss with reason"), "X")
        self.dismiss.clicked.connect(self._ask_reason)
        self.later = IconButton(theme, "later", self, size=15)
        self.later.describe(self.tr("Later"), "D")
        self.later.clicked.connect(lambda: self._answer("deferred"))
        self._buttons = (self.confirm, self.dismiss, self.later)
        for button in self._buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.installEventFilter(self)
            button.setFixedSize(24, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show_answers(False)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit(self.hit.id)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_answers(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_answers(False)
        super().leaveEvent(event)

    def _show_answers(self, shown: bool) -> None:
        shown = shown and not self._read_only
        for button in self._buttons:
            button.setVisible(shown)
        self.state.setVisible(not shown)

    def _answer(self, state: HitState) -> None:
        again = self.hit.state == state
        self.answered.emit(self.hit.id, "new" if again else state, "")

    def _ask_reason(self) -> None:
        menu = reason_menu(self, lambda reason: self.answered.emit(self.hit.id, "dismissed", reason),
                           lambda: self.reason_wanted.emit(self.hit.id))
        menu.popup(below(self.dismiss))


class CheckRows(QWidget):
    """All questions about a claim.

    Signals:
        pressed(str), answered(str, str, str), reason_wanted(str): as those of the rows.
    """

    pressed = Signal(str)
    answered = Signal(str, str, str)
    reason_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[CheckRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_hits(self, hits: Sequence[Hit], *, read_only: bool) -> None:
        """Replace the rows."""
        clear(self._column)
        self.rows = [CheckRow(self._theme, hit, read_only=read_only) for hit in hits]
        for row in self.rows:
            row.pressed.connect(self.pressed)
            row.answered.connect(self.answered)
            row.reason_wanted.connect(self.reason_wanted)
            self._column.addWidget(row)
        self.setVisible(bool(hits))


def reason_menu(parent: QWidget, chosen: Callable[[str], None], other: Callable[[], None]) -> QMenu:
    """The usual reasons for dismissing a check, by digit, and a way to write another."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    translate = QCoreApplication.translate
    reasons = (
        translate("ReasonMenu", "A common way of speaking"),
        translate("ReasonMenu", "The context explains it"),
        translate("ReasonMenu", "Misread by the program"),
    )
    for digit, reason in enumerate(reasons, 1):
        menu.addAction(f"&{digit}  {reason}").triggered.connect(_with(chosen, reason))
    menu.addAction("&4  " + translate("ReasonMenu", "Another reason…")).triggered.connect(lambda _on: other())
    return menu


def _with(chosen: Callable[[str], None], reason: str) -> Callable[[], None]:
    return lambda: chosen(reason)
