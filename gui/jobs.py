"""Slow work off the GUI thread, its answers in it. No other file starts a thread.

    jobs.start(lambda progress: read_report(path), done=self._show, failed=self._tell)
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")


class CancelledError(Exception):
    """Raised inside the work when the user called it off; it ends the job without an answer."""


class Progress:
    """What the work is given: call it with the share done, 0 to 1, as often as is useful.

    Raises:
        CancelledError: the job was called off.
    """

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def __call__(self, share: float) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        self._tell(share)

    def cancel(self) -> None:
        """Make the next call raise."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was called off."""
        return self._cancelled.is_set()


class Job(QObject):
    """One piece of work under way. Lives in the GUI thread; all its signals arrive there.

    Signals:
        progressed(float): the share done, 0 to 1.
        finished: it ended in any way; comes after `done` or `failed` were called.
    """

    progressed = Signal(float)
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.progress = Progress(self.progressed.emit)
        self._answer: Callable[[object, BaseException | None], None] | None = None
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Call the work off; neither `done` nor `failed` will be called."""
        self.progress.cancel()

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        try:
            if self._answer is not None and not self.progress.cancelled:
                self._answer(result, error)
        finally:
            self.finished.emit()
            self.deleteLater()


class Jobs(QObject):
    """Starts jobs and knows which are under way.

    Signals:
        busy(bool): the first job began, or the last one ended.
    """

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Job] = set()

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way."""
        return tuple(self._running)

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
        job = Job(name, self)

        def answer(result: object, error: BaseException | None) -> None:
            if error is not None:
                failed(error if isinstance(error, Exception) else RuntimeError(repr(error)))
            else:
                done(result)  # type: ignore[arg-type]  # Qt's signal carries a plain object; it is the T of `work`

        job._answer = answer
        job.finished.connect(lambda: self._forget(job))
        self._running.add(job)
        if len(self._running) == 1:
            self.busy.emit(True)
        self._pool.start(_Work(work, job))
        return job

    def close(self, milliseconds: int = 10_000) -> bool:
        """Call off what is under way and wait for it. False if something would not end in time."""
        for job in self.running:
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    def _forget(self, job: Job) -> None:
        self._running.discard(job)
        if not self._running:
            self.busy.emit(False)


class _Work(QRunnable):
    """The work itself, as the thread pool takes it."""

    def __init__(self, work: Callable[[Progress], object], job: Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        try:
            result, error = self._work(self._job.progress), None
        except CancelledError:
            result, error = None, None
        except BaseException as caught:  # whatever it is, it belongs in the GUI thread's hands
            result, error = None, caught
        self._job._ended.emit(result, error)
