"""A damaged project: what repairing does, the repair, and the report on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.messages import PolicyReviewError
from core.project.repair import Repaired, repair
from gui import settings
from gui.dialogs.sheet import Sheet
from gui.dialogs.snapshots import time_words
from gui.jobs import Job, Jobs
from gui.theme import Theme


class RepairDialog(Sheet):
    """Asks, repairs off the GUI thread, tells what was found and what is lost, and opens what came out.

    Signals:
        open_wanted(Path): open the repaired project.
        original_wanted(Path): show where the damaged file is.
    """

    open_wanted = Signal(object)
    original_wanted = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, jobs: Jobs, path: Path, problem: PolicyReviewError,
        snapshots: Sequence[datetime],
    ) -> None:
        super().__init__(theme, parent, width=560)
        self._jobs = jobs
        self._path = path
        self._job: Job | None = None
        self.repaired: Repaired | None = None
        title = self.tr("“{name}” cannot be opened").format(name=path.name)
        self.describe(title, problem.sentence(settings.language()), self.tr("Repair"))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        newest = (
            self.tr("Newest snapshot: {time}").format(time=time_words(snapshots[0])) if snapshots
            else self.tr("There is no snapshot beside it.")
        )
        self.words.setText("\n\n".join((
            self.tr("The file was left exactly as it is. What can be read of it is put into a new file of the same "
                    "name; the damaged one is kept beside it."),
            newest,
        )))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setRange(0, 1000)
        self.bar.hide()
        self.report = QWidget(self)
        self._lines = QVBoxLayout(self.report)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumHeight(170)
        self.area.setWidget(self.report)
        self.area.hide()
        self.original_button = QPushButton(self.tr("Show the original"), self)
        self.original_button.setProperty("quiet", True)
        self.original_button.setAutoDefault(False)
        self.original_button.hide()
        self.original_button.clicked.connect(self._show_original)
        self.foot.insertWidget(self.foot.indexOf(self.done_button), self.original_button)
        for part in (self.words, self.bar):
            self.content.addWidget(part)
        self.content.addWidget(self.area, 1)

    def finish(self) -> None:
        """Repair; after it, open the result."""
        if self.repaired is not None:
            self.open_wanted.emit(self.repaired.path)
            self.accept()
        elif self._job is None:
            self.done_button.setEnabled(False)
            self.lead.setText(self.tr("Working…"))
            self.tell_problem("")
            self.bar.show()
            path = self._path
            self._job = self._jobs.start(
                lambda progress: repair(path, progress), done=self._tell, failed=self._fail, name="repair"
            )
            self._job.progressed.connect(self._show_share)

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def _show_share(self, share: float) -> None:
        self.bar.setValue(round(share * 1000))

    def _tell(self, repaired: Repaired) -> None:
        self._job = None
        self.repaired = repaired
        self.describe(self.tr("The project is repaired"), "", self.tr("Open it"))
        self.cancel_button.setText(self.tr("Close"))
        self.words.hide()
        self.bar.hide()
        for line in repaired.lines:
            label = QLabel(f"{'!' if line.lost else '✓'}  {line.sentence(settings.language())}", self.report)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if line.lost:
                label.setStyleSheet(f"color: {self._theme.hex('refuted')};")
            self._lines.addWidget(label)
        self.area.show()
        self.original_button.show()
        self.done_button.setEnabled(True)
        self.done_button.setFocus()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.bar.hide()
        if not isinstance(error, PolicyReviewError):
            self.reject()
            raise error
        self.words.hide()  # what repairing would do
        self.describe(self.tr("The project could not be repaired"), error.sentence(settings.language()),
                      self.tr("Try again"))
        self.cancel_button.setText(self.tr("Close"))
        self.done_button.setEnabled(True)

    def _show_original(self) -> None:
        if self.repaired is not None:
            self.original_wanted.emit(self.repaired.original)
