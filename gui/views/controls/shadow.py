"""The shadow under a card that floats over the window."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsEffect

#: Pixels: how far it goes, and how far under the card it falls.
_REACH: Final = 24
_FALL: Final = 2
#: How strong it is in the pixel beside the edge of what casts it, and how much of that is left in each further one.
_BESIDE: Final = 0.447
_FADING: Final = 0.815
_SIDE: Final = 4 * _REACH + 1  # of its picture: as much within the edge as outside of it, and one pixel between


class Shadow(QGraphicsEffect):
    """Paints the shadow of its widget under it. Qt's own paints the widget into a picture and blurs that, a fiftieth of
    a second for each letter that is typed in a list of its size; this one is a picture whose middle is stretched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strength = 0

    def set_strength(self, strength: int) -> None:
        """How dark it is under the card, from 0 to 255."""
        if strength != self._strength:
            self._strength = strength
            self.update()

    def boundingRectFor(self, rect: QRectF | QRect) -> QRectF:
        card = QRectF(rect)
        return card.united(_around(card))

    def draw(self, painter: QPainter) -> None:
        """Paint the shadow, but not what the card covers, and the card."""
        room = _around(self.sourceBoundingRect())
        edge = 2.0 * _REACH
        across = _pieces(room.left(), room.width(), edge)
        down = _pieces(room.top(), room.height(), edge)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for (left, width, from_left, of_width) in across:
            for (top, height, from_top, of_height) in down:
                if (of_width, of_height) != (1, 1):
                    source = QRectF(from_left, from_top, of_width, of_height)
                    painter.drawImage(QRectF(left, top, width, height), _picture(self._strength), source)
        painter.restore()
        self.drawSource(painter)


def _around(card: QRectF) -> QRectF:
    return card.translated(0, _FALL).adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _pieces(start: float, length: float, edge: float) -> tuple[tuple[float, float, float, float], ...]:
    """The first, the stretched and the last piece of one side: where it stands, and what of the picture it is."""
    edge = min(edge, length / 2)
    return (
        (start, edge, 0, edge), (start + edge, length - 2 * edge, _SIDE // 2, 1),
        (start + length - edge, edge, _SIDE - edge, edge),
    )


@cache
def _picture(strength: int) -> QImage:
    outside = [_BESIDE * _FADING ** further for further in reversed(range(_REACH))]
    half = [*outside, *(1 - fainter for fainter in reversed(outside)), 1.0]
    profile = half + half[-2::-1]
    rows = [bytes(round(strength * down * across) for across in profile) for down in half]
    rows += rows[-2::-1]
    return QImage(b"".join(rows), _SIDE, _SIDE, _SIDE, QImage.Format.Format_Alpha8).copy()
