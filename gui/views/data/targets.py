"""Target against actual: one bullet a row on a scale of its own; what is missing is said, never drawn as zero."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPolygonF

from core.charts import Bullet, TargetChart, amount_text
from core.model import Span
from core.vocabulary import Language, bound_sign
from gui.theme import Theme, app_font
from gui.views.controls import paint_text
from gui.views.data.drawing import LABEL_CHARACTERS, Drawing, Mark, text_width, two_lines

ROW: Final = 42
_GAP: Final = 12
_BESIDE: Final = 5
_EDGE: Final = 2
_TRACK: Final = 16
_RIGHT: Final = 88
_ARROWS: Final = {"ge": 1, "gt": 1, "le": -1, "lt": -1}


class TargetDrawing(Drawing):
    """The bullets of a `TargetChart`."""

    def __init__(
        self, chart: TargetChart, theme: Theme, language: Language, claim_at: Callable[[Span], str | None]
    ) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._claim_at = claim_at
        self._column = 0.0
        self._right = 0.0

    def lay_out(self, width: float, height: float) -> float:
        del height  # rows are as high as their two lines, whatever room there is
        if self.marks and width == self.width:
            return self.height
        self.width = width
        font = app_font(12)
        self._column = min(max(self._long, default=0.0), LABEL_CHARACTERS * 12.0, width * 0.34)
        said = max((text_width(words, font) for words in self._said), default=0.0)
        self._right = min(max(said + _EDGE, 40.0), max(float(_RIGHT), width * 0.3))
        top = 0.0
        self.marks = self._leads
        for row, long, mark in zip(self.chart.rows, self._long, self._leads, strict=True):
            tall = ROW
            if row.unit and long > self._column:
                lines = two_lines(row.label, font, self._column)
                tall += 15 if len(lines) > 1 and not self._unit_beside(lines[-1], row.unit) else 0
            mark.rect = QRectF(0, top, width, tall)
            top += tall
        self.height = top
        return top

    def paint(self, painter: QPainter) -> None:
        for place, row in enumerate(self.chart.rows):
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            mark = self.marks[place]
            self._paint_label(painter, mark, row)
            left = self._column + _GAP
            track = QRectF(left, mark.rect.center().y() - _TRACK / 2, self._track_width(), _TRACK)
            if row.low is None or row.high is None or track.width() < 24:
                self._paint_nothing(painter, track)
            else:
                self._paint_bullet(painter, track, row)
            said = QRectF(self.width - self._right, mark.rect.top(), self._right - _EDGE, mark.rect.height())
            self.paint_label(painter, said, self._said[place], strong=False)

    def target_words(self, row: Bullet) -> str:
        """The target, short: its sign and number, or the report's own words."""
        if row.target is None:
            return row.target_text
        if row.target_max is not None:
            return f"{_short(row.target, row.unit)}–{_short(row.target_max, row.unit)}"
        sign = bound_sign(row.comparison, self.language) if row.comparison in ("about", *_ARROWS) else ""
        space = " " if sign else ""
        return f"{sign}{space}{_short(row.target, row.unit)}"

    def told(self, place: int) -> str:
        row = self.chart.rows[place]
        translate = QCoreApplication.translate
        target = translate("Charts", "target: {words}").format(words=row.target_text or self.target_words(row))
        if row.actual is not None:
            actual = translate("Charts", "actual: {words}").format(words=row.actual_text)
            if row.actual_last:
                actual = translate("Charts", "last actual: {words}").format(words=row.actual_text)
        else:
            actual = row.actual_text or translate("Charts", "actual not reported")
        period = f"（{row.target_period}）" if row.target_period and self.language == "zh" else ""
        return f"{row.label} · {target}{period} · {actual}"

    @cached_property
    def _said(self) -> list[str]:
        """The targets in short, whatever the width."""
        return [self.target_words(row) for row in self.chart.rows]

    @cached_property
    def _long(self) -> list[float]:
        """How long each label is on one line."""
        font = app_font(12)
        return [text_width(row.label, font) for row in self.chart.rows]

    @cached_property
    def _leads(self) -> list[Mark]:
        """What each row leads to; where it stands is told with each width."""
        return [self._mark(row) for row in self.chart.rows]

    def _mark(self, row: Bullet) -> Mark:
        """A target in figures leads to its metric, one in words to its claim, or at least to its place."""
        ids = frozenset(key for key in (row.target_metric, row.actual_metric) if key)
        if row.target_metric:
            return Mark("metric", row.target_metric, row.target_span, QRectF(), ids)
        claim = self._claim_at(row.target_span) if row.target_span else None
        return Mark("claim" if claim else "none", claim or "", row.target_span, QRectF(), ids)

    def _track_width(self) -> float:
        return self.width - self._column - _GAP - _GAP - self._right

    def _paint_label(self, painter: QPainter, mark: Mark, row: Bullet) -> None:
        font = app_font(12, 600 if self.is_current(mark) else 400)
        lines = two_lines(row.label, font, self._column)
        unit = row.unit
        beside = self._unit_beside(lines[-1], unit)
        total = len(lines) * 16 + (15 if unit and not beside else 0)
        top = mark.rect.center().y() - total / 2
        taken = 0.0
        for line in lines:
            taken = paint_text(painter, QRectF(2, top, self._column, 16), line, font, self.theme.color("text"))
            top += 16
        place = QRectF(2, top, self._column, 15)
        if beside:
            place = QRectF(2 + taken + _BESIDE, top - 16, self._column - taken - _BESIDE, 16)
        paint_text(painter, place, unit, app_font(11), self.theme.color("muted"))

    def _unit_beside(self, line: str, unit: str) -> bool:
        """Whether the unit has room behind the label's last line, also when that is set in bold."""
        return text_width(line, app_font(12, 600)) + _BESIDE + text_width(unit, app_font(11)) <= self._column

    def _paint_nothing(self, painter: QPainter, track: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self.theme.color("line"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        words = QCoreApplication.translate("Charts", "No figure")
        color = self.theme.color("muted")
        paint_text(painter, track.adjusted(4, 0, -4, 0), words, app_font(11), color, Qt.AlignmentFlag.AlignHCenter)

    def _paint_bullet(self, painter: QPainter, track: QRectF, row: Bullet) -> None:
        theme = self.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(track, 2, 2)
        if row.actual is not None:
            self._paint_actual(painter, track, row)
        else:
            self._paint_unreported(painter, track, row)
        if row.target is not None:
            self._paint_target(painter, track, row)

    def _paint_unreported(self, painter: QPainter, track: QRectF, row: Bullet) -> None:
        """Say it before the target's tick, in the longest way that is not cut."""
        start, _end = self._taken(track, row)
        room = min(track.right() - 2, start) - track.left() - 4
        translate, metrics = QCoreApplication.translate, QFontMetricsF(app_font(11))
        ways = translate("Charts", "Not reported"), translate("Charts", "No actual"), "—"
        words = next((each for each in ways if metrics.horizontalAdvance(each) <= room), "")
        box = QRectF(track.left() + 4, track.top(), room, track.height())
        paint_text(painter, box, words, app_font(11), self.theme.color("muted"))

    def _paint_actual(self, painter: QPainter, track: QRectF, row: Bullet) -> None:
        assert row.actual is not None
        zero, end = self._x(track, row, Decimal(0)), self._x(track, row, row.actual)
        bar = QRectF(zero, track.top() + 1, end - zero, _TRACK - 2).normalized()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("bar_on"))
        painter.drawRoundedRect(bar, 1, 1)
        words = f"{bound_sign(row.actual_bound, self.language)}{_short(row.actual, row.unit)}"
        font = app_font(11, 600)
        width = QFontMetricsF(font).horizontalAdvance(words)
        place, token = _place_words(bar, track, width, self._taken(track, row))
        box = QRectF(place, track.top(), width + 1, _TRACK)
        paint_text(painter, box, words, font, self.theme.color(token))

    def _taken(self, track: QRectF, row: Bullet) -> tuple[float, float]:
        """What the target's tick, band and arrow cover, from left to right; nothing without a target."""
        if row.target is None:
            return track.right() + 1e6, track.right() + 1e6
        x = self._x(track, row, row.target)
        if row.target_max is not None:
            return x - 5, self._x(track, row, row.target_max) + 5
        banded = row.tolerance > 0 or row.comparison == "about"
        half = max(8.0, self._x(track, row, row.target + row.tolerance) - x) if banded else 2.75
        return x - half - 3, x + half + 3

    def _paint_target(self, painter: QPainter, track: QRectF, row: Bullet) -> None:
        assert row.target is not None
        theme, x = self.theme, self._x(track, row, row.target)
        middle = track.center().y()
        if row.target_max is not None:
            end = self._x(track, row, row.target_max)
            self._paint_band(painter, QRectF(x, middle - 10, max(6.0, end - x), 20))
        elif row.tolerance > 0 or row.comparison == "about":
            low, high = (self._x(track, row, row.target + side * row.tolerance) for side in (-1, 1))
            width = max(16.0, high - low)
            self._paint_band(painter, QRectF(x - width / 2, middle - 10, width, 20))
        painter.fillRect(QRectF(x - 2.75, middle - 12, 5.5, 24), theme.color("paper"))
        painter.fillRect(QRectF(x - 1.25, middle - 12, 2.5, 24), theme.color("text"))
        direction = _ARROWS.get(row.comparison or "")
        if direction:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text"), 1.5))
            tip = x + 9 * direction
            top = middle - 12
            painter.drawLine(QPointF(x, top), QPointF(tip, top))
            back = tip - 4 * direction
            painter.drawPolyline(QPolygonF([QPointF(back, top - 3), QPointF(tip, top), QPointF(back, top + 3)]))

    def _paint_band(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("paper"))
        painter.drawRect(rect)
        painter.setBrush(QBrush(self.theme.color("hit"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(rect)

    def _x(self, track: QRectF, row: Bullet, value: Decimal) -> float:
        assert row.low is not None
        assert row.high is not None
        return track.left() + float((value - row.low) / (row.high - row.low)) * track.width()


def _short(value: Decimal, unit: str) -> str:
    """A number as people read it, its unit stands under the label: 11亿, not 1,100,000,000."""
    return amount_text(value, unit).removesuffix(unit).rstrip()


def _place_words(bar: QRectF, track: QRectF, width: float, taken: tuple[float, float]) -> tuple[float, str]:
    """Where the actual's number stands and in which colour: behind the bar, inside its end, or before the target."""
    start, end = taken
    places = ((bar.right() + 5, "text"), (bar.right() - 5 - width, "paper"), (start - 2 - width, "paper"),
              (end + 2, "text"))
    for left, token in places:
        covered = left < end and start < left + width
        low, high = (bar.left() + 2, bar.right()) if token == "paper" else (bar.right() + 2, track.right())
        if not covered and low <= left and left + width <= high:
            return left, token
    return track.right() + 3, "text"  # no room on the track: right behind it
