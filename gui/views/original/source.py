"""The words of a file without pages as they came: a web page set plainly, or the text to the letter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from core.model import Span
from gui.theme import Theme, report_font
from gui.views.highlights import Utf16
from gui.views.original.matching import Matching

_SIZE: Final = 14
_SIZES: Final = range(8, 33)


class SourceView(QTextBrowser):
    """One file's words. Nothing outside of it is fetched, and its links lead nowhere.

    Signals:
        clicked(int): a person clicked on words that stand at this offset of the report's text.
        scrolled(int): a person scrolled; the report's offset at the upper edge.
    """

    clicked = Signal(int)
    scrolled = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._matching: Matching | None = None
        self._utf16 = Utf16("")
        self._led = False
        self._pressed: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFont(report_font(_SIZE))
        self.setObjectName("originalSource")
        self.document().setDocumentMargin(20)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._recolour)
        self._span: Span | None = None

    def load(self, text: str, shown: str, *, html: bool) -> None:
        """Show a file's words beside the report's `text`."""
        if html:
            self.setHtml(shown)
        else:
            self.setPlainText(shown)
        words = self.document().toPlainText()
        self._utf16 = Utf16(words)
        self._matching = Matching(text, words)
        self._span = None

    def clear_source(self) -> None:
        """Show nothing."""
        self.clear()
        self._matching = self._span = None

    def loadResource(self, _kind: int, _url: QUrl | str) -> object:
        """Pictures and styles of a saved page are not looked for anywhere."""
        return None

    def show_span(self, span: Span | None, *, reveal: bool) -> None:
        """Mark the words of a span of the report's text, and bring them into sight."""
        self._span = span
        found = self._matching.shown_span(span) if self._matching and span else None
        if found is None:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._utf16.units(found.start))
        cursor.setPosition(self._utf16.units(found.end), QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor
        style = QTextCharFormat()
        style.setBackground(self._theme.color("accent_soft"))
        style.setForeground(self._theme.color("text"))
        style.setFontUnderline(True)
        style.setUnderlineColor(self._theme.color("accent"))
        marked.format = style
        self.setExtraSelections([marked])
        if reveal:
            self._bring(self._utf16.units(found.start), 0.3, only_if_hidden=True)

    def show_place(self, offset: int) -> None:
        """Bring the words at an offset of the report's text to the upper edge."""
        found = self._matching.shown_span(Span(offset, offset + 12)) if self._matching else None
        if found is not None:
            self._bring(self._utf16.units(found.start), 0.0, only_if_hidden=False)

    @property
    def marked(self) -> str:
        """The words that are marked."""
        return " ".join(selection.cursor.selectedText() for selection in self.extraSelections())

    def _bring(self, position: int, share: float, *, only_if_hidden: bool) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if only_if_hidden and 0 <= rect.top() <= rect.bottom() <= height:
            return
        bar = self.verticalScrollBar()
        self._led = True
        try:
            bar.setValue(round(bar.value() + rect.top() - share * height))
        finally:
            self._led = False

    def _scrolled(self, _value: int) -> None:
        if self._led or self._matching is None:
            return
        cursor = self.cursorForPosition(self.viewport().rect().topLeft())
        offset = self._matching.text_offset(self._utf16.points(cursor.position()))
        if offset is not None:
            self.scrolled.emit(offset)

    def _recolour(self) -> None:
        self.show_span(self._span, reveal=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > 6 or self._matching is None:
            return
        place = self.cursorForPosition(event.position().toPoint()).position()
        offset = self._matching.text_offset(self._utf16.points(place))
        if offset is not None:
            self.clicked.emit(offset)

    def zoom_by(self, steps: int) -> None:
        """Set the words larger or smaller."""
        size = self.font().pixelSize() + steps
        if size in _SIZES:
            self.setFont(report_font(size))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
