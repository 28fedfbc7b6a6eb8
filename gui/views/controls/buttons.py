"""Flat buttons: an icon, or a word. 24 px target or more, no frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.theme import Theme, app_font
from gui.views.controls.marks import by_keyboard, paint_focus, paint_text


class IconButton(QAbstractButton):
    """A flat icon button. Set its words with `describe`, so that tooltip and accessible name stay the same."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None, *, size: int = 17) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._ring = False
        self.setFixedSize(26, 26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def describe(self, words: str, keys: str = "") -> None:
        """Set what it does, and the keys that do the same."""
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {keys}" if keys else words)

    def sizeHint(self) -> QSize:
        return QSize(26, 26)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        inset = (self.width() - self._size) / 2
        token = "accent" if self.isChecked() else "text2"
        self._theme.paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), token)
        if self._ring:
            paint_focus(painter, self._theme, box, 5)


class WordButton(QAbstractButton):
    """A word that can be pressed: muted, without a frame; where the word has no room the `icon`, if there is one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, size: int = 11, icon: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(24)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(app_font(self._size)).horizontalAdvance(self.text())) + 8, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "text" if self.underMouse() and self.isEnabled() else "muted"
        if self._icon and self.width() < self.sizeHint().width():
            icon = QRectF(0, 0, 16, 16)
            icon.moveCenter(QRectF(self.rect()).center())
            self._theme.paint_icon(painter, self._icon, icon, token)
        else:
            middle = Qt.AlignmentFlag.AlignHCenter
            words, color = QRectF(self.rect()), self._theme.color(token)
            paint_text(painter, words, self.text(), app_font(self._size), color, middle)
        if self.hasFocus():
            paint_focus(painter, self._theme, QRectF(self.rect()), 5)
