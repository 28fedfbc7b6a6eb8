"""Strokes that several panes paint alike: a line of words, a verdict's shape, a progress ring, the focus."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from gui.kept import kept
from gui.theme import Theme, report_font

if TYPE_CHECKING:
    from core.model.review import Veracity

_DOT = " · "
_LEFT = Qt.AlignmentFlag.AlignLeft
_WAVE, _HIGH = 4.0, 1.3  # of the line under doubtful words
_BASELINE = 0.365  # of the font size, below the middle: where Han and digits look centred together


@cache
def verdict_icon(veracity: Veracity | None) -> str:
    """The icon's name: `verdict-1` to `verdict-7`, `verdict-none` while not judged."""
    from core.model.review import VERACITIES  # the first picture of the window shows none, and does not wait for it

    return f"verdict-{VERACITIES.index(veracity) + 1}" if veracity else "verdict-none"


def verdict_token(veracity: Veracity | None) -> str:
    """The colour token of a verdict."""
    return veracity or "line"


def paint_verdict(
    painter: QPainter, theme: Theme, center: QPointF, veracity: Veracity | None, size: float = 14
) -> None:
    """Paint a verdict's shape in its colour around `center`."""
    rect = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
    theme.paint_icon(painter, verdict_icon(veracity), rect, verdict_token(veracity))


def paint_text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Paint one line, centred in height and cut with … at the rectangle's width; it stands at the left, at the right or
    in the middle. Returns the width that it took."""
    left, room = rect.x(), rect.width()
    words, width, drop = _fitted(words, font, room, elide)
    if align is not _LEFT:  # a comparison of flags takes as long as a fifth of the painting
        left += room - width if align & Qt.AlignmentFlag.AlignRight else (room - width) / 2
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(left, rect.y() + rect.height() / 2 + drop), words)
    return width


@kept(4096)
def _fitted(words: str, font: QFont, room: float, elide: Qt.TextElideMode) -> tuple[str, float, float]:
    """What of `words` fits in `room`, its width, and how far below the middle it stands. The same words are painted
    again and again, and to measure them takes as long as to paint them."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words)
    if width > room + 0.5:
        words = metrics.elidedText(words, elide, room)
        width = metrics.horizontalAdvance(words)
    return words, width, font.pixelSize() * _BASELINE


def whole_parts(words: str, font: QFont, room: float) -> str:
    """As many of the parts between dots as fit in `room`, in their order; none is cut."""
    metrics = QFontMetricsF(font)
    parts = words.split(_DOT)
    while parts and metrics.horizontalAdvance(_DOT.join(parts)) > room:
        parts.pop()
    return _DOT.join(parts)


def quote_font(words: str, pixels: float) -> QFont:
    """The report's voice for `words`; where none of them is Han, quotes and dashes have the width of letters."""
    font = report_font(pixels)
    if not any("\u3400" <= sign <= "\u9fff" for sign in words):
        font.setFeature(QFont.Tag("pwid"), 1)
    return font


def paint_key(painter: QPainter, theme: Theme, box: QRectF, *, on: bool, pointed_at: bool) -> None:
    """The plate of a key that gives a judgement: raised, or sunk in the accent while it is `on`."""
    width = 1.5 if on else 1.0
    painter.setPen(QPen(theme.color("accent" if on else "line" if pointed_at else "border"), width))
    painter.setBrush(theme.color("accent_soft" if on else "raised"))
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 7, 7)


def paint_ring(painter: QPainter, theme: Theme, center: QPointF, share: float, radius: float = 6) -> None:
    """Paint a ring that is filled by `share`, 0 to 1, clockwise from the top."""
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("border"), 2.4))
    painter.drawEllipse(box)
    if share > 0:
        painter.setPen(QPen(theme.color("accent"), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(box, 90 * 16, -round(360 * 16 * min(1.0, share)))


def paint_focus(painter: QPainter, theme: Theme, rect: QRectF, radius: float = 6) -> None:
    """Paint the keyboard's focus ring inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether the focus came by a key, so that it has to be seen."""
    reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
    return event.reason() in reasons


def paint_fade(painter: QPainter, rect: QRectF, color: QColor, height: float = 30) -> None:
    """Paint the lower edge of a list fading into `color`: there is more below."""
    clear = QColor(color)
    clear.setAlpha(0)
    gradient = QLinearGradient(0, rect.bottom() - height, 0, rect.bottom())
    gradient.setColorAt(0, clear)
    gradient.setColorAt(1, color)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - height, rect.width(), height), gradient)


def paint_wave(painter: QPainter, theme: Theme, left: float, right: float, y: float) -> None:
    """A wavy line under words that may have been recognised wrongly."""
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(_WAVE, right - x)
        path.quadTo(QPointF(x + step / 2, y + (-2 if up else 2) * _HIGH), QPointF(x + step, y))
        x, up = x + step, not up
    painter.setPen(QPen(theme.color("hit"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
