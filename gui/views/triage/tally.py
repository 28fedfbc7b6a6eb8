"""The answers of a round by their kind: the verdicts with their shapes, then what else was answered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model import ReviewClaim
from core.model.review import FULFILMENTS, VERACITIES, Veracity
from core.values import dataclass
from core.vocabulary import label
from gui import settings
from gui.models.queue import Round
from gui.theme import Theme, app_font
from gui.views.controls import paint_text, paint_verdict

_ROW: Final = 27
_WORD: Final = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of answer and how often it was given; `veracity` or `icon` is its sign."""

    words: str
    count: int
    veracity: Veracity | None = None
    icon: str = ""


class Tally(QWidget):
    """Two columns of counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[Line] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, now: Round) -> None:
        """Show what was answered in this round."""
        self.lines = lines_of(now)
        self.setAccessibleName(", ".join(f"{line.words} {line.count}" for line in self.lines))
        self.setVisible(bool(self.lines))
        self.setFixedHeight(_ROW * ((len(self.lines) + 1) // 2))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, half, rows = self._theme, self.width() / 2, (len(self.lines) + 1) // 2
        for place, line in enumerate(self.lines):
            column, row = divmod(place, max(1, rows))
            box = QRectF(column * half, row * _ROW, half - 24, _ROW)
            if line.veracity:
                paint_verdict(painter, theme, QPointF(box.left() + 7, box.center().y()), line.veracity, 14)
            else:
                theme.paint_icon(painter, line.icon, QRectF(box.left(), box.center().y() - 7.5, 15, 15), "text2")
            room = box.adjusted(_WORD, 0, -QFontMetricsF(app_font(13, 600)).horizontalAdvance(str(line.count)) - 8, 0)
            paint_text(painter, room, line.words, app_font(13), theme.color("text"))
            count = QRectF(box.left() + _WORD, box.top(), box.width() - _WORD, _ROW)
            advance = QFontMetricsF(app_font(13)).horizontalAdvance(line.words) + 10
            paint_text(painter, count.adjusted(min(advance, room.width() + 8), 0, 0, 0), str(line.count),
                       app_font(13, 600), theme.color("text"))


def lines_of(now: Round) -> list[Line]:
    """The kinds of answers of a round in the order of their keys, those that were not given left out."""
    language = settings.language()
    claims = [entry for entry in now.answered if isinstance(entry.item, ReviewClaim)]
    hits = [entry for entry in now.answered if not isinstance(entry.item, ReviewClaim)]
    given = {
        word: sum(entry.answer == word for entry in claims)
        for word in (*VERACITIES, *FULFILMENTS, "accepted", "dismissed")
    }
    found = [Line(label("veracity", word, language), given[word], word) for word in VERACITIES]
    found += [Line(label("fulfilment", word, language), given[word], icon="target") for word in FULFILMENTS]
    accepted = given["accepted"]
    found.append(Line(label("claim_answer", "accepted", language), accepted, icon="check"))
    found.append(Line(label("claim_answer", "dismissed", language), given["dismissed"], icon="dismiss"))
    translate = QCoreApplication.translate
    asked = {"confirmed": translate("Tally", "Checks confirmed"), "dismissed": translate("Tally", "Checks dismissed")}
    found += [Line(words, sum(entry.answer == key for entry in hits), icon="flag") for key, words in asked.items()]
    return [line for line in found if line.count]
