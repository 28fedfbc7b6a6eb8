"""What can be dropped on a claim or pasted to it: files, pictures, addresses, words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextDocumentFragment

from core.values import dataclass

#: How browsers other than by HTML give a link away: the address and, on a second line, the title.
_NAMED_ADDRESS: Final = "text/x-moz-url"
_LONGEST_TITLE: Final = 200
_PICTURE: Final = "\ufffc"


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that was dropped: the path of a local file, a picture with the address it came from or "", an address
    with the title that its page or link has or "", or words.
    """

    kind: Literal["file", "picture", "url", "text"]
    value: str
    picture: QImage | None = None
    title: str = ""


def accepts(data: QMimeData) -> bool:
    """Whether anything in it could become evidence."""
    return data.hasUrls() or data.hasImage() or data.hasText()


def dropped(data: QMimeData) -> tuple[Dropped, ...]:
    """Everything in it that could become evidence.

    Words count only where there are no files and no addresses; a picture that a browser gives away keeps its address.
    """
    found: list[Dropped] = []
    for url in data.urls():
        if url.isLocalFile():
            found.append(Dropped("file", url.toLocalFile()))
        elif url.isValid():
            found.append(Dropped("url", url.toString()))
    if data.hasImage() and not any(item.kind == "file" for item in found):
        picture = QImage(data.imageData())
        if not picture.isNull():
            return (Dropped("picture", found[0].value if found else "", picture),)
    words = data.text().strip() if data.hasText() else ""
    if len(found) == 1 and found[0].kind == "url":
        return (replace(found[0], title=_title(data)),)
    if not found and words:
        found.append(Dropped("url" if words.startswith(("http://", "https://")) else "text", words))
    return tuple(found)


def _title(data: QMimeData) -> str:
    """What a browser calls the one page or link that it gives away; "" where that is only its address, or a whole
    passage.
    """
    lines = bytes(data.data(_NAMED_ADDRESS).data()).decode("utf-16-le", "ignore").splitlines()
    words = lines[1] if len(lines) > 1 else QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    words = " ".join(words.replace(_PICTURE, " ").replace("\0", " ").split())
    return "" if "://" in words or len(words) > _LONGEST_TITLE else words
