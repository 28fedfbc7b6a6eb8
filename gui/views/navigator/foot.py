"""The day's score: how much is judged, how it came out; each count is a filter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.model.review import VERACITIES, Veracity
from core.vocabulary import attribute, label
from gui import settings
from gui.models.progress import Progress, progress
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text, paint_verdict, verdict_token

HEIGHT: Final = 150
#: Without the counts, where the list above needs the room.
LOW_HEIGHT: Final = 54
_WORD: Final = 18
_HEAD: Final = 48
_ORDER: Final[tuple[Veracity | None, ...]] = (*VERACITIES, None)

_STEPS: Final[dict[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}


class ProgressFoot(QWidget):
    """Progress in words, a stacked bar, eight counts.

    Signals:
        filtered(str): a person asked for the claims of this verdict (`not_judged` too), or "" for all again.
    """

    filtered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress = progress(())
        self._filter = ""
        self._focused = 0
        self._low = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def set_progress(self, now: Progress) -> None:
        """Show these counts."""
        self._progress = now
        self.retranslate()

    def set_filter(self, key: str) -> None:
        """Mark the count that is the filter now; "" for none."""
        self._filter = key
        self.update()

    def set_low(self, low: bool) -> None:
        """Leave the counts out, or show them again; a filter is taken back in the list then."""
        if low != self._low:
            self._low = low
            self.setFixedHeight(LOW_HEIGHT if low else HEIGHT)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus if low else Qt.FocusPolicy.TabFocus)

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        language = settings.language()
        counts = self._progress.counts
        words = [f"{label('veracity', key or 'not_judged', language)} {counts[key]}" for key in _ORDER]
        self.setAccessibleName(self.tr("Review progress"))
        self.setAccessibleDescription(f"{self.score()}. {', '.join(words)}. {self._uncounted()}")
        self.update()

    def count_rect(self, key: str) -> QRectF:
        """Where the count of a verdict (or `not_judged`) is drawn, and can be clicked."""
        index = next(i for i, veracity in enumerate(_ORDER) if (veracity or "not_judged") == key)
        half = (self.width() - 28) / 2
        return QRectF(14 + (index % 2) * half, 50 + (index // 2) * 23, half - (6 if index % 2 == 0 else 0), 23)

    def sizeHint(self) -> QSize:
        return QSize(268, HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self._at(QPointF(event.pos()))
            words = self._tip(key) if key else self._uncounted() if event.pos().y() < _HEAD else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position())
        if key:
            self._choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is not None:
            self._focused = (self._focused + step) % len(_ORDER)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(_ORDER[self._focused] or "not_judged")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, width = self._theme, self.width()
        painter.fillRect(QRectF(0, 0, width, 1), theme.color("border"))
        head = QRectF(14, 12, width - 28, 20)
        taken = paint_text(painter, head, self.tr("Review progress"), app_font(12), theme.color("muted"))
        rest = head.adjusted(taken + 8, 0, 0, 0)
        paint_text(painter, rest, self.score(rest.width()), app_font(12, 600), theme.color("text"),
                   Qt.AlignmentFlag.AlignRight)
        self._paint_bar(painter, QRectF(14, 36, width - 28, 8))
        if self._low:
            return
        size, words = self._words()
        for index, veracity in enumerate(_ORDER):
            rect = self.count_rect(veracity or "not_judged")
            if (veracity or "not_judged") == self._filter:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent_soft"))
                painter.drawRoundedRect(rect.adjusted(-5, 0, 5, 0), 5, 5)
            paint_verdict(painter, theme, QPointF(rect.left() + 7, rect.center().y()), veracity, 13)
            count = str(self._progress.counts[veracity])
            side = Qt.AlignmentFlag.AlignRight if words else Qt.AlignmentFlag.AlignLeft
            place = rect if words else rect.adjusted(_WORD + 4, 0, 0, 0)
            taken = paint_text(painter, place, count, app_font(12), theme.color("text"), side)
            if words:
                paint_text(painter, rect.adjusted(_WORD, 0, -taken, 0), words[index], app_font(size),
                           theme.color("text2"))
            if self.hasFocus() and index == self._focused:
                paint_focus(painter, theme, rect.adjusted(-5, 0, 5, 0), 5)

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(rect, 4, 4)
        left = rect.left()
        for veracity in VERACITIES:
            share = self._progress.counts[veracity] / self._progress.total if self._progress.total else 0
            if share:
                painter.setBrush(self._theme.color(verdict_token(veracity)))
                painter.drawRoundedRect(QRectF(left, rect.top(), max(2.0, rect.width() * share - 1.5), 8), 2, 2)
                left += rect.width() * share

    def _words(self) -> tuple[int, list[str]]:
        """The size and the words at which nothing is cut: whole at 12 or 11 px, short ones, else the shapes alone."""
        language = settings.language()
        keys = [veracity or "not_judged" for veracity in _ORDER]
        whole = [label("veracity", key, language) for key in keys]
        short = [attribute("veracity", key, f"short_{language}") or label("veracity", key, language) for key in keys]
        for size, words in ((12, whole), (11, whole), (12, short), (11, short)):
            if self._fit(size, words):
                return size, words
        return 12, []

    def _fit(self, size: int, words: list[str]) -> bool:
        metrics, counts = QFontMetricsF(app_font(size)), QFontMetricsF(app_font(12))
        return all(
            _WORD + metrics.horizontalAdvance(word) + 5 + counts.horizontalAdvance(str(self._progress.counts[key]))
            <= self.count_rect(key or "not_judged").width()
            for key, word in zip(_ORDER, words, strict=True)
        )

    def _tip(self, key: str) -> str:
        count = next(self._progress.counts[veracity] for veracity in _ORDER if (veracity or "not_judged") == key)
        words = label("veracity", key, settings.language())
        return self.tr("{verdict}: {count}. Click to list them.").format(verdict=words, count=count)

    def score(self, room: float = 1e6) -> str:
        """How many of how many are judged, with or without the word for what is counted, as there is room."""
        judged, total = self._progress.judged, self._progress.total
        whole = self.tr("{judged} / {total} checkable").format(judged=judged, total=total)
        fits = QFontMetricsF(app_font(12, 600)).horizontalAdvance(whole) <= room
        return whole if fits else f"{judged} / {total}"

    def _uncounted(self) -> str:
        """Why the total is less than the number of claims."""
        return self.tr("Claims that can be checked and are not dismissed. The lists and the text show all claims.")

    def _at(self, point: QPointF) -> str:
        keys = (veracity or "not_judged" for veracity in _ORDER if not self._low)
        return next((key for key in keys if self.count_rect(key).contains(point)), "")

    def _choose(self, key: str) -> None:
        self._filter = "" if key == self._filter else key
        self.update()
        self.filtered.emit(self._filter)
