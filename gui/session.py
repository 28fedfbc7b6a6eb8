"""The open review: one project, one selection, one way to change anything.

Every pane reads from here and listens to `changed`; whoever changes something calls `do` with an edit.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import PolicyReviewError
from core.model import Metric, Report, ReviewClaim, Section, Span
from core.model.pair import Pair
from core.project import Changes, Edit, Identity, LogEntry, Project, ProjectError, Written
from core.values import dataclass
from gui.jobs import Jobs, Progress

Subject = Literal["none", "section", "metric", "claim", "hit", "evidence"]
_Lost = Callable[[PolicyReviewError], object]
_BUSY: Final = "project-busy"
#: Another program that reads or copies the file lets go of it within moments. After so many milliseconds the window
#: says what it waits for.
PATIENCE: Final = 3000
#: Seconds between two attempts.
_PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Selection:
    """The one thing that is selected in every pane."""

    subject: Subject = "none"
    id: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step on its way into the file.

    `kept` says that its words stay in their field until they are written, and are handed in again; `aside` writes one
    that takes long.
    """

    write: Callable[[Project], Written | None]
    kept: bool = False
    aside: Callable[[], None] | None = None


class Session(QObject):
    """What is open, what is selected, and the only road of change.

    Signals:
        opened: another project is open, or none (`project` is None).
        report_replaced: a corrected version or another reading of the report is under review, or the old one again;
            `changed` follows.
        changed(Changes): an edit, undo or redo is in the file; the subjects that it touched.
        selected(Selection): the selection is another.
        gathered(tuple[str, ...]): these claims are selected at once now, or no longer several (empty).
        hovered(Selection): the pointer rests on this in one pane, or on nothing; the others light it up.
        reveal(Span): the text pane should show this place.
        section_entered(str): the scroll reached this section (id, or "").
        failed(PolicyReviewError): an edit could not be written; nothing was changed.
        held(PolicyReviewError): another program has held the file for some time; the edit still waits for it.
        saving(bool): an edit is being written off the GUI thread, or no more.
    """

    opened = Signal()
    report_replaced = Signal()
    changed = Signal(object)
    selected = Signal(object)
    gathered = Signal(object)
    hovered = Signal(object)
    reveal = Signal(object)
    section_entered = Signal(str)
    failed = Signal(object)
    held = Signal(object)
    saving = Signal(bool)

    def __init__(self, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs or Jobs(self)
        self._project: Project | None = None
        self._identity: Identity | None = None
        self._report: Report | None = None
        self._metrics: dict[str, Metric] = {}
        self._sections: dict[str, Section] = {}
        self._characters: int | None = None
        self._selection = Selection()
        self._together: tuple[str, ...] = ()
        self._hovering = Selection()
        self._aside: threading.Event | None = None  # set when the edit under way off this thread has ended
        self._waiting: list[_Step] = []
        self._giving_up = threading.Event()  # the project is being closed, and nothing waits any longer
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._tell_held)

    @property
    def is_saving(self) -> bool:
        """Whether an edit is being written off the GUI thread."""
        return self._aside is not None

    @property
    def project(self) -> Project | None:
        """The open project, or None."""
        return self._project

    @property
    def report(self) -> Report | None:
        """The report under review, or None."""
        return self._report

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return self._selection

    @property
    def together(self) -> tuple[str, ...]:
        """The claims that are selected at once, in reading order; empty unless there are two or more."""
        return self._together

    def open(self, project: Project) -> None:
        """Take over an open project; the one before is closed."""
        self.close()
        project.wait_briefly()
        self._project = project
        self._identity = project.identity()
        self._take_report(project.report())
        self.opened.emit()

    @property
    def characters(self) -> int:
        """How many characters the report has, white space left out; counted once."""
        if self._characters is None:
            self._characters = len("".join(self._report.text.split())) if self._report else 0
        return self._characters

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The report's targets beside what came of them."""
        return self._project.pairs() if self._project is not None else ()

    def pairs_of(self, claim: ReviewClaim) -> list[Pair]:
        """The pairs of which one side stands in the claim and the other side elsewhere."""
        found = []
        for pair in self.pairs:
            target = pair.target_span is not None and claim.touches(pair.target_span)
            actual = pair.actual_span is not None and claim.touches(pair.actual_span)
            if target != actual and pair.target_span is not None and pair.actual_span is not None:
                found.append(pair)
        return found

    def path_to(self, key: str) -> tuple[Section, ...]:
        """The sections that lead down to the one with this id, itself the last; empty if there is none."""
        path: list[Section] = []
        while (section := self._sections.get(key)) is not None:
            path.insert(0, section)
            key = section.parent or ""
        return tuple(path)

    def _take_report(self, report: Report) -> None:
        self._report = report
        self._characters = None
        self._metrics = {metric.id: metric for metric in report.metrics}
        self._sections = {section.id: section for section in report.sections}

    def reconnect(self) -> bool:
        """Open the project's file again, as when its disk is back; what is shown and selected stays.

        False if it is not there, or is not the same project any more; `failed` has said why.
        """
        before = self._project
        if before is None or self._aside is not None:
            return False
        try:
            if not before.path.is_file():
                raise ProjectError("project-gone", name=before.path.name)
            with Project.open(before.path, read_only=True) as there:
                if there.identity() != self._identity:
                    raise ProjectError("project-another", name=before.path.name)
            before.close()
            self._project = Project.open(before.path)
            self._project.wait_briefly()
        except PolicyReviewError as error:
            self.failed.emit(error)
            return False
        if self._project.head == before.head:
            self.changed.emit(Changes())
        else:  # another state of it was put there
            self._replace_report()
            self.changed.emit(Changes(tags=True, reports=True, signed=True))
        return True

    def close(self) -> None:
        """Close the project, if one is open."""
        if self._project is None:
            return
        self._giving_up.set()
        while self._aside is not None:
            self._aside.wait()
            self._finish_aside()
        self._giving_up.clear()
        self._project.close()
        self._project = None
        self._report = None
        self._metrics = {}
        self._sections = {}
        self._selection = Selection()
        self._together = ()
        self.opened.emit()

    def claims(self) -> Sequence[ReviewClaim]:
        """All claims in reading order, as the reviewer sees them."""
        return () if self._project is None else self._project.claims()

    def claim(self, key: str) -> ReviewClaim | None:
        """One claim by id."""
        return None if self._project is None else self._project.claims().by_id(key)

    def metric(self, key: str) -> Metric | None:
        """One metric of the report by id."""
        return self._metrics.get(key)

    def section(self, key: str) -> Section | None:
        """One section of the report by id."""
        return self._sections.get(key)

    def claim_of_metric(self, key: str) -> ReviewClaim | None:
        """The first claim that holds the metric."""
        return next((claim for claim in self.claims() if key in claim.metrics), None)

    @property
    def locked(self) -> PolicyReviewError | None:
        """Why nothing can be changed: the file is read-only, or the review is signed; None when it can."""
        project = self._project
        if project is None or project.editable:
            return None
        if project.read_only:
            return project.read_only_reason or ProjectError("project-read-only", name=project.path.name)
        return ProjectError("review-locked")

    def history(self, key: str) -> tuple[LogEntry, ...]:
        """What happened to a subject, the oldest first. Nothing while a large file is being written, or another program
        writes: whoever asks for it would wait for that."""
        if self._project is None or self._aside is not None:
            return ()
        try:
            return self._project.history(key)
        except PolicyReviewError as error:
            if error.key != _BUSY:
                raise
            return ()

    def put_draft(self, key: str, words: str) -> None:
        """Keep what is half typed in the field `key`; "" drops it."""
        self._run(_Step(lambda project: project.put_draft(key, words)))

    def do(self, edit: Edit) -> bool:
        """Make one edit. False if it could not be written; `failed` has said why.

        While another program holds the file, the edit waits off the GUI thread and counts as made. Typed words do not:
        they stay in their field, and `saving` tells when they are to be handed in again.
        """
        return self._run(_Step(lambda project: project.write(edit), kept=edit.typing))

    def undo(self) -> bool:
        """Take the last edit back."""
        return self._run(_Step(Project.write_undo))

    def redo(self) -> bool:
        """Make the edit again that was taken back last."""
        return self._run(_Step(Project.write_redo))

    def do_aside(self, edit: Edit, lost: _Lost = lambda _error: None) -> None:
        """Make an edit that takes long, such as a large file's, off the GUI thread; `lost` is told if it fails.

        Edits, undo and redo that are asked for meanwhile are made after it, in their order.
        """

        def write(project: Project, progress: Progress) -> Written:
            with project.waiting():
                return project.write(edit, progress)

        self._run(_Step(lambda project: project.write(edit), aside=lambda: self._write_aside(write, lost)))

    def _run(self, step: _Step) -> bool:
        """Take a step now, or behind the one that is being written. False if it could not be taken."""
        project = self._project
        if project is None:
            return False
        if self._aside is not None:
            if not step.kept:
                self._waiting.append(step)
            return not step.kept
        if step.aside is not None:
            step.aside()
            return True
        try:
            written = step.write(project)
        except PolicyReviewError as error:
            if error.key != _BUSY or self._giving_up.is_set():
                self.failed.emit(error)
                return False
            self._wait_for(step)
            return not step.kept
        return written is not None and self._settle(written)

    def _wait_for(self, step: _Step) -> None:
        """Write a step as soon as the program that holds the file has let go of it."""

        def write(project: Project, progress: Progress) -> Written | None:
            while True:
                try:
                    return step.write(project)
                except PolicyReviewError as error:
                    if error.key != _BUSY or self._giving_up.is_set():
                        raise
                progress(0)  # or it was called off
                time.sleep(_PAUSE)

        self._write_aside(write, lambda _error: None)
        self._patience.start(PATIENCE)

    def _write_aside(self, write: Callable[[Project, Progress], Written | None], lost: _Lost) -> None:
        """Write off this thread; what comes meanwhile waits."""
        project = self._project
        assert project is not None
        ended = threading.Event()
        written: list[Written | None] = []

        def work(progress: Progress) -> None:
            try:
                written.append(write(project, progress))
            finally:
                ended.set()

        def failed(error: Exception) -> None:
            if not isinstance(error, PolicyReviewError):
                raise error
            if self._aside is ended:
                self.failed.emit(error)
                lost(error)

        def finished() -> None:  # done, failed or called off; in the last case it may be in the file all the same
            if self._aside is ended:
                self._finish_aside(written[0] if written else None)

        self._aside = ended
        self._jobs.start(work, done=lambda _none: None, failed=failed, name="edit").finished.connect(finished)
        self.saving.emit(True)

    def _finish_aside(self, written: Written | None = None) -> None:
        self._aside = None
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        if written is not None:
            self._settle(written)
        self.saving.emit(False)
        for step in waiting:
            self._run(step)

    def _tell_held(self) -> None:
        if self._project is not None:
            self.held.emit(ProjectError("project-held", name=self._project.path.name))

    def _settle(self, written: Written) -> bool:
        """Let everybody see what was written."""
        if self._project is None:
            return False
        try:
            changes = self._project.settle(written)
        except PolicyReviewError as error:
            self.failed.emit(error)
            return False
        if changes.reports:
            self._replace_report()
        elif changes.figures:
            self._take_figures()
        if self._together:  # one of them may be gone
            self.gather(self._together)
        self.changed.emit(changes)
        return True

    def _replace_report(self) -> None:
        """Another report is under review, or another reading of it: what is selected stays if it is still there."""
        if self._project is None:
            return
        self._take_report(self._project.report())
        self.report_replaced.emit()
        subject, key = self._selection.subject, self._selection.id
        kept = subject == "evidence" or (subject == "claim" and self.claim(key) is not None)
        if not kept:
            self.select("none")

    def _take_figures(self) -> None:
        """Figures are read otherwise, and checks with them: what is selected stays if it is still there."""
        if self._project is None:
            return
        self._take_report(self._project.report())
        if self._selection.subject in ("metric", "hit") and self.span_of(self._selection) is None:
            self.select("none")

    def select(self, subject: Subject, key: str = "", *, reveal: bool = True) -> None:
        """Select one thing everywhere and, unless told otherwise, bring its words into sight."""
        self.gather(())
        selection = Selection(subject, key)
        if selection != self._selection:
            self._selection = selection
            self.selected.emit(selection)
        span = self.span_of(selection)
        if reveal and span is not None:
            self.reveal.emit(span)

    def gather(self, claims: Collection[str]) -> None:
        """Select several claims at once. One of them stays the selected thing of the other panes: the one that was,
        or the first. Fewer than two end it, and what is selected stays."""
        wanted = set(claims)
        together = tuple(claim.id for claim in self.claims() if claim.id in wanted) if len(wanted) > 1 else ()
        if len(together) < 2:
            together = ()
        if together == self._together:
            return
        self._together = together
        if together and not (self._selection.subject == "claim" and self._selection.id in together):
            self._selection = Selection("claim", together[0])
            self.selected.emit(self._selection)
        self.gathered.emit(together)

    def hover(self, subject: Subject = "none", key: str = "") -> None:
        """Say what the pointer rests on in one pane. It is no selection: it goes when the pointer goes."""
        hovering = Selection(subject, key)
        if hovering != self._hovering:
            self._hovering = hovering
            self.hovered.emit(hovering)

    def span_of(self, selection: Selection) -> Span | None:
        """Where the selected thing stands in the text, if it stands there."""
        match selection.subject:
            case "section":
                section = self.section(selection.id)
                return section.heading if section else None
            case "metric":
                metric = self.metric(selection.id)
                return metric.value_span if metric else None
            case "claim":
                claim = self.claim(selection.id)
                return claim.span if claim else None
            case "hit":
                hits = self._project.hits() if self._project else ()
                return next((hit.finding.spans[0] for hit in hits if hit.id == selection.id), None)
            case _:
                return None
