"""Start-up: the window first, everything heavy after it; and the last resort when something breaks."""

from __future__ import annotations

import gui.plain_import  # noqa: F401  (before anything else of Qt)

# isort: split
import argparse
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

from core.messages import PolicyReviewError
from gui import settings
from gui.mainwindow import MainWindow
from gui.shell import Shell, make_application

_log = logging.getLogger(__name__)
_STARTED: Final = 3000
_PAUSE: Final = 1000
_MANY: Final = 2000
#: New objects that come from a job: a person's work makes some thousands in a second.
_TOO_MANY: Final = 100_000
#: So few that cycles may hold after long reports are not worth a look at everything: a megabyte or two.
_FEW: Final = 20_000
#: Every so many rounds objects of each age are looked through.
_ROUNDS: Final = (1, 8, 64)


def main(argv: Sequence[str]) -> int:
    """Open the window, with the reports or projects that are named; gives the exit code."""
    arguments = _parser().parse_args(list(argv))
    if lacks_display():
        print(PolicyReviewError("no-display").sentence(settings.language()), file=sys.stderr)
        return 1
    application = make_application(sys.argv[:1])
    collector = Collector(application, lambda: shell.rests)
    shell = Shell(application)
    window = shell.window
    window.completed.connect(keep_log)
    QTimer.singleShot(_STARTED, collector, collector.begin)
    catch_faults(shell.front)
    window.show()
    if sys.platform == "darwin":  # elsewhere no such event comes, and a filter would slow every other one
        application.installEventFilter(Opener(window))
    if arguments.files:
        paths = [Path(name).absolute() for name in arguments.files]
        QTimer.singleShot(0, window, lambda: window.importing.offer(paths))
    return application.exec()


def lacks_display() -> bool:
    """Whether there is nothing to show a window on: Qt would say so in words of its own, and end the process."""
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"))


class Collector(QObject):
    """Has Python look for cycles of objects in this thread only, and between events.

    Python would do so in whichever thread makes the next object: in a job it would destroy Qt's objects from there,
    which ends the process now and then. Until `begin` it does not look at all: what is loaded at the start stays, and
    to go through it again and again would be a tenth of the time.

    While a job is at work it does not look either, and what a job has made of a long report is put aside as a whole
    (some million objects are gone through in a quarter of a second), until the window `rests` and it is gone. Most of
    it goes by itself, for it holds no cycles; where next to nothing is left, all there is is not gone through.
    """

    def __init__(self, parent: QObject, rests: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        gc.disable()
        self._rests = rests
        self._aside = False
        self._lasting = 0  # objects that were put aside and stay for good
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Look from now on; what is there already is passed over."""
        gc.freeze()
        self._lasting = gc.get_freeze_count()
        self._timer.start()

    def collect(self) -> None:
        """Look among the youngest objects if there are many new ones, now and then among the older as well."""
        from gui.jobs import at_work  # the first picture does without

        if at_work():
            return
        if self._aside and self._rests():
            self._aside = False
            left = gc.get_freeze_count()
            if left > self._lasting + _FEW:
                gc.unfreeze()
                gc.collect()
                gc.freeze()
                self._lasting = gc.get_freeze_count()
            self._lasting = min(self._lasting, left)  # a report that was open at the start is gone now
        new = gc.get_count()[0]
        if new > _TOO_MANY:
            self._aside = True
            gc.freeze()
        if not _MANY <= new <= _TOO_MANY:
            return
        self._rounds += 1
        gc.collect(next(age for age in (2, 1, 0) if self._rounds % _ROUNDS[age] == 0))


class Opener(QObject):
    """macOS does not start a program with the file that was double-clicked: it tells the one that runs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._window.importing.open_all([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


def keep_log() -> Path:
    """Write warnings and faults to a file in the application's own folder; gives its place."""
    path = settings.data_folder() / "policy-review.log"
    logging.getLogger().addHandler(LogFile(path))
    return path


class LogFile(logging.Handler):
    """A log file of half a megabyte and the one before it, opened for its first line: most days have none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # brings sockets and much else

            self._file = RotatingFileHandler(self._path, maxBytes=500_000, backupCount=1, encoding="utf-8")
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def catch_faults(front: Callable[[], MainWindow]) -> None:
    """Whatever nobody caught goes to the log and into the window's band; every edit is in the file already."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            front().close()
            return
        _log.error("a fault", exc_info=(kind, error, trace))
        front().telling.fault(error)

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        _log.error("a fault in a thread", exc_info=arguments.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="policy-review", description="Review of Chinese policy reports.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="reports, or projects (.prv); one after the other")
    return parser
