"""The marker strip: the whole report in 16 pixels, three lanes of marks, and the scroll bar at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from gui.theme import Theme

WIDTH = 16
_INSET = 4
_LEAST_WINDOW = 24
_LANES = (3, 7, 11)
_LANE_WIDTH = 3
#: Above so many marks on one pixel the lane shows only their density, in three steps.
_CROWD = 4
_DENSITY = (0.4, 0.7, 1.0)


class Tick(NamedTuple):
    """One mark: `place` is its share of the page's height, `lane` 0 to 2, `token` its colour."""

    place: float
    lane: int
    token: str


class Rule(NamedTuple):
    """One section: a line across the strip, stronger for the highest level."""

    place: float
    depth: int


class MarkerStrip(QScrollBar):
    """A vertical scroll bar that shows where the marks are. Wheel, drag and click scroll."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._ticks: Sequence[Tick] = ()
        self._rules: Sequence[Rule] = ()
        self._picture: QPixmap | None = None
        self._grip: float | None = None
        self._describe: Callable[[float], str] = lambda _: ""
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        theme.changed.connect(self._forget)

    def show_marks(self, ticks: Sequence[Tick], rules: Sequence[Rule]) -> None:
        """Show other marks."""
        self._ticks, self._rules = ticks, rules
        self._forget()

    def set_describe(self, describe: Callable[[float], str]) -> None:
        """`describe` gives the words for a place (0 to 1): its section and the nearest mark."""
        self._describe = describe

    def sizeHint(self) -> QSize:
        """16 wide."""
        return QSize(WIDTH, 80)

    def minimumSizeHint(self) -> QSize:
        """16 wide."""
        return QSize(WIDTH, 40)

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the marks anew in the other height."""
        self._picture = None
        super().resizeEvent(event)

    def window_rect(self) -> QRectF:
        """The part of the report that the pane shows."""
        whole = self.maximum() + self.pageStep()
        length = self._length()
        height = max(_LEAST_WINDOW, length * self.pageStep() / whole) if whole else length
        top = _INSET + (length - height) * self.value() / self.maximum() if self.maximum() else _INSET
        return QRectF(1, top, WIDTH - 1, min(height, length))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, marks, and the window over them."""
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        if self.maximum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            strength = 0.22 if self._grip is not None else 0.13
            painter.setBrush(self._theme.color("accent", strength))
            painter.drawRoundedRect(self.window_rect(), 3, 3)
        painter.end()

    def _length(self) -> float:
        return float(max(1, self.height() - 2 * _INSET))

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(WIDTH * ratio), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("chrome"))
        painter = QPainter(picture)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.color("border"))
        for rule in self._rules:
            ground = QRectF(1, round(_INSET + rule.place * self._length()), WIDTH - 1, 1)
            painter.fillRect(ground, self._theme.color("line" if rule.depth == 1 else "border"))
        bins = self._binned()
        most = [0, 0, 0]
        for (lane, _), tokens in bins.items():
            most[lane] = max(most[lane], len(tokens))
        for (lane, pixel), tokens in bins.items():
            token = max(set(tokens), key=tokens.count)
            step = 2 if most[lane] <= _CROWD else min(2, 3 * len(tokens) // most[lane])
            height = 3 if lane == 1 else 2
            painter.fillRect(
                QRectF(_LANES[lane], _INSET + pixel, _LANE_WIDTH, height), self._theme.color(token, _DENSITY[step])
            )
        painter.end()
        return picture

    def _binned(self) -> dict[tuple[int, int], list[str]]:
        length = self._length() - 2
        bins: dict[tuple[int, int], list[str]] = {}
        for tick in self._ticks:
            bins.setdefault((tick.lane, round(tick.place * length)), []).append(tick.token)
        return bins

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window, or jump so that it is centred on the pointer."""
        if event.button() != Qt.MouseButton.LeftButton or not self.maximum():
            return
        window = self.window_rect()
        y = event.position().y()
        self._grip = y - window.top() if window.contains(QPointF(window.center().x(), y)) else window.height() / 2
        self.setSliderDown(True)
        self._drag(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the window."""
        if self._grip is not None:
            self._drag(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self.setSliderDown(False)
        self.update()

    def _drag(self, y: float) -> None:
        room = self._length() - self.window_rect().height()
        if room > 0:
            self.setValue(round((y - (self._grip or 0) - _INSET) / room * self.maximum()))
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip names the section and the nearest mark."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = (event.pos().y() - _INSET) / self._length()
            words = self._describe(min(1.0, max(0.0, place)))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
