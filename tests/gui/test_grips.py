"""Dragging the line between two panes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.mainwindow.panes import Name
from gui.views.grips import Grip


def mouse(grip: Grip, kind: QEvent.Type, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, QPointF(at), QPointF(grip.mapToGlobal(at)), none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left, Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(grip, event)


@pytest.mark.parametrize(("name", "by"), [("navigator", QPoint(40, 0)), ("inspector", QPoint(-40, 0))])
def test_a_separator_is_taken_hold_of_beside_its_line(opened: MainWindow, qtbot: QtBot, name: Name, by: QPoint) -> None:
    """One pixel is drawn, seven can be dragged."""
    opened.resize(1280, 800)
    qtbot.wait(50)
    dock = opened.panes.docks[name]
    grip = next(grip for grip in opened.findChildren(Grip) if grip.belongs_to(dock))
    before = dock.width()
    start = QPoint(grip.width() - 2, 300)
    mouse(grip, QEvent.Type.MouseButtonPress, start)
    mouse(grip, QEvent.Type.MouseMove, start + by)
    qtbot.waitUntil(lambda: dock.width() > before + 20)
    mouse(grip, QEvent.Type.MouseButtonRelease, start + by)
