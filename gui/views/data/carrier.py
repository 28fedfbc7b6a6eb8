"""Getting pyqtgraph in without holding the window up, and without touching Qt from another thread.

A third of a second is too long for the GUI thread, but Qt's classes are made when they are first asked for, and making
them beside a running event loop ends the process now and then (once in about 140 starts here). So a job imports what
knows nothing of Qt, pyqtgraph is kept from bringing all that it has (see `mirrors`), and this thread imports what is
used of it in pieces.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer

from gui.jobs import Jobs, Progress
from gui.views.data.mirrors import alone

_CARRIER: Final = "gui.views.data.view"
_SLICE: Final = 0.008
_QT: Final = ("QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")
#: What pyqtgraph imports that is not Qt's; a name that a later version does without costs a little time and no more.
_BESIDE: Final = ("numpy", "colorama", "cProfile", "pstats", "subprocess", "xml.etree.ElementTree")
#: What is used of it, in the order in which one needs the other.
_USED: Final = (
    "pyqtgraph.debug", "pyqtgraph.functions", "pyqtgraph.GraphicsScene", "pyqtgraph.graphicsItems.GraphicsObject",
    "pyqtgraph.widgets.GraphicsView",
)


class Carrier(QObject):
    """Brings in what charts are drawn with, once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
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
            self._jobs.start(_import_beside, done=lambda _none: self._begin(), failed=_tell)

    def close(self) -> None:
        """Call it off: the window is going."""
        self._waiting.clear()
        self._steps = iter(())
        self._jobs.close()

    def _begin(self) -> None:
        self._steps = _import_here()
        self._slice()

    def _slice(self) -> None:
        end = time.perf_counter() + _SLICE
        for _ in self._steps:
            if time.perf_counter() > end:
                QTimer.singleShot(0, self, self._slice)
                return
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()


def _import_beside(progress: Progress) -> None:
    for place, name in enumerate(_BESIDE):
        progress(place / len(_BESIDE))  # lets a window that is closed call it off
        with suppress(ImportError):  # the packaged application leaves out what it does not need
            importlib.import_module(name)


def _import_here() -> Iterator[None]:
    """Import what makes classes of Qt, in pieces."""
    for name in _QT:
        with suppress(ImportError):  # the packaged application leaves out what it does not need
            importlib.import_module(f"PySide6.{name}")
        yield
    if "pyqtgraph" not in sys.modules:
        with alone():
            pyqtgraph = importlib.import_module("pyqtgraph")
        pyqtgraph.setConfigOption("exitCleanup", False)  # it would clean up what was left out
        yield
    for name in (*_USED, _CARRIER):
        importlib.import_module(name)
        yield


def _tell(error: Exception) -> None:
    raise error  # the installation is broken: the window's own hook tells
