"""How the page is set: sizes, fonts, the measure in characters and the white round it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFont, QFontMetricsF

from core.values import dataclass
from gui.kept import kept
from gui.theme import heading_font, report_font
from gui.views.text.breaking import attached
from gui.views.text.paragraphs import Paragraph

#: From this width of the window the body is a size larger and the measure two characters wider.
WIDE_WINDOW = 1560
SMALLEST, LARGEST = 13, 32
#: The measure, in characters: least and most that are comfortable.
NARROWEST, WIDEST = 26, 38
#: Left of the column stand the paragraph numbers, right of it the signs; both in pixels.
LEFT, RIGHT = 28, 72
LEFT_NARROW, RIGHT_NARROW = 22, 66
#: So much of both margins may be given up for one more character: splitters and frames take a pixel here and there.
_GIVEN_UP = 8
#: White above the first line and below the last.
TOP, BOTTOM = 20, 64


class Advances(dict[str, float]):
    """The widths of a font's characters, measured when first met. Combining marks have none."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, sign: str) -> float:
        width = 0.0 if attached(sign) else self._metrics.horizontalAdvance(sign)
        self[sign] = width
        return width


@dataclass(frozen=True, slots=True)
class Face:
    """One style of paragraph: its font, the height of a line, the white before and after, in pixels."""

    font: QFont
    advances: Advances
    line: float
    before: float
    after: float
    ascent: float
    descent: float

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return (self.line - self.ascent - self.descent) / 2 + self.ascent


def _face(latin: bool, font: QFont, line: float, before: float, after: float) -> Face:
    if latin:
        font.setFeature(QFont.Tag("pwid"), 1)
    metrics = QFontMetricsF(font)
    return Face(font, Advances(font), line, before, after, metrics.ascent(), metrics.descent())


@dataclass(frozen=True, slots=True)
class Setting:
    """The page at one body size: `size` in pixels, the column `characters` wide.

    In a `latin` text quotes and dashes have the width of letters, not of Han characters.
    """

    size: int
    characters: int
    latin: bool = False

    @property
    def em(self) -> float:
        """The width of one Han character."""
        return float(self.size)

    @property
    def column(self) -> float:
        """The width of the text column: a whole number of characters."""
        return self.em * self.characters

    def face(self, paragraph: Paragraph) -> Face:
        """The style of one paragraph."""
        return _style(self.size, paragraph.style, min(paragraph.depth, 4), self.latin)

    def before(self, paragraph: Paragraph) -> float:
        """The white above a paragraph."""
        if paragraph.joined:
            return 0.0
        return self.face(paragraph).before + (0.6 * self.em if paragraph.apart else 0.0)

    def grid_head(self) -> Face:
        """The style of the heads of a table."""
        return _style(self.size, "grid_head", 0, self.latin)

    def lead(self) -> Face:
        """The style of a heading that opens a body paragraph."""
        return _lead(self.size, self.latin)


#: Styles that are kept: those of two sizes, which is what windows of two widths have. Each holds the glyphs of its font
#: and the widths of the signs that were met, a megabyte and more for a size.
_KEPT = 24


@kept(_KEPT)
def _style(size: int, style: str, depth: int, latin: bool) -> Face:
    face = partial(_face, latin)
    scale = 1.0 if size in (17, 18) else size / 17
    match style, depth:
        case "title", _:
            return face(heading_font(round(23 * scale), 700), round(36 * scale), 4, 4)
        case "byline", _:
            return face(heading_font(max(11, round(12 * scale))), round(24 * scale), 0, 10)
        case "noise", _:
            return face(heading_font(max(11, round(12 * scale))), round(22 * scale), 0, 2)
        case "table", _:
            return face(heading_font(round(13 * scale)), round(24 * scale), 0, 4)
        case "caption", _:
            return face(heading_font(round(13 * scale), 700), round(26 * scale), 6, 4)
        case "grid", _:
            return face(heading_font(round(13 * scale)), round(24 * scale), 0, round(14 * scale))
        case "grid_head", _:
            return face(heading_font(round(13 * scale), 700), round(24 * scale), 0, 0)
        case "heading", 1:
            return face(heading_font(round(21 * scale), 700), round(32 * scale), 20, 12)
        case "heading", 2:
            return face(heading_font(round(17 * scale), 700), round(28 * scale), 14, 6)
        case "heading", 3:
            return face(heading_font(round(16 * scale), 700), round(28 * scale), 10, 5)
        case "heading", _:
            return face(heading_font(round(15 * scale), 700), round(26 * scale), 8, 4)
        case _:
            return face(report_font(size), line_height(size), 0, round(12 * scale))


@kept(2)
def _lead(size: int, latin: bool) -> Face:
    return _face(latin, heading_font(size - 1, 700), line_height(size), 0, 0)


def line_height(size: int) -> float:
    """The height of a body line: 17/32, 18/34, else 1.9 times the size."""
    return {17: 32, 18: 34}.get(size, round(1.9 * size))


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the column stands in the viewport: `left` and `right` are the white beside it."""

    left: float
    right: float


def fit(width: float, size: int, wanted: int, *, latin: bool = False) -> tuple[Setting, Margins]:
    """The widest measure, up to `wanted` characters, that the viewport has room for, and the column's place.

    A narrow pane gets fewer characters and narrower margins, never smaller type.
    """
    left, right = LEFT, RIGHT
    if width - left - right < size * min(wanted, NARROWEST):
        left, right = LEFT_NARROW, RIGHT_NARROW
    characters = max(8, min(wanted, WIDEST, int((width - left - right + _GIVEN_UP) // size)))
    spare = width - left - right - size * characters
    margins = Margins(float(round(left + spare / 2)), right + spare - round(spare / 2))
    return Setting(size, characters, latin), margins
