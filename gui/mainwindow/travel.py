"""Back and forward through what was looked at, as in a browser."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.session import Selection, Session

_LONGEST = 100


class Travel(QObject):
    """Remembers the selections of the open project in their order.

    Signals:
        changed: another place was visited, or there is nothing to go back to any more.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._visited: list[Selection] = []
        self._here = -1
        self._moving = False
        session.selected.connect(self._visit)
        session.opened.connect(self._forget)
        session.report_replaced.connect(self._forget)

    def back(self) -> None:
        """Select what was selected before."""
        self._go(self._here - 1)

    def forward(self) -> None:
        """Select again what `back` left."""
        self._go(self._here + 1)

    def _go(self, position: int) -> None:
        if not 0 <= position < len(self._visited):
            return
        self._here = position
        self._moving = True
        selection = self._visited[position]
        self._session.select(selection.subject, selection.id)
        self._moving = False
        self.changed.emit()

    def _visit(self, selection: Selection) -> None:
        if self._moving or selection.subject == "none":
            return
        self._visited = [*self._visited[: self._here + 1], selection][-_LONGEST:]
        self._here = len(self._visited) - 1
        self.changed.emit()

    def _forget(self) -> None:
        self._visited, self._here = [], -1
        self.changed.emit()
