"""Files dropped anywhere on the window that no pane takes for itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from gui.mainwindow.attaching import things_in
from gui.mainwindow.opening import PROJECT_SUFFIX

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow
    from gui.views.text.dropping import Dropped

_INSET = 12


class Drops(QObject):
    """A report or project dropped on the window is opened; with a report open, it may also be meant as evidence."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._frame = QLabel(window)
        self._frame.setObjectName("dropFrame")
        self._frame.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.hide()

    def takes(self, event: QEvent) -> bool:
        """Answer the window's event, if it is one of dragging that no pane took; True if it went no further."""
        if isinstance(event, QDragMoveEvent):  # entering is a move, too
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._frame.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _enter(self, event: QDropEvent) -> bool:
        if not _files(event):
            return False
        event.acceptProposedAction()
        if self._window.session.project is None:
            self._frame.setText(self.tr("Open it"))
            self._frame.setGeometry(self._window.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))
            self._frame.show()
            self._frame.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._frame.hide()
        files = _files(event)
        if not files:
            return False
        event.acceptProposedAction()
        paths = [Path(file.value) for file in files]
        open_them = partial(self._window.importing.offer, paths)
        if self._window.session.project is None or paths[0].suffix.lower() == PROJECT_SUFFIX:
            open_them()
        else:
            self._window.telling.dropped(paths[0].name, open_them, lambda: self._keep(files))
        return True

    def _keep(self, files: tuple[Dropped, ...]) -> None:
        self._window.attaching.take(None, files)


def _files(event: QDropEvent) -> tuple[Dropped, ...]:
    return tuple(item for item in things_in(event.mimeData()) if item.kind == "file")
