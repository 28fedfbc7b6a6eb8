"""Evidence by dialog, by drop and from the clipboard: everything becomes one edit each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QBuffer, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from core.messages import PolicyReviewError
from core.model import Evidence
from core.model.review import Stance
from core.project import AttachEvidence, EvidenceDraft, LinkEvidence, Together
from gui import settings
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.dialogs.evidence import EvidenceDialog, EvidenceOrder, Source
    from gui.dialogs.words import BearingDialog
    from gui.views.text.dropping import Dropped

#: Bytes from which copying and hashing a file takes longer than a window may stand still.
LARGE: Final = 4_000_000
#: Characters from which pasted words are kept as a file: a register is no place for books.
LONGEST_QUOTE: Final = 20_000
_WRITE_ONLY: Final = QBuffer.OpenModeFlag.WriteOnly  # asked for here: other threads must not make Qt's classes
_SOURCES: dict[str, Source] = {"file": "file", "url": "url", "text": "quote"}


class Attaching(QObject):
    """Attaches evidence to claims, or puts it into the register when no claim is meant."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._theme = theme
        self._window = window

    def ask(self, claim: str | None, source: Source = "file", value: str = "") -> EvidenceDialog:
        """Open the dialog for one piece of evidence."""
        from gui.dialogs.drafts import Draft
        from gui.dialogs.evidence import EvidenceDialog

        free = self._registered(claim)
        dialog = EvidenceDialog(
            self._theme, self._window, self._quote(claim), source=source, value=value, registered=free
        )

        def attach(order: EvidenceOrder) -> None:
            if order.registered and claim is not None:
                self._session.do(LinkEvidence(claim, order.registered, order.stance, order.note))
                return
            edit = AttachEvidence(
                claim, order.draft, file=order.file, stance=order.stance, link=order.link, note=order.note
            )
            self._attach(edit, lambda error: self._ask_again(claim, order, error))

        dialog.ordered.connect(attach)
        dialog.follow(self._session)
        Draft(dialog, self._session, f"evidence {claim or ''}", dialog.typed_fields())
        dialog.open()
        return dialog

    def ask_registered(self, claims: Sequence[str]) -> EvidenceDialog:
        """Choose an entry of the register and attach it to all of these claims."""
        from gui.dialogs.evidence import EvidenceDialog

        found = [claim for key in claims if (claim := self._session.claim(key)) is not None]
        words = self._quote(found[0].id) if found else ""
        lead = self.tr("{count} claims, the first:").format(count=len(found)) if len(found) > 1 else ""
        project = self._session.project
        dialog = EvidenceDialog(
            self._theme, self._window, words, source="register", lead=lead,
            registered=project.evidence() if project else (),
        )
        dialog.sources.hide()

        def attach(order: EvidenceOrder) -> None:
            edits = [LinkEvidence(claim.id, order.registered, order.stance, order.note) for claim in found]
            self._session.do(edits[0] if len(edits) == 1 else Together(edits, LinkEvidence.kind))

        dialog.ordered.connect(attach)
        dialog.follow(self._session)
        dialog.open()
        return dialog

    def ask_bearing(self, claim: str, evidence: str) -> BearingDialog | None:
        """Say anew how a piece of evidence bears on a claim."""
        project, found = self._session.project, self._session.claim(claim)
        if project is None or found is None:
            return None
        item = next((each for each in project.evidence() if each.id == evidence), None)
        link = next((each for each in found.evidence if each.evidence == evidence), None)
        if item is None or link is None:
            return None
        from gui.dialogs.words import BearingDialog

        dialog = BearingDialog(self._theme, self._window, item, link)

        def keep(stance: str, note: str) -> None:
            self._session.do(LinkEvidence(claim, evidence, cast("Stance", stance), note))

        dialog.given.connect(keep)
        dialog.follow(self._session)
        dialog.open()
        return dialog

    def take(self, claim: str | None, items: tuple[Dropped, ...]) -> int:
        """Attach everything that was dropped, as it is; gives how many were attached."""
        attached = 0
        for item in items:
            if item.picture is not None:
                self._attach_picture(claim, item.picture, item.value)
                attached += 1
            else:
                attached += self._attach(_edit(claim, item))
        return attached

    def take_data(self, claim: object, data: object) -> None:
        """Attach what a pane received by drag and drop: a claim's id or None, and the data."""
        if isinstance(data, QMimeData):
            self.take(claim if isinstance(claim, str) else None, things_in(data))

    def paste(self, claim: str) -> None:
        """Attach a file or ask about an address or words, whatever the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        items = things_in(data) if data is not None else ()
        if items and (items[0].kind in ("file", "picture") or len(items[0].value) > LONGEST_QUOTE):
            self.take(claim, items)
        elif items:
            self.ask(claim, _SOURCES[items[0].kind], items[0].value)

    def _attach_picture(self, claim: str | None, picture: QImage, url: str) -> None:
        """Keep a picture as PNG, which loses nothing; packing a large one would hold the window up."""
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        name = self.tr("Picture {time}.png").format(time=stamp)
        draft = EvidenceDraft(kind="photo", file_name=name, media_type="image/png", url=url or None)

        def done(content: bytes) -> None:
            self._attach(AttachEvidence(claim, draft, content=content))

        self._jobs.start(lambda _progress: packed(picture), done=done, failed=self._broken, name="edit")

    def _broken(self, error: Exception) -> None:
        raise error  # a picture that Qt gave and Qt cannot pack is a fault of ours: the window's last resort tells it

    def _attach(
        self, edit: AttachEvidence, lost: Callable[[PolicyReviewError], object] = lambda _error: None
    ) -> bool:
        """Make the edit; a large file is copied off the GUI thread, and `lost` is told if that fails. False if it
        could not be made."""
        if (edit.file is not None and _is_large(edit.file)) or len(edit.content or b"") > LARGE:
            self._session.do_aside(edit, lost)
            return True
        return self._session.do(edit)

    def _ask_again(self, claim: str | None, order: EvidenceOrder, error: PolicyReviewError) -> None:
        """What was typed for a file that could not be written stands in the dialog again."""
        dialog = self.ask(claim, order.source)
        dialog.show_order(order)
        dialog.tell_problem(error.sentence(settings.language()))

    def _registered(self, claim: str | None) -> tuple[Evidence, ...]:
        """What the register holds and the claim has not."""
        project, found = self._session.project, self._session.claim(claim) if claim else None
        if project is None or found is None:
            return ()
        has = {link.evidence for link in found.evidence}
        return tuple(item for item in project.evidence() if item.id not in has)

    def _quote(self, claim: str | None) -> str:
        found = self._session.claim(claim) if claim else None
        return found.anchor.exact if found is not None else ""


def clipboard_holds_something() -> bool:
    """Whether the clipboard holds files, a picture, an address or words."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and (data.hasUrls() or data.hasImage() or bool(data.text().strip()))


