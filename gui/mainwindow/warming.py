"""Loads what the first report needs while the window waits for somebody to choose it.

The rules of reading are compiled when they are first used, and charts come with a library of their own. Together that
takes longer than reading a report, so it is done before, beside the window. Who is faster joins it.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

import seeds
from gui.dialogs.about import look_up_versions
from gui.jobs import Jobs, Progress
from gui.models.received import Wishes, receive

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow
    from gui.views.data.carrier import Carrier

_log = logging.getLogger(__name__)
_RULES: Final = "core.extract"
_LOOK: Final = 0.02


class Warming(QObject):
    """Begins once in a process, in the first window that stands and has nothing else to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = Jobs(self)
        self._carrier: Carrier | None = None
        self._told = False
        self._over = threading.Event()
        self._over.set()

    def begin(self) -> None:
        """Load what reading and charts need, unless they are loaded or something is being opened."""
        window = self._window
        if window.session.project is not None or window.jobs.running or not window.isVisible():
            return
        self.tell_version()
        if _RULES not in sys.modules:
            self._over.clear()
            self._jobs.start(self._read, done=lambda _none: None, failed=self._failed)
        window.making.then(self._bring_charts)  # a turn has time for a pane, or for a piece of the charts

    def _bring_charts(self) -> None:
        from gui.views.data.carrier import Carrier

        self._carrier = Carrier(self)
        if not self._carrier.ready:
            self._carrier.bring(self._window.making.prepare_charts)

    def tell_version(self) -> None:
        """Let the Welcome page say which version this is; finding it takes longer than making the page."""
        if not self._told:
            self._told = True
            show = self._window.welcome.show_version
            self._jobs.start(lambda _progress: look_up_versions(), done=show, failed=self._failed)

    def join(self, progress: Progress) -> None:
        """For a job that reads: wait until what was begun is done, so that it is not done twice.

        Raises:
            CancelledError: the job was called off.
        """
        while not self._over.wait(_LOOK):
            progress(0.0)

    def close(self) -> None:
        """Call off what is under way."""
        self._jobs.close()
        if self._carrier is not None:
            self._carrier.close()

    def _read(self, progress: Progress) -> None:
        """Read a sample: what it takes is what any report takes."""
        try:
            receive(seeds.samples()[0].file, Wishes(), progress)
        finally:
            self._over.set()

    def _failed(self, error: Exception) -> None:
        _log.warning("nothing could be loaded ahead; the first report will tell", exc_info=error)
