"""The review itself: one stacked bar of verdicts, one row of coverage for each section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.charts import CoverageChart, CoverageRow, VerdictChart, VerdictShare
from core.model.review import Veracity
from core.vocabulary import Language, label
from gui.theme import Theme, app_font
from gui.views.controls import paint_text, paint_verdict, verdict_token
from gui.views.data.drawing import ROW, Drawing, Mark

_BAR: Final = 16
_KEY: Final = 26
_GAP: Final = 10
_WORDS: Final = 26
_PERCENT: Final = 46
_EDGE: Final = 4


class VerdictDrawing(Drawing):
    """The stacked bar of a `VerdictChart` with shape, word and count of each verdict below it."""

    def __init__(self, chart: VerdictChart, theme: Theme, language: Language) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._beside = 0.0
        self._percent = 0.0

    def lay_out(self, width: float, height: float) -> float:
        del height
        self.width = width
        metrics = QFontMetricsF(app_font(12))
        name = max((metrics.horizontalAdvance(label("veracity", s.key, self.language)) for s in self.chart.shares),
                   default=0.0)
        count = max((metrics.horizontalAdvance(str(share.count)) for share in self.chart.shares), default=0.0)
        self._beside = max(20.0, count + 12)
        whole, bare = _WORDS + name + self._beside + _PERCENT, _WORDS + name + self._beside + _EDGE
        columns = 2 if bare <= width / 2 - 8 else 1  # nothing is cut: first the shares go, then the second column
        self._percent = _PERCENT if whole <= width / columns - 8 else 0.0
        self.marks = []
        for place, share in enumerate(self.chart.shares):
            column, line = place % columns, place // columns
            rect = QRectF(column * width / columns, _BAR + 16 + line * _KEY, width / columns - 8, _KEY)
            self.marks.append(Mark("verdict", share.key, None, rect))
        self.height = self.marks[-1].rect.bottom() if self.marks else 0.0
        return self.height

    def paint(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("sunken"))
        painter.drawRoundedRect(QRectF(0, 4, self.width, _BAR), 4, 4)
        left = 0.0
        for place, share in enumerate(self.chart.shares):
            veracity = _veracity(share)
            width = share.share * self.width
            if share.count and veracity:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.color(verdict_token(veracity)))
                painter.drawRoundedRect(QRectF(left, 4, max(2.0, width - 1.5), _BAR), 2, 2)
            left += width
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            rect = self.marks[place].rect
            paint_verdict(painter, self.theme, QPointF(rect.left() + 13, rect.center().y()), veracity, 14)
            tail = self._percent or _EDGE
            words = rect.adjusted(_WORDS, 0, -tail - self._beside, 0)
            name = label("veracity", share.key, self.language)
            paint_text(painter, words, name, app_font(12), self.theme.color("text2"))
            color, right = self.theme.color("text"), Qt.AlignmentFlag.AlignRight
            paint_text(painter, rect.adjusted(0, 0, -tail, 0), str(share.count), app_font(12, 600), color, right)
            if self._percent:
                muted = self.theme.color("muted")
                paint_text(painter, rect.adjusted(0, 0, -_EDGE, 0), f"{share.share:.0%}", app_font(11), muted, right)

    def told(self, place: int) -> str:
        share = self.chart.shares[place]
        return f"{label('veracity', share.key, self.language)}: {share.count} ({share.share:.0%})"


class CoverageDrawing(Drawing):
    """Judged of checkable for each section of a `CoverageChart`; an outline stands for what cannot be checked."""

    def __init__(
        self, chart: CoverageChart, theme: Theme, language: Language, titles: Mapping[str, str]
    ) -> None:
        super().__init__(theme, language)
        self.chart = chart
        self._titles = titles
        self._column = 0.0

    def lay_out(self, width: float, height: float) -> float:
        del height
        self.width = width
        self._column = width * 0.5
        self.marks = [
            Mark("section", row.section, None, QRectF(0, place * ROW, width, ROW))
            for place, row in enumerate(self.chart.rows)
        ]
        self.height = float(len(self.chart.rows) * ROW)
        return self.height

    def paint(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(app_font(12))
        right = max((metrics.horizontalAdvance(_count(row)) for row in self.chart.rows), default=0.0) + 8
        left = self._column + _GAP
        room = self.width - left - right - 4
        most = max((row.checkable + row.uncheckable for row in self.chart.rows), default=1) or 1
        for place, row in enumerate(self.chart.rows):
            if self.is_hidden(place):
                continue
            self.paint_row(painter, place)
            rect = self.marks[place].rect
            inset = (row.depth - 1) * 12
            strong = row.depth == 1 or self.is_current(self.marks[place])
            title = self._titles.get(row.section, row.title)
            box = QRectF(4 + inset, rect.top(), self._column - inset - 4, ROW)
            color = self.theme.color("text" if strong else "text2")
            paint_text(painter, box, title, app_font(12, 600 if strong else 400), color)
            self._paint_bar(painter, QRectF(left, rect.center().y() - 5, room, 10), row, room / most)
            said = QRectF(self.width - right, rect.top(), right - 4, ROW)
            paint_text(painter, said, _count(row), app_font(12), self.theme.color("text"), Qt.AlignmentFlag.AlignRight)

    def _paint_bar(self, painter: QPainter, track: QRectF, row: CoverageRow, each: float) -> None:
        checkable, judged = row.checkable * each, row.judged * each
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("line", 0.35))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), checkable, track.height()), 2, 2)
        if row.judged:
            painter.setBrush(self.theme.color("accent"))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), judged, track.height()), 2, 2)
        if row.uncheckable:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("line"), 1))
            width = max(2.0, row.uncheckable * each - 2)
            outline = QRectF(track.left() + checkable + 1.5, track.top() + 0.5, width, track.height() - 1)
            painter.drawRoundedRect(outline, 2, 2)

    def told(self, place: int) -> str:
        row = self.chart.rows[place]
        words = QCoreApplication.translate("Charts", "{judged} of {checkable} judged, {other} not checkable")
        return f"{row.title} · {words.format(judged=row.judged, checkable=row.checkable, other=row.uncheckable)}"


def _count(row: CoverageRow) -> str:
    return f"{row.judged} / {row.checkable}"


def _veracity(share: VerdictShare) -> Veracity | None:
    return None if share.key == "not_judged" else share.key
