"""The hover card: opens after a moment beside what the pointer rests on, and never covers the line it speaks of."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, app_font, report_font
from gui.views.text.reading import Card

WIDTH = 300
_SHADOW = 10
_PAD = 14
_LEAST_LABEL = 44
_GAP = 5
#: So many lines are shown even where there is little room.
_LEAST_LINES = 2


class HoverCard(QWidget):
    """A card over the text. It takes no focus and no clicks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: Card | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def card(self) -> Card | None:
        """What is shown, None while closed."""
        return self._card if self.isVisible() else None

    def show_card(self, card: Card, line: QRectF, room: QRectF) -> None:
        """Show it under `line`, or over it where there is no room; both in the parent's coordinates.

        The last lines are left out where neither side has room for them: a card is never cut.
        """
        self._card = card
        most = max(room.bottom() - line.bottom() - 2, line.top() - 2 - room.top())
        while self._height() > most and len(self._card.lines) > _LEAST_LINES:
            self._card = replace(self._card, lines=self._card.lines[:-1])
        height = self._height()
        left = min(max(room.left() + 4, line.left() - 20), room.right() - WIDTH - 8)
        below, above = line.bottom() + 2, line.top() - height - 2
        fits_below = below + height <= room.bottom() or above < room.top()
        top = below if fits_below else above
        self.setGeometry(
            round(left) - _SHADOW, round(top) - _SHADOW, WIDTH + 2 * _SHADOW, round(height) + 2 * _SHADOW
        )
        self.setAccessibleName(" ".join((card.title, card.value)).strip())
        self.setAccessibleDescription("\n".join(f"{part.label} {part.words}".strip() for part in card.lines))
        self.show()
        self.raise_()
        self.update()

    def close_card(self) -> None:
        """Close it."""
        self.hide()

    def _words_height(self, words: str, width: float) -> float:
        metrics = QFontMetricsF(app_font(12))
        return max(18.0, metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), words).height())

    def _title_height(self, card: Card) -> float:
        metrics = QFontMetricsF(app_font(13, 600))
        room = QRectF(0, 0, self._title_width(card), 400)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), card.title).height()

    def _title_width(self, card: Card) -> float:
        value = QFontMetricsF(app_font(16, 700)).horizontalAdvance(card.value)
        return WIDTH - 2 * _PAD - (min(value, WIDTH / 2) + 12 if card.value else 0)

    def _height(self) -> float:
        if self._card is None:
            return 0
        lines = (self._words_height(part.words, self._words_width(part.label)) for part in self._card.lines)
        return 2 * _PAD + max(20.0, self._title_height(self._card)) + sum(height + _GAP for height in lines)

    def label_width(self) -> float:
        """As wide as the widest label: none is cut in either language."""
        metrics = QFontMetricsF(app_font(12))
        labels = [part.label for part in self._card.lines] if self._card else []
        return max([float(_LEAST_LABEL), *(math.ceil(metrics.horizontalAdvance(words)) for words in labels)])

    def _words_width(self, label: str) -> float:
        return WIDTH - 2 * _PAD - (self.label_width() + 6 if label else 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, ground, and the words."""
        if self._card is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        self._paint_ground(painter, ground)
        theme, card = self._theme, self._card
        x, y = ground.left() + _PAD, ground.top() + _PAD - 2
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.color("text"))
        painter.setFont(report_font(14) if card.quote else app_font(13, 600))
        height = max(20.0, self._title_height(card))
        painter.drawText(QRectF(x, y, self._title_width(card), height + 4), int(flags), card.title)
        if card.value:
            painter.setFont(app_font(16, 700))
            painter.setPen(theme.color("metric"))
            value = QFontMetricsF(painter.font()).elidedText(card.value, Qt.TextElideMode.ElideRight, WIDTH / 2)
            painter.drawText(
                QRectF(QRectF(x, y - 3, WIDTH - 2 * _PAD, 24)), Qt.AlignmentFlag.AlignRight, value
            )
        y += height + 6
        painter.setFont(app_font(12))
        for part in card.lines:
            self._paint_line(painter, part.label, part.words, part.icon, part.token, QSizeF(x, y), int(flags))
            y += self._words_height(part.words, self._words_width(part.label)) + _GAP
        painter.end()

    def _paint_line(
        self, painter: QPainter, label: str, words: str, icon: str, token: str, corner: QSizeF, flags: int
    ) -> None:
        x, y = corner.width(), corner.height()
        if label:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QRectF(x, y, self.label_width() + 4, 18), Qt.AlignmentFlag.AlignLeft, label)
        start = x + (self.label_width() + 6 if label else 0)
        if icon:
            self._theme.paint_icon(painter, icon, QRectF(start, y + 2, 13, 13), token)
            start += 18
        painter.setPen(self._theme.color("text2"))
        width = self._words_width(label)
        painter.drawText(QRectF(start, y, width, self._words_height(words, width) + 2), flags, words)

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.setOpacity(0.09 if self._theme.name == "dark" else 0.02)
        for step in range(_SHADOW - 2, 0, -2):
            painter.drawRoundedRect(ground.adjusted(-step, -step + 2, step, step + 2), 8 + step, 8 + step)
        painter.setOpacity(1)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
