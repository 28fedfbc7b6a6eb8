"""The review as a record: what it says of itself, its codebook, its signatures, and the evidence's entries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.messages import PolicyReviewError
from core.model import Evidence
from core.project import (
    ChangeEvidence,
    EmbedLinked,
    EvidencePatch,
    Project,
    ProjectError,
    RemoveEvidence,
    SetEvidenceFile,
    SetSetting,
    aside,
)
from gui import settings
from gui.actions import Handler
from gui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from gui.dialogs.codebook import CodebookDialog
    from gui.dialogs.evidence import EvidenceDialog
    from gui.dialogs.reviewinfo import ReviewDialog
    from gui.dialogs.signing import SigningDialog
    from gui.dialogs.trail import TrailDialog
    from gui.mainwindow.window import MainWindow


class Record(QObject):
    """Opens the dialogs of the review as a whole. Each is loaded when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.jobs = Jobs(self)
        window.session.opened.connect(self._check_outside)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {
            "review_info": self.ask_info, "codebook": self.ask_codebook, "sign": self.ask_signature,
            "trail": self.show_trail,
            "change_evidence": self.change_evidence, "remove_evidence": self.remove_evidence,
            "embed_linked": self.embed_linked, "verify_evidence": self.verify_evidence,
        }

    def evidence(self) -> Evidence | None:
        """The piece of evidence that is selected."""
        selection, project = self._window.session.selection, self._window.session.project
        if selection.subject != "evidence" or project is None:
            return None
        return next((item for item in project.evidence() if item.id == selection.id), None)

    def linked(self) -> bool:
        """Whether a file of the register is kept outside of the project."""
        project = self._window.session.project
        return project is not None and any(item.holding == "linked" for item in project.evidence())

    def tell_other_reviewer(self) -> None:
        """Where the file came from somebody else, say under whose name edits are recorded, and offer one's own."""
        window, own = self._window, settings.chosen_reviewer()
        project = window.session.project
        theirs = project.setting("reviewer") if project is not None and project.editable else ""
        if own and theirs and own != theirs:
            window.telling.other_reviewer(theirs, own, lambda: window.session.do(SetSetting("reviewer", own)))

    def close(self) -> None:
        """Give up what is under way."""
        self.jobs.close()

    def _check_outside(self) -> None:
        """Compare the files that are kept outside with their SHA-256, beside the work, and say which are not the same:
        whoever goes on reviewing would rely on them."""
        self.jobs.cancel({"outside"})
        project = self._window.session.project
        if project is None or not project.linked_files() or aside.snapshot_time(project.path) is not None:
            return  # a snapshot lies in another folder than the paths count from
        path = project.path

        def work(progress: Progress) -> list[ProjectError]:
            with Project.open(path, read_only=True) as opened:
                return opened.check_linked(progress)

        def done(found: list[ProjectError]) -> None:
            if found:
                language = settings.language()
                self._window.telling.verified(0, [problem.sentence(language) for problem in found])

        self.jobs.start(work, done=done, failed=self._failed, name="outside")

    def ask_info(self) -> ReviewDialog:
        """What the review says of itself."""
        from gui.dialogs.reviewinfo import ReviewDialog

        dialog = ReviewDialog(self._window.theme, self._window, self._window.session)
        dialog.open()
        return dialog

    def ask_codebook(self) -> CodebookDialog:
        """The codebook."""
        from gui.dialogs.codebook import CodebookDialog

        dialog = CodebookDialog(self._window.theme, self._window, self._window.session)
        dialog.open()
        return dialog

    def show_trail(self) -> TrailDialog:
        """Every step of the review."""
        from gui.dialogs.trail import TrailDialog

        window = self._window
        window.leave()
        dialog = TrailDialog(window.theme, window, window.session, window.jobs)
        dialog.open()
        return dialog

    def ask_signature(self) -> SigningDialog:
        """The next signature, or a new version of a signed review."""
        from gui.dialogs.signing import SigningDialog

        window = self._window
        window.leave()  # what is still being typed belongs to what is signed
        claims = window.session.claims()
        unanswered = sum(claim.checkable and claim.dismissed is None and claim.veracity is None for claim in claims)
        dialog = SigningDialog(window.theme, window, window.session, unanswered)
        dialog.signed.connect(self._tell_signature)
        dialog.open()
        return dialog

    def _tell_signature(self) -> None:
        """Say who signed as what: nothing else in the window shows that the first two have."""
        window = self._window
        window.refresh_soon()
        project = window.session.project
        given = project.versions()[-1].sign_offs if project is not None else ()
        if given:
            window.telling.signature(given[-1], locked=window.session.locked is not None)

    def change_evidence(self) -> EvidenceDialog | None:
        """What the register says of the selected piece of evidence."""
        from gui.dialogs.evidence import EvidenceDialog

        item = self.evidence()
        if item is None:
            return None
        dialog = EvidenceDialog(self._window.theme, self._window, item=item)

        def change(patch: EvidencePatch) -> None:
            self._window.session.do(ChangeEvidence(item.id, patch))

        dialog.changed.connect(change)
        dialog.follow(self._window.session)
        dialog.file_wanted.connect(lambda: self._give_file(item))
        dialog.open()
        return dialog

    def remove_evidence(self) -> None:
        """Take the selected piece of evidence out of the register; undo brings it back."""
        item = self.evidence()
        if item is not None and self._window.session.do(RemoveEvidence(item.id)):
            self._window.session.select("none")

    def embed_linked(self) -> None:
        """Take all files that are kept outside into the project."""
        self._window.session.do_aside(EmbedLinked())

    def verify_evidence(self) -> None:
        """Compare every file of the register with its SHA-256, off the GUI thread, and say what was found."""
        window = self._window
        project = window.session.project
        if project is None:
            return
        path = project.path

        def work(progress: Progress) -> tuple[int, list[str]]:
            with Project.open(path, read_only=True) as opened:
                return _verified(opened, progress)

        def done(found: tuple[int, list[str]]) -> None:
            window.telling.verified(*found)

        window.jobs.start(work, done=done, failed=self._failed, name="verify")

    def _give_file(self, item: Evidence) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a file"), settings.last_folder())
        if path:
            settings.set_last_folder(Path(path).parent)
            edit = SetEvidenceFile(item.id, file=Path(path), link=item.holding == "linked")
            self._window.session.do_aside(edit)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PolicyReviewError):
            self._window.telling.error(error)
        else:
            raise error


def _verified(project: Project, progress: Progress) -> tuple[int, list[str]]:
    """How many files are what they were, and the sentences on those that are not."""
    items = [item for item in project.evidence() if item.sha256]
    sound, problems = 0, []
    for number, item in enumerate(items):
        progress(number / len(items))
        state = project.file_state(item)
        if state == "present":
            sound += 1
            continue
        key = f"linked-{state}" if item.holding == "linked" else "evidence-damaged"
        problem = PolicyReviewError(key, name=item.no, file=item.file_name or "")
        problems.append(problem.sentence(settings.language()))
    return sound, problems
