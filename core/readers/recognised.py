"""Where recognised words stand on their page: along the lines that the recognition saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.model import Span
from core.model.layout import RecognisedLine
from core.readers.printed.text import units
from core.values import dataclass

#: A click this far from a line, as a share of the page, is still meant for it.
_NEAR = 0.02


@dataclass(frozen=True, slots=True)
class PageBox:
    """A place on a page, from 1: shares of its width and height, from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def recognised_boxes(lines: Sequence[RecognisedLine], text: str, span: Span) -> Iterator[PageBox]:
    """The part of each line that a span of the text covers, by the widths of its characters."""
    for line in lines:
        start, end = max(span.start, line.span.start), min(span.end, line.span.end)
        if start < end:
            whole = max(units(line.span.quote(text)), 0.5)
            before = units(text[line.span.start : start]) / whole
            yield _part(line, before, min(before + units(text[start:end]) / whole, 1.0))


def recognised_offset(lines: Sequence[RecognisedLine], text: str, page: int, x: float, y: float) -> int | None:
    """The place in the text of what stands at a point of a page, in shares; None where nothing does."""
    best: tuple[float, RecognisedLine] | None = None
    for line in lines:
        if line.page == page:
            apart = max(line.left - x, x - line.right, 0.0) + max(line.top - y, y - line.bottom, 0.0)
            if best is None or apart < best[0]:
                best = apart, line
    if best is None or best[0] > _NEAR:
        return None
    line = best[1]
    along = (x - line.left) / max(line.right - line.left, 1e-6)
    if line.turn % 2:
        along = (y - line.top) / max(line.bottom - line.top, 1e-6)
    if line.turn > 1:
        along = 1 - along
    words = line.span.quote(text)
    whole = units(words)
    at = next((place for place in range(len(words)) if units(words[: place + 1]) > along * whole), len(words) - 1)
    return line.span.start + max(at, 0)


def _part(line: RecognisedLine, begin: float, end: float) -> PageBox:
    across, down = line.right - line.left, line.bottom - line.top
    match line.turn:
        case 1:
            return PageBox(line.page, line.left, line.top + down * begin, line.right, line.top + down * end)
        case 2:
            return PageBox(line.page, line.right - across * end, line.top, line.right - across * begin, line.bottom)
        case 3:
            return PageBox(line.page, line.left, line.bottom - down * end, line.right, line.bottom - down * begin)
    return PageBox(line.page, line.left + across * begin, line.top, line.left + across * end, line.bottom)
