"""What the window says in its band: what went wrong, what was done, what has to be decided."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from core.messages import PolicyReviewError
from core.model.review import SignOff
from core.vocabulary import label
from gui import settings
from gui.views.banner import Band, BandAction

#: Errors after which the file does not hold what was just done.
NOT_SAVED: Final = {
    "disk-full", "project-not-writable", "project-busy", "project-damaged", "project-gone", "project-replaced",
    "too-much-text",
}  # fmt: skip

_log = logging.getLogger(__name__)


class Telling(QObject):
    """Puts sentences into the band. They follow the window's language while they stand there."""

    def __init__(self, band: Band, parent: QObject) -> None:
        super().__init__(parent)
        self._band = band

    def error(self, error: PolicyReviewError, *actions: BandAction) -> None:
        """Tell what a person can be told."""
        _log.warning("%s", error)
        self._band.tell("problem", lambda: error.sentence(settings.language()), *actions)

    def fault(self, error: BaseException) -> None:
        """Tell of a fault of the program; the log has the details."""
        _log.error("a fault", exc_info=error)
        self._band.tell(
            "problem",
            lambda: self.tr("Something went wrong in the program ({fault}). Your work so far is in the file.").format(
                fault=type(error).__name__
            ),
            BandAction(lambda: self.tr("Open the log folder"), lambda: show_in_folder(settings.data_folder())),
        )

    def not_saved(self, error: PolicyReviewError, save_copy: Callable[[], object]) -> None:
        """Tell that an edit is not in the file, and offer a copy."""
        self.error(error, BandAction(lambda: self.tr("Save a copy…"), save_copy))

    def gone(
        self, error: PolicyReviewError, try_again: Callable[[], object], save_copy: Callable[[], object]
    ) -> None:
        """Tell that the project's file is no longer there, and offer to look again or to save a copy elsewhere."""
        self.error(
            error, BandAction(lambda: self.tr("Try again"), try_again),
            BandAction(lambda: self.tr("Save a copy elsewhere…"), save_copy),
        )

    def damaged(self, error: PolicyReviewError, repair: Callable[[], object]) -> None:
        """Tell that a project is damaged, and offer to repair it."""
        self.error(error, BandAction(lambda: self.tr("Repair…"), repair))

    def moved(self, project: Path) -> None:
        """Tell that the project is not beside its report."""
        self._band.tell(
            "question",
            lambda: self.tr("The report's folder cannot take the project. It is in Documents: {name}").format(
                name=project.name
            ),
            BandAction(lambda: self.tr("Show it"), lambda: show_in_folder(project.parent)),
        )

    def found(self, project: Path, go_on: Callable[[], object], start_anew: Callable[[], object]) -> None:
        """Tell that the report has a project already, and ask which it shall be."""
        self._band.tell(
            "question",
            lambda: self.tr("This report has a review already: {name}").format(name=project.name),
            BandAction(lambda: self.tr("Go on with it"), go_on),
            BandAction(lambda: self.tr("Start another"), start_anew),
        )

    def several(self, count: int, in_turn: Callable[[], object], apart: Callable[[], object]) -> None:
        """Ask how several files shall be opened."""
        self._band.tell(
            "question",
            lambda: self.tr("{count} files. How shall they be opened?").format(count=count),
            BandAction(lambda: self.tr("One after the other"), in_turn),
            BandAction(lambda: self.tr("Each in its own window"), apart),
        )

    def dropped(self, name: str, as_report: Callable[[], object], as_evidence: Callable[[], object]) -> None:
        """Ask what a dropped file shall be."""
        self._band.tell(
            "question",
            lambda: self.tr("'{name}' was dropped beside every claim.").format(name=name),
            BandAction(lambda: self.tr("Open as report"), as_report),
            BandAction(lambda: self.tr("Keep as evidence"), as_evidence),
        )

    def written(self, path: Path) -> None:
        """Tell that a file is there."""
        self._band.tell(
            "done",
            lambda: self.tr("Written: {name}").format(name=path.name),
            BandAction(lambda: self.tr("Open"), lambda: open_file(path)),
            BandAction(lambda: self.tr("Show in folder"), lambda: show_in_folder(path.parent)),
        )

    def copied(self, path: Path, open_here: Callable[[], object]) -> None:
        """Tell that a copy of the project is there, and offer to go on in it."""
        self._band.tell(
            "done",
            lambda: self.tr("A copy is saved: {name}").format(name=path.name),
            BandAction(lambda: self.tr("Go on in the copy"), open_here),
            BandAction(lambda: self.tr("Show in folder"), lambda: show_in_folder(path.parent)),
        )

    def still_writing(self, stop: Callable[[], object], stay: Callable[[], object], *, closing: bool) -> None:
        """Tell that something is under way that would be lost, and that leaving waits for it."""

        def words() -> str:
            if closing:
                return self.tr("A file is still being written. The window closes as soon as it is done.")
            return self.tr("A file is still being written. The project closes as soon as it is done.")

        self._band.tell(
            "question", words,
            BandAction(lambda: self.tr("Stop it and close"), stop), BandAction(lambda: self.tr("Stay"), stay),
        )

    def unsaved(
        self, error: PolicyReviewError | None, save_copy: Callable[[], object], go: Callable[[], object]
    ) -> None:
        """Tell that the last words are not in the file, before they are lost with the window."""

        def words() -> str:
            told = self.tr("Still open, because what you typed last is not in the file.")
            space = " " if settings.language() == "en" else ""
            return f"{told}{space}{error.sentence(settings.language())}" if error else told

        self._band.tell(
            "problem", words,
            BandAction(lambda: self.tr("Save a copy elsewhere…"), save_copy),
            BandAction(lambda: self.tr("Close without it"), go),
        )

    def saved(self, path: Path, at: datetime | None) -> None:
        """Reassure: every edit is in the file as soon as it is made; `at` is when the last one of today was."""

        def words() -> str:
            last = self.tr("Everything is saved, the last step at {time}, in {path}")
            return (last if at else self.tr("Everything is saved, in {path}")).format(
                path=str(path), time=f"{at:%H:%M:%S}" if at else ""
            )

        self._band.tell(
            "done",
            words,
            BandAction(lambda: self.tr("Show in folder"), lambda: show_in_folder(path.parent)),
        )

    def restored(self, moment: Callable[[], str], undo: Callable[[], object]) -> None:
        """Tell that the project is again as it was, and offer the way back."""
        self._band.tell(
            "done", lambda: self.tr("The review is again as it was at {time}.").format(time=moment()),
            BandAction(lambda: self.tr("Undo"), undo),
        )

    def verified(self, sound: int, problems: list[str]) -> None:
        """Tell how many files of the evidence are what they were, and which are not."""
        if problems:
            first = problems[0]
            self._band.tell(
                "problem",
                lambda: self.tr("%n files of the evidence are not as registered. {first}", "", len(problems)).format(
                    first=first
                ),
            )
            return
        self._band.tell(
            "done",
            lambda: self.tr("All files of the evidence match their SHA-256: {count}").format(count=sound),
        )

    def replaced(self, moved: int, lost: int, show: Callable[[], object]) -> None:
        """Tell that another version of the report is under review, and what of the claims has to be looked at."""
        if not moved and not lost:
            self._band.tell("done", lambda: self.tr("The report was replaced. Every claim stands where it stood."))
            return
        self._band.tell(
            "question",
            lambda: self.tr("The report was replaced. Claims to check: {moved}. Not found again: {lost}.").format(
                moved=moved, lost=lost
            ),
            BandAction(lambda: self.tr("Show them"), show),
        )

    def other_reviewer(self, theirs: str, own: str, take: Callable[[], object]) -> None:
        """Tell under which name edits are recorded, where the file came from somebody else."""
        self._band.tell(
            "question",
            lambda: self.tr("What you decide here is recorded under the name “{theirs}”.").format(theirs=theirs),
            BandAction(lambda: self.tr("Use “{own}”").format(own=own), take),
        )

    def too_long(self, most: int) -> None:
        """Tell that a field does not hold what was to be pasted, `most` being the characters that it holds."""
        self._band.tell(
            "question",
            lambda: self.tr("A field holds {count} characters, so nothing was pasted. Attach longer words as a file.")
            .format(count=f"{most:,}"),
        )  # fmt: skip

    def open_here(self) -> None:
        """Tell that the project asked for, here or in another window, is open in this one."""
        self._band.tell("done", lambda: self.tr("This project is open in this window already."))

    def select_first(self) -> None:
        """Tell that words have to be selected before a claim can be put on them."""
        self._band.tell("question", lambda: self.tr("First select in the text the words that the claim stands in."))

    def signed(self, sentence: Callable[[], str], correct: Callable[[], object]) -> None:
        """Tell that the review is approved and locked, and offer the next version."""
        self._band.tell("question", sentence, BandAction(lambda: self.tr("Begin a new version…"), correct))

    def signature(self, given: SignOff, *, locked: bool) -> None:
        """Somebody signed the review, which is locked by it or not."""

        def words() -> str:
            role = label("sign_role", given.role, settings.language())
            signed = self.tr("Signed by {name} as {role}.").format(name=given.name, role=role)
            then = (
                self.tr("The review is approved and locked.") if locked
                else self.tr("What is changed from now on has to be signed again.")
            )  # fmt: skip
            return signed + ("" if settings.language() == "zh" else " ") + then

        self._band.tell("done", words)

    def read_only(self, sentence: Callable[[], str], save_copy: Callable[[], object]) -> None:
        """Tell why the project is read-only, and offer a copy."""
        self._band.tell("question", sentence, BandAction(lambda: self.tr("Save a copy…"), save_copy))


def open_file(path: Path) -> None:
    """Open a file with the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
