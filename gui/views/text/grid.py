"""Rows of a table, set: each cell's lines in its own place, in one QTextLayout like any other paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from core.model.layout import Cell
from gui.theme import Theme
from gui.views.highlights import Utf16
from gui.views.text import breaking
from gui.views.text.layout import ENDLESS, Row
from gui.views.text.paragraphs import Paragraph, Shown
from gui.views.text.setting import Face, Setting
from gui.views.text.tables import PAD_ACROSS, PAD_DOWN, Columns, Group, gaps

_CHEVRON: Final = 10


class GridRow(Row):
    """One group of a table's rows. A line here is a line of one cell."""

    __slots__ = ("_bands", "_lefts", "_tops", "boxes", "column", "columns", "last", "slid")

    def __init__(
        self, text: str, paragraph: Paragraph, group: Group, setting: Setting, columns: Columns,
        rows: int, slid: float,
    ) -> None:
        self.paragraph = paragraph
        self.slid = slid
        self.columns, self.column = columns, setting.column
        self.last = group.behind >= rows
        face, bold = setting.face(paragraph), setting.grid_head()
        cells = [cell for cell in group.cells if cell.span.end > cell.span.start]
        self.shown = Shown(text, paragraph, gaps(cells, paragraph.start, paragraph.end))
        self.line_height = face.line
        self._edge = ENDLESS
        self.before = setting.before(paragraph) + (PAD_DOWN if group.first == 0 else 0)
        self._utf16 = Utf16(self.shown.text)
        self._x = {}
        set_cells = [(cell, self._lines_of(cell, bold if cell.row < columns.heads else face)) for cell in cells]
        tops = self._row_tops(group, set_cells)
        self.lines: list[breaking.Line] = []
        self._lefts: list[float] = []
        self._tops: list[float] = []
        self._bands: list[int] = []
        heads: list[tuple[int, int]] = []
        for cell, lines in set_cells:
            self._place(cell, lines, tops, group, columns)
            if cell.row < columns.heads:
                heads.append((lines[0].start, lines[-1].end))
        if not self.lines:
            self.lines, self._lefts, self._tops, self._bands = [breaking.Line(0, 0, 0)], [0.0], [self.before], [0]
        self.boxes = [self._box(cell, tops, group, columns) for cell in group.cells]
        self.layout = QTextLayout(
            "\u2028".join(self.shown.text[line.start : line.end] for line in self.lines), face.font
        )
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setUseDesignMetrics(True)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        style = QTextCharFormat()
        style.setFont(bold.font)
        self.layout.setFormats([one for start, end in heads for one in self.formats(start, end, style)])
        self.layout.beginLayout()
        for number in range(len(self.lines)):
            drawn = self.layout.createLine()
            drawn.setLineWidth(ENDLESS)
            drawn.setPosition(QPointF(self._lefts[number], self._tops[number] + face.baseline - drawn.ascent()))
        self.layout.endLayout()
        self.height = tops[-1] + (face.after if self.last else 0)

    def _lines_of(self, cell: Cell, face: Face) -> list[breaking.Line]:
        """The lines of one cell, in places of the whole group's words."""
        first, behind = self.shown.place(cell.span.start), self.shown.place(cell.span.end)
        words = self.shown.text[first:behind]
        edges = self.columns.edges
        room = edges[cell.column + cell.columns] - edges[cell.column] - 2 * PAD_ACROSS
        width = breaking.widths(words, face.advances)
        lines = breaking.body_lines(words, width, room + 0.5, self.line_height, breaking.unbroken(words, ()))
        return [breaking.Line(first + line.start, first + line.end, line.width) for line in lines]

    def _row_tops(self, group: Group, cells: Sequence[tuple[Cell, list[breaking.Line]]]) -> list[float]:
        """The upper edges of the group's rows, and the lower edge of the last."""
        heights = [self.line_height + 2 * PAD_DOWN] * (group.behind - group.first)
        for cell, lines in sorted(cells, key=lambda one: one[0].rows):
            first = cell.row - group.first
            needed = len(lines) * self.line_height + 2 * PAD_DOWN
            missing = needed - sum(heights[first : first + cell.rows])
            if missing > 0:
                heights[first + cell.rows - 1] += missing
        tops = [self.before]
        for height in heights:
            tops.append(tops[-1] + height)
        return tops

    def _place(
        self, cell: Cell, lines: Sequence[breaking.Line], tops: Sequence[float], group: Group, columns: Columns
    ) -> None:
        first = cell.row - group.first
        top, bottom = tops[first], tops[first + cell.rows]
        left, right = columns.edges[cell.column] + PAD_ACROSS, columns.edges[cell.column + cell.columns] - PAD_ACROSS
        y = top + (bottom - top - len(lines) * self.line_height) / 2
        head = cell.row < columns.heads
        for line in lines:
            white = right - left - line.width
            if cell.columns > 1:
                x = left + white / 2
            else:
                x = left + white if cell.column in columns.numbers and (head or cell.column > 0) else left
            self.lines.append(line)
            self._lefts.append(max(left, x) - self.slid)
            self._tops.append(y)
            self._bands.append(first)
            y += self.line_height

    def _box(self, cell: Cell, tops: Sequence[float], group: Group, columns: Columns) -> tuple[QRectF, bool]:
        first = cell.row - group.first
        left, right = columns.edges[cell.column], columns.edges[cell.column + cell.columns]
        top, bottom = tops[first], tops[first + cell.rows]
        return QRectF(left - self.slid, top, right - left, bottom - top), cell.row < columns.heads

    # --- where things are

    def line_top(self, line: int) -> float:
        """The upper edge of a line."""
        return self._tops[line]

    def place_at(self, x: float, y: float) -> int:
        """The place nearest to a point."""
        number = min(range(len(self.lines)), key=lambda line: self._apart(line, x, y))
        return self._place_in(number, x)

    def inside(self, x: float, y: float) -> int | None:
        """The character under a point, None beside the words."""
        number = min(range(len(self.lines)), key=lambda line: self._apart(line, x, y))
        if self._apart(number, x, y) > (0.0, 1.0):
            return None
        return self._character_in(number, x)

    def margin_line(self, line: int) -> int:
        """The line beside which the signs of a line stand: the first of its row."""
        return self._bands.index(self._bands[line])

    def margin_line_at(self, y: float) -> int:
        """The line beside which signs at this height stand."""
        number = min(range(len(self.lines)), key=lambda line: self._apart(line, 0, y)[0])
        return self.margin_line(number)

    @property
    def bands(self) -> int:
        """How many rows of the table there are."""
        return max(self._bands) + 1

    def band_of(self, line: int) -> int:
        """The row that a line stands in."""
        return self._bands[line]

    def line_in(self, band: int, x: float) -> int:
        """The line of a row that is nearest to an x."""
        lines = [line for line, own in enumerate(self._bands) if own == band] or [0]
        return min(lines, key=lambda line: self._apart(line, x, self._tops[line])[1])

    def _apart(self, line: int, x: float, y: float) -> tuple[float, float]:
        """How far a point is from a line: down, then across."""
        top, left = self._tops[line], self._lefts[line]
        down = max(top - y, y - top - self.line_height, 0.0)
        across = max(left - x, x - left - self.lines[line].width, 0.0)
        return down, across

    # --- painting

    def begin(self, painter: QPainter, theme: Theme) -> None:
        """Below the words: the heads' ground, and light rules; strong ones above and below the table.

        What of a wide table lies beyond the column is cut off until `end`.
        """
        if self.columns.wide:
            painter.setClipRect(QRectF(-4, 0, self.column + 8, self.height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("chrome"))
        for box, head in self.boxes:
            if head:
                painter.drawRect(box)
        upper = min((box.top() for box, _ in self.boxes), default=0.0)
        lower = max((box.bottom() for box, _ in self.boxes), default=0.0)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLines([
            QLineF(box.bottomLeft(), box.bottomRight()) for box, _ in self.boxes
            if not (self.last and box.bottom() >= lower - 0.5)
        ])
        group = self.paragraph.group
        strong = [upper] if group is not None and group.first == 0 else []
        strong += [lower] if self.last or (group is not None and group.behind == self.columns.heads) else []
        painter.setPen(QPen(theme.color("line"), 1.2))
        left, right = -self.slid, self.columns.width - self.slid
        painter.drawLines([QLineF(left, y, right, y) for y in strong])

    def end(self, painter: QPainter, theme: Theme) -> None:
        """Above the words of a wide table: where it goes on."""
        if not self.columns.wide:
            return
        painter.setClipping(False)
        middle = (self._tops[0] + self.line_height / 2) - _CHEVRON / 2
        for more, left, icon in (
            (self.slid > 0, -_CHEVRON - 4, "chevron-left"),
            (self.columns.width - self.slid > self.column + 1, self.column + 2, "chevron-right"),
        ):
            if more:
                theme.paint_icon(painter, icon, QRectF(left, middle, _CHEVRON, _CHEVRON), "muted")
