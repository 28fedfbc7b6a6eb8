"""A band under the top bar: what happened, and the one thing to do about it. Never a box in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.values import dataclass
from gui.theme import Theme
from gui.views.controls import IconButton

Kind = Literal["problem", "done", "question", "work"]

_SIGNS: Final[dict[Kind, tuple[str, str]]] = {
    "problem": ("flag", "hit"), "done": ("check", "accent"), "question": ("help", "hit"), "work": ("clock", "accent"),
}


@dataclass(frozen=True, slots=True)
class BandAction:
    """One thing to do about it. `words` is asked again when the language changes."""

    words: Callable[[], str]
    run: Callable[[], object]


class Band(QWidget):
    """One sentence with at most two actions. Shows one message at a time: the latest.

    Signals:
        closed: the message was taken away.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = "problem"
        self._sentence: Callable[[], str] = str
        self._actions: tuple[BandAction, ...] = ()
        self.setObjectName("band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = [QPushButton(self), QPushButton(self)]
        for position, button in enumerate(self._buttons):
            button.setProperty("link", True)
            button.clicked.connect(lambda _checked=False, position=position: self._run(position))
        self._close = IconButton(theme, "close", self, size=14)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._close)
        theme.changed.connect(self.retranslate)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence shown, "" when there is none."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """The actions' buttons that are shown."""
        return self._buttons[: len(self._actions)]

    def tell(self, kind: Kind, sentence: Callable[[], str], *actions: BandAction) -> None:
        """Show a message in place of the one before. `sentence` is asked again when the language changes."""
        self._kind, self._sentence, self._actions = kind, sentence, actions
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.retranslate()
        self.show()

    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self._sentence, self._actions = str, ()  # they may hold a report, or a whole project
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        icon, token = _SIGNS[self._kind]
        self._icon.setPixmap(self._theme.pixmap(icon, token, 16))
        self._label.setText(self._sentence())
        self.setAccessibleName(self._label.text())
        for button, action in zip(self._buttons, self._actions, strict=False):
            button.setText(action.words())
        for position, button in enumerate(self._buttons):
            button.setVisible(position < len(self._actions))
        self._close.setVisible(self._kind != "work")  # which ends by itself, or is stopped
        self._close.describe(self.tr("Close this message"), "Esc")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _run(self, position: int) -> None:
        action = self._actions[position]
        self.dismiss()
        action.run()


class BusyLine(QProgressBar):
    """Two pixels under the top bar while work of some length is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busyLine")
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setFixedHeight(2)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(100, 2)

    def show_share(self, share: float) -> None:
        """Show the share done, 0 to 1."""
        self.setValue(round(share * 1000))


class Head(QWidget):
    """What stands above everything: the menu bar when called, the top bar, the busy line, the band."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
