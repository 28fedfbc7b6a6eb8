"""Evidence as it can be seen: small in the inspector, large in a window of its own, or in the system's own program."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from core.messages import PolicyReviewError
from core.model import Evidence
from gui import settings
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import Theme
from gui.views.inspector.look import EvidenceLook
from gui.views.previews import Previews

_FEW_CHARACTERS = 1200


class Looking(QObject):
    """Looks at the evidence of the open project. Its jobs are its own: a look is no work that the window waits for.

    Signals:
        ready(str): the small look at the piece of evidence with this id can be had now.
    """

    ready = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._widget = parent
        self._folder: Path | None = None
        self._jobs = Jobs(self)
        self._previews = Previews(self._jobs, self)
        self._previews.ready.connect(self.ready)
        self._open: dict[str, EvidenceLook] = {}

    def forget(self) -> None:
        """Another project is open: what was seen of the one before is gone."""
        self._previews.forget()
        for look in tuple(self._open.values()):
            look.close()

    def picture(self, item: Evidence) -> QPixmap | None:
        """The evidence as a small picture; None while it is made (see `ready`) and where it has none."""
        project = self._session.project
        return self._previews.picture(project.path, item) if project else None

    def words(self, item: Evidence) -> str:
        """The beginning of the words of its file, "" where there are none, or not yet (see `ready`)."""
        project = self._session.project
        look = self._previews.look(project.path, item) if project else None
        words = look.words.strip() if look else ""
        return words if len(words) <= _FEW_CHARACTERS else words[:_FEW_CHARACTERS] + "…"

    def look(self, item: Evidence) -> EvidenceLook | None:
        """Show it large; what has no file has nothing to show. A second call closes it again."""
        project = self._session.project
        if project is None or item.sha256 is None:
            return None
        if item.id in self._open:
            self._open[item.id].close()
            return None
        look = EvidenceLook(self._theme, self._widget, self._jobs, project.path, item)
        look.open_pressed.connect(lambda: self.open(item))
        look.save_pressed.connect(lambda: self.save(item))
        look.destroyed.connect(lambda: self._open.pop(item.id, None))
        self._open[item.id] = look
        look.show()
        return look

    def open(self, item: Evidence) -> None:
        """Open its file, or its address, with the system's own program."""
        project = self._session.project
        if project is None:
            return
        if item.sha256 is None:
            if item.url:
                QDesktopServices.openUrl(QUrl(item.url))
            return
        try:
            if self._folder is None:
                self._folder = Path(mkdtemp(prefix="policy-review-"))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(project.write_evidence(item.id, self._folder))))
        except PolicyReviewError as error:
            self._session.failed.emit(error)

    def save(self, item: Evidence) -> None:
        """Save a copy of its file where the user says."""
        project = self._session.project
        if project is None or item.sha256 is None:
            return
        place = str(Path(settings.last_folder()) / (item.file_name or item.no))
        chosen, _ = QFileDialog.getSaveFileName(self._widget, self.tr("Save a copy"), place)
        if chosen:
            try:
                project.write_evidence(item.id, Path(chosen))
            except PolicyReviewError as error:
                self._session.failed.emit(error)
