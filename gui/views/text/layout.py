"""The set page: one QTextLayout for each paragraph in sight, true heights where it was seen, good guesses elsewhere."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import accumulate, groupby

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from core.model import Span
from core.model.layout import Table
from gui.views.highlights import Utf16
from gui.views.text import breaking
from gui.views.text.paragraphs import Paragraph, Shown
from gui.views.text.setting import BOTTOM, TOP, Setting
from gui.views.text.tables import PAD_DOWN, Columns, columns_of

_KEPT = 240
#: The width of a letter or digit, in widths of a Han character; about.
_NARROW = 0.52
ENDLESS = 1e6
Run = tuple[int, float, float]


class Row:
    """One paragraph, set. Places are code points of `shown.text`; x and y are from the paragraph's own corner."""

    __slots__ = ("_edge", "_utf16", "_x", "before", "height", "layout", "line_height", "lines", "paragraph", "shown")

    def __init__(
        self, paragraph: Paragraph, shown: Shown, setting: Setting, figures: Sequence[tuple[int, int]], justified: bool
    ) -> None:
        self.paragraph, self.shown = paragraph, shown
        face = setting.face(paragraph)
        self.line_height = face.line
        # A mark that hangs has its ink in its left half: what is drawn under words ends with the ink.
        self._edge = setting.column + breaking.HANG * setting.em if paragraph.style == "body" else ENDLESS
        self.before = setting.before(paragraph)
        self._utf16 = Utf16(shown.text)
        self._x: dict[tuple[int, int], float] = {}
        text = shown.text
        width = breaking.widths(text, face.advances)
        lead = shown.place(paragraph.lead)
        if lead:
            width[:lead] = breaking.widths(text[:lead], setting.lead().advances)
        body = paragraph.style == "body"
        # Fonts give a Han sign a 64th of a pixel less than its size: a line would lose half a pixel by its end.
        hair = 0.0 if setting.latin else face.font.pixelSize() - face.advances["国"]
        width = [each + hair for each in width]
        white = breaking.white_of(text, width, setting.em) if body else breaking.White({}, set())
        for place, added in white.after.items():
            width[place] += added
        if paragraph.style in ("body", "table", "noise"):
            inside = breaking.unbroken(text, figures)
            self.lines = breaking.body_lines(text, width, setting.column, setting.em, inside)
        else:
            self.lines = breaking.heading_lines(text, width, setting.column, setting.em, shown.cuts)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setUseDesignMetrics(True)
        option.setTabStopDistance(6 * setting.em)
        # Qt would break lines by its own rules; a separator ends each where ours ends.
        self.layout = QTextLayout("\u2028".join(text[line.start : line.end] for line in self.lines), face.font)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.layout.setFormats(self._formats(setting, white, hair, lead, justified and body))
        self._break(face.baseline)
        self.height = self.before + len(self.lines) * face.line + face.after

    def _formats(
        self, setting: Setting, white: breaking.White, hair: float, lead: int, justified: bool
    ) -> list[QTextLayout.FormatRange]:
        """Letter spacing that fills each line to the column, and the little white round digits."""
        formats: list[QTextLayout.FormatRange] = []
        if lead:
            style = QTextCharFormat()
            style.setFont(setting.lead().font)
            formats.extend(self.formats(0, lead, style))
        for number, line in enumerate(self.lines):
            start, last = line.start, line.end - 1
            gaps = [place for place in range(start, last) if place not in white.within]
            spaces = dict.fromkeys(range(start, last), hair)
            if justified and number < len(self.lines) - 1 and (slack := self._slack(line, len(gaps), setting)):
                # Whole pixels, for signs are drawn clearly at those: the first gaps get one more than the others.
                each, wider = divmod(slack, len(gaps))
                for count, place in enumerate(gaps):
                    spaces[place] += each + (count < wider)
            for place in range(start, last):
                if place in white.after:
                    spaces[place] += white.after[place]
            for space, places in groupby(spaces, spaces.__getitem__):
                same = list(places)
                if step := round(space * 64):
                    formats.append(self._utf16.format_range(same[0], same[-1] + 1, _spacing(step), number))
        return formats

    def formats(self, start: int, end: int, style: QTextCharFormat) -> list[QTextLayout.FormatRange]:
        """A style for the places `start` to `end`, as this paragraph's layout wants it: one range a line."""
        result = []
        for number in range(self.line_of(start), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                result.append(self._utf16.format_range(first, last, style, number))
        return result

    def _slack(self, line: breaking.Line, gaps: int, setting: Setting) -> int:
        """The whole pixels that the gaps of a line get together, so that its ink ends at the column's edge."""
        hanging = line.width > setting.column + 0.5
        slack = setting.column - line.width + (breaking.EMPTY * setting.em if hanging else 0)
        most = max(breaking.SLACK, breaking.GAP * gaps) * setting.em
        return int(slack + 0.01) if gaps >= 8 and 0 < slack <= most else 0

    def _break(self, baseline: float) -> None:
        self.layout.beginLayout()
        for number in range(len(self.lines)):
            drawn = self.layout.createLine()
            drawn.setLineWidth(ENDLESS)
            drawn.setPosition(QPointF(0, self.before + number * self.line_height + baseline - drawn.ascent()))
        self.layout.endLayout()

    def line_top(self, line: int) -> float:
        """The upper edge of a line."""
        return self.before + line * self.line_height

    def line_of(self, place: int) -> int:
        """The line that holds a place; one at a line's end belongs to the next line."""
        return max(0, min(len(self.lines) - 1, bisect_right(self.lines, place, key=lambda line: line.start) - 1))

    def x(self, line: int, place: int) -> float:
        """Where a place stands in a line."""
        known = self._x.get((line, place))
        if known is None:
            answer = self.layout.lineAt(line).cursorToX(self._utf16.units(place) + line)
            known = self._x[line, place] = _horizontal(answer)
        return known

    def runs(self, start: int, end: int) -> list[Run]:
        """The strips, one a line, that the places `start` to `end` cover: line, left, right."""
        result: list[Run] = []
        number = self.line_of(start)
        while number < len(self.lines) and self.lines[number].start < end:
            line = self.lines[number]
            first, last = max(start, line.start), min(end, line.end)
            while last > first and self.shown.text[last - 1] == " " and last == line.end:
                last -= 1
            if first < last:
                result.append((number, self.x(number, first), min(self._edge, self.x(number, last))))
            number += 1
        return result

    def place_at(self, x: float, y: float) -> int:
        """The place nearest to a point."""
        return self._place_in(max(0, min(len(self.lines) - 1, int((y - self.before) // self.line_height))), x)

    def _place_in(self, number: int, x: float) -> int:
        line = self.lines[number]
        place = self._utf16.points(self.layout.lineAt(number).xToCursor(x) - number)
        while line.start < place < len(self.shown.text) and breaking.attached(self.shown.text[place]):
            place -= 1
        return max(line.start, min(place, line.end))

    def inside(self, x: float, y: float) -> int | None:
        """The character under a point, None beside the words."""
        number = int((y - self.before) // self.line_height)
        if not 0 <= number < len(self.lines) or y < self.before:
            return None
        return self._character_in(number, x)

    def _character_in(self, number: int, x: float) -> int | None:
        line = self.lines[number]
        place = self._place_in(number, x)
        if place > line.start and (place >= line.end or x < self.x(number, place)):
            place -= 1
        if self.x(number, place) - 1 <= x <= self.x(number, place + 1) + 1:
            return place
        return None

    def margin_line(self, line: int) -> int:
        """The line beside which the signs of a line stand."""
        return line

    def margin_line_at(self, y: float) -> int:
        """The line beside which signs at this height stand."""
        return int((y - self.before) // self.line_height)

    @property
    def bands(self) -> int:
        """How many lines there are to go up and down by."""
        return len(self.lines)

    def band_of(self, line: int) -> int:
        """The number of a line in going up and down."""
        return line

    def line_in(self, band: int, _x: float) -> int:
        """The line that going up and down leads to."""
        return band


_SPACINGS: dict[int, QTextCharFormat] = {}


def _spacing(step: int) -> QTextCharFormat:
    """A format that only spaces letters, by 64ths of a pixel."""
    known = _SPACINGS.get(step)
    if known is None:
        known = _SPACINGS[step] = QTextCharFormat()
        known.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        known.setFontLetterSpacing(step / 64)
    return known


def _horizontal(answer: object) -> float:
    """PySide gives the place of a cursor as (x, cursor), its stubs say otherwise."""
    first = answer[0] if isinstance(answer, tuple) else answer
    return float(first) if isinstance(first, int | float) else 0.0


def length(text: str, paragraph: Paragraph) -> float:
    """How long a paragraph is on one line, about, in widths of a Han character."""
    words = text[paragraph.start : paragraph.end]
    narrow = len(words.encode("ascii", "ignore"))
    return len(words) - narrow + narrow * _NARROW


class Page:
    """All paragraphs with their places on one long page."""

    def __init__(self) -> None:
        self.text = ""
        self.paragraphs: list[Paragraph] = []
        self.setting = Setting(17, 32)
        self._skipped: list[Span] = []
        self._starts: list[int] = []
        self._lengths: list[float] = []
        self._heights: list[float] = []
        self._tops: list[float] = [float(TOP)]
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._figures: Callable[[int], Sequence[Span]] = lambda _: ()
        self._justified = True
        self._columns: dict[int, Columns] = {}
        self._slid: dict[int, float] = {}

    def load(
        self, text: str, paragraphs: list[Paragraph], lengths: list[float], skipped: list[Span],
        figures: Callable[[int], Sequence[Span]], setting: Setting, *, justified: bool,
    ) -> None:
        """Take over a text and set it. `lengths` are those of the paragraphs (see `length`), `figures` gives the spans
        in one that should not be broken."""
        self.text, self.paragraphs, self._lengths = text, paragraphs, lengths
        self._skipped, self._figures, self._justified = skipped, figures, justified
        self._starts = [paragraph.start for paragraph in paragraphs]
        self.reset(setting)

    def skip(self, skipped: list[Span]) -> None:
        """Other parts are not drawn, or other figures should not be broken; all else stays."""
        self._skipped = skipped
        self.reset(self.setting)

    def reset(self, setting: Setting) -> None:
        """Set everything anew in another size or measure."""
        self.setting = setting
        self._rows.clear()
        self._columns.clear()
        self._slid.clear()
        self._heights = self._guessed()
        self._tops = list(accumulate(self._heights, initial=float(TOP)))

    @property
    def height(self) -> float:
        """The height of the whole page."""
        return self._tops[-1] + BOTTOM

    def top(self, index: int) -> float:
        """The upper edge of a paragraph."""
        return self._tops[index]

    def index_of(self, offset: int) -> int:
        """The paragraph that holds an offset of the text, or the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def index_at(self, y: float) -> int:
        """The paragraph at a height of the page."""
        return max(0, min(len(self.paragraphs), bisect_right(self._tops, y)) - 1)

    def share(self, offset: int) -> float:
        """How far down the page an offset stands, 0 to 1."""
        if not self.paragraphs:
            return 0.0
        index = max(0, bisect_right(self._starts, offset) - 1)
        paragraph, top = self.paragraphs[index], self._tops[index]
        inside = min(1.0, max(0.0, (offset - paragraph.start) / max(1, paragraph.end - paragraph.start)))
        return (top + inside * (self._tops[index + 1] - top)) / self.height

    def row(self, index: int) -> Row:
        """A paragraph, set. Its true height is known from then on (see `settle`)."""
        row = self._rows.get(index)
        if row is None:
            row = self._rows[index] = self._set(index)
            if len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        else:
            self._rows.move_to_end(index)
        return row

    def _set(self, index: int) -> Row:
        paragraph = self.paragraphs[index]
        if paragraph.table is not None and paragraph.group is not None:
            from gui.views.text.grid import GridRow

            return GridRow(
                self.text, paragraph, paragraph.group, self.setting, self.columns(paragraph.table),
                paragraph.table.rows, self._slid.get(paragraph.table.span.start, 0.0),
            )
        shown = Shown(self.text, paragraph, self.skipped_in(paragraph))
        figures = [(shown.place(span.start), shown.place(span.end)) for span in self._figures(index)]
        return Row(paragraph, shown, self.setting, figures, self._justified)

    def columns(self, table: Table) -> Columns:
        """The columns of a table, worked out when it is first met in this setting."""
        known = self._columns.get(table.span.start)
        if known is None:
            face = self.setting.grid_head()
            em = float(face.font.pixelSize())
            known = columns_of(table, self.text, face.advances, em, self.setting.column)
            self._columns[table.span.start] = known
        return known

    def slide(self, table: Table, by: float) -> bool:
        """Move a table that is wider than the column by so many pixels; False where it stays."""
        most = max(0.0, self.columns(table).width - self.setting.column)
        before = self._slid.get(table.span.start, 0.0)
        after = max(0.0, min(most, before + by))
        if after == before:
            return False
        self._slid[table.span.start] = after
        for index in [index for index in self._rows if self.paragraphs[index].table is table]:
            del self._rows[index]
        return True

    def skipped_in(self, paragraph: Paragraph) -> Sequence[Span]:
        """The parts of a paragraph that are not drawn."""
        first = bisect_left(self._skipped, paragraph.start, key=lambda span: span.end)
        last = first
        while last < len(self._skipped) and self._skipped[last].start < paragraph.end:
            last += 1
        return self._skipped[first:last]

    def settle(self, first: int, height: float, y: float) -> float:
        """Set the paragraphs from `first` (whose top is at `y`) down to `height`; true heights replace guesses.

        Returns by how much the page above `y` grew, which is 0 unless `first` itself was only guessed.
        """
        changed: int | None = None
        grown = 0.0
        index = first
        while index < len(self.paragraphs) and y < height:
            row = self.row(index)
            if abs(row.height - self._heights[index]) > 0.5:
                if index == first and y < 0:
                    grown = row.height - self._heights[index]
                    y -= grown
                self._heights[index] = row.height
                changed = index if changed is None else changed
            y += row.height
            index += 1
        if changed is not None:
            self._tops[changed:] = accumulate(self._heights[changed:], initial=self._tops[changed])
        return grown

    def _guessed(self) -> list[float]:
        """About how high each paragraph is. All are asked at every turn of the measure, so each costs little."""
        setting, column = self.setting, self.setting.column
        styles: dict[tuple[str, int], tuple[int, float, float]] = {}
        heights = []
        for paragraph, length in zip(self.paragraphs, self._lengths, strict=True):
            style = styles.get((paragraph.style, paragraph.depth))
            if style is None:
                face = setting.face(paragraph)
                style = styles[paragraph.style, paragraph.depth] = face.font.pixelSize(), face.line, face.after
            em, line, after = style
            if paragraph.group is not None:
                rows = paragraph.group.behind - paragraph.group.first
                height = rows * (line + 2 * PAD_DOWN)
            else:
                height = max(1, math.ceil(length * em / column)) * line + after
            heights.append(setting.before(paragraph) + height)
        return heights
