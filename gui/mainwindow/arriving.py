"""An open project comes into the window: panes, text, commands and data each in a turn of the event loop of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from core.project import Project
    from gui.mainwindow.window import MainWindow


class Arriving(QObject):
    """The project on its way.

    By timers: what is put into the queue of events may come in the turn of who put it there.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._project: Project | None = None
        self._laid_out = False  # the panes are in sight before they are filled
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.timeout.connect(self._finish)

    @property
    def expected(self) -> bool:
        """Whether a project is to take the place of the one before."""
        return self._project is not None

    @property
    def filling(self) -> bool:
        """Whether a project was just opened; the commands wait for a turn of their own."""
        return self._last.isActive()

    def take(self, project: Project) -> None:
        """Show an open project in the window; the one before is closed."""
        window, path = self._window, project.path
        if not window.leaving.may_leave(lambda: window.opener.open_project(path)):
            project.close()
            return
        window.band.dismiss()
        window.saving.forget()
        self.close()  # another one was asked for meanwhile
        self._project = project
        window.making.then(partial(self._next.start, 0))

    def opened(self) -> None:
        """The session has a project."""
        if not self._laid_out:
            self._window.lay_out()
        self._laid_out = False
        self._window.refresh_timer.stop()
        self._last.start(0)

    def close(self) -> None:
        """Let go of a project that is not shown yet."""
        if self._project is not None:
            self._project.close()
            self._project = None

    def _go_on(self) -> None:
        """Close the project before or lay the panes out, then fill them; nothing is painted between the two."""
        window, project = self._window, self._project
        if project is None:
            return
        if not self._laid_out:
            window.setUpdatesEnabled(False)
            if window.session.project is not None:
                window.session.close()
            else:
                window.lay_out()
            self._laid_out = True
            self._next.start(0)
            return
        self._project = None
        try:
            window.session.open(project)
        finally:
            window.setUpdatesEnabled(True)

    def _finish(self) -> None:
        """The data comes after the text is on screen: its libraries take longer to load than all the rest."""
        if self._window.session.project is not None:
            self._window.fill()
