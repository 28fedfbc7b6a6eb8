"""What can be dropped on a claim: files, addresses, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that was dropped: the path of a local file, an address, or words."""

    kind: Literal["file", "url", "text"]
    value: str


def accepts(data: QMimeData) -> bool:
    """Whether anything in it could become evidence."""
    return data.hasUrls() or data.hasText()


def dropped(data: QMimeData) -> tuple[Dropped, ...]:
    """Everything in it that could become evidence. Words count only where there are no files and no addresses."""
    found: list[Dropped] = []
    for url in data.urls():
        if url.isLocalFile():
            found.append(Dropped("file", url.toLocalFile()))
        elif url.isValid():
            found.append(Dropped("url", url.toString()))
    words = data.text().strip() if data.hasText() else ""
    if not found and words:
        found.append(Dropped("url" if words.startswith(("http://", "https://")) else "text", words))
    return tuple(found)
