"""Start-up: the window first, everything heavy after it. One application, its language, its theme, its last resort."""

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

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from gui import settings, theme
from gui.mainwindow import MainWindow
from gui.theme import Theme

_log = logging.getLogger(__name__)


def main(argv: Sequence[str]) -> int:
    """Open the window, with a report or a project if one is named; `--headless` and `--smoke` do the job without.

    Gives the exit code.
    """
    arguments = _parser().parse_args(list(argv))
    if arguments.headless or arguments.smoke:
        from gui import selftest

        given = [arguments.file] if arguments.file else []
        return selftest.main([*given, *(["--out", arguments.out] if arguments.out else [])])
    application = make_application(sys.argv[:1])
    keep_log()
    shell = Shell(application)
    window = shell.window
    catch_faults(window)
    window.show()
    if arguments.file:
        QTimer.singleShot(0, window, lambda: window.open_file(Path(arguments.file).absolute()))
    return application.exec()


def make_application(argv: Sequence[str]) -> QApplication:
    """The one application of this process, with our fonts and our names."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setApplicationName(settings.APPLICATION)
    application.setOrganizationName(settings.ORGANISATION)
    application.setStyle("Fusion")
    theme.load_fonts()
    application.setFont(theme.app_font(13))
    return application


class Shell:
    """A window with its theme and its translators, kept in step with the settings."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.theme = Theme(settings.theme_name())
        self._translate()
        self._dress()
        self.window = MainWindow(self.theme)
        self.theme.changed.connect(self._dress)
        self.window.language_chosen.connect(self._translate)

    def _dress(self) -> None:
        self.theme.dress(self._application)

    def _translate(self) -> None:
        """Install the translators of the language in force; every widget hears LanguageChange."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        chinese = settings.language() == "zh"
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        if not chinese:
            return
        own = str(resources.path("translations"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase_zh_CN", qt), ("zh_CN", own)):
            translator = QTranslator()
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)


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
    parser.add_argument("file", nargs="?", metavar="FILE", help="a report, or a project (.prv)")
    parser.add_argument("--headless", action="store_true", help="do the whole job without a screen, and say where")
    parser.add_argument("--smoke", action="store_true", help="the same, for checking a packaged application")
    parser.add_argument("--out", metavar="FOLDER", help="where the job without a screen leaves its files")
    return parser
