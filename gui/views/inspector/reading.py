"""What the program read in a claim: its figures as a small table, and the target or actual on the other side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.model import Metric
from core.vocabulary import attribute, label
from gui import settings
from gui.models.metrics import printed_value
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text

_ROW: Final = 25


class ReadingTable(QWidget):
    """One row for each figure: indicator, kind, value, role.

    Signals:
        chosen(str): a figure was clicked, or Enter was pressed on it.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metrics: tuple[Metric, ...] = ()
        self._hovered = -1
        self._cursor = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_metrics(self, metrics: Sequence[Metric]) -> None:
        """Show these figures."""
        self._metrics = tuple(metrics)
        self._cursor = 0
        self.setFixedHeight(_ROW * len(metrics))
        self.setVisible(bool(metrics))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if metrics else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("; ".join(self._words(metric) for metric in metrics))
        self.update()

    def row_rect(self, place: int) -> QRectF:
        """Where a row is drawn."""
        return QRectF(0, place * _ROW, self.width(), _ROW)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position().y())
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        if place >= 0:
            self.chosen.emit(self._metrics[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._cursor = max(0, min(len(self._metrics) - 1, self._cursor + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._metrics:
            self.chosen.emit(self._metrics[self._cursor].id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, language = self._theme, settings.language()
        for place, metric in enumerate(self._metrics):
            rect = self.row_rect(place)
            if place == self._hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("hover"))
                painter.drawRoundedRect(rect.adjusted(-4, 1, 4, -1), 5, 5)
            right = Qt.AlignmentFlag.AlignRight
            role = label("role", metric.role, language)
            width = paint_text(painter, rect, role, app_font(12), theme.color("muted"), right)
            value = rect.adjusted(0, 0, -max(width, 30) - 18, 0)
            taken = paint_text(painter, value, self._value(metric), app_font(13, 600), theme.color("metric"), right)
            kind = self._kind(metric)
            names = rect.adjusted(0, 0, -(rect.right() - value.right()) - taken - 12, 0)
            name = QRectF(names.left(), names.top(), names.width() * 0.6, _ROW)
            indicator = metric.indicator.canonical if metric.indicator else "–"
            used = paint_text(painter, name, indicator, app_font(12), theme.color("text2"))
            left = max(used + 12, 100.0)
            paint_text(painter, names.adjusted(left, 0, 0, 0), kind, app_font(12), theme.color("muted"))
            if self.hasFocus() and place == self._cursor:
                paint_focus(painter, theme, rect, 5)

    def _kind(self, metric: Metric) -> str:
        if metric.kind == "rank":
            words = label("kind", "rank", settings.language())
            if settings.language() == "zh":
                return f"{metric.scope or ''}{words}"
            return f"{words}, {metric.scope}" if metric.scope else words
        if metric.basis:
            return label("basis", metric.basis, settings.language())
        return label("kind", metric.kind, settings.language())

    def _value(self, metric: Metric) -> str:
        if metric.rank is not None and metric.kind == "rank":
            return self.tr("No. {position}").format(position=metric.rank.position)
        number, unit = printed_value(metric)
        sign = attribute("bound", metric.bound, "sign")
        return f"{sign}{number} {unit}".strip()

    def _words(self, metric: Metric) -> str:
        indicator = metric.indicator.canonical if metric.indicator else ""
        role = label("role", metric.role, settings.language())
        return f"{indicator} {self._kind(metric)} {self._value(metric)} {role}"

    def _at(self, y: float) -> int:
        place = int(y // _ROW)
        return place if 0 <= place < len(self._metrics) else -1


class PairLine(QAbstractButton):
    """One line that leads to the other side: the target of an actual, or the actual of a target."""

    def __init__(self, theme: Theme, words: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = value
        self.setText(words)
        self.setAccessibleName(f"{words}: {value}")
        self.setToolTip(value)
        self.setFixedHeight(28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect())
        theme.paint_icon(painter, "target", QRectF(0, box.center().y() - 8, 16, 16), "muted")
        used = paint_text(painter, box.adjusted(22, 0, -60, 0), self.text(), app_font(12), theme.color("muted"))
        value = box.adjusted(22 + used + 10, 0, 0, 0)
        token = "accent" if self.underMouse() else "text"
        paint_text(painter, value, self._value, app_font(13), theme.color(token), Qt.AlignmentFlag.AlignRight)
        if self.hasFocus():
            paint_focus(painter, theme, box, 5)
