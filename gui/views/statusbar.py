"""The line at the bottom: the keys that are valid now, and at the right a few facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStatusBar, QWidget

from core.values import dataclass
from gui.theme import Theme, app_font
from gui.views.controls import paint_text

HEIGHT = 28
_EDGE = 14


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key as it is printed on the board, and what it does now."""

    keys: str
    words: str


class StatusLine(QStatusBar):
    """Keys and facts. What does not fit is left out from the right: keys before facts, the tour's line never."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: tuple[KeyHint, ...] = ()
        self._facts: tuple[str, ...] = ()
        self._coach = ""
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)

    @property
    def hints(self) -> tuple[KeyHint, ...]:
        """The keys shown."""
        return self._hints

    def show_hints(self, hints: Sequence[KeyHint], facts: Sequence[str]) -> None:
        """Show these keys and facts."""
        self._hints, self._facts = tuple(hints), tuple(facts)
        self._tell()

    @property
    def coach(self) -> str:
        """The line of the tour that is shown, "" for none."""
        return self._coach

    def show_coach(self, words: str) -> None:
        """Show a line of the tour before the keys; "" for none."""
        if words != self._coach:
            self._coach = words
            self._tell()

    def _tell(self) -> None:
        spoken = [f"{hint.keys} {hint.words}" for hint in self._hints]
        self.setAccessibleName(" · ".join([*([self._coach] if self._coach else []), *spoken, *self._facts]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        limit = self._paint_facts(painter)
        self._paint_hints(painter, limit)

    def told_facts(self) -> str:
        """The facts that have room: the tour's line comes before them, and the keys before all but the first."""
        metrics = QFontMetricsF(app_font(12))
        room = self.width() - 2 * _EDGE - (metrics.horizontalAdvance(self._coach) + 44 if self._coach else 0)
        keys = sum(self._hint_width(hint) for hint in self._hints)
        told = [" · ".join(self._facts[:count]) for count in range(len(self._facts), 0, -1)]
        fits = (told[:1], room - keys), (told[-1:], room)
        return next((each for some, left in fits for each in some if metrics.horizontalAdvance(each) <= left), "")

    def _paint_facts(self, painter: QPainter) -> float:
        font, words = app_font(12), self.told_facts()
        box = QRectF(self.rect()).adjusted(_EDGE, 1, -_EDGE, 0)
        paint_text(painter, box, words, font, self._theme.color("muted"), Qt.AlignmentFlag.AlignRight)
        return box.right() - QFontMetricsF(font).horizontalAdvance(words) - 24

    def _paint_hints(self, painter: QPainter, limit: float) -> None:
        cap_font, font = app_font(11), app_font(12)
        left = self._paint_coach(painter, limit)
        for hint in self._hints:
            cap = _cap_width(hint)
            words = QFontMetricsF(font).horizontalAdvance(hint.words)
            if left + cap + 7 + words > limit:
                return
            box = QRectF(left + 0.5, self.height() / 2 - 7.5, cap, 17)
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(box, 4, 4)
            paint_text(painter, box, hint.keys, cap_font, self._theme.color("muted"), Qt.AlignmentFlag.AlignHCenter)
            line = QRectF(left + cap + 7, 1, words + 2, self.height() - 1)
            paint_text(painter, line, hint.words, font, self._theme.color("text2"))
            left += self._hint_width(hint)

    @staticmethod
    def _hint_width(hint: KeyHint) -> float:
        return _cap_width(hint) + 7 + QFontMetricsF(app_font(12)).horizontalAdvance(hint.words) + 16

    def _paint_coach(self, painter: QPainter, limit: float) -> float:
        """The line of the tour on the accent's ground; gives where the keys begin."""
        if not self._coach:
            return float(_EDGE)
        font = app_font(12)
        width = min(QFontMetricsF(font).horizontalAdvance(self._coach) + 20, limit - _EDGE)
        box = QRectF(_EDGE - 4, self.height() / 2 - 9.5, width, 21)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        painter.drawRoundedRect(box, 5, 5)
        paint_text(painter, box.adjusted(8, 0, -8, 0), self._coach, font, self._theme.color("text"))
        return box.right() + 14


def _cap_width(hint: KeyHint) -> float:
    """How wide the cap is that a key's name is printed on."""
    return max(18.0, QFontMetricsF(app_font(11)).horizontalAdvance(hint.keys) + 10)
