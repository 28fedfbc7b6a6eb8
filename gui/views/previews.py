"""A look at a piece of evidence: a picture, a page of a PDF, words, or tables; made off the GUI thread."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from core.messages import PolicyReviewError
from core.model import Evidence
from core.project import Project
from core.readers.sheets import ENDINGS, Sheet
from core.values import dataclass
from gui.jobs import Job, Jobs, Progress

#: A file larger than this is not previewed by itself, bytes; the viewer opens it when asked to.
LARGEST_UNASKED: Final = 30_000_000
_THUMBNAIL: Final = 520
_MOST_CHARACTERS: Final = 400_000
_LONGEST_SIDE: Final = 6000
# Asked for here, in the GUI thread: Qt's classes are made when first asked for, which other threads must not do.
_RGB32: Final = QImage.Format.Format_RGB32
_READ_ONLY: Final = QBuffer.OpenModeFlag.ReadOnly
_KEEP_RATIO: Final = Qt.AspectRatioMode.KeepAspectRatio

LookKind = Literal["picture", "words", "tables", "nothing"]


@dataclass(frozen=True, slots=True)
class Look:
    """What can be shown of a file. `page` of `pages` counts from 0; a picture that is no page has `pages` 0.

    `problem` says why there is nothing, None where the file is of a kind that is not shown.
    """

    kind: LookKind
    image: QImage | None = None
    page: int = 0
    pages: int = 0
    words: str = ""
    tables: tuple[Sheet, ...] = ()
    problem: PolicyReviewError | None = None


def look_at(data: bytes, name: str, *, page: int = 0, width: int = _THUMBNAIL) -> Look:
    """What can be shown of a file with these bytes; a page is drawn about `width` pixels wide."""
    try:
        if b"%PDF-" in data[:1024]:
            return _page(data, name, page, width)
        image = _image(data)
        if image is not None:
            return Look("picture", image)
        if PurePath(name).suffix.lower() in ENDINGS:
            from core.readers.sheets import sheets

            return Look("tables", tables=sheets(data, name))
        from core.readers import read_bytes

        text = read_bytes(data, name).text
        return Look("words", words=text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS] + "…")
    except PolicyReviewError as error:
        # evidence need not be a report: of a kind that cannot be shown it is said how it can be seen
        return Look("nothing", problem=None if error.key == "not-a-report" else error)


def evidence_bytes(project: Path, item: Evidence) -> bytes:
    """The file of a piece of evidence of the project file at `project`, verified; for work off the GUI thread.

    Raises:
        PolicyReviewError: the project cannot be read, or the file's SHA-256 is another.
    """
    with Project.open(project, read_only=True) as opened:
        return opened.evidence_bytes(item.id)


class Previews(QObject):
    """Small looks at the evidence of the open project, made when first asked for.

    Signals:
        ready(str): the look at the piece of evidence with this id can be had now.
    """

    ready = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._looks: dict[str, Look] = {}
        self._pictures: dict[str, QPixmap] = {}
        self._under_way: dict[str, Job] = {}

    def forget(self) -> None:
        """Drop all looks; another project is open."""
        for job in self._under_way.values():
            job.cancel()
        self._under_way.clear()
        self._looks.clear()
        self._pictures.clear()

    def look(self, project: Path, item: Evidence) -> Look | None:
        """The look at a piece of evidence; None while it is made, or where it has no file to look at."""
        key = _key(item)
        if key is None or (item.size or 0) > LARGEST_UNASKED:
            return None
        if key not in self._looks and key not in self._under_way:
            self._start(key, project, item)
        return self._looks.get(key)

    def picture(self, project: Path, item: Evidence) -> QPixmap | None:
        """The look as a picture, None while it is made and where there is none."""
        look, key = self.look(project, item), _key(item)
        if look is None or look.image is None or key is None:
            return None
        if key not in self._pictures:
            self._pictures[key] = QPixmap.fromImage(look.image)
        return self._pictures[key]

    def _start(self, key: str, project: Path, item: Evidence) -> None:
        def work(progress: Progress) -> Look:
            data = evidence_bytes(project, item)
            progress(0.5)
            return look_at(data, item.file_name or item.title)

        def failed(error: Exception) -> None:
            problem = error if isinstance(error, PolicyReviewError) else None
            self._keep(key, item.id, Look("nothing", problem=problem))

        def done(look: Look) -> None:
            self._keep(key, item.id, look)

        self._under_way[key] = self._jobs.start(work, done=done, failed=failed, name="preview")

    def _keep(self, key: str, evidence: str, look: Look) -> None:
        self._under_way.pop(key, None)
        if look.image is not None and max(look.image.width(), look.image.height()) > 2 * _THUMBNAIL:
            room = QSize(2 * _THUMBNAIL, 2 * _THUMBNAIL)
            small = look.image.scaled(
                room, _KEEP_RATIO, Qt.TransformationMode.SmoothTransformation
            )
            look = Look(look.kind, small, look.page, look.pages)
        self._looks[key] = look
        self.ready.emit(evidence)


def _key(item: Evidence) -> str | None:
    """Looks are kept by content: the same file under two numbers is looked at once."""
    return f"{item.sha256} {PurePath(item.file_name or '').suffix.lower()}" if item.sha256 else None


def _page(data: bytes, name: str, page: int, width: int) -> Look:
    from core.readers.pages import page_picture

    drawn = page_picture(data, name, page, width)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, _RGB32).copy()
    return Look("picture", image, min(max(page, 0), drawn.count - 1), drawn.count)


def _image(data: bytes) -> QImage | None:
    """The picture in these bytes, made smaller while it is read when it is huge; None if it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(_READ_ONLY)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if not reader.canRead():
        return None
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LONGEST_SIDE:
        reader.setScaledSize(size.scaled(_LONGEST_SIDE, _LONGEST_SIDE, _KEEP_RATIO))
    image = reader.read()
    return None if image.isNull() else image
