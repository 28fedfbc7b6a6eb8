"""Getting pyqtgraph in without holding the window up, and without touching Qt from another thread.

All of it would take a third of a second, which is too long for the GUI thread, but Qt's classes are made when they are
first asked for, and making them beside a running event loop ends the process now and then (once in about 140 starts
here). So pyqtgraph is kept from bringing all that it has (see `mirrors`), and what is used of it comes in pieces.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

from gui.views.data.mirrors import alone, postponed

_CARRIER: Final = "gui.views.data.view"
_SLICE: Final = 0.008
#: What is used of it, in the order in which one needs the other.
_USED: Final = (
    "pyqtgraph.GraphicsScene", "pyqtgraph.graphicsItems.GraphicsObject", "pyqtgraph.widgets.GraphicsView", _CARRIER,
)
#: What those name and do not use here: arrays, colours and what is painted by the graphics card.
_NUMPY: Final = "numpy"
_UNUSED: Final = (_NUMPY, "pyqtgraph.debug", "pyqtgraph.functions", "pyqtgraph.Qt.OpenGLHelpers")


class Carrier(QObject):
    """Brings in what charts are drawn with, once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._steps: Iterator[None] = iter(())

    @property
    def ready(self) -> bool:
        """Whether charts can be drawn at once."""
        return _CARRIER in sys.modules and not self._waiting

    def bring(self, done: Callable[[], None]) -> None:
        """Call `done` in this thread when charts can be drawn; until then the window goes on."""
        if done in self._waiting:
            return
        self._waiting.append(done)
        if len(self._waiting) == 1:
            self._steps = _imports()
            QTimer.singleShot(0, self, self._slice)

    def close(self) -> None:
        """Call it off: the window is going."""
        self._waiting.clear()
        self._steps = iter(())

    def _slice(self) -> None:
        if not self._waiting:
            return  # a turn that is to come when this is deleted would keep the window with it
        end = time.perf_counter() + _SLICE
        for _ in self._steps:
            if time.perf_counter() > end:
                QTimer.singleShot(0, self, self._slice)
                return
        QTimer.singleShot(0, self, self._tell)  # drawing has a turn of its own

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()


def _imports() -> Iterator[None]:
    """Import it, in pieces."""
    if "pyqtgraph" not in sys.modules:
        with postponed(_NUMPY), alone():
            pyqtgraph = importlib.import_module("pyqtgraph")
        pyqtgraph.setConfigOption("exitCleanup", False)  # it would clean up what was left out
        yield
    for name in _USED:
        with postponed(*_UNUSED):
            importlib.import_module(name)
        yield
