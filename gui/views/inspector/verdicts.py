"""Seven keys of equal width, each with its shape and digit; below them the verdict in words."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from core.model.review import VERACITIES, Veracity
from core.vocabulary import attribute, label
from gui import settings
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_key, paint_text, paint_verdict

KEY_HEIGHT: Final = 46
#: While claims are judged one by one, the keys are what the pane is for.
LARGE_HEIGHT: Final = 58
#: Where a key's shape and digit have their middle, as shares of its height.
_KEY_SHAPE: Final = 16 / 46
_KEY_DIGIT: Final = 35 / 46
_LINE: Final = 30
_SHAPE: Final = 22
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class VerdictKey(QAbstractButton):
    """One verdict."""

    def __init__(self, theme: Theme, veracity: Veracity, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.veracity: Veracity = veracity
        self.digit = VERACITIES.index(veracity) + 1
        self.setCheckable(True)
        self.setFixedHeight(KEY_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(40, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        theme, on = self._theme, self.isChecked()
        box = QRectF(self.rect())
        paint_key(painter, theme, box, on=on, pointed_at=self.underMouse())
        shape = 19 if self.height() >= LARGE_HEIGHT else 15
        middle = QPointF(box.center().x(), round(_KEY_SHAPE * box.height()))
        paint_verdict(painter, theme, middle, self.veracity, shape)
        color = theme.color("accent" if on else "muted")
        words = QRectF(0, round(_KEY_DIGIT * box.height()) - 8, box.width(), 16)
        paint_text(painter, words, str(self.digit), app_font(11, 600 if on else 400), color,
                   Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            paint_focus(painter, theme, box, 7)


class VerdictKeys(QWidget):
    """The seven keys in a row.

    Signals:
        judged(object): a verdict was chosen, or None when the one that was on is taken back.
    """

    judged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = tuple(VerdictKey(theme, veracity, self) for veracity in VERACITIES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for key in self.keys:
            row.addWidget(key)
            key.clicked.connect(lambda on, key=key: self.judged.emit(key.veracity if on else None))

    def show_verdict(self, veracity: Veracity | None) -> None:
        """Turn on the key of the verdict, or none."""
        for key in self.keys:
            key.setChecked(key.veracity == veracity)

    def set_large(self, large: bool) -> None:
        """Make the keys taller, or as they were."""
        for key in self.keys:
            key.setFixedHeight(LARGE_HEIGHT if large else KEY_HEIGHT)

    def retranslate(self) -> None:
        """Say the verdicts' names in the language now in force."""
        language = settings.language()
        for key in self.keys:
            name = label("veracity", key.veracity, language)
            meaning = attribute("veracity", key.veracity, f"meaning_{language}")
            key.setAccessibleName(name)
            key.setToolTip(f"{name}  {key.digit}\n{meaning}")


class VerdictLine(QWidget):
    """The verdict's shape, name and meaning; while there is none, how to give one. Long words wrap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._veracity: Veracity | None = None
        self._below = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_verdict(self, veracity: Veracity | None) -> None:
        """Show this verdict, or the hint for None."""
        self._veracity = veracity
        self._lay_out()

    def words(self) -> str:
        """The verdict's meaning, or the hint how to give one."""
        if self._veracity is None:
            return self.tr("Write the rationale, then press 1–7; 6 and 7 need no evidence")
        return attribute("veracity", self._veracity, f"meaning_{settings.language()}")

    def words_rect(self) -> QRectF:
        """Where those words stand: behind the name, or on lines of their own."""
        if self._veracity is None:
            return QRectF(0, 0, self.width(), self.height())
        if self._below:
            return QRectF(_SHAPE, _LINE - 4, self.width() - _SHAPE, self.height() - _LINE)
        left = _SHAPE + self._name_width() + 12
        return QRectF(left, 0, self.width() - left, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self._veracity is not None:
            paint_verdict(painter, theme, QPointF(8, _LINE / 2), self._veracity, 15)
            name = QRectF(_SHAPE, 0, self.width() - _SHAPE, _LINE)
            words = label("veracity", self._veracity, settings.language())
            paint_text(painter, name, words, app_font(14, 600), theme.color("text"))
        if self._veracity is not None and not self._below:
            paint_text(painter, self.words_rect(), self.words(), app_font(12), theme.color("muted"))
            return
        painter.setFont(app_font(12))
        painter.setPen(theme.color("muted"))
        painter.drawText(self.words_rect(), _WRAPPED, self.words())

    def _name_width(self) -> float:
        name = label("veracity", self._veracity, settings.language()) if self._veracity else ""
        return QFontMetricsF(app_font(14, 600)).horizontalAdvance(name)

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(app_font(12))
        self._below = False
        if self._veracity is not None:
            self._below = metrics.horizontalAdvance(self.words()) > self.words_rect().width()
        height = _LINE
        if self._below or self._veracity is None:
            room = QRectF(0, 0, max(40.0, self.words_rect().width()), 400)
            tall = metrics.boundingRect(room, _WRAPPED, self.words()).height()
            height = math.ceil(_LINE + tall + 2) if self._below else max(_LINE, math.ceil(tall + 10))
        self.setFixedHeight(height)
        self.update()
