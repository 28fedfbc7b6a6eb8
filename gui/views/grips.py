"""Seven pixels to take hold of where panes meet in a line of one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui.theme import Theme
from gui.views.docks import Dock

WIDTH: Final = 7
_AREA = Qt.DockWidgetArea


class Grip(QWidget):
    """Lies over the separator between a dock and the text, and hands the mouse on to it.

    Qt looks for a separator only where no widget lies, which leaves the one pixel that is drawn.
    """

    def __init__(self, dock: Dock, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._dock = dock
        self._theme = theme
        self._window = window
        self._held = False
        self.setMouseTracking(True)
        dock.placed.connect(self.place)
        self.hide()

    def belongs_to(self, dock: QDockWidget) -> bool:
        """Whether this is the grip of that dock."""
        return dock is self._dock

    def place(self) -> None:
        """Lie over the separator, or nowhere when the dock has none."""
        box, area = self._dock.geometry(), self._window.dockWidgetArea(self._dock)
        half = WIDTH // 2
        if area == _AREA.LeftDockWidgetArea:
            place = QRect(box.right() + 1 - half, box.top(), WIDTH, box.height())
        elif area == _AREA.RightDockWidgetArea:
            place = QRect(box.left() - 1 - half, box.top(), WIDTH, box.height())
        else:
            place = QRect(box.left(), box.top() - 1 - half, box.width(), WIDTH)
        across = place.width() == WIDTH
        self.setCursor(Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor)
        self.setGeometry(place)
        self.setVisible(self._dock.isVisible() and not self._dock.isFloating())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = True
        self._pass_on(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._pass_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pass_on(event)
        self._held = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._held and not self.underMouse():
            return
        box = self.rect()
        line = QRect(box.center().x(), 0, 1, box.height()) if box.width() == WIDTH else QRect(
            0, box.center().y(), box.width(), 1
        )
        QPainter(self).fillRect(line, self._theme.color("accent" if self._held else "line"))

    def _pass_on(self, event: QMouseEvent) -> None:
        """Give the event to the window, as if it had happened on the separator's own pixel at first."""
        place = QPointF(self.mapTo(self._window, event.position().toPoint()))
        if event.type() == QEvent.Type.MouseButtonPress:
            middle = self.geometry().center()
            place = QPointF(middle.x() if self.width() == WIDTH else place.x(),
                            place.y() if self.width() == WIDTH else middle.y())
        copy = QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QCoreApplication.sendEvent(self._window, copy)
        self.update()
