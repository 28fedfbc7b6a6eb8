"""Rates as dots on 0 to 100, amounts in one small panel for each unit."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.charts import AmountGroup, AmountsChart, FigureRow, RatesChart, amount_text
from core.numerals import number_text
from core.vocabulary import Language, attribute, label
from gui.theme import Theme, app_font
from gui.views.controls import paint_text
from gui.views.data.drawing import BAR, ROW, Drawing, Mark, label_width, named, row_height, text_width
from gui.views.data.growth import paint_bar

_AXIS: Final = 20
_GAP: Final = 10
_HEAD: Final = 24
_BETWEEN: Final = 10
_RIGHT_WAYS: Final = {"ge": 1, "gt": 1, "le": -1, "lt": -1}


class RatesDrawing(Drawing):
    """The dots of a `RatesChart`; rates without a place on the axis follow as words."""

    def __init__(self, chart: RatesChart, theme: Theme, language: Language) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._column = 0.0
        self._bottom = 0.0
        self._right = 0.0

    def lay_out(self, width: float, height: float) -> float:
        del height
        rows = (*self.chart.rows, *self.chart.others)
        self.width = width
        self._column = min(label_width([named(row.label) for row in rows]), width * 0.45)
        font = app_font(12, 600)
        self._right = max((text_width(words, font) for words in self._values), default=0.0) + 12
        top = 0.0
        self.marks = []
        for place, row in enumerate(rows):
            if place == len(self.chart.rows):
                self._bottom = top
                top += _AXIS if self.chart.rows else 0
            tall = row_height(named(row.label), self._column, ROW)
            rect = QRectF(0, top, width, tall)
            self.marks.append(Mark("metric", row.metric, row.span, rect))
            top += tall
        if not self.chart.others:
            self._bottom = top
            top += _AXIS if self.chart.rows else 0
        self.height = top
        return top

    def paint(self, painter: QPainter) -> None:
        left, right = self._column + _GAP + 6, self.width - self._right - 6
        if self.chart.rows:
            for tick in (0, 25, 50, 75, 100):
                x = round(left + (right - left) * tick / 100) + 0.5
                painter.setPen(QPen(self.theme.color("line" if tick == 0 else "border"), 1))
                painter.drawLine(QPointF(x, 0), QPointF(x, self._bottom))
                box = QRectF(x - 20, self._bottom + 2, 40, _AXIS - 4)
                color = self.theme.color("muted")
                paint_text(painter, box, str(tick), app_font(11), color, Qt.AlignmentFlag.AlignHCenter)
        for place, row in enumerate((*self.chart.rows, *self.chart.others)):
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            mark = self.marks[place]
            strong = self.is_current(mark)
            box = QRectF(0, mark.rect.top(), self._column, mark.rect.height())
            self.paint_label(painter, box, named(row.label), strong=strong)
            if place < len(self.chart.rows):
                x = left + (right - left) * float(row.value) / 100
                self._paint_dot(painter, QPointF(x, mark.rect.center().y()), mark, row)
            said = QRectF(self.width - self._right, mark.rect.top(), self._right - 4, mark.rect.height())
            font = app_font(12, 600 if strong else 400)
            paint_text(painter, said, self._values[place], font, self.theme.color("text"), Qt.AlignmentFlag.AlignRight)

    def _paint_dot(self, painter: QPainter, center: QPointF, mark: Mark, row: FigureRow) -> None:
        color = self.theme.color(self.bar_token(mark, row.section))
        way = _RIGHT_WAYS.get(row.bound, 0)
        if way:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 1.5))
            tip = QPointF(center.x() + 14 * way, center.y())
            painter.drawLine(center, tip)
            back = tip.x() - 4 * way
            ends = [QPointF(back, tip.y() - 3), tip, QPointF(back, tip.y() + 3)]
            painter.drawPolyline(QPolygonF(ends))
        painter.setPen(QPen(color, 1.5))
        target = row.role == "target"
        painter.setBrush(self.ground(mark) if target else color)
        painter.drawEllipse(center, 4.5, 4.5)

    def told(self, place: int) -> str:
        return _words((*self.chart.rows, *self.chart.others)[place], self.language)

    @cached_property
    def _values(self) -> list[str]:
        """What stands behind each row."""
        placed = [f"{attribute('bound', row.bound, 'sign')}{number_text(row.value)}%" for row in self.chart.rows]
        return placed + [row.text for row in self.chart.others]


class AmountsDrawing(Drawing):
    """The panels of an `AmountsChart`, each with a scale of its own; an open amount (余) has an open end."""

    def __init__(self, chart: AmountsChart, theme: Theme, language: Language) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._alone = QCoreApplication.translate("Charts", "Units that occur once")
        self._column = 0.0
        self._heads: list[tuple[QRectF, AmountGroup, int]] = []

    def lay_out(self, width: float, height: float) -> float:
        del height
        self.width = width
        labels = [named(row.label) for group in self.chart.groups for row in group.rows]
        self._column = min(label_width(labels), width * 0.45)
        self.marks, self._heads = [], []
        top = 0.0
        for group in self.chart.groups:
            top += _BETWEEN if self._heads else 0
            self._heads.append((QRectF(0, top, width, _HEAD), group, len(self.marks)))
            top += _HEAD
            for row in group.rows:
                tall = row_height(named(row.label), self._column, ROW)
                rect = QRectF(0, top, width, tall)
                self.marks.append(Mark("metric", row.metric, row.span, rect))
                top += tall
        self.height = top
        return top

    def paint(self, painter: QPainter) -> None:
        for rect, group, first in self._heads:
            painter.fillRect(rect, self.theme.color("chrome"))
            inner = rect.adjusted(8, 0, -8, 0)
            paint_text(painter, inner, group.unit or self._alone, app_font(11, 600), self.theme.color("muted"))
            color = self.theme.color("muted")
            paint_text(painter, inner, str(len(group.rows)), app_font(11), color, Qt.AlignmentFlag.AlignRight)
            self._paint_group(painter, group, first)

    def told(self, place: int) -> str:
        return _words([row for group in self.chart.groups for row in group.rows][place], self.language)

    def _paint_group(self, painter: QPainter, group: AmountGroup, first: int) -> None:
        left, font = self._column + _GAP, app_font(12, 600)
        tails = [text_width(_amount(row, group.unit), font) + 24 for row in group.rows]
        most = max((float(row.value) for row in group.rows), default=1.0) or 1.0
        scale = max(0.0, (self.width - left - max(tails)) / most)
        for place, row in enumerate(group.rows, first):
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            mark = self.marks[place]
            strong = self.is_current(mark)
            self.paint_label(
                painter, QRectF(0, mark.rect.top(), self._column, mark.rect.height()), named(row.label), strong=strong
            )
            end = left - 14.0
            if group.unit:
                token = self.bar_token(mark, row.section)
                bar = QRectF(left, mark.rect.center().y() - BAR / 2, max(2.0, float(row.value) * scale), BAR)
                paint_bar(painter, self.theme, bar, token, unsure=row.low_confidence)
                if row.bound in ("gt", "ge"):
                    self._paint_open_end(painter, bar, token)
                end = bar.right()
            box = QRectF(end + 14, mark.rect.top(), self.width - end - 16, mark.rect.height())
            font = app_font(12, 600 if strong else 400)
            paint_text(painter, box, _amount(row, group.unit), font, self.theme.color("text"))

    def _paint_open_end(self, painter: QPainter, bar: QRectF, token: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color(token), 1.5))
        x, middle = bar.right() + 3, bar.center().y()
        painter.drawPolyline(QPolygonF([QPointF(x, middle - 4), QPointF(x + 5, middle), QPointF(x, middle + 4)]))


def _amount(row: FigureRow, unit: str) -> str:
    """The amount with the sign of its bound; of a lone one as it is printed."""
    if not unit:
        return f"{attribute('bound', row.bound, 'sign')}{row.text}"
    return f"{attribute('bound', row.bound, 'sign')}{amount_text(row.value, unit)}"


def _words(row: FigureRow, language: Language) -> str:
    parts = [named(row.label), row.text, label("role", row.role, language), row.period or ""]
    return " · ".join(part for part in parts if part)
