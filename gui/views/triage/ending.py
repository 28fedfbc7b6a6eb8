"""The end of a round: what was answered in it, how long it took, what lacks evidence, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.values import dataclass
from gui.letting_go import clear
from gui.models.queue import Round, without_evidence
from gui.theme import Theme
from gui.views.controls import pane_sheet
from gui.views.inspector.page import RULES, Words
from gui.views.triage.tally import Tally

_WIDTH: Final = 460


@dataclass(frozen=True, slots=True)
class NextStep:
    """What can be done after a round: its key, and its words."""

    key: str
    words: str


class Ending(QWidget):
    """Lies over the text when the queue is empty.

    Signals:
        chosen(str): a person chose the next step with this key.
        left(): back to reading.
        words_wanted(): the language is another; show the round again.
    """

    chosen = Signal(str)
    left = Signal()
    words_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._steps: tuple[NextStep, ...] = ()
        self.setStyleSheet(pane_sheet(RULES))
        self.title = Words("text", 21, 600)
        self.lead = Words("muted", 13, wrap=True)
        self.tally = Tally(theme, self)
        self.missing = Words("text2", 13, wrap=True)
        self.buttons: list[QPushButton] = []
        self._foot = QVBoxLayout()  # one below the other: words of any length fit
        self._foot.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget, above in ((self.title, 0), (self.lead, 6), (self.tally, 20), (self.missing, 16)):
            column.addSpacing(above)
            column.addWidget(widget)
        column.addSpacing(24)
        column.addLayout(self._foot)
        holder = QWidget(self)
        holder.setLayout(column)
        holder.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        over.installEventFilter(self)
        self.hide()

    def show_round(self, now: Round, steps: Sequence[NextStep]) -> None:
        """Tell of a round that is over, and offer what comes next; the first step has the keyboard."""
        answered = len(now.answered)
        self.title.setText(self.tr("This round is done") if answered else self.tr("Nothing is left to answer"))
        spent = self.tr("Answered in this round: {count} · time: {time}").format(
            count=answered, time=lasted(now.seconds)
        )
        rest = self.tr("All in all {done} of {total} are answered.").format(done=now.done, total=now.total)
        self.lead.setText(f"{spent}\n{rest}" if answered else rest)
        self.tally.show_counts(now)
        self._say_missing(now)
        self._offer(steps)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        (self.buttons[0] if self.buttons else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.words_wanted.emit()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("paper"))

    def _say_missing(self, now: Round) -> None:
        parts = []
        if bare := sum(map(without_evidence, now.answered)):
            parts.append(self.tr("Judged without evidence: {count}").format(count=bare))
        if now.put_off:
            parts.append(self.tr("Left for later: {count}").format(count=len(now.put_off)))
        self.missing.setText("\n".join(parts))
        self.missing.setVisible(bool(parts))

    def _offer(self, steps: Sequence[NextStep]) -> None:
        clear(self._foot)
        self.buttons = []
        for number, step in enumerate(steps):
            button = QPushButton(step.words, self)
            button.setProperty("primary" if number == 0 else "quiet", True)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, key=step.key: self.chosen.emit(key))
            self.buttons.append(button)
            self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        back = QPushButton(self.tr("Back to the text"), self)
        back.setProperty("quiet", True)
        back.setAutoDefault(True)
        back.clicked.connect(self.left)
        self.buttons.append(back)
        self._foot.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)


def lasted(seconds: float) -> str:
    """A time in words, to the minute, and to the second under one."""
    whole = round(seconds)
    translate = QCoreApplication.translate
    if whole < 60:
        return translate("Ending", "{seconds} s").format(seconds=whole)
    hours, minutes = divmod(round(whole / 60), 60)
    if not hours:
        return translate("Ending", "{minutes} min").format(minutes=minutes)
    return translate("Ending", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
