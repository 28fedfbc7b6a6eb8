"""Grades of evidence: a dot for each item, claims down, grades across; claims that rest on one source are ringed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.charts import EvidenceChart, EvidenceRow
from core.vocabulary import Language
from gui.theme import Theme, app_font
from gui.views.controls import paint_text, paint_verdict, quote_font
from gui.views.data.drawing import ROW, Drawing, Mark

_HEAD: Final = 22
_DOT: Final = 4.5
_RING: Final = 7.5
_LABEL: Final = 0.42  # of the width, for the claim's words
_WIDEST_GRADE: Final = 44
_WITH_COUNT: Final = 38  # from this width on a grade's head tells how many items have it


class GradesDrawing(Drawing):
    """The dot matrix of an `EvidenceChart`; `quotes` are the claims' words by id."""

    def __init__(self, chart: EvidenceChart, theme: Theme, language: Language, quotes: Mapping[str, str]) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._quotes = quotes
        self._column = 0.0
        self._pitch = 0.0

    @property
    def grades(self) -> list[str]:
        """The grades across, best first; "" is what is not graded."""
        return [name for name, _ in self.chart.counts]

    def lay_out(self, width: float, height: float) -> float:
        del height
        self.width = width
        count = max(1, len(self.grades))
        self._pitch = min(_WIDEST_GRADE, width * (1 - _LABEL) / count)
        self._column = width - self._pitch * count
        self.marks = [
            Mark("claim", row.claim, None, QRectF(0, _HEAD + place * ROW, width, ROW))
            for place, row in enumerate(self.chart.rows)
        ]
        self.height = _HEAD + len(self.chart.rows) * ROW
        return self.height

    def paint(self, painter: QPainter) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        for column, (name, count) in enumerate(self.chart.counts):
            box = QRectF(self._column + column * self._pitch, 0, self._pitch, _HEAD)
            words = name or QCoreApplication.translate("Charts", "none")
            words = f"{words} · {count}" if self._pitch >= _WITH_COUNT else words
            paint_text(painter, box, words, app_font(11, 600 if name else 400), self.theme.color("muted"), centre)
        for place, row in enumerate(self.chart.rows):
            if not self.is_hidden(place):
                self.paint_row(painter, place)
                self._paint_claim(painter, self.marks[place].rect, row, strong=self.is_current(self.marks[place]))

    def _paint_claim(self, painter: QPainter, rect: QRectF, row: EvidenceRow, *, strong: bool) -> None:
        theme = self.theme
        middle = rect.center().y()
        number = app_font(12, 600 if strong else 400)
        taken = paint_text(painter, QRectF(4, rect.top(), 30, ROW), str(row.number), number, theme.color("text2"))
        paint_verdict(painter, theme, QPointF(4 + max(taken, 20.0) + 12, middle), row.verdict, 12)
        left = 4 + max(taken, 20.0) + 26
        quote = self._quotes.get(row.claim, "")
        paint_text(painter, QRectF(left, rect.top(), self._column - left - 8, ROW), quote, quote_font(quote, 13),
                   theme.color("text"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(QPointF(self._column, middle), QPointF(self.width - 4, middle))
        for column, name in enumerate(self.grades):
            self._paint_dots(painter, self._column + (column + 0.5) * self._pitch, middle, row.grades.count(name), row)

    def _paint_dots(self, painter: QPainter, x: float, middle: float, count: int, row: EvidenceRow) -> None:
        for place in range(min(count, 4)):
            point = QPointF(x + (place - (min(count, 4) - 1) / 2) * 2.4 * _DOT, middle)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("bar_on"))
            painter.drawEllipse(point, _DOT, _DOT)
            if row.single:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.theme.color("hit"), 1.5))
                painter.drawEllipse(point, _RING, _RING)

    def told(self, place: int) -> str:
        row = self.chart.rows[place]
        translate = QCoreApplication.translate
        grades = ", ".join(grade or translate("Charts", "none") for grade in row.grades)
        words = translate("Charts", "Claim {number}: evidence of grade {grades}").format(
            number=row.number, grades=grades
        )
        single = translate("Charts", "one source only")
        return f"{words} · {single}" if row.single else words
