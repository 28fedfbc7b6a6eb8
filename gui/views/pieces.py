"""Work that would hold the window up for too long, done in pieces: each in a turn of the event loop of its own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class Pieces(QObject):
    """Takes one piece of the work at hand in each turn, `pause` milliseconds after the one before."""

    def __init__(self, parent: QObject, pause: int = 0) -> None:
        super().__init__(parent)
        self._work: Iterator[None] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(pause)
        self._next.timeout.connect(self._take)

    @property
    def under_way(self) -> bool:
        """Whether a piece is still to come."""
        return self._next.isActive()

    def begin(self, work: Iterator[None]) -> None:
        """Take the first piece now, and the others in turns; what was at hand is given up."""
        self.stop()
        self._work = work
        self._take()

    def begin_soon(self, work: Iterator[None]) -> None:
        """Take the first piece in a turn of its own, too."""
        self._work = work
        self._next.start()

    def stop(self) -> None:
        """Give up what is left, and hold nothing of it."""
        self._next.stop()
        self._work = iter(())

    def _take(self) -> None:
        work = self._work
        if next(work, True) is None and work is self._work:  # else the piece itself began other work
            self._next.start()
