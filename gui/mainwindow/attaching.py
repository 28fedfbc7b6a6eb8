"""Evidence by dialog, by drop and from the clipboard: everything becomes one edit each."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from core.project import AttachEvidence, EvidenceDraft
from gui.dialogs.drafts import Draft
from gui.dialogs.evidence import EvidenceDialog, EvidenceOrder, Source
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.views.text.dropping import Dropped

#: Bytes from which copying and hashing a file takes longer than a window may stand still.
LARGE: Final = 4_000_000
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
        dialog = EvidenceDialog(self._theme, self._window, self._quote(claim), source=source, value=value)

        def attach(order: EvidenceOrder) -> None:
            self._attach(AttachEvidence(claim, order.draft, file=order.file, stance=order.stance, link=order.link))

        dialog.ordered.connect(attach)
        Draft(dialog, self._session, f"evidence {claim or ''}", dialog.typed_fields())
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
        if items and items[0].kind in ("file", "picture"):
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

    def _attach(self, edit: AttachEvidence) -> bool:
        """Make the edit; a large file is copied off the GUI thread. False if it could not be made."""
        if (edit.file is not None and _is_large(edit.file)) or len(edit.content or b"") > LARGE:
            self._session.do_aside(edit, self._jobs)
            return True
        return self._session.do(edit)

    def _quote(self, claim: str | None) -> str:
        found = self._session.claim(claim) if claim else None
        if found is None:
            return ""
        words = " ".join(found.anchor.exact.split())
        return words if len(words) <= 60 else words[:59] + "…"


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
            return AttachEvidence(claim, EvidenceDraft(kind="news", url=item.value))
        case _:
            return AttachEvidence(claim, EvidenceDraft(kind="quote", excerpt=item.value))
