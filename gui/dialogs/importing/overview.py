"""The left of the import dialog: the first page, and in a few figures what was read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.model import Source
from gui import settings
from gui.models.received import Page, Received
from gui.theme import Theme, report_font

_WIDTH: Final = 228
_HEAD: Final = 700
_LINE: Final = 16.0
_RGB32: Final = QImage.Format.Format_RGB32


class Overview(QWidget):
    """What was read: a look at the beginning, then encoding, pages, characters, headings, figures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.sheet = _Sheet(theme, self)
        self.facts: dict[str, QLabel] = {}
        self._heads: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        for row, (key, name) in enumerate(self._names().items()):
            head, value = QLabel(name, self), QLabel(self)
            head.setObjectName("fieldName")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, row, 0)
            self._grid.addWidget(value, row, 1)
            self.facts[key], self._heads[key] = value, head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sheet, 1)
        column.addLayout(self._grid)

    def show_received(self, received: Received) -> None:
        """Show what was read."""
        report = received.report
        self.sheet.show_page(received.page, report.text[:_HEAD].strip())
        locale = QLocale(QLocale.Language.Chinese if settings.language() == "zh" else QLocale.Language.English)
        counts = {
            "characters": sum(map(len, report.text.split())), "headings": len(report.sections),
            "figures": len(report.metrics), "tables": len(report.layout.tables),
        }
        self._show("format", _format(report.source))
        self._show("pages", locale.toString(report.source.pages) if report.source.pages else "")
        for key, count in counts.items():
            self._show(key, locale.toString(count) if count or key != "tables" else "")

    def show_blocked(self, page: Page | None, name: str) -> None:
        """Show the first page of a file in which nothing could be read."""
        self.sheet.show_page(page, "")
        for key in self.facts:
            self._show(key, "")
        self._show("format", name)
        if page is not None:
            self._show("pages", str(page.count))

    def _show(self, key: str, words: str) -> None:
        self.facts[key].setText(words)
        for label in (self._heads[key], self.facts[key]):
            label.setVisible(bool(words))

    def _names(self) -> dict[str, str]:
        return {
            "format": self.tr("Format"), "pages": self.tr("Pages"), "characters": self.tr("Characters"),
            "headings": self.tr("Headings"), "figures": self.tr("Figures"), "tables": self.tr("Tables"),
        }


def _format(source: Source) -> str:
    ending = source.name.rpartition(".")[2].upper() if "." in source.name else ""
    return " · ".join(part for part in (ending[:8], (source.encoding or "").upper()) if part)


class _Sheet(QWidget):
    """The first page as a picture, or the first words where there are no pages."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("First page"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 290)

    def show_page(self, page: Page | None, words: str) -> None:
        """Show a picture, or words."""
        self._image = None
        if page is not None:
            self._image = QImage(page.pixels, page.width, page.height, page.stride, _RGB32).copy()
        self._words = words
        self.setAccessibleDescription(words[:200])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image is not None:
            ratio = min(box.width() / self._image.width(), box.height() / self._image.height())
            size = QSize(round(self._image.width() * ratio), round(self._image.height() * ratio))
            box = QRectF(box.left() + (box.width() - size.width()) / 2, box.top(), size.width(), size.height())
            painter.drawImage(box, self._image)
        else:
            painter.fillRect(box, self._theme.color("paper"))
            painter.setPen(self._theme.color("text"))
            self._paint_words(painter, box.adjusted(12, 10, -12, -10))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        """The first lines, as many whole ones as there is room for."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # no mark at the beginning of a line
        layout = QTextLayout(self._words.replace("\n", "\u2028"), report_font(11))
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while top + _LINE <= box.height() and (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, top))
            top += _LINE
        layout.endLayout()
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), box.width(), top))
        layout.draw(painter, box.topLeft())
        painter.restore()
