"""What every chart drawing shares: rows that lead somewhere, label column, scale, and how a row looks when current."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from core.charts import label_break
from core.model import Span
from core.vocabulary import Language
from gui.kept import kept
from gui.theme import Theme, app_font
from gui.views.controls import paint_text

Subject = Literal["metric", "section", "claim", "verdict", "none"]

LABEL_CHARACTERS: Final = 12
BAR: Final = 11
ROW: Final = 24
WIDEST_ROW: Final = 29
_LINE: Final = 15


@dataclass(slots=True)
class Mark:
    """One row of a chart: where it is drawn and what it leads to."""

    subject: Subject
    id: str
    span: Span | None
    rect: QRectF
    aliases: frozenset[str] = frozenset()

    def is_about(self, ids: frozenset[str]) -> bool:
        """Whether one of the ids is this row's, or that of a metric drawn in it."""
        return self.id in ids or bool(self.aliases & ids)


class Drawing(ABC):
    """One chart, laid out for a width and painted by the theme. It knows nothing of the widget that shows it."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.theme = theme
        self.language: Language = language
        self.marks: list[Mark] = []
        self.current: frozenset[str] = frozenset()
        self.linked: frozenset[str] | None = None
        self.hovered = -1
        self.lit: frozenset[str] = frozenset()
        self.cursor = -1
        self.width = 0.0
        self.height = 0.0
        self.in_sight: QRectF | None = None

    @abstractmethod
    def lay_out(self, width: float, height: float) -> float:
        """Place the rows in `width`; use `height` if there is room. Returns the height that is needed."""

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""

    @abstractmethod
    def told(self, place: int) -> str:
        """A row in words, for its tooltip and screen readers: of those of a long report few are ever asked for."""

    def mark_at(self, point: QPointF) -> int:
        """The place of the row under a point; -1 where there is none."""
        return next((i for i, mark in enumerate(self.marks) if mark.rect.contains(point)), -1)

    def is_hidden(self, place: int) -> bool:
        """Whether a row is scrolled out of sight: a report may have a hundred, of which ten are seen."""
        return self.in_sight is not None and not self.marks[place].rect.adjusted(0, -8, 0, 8).intersects(self.in_sight)

    def is_current(self, mark: Mark) -> bool:
        """Whether the row is about what is selected."""
        return bool(self.current) and mark.is_about(self.current)

    def bar_token(self, mark: Mark, section: str | None) -> str:
        """The colour of a bar: current, of the section that is read, or any other."""
        if self.is_current(mark):
            return "accent"
        return "bar_on" if self.linked is None or section in self.linked else "bar"

    def paint_row(self, painter: QPainter, place: int) -> None:
        """Paint what lies under a row: current, hovered, or where the arrow keys are."""
        mark = self.marks[place]
        painter.setPen(Qt.PenStyle.NoPen)
        if self.is_current(mark):
            painter.setBrush(self.theme.color("accent_soft"))
            painter.drawRoundedRect(mark.rect, 5, 5)
        elif place == self.hovered or (self.lit and mark.is_about(self.lit)):
            painter.setBrush(self.theme.color("hover"))
            painter.drawRoundedRect(mark.rect, 5, 5)
        if place == self.cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRoundedRect(mark.rect.adjusted(1, 1, -1, -1), 5, 5)

    def ground(self, mark: Mark) -> QColor:
        """The colour under a row."""
        return self.theme.color("accent_soft" if self.is_current(mark) else "paper")

    def paint_label(self, painter: QPainter, rect: QRectF, words: str, *, strong: bool, token: str = "text") -> None:
        """Paint a label right-aligned, on two lines if one is too narrow."""
        font = app_font(12, 600 if strong else 400)
        lines = two_lines(words, font, rect.width())
        top = rect.center().y() - len(lines) * _LINE / 2
        for place, line in enumerate(lines):
            box = QRectF(rect.left(), top + place * _LINE, rect.width(), _LINE)
            paint_text(painter, box, line, font, self.theme.color(token), Qt.AlignmentFlag.AlignRight)


def named(label: str) -> str:
    """A row's label; a figure of which the report does not say what it measures has a bar all the same."""
    return label or QCoreApplication.translate("Charts", "Not named")


def label_width(labels: Sequence[str]) -> float:
    """The width of the label column: the longest label, but no more than twelve Han characters."""
    font = app_font(12, 600)
    return min(max((text_width(words, font) for words in labels), default=0.0), LABEL_CHARACTERS * 12.0)


@kept(8192)
def text_width(words: str, font: QFont) -> float:
    """The width of words on one line. A chart is laid out for each width and height that its pane gets."""
    return QFontMetricsF(font).horizontalAdvance(words)


def two_lines(words: str, font: QFont, width: float) -> tuple[str, ...]:
    """The label on one line, or cut in two; what is longer still ends in …."""
    return (words,) if text_width(words, font) <= width + 0.5 else _cut(words, font, width)


@kept(4096)
def _cut(words: str, font: QFont, width: float) -> tuple[str, str]:
    metrics = QFontMetricsF(font)
    cut = label_break(words, metrics.horizontalAdvance, width)
    first, second = words[:cut].rstrip(), words[cut:].lstrip()
    return first, metrics.elidedText(second, Qt.TextElideMode.ElideRight, width)


def row_height(words: str, width: float, least: float) -> float:
    """How high a row has to be for its label."""
    lines = len(two_lines(words, app_font(12, 600), width))
    return max(least, lines * _LINE + 6)


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers from `low` to `high`, at most `most` steps of 1, 2, 2.5 or 5."""
    if high <= low:
        return [low]
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * f for f in (1, 2, 2.5, 5, 10) if power * f >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    return [i * step for i in range(first, math.floor(high / step + 1e-9) + 1)]


def number(value: float) -> str:
    """A tick's number: no trailing zeros, a true minus sign, thousands apart."""
    return f"{value:,.10g}".replace("-", "−")
