"""A small SVG writer: boxes, lines, words, icons, in points and in the light theme's colours by name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from xml.sax.saxutils import escape, quoteattr

import resources
from core.charts.words import label_break

#: The width of the review report's type area, 156 mm: charts are drawn 1:1 in points.
WIDTH = 442.0
FONT = "Noto Sans SC"
#: The size of a row's label, and the room beside the bars that labels have at most.
LABEL = 8.5
LABEL_ROOM = 12 * LABEL
_ROW, _ROW_OF_TWO = 17.0, 25.0
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def _colours() -> dict[str, str]:
    tokens: dict[str, dict[str, str]] = resources.table(resources.path("styles", "tokens.toml"))
    return tokens["light"]


def colour(token: str) -> str:
    """The token's colour in the light theme as #RRGGBB; print has no dark one."""
    return _colours()[token]


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the words run, near enough for placing: full width 1 em, others a little over half."""
    narrow = 0.6 if bold else 0.57
    return size * sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else narrow for c in text)


def wrap(text: str, size: float, room: float, lines: int = 2) -> list[str]:
    """The words in at most `lines` lines of `room` points; what does not fit ends in ….

    Latin words stay whole where there is a space to break at.
    """
    rest = text.strip()
    done: list[str] = []
    while rest and len(done) < lines:
        cut = _fitting(rest, size, room)
        last = len(done) == lines - 1
        if cut < len(rest) and last:
            done.append(rest[: max(1, _fitting(rest, size, room - size))].rstrip() + "…")
            return done
        space = rest.rfind(" ", 1, cut + 1)
        if cut < len(rest) and rest[cut - 1].isascii() and rest[cut - 1] != " " and space > 0:
            cut = space
        done.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return done or [""]


def label_lines(label: str) -> list[str]:
    """A row's label on one line, or on two if it is longer than there is room for."""
    lines = wrap(label or "—", LABEL, LABEL_ROOM + 2)
    if len(lines) == 2 and not lines[1].endswith("…"):
        cut = label_break(label, lambda words: width_of(words, LABEL), LABEL_ROOM + 2)
        return [label[:cut].rstrip(), label[cut:].lstrip()]
    return lines


def row_height(label: str) -> float:
    """How high a row with this label is."""
    return _ROW if len(label_lines(label)) == 1 else _ROW_OF_TWO


def _fitting(text: str, size: float, room: float) -> int:
    used = 0.0
    for index, char in enumerate(text):
        used += width_of(char, size)
        if used > room:
            return max(1, index)
    return len(text)


class Canvas:
    """Collects shapes; `svg` closes the picture at a height."""

    def __init__(self, width: float = WIDTH) -> None:
        self.width = width
        self._parts: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float, *, fill: str | None = None, stroke: str | None = None,
        line: float = 0.75, radius: float = 0.0, dashed: bool = False,
    ) -> None:
        """A box; `fill` and `stroke` are colour tokens."""
        self._parts.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(width, 0):.2f}" height="{max(height, 0):.2f}" '
            f'rx="{radius:.2f}" {self._paint(fill, stroke, line, dashed)}/>'
        )

    def hatched(self, x: float, y: float, width: float, height: float, token: str) -> None:
        """A box of diagonal lines, for values that are only about so much."""
        step = 3.2
        self.rect(x, y, width, height, stroke=token, line=0.5)
        place = x - height
        while place < x + width:
            x1, y1 = (place, y + height) if place >= x else (x, y + height - (x - place))
            over = place + height - x - width
            x2, y2 = (place + height, y) if over <= 0 else (x + width, y + over)
            if x1 < x2:
                self.line(x1, y1, x2, y2, token, 0.5)
            place += step

    def line(
        self, x1: float, y1: float, x2: float, y2: float, token: str, width: float = 0.75, *, dashed: bool = False
    ) -> None:
        """A straight line."""
        self._parts.append(
            f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" {self._paint(None, token, width, dashed)}/>'
        )

    def circle(
        self, x: float, y: float, radius: float, *, fill: str | None = None, stroke: str | None = None,
        line: float = 0.75,
    ) -> None:
        """A disc or ring."""
        self._parts.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" {self._paint(fill, stroke, line, False)}/>'
        )

    def shape(
        self, points: list[tuple[float, float]], *, fill: str | None = None, stroke: str | None = None,
        line: float = 0.75, closed: bool = True,
    ) -> None:
        """A polygon, or a broken line if not `closed`."""
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        name = "polygon" if closed else "polyline"
        self._parts.append(f'<{name} points="{path}" {self._paint(fill, stroke, line, False)}/>')

    def text(
        self, x: float, y: float, words: str, *, size: float = 8.5, token: str = "text", bold: bool = False,
        anchor: str = "start", tail: str = "",
    ) -> None:
        """Words on the base line `y`; `anchor` is start, middle or end; `tail` follows in bold."""
        behind = f'<tspan dx="4" font-weight="700">{escape(tail)}</tspan>' if tail else ""
        weight = ' font-weight="700"' if bold else ""
        self._parts.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-family={quoteattr(FONT)} font-size="{size:.2f}"{weight} '
            f'text-anchor="{anchor}" fill="{colour(token)}">{escape(_FORBIDDEN.sub("", words))}{behind}</text>'
        )

    def label(self, label: str, right: float, middle: float) -> None:
        """A row's label on its one or two lines, ending at `right`."""
        lines = label_lines(label)
        first = middle + 3 if len(lines) == 1 else middle - 2
        for index, line in enumerate(lines):
            self.text(right, first + index * 10.5, line, size=LABEL, anchor="end")

    def icon(self, name: str, x: float, y: float, size: float, token: str) -> None:
        """One of resources/icons in the colour of a token, its top left corner at x, y."""
        self._parts.append(
            f'<g transform="translate({x:.2f} {y:.2f}) scale({size / 20:.4f})" fill="none" stroke="{colour(token)}" '
            f'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">'
            f"{_drawing(name).replace('currentColor', colour(token))}</g>"
        )

    def svg(self, height: float) -> str:
        """The finished picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:.2f} {height:.2f}" '
            f'width="{self.width:.2f}" height="{height:.2f}">{"".join(self._parts)}</svg>'
        )

    @staticmethod
    def _paint(fill: str | None, stroke: str | None, line: float, dashed: bool) -> str:
        dashes = ' stroke-dasharray="2.4 2"' if dashed else ""
        edge = f' stroke="{colour(stroke)}" stroke-width="{line:.2f}"{dashes}' if stroke else ""
        return f'fill="{colour(fill) if fill else "none"}"{edge}'


def icon_svg(name: str, token: str) -> str:
    """One icon as a picture of its own."""
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return source.replace("currentColor", colour(token))


@cache
def _drawing(name: str) -> str:
    """What stands inside an icon's svg element."""
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return source[source.index(">", source.index("<svg")) + 1 : source.rindex("</svg>")]
