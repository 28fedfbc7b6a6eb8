"""How far a promise is kept: the steps of the scale as words that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.model.review import FULFILMENTS, Fulfilment
from core.vocabulary import attribute, label
from gui import settings
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_key, paint_text

_HEIGHT = 28
_GAP = 5


class FulfilmentKey(QAbstractButton):
    """One step of the scale."""

    def __init__(self, theme: Theme, value: Fulfilment, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.value: Fulfilment = value
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(app_font(12, 600)).horizontalAdvance(self.text())) + 20, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        theme, on, box = self._theme, self.isChecked(), QRectF(self.rect())
        paint_key(painter, theme, box, on=on, pointed_at=self.underMouse())
        font = app_font(12, 600 if on else 400)
        color = theme.color("accent" if on else "text2")
        paint_text(painter, box, self.text(), font, color, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            paint_focus(painter, theme, box, 7)


class FulfilmentKeys(QWidget):
    """The steps in lines, as many to a line as have room.

    Signals:
        judged(object): a step was chosen, or None when the one that was on is taken back.
    """

    judged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.keys = tuple(FulfilmentKey(theme, value, self) for value in FULFILMENTS if value != "not_rated")
        for key in self.keys:
            key.clicked.connect(lambda on, key=key: self.judged.emit(key.value if on else None))
        self.retranslate()

    def show_value(self, value: Fulfilment) -> None:
        """Turn on the key of this step; none for `not_rated`."""
        for key in self.keys:
            key.setChecked(key.value == value)

    def retranslate(self) -> None:
        """Say the steps in the language now in force."""
        language = settings.language()
        for key in self.keys:
            name = label("fulfilment", key.value, language)
            key.setText(name)
            key.setAccessibleName(name)
            key.setToolTip(attribute("fulfilment", key.value, f"meaning_{language}"))
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def _place(self) -> None:
        for key, place in zip(self.keys, self._places(self.width()), strict=True):
            key.setGeometry(place)
        self.setFixedHeight(max(_HEIGHT, self.heightForWidth(max(self.width(), 200))))

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        for key in self.keys:
            wide = key.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + _HEIGHT + _GAP
            places.append(QRect(left, top, wide, _HEIGHT))
            left += wide + _GAP
        return places
