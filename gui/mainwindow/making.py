"""Makes the panes before the first report comes, one at a time, so that the window never waits for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from gui.mainwindow.contents import Contents
    from gui.mainwindow.window import MainWindow


class Making(QObject):
    """The panes on their way."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: Contents | None = None
        self._steps: Iterator[None] | None = None
        self._then: list[Callable[[], None]] = []
        self._soon = QTimer(self)  # a timer, so that what a person does comes through between two steps
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    @property
    def ready(self) -> bool:
        """Whether they are there."""
        return self._made is not None and self._steps is None

    @property
    def made(self) -> Contents:
        """The panes; what is missing of them is made now."""
        if self._made is None:
            self.begin()
        for _ in self._steps or ():
            pass
        assert self._made is not None
        return self._made

    def begin(self) -> None:
        """Begin to make them."""
        if self._made is None:
            from gui.mainwindow.contents import Contents  # the panes are loaded when the first report is opened

            self._made = Contents(self._window)
            self._steps = self._made.make()
            self._soon.start(0)

    def then(self, work: Callable[[], None]) -> None:
        """Do this when the panes are there: at once if they are."""
        self.begin()
        self._then.append(work)
        if self._steps is None:
            self._finish()

    def prepare_charts(self) -> None:
        """The library of the charts has come: make what carries them, if the pane is there."""
        if self._made is not None and self._made.data is not None:
            self._made.data.prepare()

    def stop(self) -> None:
        """Leave it: the window is going."""
        self._soon.stop()
        self._then.clear()

    def _go_on(self) -> None:
        if self._steps is not None and next(self._steps, self) is not self:
            self._soon.start(0)
            return
        self._finish()

    def _finish(self) -> None:
        self._steps = None
        waiting, self._then = self._then, []
        for work in waiting:
            work()
