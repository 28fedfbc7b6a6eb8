"""Painting a whole window in several turns of the event loop, so that it never stands still for all of it.

When the window itself is painted, as with another theme, size or language, its text, lists, tables and charts together
take a tenth of a second. Those of them whose turn comes late are left for the next one: their ground stands there for
that moment. A picture that is asked for at once (`grab`, `repaint`) is always whole, and so is every smaller change.
A window that is painted anew over and over, as while its edge is drawn, is painted whole each time: what is left
for the next turn would flicker.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_LONG_ENOUGH: Final = 0.012
#: Seconds: what follows sooner belongs to one movement of the hand.
_OVER_AND_OVER: Final = 0.25


class _Round:
    """What is painted in one turn; there is one thread that paints, and one round at a time."""

    def __init__(self) -> None:
        self.under_way = False
        self.until = math.inf  # who comes later is put off
        self.waiting = False  # somebody was put off, and the next turn has a limit as well
        self.owed = False  # the first of those who waited is painted, however late it is
        self.last_anew = -math.inf  # when the whole window was painted last


_round: Final = _Round()


@contextmanager
def a_turn() -> Iterator[None]:
    """What Qt paints in the block, it paints in one turn of the event loop."""
    _round.under_way = True
    if _round.waiting:
        _round.waiting, _round.owed = False, True
        _round.until = perf_counter() + _LONG_ENOUGH
    try:
        yield
    finally:
        _round.under_way = False
        _round.until, _round.owed = math.inf, False


def all_anew() -> None:
    """The whole window is being painted: from now on this turn has a limit."""
    now = perf_counter()
    again, _round.last_anew = now - _round.last_anew < _OVER_AND_OVER, now
    if not _round.under_way:
        return
    if again:
        _round.until = math.inf
    elif _round.until == math.inf:
        _round.until = now + _LONG_ENOUGH


def put_off(widget: QWidget) -> bool:
    """Whether `widget`, which is to be painted now, is left for the next turn, since this one has taken long enough."""
    if _round.owed or perf_counter() < _round.until:
        _round.owed = False
        return False
    _round.waiting = True
    QTimer.singleShot(0, widget, widget.update)
    return True
