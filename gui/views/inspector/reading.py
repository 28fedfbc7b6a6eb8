"""What the program read in a claim: its figures as a small table, and the target or actual on the other side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from core.model import Metric
from core.values import dataclass
from core.vocabulary import label
from gui import settings
from gui.models.metrics import indicator_name, signed_value, standard_name
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text

_ROW: Final = 25
_NAME: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEAST_KIND: Final = 100.0
_LEAST_ROLE: Final = 30.0
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure's words and where they are drawn; a `tall` row has its indicator on a line of its own."""

    metric: Metric
    name: str
    kind: str
    value: str
    role: str
    rect: QRectF
    tall: bool


class ReadingTable(QWidget):
    """One row for each figure: indicator, kind, value, role. A long indicator takes a line of its own.

    Signals:
        chosen(str): a figure was clicked, or Enter was pressed on it.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metrics: tuple[Metric, ...] = ()
        self._rows: list[_Row] = []
        self._column = _LEAST_KIND
        self._roles = _LEAST_ROLE  # how wide the column of the roles is
        self._hovered = -1
        self._cursor = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_metrics(self, metrics: Sequence[Metric]) -> None:
        """Show these figures."""
        self._metrics = tuple(metrics)
        self._cursor = 0
        self._lay_out()
        self.setVisible(bool(metrics))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if metrics else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("; ".join(f"{r.name} {r.kind} {r.value} {r.role}".strip() for r in self._rows))

    def row_rect(self, place: int) -> QRectF:
        """Where a row is drawn."""
        return self._rows[place].rect

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._tip(self._rows[place]) if place >= 0 else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

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
        theme, right = self._theme, Qt.AlignmentFlag.AlignRight
        for place, row in enumerate(self._rows):
            rect = row.rect
            if place == self._hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("hover"))
                painter.drawRoundedRect(rect.adjusted(-4, 1, 4, -1), 5, 5)
            line = QRectF(0, rect.bottom() - _ROW, rect.width(), _ROW)
            paint_text(painter, line, row.role, app_font(12), theme.color("muted"), right)
            value = line.adjusted(0, 0, -self._roles - 18, 0)
            taken = paint_text(painter, value, row.value, app_font(13, 600), theme.color("metric"), right)
            rest = line.adjusted(0, 0, -(line.right() - value.right()) - taken - _GAP, 0)
            if row.tall:
                painter.setFont(app_font(12))
                painter.setPen(theme.color("text2"))
                painter.drawText(QRectF(0, rect.top() + 4, rect.width(), rect.height() - _ROW), _NAME, row.name)
            else:
                paint_text(painter, rest, row.name, app_font(12), theme.color("text2"))
            kind = QFontMetricsF(app_font(12)).horizontalAdvance(row.kind)
            left = max(0.0, min(self._column, rest.width() - kind))
            paint_text(painter, rest.adjusted(left, 0, 0, 0), row.kind, app_font(12), theme.color("muted"))
            if self.hasFocus() and place == self._cursor:
                paint_focus(painter, theme, rect, 5)

    def _lay_out(self) -> None:
        """Give each figure a line, or two where its indicator and kind do not fit beside the value."""
        normal, strong = QFontMetricsF(app_font(12)), QFontMetricsF(app_font(13, 600))
        roles = [label("role", metric.role, settings.language()) for metric in self._metrics]
        self._roles = max([_LEAST_ROLE, *map(normal.horizontalAdvance, roles)])
        said: list[tuple[Metric, str, str, str, str]] = []
        names: list[float] = []
        rests: list[float] = []  # what stands to the right of a name
        for metric, role in zip(self._metrics, roles, strict=True):
            name, kind, value = indicator_name(metric) or "–", self._kind(metric), self._value(metric)
            said.append((metric, name, kind, value, role))
            names.append(normal.horizontalAdvance(name) + _GAP)
            beside = self._roles + 18 + strong.horizontalAdvance(value) + _GAP
            rests.append(normal.horizontalAdvance(kind) + beside)
        self._column, short = _kinds_at(names, rests, self.width())
        room = QRectF(0, 0, max(40, self.width()), 1000)
        top = 0.0
        self._rows = []
        for place, (metric, name, kind, value, role) in enumerate(said):
            tall = place not in short
            more = math.ceil(normal.boundingRect(room, _NAME, name).height()) if tall else 0
            rect = QRectF(0, top, self.width(), _ROW + more)
            self._rows.append(_Row(metric, name, kind, value, role, rect, tall))
            top = rect.bottom()
        self.setFixedHeight(round(top))
        self.update()

    def _tip(self, row: _Row) -> str:
        standard = standard_name(row.metric)
        return self.tr("Standard name: {name}").format(name=standard) if standard else row.name

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
        return signed_value(metric)

    def _at(self, y: float) -> int:
        return next((i for i, row in enumerate(self._rows) if row.rect.top() <= y < row.rect.bottom()), -1)


def _kinds_at(names: Sequence[float], rests: Sequence[float], width: float) -> tuple[float, set[int]]:
    """Where the kinds of all figures stand below each other, and the figures whose names have room before that.

    The longest names go to lines of their own until what stands behind each of the others fits.
    """
    short = set(range(len(names)))
    while True:
        column = max((names[place] for place in short), default=0.0)
        column = max(column, _LEAST_KIND)
        over = {place for place in short if column + rests[place] > width}
        if not over:
            return column, short
        longest = max(short, key=lambda place: names[place])
        short -= {longest} if names[longest] > _LEAST_KIND else over


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
