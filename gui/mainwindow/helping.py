"""Help for where the user is: the page of the pane that has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.actions import Handler

if TYPE_CHECKING:
    from gui.dialogs.help import HelpWindow
    from gui.mainwindow.window import MainWindow


class Helping(QObject):
    """Opens the help at the page that fits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.viewer: HelpWindow | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {"help": self.show}

    def show(self) -> None:
        """Show the page for the pane that has the keyboard."""
        self.open(self.page())

    def open(self, page: str) -> None:
        """Show a page; the window of the help stays and is used again."""
        from gui.dialogs.help import HelpWindow

        if self.viewer is None:
            self.viewer = HelpWindow(self._window.theme, self._window)
        self.viewer.show_page(page)
        self.viewer.show()
        self.viewer.raise_()
        self.viewer.activateWindow()

    def page(self) -> str:
        """The page for where the user is."""
        window, contents = self._window, self._window.contents
        if window.session.project is None or contents is None:
            return "start"
        focus = QApplication.focusWidget()
        if focus is not None:
            if contents.navigator.isAncestorOf(focus):
                return "contents"
            if contents.inspector.isAncestorOf(focus) or focus is contents.inspector:
                return "evidence" if window.session.selection.subject == "evidence" else "judging"
            if contents.data is not None and contents.data.isAncestorOf(focus):
                return "data"
        return "text"
