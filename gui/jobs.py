"""Slow work off the GUI thread, its answers in it. No other file starts a thread.

    jobs.start(lambda progress: read_report(path), done=self._show, failed=self._tell)
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance, Slot

T = TypeVar("T")
_Answer = Callable[[object, Exception | None], None]
_STEP = 0.01


class CancelledError(Exception):
    """Raised inside the work when the user called it off; it ends the job without an answer."""


class Progress:
    """What the work is given: call it with the share done, 0 to 1, as often as is useful.

    Raises:
        CancelledError: the job was called off.
    """

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._told = -1.0
        self._cancelled = threading.Event()

    def __call__(self, share: float) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        if abs(share - self._told) >= _STEP or share >= 1.0 > self._told:
            self._told = share  # more often than this nobody could see, and the GUI thread has better to do
            self._tell(share)

    def cancel(self) -> None:
        """Make the next call raise."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was called off."""
        return self._cancelled.is_set()


class Job(QObject):
    """One piece of work under way. Lives in the GUI thread; all its signals are emitted there.

    Signals:
        progressed(float): the share done, 0 to 1.
        finished: it ended in any way; comes after `done` or `failed` were called.
    """

    progressed = Signal(float)
    finished = Signal()

    def __init__(self, name: str, progress: Progress, answer: _Answer) -> None:
        super().__init__()  # no parent: it lives as long as someone in Python holds it
        self.name = name
        self.progress = progress
        self._answer = answer

    def cancel(self) -> None:
        """Call the work off; neither `done` nor `failed` will be called."""
        self.progress.cancel()

    def end(self, result: object, error: Exception | None) -> None:
        """Hand the answer over, unless nobody wants it any more."""
        try:
            if not self.progress.cancelled:
                self._answer(result, error)
        finally:
            self.finished.emit()


class Jobs(QObject):
    """Starts jobs and knows which are under way.

    Signals:
        busy(bool): the first job began, or the last one ended.
    """

    busy = Signal(bool)
    # The workers talk through these two only: a signal of a job could be cut off by the end of the job itself.
    _told = Signal(int, float)
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[int, Job] = {}
        self._count = 0
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way."""
        return tuple(self._running.values())

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        name: str = "",
    ) -> Job:
        """Run `work` in another thread, then `done` with its result or `failed` with its error in this one.

        `work` must not touch widgets, the session, or a project that this thread has opened.
        """

        def answer(result: object, error: Exception | None) -> None:
            if error is not None:
                failed(error)
            else:
                done(result)  # type: ignore[arg-type]  # Qt's signal carries a plain object; it is the T of `work`

        self._count += 1
        number = self._count
        progress = Progress(lambda share: _emit(self._told, number, share))
        job = Job(name, progress, answer)
        self._running[number] = job
        if len(self._running) == 1:
            self.busy.emit(True)
        self._pool.start(_Work(work, progress, lambda result, error: _emit(self._ended, number, result, error)))
        return job

    def close(self, milliseconds: int = 10_000) -> bool:
        """Call off what is under way and wait for it. False if something would not end in time."""
        for job in self.running:
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    @Slot(int, float)
    def _tell(self, number: int, share: float) -> None:
        job = self._running.get(number)
        if job is not None:
            job.progressed.emit(share)

    @Slot(int, object, object)
    def _end(self, number: int, result: object, error: Exception | None) -> None:
        job = self._running.pop(number)
        try:
            job.end(result, error)
        finally:
            if not self._running:
                self.busy.emit(False)


def _emit(signal: SignalInstance, *values: object) -> None:
    """Tell the GUI thread, if its side still stands: work that ends after its window has nobody to tell."""
    with suppress(RuntimeError):
        signal.emit(*values)


class _Work(QRunnable):
    """The work itself, as the thread pool takes it."""

    def __init__(self, work: Callable[[Progress], object], progress: Progress, answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._progress = progress
        self._answer = answer

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work(self._progress)
        except CancelledError:
            self._progress.cancel()
        except Exception as caught:
            error = caught
        except BaseException as caught:  # a thread that ends without an answer would leave the window waiting
            error = RuntimeError(repr(caught))
        self._answer(result, error)
