"""Slow work off the GUI thread, its answers in it. No other file starts a thread.

    jobs.start(lambda progress: read_report(path), done=self._show, failed=self._tell)
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Container
from functools import cache, partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
_Answer = Callable[[object, Exception | None], None]
_STEP = 0.01
_Stage = tuple[str, int, int]


class CancelledError(Exception):
    """Raised inside the work when the user called it off; it ends the job without an answer."""


class Progress:
    """What the work is given: call it with the share done, 0 to 1, as often as is useful.

    Raises:
        CancelledError: the job was called off.
    """

    def __init__(self, tell: Callable[[float], None], say: Callable[[str, int, int], None]) -> None:
        self._tell = tell
        self._say = say
        self._told = -1.0
        self._said: _Stage = ("", 0, 0)
        self._cancelled = threading.Event()

    def __call__(self, share: float) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        if abs(share - self._told) >= _STEP or share >= 1.0 > self._told:
            self._told = share  # more often than this nobody could see, and the GUI thread has better to do
            self._tell(share)

    def at(self, stage: str, number: int = 0, count: int = 0) -> None:
        """Tell what is being done now, by a name that whoever shows it knows; at piece `number` of `count`."""
        before, last, _ = self._said
        if stage != before or number - last >= max(1, count * _STEP) or number == count != last:
            self._said = stage, number, count
            self._say(*self._said)

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
        staged: `stage` is another: what is being done, at which piece of how many.
        cancelled: it was called off; the work ends a little later.
        finished(bool): it ended in any way, True if it was called off; comes after `done` or `failed` were called.

    Nothing that holds the job, or what holds it, may be connected to it but methods of Qt's objects, which are not
    held: Qt's connections are out of sight for Python, so such a circle stays for ever.
    """

    progressed = Signal(float)
    staged = Signal()
    cancelled = Signal()
    finished = Signal(bool)

    def __init__(self, name: str, progress: Progress, answer: _Answer, unwanted: Callable[[object], None]) -> None:
        super().__init__()  # no parent: it lives as long as someone in Python holds it
        self.name = name
        self.progress = progress
        self.stage: _Stage = ("", 0, 0)
        self._answer = answer
        self._unwanted = unwanted

    def cancel(self) -> None:
        """Call the work off; neither `done` nor `failed` will be called."""
        self.progress.cancel()
        self.cancelled.emit()

    def end(self, result: object, error: Exception | None) -> None:
        """Hand the answer over, unless nobody wants it any more."""
        try:
            if not self.progress.cancelled:
                self._answer(result, error)
            elif result is not None:
                self._unwanted(result)
        finally:
            self.finished.emit(self.progress.cancelled)


class Jobs(QObject):
    """Starts jobs and knows which are under way.

    Signals:
        busy(bool): the first job began, or the last one ended.
        progressed(float): the share done of a job under way, 0 to 1.
    """

    busy = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, tuple[Job, threading.Thread]] = {}
        _relay().told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        _relay().said.connect(self._say, Qt.ConnectionType.QueuedConnection)
        _relay().ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way."""
        return tuple(job for job, _ in self._running.values())

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        unwanted: Callable[[T], None] | None = None,
        name: str = "",
    ) -> Job:
        """Run `work` in another thread, then `done` with its result or `failed` with its error in this one.

        A result that comes all the same when the job was called off goes to `unwanted`, in either thread: what is open
        in it can be closed there. `work` must not touch widgets, the session, or a project that this thread has opened.
        """

        def answer(result: object, error: Exception | None) -> None:
            if error is not None:
                failed(error)
            else:
                done(result)  # type: ignore[arg-type]  # Qt's signal carries a plain object; it is the T of `work`

        def drop(result: object) -> None:
            if unwanted is not None:
                unwanted(result)  # type: ignore[arg-type]  # as above

        number = next(_numbers)
        relay = _relay()
        progress = Progress(partial(relay.told.emit, number), partial(relay.said.emit, number))
        job = Job(name, progress, answer, drop)
        told = partial(relay.ended.emit, number)
        thread = threading.Thread(target=_run, args=(number, work, progress, told, drop), name=name)
        _at_work.add(number)
        self._running[number] = job, thread
        if len(self._running) == 1:
            self.busy.emit(True)
        thread.start()
        return job

    def cancel(self, names: Container[str]) -> bool:
        """Call off the jobs of these names. False if none was under way."""
        wanted = [job for job in self.running if job.name in names]
        for job in wanted:
            job.cancel()
        return bool(wanted)

    def close(self, seconds: float = 10) -> bool:
        """Call off what is under way and wait for it. False if something would not end in time."""
        end = time.monotonic() + seconds
        for job in self.running:
            job.cancel()
        for _, thread in self._running.values():
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for _, thread in self._running.values())

    @Slot(int, float)
    def _tell(self, number: int, share: float) -> None:
        if number in self._running:
            self._running[number][0].progressed.emit(share)
            self.progressed.emit(share)

    @Slot(int, str, int, int)
    def _say(self, number: int, stage: str, piece: int, count: int) -> None:
        if number in self._running:
            job = self._running[number][0]
            job.stage = stage, piece, count
            job.staged.emit()

    @Slot(int, object, object)
    def _end(self, number: int, result: object, error: Exception | None) -> None:
        if number not in self._running:
            return  # the work of another window
        job, _ = self._running.pop(number)
        try:
            job.end(result, error)
        finally:
            if not self._running:
                self.busy.emit(False)


class _Relay(QObject):
    """Brings what the workers say into the GUI thread.

    There is one, and it is never destroyed: work may end after its window is gone. For the same reason the workers are
    Python's own threads; Qt's pool waits for them in its destructor with the interpreter's lock in its hand.
    """

    told = Signal(int, float)
    said = Signal(int, str, int, int)
    ended = Signal(int, object, object)


@cache
def _relay() -> _Relay:
    return _Relay()


_numbers = itertools.count(1)
_at_work: Final[set[int]] = set()


def at_work() -> bool:
    """Whether a job of any window is under way, one that was called off and has not ended among them."""
    return bool(_at_work)


def _run(
    number: int, work: Callable[[Progress], object], progress: Progress, answer: _Answer,
    unwanted: Callable[[object], None],
) -> None:
    result: object = None
    error: Exception | None = None
    try:
        result = work(progress)
        if progress.cancelled:  # its window may be gone, and nobody there to hear of it
            unwanted(result)
            result = None
    except CancelledError:
        progress.cancel()
    except Exception as caught:
        error = caught
    except BaseException as caught:  # a thread that ends without an answer would leave the window waiting
        error = RuntimeError(repr(caught))
    _at_work.discard(number)
    answer(result, error)
