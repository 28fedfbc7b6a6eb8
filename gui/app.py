"""Start-up: the window first, everything heavy after it; and the last resort when something breaks."""

from __future__ import annotations

import gui.plain_import  # noqa: F401  (before anything else of Qt)

# isort: split
import argparse
import logging
import logging.handlers
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

from gui import settings
from gui.mainwindow import MainWindow
from gui.shell import Shell, make_application

_log = logging.getLogger(__name__)


def main(argv: Sequence[str]) -> int:
    """Open the window, with the reports or projects that are named; gives the exit code."""
    arguments = _parser().parse_args(list(argv))
    application = make_application(sys.argv[:1])
    keep_log()
    shell = Shell(application)
    window = shell.window
    catch_faults(window)
    window.show()
    opener = Opener(window)
    application.installEventFilter(opener)
    if arguments.files:
        paths = [Path(name).absolute() for name in arguments.files]
        QTimer.singleShot(0, window, lambda: window.importing.open_all(paths))
    return application.exec()


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
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


def catch_faults(window: MainWindow) -> None:
    """Whatever nobody caught goes to the log and into the window's band; every edit is in the file already."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _log.error("a fault", exc_info=(kind, error, trace))
        window.telling.fault(error)

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        _log.error("a fault in a thread", exc_info=arguments.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="policy-review", description="Review of Chinese policy reports.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="reports, or projects (.prv); one after the other")
    return parser
