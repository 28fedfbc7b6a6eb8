"""Growth rates by indicator: sorted bars, the value behind each, the rank in a badge, falls left of zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from core.charts import FigureRow, GrowthChart, rank_label, with_basis
from core.numerals import number_text
from core.vocabulary import Language, attribute, label
from gui.theme import Theme, app_font
from gui.views.controls import paint_text
from gui.views.data.drawing import (
    BAR,
    ROW,
    WIDEST_ROW,
    Drawing,
    Mark,
    label_width,
    named,
    nice_ticks,
    number,
    row_height,
    text_width,
)

_AXIS: Final = 20
_GAP: Final = 10
_TAIL: Final = 7
_BADGE: Final = 17
_LEAST_ROOM: Final = 240
_LEAST_SCALE: Final = 1e-9
_BETWEEN: Final = 8
_LEAST_BARS: Final = 0.25  # of the room: how much the bars from the lowest to the highest should have


class GrowthDrawing(Drawing):
    """The bars of a `GrowthChart`."""

    def __init__(self, chart: GrowthChart, theme: Theme, language: Language) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._labels = [named(row.label) for row in chart.rows]
        self._column = 0.0
        self._zero = 0.0
        self._scale = 1.0
        self._bottom = 0.0
        self._brief = False  # whether the badges say no more than the rank
        self._aside = False  # whether a fall's value stands right of zero, where it takes no room from the bars

    def lay_out(self, width: float, height: float) -> float:
        rows = self.chart.rows
        self.width = width
        self._column = min(label_width(self._labels), width * 0.45)
        heights = [row_height(named(row.label), self._column, ROW) for row in rows]
        spare = (height - _AXIS - sum(heights)) / len(rows) if rows else 0.0
        grow = max(0.0, min(float(WIDEST_ROW - ROW), spare))
        self._fit()
        top = 0.0
        self.marks = self._leads
        for mark, tall in zip(self._leads, heights, strict=True):
            mark.rect = QRectF(0, top, width, tall + grow)
            top += tall + grow
        self._bottom = top
        self.height = top + (_AXIS if rows else 0)
        return self.height

    def paint(self, painter: QPainter) -> None:
        self._paint_grid(painter)
        for place, row in enumerate(self.chart.rows):
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            self._paint_bar(painter, self.marks[place], row)
        if self.chart.rows:
            painter.setPen(QPen(self.theme.color("line"), 1))
            x = round(self._zero) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self._bottom))

    def told(self, place: int) -> str:
        row = self.chart.rows[place]
        value = with_basis(row.text, row.basis, self.language)
        parts = [named(row.label), value, label("role", row.role, self.language)]
        if row.period:
            parts.append(row.period)
        if row.rank:
            parts.append(rank_label(row.rank, self.language))
        if row.low_confidence:
            parts.append(QCoreApplication.translate("Charts", "unsure reading"))
        return " · ".join(parts)

    def value_text(self, row: FigureRow) -> str:
        """The number behind the bar, with the sign of its bound, and over which span if not over a year as others."""
        most = f"–{number_text(row.value_max)}" if row.value_max is not None else ""
        value = f"{attribute('bound', row.bound, 'sign')}{number_text(row.value)}{most}"
        return with_basis(value, row.basis, self.language)

    @cached_property
    def _leads(self) -> list[Mark]:
        """What each row leads to; where it stands is told with each width."""
        return [
            Mark("metric", row.metric, row.span, QRectF(),
                 frozenset({row.rank_metric}) if row.rank_metric else frozenset())
            for row in self.chart.rows
        ]

    @cached_property
    def _reach(self) -> list[tuple[float, float]]:
        """How far each bar goes on the scale, and the width of what stands behind it."""
        return [(self._drawn(row), self._tail(row)) for row in self.chart.rows]

    @cached_property
    def _brief_reach(self) -> list[tuple[float, float]]:
        return [(self._drawn(row), self._tail(row, brief=True)) for row in self.chart.rows]

    def _fit(self) -> None:
        """Find the zero and the scale at which every bar, its value and its badge have room.

        One badge that leaves the bars next to none is cut to its rank, as all are: the tooltip says of what it is.
        """
        left, right = self._column + _GAP, self.width - 2
        self._aside = right - left < _LEAST_ROOM
        self._brief = False
        if self._scale_to(left, right, self._reach) * _span(self._reach) < (right - left) * _LEAST_BARS:
            self._brief = True
            self._scale_to(left, right, self._brief_reach)

    def _scale_to(self, left: float, right: float, reach: list[tuple[float, float]]) -> float:
        rises = _furthest((max(0.0, value), tail) for value, tail in reach if value >= 0 or self._aside)
        falls = _furthest((-value, 0.0 if self._aside else tail) for value, tail in reach if value < 0)
        room = right - left
        scales = [
            (room - up_tail - down_tail) / (up + down)
            for up, up_tail in rises for down, down_tail in falls if up + down > 0
        ]
        self._scale = max(_LEAST_SCALE, min(scales, default=1.0))
        self._zero = left + max(down * self._scale + tail for down, tail in falls)
        return self._scale

    def _drawn(self, row: FigureRow) -> float:
        value = float(row.value)
        if row.broken and self.chart.limit is not None:
            return float(self.chart.limit) if value > 0 else -float(self.chart.limit)
        return value

    def _tail(self, row: FigureRow, *, brief: bool = False) -> float:
        width = text_width(self.value_text(row), app_font(12, 600)) + 2 * _TAIL
        return width + (self._badge_width(row, brief=brief) + 8 if row.rank else 0)

    def _badge_width(self, row: FigureRow, *, brief: bool) -> float:
        return text_width(self._badge(row, brief=brief), app_font(11)) + 12

    def _badge(self, row: FigureRow, *, brief: bool) -> str:
        if row.rank is None:
            return ""
        return rank_label(replace(row.rank, scope=None, of=None) if brief else row.rank, self.language)

    def _paint_grid(self, painter: QPainter) -> None:
        values = [self._drawn(row) for row in self.chart.rows]
        if not values:
            return
        for tick in self._ticks(min(0.0, *values), max(0.0, *values)):
            x = round(self._zero + tick * self._scale) + 0.5
            painter.setPen(QPen(self.theme.color("border"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, self._bottom))
            box = QRectF(x - 40, self._bottom + 2, 80, _AXIS - 4)
            color = self.theme.color("muted")
            paint_text(painter, box, number(tick), app_font(11), color, Qt.AlignmentFlag.AlignHCenter)

    def _ticks(self, low: float, high: float) -> list[float]:
        """As many round numbers as stand apart: 2,500 beside 5,000 needs more room than 5 beside 10."""
        for most in range(5, 0, -1):
            ticks = nice_ticks(low, high, most)
            widest = max(text_width(number(tick), app_font(11)) for tick in ticks)
            if len(ticks) < 2 or (ticks[1] - ticks[0]) * self._scale >= widest + _BETWEEN:
                break
        return ticks

    def _paint_bar(self, painter: QPainter, mark: Mark, row: FigureRow) -> None:
        theme, middle = self.theme, mark.rect.center().y()
        current = self.is_current(mark)
        token = self.bar_token(mark, row.section)
        self.paint_label(
            painter, QRectF(0, mark.rect.top(), self._column, mark.rect.height()), named(row.label),
            strong=current, token="text" if token != "bar" else "text2",
        )
        extent = self._drawn(row) * self._scale
        bar = QRectF(self._zero, middle - BAR / 2, extent, BAR).normalized()
        if bar.width() < 2:
            bar.setWidth(2)
        paint_bar(painter, theme, bar, token, unsure=row.low_confidence)
        if row.broken:
            self._paint_break(painter, bar, rising=extent > 0)
        words = self.value_text(row)
        font = app_font(12, 600 if current else 400)
        width = text_width(words, font)
        rightwards = extent >= 0 or self._aside
        left = max(bar.right(), self._zero) + _TAIL if rightwards else bar.left() - _TAIL - width
        box = QRectF(left, middle - 8, width + 1, 16)
        painter.fillRect(box.adjusted(-3, 0, 3, 0), self.ground(mark))
        paint_text(painter, box, words, font, theme.color("text"))
        if row.rank:
            wide = self._badge_width(row, brief=self._brief)
            x = box.right() + 8 if rightwards else box.left() - 8 - wide
            self._paint_badge(painter, QRectF(x, middle - _BADGE / 2, wide, _BADGE), row)

    def _paint_badge(self, painter: QPainter, rect: QRectF, row: FigureRow) -> None:
        painter.setPen(QPen(self.theme.color("metric"), 1))
        painter.setBrush(self.theme.color("paper"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _BADGE / 2, _BADGE / 2)
        words = self._badge(row, brief=self._brief)
        paint_text(painter, rect, words, app_font(11), self.theme.color("metric"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_break(self, painter: QPainter, bar: QRectF, *, rising: bool) -> None:
        x = bar.right() - 14 if rising else bar.left() + 8
        painter.fillRect(QRectF(x, bar.top() - 1, 6, bar.height() + 2), self.theme.color("paper"))
        box = QRectF(x - 4, bar.top() - 3, 14, bar.height() + 6)
        paint_text(painter, box, "≈", app_font(13, 600), self.theme.color("text2"), Qt.AlignmentFlag.AlignHCenter)


def _span(reach: list[tuple[float, float]]) -> float:
    """From the lowest fall to the highest rise."""
    ends = [0.0, *(value for value, _ in reach)]
    return max(ends) - min(ends)


def _furthest(reach: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Of bars (value, room behind it) with the same room only the longest; a bar of nothing if there are none."""
    longest: dict[float, float] = {}
    for value, tail in reach:
        longest[tail] = max(value, longest.get(tail, 0.0))
    return [(value, tail) for tail, value in longest.items()] or [(0.0, 0.0)]


def paint_bar(painter: QPainter, theme: Theme, bar: QRectF, token: str, *, unsure: bool = False) -> None:
    """Paint a bar; an unsure reading is an outline with hatching."""
    color = theme.color(token)
    if unsure:
        painter.setPen(QPen(color, 1))
        painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(bar, 1.5, 1.5)

