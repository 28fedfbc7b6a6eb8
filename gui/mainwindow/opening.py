"""From a file to an open project: read, find the project's place, make it, or offer the one that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from core.messages import PolicyReviewError
from core.model import Report
from core.model.particulars import Particulars, Years
from core.project import Project, has_room, roomy_name
from core.values import dataclass
from gui import settings
from gui.jobs import Jobs, Progress
from gui.models.progress import progress as review_progress
from gui.models.received import (
    BEFORE_EACH,
    ENCODING,
    PASSWORD,
    PICTURES,
    Blocked,
    Received,
    Wishes,
    first_page,
    receive,
    settled,
)
from seeds import samples

PROJECT_SUFFIX: Final = ".prv"

#: What a project with a damaged page is refused with; without its first page it does not even look like one.
_PERHAPS_REPAIRED: Final = {"project-damaged", "not-a-project"}


@dataclass(frozen=True, slots=True)
class Made:
    """A new project of a report. `moved` says that the report's own folder could not take it."""

    project: Project
    moved: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The report has a project already, at `path`."""

    report: Path
    path: Path


_Answer = Made | Found | Received | Blocked
_NO_WISHES: Final = Wishes()


class Opener(QObject):
    """Opens reports, projects and samples, off the GUI thread.

    Signals:
        opened(Project): it is open and belongs to whoever listens.
        moved(Path): the new project is here, because the report's folder cannot take it.
        found(Path, Path): the report has a project already: report, project.
        failed(PolicyReviewError): nothing was opened.
        broke(Exception): a fault of the program; nothing was opened.
        damaged(Path, PolicyReviewError): this project was not opened; perhaps it can be repaired.
        received(Received): a report was read; a person says what it is before `make`.
        blocked(Blocked): nothing could be read yet; a password, text recognition or the right encoding would help.
        began(Job, str): the job that opens a file of this name is under way.
        stopped: it was called off and has ended, or a window has the project already.
    """

    opened = Signal(object)
    moved = Signal(object)
    found = Signal(object, object)
    failed = Signal(object)
    broke = Signal(object)
    damaged = Signal(object, object)
    received = Signal(object)
    blocked = Signal(object)
    began = Signal(object, str)
    stopped = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        #: Brings forward the window that has this project open already and says so; True if there is one.
        self.shown_already: Callable[[Path], bool] = lambda _path: False
        #: Called in the job before a report is read: waits for what is being loaded for it.
        self.before_reading: Callable[[Progress], None] = lambda _progress: None

    def open(self, path: Path) -> None:
        """Open a report, a sample or a project, whichever it is."""
        if path.suffix.lower() == PROJECT_SUFFIX:
            self.open_project(path)
        elif path.absolute() in {sample.file for sample in samples()}:
            self.open_sample(path)
        else:
            self.open_report(path)

    def open_project(self, path: Path) -> None:
        """Open a project as it was left."""
        self._start(lambda _progress: Made(loaded(Project.open(path)), moved=False), path.name, path)

    def open_report(self, path: Path, *, fresh: bool = False, wishes: Wishes = _NO_WISHES) -> None:
        """Read a report and make a project of it; if it has one already, `found` says so unless `fresh`.

        Where a person wants to see what was read before, `received` hands it over instead, and `make` goes on.
        """
        ask = settings.flag(BEFORE_EACH, True)
        self._start(lambda progress: self._opened(path, fresh, wishes, ask, progress), path.name)

    def make(self, received: Received, particulars: Particulars | None, years: Years) -> None:
        """Make the project of a file that was read, with what a person said of it."""

        def work(progress: Progress) -> Made:
            report = settled(received, years, lambda share: progress(share * 0.8))
            return _made(received, report, particulars, settings.reviewer(), progress)

        self._start(work, received.path.name)

    def open_sample(self, source: Path) -> None:
        """Open a sample as a copy among the user's own files, so that the sample stays as it is."""

        def work(progress: Progress) -> _Answer:
            copy = settings.data_folder() / "samples" / source.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            if not copy.exists() or copy.read_bytes() != source.read_bytes():
                shutil.copyfile(source, copy)
            answer = self._opened(copy, False, _NO_WISHES, False, progress)
            return Made(loaded(Project.open(answer.path)), moved=False) if isinstance(answer, Found) else answer

        self._start(work, source.name)

    def open_pasted(self, name: str, data: bytes) -> None:
        """Open what the clipboard held as a report; it is kept as a file of this name among the user's own files."""
        ask = settings.flag(BEFORE_EACH, True)

        def work(progress: Progress) -> _Answer:
            folder = settings.data_folder() / "pasted"
            folder.mkdir(parents=True, exist_ok=True)
            path = _free(folder / name, same=data)
            path.write_bytes(data)
            return self._opened(path, False, _NO_WISHES, ask, progress)

        self._start(work, name)

    def _opened(self, path: Path, fresh: bool, wishes: Wishes, ask: bool, progress: Progress) -> _Answer:
        self.before_reading(progress)
        return _opened(path, fresh, wishes, settings.reviewer(), ask, progress)

    def _start(self, work: Callable[[Progress], _Answer], name: str, project: Path | None = None) -> None:
        failed = partial(self._fail, project)
        job = self._jobs.start(work, done=self._answer, failed=failed, unwanted=_close, name="open")
        job.finished.connect(self._ended)
        self.began.emit(job, name)

    def _ended(self, called_off: bool) -> None:
        if called_off:
            self.stopped.emit()

    def _answer(self, answer: _Answer) -> None:
        match answer:
            case Found():
                self.found.emit(answer.report, answer.path)
            case Received():
                self.received.emit(answer)
            case Blocked():
                self.blocked.emit(answer)
            case Made() if self.shown_already(answer.project.path):
                answer.project.close()
                self.stopped.emit()
            case Made():
                self.opened.emit(answer.project)
                if answer.moved:
                    self.moved.emit(answer.project.path)

    def _fail(self, project: Path | None, error: Exception) -> None:
        if project is not None and isinstance(error, PolicyReviewError) and error.key in _PERHAPS_REPAIRED:
            self.damaged.emit(project, error)
            return
        (self.failed if isinstance(error, PolicyReviewError) else self.broke).emit(error)


