"""Work that takes its time says in a band what it is and how far it has come, and can be stopped there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer

from gui.jobs import Job
from gui.views.banner import Band, BandAction

#: Makes the sentence from a job's stage, the piece it is at and how many there are.
Sentence: TypeAlias = Callable[[str, int, int], str]

#: What is done sooner, in milliseconds, needs no words.
_AFTER: Final = 800


class UnderWay(QObject):
    """Tells of one job; of several, of the one begun last."""

    def __init__(self, band: Band, parent: QObject) -> None:
        super().__init__(parent)
        self._band = band
        self._job: Job | None = None
        self._words: Sentence = _silent
        self._stop: Callable[[], object] = bool
        self._told = False
        self.delay = QTimer(self)
        self.delay.setSingleShot(True)
        self.delay.setInterval(_AFTER)
        self.delay.timeout.connect(self._tell)

    def follow(
        self, job: Job, words: Sentence, stop: Callable[[], object] | None = None, *, at_once: bool = False
    ) -> None:
        """Tell of this job once it has taken a while, or at once; `stop` calls it off, if cancelling is not enough."""
        self.end()
        self._job, self._words, self._stop = job, words, stop or job.cancel
        job.staged.connect(self.refresh)
        job.cancelled.connect(self.end)
        job.finished.connect(self._finish)
        if at_once:
            self._tell()
        else:
            self.delay.start()

    def refresh(self) -> None:
        """The job has come further."""
        if self._told:
            self._band.retranslate()

    def end(self) -> None:
        """Tell of nothing any more, and hold nothing of the job."""
        job, self._job, self._words, self._stop = self._job, None, _silent, bool
        if job is not None:  # it may say more while the next one is told of
            job.staged.disconnect(self.refresh)
            job.cancelled.disconnect(self.end)
            job.finished.disconnect(self._finish)
        self.delay.stop()
        if self._told:
            self._told = False
            self._band.dismiss()

    def _tell(self) -> None:
        if self._job is not None:
            self._told = True
            self._band.tell("work", self._sentence, BandAction(lambda: self.tr("Stop"), self._stop))

    def _finish(self, _cancelled: bool) -> None:
        self.end()

    def _sentence(self) -> str:
        return self._words(*self._job.stage) if self._job is not None else ""


def _silent(_stage: str, _number: int, _count: int) -> str:
    return ""
