"""Getting pyqtgraph in without holding the window up, and without touching Qt from another thread.

A third of a second is too long for the GUI thread, but Qt's classes are made when they are first asked for, and making
them beside a running event loop ends the process now and then (once in about 140 starts here). So a job imports what
knows nothing of Qt, pyqtgraph is kept from asking for all of Qt (see `mirrors`), and this thread imports it in pieces.
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
from gui.views.data.mirrors import mirrored

_CARRIER: Final = "gui.views.data.view"
_SLICE: Final = 0.008
_QT: Final = ("QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")
#: What pyqtgraph imports that is not Qt's; a name that a later version does without costs a little time and no more.
_BESIDE: Final = (
    "numpy", "numpy.typing", "xml.dom.minidom", "xml.etree.ElementTree", "multiprocessing.connection", "subprocess",
    "cProfile", "pydoc", "sysconfig", "csv",
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
    with mirrored():
        importlib.import_module("pyqtgraph")
    yield
    for name in ("pyqtgraph.exporters", _CARRIER):
        importlib.import_module(name)
        yield


def _tell(error: Exception) -> None:
    raise error  # the installation is broken: the window's own hook tells
