"""Keeps snapshots of the open project while one works, shows them, and goes back to one."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import PolicyReviewError
from core.project import Changes, Project, ProjectError, RestoreSnapshot, Snapshot, restoring, snapshots
from gui.actions import Handler
from gui.jobs import Jobs, Progress
from gui.mainwindow import opening
from gui.mainwindow.telling import show_in_folder

if TYPE_CHECKING:
    from gui.dialogs.repair import RepairDialog
    from gui.dialogs.snapshots import SnapshotsDialog
    from gui.mainwindow.window import MainWindow

#: Seconds between two snapshots while there are changes, after opening, and until the next try where an edit came.
EVERY: Final = 600
AFTER_OPENING: Final = 2
_AGAIN: Final = 15
_TRIES, _PAUSE = 40, 0.05


class Keeping(QObject):
    """Snapshots of the open project, off the GUI thread and without the busy line.

    Signals:
        past_wanted(Project): show this snapshot, open read-only, in a window of its own.
        closing: the window closes.
    """

    past_wanted = Signal(object)
    closing = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.jobs = Jobs(self)
        self._told = False
        self._worked = False
        self._restoring: Snapshot | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.keep)
        window.session.opened.connect(self._opened)
        window.session.changed.connect(self._changed)
        window.session.failed.connect(self._forget_restoring)
        window.opener.damaged.connect(self._offer_repair)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {"snapshots": self.show}

    def keep(self) -> None:
        """Make a snapshot now if anything changed since the last one."""
        project = self._window.session.project
        if project is None or project.read_only:
            return
        if self.jobs.running:
            self._due.start(_AGAIN * 1000)
            return
        path, reason = project.path, "timed" if self._worked else "opened"
        self.jobs.start(
            lambda progress: snapshots.take(path, reason, progress=progress),
            done=self._kept, failed=self._failed, name="snapshot",
        )

    def show(self) -> SnapshotsDialog | None:
        """Show the snapshots of the open project."""
        from gui.dialogs.snapshots import SnapshotsDialog

        project = self._window.session.project
        if project is None:
            return None
        self._window.leave()
        mine = project.identity().id
        found = [snapshot for snapshot in snapshots.listed(project.path) if snapshot.project == mine]
        dialog = SnapshotsDialog(
            self._window.theme, self._window, found, writable=project.editable, now=snapshots.now()
        )
        dialog.look_wanted.connect(self.look)
        dialog.restore_wanted.connect(self.restore)
        dialog.open()
        return dialog

    def look(self, snapshot: Snapshot) -> None:
        """Open a snapshot read-only in a window of its own."""

        def work(_progress: Progress) -> Project:
            return _opened_past(snapshot.path)

        self._window.jobs.start(work, done=self.past_wanted.emit, failed=self._tell, name="open")

    def restore(self, snapshot: Snapshot) -> None:
        """Keep the present state, then go back to a snapshot. It is an edit: undo brings the present back."""
        session = self._window.session
        project = session.project
        if project is None:
            return
        path = project.path

        def work(_progress: Progress) -> None:
            _kept_for_sure(path)
            _opened_past(snapshot.path).close()

        def ready(_none: None) -> None:
            if session.project is project:
                self._restoring = snapshot
                session.do_aside(RestoreSnapshot(snapshot.path))

        self._window.jobs.start(work, done=ready, failed=self._tell, name="restore")

    def ask_repair(self, path: Path, problem: PolicyReviewError) -> RepairDialog:
        """Say that a project is damaged and what repairing does, and do it if it is wanted."""
        from gui.dialogs.repair import RepairDialog  # rarely wanted

        times = [snapshot.taken_at for snapshot in snapshots.listed(path)]
        dialog = RepairDialog(self._window.theme, self._window, self._window.jobs, path, problem, times)
        dialog.open_wanted.connect(self._window.opener.open_project)
        dialog.original_wanted.connect(lambda original: show_in_folder(original.parent))
        dialog.open()
        return dialog

    def close(self) -> None:
        """Give up what is under way."""
        self._due.stop()
        self.jobs.close()
        self.closing.emit()

    def _offer_repair(self, path: Path, problem: PolicyReviewError) -> None:
        self._window.telling.damaged(problem, partial(self.ask_repair, path, problem))

    def _opened(self) -> None:
        self._due.stop()
        self.jobs.cancel({"snapshot"})
        self._told = False
        self._restoring = None
        self._worked = False
        project = self._window.session.project
        if project is not None and not project.read_only:
            self._due.start(AFTER_OPENING * 1000)

    def _changed(self, changes: Changes) -> None:
        from gui.dialogs.snapshots import time_words

        if not self._due.isActive():
            self._due.start(EVERY * 1000)
        if self._restoring is not None and changes.label == RestoreSnapshot.kind:
            snapshot, self._restoring = self._restoring, None
            self._window.telling.restored(lambda: time_words(snapshot.taken_at), self._window.session.undo)

    def _forget_restoring(self, _error: object) -> None:
        self._restoring = None

    def _kept(self, _snapshot: Snapshot | None) -> None:
        self._worked = True

    def _failed(self, error: Exception) -> None:
        if isinstance(error, snapshots.WriterWaitsError):
            self._due.start(_AGAIN * 1000)
            return
        self._due.start(EVERY * 1000)  # there may be room again later
        project = self._window.session.project
        if not self._told and project is not None and project.path.exists():  # else there is worse to tell
            self._told = True  # once is enough: the work itself is safe
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, PolicyReviewError):
            self._window.telling.error(error)
        else:
            self._window.telling.fault(error)


def _kept_for_sure(project: Path) -> None:
    """Make a snapshot of the present; where there is no room for one, the log holds the present all the same."""
    for _ in range(_TRIES):
        try:
            snapshots.take(project, "restore")
        except snapshots.WriterWaitsError:
            time.sleep(_PAUSE)
        except ProjectError:
            return
        else:
            return


def _opened_past(snapshot: Path) -> Project:
    try:
        return opening.loaded(Project.open(snapshot))
    except ProjectError as error:
        if error.key != "project-older":
            raise
    restoring.bring_up_to_date(snapshot)
    return opening.loaded(Project.open(snapshot))
