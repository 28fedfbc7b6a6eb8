"""Getting things out: the PDF, tables, data, a copy of the project. Files are chosen here, work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.messages import PolicyReviewError
from core.project import Project
from gui import settings
from gui.jobs import Job, Jobs, Progress
from gui.session import Session


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise PolicyReviewError("cannot-write", name=folder.name, reason=error.strerror or "") from error


class Exporting(QObject):
    """Asks for a place and writes there.

    Signals:
        written(Path): the file or folder is there.
        failed(PolicyReviewError): nothing was written.
        broke(Exception): a fault of the program.
        about_to_read: the project file will be read; what is not in it yet should be written now.
    """

    written = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    about_to_read = Signal()

    def __init__(self, session: Session, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._window = window

    def ask_pdf(self) -> Job | None:
        """Ask where the PDF goes, and make it."""
        path = self._ask(self.tr("Export PDF"), ".pdf", self.tr("PDF files (*.pdf)"))
        return self.pdf(path) if path else None

    def ask_csv(self) -> Job | None:
        """Ask for a folder, and write the tables into a new folder there."""
        project = self._session.project
        if project is None:
            return None
        language = settings.language()
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Export tables"), str(project.path.parent))

        def work(copy: Project, place: Path, _progress: Progress) -> object:
            from core.export.csv import export_csv

            _make(place)
            return export_csv(copy, place, language=language)

        return self._start(Path(chosen) / f"{project.path.stem}-csv", work) if chosen else None

    def ask_json(self) -> Job | None:
        """Ask where the data goes, and write it."""
        def work(copy: Project, place: Path, _progress: Progress) -> object:
            from core.export.json import export_json

            return export_json(copy, place)

        path = self._ask(self.tr("Export data"), ".json", self.tr("Data (*.json)"))
        return self._start(path, work) if path else None

    def ask_copy(self) -> Job | None:
        """Ask where a copy of the project goes, and write it."""
        path = self._ask(self.tr("Save a copy"), ".prv", self.tr("Review projects (*.prv)"))
        return self.copy(path) if path else None

    def copy(self, target: Path) -> Job | None:
        """Write a copy of the project to `target`; if its file is gone, from what this window still has open of it."""
        return self._start(target, lambda copy, place, _progress: copy.save_copy(place), rescue=self._rescue)

    def _rescue(self, target: Path) -> bool:
        project = self._session.project
        if project is None or project.path.is_file():
            return False
        try:
            project.save_copy(target)
        except PolicyReviewError:
            return False
        self.written.emit(target)
        return True

    def pdf(self, target: Path) -> Job | None:
        """Make the PDF of the open project at `target`."""
        language = settings.language()

        def work(project: Project, place: Path, progress: Progress) -> object:
            from core.export.pdf import export_pdf

            return export_pdf(project, place, language=language, progress=progress)

        return self._start(target, work)

    def _start(
        self, target: Path, work: Callable[[Project, Path, Progress], object],
        rescue: Callable[[Path], bool] = lambda _target: False,
    ) -> Job | None:
        project = self._session.project
        if project is None:
            return None
        self.about_to_read.emit()
        source = project.path

        def run(progress: Progress) -> Path:
            # a connection of its own: the window's belongs to the GUI thread
            with Project.open(source, read_only=True) as copy:
                work(copy, target, progress)
            return target

        def failed(error: Exception) -> None:
            if not rescue(target):
                self._fail(error)

        return self._jobs.start(run, done=self.written.emit, failed=failed, name="export")

    def _fail(self, error: Exception) -> None:
        (self.failed if isinstance(error, PolicyReviewError) else self.broke).emit(error)

    def _ask(self, title: str, suffix: str, kinds: str) -> Path | None:
        project = self._session.project
        if project is None:
            return None
        folder = project.path.parent if suffix != ".prv" else Path(settings.last_folder())
        suggestion = folder / f"{project.path.stem}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        settings.set_last_folder(path.parent)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
