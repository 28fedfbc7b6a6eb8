"""What changes in one go is painted in one go: to paint it takes longer than to change it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

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
            qtbot.waitUntil(lambda: painted.count >= (layout != "layout_ledgers"))  # noqa: B023  (asked at once)
            qtbot.wait(50)
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


class Painted(QObject):
    """Notes which of some widgets are painted, in which turn of their window."""

    def __init__(self, window: QWidget, widgets: list[QWidget]) -> None:
        super().__init__()
        self.turns: list[list[QWidget]] = [[]]
        self.anew: list[QWidget] = []  # what is painted in the turn in which all of the window itself is
        self._window = window
        for widget in (window, *widgets):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                self.turns[-1].append(watched)
        elif event.type() == QEvent.Type.UpdateRequest:
            self.turns.append([])
        elif isinstance(event, QPaintEvent) and event.rect() == self._window.rect():
            self.anew = self.turns[-1]
        return False

    @property
    def all(self) -> list[QWidget]:
        """In the order in which they were painted."""
        return [widget for turn in self.turns for widget in turn]


@pytest.fixture
def views(opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """One in each part of a window that stands, two in one of them; no part was painted before as far as is known."""
    assert opened.contents is not None and opened.contents.data is not None
    contents, cards = opened.contents, opened.contents.data.cards
    qtbot.waitUntil(lambda: all(card.view is not None and card.view.shows for card in cards))
    qtbot.wait(100)
    monkeypatch.setattr("gui.views.in_turns._OVER_AND_OVER", 0.0)  # whenever the window was painted before
    monkeypatch.setattr(in_turns, "_round", in_turns._Round())
    charts = [card.view.viewport() for card in cards if card.view is not None and card.view.isVisible()]
    assert len(charts) == 2
    return [contents.text.viewport(), contents.navigator.tree.viewport(), contents.inspector.blank_page, *charts]


def too_long(monkeypatch: pytest.MonkeyPatch, than: float = 0.0) -> None:
    """Each part takes too long that takes longer than this."""
    for room in ("_LONG_ENOUGH", "_ALONE"):
        monkeypatch.setattr(f"gui.views.in_turns.{room}", than)


def paint_anew(window: QWidget, widgets: list[QWidget]) -> None:
    """Ask for all of a window; what has a ground of its own is passed over by the wish of the window."""
    for widget in (window, *widgets):
        widget.update()


def test_a_window_painted_anew_is_painted_in_turns(
    opened: MainWindow, views: list[QWidget], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All panes together stopped the window for a tenth of a second with each theme and size: those that take too long
    follow in the next turns, a part in each, with all that is in it, and nothing is forgotten or painted twice."""
    too_long(monkeypatch)
    painted = Painted(opened, views)
    paint_anew(opened, views)
    qtbot.waitUntil(lambda: len(painted.all) >= len(views))
    qtbot.wait(50)
    assert sorted(map(id, painted.all)) == sorted(map(id, views)), "each once"
    assert not painted.anew, "but with the window itself"
    turns = [turn for turn in painted.turns if turn]
    assert turns[0] == views[:1], "where a person looks"
    assert sorted(map(len, turns)) == [1, 1, 1, 2], "a part in each"


def test_a_picture_that_is_asked_for_is_whole(
    opened: MainWindow, views: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who takes a picture of the window has no later turn."""
    too_long(monkeypatch)
    painted = Painted(opened, views)
    opened.grab()
    assert set(painted.all) == set(views)


def test_parts_known_to_be_quick_are_painted_with_the_window(
    opened: MainWindow, views: list[QWidget], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long a part takes is seen when it is painted: on a quick machine no ground is ever bare again."""
    for long_enough, turns in ((0.0, 4), (60.0, 1)):
        too_long(monkeypatch, long_enough)
        painted = Painted(opened, views)
        paint_anew(opened, views)
        qtbot.waitUntil(lambda painted=painted: len(painted.all) >= len(views))  # type: ignore[misc]
        assert len([turn for turn in painted.turns if turn]) == turns


def test_a_window_whose_edge_is_drawn_does_not_flicker(
    opened: MainWindow, views: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second and each further picture of one movement is whole: panes that were left for the next turn would be
    bare in each of them."""
    too_long(monkeypatch)
    monkeypatch.setattr("gui.views.in_turns._OVER_AND_OVER", math.inf)  # one movement, however busy the machine is
    for step in range(4):
        painted = Painted(opened, views)
        opened.resize(opened.width() - 10, opened.height())
        QApplication.processEvents()
        assert (views[0] in painted.anew) == (step > 0), step


class Room(QWidget):
    """A part of a window."""

    painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painted = True


class House(QWidget):
    """A window of two parts."""

    painted = False

    def __init__(self) -> None:
        super().__init__()
        self.rooms = (Room(self), Room(self))
        self.resize(200, 100)
        for place, room in enumerate(self.rooms):
            room.setGeometry(place * 100, 0, 100, 100)

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        with in_turns.a_turn():
            return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect() == self.rect():
            self.painted = True
            in_turns.all_anew(self.rooms)


def test_a_window_that_goes_before_its_parts_are_painted_holds_up_no_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it was to paint in its next turns is forgotten."""
    too_long(monkeypatch)
    monkeypatch.setattr("gui.views.in_turns._OVER_AND_OVER", 0.0)
    monkeypatch.setattr(in_turns, "_round", in_turns._Round())
    gone, other = House(), House()
    qtbot.addWidget(other)
    for house in (gone, other):
        house.show()
        qtbot.waitExposed(house)
        qtbot.waitUntil(lambda house=house: all(room.painted for room in house.rooms))  # type: ignore[misc]
    gone.painted = gone.rooms[0].painted = gone.rooms[1].painted = False
    gone.update()
    while not gone.painted:
        QApplication.processEvents()
    assert not any(room.painted for room in gone.rooms)
    delete(gone)
    for room in other.rooms:
        room.painted = False
    other.update()
    qtbot.waitUntil(lambda: all(room.painted for room in other.rooms))
