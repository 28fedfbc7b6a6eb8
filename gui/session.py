"""The open review: one project, one selection, one way to change anything.

Every pane reads from here and listens to `changed`; whoever changes something calls `do` with an edit.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.messages import PolicyReviewError
from core.model import Metric, Report, ReviewClaim, Section, Span
from core.model.pair import Pair
from core.project import Changes, Edit, Identity, LogEntry, Project, ProjectError, Written
from core.values import dataclass
from gui.jobs import Jobs, Progress

Subject = Literal["none", "section", "metric", "claim", "hit", "evidence"]
_Step = Callable[[Project], Changes | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """The one thing that is selected in every pane."""

    subject: Subject = "none"
    id: str = ""


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
    saving = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        if self._aside is not None:
            self._aside.wait()
            self._finish_aside()
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
        """What happened to a subject, the oldest first. Nothing while a large file is being written: whoever asks for
        it would wait for that."""
        return () if self._project is None or self._aside is not None else self._project.history(key)

    def put_draft(self, key: str, words: str) -> None:
        """Keep what is half typed in the field `key`; "" drops it."""
        self._run(lambda project: project.put_draft(key, words))

    def do(self, edit: Edit) -> bool:
        """Make one edit. False if it could not be written; `failed` has said why."""
        return self._run(lambda project: project.do(edit))

    def undo(self) -> bool:
        """Take the last edit back."""
        return self._run(lambda project: project.undo())

    def redo(self) -> bool:
        """Make the edit again that was taken back last."""
        return self._run(lambda project: project.redo())

    def do_aside(
        self, edit: Edit, jobs: Jobs, lost: Callable[[PolicyReviewError], object] = lambda _error: None
    ) -> None:
        """Make an edit that takes long, such as a large file's, off the GUI thread; `lost` is told if it fails.

        Edits, undo and redo that are asked for meanwhile are made after it, in their order.
        """
        project = self._project
        if project is None:
            return
        if self._aside is not None:
            self._waiting.append(lambda _project: self.do_aside(edit, jobs, lost))
            return
        ended = threading.Event()
        written: list[Written] = []

        def work(progress: Progress) -> None:
            try:
                written.append(project.write(edit, progress))
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
                self._finish_aside((lambda: project.settle(written[0])) if written else None)

        self._aside = ended
        jobs.start(work, done=lambda _none: None, failed=failed, name="edit").finished.connect(finished)
        self.saving.emit(True)

    def _finish_aside(self, settle: Callable[[], Changes] | None = None) -> None:
        self._aside = None
        waiting, self._waiting = self._waiting, []
        if settle is not None:
            self._run(lambda _project: settle())
        self.saving.emit(False)
        for step in waiting:
            self._run(step)

    def _run(self, step: _Step) -> bool:
        if self._project is None:
            return False
        if self._aside is not None:
            self._waiting.append(step)
            return True
        try:
            changes = step(self._project)
        except PolicyReviewError as error:
            self.failed.emit(error)
            return False
        if changes is None:
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
