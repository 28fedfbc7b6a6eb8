"""Chips in as many lines as they need: types and tags of a claim, and a + that asks for another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.values import dataclass
from gui.letting_go import let_go
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text

_HEIGHT: Final = 22
_GAP: Final = 6
_CROSS: Final = 16


@dataclass(frozen=True, slots=True)
class ChipContent:
    """One chip. A tag has the dot of its `colour` and can be removed; a type has neither."""

    id: str
    words: str
    colour: str | None = None
    tip: str = ""


class Chip(QAbstractButton):
    """One chip; tags show a cross while the pointer or the focus is on them.

    Signals:
        removed(str): take this tag off.
    """

    removed = Signal(str)

    def __init__(self, theme: Theme, content: ChipContent, parent: QWidget, *, removable: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._removable = removable
        self.setText(content.words)
        self.setToolTip(content.tip)
        self.setAccessibleName(content.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.resize(self.sizeHint())

    @property
    def content(self) -> ChipContent:
        """What the chip shows."""
        return self._content

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(app_font(12)).horizontalAdvance(self.text())
        dot = 11 if self._content.colour else 0
        return QSize(round(words) + 17 + dot, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._removable and event.position().x() > self.width() - _CROSS - 2:
            self.removed.emit(self._content.id)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._content.id)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
        left = 8.5
        if self._content.colour:
            painter.setBrush(theme.color("line"))
            painter.drawEllipse(QPointF(left + 2.5, box.center().y()), 2.5, 2.5)
            left += 11
        paint_text(painter, box.adjusted(left, 0, -6, 0), self.text(), app_font(12), theme.color("text2"))
        if self._removable and self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(box.adjusted(box.width() - _CROSS - 4, 0, 0, 0), _HEIGHT / 2, _HEIGHT / 2)
            cross = QRectF(box.right() - _CROSS - 2, box.center().y() - 6, 12, 12)
            theme.paint_icon(painter, "close", cross, "text2")
        if self.hasFocus():
            paint_focus(painter, theme, box, _HEIGHT / 2)


class ChipRow(QWidget):
    """All chips of a claim.

    Signals:
        type_pressed(): a type's chip was pressed.
        tag_removed(str): take this tag off.
        more_pressed(): the + was pressed.
    """

    type_pressed = Signal()
    tag_removed = Signal(str)
    more_pressed = Signal()

    def __init__(self, theme: Theme, more: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._more = more
        more.setParent(self)
        more.clicked.connect(self.more_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips, in their order."""
        return self._chips

    def show_chips(self, types: Sequence[ChipContent], tags: Sequence[ChipContent], *, enabled: bool) -> None:
        """Replace the chips."""
        for chip in self._chips:
            let_go(chip)
        self._chips = [Chip(self._theme, content, self, removable=False) for content in types]
        for chip in self._chips:
            chip.clicked.connect(self.type_pressed)
        for content in tags:
            chip = Chip(self._theme, content, self, removable=enabled)
            chip.removed.connect(self.tag_removed)
            self._chips.append(chip)
        for chip in self._chips:
            chip.setEnabled(enabled)
            chip.show()
        self._more.setEnabled(enabled)
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._flow()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _flow(self) -> None:
        x, y = 0, 2
        for widget in (*self._chips, self._more):
            wanted = widget.sizeHint().width() if isinstance(widget, Chip) else widget.width()
            width = min(wanted, max(40, self.width()))
            if x and x + width > self.width():
                x, y = 0, y + _HEIGHT + _GAP
            top = y + (_HEIGHT - widget.height()) // 2
            widget.setGeometry(x, top, width, widget.height())
            x += width + _GAP
        self.setFixedHeight(y + _HEIGHT + 2)
