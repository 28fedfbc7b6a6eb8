"""Panes as docks with our own title: a slim grip while docked, a full line when floating or folded."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QMenu, QWidget

from gui.theme import Theme, app_font
from gui.views.controls import IconButton, paint_text

Mode = Literal["grip", "line"]

GRIP_HEIGHT = 8
LINE_HEIGHT = 36
FOLDED_HEIGHT = 32
UNLIMITED = 16777215  # Qt's own largest size


class Dock(QDockWidget):
    """One pane that can be moved, floated to another screen, folded to its title line, and put back.

    Signals:
        moved_by_hand: the user placed it elsewhere, or let it float.
        fold_wanted(bool): the user asks to fold or unfold it.
        placed: it came to stand elsewhere, got another size, came or went.
        keyboard_left: it was put away while the keyboard was in it.
    """

    moved_by_hand = Signal()
    fold_wanted = Signal(bool)
    placed = Signal()
    keyboard_left = Signal()

    def __init__(self, name: str, token: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._folded = False
        self._line = DockTitle(self, token, theme)
        self.setTitleBarWidget(self._line)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self.topLevelChanged.connect(self._floated)

    @property
    def folded(self) -> bool:
        """Whether only the title line is shown."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show only the title line, or everything again."""
        if folded == self._folded:
            return
        here = QApplication.focusWidget()
        leaves = folded and here is not None and self.isAncestorOf(here)
        self._folded = folded
        self._line.set_mode("line" if folded or self.isFloating() else "grip")
        self._squeeze()
        if leaves:
            self.keyboard_left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt also asks so when the part with the keyboard was hidden with the dock, and would take the window's first
        button: where the keyboard goes then is the window's to say."""
        if self.isVisible():
            return super().focusNextPrevChild(forward)
        self.keyboard_left.emit()
        return True

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        self._squeeze()

    def _squeeze(self) -> None:
        """A pane that was hidden would take the dock's width with it; one without height does not."""
        pane = self.widget()
        if pane is not None:
            pane.setMaximumHeight(0 if self._folded else UNLIMITED)
            pane.setEnabled(not self._folded)
        self.setMaximumHeight(FOLDED_HEIGHT if self._folded else UNLIMITED)

    def setWindowTitle(self, title: str) -> None:
        super().setWindowTitle(title)
        self.setAccessibleName(title)
        self._line.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.placed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.placed.emit()

    def _floated(self, floating: bool) -> None:
        self._line.set_mode("line" if floating or self._folded else "grip")
        if floating:
            self.moved_by_hand.emit()


class DockTitle(QWidget):
    """The dock's own title. Docked it is a grip of eight pixels that shows its handle when looked at."""

    def __init__(self, dock: Dock, token: str, theme: Theme) -> None:
        super().__init__(dock)
        self._dock = dock
        self._token = token
        self._theme = theme
        self._mode: Mode = "grip"
        self.setMouseTracking(True)
        self._fold = IconButton(theme, "chevron-up", self, size=15)
        self._float = IconButton(theme, "float", self, size=15)
        self._close = IconButton(theme, "close", self, size=15)
        self._fold.clicked.connect(lambda: dock.fold_wanted.emit(not dock.folded))
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for button in (self._fold, self._float, self._close):
            row.addWidget(button)
        self.set_mode("grip")
        self.retranslate()

    def set_mode(self, mode: Mode) -> None:
        """Be a grip or a full line."""
        self._mode = mode
        self._fold.setVisible(mode == "line" and not self._dock.isFloating())
        self._float.setVisible(mode == "line" and self._dock.isFloating())
        self._close.setVisible(mode == "line" and self._dock.isFloating())
        self.setFixedHeight(self.sizeHint().height())
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self._fold.describe(self.tr("Unfold"))
        self._float.describe(self.tr("Put back into the window"))
        self._close.describe(self.tr("Close"))
        grip = self.tr("Drag to move, double-click to float, right-click for more")
        self.setToolTip(grip if self._mode == "grip" else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        if self._mode == "grip":
            return QSize(60, GRIP_HEIGHT)
        return QSize(160, FOLDED_HEIGHT if self._dock.folded else LINE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        floating = self._dock.isFloating()
        action = menu.addAction(self.tr("Put back into the window") if floating else self.tr("Float"))
        action.triggered.connect(lambda: self._dock.setFloating(not floating))
        menu.addAction(self.tr("Close")).triggered.connect(self._dock.close)
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color(self._token))
        box = QRectF(self.rect())
        if self._mode == "line":
            paint_text(painter, box.adjusted(18, 0, -100, 0), self._dock.windowTitle(), app_font(13, 600),
                       self._theme.color("text"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("line"))
            painter.drawRoundedRect(QRectF(box.center().x() - 14, 3, 28, 3), 1.5, 1.5)
