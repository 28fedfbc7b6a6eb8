"""The words for a file that is being opened."""

from __future__ import annotations

from functools import partial
from typing import Final

from gui.jobs import Job
from gui.views.underway import UnderWay

#: A longer name of a file is shown without its middle.
_LONGEST: Final = 48


class OpeningTold(UnderWay):
    """Tells of the file that is being opened."""

    def follow_file(self, job: Job, name: str) -> None:
        """Tell of this job, which opens the file of this name, once it has taken a while."""
        self.follow(job, partial(self._opening, shortened(name)))

    def _opening(self, name: str, stage: str, number: int, count: int) -> str:
        if stage == "pages" and count:
            words = self.tr("Opening “{name}”: page {number} of {count}")
        elif stage == "figures":
            words = self.tr("Opening “{name}”: looking for sections, figures and claims")
        elif stage == "project":
            words = self.tr("Opening “{name}”: making the project")
        else:
            words = self.tr("Opening “{name}”")
        return words.format(name=name, number=number, count=count)


def shortened(name: str) -> str:
    """A name for a sentence on one line; its beginning and its ending stay."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 13]}…{name[-12:]}"
