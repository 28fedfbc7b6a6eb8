"""From a file that was read to a project: the sheet, the password, and several files one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from gui import settings
from gui.actions import Handler
from gui.mainwindow.pasting import pasted_files, pasted_picture, pasted_text
from gui.models.received import BEFORE_EACH, PASSWORD, Blocked, Received

if TYPE_CHECKING:
    from gui.dialogs.details import DetailsDialog
    from gui.dialogs.importing import ImportDialog, PasswordDialog
    from gui.dialogs.importing.dialog import Settled
    from gui.mainwindow.window import MainWindow


class Importing(QObject):
    """Shows what was read before a project is made, and lets it be changed afterwards."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self.dialog: ImportDialog | None = None
        self.password: PasswordDialog | None = None
        self._coming: Iterator[None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring)
        opener = window.opener
        opener.received.connect(self._show)
        opener.blocked.connect(self._blocked)
        opener.opened.connect(self._go_on)
        opener.failed.connect(self._go_on)
        opener.broke.connect(self._go_on)
        opener.stopped.connect(self._go_on)
        window.band.closed.connect(self._go_on)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {
            "paste_report": self.paste, "report_details": self.show_details, "import_dialog": self._switch,
        }

    def checked(self) -> set[str]:
        """The commands that are ticked now."""
        return {"import_dialog"} if settings.flag(BEFORE_EACH, True) else set()

    def offer(self, paths: Sequence[Path]) -> None:
        """Open a file; of several, ask whether they come one after the other or each in a window of its own."""
        if len(paths) < 2:
            self.open_all(paths)
            return
        free = self._window.session.project is None and not self._under_way()

        def apart() -> None:
            if free:
                self.open_all(paths[:1])
            self._window.apart_wanted.emit(list(paths[1:] if free else paths))

        self._window.telling.several(len(paths), lambda: self.open_all(paths), apart)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open several files, each after the one before is settled."""
        self._waiting.extend(paths)
        if not self._under_way():
            self._next()

    def paste(self) -> None:
        """Open what the clipboard holds: files or their addresses, words with their tables, or a picture of a page."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None:  # nothing was ever copied, or the system does not let the window look
            return
        if files := pasted_files(data):
            self.offer(files)
        elif (made := pasted_text(data) or pasted_picture(data)) is not None:
            self._window.opener.open_pasted(*made)

    def show_details(self) -> DetailsDialog | None:
        """Show what the open report is, as far as it can still be changed."""
        if self._window.session.project is None:
            return None
        from gui.dialogs.details import DetailsDialog

        dialog = DetailsDialog(self._window.theme, self._window, self._window.session)
        dialog.years_changed.connect(self._window.correcting.read_again)
        dialog.finished.connect(self._window.refresh_soon)
        dialog.open()
        return dialog

    def takes(self, event: QEvent) -> bool:
        """Answer the window's event, if it is the keys for pasting; with a project open they paste evidence."""
        if (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste) and self._window.session.project is None
        ):
            self.paste()
            return True
        return False

    def _show(self, found: Received | Blocked) -> None:
        self._coming = self._showing(found)
        self._bring()

    def _bring(self) -> None:
        if self._coming is not None and self._window.isVisible() and next(self._coming, self) is not self:
            self._soon.start(0)
        else:
            self._coming = None

    def _showing(self, found: Received | Blocked) -> Iterator[None]:
        """Loading the sheet, making it and showing it are a turn of the event loop each: all at once they held the
        window up for 60 ms."""
        from gui.dialogs.importing import ImportDialog

        yield
        dialog = ImportDialog(self._window.theme, self._window, self._window.jobs, found)
        dialog.settled.connect(self._make)
        dialog.other_wanted.connect(self._window.files.ask_report)
        dialog.rejected.connect(self._left)
        yield
        self.dialog = dialog
        dialog.open()

    def _blocked(self, blocked: Blocked) -> None:
        if blocked.error.key not in PASSWORD:
            self._show(blocked)
            return
        from gui.dialogs.importing import PasswordDialog

        dialog = PasswordDialog(self._window.theme, self._window, blocked.error)

        def entered(password: str) -> None:
            wishes = replace(blocked.wishes, password=password)
            self._window.opener.open_report(blocked.path, fresh=False, wishes=wishes)

        dialog.entered.connect(entered)
        dialog.rejected.connect(self._left)
        self.password = dialog
        dialog.open()

    def _make(self, settled: Settled) -> None:
        self.dialog = None
        self._window.opener.make(settled.received, settled.particulars, settled.years)

    def _left(self) -> None:
        self.dialog = self.password = None
        self._go_on()

    def _go_on(self, *_: object) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if self._waiting and not self._under_way():
            self._window.opener.open(self._waiting.pop(0))

    def _under_way(self) -> bool:
        return self._coming is not None or any(job.name == "open" for job in self._window.jobs.running) or any(
            dialog is not None and dialog.isVisible() for dialog in (self.dialog, self.password)
        )

    def _switch(self) -> None:
        settings.set_flag(BEFORE_EACH, not settings.flag(BEFORE_EACH, True))
        self._window.refresh_soon()
