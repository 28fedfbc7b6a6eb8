"""Going to a place: near ones glide, far ones are there at once; then their tint fades."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QAbstractSlider, QApplication, QStyle

from core.model import Span

_GLIDE = 140
_FADE = 600
#: Further than so many screens is not glided through.
_NEAR = 2


class Glide(QObject):
    """Moves one scroll bar and fades one flash. Without animations in the system, both happen at once."""

    def __init__(self, bar: QAbstractSlider, repaint: Callable[[], None], arrived: Callable[[], None]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._repaint = repaint
        self._arrived = arrived
        self.flash: tuple[Span, float] | None = None
        self._scroll = QVariantAnimation(self)
        self._scroll.setDuration(_GLIDE)
        self._scroll.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._scroll.valueChanged.connect(self._step)
        self._scroll.finished.connect(arrived)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._fade_step)

    def go(self, value: int) -> None:
        """Scroll to `value`."""
        self._scroll.stop()
        distance = abs(value - self._bar.value())
        if not distance:
            return
        if distance > _NEAR * self._bar.pageStep() or not _animated():
            self._bar.setValue(value)
            self._arrived()
            return
        self._scroll.setStartValue(self._bar.value())
        self._scroll.setEndValue(value)
        self._scroll.start()

    def show(self, span: Span) -> None:
        """Tint a place and let the tint fade."""
        self._fade.stop()
        if not _animated():
            return
        self.flash = span, 1.0
        self._fade.start()

    def stop(self) -> None:
        """Stay where the page is; no tint."""
        self._scroll.stop()
        self._fade.stop()
        self.flash = None

    def _step(self, value: object) -> None:
        if isinstance(value, int):
            self._bar.setValue(value)

    def _fade_step(self, value: object) -> None:
        if self.flash is not None and isinstance(value, float):
            self.flash = (self.flash[0], value) if value > 0 else None
            self._repaint()


def _animated() -> bool:
    style = QApplication.style()
    return style is None or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
