"""Windows that a test has opened go away with it: one that stayed is dressed again for each test after it, which makes
all of them twice as dear.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui import settings
from gui.mainwindow import MainWindow
from gui.shell import Shell


def let_go(application: QApplication, shells: Iterable[Shell]) -> None:
    """Close and delete all windows of these shells, those of the past among them."""
    settings.set_language("en")
    for shell in shells:
        shell.window.language_chosen.emit()  # no translator of this test may be left to the next one
        for window in (*shell.windows, *((shell.past,) if shell.past else ())):
            window.leaving.do_anyway(window.close)
            window.deleteLater()
    application.processEvents()
    # only a running loop deletes: else the sheet is taken from, and the next test's given to, all windows before
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")


def sweep() -> None:
    """Free what the windows of earlier tests left in circles, and never look again at what stays.

    The application looks for circles between events, in a loop that few tests run: a worker grew to 900 MB, and tests
    that look for what was left behind went through all of it. pytest holds a window until its test is over.
    """
    gc.collect()
    gc.freeze()


def main_windows() -> list[MainWindow]:
    """Those that are there."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