def remember(project: Project) -> None:
    """Put an open project at the head of the recent ones, as far as it has come; a snapshot is none."""
    if project.read_only_reason is not None and project.read_only_reason.key == "project-snapshot":
        return
    report, said = project.report(), project.particulars()
    come = review_progress(project.claims())
    kind = " · ".join(part for part in (said.place, str(report.year) if report.year else None) if part)
    settings.remember(
        settings.Recent(
            str(project.path), said.title or report.source.name, kind,
            datetime.now().isoformat(timespec="seconds"), len(report.metrics), come.judged, come.total,
        )
    )


def place_for(report: Path) -> tuple[Path, bool]:
    """Where a report's project goes: beside it, or in Documents when its folder cannot take it (True then).

    It bears the report's name, or the beginning of a long one: what is made of a project has longer names.
    """
    beside = report.resolve().with_name(roomy_name(report.stem, PROJECT_SUFFIX))
    if has_room(beside) and os.access(beside.parent, os.W_OK):
        return beside, False
    folder = settings.documents_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / beside.name, True


def _opened(
    path: Path, fresh: bool, wishes: Wishes, reviewer: str, ask: bool, progress: Progress
) -> _Answer:
    try:
        received = receive(path, wishes, lambda share: progress(share * 0.8), at=progress.at)
    except PolicyReviewError as error:
        if error.key in PASSWORD | PICTURES | ENCODING:
            return Blocked(path, error, wishes, first_page(path.read_bytes(), path.name, wishes.password))
        raise
    place, _ = place_for(path)
    if not fresh and (there := _project_of(received.report.source.sha256, place)) is not None:
        return Found(path, there)
    return received if ask else _made(received, received.report, None, reviewer, progress)


def _made(
    received: Received, report: Report, particulars: Particulars | None, reviewer: str, progress: Progress
) -> Made:
    progress.at("project")
    place, moved = place_for(received.path)
    project = Project.create(
        _free(place), report, received.reading.data, created_by=reviewer, particulars=particulars
    )
    try:
        progress(0.9)
        return Made(loaded(project), moved)
    except BaseException:
        project.close()
        raise


def _close(answer: _Answer) -> None:
    """Close the project of an opening that was called off too late: nobody else could write to it any more."""
    if isinstance(answer, Made):
        from gui.views.text.ahead import forget

        answer.project.close()
        forget()


def loaded(project: Project) -> Project:
    """Ask once for what the panes will ask for, so that the GUI thread finds it ready."""
    from gui.views.text.ahead import prepare  # not before the first picture stands

    prepare(project.report(), project.claims(), project.hits())
    project.pairs()
    project.tags()
    project.evidence()
    project.ledger_entries()
    project.take_drafts()
    return project


def _project_of(sha256: str, place: Path) -> Path | None:
    """The newest project beside `place` that holds this very report, None if there is none."""
    candidates = [path for path in place.parent.glob(f"{_escaped(place.stem)}*{PROJECT_SUFFIX}") if path.is_file()]
    for path in sorted(candidates, key=lambda path: path.stat().st_mtime, reverse=True):
        try:
            with Project.open(path, read_only=True) as project:
                if project.report().source.sha256 == sha256:
                    return path
        except PolicyReviewError:
            continue  # not a project, or of a newer version: no reason not to make one of our own
    return None


def _escaped(stem: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in stem)


def _free(place: Path, same: bytes | None = None) -> Path:
    """`place`, or the first name of the kind NAME-2 that is free; or whose file holds the `same` bytes."""
    number = 1
    free = place
    while free.exists() and (same is None or free.read_bytes() != same):
        number += 1
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return free
