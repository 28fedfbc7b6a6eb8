"""Getting things out: the PDF, tables, data, a copy of the project. Files are chosen here, work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.export.writing import Cell
from core.messages import PolicyReviewError
from core.project import Edit, Project
from gui import settings
from gui.jobs import Job, Jobs, Progress
from gui.session import Session


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise PolicyReviewError("cannot-write", name=folder.name, reason=error.strerror or "") from error


def _copy(project: Project, target: Path, edits: Sequence[Edit]) -> None:
    project.save_copy(target)
    if edits:
        with Project.open(target) as copy:
            for edit in edits:
                copy.do(edit)


class Exporting(QObject):
    """Asks for a place and writes there.

    Signals:
        written(Path): the file or folder is there.
        copied(Path): a copy of the project is there.
        kept(tuple[Edit, ...]): a copy has what was typed and the project could not take.
        failed(PolicyReviewError): nothing was written.
        broke(Exception): a fault of the program.
        about_to_read: the project file will be read; what is not in it yet should be written now.
    """

    written = Signal(object)
    copied = Signal(object)
    kept = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    about_to_read = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, window: QWidget, pending: Callable[[], tuple[Edit, ...]]
    ) -> None:
        super().__init__(window)
        self._pending = pending
        self._session = session
        self._jobs = jobs
        self._window = window

    def ask_pdf(self) -> Job | None:
        """Ask where the PDF goes, and make it."""
        path = self._ask(self.tr("Export PDF"), ".pdf", self.tr("PDF files (*.pdf)"))
        return self.pdf(path) if path else None

    def ask_csv(self) -> Job | None:
        """Ask for a folder, and write the tables into a new folder there."""
        return self._into_folder("csv")

    def _into_folder(self, name: str) -> Job | None:
        project = self._session.project
        if project is None:
            return None
        language = settings.language()
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Export tables"), str(project.path.parent))

        def work(copy: Project, place: Path, _progress: Progress) -> object:
            from core.export.csv import export_csv

            _make(place)
            return export_csv(copy, place, language=language, only_ledgers=name == "ledgers")

        return self._start(Path(chosen) / f"{project.path.stem}-{name}", work) if chosen else None

    def ask_ledgers(self, form: str = "xlsx") -> Job | None:
        """Write the ledgers: with all other tables as one workbook (`xlsx`), or alone in a new folder (`csv`)."""
        if form == "csv":
            return self._into_folder("ledgers")
        return self.ask_workbook()

    def ask_workbook(self) -> Job | None:
        """Ask where the workbook goes, and write it."""
        language = settings.language()

        def work(copy: Project, place: Path, _progress: Progress) -> object:
            from core.export.xlsx import export_xlsx

            export_xlsx(copy, place, language)
            return place

        path = self._ask(self.tr("Export a workbook"), ".xlsx", self.tr("Workbooks (*.xlsx)"))
        return self._start(path, work) if path else None

    def table(self, path: Path, heads: list[str], rows: list[list[Cell]]) -> Job:
        """Write one table that is shown, as CSV or as a workbook by the name's ending."""
        title = path.stem

        def work(_progress: Progress) -> Path:
            from core.export.sheets import write_rows

            write_rows(path, title, heads, rows)
            return path

        return self._jobs.start(work, done=self.written.emit, failed=self._fail, name="export")

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
        """Write a copy of the project to `target`, with what was typed and could not be saved in the project.

        If the project's file is gone or was replaced, the copy is of what this window still has open of it.
        """
        project = self._session.project
        if project is None:
            return None
        self.about_to_read.emit()
        edits = self._pending()

        def done(place: Path) -> None:
            self.kept.emit(edits)
            self.copied.emit(place)

        if not project.in_place:
            try:
                _copy(project, target, edits)
            except PolicyReviewError as error:
                self.failed.emit(error)
            else:
                done(target)
            return None
        return self._run(target, lambda copy, place, _progress: _copy(copy, place, edits), done)

    def pdf(self, target: Path) -> Job | None:
        """Make the PDF of the open project at `target`."""
        language = settings.language()

        def work(project: Project, place: Path, progress: Progress) -> object:
            from core.export.pdf import export_pdf

            return export_pdf(project, place, language=language, progress=progress)

        return self._start(target, work)

    def _start(self, target: Path, work: Callable[[Project, Path, Progress], object]) -> Job | None:
        if self._session.project is None:
            return None
        self.about_to_read.emit()
        return self._run(target, work, self.written.emit)

    def _run(
        self, target: Path, work: Callable[[Project, Path, Progress], object], done: Callable[[Path], None]
    ) -> Job | None:
        project = self._session.project
        if project is None:
            return None
        source = project.path

        def run(progress: Progress) -> Path:
            # a connection of its own: the window's belongs to the GUI thread
            with Project.open(source, read_only=True) as copy:
                work(copy, target, progress)
            return target

        return self._jobs.start(run, done=done, failed=self._fail, name="export")

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
