"""Widgets that go are held for as long as Qt needs them, and no longer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui import letting_go


def test_a_cleared_layout_lets_go_of_everything(qtbot: QtBot) -> None:
    """Rows, labels that nothing else holds and the layouts in them are gone after the next turn; nothing is kept."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    rows = [QWidget() for _ in range(3)]
    for row in rows:
        inner = QVBoxLayout()
        inner.addWidget(QLabel("words"))
        outer = QHBoxLayout(row)
        outer.addLayout(inner)
        column.addWidget(row)
    letting_go.clear(column)
    assert column.count() == 0 and all(row.isHidden() for row in rows)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(row) for row in rows)
    assert not letting_go._leaving


def test_a_cleared_layout_keeps_no_places(qtbot: QtBot) -> None:
    """What a layout held each widget by goes with it, and so do spaces and layouts in it: nobody else owns these."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("words"))
    column.addSpacing(4)
    column.addLayout(QHBoxLayout())
    places = [column.itemAt(number) for number in range(column.count())]
    letting_go.clear(column)
    assert not any(place is not None and isValid(place) for place in places)
