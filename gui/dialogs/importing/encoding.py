"""The encoding of a text file, overruled with a look at what becomes of the words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from gui.dialogs.sheet import Choice, named
from gui.models.received import Received
from gui.theme import Theme, report_font

#: Media types whose bytes are characters in an encoding.
WITH_ENCODING: Final = frozenset({"text/plain", "text/markdown", "text/html"})
_KNOWN: Final = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
_PREVIEW: Final = 4000


class EncodingPage(QWidget):
    """Which encoding, and the words that it gives.

    Signals:
        wanted(str): a person wants the file read in this encoding; "" is the detected one.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(theme, self)
        self.choice.chosen.connect(self.wanted)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(report_font(13))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(named(self.choice, self.tr("Encoding")))
        column.addLayout(named(self.preview, self.tr("How the text reads in it")), 1)

    def show_unread(self, tried: str | None) -> None:
        """Ask for the encoding of a file in which none was recognised; `tried` is one that was none."""
        options = [("", self.tr("Choose an encoding")), *((name, name.upper()) for name in _KNOWN)]
        self.choice.set_options(options, tried or "")
        self.preview.clear()

    def show_received(self, received: Received) -> None:
        """Show the encoding in which the file was read, and its first words."""
        encoding = received.reading.source.encoding or ""
        overruled = received.wishes.encoding or ""
        options = [] if overruled else [("", self.tr("{encoding} (detected)").format(encoding=encoding.upper()))]
        if overruled:
            options.append(("", self.tr("As detected")))
        options += [(name, name.upper()) for name in _KNOWN]
        self.choice.set_options(options, overruled)
        words = received.report.text[:_PREVIEW]
        if self.preview.toPlainText() != words:
            self.preview.setPlainText(words)
