"""What changes in one go is painted in one go: to paint it takes longer than to change it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.mainwindow import MainWindow
from gui.views import in_turns


class Counter(QObject):
    """Counts the events of a kind that a widget gets."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__()
        self._kind = kind
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == self._kind
        return False


@contextmanager
def counted(widget: QWidget, kind: QEvent.Type) -> Iterator[Counter]:
    """What comes to the widget in the block."""
    counter = Counter(widget, kind)
    yield counter
    widget.removeEventFilter(counter)


def test_another_layout_is_painted_once(opened: MainWindow, qtbot: QtBot) -> None:
    """The window asks to be painted when the panes have their sizes, and so does each part of it: each was painted
    with the window and then by itself."""
    assert opened.contents is not None
    foot = opened.contents.navigator.foot
    for layout in ("layout_ledgers", "layout_data", "layout_reading", "layout_data"):
        qtbot.wait(50)
        with counted(foot, QEvent.Type.Paint) as painted:
            opened.actions_table.action(layout).trigger()
            qtbot.waitUntil(opened.updatesEnabled)
            QApplication.processEvents()
        assert painted.count == (layout != "layout_ledgers"), layout


def test_marked_charts_do_not_have_the_window_painted_for_each(opened: MainWindow, qtbot: QtBot) -> None:
    """A scene that hears of an item lets the whole window paint at once what it has in hand, in the midst of the
    changes: with two charts all that a selection changes was painted up to three times."""
    assert opened.contents is not None and opened.contents.data is not None
    cards = opened.contents.data.cards
    qtbot.waitUntil(lambda: all(card.view is not None and card.view.shows for card in cards))
    qtbot.wait(100)
    with counted(opened, QEvent.Type.UpdateRequest) as asked:
        for card in cards:
            assert card.view is not None
            card.view.repaint_drawing()
            card.view.rest()
        QApplication.sendPostedEvents()
    assert asked.count == 1


def test_a_window_painted_anew_is_painted_in_turns(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All panes together stopped the window for a tenth of a second with each theme and size: those whose turn comes
    late follow in the next turns, and none is forgotten."""
    assert opened.contents is not None and opened.contents.data is not None
    monkeypatch.setattr("gui.views.in_turns._LONG_ENOUGH", 0.0)  # each comes late
    monkeypatch.setattr("gui.views.in_turns._OVER_AND_OVER", 0.0)  # whenever the window was painted before
    cards = opened.contents.data.cards
    qtbot.waitUntil(lambda: all(card.view is not None and card.view.shows for card in cards))
    qtbot.wait(100)
    late = [opened.contents.text.viewport(), opened.contents.navigator.tree.viewport()]
    late += [card.view.viewport() for card in cards if card.view is not None and card.view.isVisible()]
    assert len(late) > 2
    painted: list[QWidget] = []
    put_off = in_turns.put_off

    def asked(widget: QWidget) -> bool:
        if put_off(widget):
            return True
        painted.append(widget)
        return False

    for module in ("text.reader", "navigator.tree", "data.view"):
        monkeypatch.setattr(f"gui.views.{module}.put_off", asked)
    with counted(opened, QEvent.Type.UpdateRequest) as asks:
        opened.update()
        opened.contents.text.viewport().update()  # it has a ground of its own, and the window's wish passes it over
        qtbot.waitUntil(lambda: len(painted) >= len(late))
    assert asks.count >= len(late), "one in each turn"
    assert sorted(map(id, painted)) == sorted(map(id, late)), "and each once"
    painted.clear()
    opened.grab()
    assert set(late) <= set(painted), "a picture that is asked for is whole"


def test_a_window_whose_edge_is_drawn_does_not_flicker(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second and each further picture of one movement is whole: panes that were left for the next turn would be
    bare in each of them."""
    assert opened.contents is not None
    monkeypatch.setattr("gui.views.in_turns._LONG_ENOUGH", 0.0)
    put_off = in_turns.put_off
    late: list[bool] = []

    def asked(widget: QWidget) -> bool:
        late.append(put_off(widget))
        return late[-1]

    qtbot.wait(100)
    monkeypatch.setattr("gui.views.in_turns._OVER_AND_OVER", math.inf)  # one movement, however busy the machine is
    monkeypatch.setattr(in_turns._round, "last_anew", -math.inf)
    for module in ("text.reader", "navigator.tree", "data.view"):
        monkeypatch.setattr(f"gui.views.{module}.put_off", asked)
    for step in range(4):
        late.clear()
        opened.resize(opened.width() - 10, opened.height())
        QApplication.processEvents()
        assert late
        assert any(late) == (step == 0), step
