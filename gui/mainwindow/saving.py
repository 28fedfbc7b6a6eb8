"""Whether all that was decided is in the file, and what is said when it is not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from core.messages import PolicyReviewError
from core.project import Project
from gui import settings
from gui.mainwindow.telling import NOT_SAVED
from gui.views.topbar import SaveState

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow


#: The file is not where it was: it is opened again before anything is written.
_AWAY: Final = frozenset({"project-gone", "project-replaced"})


class Saving(QObject):
    """Follows the session: `error` is why the last edit is not in the file, None when it is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.error: PolicyReviewError | None = None
        self._at: datetime | None = None
        window.session.changed.connect(self._changed)
        window.session.failed.connect(self._failed)
        window.session.held.connect(self._held)

    def forget(self) -> None:
        """Another project is opened."""
        self.error = self._at = None

    def state(self, project: Project) -> tuple[SaveState, str]:
        """What the top bar says of the project, and why."""
        if project.read_only:
            reason = project.read_only_reason
            return "readonly", reason.sentence(settings.language()) if reason else ""
        if self.error is not None:
            return "failed", self.error.sentence(settings.language())
        if (locked := self._window.session.locked) is not None:
            return "signed", locked.sentence(settings.language())
        return ("saving" if self._window.session.is_saving else "saved"), ""

    def explain(self) -> None:
        """Say in the band where the project is and whether all is in it; what could not be saved is tried again."""
        project = self._window.session.project
        if project is None:
            return
        if self.error is not None and self.error.key in _AWAY and project.path.is_file():
            self._try_again()
            return
        contents = self._window.contents
        flushed = contents is None or contents.inspector.flush()
        settled = flushed and not self._window.session.is_saving
        if settled and self.error is not None and self.error.key not in _AWAY and project.is_free():
            self.error = None  # nothing waits to be saved, and the next step can be
            self._window.refresh_soon()
        reason = project.read_only_reason
        if self.error is not None:
            self._tell(self.error)
        elif reason is not None:
            self._window.telling.read_only(
                lambda: reason.sentence(settings.language()), self._window.exporting.ask_copy
            )
        elif (locked := self._window.session.locked) is not None:
            self._window.telling.signed(
                lambda: locked.sentence(settings.language()), self._window.record.ask_signature
            )
        else:
            self._window.telling.saved(project.path, self._at)

    def _changed(self, _changes: object) -> None:
        if self.error is not None and self._window.band.sentence == self.error.sentence(settings.language()):
            self._window.band.dismiss()  # it is in the file now
        self.error = None
        self._at = datetime.now()
        self._window.refresh_soon()

    def _failed(self, error: PolicyReviewError) -> None:
        if error.key in NOT_SAVED:
            self.error = error
            self._tell(error)
        else:
            self._window.telling.error(error)
        self._window.refresh_soon()

    def _held(self, error: PolicyReviewError) -> None:
        """Another program does not let go of the file: what was decided waits for it, and is not in the file yet."""
        self.error = error
        self._tell(error)
        self._window.refresh_soon()

    def _tell(self, error: PolicyReviewError) -> None:
        telling, copy = self._window.telling, self._window.exporting.ask_copy
        if error.key in _AWAY:
            telling.gone(error, self._try_again, copy)
        else:
            telling.not_saved(error, copy)

    def _try_again(self) -> None:
        """Look whether the project's disk is back, and save what was typed meanwhile."""
        contents = self._window.contents
        if self._window.session.reconnect() and (contents is None or contents.inspector.flush()):
            self.error = None
            self.explain()
        self._window.refresh_soon()