def packed(picture: QImage) -> bytes:
    """The picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(_WRITE_ONLY)
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # its stub asks for bytes, it for str
        raise ValueError("the picture cannot be packed")
    return bytes(buffer.data().data())


def things_in(data: QMimeData) -> tuple[Dropped, ...]:
    """Everything in dropped or pasted data that could become evidence."""
    from gui.views.text.dropping import dropped  # brings the text pane with it, which start-up does not need

    return dropped(data)


def _is_large(file: Path) -> bool:
    try:
        return file.stat().st_size > LARGE
    except OSError:
        return False  # the edit will say what is wrong with it


def _edit(claim: str | None, item: Dropped) -> AttachEvidence:
    match item.kind:
        case "file":
            return AttachEvidence(claim, EvidenceDraft(), file=Path(item.value))
        case "url":
            return AttachEvidence(claim, EvidenceDraft(kind="news", url=item.value, title=item.title))
        case _ if len(item.value) > LONGEST_QUOTE:
            words = item.value.encode("utf-8", "replace")  # clipboards hold halves of characters, too
            draft = EvidenceDraft(kind="quote", excerpt=f"{item.value[:200]}…", file_name="words.txt")
            return AttachEvidence(claim, draft, content=words)
        case _:
            return AttachEvidence(claim, EvidenceDraft(kind="quote", excerpt=item.value))
