"""What the inspector's pages share: words in two tones, heads, hairlines, facts in two columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.letting_go import clear
from gui.theme import Theme, app_font

Tone = Literal["text", "text2", "muted", "metric", "hit", "accent"]

INSET: Final = 18

#: Rules for the pane's style sheet.
RULES: Final = """
QLabel { background: transparent; }
QLabel[tone="text"] { color: @text; }
QLabel[tone="text2"] { color: @text2; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="metric"] { color: @metric; }
QLabel[tone="hit"] { color: @hit; }
QLabel[tone="accent"] { color: @accent; }
QPlainTextEdit { border: none; background: transparent; color: @text; padding: 0; margin: 0; min-height: 0;
                 selection-background-color: @accent; selection-color: @on_accent; }
QFrame[line="true"] { background: @border; }
"""
#: And for its buttons.
BUTTON: Final = """
QPushButton { color: @text; background: @raised; border: 1px solid @border; border-radius: 7px; padding: 6px 12px; }
QPushButton:hover { border-color: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 11px; }
"""


class Words(QLabel):
    """A label in one of the tones; long words wrap."""

    def __init__(self, tone: Tone = "text", size: float = 12, weight: int = 400, *, wrap: bool = False) -> None:
        super().__init__()
        self.setFont(app_font(size, weight))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


class OneLine(Words):
    """Words on one line that end in … where the room does; the tooltip tells them whole."""

    def __init__(self, tone: Tone = "text", size: float = 12, weight: int = 400) -> None:
        super().__init__(tone, size, weight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


class SectionHead(QWidget):
    """A head over a part of a page: a muted word, a count, and what is added at its right."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Words("muted")
        self.count = Words("text", 12, 600)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.name)
        self.row.addWidget(self.count)
        self.row.addStretch(1)

    def say(self, name: str, count: int | None = None) -> None:
        """Set the word and the count."""
        self.name.setText(name)
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)


class Facts(QWidget):
    """Names at the left, values at the right; empty values are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Replace all rows."""
        clear(self._grid)
        for place, (name, value) in enumerate((name, value) for name, value in facts if value):
            head, words = Words("muted"), Words("text2", wrap=True)
            head.setText(name)
            words.setText(value)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(head, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1)


class Page(QWidget):
    """A column of widgets with the inspector's inset."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INSET, 4, INSET, 16)
        self.column.setSpacing(0)

    def add(self, widget: QWidget, *, above: int = 0) -> None:
        """Add a widget with `above` pixels of space over it."""
        if above:
            self.column.addSpacing(above)
        self.column.addWidget(widget)

    def add_line(self, above: int = 12) -> QFrame:
        """Add a hairline."""
        line = hairline()
        self.add(line, above=above)
        return line


class RaisedBox(QWidget):
    """A raised card with a hairline around it; `edge` is the token of the hairline."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, radius: int = 7) -> None:
        super().__init__(parent)
        self._theme = theme
        self._radius = radius
        self._edge = ("border", 1.0)

    def set_edge(self, token: str, width: float = 1.0) -> None:
        """Draw the edge in another colour or weight."""
        self._edge = (token, width)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 78)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token, width = self._edge
        pen = painter.pen()
        pen.setColor(self._theme.color(token))
        pen.setWidthF(width)
        painter.setPen(pen)
        painter.setBrush(self._theme.color("raised"))
        inset = width / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius, self._radius)


def hairline() -> QFrame:
    """A line that parts a page; the style sheet gives it its colour."""
    line = QFrame()
    line.setProperty("line", True)
    line.setFixedHeight(1)
    return line


def scroll_area(parent: QWidget) -> QScrollArea:
    """The area in which a page scrolls."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    return area
