"""A corrected version of the report, and reading it again: compared off the GUI thread, shown, then one edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.messages import PolicyReviewError
from core.model import Report
from core.model.particulars import Years
from core.readers import ReadingOptions
from core.values import dataclass
from gui import settings
from gui.actions import Handler
from gui.jobs import Job, Progress
from gui.models.received import PASSWORD, PATTERNS
from gui.views.banner import BandAction

if TYPE_CHECKING:
    from core.project import Changes, Correction, Project
    from gui.dialogs.correction import CorrectionDialog
    from gui.dialogs.importing import PasswordDialog
    from gui.mainwindow.window import MainWindow

#: How much of the work is reading; the rest is comparing.
_READING = 0.6
_AS_FOUND = ReadingOptions()


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison that is ready to be shown."""

    project: Path
    correction: Correction
    name: str
    same: bool


class Correcting(QObject):
    """Puts a corrected version, or another reading, in the place of the report under review."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._replacing: Correction | None = None
        self.dialog: CorrectionDialog | None = None
        self.password: PasswordDialog | None = None
        window.session.changed.connect(self._replaced)
        window.session.failed.connect(self._forget)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {"import_correction": self.ask_file, "read_again": self.read_again}

    def ask_file(self) -> Job | None:
        """Choose the corrected version and compare it."""
        kinds = self.tr("Reports ({patterns});;All files (*)").format(patterns=PATTERNS)
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a corrected version"), settings.last_folder(), kinds
        )
        if not path:
            return None
        settings.set_last_folder(Path(path).parent)
        return self.compare(Path(path))

    def compare(self, path: Path, options: ReadingOptions = _AS_FOUND) -> Job | None:
        """Read a corrected version and show what would become of the review."""

        def read(copy: Project, progress: Progress) -> tuple[Report, bytes, str]:
            from core.pipeline import read_report  # readers and rules are loaded when a report is read
            from core.project import corrections_in

            stages = iter((0.1, 0.3, 0.5, 0.7, 0.9))
            report, original = read_report(
                path, lambda _stage: progress(next(stages) * _READING), options, held=corrections_in(copy)
            )
            return report, original, path.name

        job = self._compare(read, partial(self._fail_to_read, path, options))
        if job is not None:
            self._window.under_way.follow_file(job, path.name)
        return job

    def read_again(self, years: Years | None = None) -> Job | None:
        """Read the text of the report again, with the rules of this program, and show what would change.

        `years` are those that a person gives; None leaves them as they are.
        """

        def read(copy: Project, progress: Progress) -> tuple[Report, bytes, str]:
            from core.pipeline import read_again
            from core.project import corrections_in

            stages = iter((0.3, 0.5, 0.7, 0.9))
            old, original = copy.report(), copy.original()
            report = read_again(
                old, original, lambda _stage: progress(next(stages) * _READING), years, corrections_in(copy)
            )
            return report, original, old.source.name

        return self._compare(read)

    def _compare(
        self, read: Callable[[Project, Progress], tuple[Report, bytes, str]],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job | None:
        from core.project import Project, carried  # what compares texts is loaded when two are compared

        project = self._window.session.project
        if project is None:
            return None
        self._window.leave()
        source = project.path

        def work(progress: Progress) -> Compared:
            # a connection of its own: the window's belongs to the GUI thread
            with Project.open(source, read_only=True) as copy:
                report, original, name = read(copy, progress)
                correction = carried(
                    copy, report, original, lambda share: progress(_READING + share * (1 - _READING))
                )
                same = report == copy.found()
            return Compared(source, correction, name, same)

        return self._window.jobs.start(work, done=self._show, failed=failed or self._fail, name="correct")

    def _show(self, compared: Compared) -> None:
        project = self._window.session.project
        if project is None or project.path != compared.project:
            return  # another project was opened meanwhile
        from gui.dialogs.correction import CorrectionDialog

        dialog = CorrectionDialog(
            self._window.theme, self._window, compared.correction, compared.name, same=compared.same
        )
        dialog.accepted.connect(lambda: self._replace(compared.correction))
        self.dialog = dialog
        dialog.open()

    def _replace(self, correction: Correction) -> None:
        from core.project import corrections_in, replacement

        project = self._window.session.project
        if project is not None:
            self._replacing = correction
            self._window.session.do_aside(replacement(corrections_in(project), correction))

    def _replaced(self, changes: Changes) -> None:
        correction, self._replacing = self._replacing, None
        if correction is None or not changes.reports:
            return
        moved, lost = len(correction.of_state("moved")), len(correction.of_state("orphan"))
        self._window.telling.replaced(moved, lost, self._show_claims)

    def _forget(self, _error: object) -> None:
        self._replacing = None

    def _show_claims(self) -> None:
        """The claims that have to be looked at stand first in the navigator, or are stepped through."""
        if self._window.contents is not None:
            self._window.contents.navigator.show_tab("claims")
        for claim in self._window.session.claims():
            if claim.state != "ok" and claim.dismissed is None:
                self._window.session.select("claim", claim.id)
                return

    def _fail_to_read(self, path: Path, options: ReadingOptions, error: Exception) -> None:
        """Ask for the password of an encrypted version, offer to recognise a scanned one; tell anything else."""
        if not isinstance(error, PolicyReviewError) or error.key not in PASSWORD | {"scanned"}:
            self._fail(error)
            return
        if error.key == "scanned":
            again = BandAction(
                lambda: self.tr("Recognise text"), lambda: self.compare(path, replace(options, recognise=True))
            )
            self._window.telling.error(error, again)
            return
        from gui.dialogs.importing import PasswordDialog

        dialog = self.password = PasswordDialog(self._window.theme, self._window, error)
        dialog.entered.connect(lambda password: self.compare(path, replace(options, password=password)))
        dialog.open()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, PolicyReviewError):
            self._window.telling.error(error)
        else:
            self._window.telling.fault(error)
