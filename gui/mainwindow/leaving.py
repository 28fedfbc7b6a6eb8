"""Leaving a project, or the window: not while something is being written, nor with words that are not in the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from core.project.edits import Edit

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow

#: The jobs that write into the open project, and those whose work would be lost with the window.
_INTO_THE_PROJECT: Final = frozenset({"edit", "restore"})
_OF_THE_WINDOW: Final = _INTO_THE_PROJECT | {"export"}


class Leaving(QObject):
    """Asks before anything is lost. `kept` are the edits that the project refused but a copy elsewhere has."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], object] | None = None
        self._anyway = False
        self.kept: tuple[Edit, ...] = ()
        window.session.failed.connect(self._stay)  # what was waited for did not come to be: that is to be read first
        window.exporting.failed.connect(self._stay)
        window.exporting.broke.connect(self._stay)

    def may_leave(self, then: Callable[[], object], *, closing: bool = False) -> bool:
        """Whether the project can be left now, or the window if it is `closing`. If not, the band says why, and `then`
        is done when the work under way has ended, or when the person says so."""
        anyway, self._anyway = self._anyway, False
        if anyway:
            self._window.leave()
            return True
        left = self._window.leave()  # what another program hinders is under way from then on
        names = _OF_THE_WINDOW if closing else _INTO_THE_PROJECT
        under_way = [job for job in self._window.jobs.running if job.name in names]
        if under_way:
            self._then = then
            for job in under_way:
                job.finished.connect(self._go_on)
            self._window.telling.still_writing(lambda: self.do_anyway(then), self._stay, closing=closing)
            return False
        if not left and not set(self._window.pending()) <= set(self.kept):
            copy = self._window.exporting.ask_copy
            self._window.telling.unsaved(self._window.saving.error, copy, lambda: self.do_anyway(then))
            return False
        return True

    def do_anyway(self, then: Callable[[], object]) -> None:
        """Call off what is under way, give up what could not be saved, and do it."""
        self._then = None
        self._anyway = True
        self._window.jobs.cancel(_INTO_THE_PROJECT)
        then()

    def keep(self, edits: tuple[Edit, ...]) -> None:
        """A copy elsewhere has what the project could not take."""
        self.kept = edits

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._window.band.dismiss()
            then()

    def _stay(self, _error: object = None) -> None:
        self._then = None
