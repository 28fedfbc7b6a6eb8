"""Painting a whole window in several turns of the event loop, so that it never stands still for all of it.

When the window itself is painted, as with another theme, size or language, its text and its panes together take a tenth
of a second. Those of them that one turn has no time for follow in the next ones, in their order; how long each takes is
known from the time before. Until then their ground stands there. A picture that is asked for at once (`grab`,
`repaint`) is always whole, and so is every smaller change. A window that is painted anew over and over, as while its
edge is drawn, is painted whole each time: what is left for the next turn would flicker.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

#: Seconds of one turn for all parts together: beside the window itself, and in a turn of their own.
_LONG_ENOUGH: Final = 0.012
_ALONE: Final = 0.025
#: Milliseconds: who was asked to paint itself and did not was hidden meanwhile.
_PATIENCE: Final = 100
#: Seconds: what follows sooner belongs to one movement of the hand.
_OVER_AND_OVER: Final = 0.25


class _Round(QObject):
    """What is painted in which turn; there is one thread that paints, and one round at a time.

    While it watches, it sees each widget that Qt paints; one of a part that is put off is noted and not painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.under_way = False
        self.last_anew = -math.inf  # when a whole window was painted last
        self._put_off: dict[QWidget, list[QWidget]] = {}  # by part: its widgets that are still to be painted
        self._asked: dict[QWidget, float] = {}  # the parts painted in this turn or in the next: seconds up to now
        self._taken: WeakKeyDictionary[QWidget, float] = WeakKeyDictionary()  # seconds for a pixel of each part
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        self._watching = False
        self._part: QWidget | None = None  # is being painted
        self._since = 0.0

    def begin(self) -> None:
        """Qt paints what it has in hand."""
        self.under_way = True
        if self._asked:
            self._watch()

    def whole(self, parts: Sequence[QWidget]) -> None:
        """A window is being painted, and these parts after it: those that take too long are put off."""
        room = _LONG_ENOUGH
        for part in parts:
            if part not in self._put_off and (cost := self._cost(part)) <= room:
                room -= cost
                self._asked[part] = 0.0
            else:
                self._put_off.setdefault(part, [])
        self._soon.start(0)
        self._watch()

    def leave(self) -> None:
        """Whatever is painted from here on is painted now."""
        if self._watching:
            self._watching = False
            self._asked.clear()
            _application().removeEventFilter(self)

    def end(self) -> None:
        """It has painted it."""
        self.under_way = False
        if self._watching:
            self._enter(None)
            for part, taken in self._asked.items():
                self._taken[part] = taken / max(1, _pixels(part))
            if self._asked:
                self._soon.start(0)
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QWidget):
            return False
        if self._part is None or not _holds(self._part, watched):
            self._enter(next((part for part in (*self._put_off, *self._asked) if _holds(part, watched)), None))
        if self._part is None or self._part not in self._put_off:
            return False
        self._put_off[self._part].append(watched)
        return True

    def _watch(self) -> None:
        if not self._watching:
            self._watching = True
            for parts in (self._put_off, self._asked):  # a window may have gone meanwhile
                for part in [part for part in parts if not isValid(part)]:
                    del parts[part]
            self._part, self._since = None, perf_counter()
            _application().installEventFilter(self)

    def _enter(self, part: QWidget | None) -> None:
        """From here on another part is painted, or none of them."""
        now = perf_counter()
        if self._part is not None and self._part in self._asked:
            self._asked[self._part] += now - self._since
        self._part, self._since = part, now

    def _cost(self, part: QWidget) -> float:
        """How long a part will take, as it did the last time; one that was never painted takes too long."""
        return self._taken.get(part, math.inf) * _pixels(part)

    def _go_on(self) -> None:
        """Have as many parts painted as one turn has time for, and one at least."""
        room = math.inf
        for part in list(self._put_off):
            cost = self._cost(part) if isValid(part) else 0.0
            if cost > room:
                break
            room = min(room, _ALONE) - cost
            self._asked[part] = 0.0
            for widget in self._put_off.pop(part):
                if isValid(widget):
                    widget.update()
        if self._put_off:
            self._soon.start(_PATIENCE)


_round: Final = _Round()


@contextmanager
def a_turn() -> Iterator[None]:
    """What Qt paints in the block, it paints in one turn of the event loop."""
    _round.begin()
    try:
        yield
    finally:
        _round.end()


def all_anew(parts: Sequence[QWidget]) -> None:
    """A whole window is being painted, of which these parts can be painted in a turn of their own."""
    now = perf_counter()
    again, _round.last_anew = now - _round.last_anew < _OVER_AND_OVER, now
    if not _round.under_way:
        return
    if again:
        _round.leave()
    else:
        _round.whole([part for part in parts if part.isVisible()])


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _pixels(part: QWidget) -> int:
    return part.width() * part.height()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
