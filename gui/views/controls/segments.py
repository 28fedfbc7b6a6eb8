"""One segmented control in place of tabs: a sunken trough with a raised thumb."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.values import dataclass
from gui.theme import Theme, app_font
from gui.views.controls.marks import by_keyboard, paint_focus, paint_text

_FITTED = 18


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its stable key, its icon and its word."""

    key: str
    icon: str
    word: str


class SegmentedControl(QWidget):
    """A row of choices of which one is on. Words give way to icons when they do not fit.

    Segments are of one width; in a `fitted` control each is as wide as its word asks for.

    Signals:
        chosen(str): a person chose the segment with this key.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, height: int = 30, fitted: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: tuple[Segment, ...] = ()
        self._current = ""
        self._ring = False
        self._optional = False
        self._fitted = fitted
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def current(self) -> str:
        """The key of the segment that is on."""
        return self._current

    def set_segments(self, segments: Sequence[Segment], *, optional: bool = False) -> None:
        """Show these choices; the one that was on stays on if it is still there, else the first is.

        `optional` lets none be on, and choosing the one that is on turns it off: `chosen` then says "".
        """
        self._segments = tuple(segments)
        self._optional = optional
        if self._current not in {segment.key for segment in segments}:
            self._current = segments[0].key if segments and not optional else ""
        self._tell()
        self.updateGeometry()
        self.update()

    def set_current(self, key: str) -> None:
        """Turn a segment on without telling anyone."""
        self._current = key
        self._tell()
        self.update()

    def rect_of(self, key: str) -> QRectF:
        """Where a segment is drawn."""
        index = next((i for i, segment in enumerate(self._segments) if segment.key == key), 0)
        widths = self._widths()
        return QRectF(sum(widths[:index]), 0, widths[index] if widths else 0.0, self.height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(app_font(12, 600))
        widest = max((metrics.horizontalAdvance(segment.word) for segment in self._segments), default=20)
        if self._fitted:
            return QSize(self.width_for_words(), self.height())
        return QSize(round((widest + 20) * len(self._segments)), self.height())

    def width_for_words(self) -> int:
        """The least width at which words are shown, not icons."""
        metrics = QFontMetricsF(app_font(12, 600))
        widths = [metrics.horizontalAdvance(segment.word) for segment in self._segments]
        if self._fitted:
            return math.ceil(sum(widths) + _FITTED * len(widths))
        return math.ceil(max(widths, default=20) + 4) * len(widths)

    def minimumSizeHint(self) -> QSize:
        return QSize(32 * max(1, len(self._segments)), self.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            segment = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), segment.word if segment and not self._words_fit() else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        segment = self._at(event.position().x())
        if segment:
            self._choose(segment.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._segments:
            super().keyPressEvent(event)
            return
        keys = [segment.key for segment in self._segments]
        here = keys.index(self._current) if self._current in keys else -max(0, step)
        self._choose(keys[(here + step) % len(keys)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        words = self._words_fit()
        for segment in self._segments:
            rect = self.rect_of(segment.key)
            on = segment.key == self._current
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("raised"))
                painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 5, 5)
            if words:
                font = app_font(12, 600 if on else 400)
                color = self._theme.color("text" if on else "muted")
                inner = rect.adjusted(2, 0, -2, 0)
                paint_text(painter, inner, segment.word, font, color, Qt.AlignmentFlag.AlignHCenter)
            else:
                icon = QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16)
                self._theme.paint_icon(painter, segment.icon, icon, "text" if on else "muted")
        if self._ring:
            paint_focus(painter, self._theme, QRectF(self.rect()), 7)

    def _words_fit(self) -> bool:
        metrics = QFontMetricsF(app_font(12, 600))
        pairs = zip(self._segments, self._widths(), strict=True)
        return all(metrics.horizontalAdvance(segment.word) <= width - 4 for segment, width in pairs)

    def _widths(self) -> list[float]:
        count = max(1, len(self._segments))
        metrics = QFontMetricsF(app_font(12, 600))
        words = [metrics.horizontalAdvance(segment.word) for segment in self._segments]
        each = (self.width() - sum(words)) / count
        if not self._fitted or each < 4:  # icons, where the words have no room, are of one width
            return [self.width() / count] * len(self._segments)
        return [word + each for word in words]

    def _at(self, x: float) -> Segment | None:
        return next((s for s in self._segments if self.rect_of(s.key).left() <= x < self.rect_of(s.key).right()), None)

    def _choose(self, key: str) -> None:
        if key == self._current and self._optional:
            key = ""
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def _tell(self) -> None:
        word = next((segment.word for segment in self._segments if segment.key == self._current), "")
        self.setAccessibleDescription(word)
