"""What can be dropped on a claim or pasted to it: files, pictures, addresses, words."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that was dropped: the path of a local file, a picture with the address it came from or "", an address,
    or words.
    """

    kind: Literal["file", "picture", "url", "text"]
    value: str
    picture: QImage | None = None


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
    if not found and words:
        found.append(Dropped("url" if words.startswith(("http://", "https://")) else "text", words))
    return tuple(found)
