"""Work that takes its time says in a band of its own what it is and how far it has come, and can be stopped there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from gui.jobs import Job
from gui.views.banner import Band, BandAction

#: What is done sooner, in milliseconds, needs no words.
_AFTER: Final = 800
#: A longer name of a file is shown without its middle.
_LONGEST: Final = 48


class UnderWay(QObject):
    """Tells of the file that is being opened; of several, of the one begun last."""

    def __init__(self, band: Band, parent: QObject) -> None:
        super().__init__(parent)
        self._band = band
        self._job: Job | None = None
        self._name = ""
        self.delay = QTimer(self)
        self.delay.setSingleShot(True)
        self.delay.setInterval(_AFTER)
        self.delay.timeout.connect(self._tell)

    def follow(self, job: Job, name: str) -> None:
        """Tell of this job, which opens the file of this name, once it has taken a while."""
        self._let_go()
        self._job, self._name = job, shortened(name)
        job.staged.connect(self._refresh)  # what held the job itself here would keep it for ever
        job.cancelled.connect(self._leave)
        job.finished.connect(self._leave)
        self._band.dismiss()
        self.delay.start()

    def _tell(self) -> None:
        if self._job is not None:
            self._band.tell("work", self._sentence, BandAction(lambda: self.tr("Stop"), self._job.cancel))

    def _refresh(self) -> None:
        if not self.delay.isActive():
            self._band.retranslate()

    def _leave(self) -> None:
        self._let_go()
        self.delay.stop()
        self._band.dismiss()

    def _let_go(self) -> None:
        """Hear nothing more of the job that was told of."""
        if self._job is not None:
            self._job.staged.disconnect(self._refresh)
            self._job.cancelled.disconnect(self._leave)
            self._job.finished.disconnect(self._leave)
            self._job = None

    def _sentence(self) -> str:
        stage, number, count = self._job.stage if self._job is not None else ("", 0, 0)
        if stage == "pages" and count:
            words = self.tr("Opening “{name}”: page {number} of {count}")
        elif stage == "figures":
            words = self.tr("Opening “{name}”: looking for sections, figures and claims")
        elif stage == "project":
            words = self.tr("Opening “{name}”: making the project")
        else:
            words = self.tr("Opening “{name}”")
        return words.format(name=self._name, number=number, count=count)


def shortened(name: str) -> str:
    """A name for a sentence on one line; its beginning and its ending stay."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 13]}…{name[-12:]}"
