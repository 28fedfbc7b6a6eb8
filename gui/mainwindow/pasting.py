"""What the clipboard holds, as a file that can be opened: a report's text, a piece of a web page, a picture, files."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QCoreApplication, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

#: A name is made of the first words, as far as they are fit for one.
_LONGEST: Final = 40
#: So many paths, and none longer, are looked for on the disk.
_MOST_PATHS: Final = 200
_LONGEST_PATH: Final = 1_000
_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_TABLE: Final = re.compile(r"<table\b", re.IGNORECASE)


def pasted_files(data: QMimeData) -> list[Path]:
    """The files that were copied in the file manager, or whose paths or addresses were copied as words."""
    copied = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if copied or data.urls():
        return copied
    lines = [line.strip().strip('"') for line in data.text().splitlines() if line.strip()]
    if not 0 < len(lines) <= _MOST_PATHS or any(len(line) > _LONGEST_PATH for line in lines):
        return []
    paths = [Path(QUrl(line).toLocalFile() if line.lower().startswith("file:") else line) for line in lines]
    # words are only taken for paths where each of them names a file that is there
    return paths if all(_is_there(path) for path in paths) else []


def _is_there(path: Path) -> bool:
    try:
        return path.is_absolute() and path.is_file()
    except (OSError, ValueError):
        return False


def pasted_picture(data: QMimeData) -> tuple[str, bytes] | None:
    """A file's name and bytes for a bare picture in the clipboard, None where there is none."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    pattern = QCoreApplication.translate("Pasting", "Pasted picture {time}")
    return f"{pattern.format(time=_now())}.png", bytes(buffer.data().data())


def pasted_text(data: QMimeData) -> tuple[str, bytes] | None:
    """A file's name and bytes for the words in the clipboard, None where there are none.

    What holds a table is kept as the HTML that it came as, because the plain words have lost the rows; all else is
    kept as the words alone.
    """
    words = data.text()
    if not words.strip():
        return None
    html = data.html() if data.hasHtml() else ""
    if _TABLE.search(html):
        return f"{_name(words)}.html", html.encode("utf-8")
    return f"{_name(words)}.txt", words.encode("utf-8")


def _name(words: str) -> str:
    """The first line with words on it, else the time."""
    for line in words.splitlines():
        name = " ".join(_UNFIT.sub(" ", line).split())[:_LONGEST].strip(" .")
        if sum(sign.isalnum() for sign in name) >= 2:
            return name
    pattern = QCoreApplication.translate("Pasting", "Pasted text {time}")
    return pattern.format(time=_now())


def _now() -> str:
    return datetime.now().strftime("%Y-%m-%d %H%M%S")
