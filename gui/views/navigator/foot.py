"""The day's score: how much is judged, how it came out; each count is a filter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model.review import VERACITIES, Veracity
from core.vocabulary import label
from gui import settings
from gui.models.progress import Progress, progress
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text, paint_verdict, verdict_token

HEIGHT: Final = 150
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
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def set_progress(self, now: Progress) -> None:
        """Show these counts."""
        self._progress = now
        self.retranslate()

    def set_filter(self, key: str) -> None:
        """Mark the count that is the filter now; "" for none."""
        self._filter = key
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        language = settings.language()
        counts = self._progress.counts
        words = [f"{label('veracity', key or 'not_judged', language)} {counts[key]}" for key in _ORDER]
        self.setAccessibleName(self.tr("Review progress"))
        self.setAccessibleDescription(f"{self._score()}. {', '.join(words)}")
        self.update()

    def count_rect(self, key: str) -> QRectF:
        """Where the count of a verdict (or `not_judged`) is drawn, and can be clicked."""
        index = next(i for i, veracity in enumerate(_ORDER) if (veracity or "not_judged") == key)
        half = (self.width() - 28) / 2
        return QRectF(14 + (index % 2) * half, 50 + (index // 2) * 23, half - (6 if index % 2 == 0 else 0), 23)

    def sizeHint(self) -> QSize:
        return QSize(268, HEIGHT)

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
        paint_text(painter, head.adjusted(taken + 8, 0, 0, 0), self._score(), app_font(12, 600), theme.color("text"),
                   Qt.AlignmentFlag.AlignRight)
        self._paint_bar(painter, QRectF(14, 36, width - 28, 8))
        language = settings.language()
        font = self._count_font()
        for index, veracity in enumerate(_ORDER):
            rect = self.count_rect(veracity or "not_judged")
            if (veracity or "not_judged") == self._filter:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent_soft"))
                painter.drawRoundedRect(rect.adjusted(-5, 0, 5, 0), 5, 5)
            paint_verdict(painter, theme, QPointF(rect.left() + 7, rect.center().y()), veracity, 13)
            count = str(self._progress.counts[veracity])
            taken = paint_text(painter, rect, count, app_font(12), theme.color("text"), Qt.AlignmentFlag.AlignRight)
            words = label("veracity", veracity or "not_judged", language)
            paint_text(painter, rect.adjusted(18, 0, -taken - 3, 0), words, font, theme.color("text2"))
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

    def _count_font(self) -> QFont:
        """12 px, or 11 where a word would be cut: the counts keep their two columns."""
        metrics, room = QFontMetricsF(app_font(12)), (self.width() - 28) / 2 - 6 - 18 - 3 - 14
        words = (label("veracity", key or "not_judged", settings.language()) for key in _ORDER)
        return app_font(12 if all(metrics.horizontalAdvance(word) <= room for word in words) else 11)

    def _score(self) -> str:
        return self.tr("{judged} / {total} claims").format(judged=self._progress.judged, total=self._progress.total)

    def _at(self, point: QPointF) -> str:
        keys = (veracity or "not_judged" for veracity in _ORDER)
        return next((key for key in keys if self.count_rect(key).contains(point)), "")

    def _choose(self, key: str) -> None:
        self._filter = "" if key == self._filter else key
        self.update()
        self.filtered.emit(self._filter)
