"""Seven keys of equal width, each with its shape and digit; below them the verdict in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from core.model.review import VERACITIES, Veracity
from core.vocabulary import attribute, label
from gui import settings
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text, paint_verdict

KEY_HEIGHT: Final = 46


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
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(40, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        theme, on = self._theme, self.isChecked()
        box = QRectF(self.rect())
        width = 1.5 if on else 1.0
        pen = painter.pen()
        pen.setColor(theme.color("accent" if on else "line" if self.underMouse() else "border"))
        pen.setWidthF(width)
        painter.setPen(pen)
        painter.setBrush(theme.color("accent_soft" if on else "raised"))
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 7, 7)
        tall = self.height() > KEY_HEIGHT
        shape, digit = (20, 43) if tall else (16, 35)
        paint_verdict(painter, theme, QPointF(box.center().x(), shape), self.veracity, 18 if tall else 15)
        color = theme.color("accent" if on else "muted")
        words = QRectF(0, digit - 8, box.width(), 16)
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

    def set_tall(self, tall: bool) -> None:
        """Grow the keys for going through claims one by one."""
        for key in self.keys:
            key.setFixedHeight(58 if tall else KEY_HEIGHT)

    def retranslate(self) -> None:
        """Say the verdicts' names in the language now in force."""
        language = settings.language()
        for key in self.keys:
            name = label("veracity", key.veracity, language)
            meaning = attribute("veracity", key.veracity, f"meaning_{language}")
            key.setAccessibleName(name)
            key.setToolTip(f"{name}  {key.digit}\n{meaning}")


class VerdictLine(QWidget):
    """The verdict's shape, name and meaning; while there is none, how to give one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._veracity: Veracity | None = None
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_verdict(self, veracity: Veracity | None) -> None:
        """Show this verdict, or the hint for None."""
        self._veracity = veracity
        self.setToolTip(attribute("veracity", veracity, f"meaning_{settings.language()}") if veracity else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box, language = self._theme, QRectF(self.rect()), settings.language()
        if self._veracity is None:
            hint = self.tr("Write the rationale, then press 1–7; 6 and 7 need no evidence")
            paint_text(painter, box, hint, app_font(12), theme.color("muted"))
            return
        paint_verdict(painter, theme, QPointF(8, box.center().y()), self._veracity, 15)
        name = label("veracity", self._veracity, language)
        used = paint_text(painter, box.adjusted(22, 0, 0, 0), name, app_font(14, 600), theme.color("text"))
        meaning = attribute("veracity", self._veracity, f"meaning_{language}")
        paint_text(painter, box.adjusted(22 + used + 12, 0, 0, 0), meaning, app_font(12), theme.color("muted"))
