"""What the clipboard holds, as a file that can be opened: a report's text, a piece of a web page, or files."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData

#: A name is made of the first words, as far as they are fit for one.
_LONGEST: Final = 40
_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_TABLE: Final = re.compile(r"<table\b", re.IGNORECASE)


def pasted_files(data: QMimeData) -> list[Path]:
    """The files that were copied in the file manager."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


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
    return pattern.format(time=datetime.now().strftime("%Y-%m-%d %H%M%S"))
