"""Start-up: the window first, everything heavy after it; and the last resort when something breaks."""

from __future__ import annotations

import gui.plain_import  # noqa: F401  (before anything else of Qt)

# isort: split
import argparse
import gc
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

from gui import settings
from gui.mainwindow import MainWindow
from gui.shell import Shell, make_application

_log = logging.getLogger(__name__)
_STARTED: Final = 3000


def main(argv: Sequence[str]) -> int:
    """Open the window, with the reports or projects that are named; gives the exit code."""
    arguments = _parser().parse_args(list(argv))
    gc.disable()  # what is loaded at the start stays: to look through it again and again would be a tenth of the time
    application = make_application(sys.argv[:1])
    shell = Shell(application)
    window = shell.window
    window.completed.connect(keep_log)
    QTimer.singleShot(_STARTED, window, _collect)
    catch_faults(shell.front)
    window.show()
    if sys.platform == "darwin":  # elsewhere no such event comes, and a filter would slow every other one
        application.installEventFilter(Opener(window))
    if arguments.files:
        paths = [Path(name).absolute() for name in arguments.files]
        QTimer.singleShot(0, window, lambda: window.importing.open_all(paths))
    return application.exec()


def _collect() -> None:
    gc.freeze()
    gc.enable()


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
    from logging.handlers import RotatingFileHandler

    path = settings.data_folder() / "policy-review.log"
    handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


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
