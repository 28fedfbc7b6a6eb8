"""Printed paragraphs: lines that page layout broke are joined, furniture between them is stepped over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from core.model.spans import Span
from core.sections.furniture import LineKind
from core.sections.marks import opens_heading
from core.text import Line

ParagraphKind = Literal["text", "table", "noise"]

_CLOSED: Final = re.compile(r"[。！？；:!?…;.][”’」』）)】\]*]*$")
_SENTENCE_MARK: Final = re.compile(r"[。！？；，]")
_GOES_ON: Final = re.compile(r"[，、。；）】”》,;:)\]]")
_ASCII_WORD: Final = re.compile(r"[A-Za-z0-9,.;:)%]")
#: A block longer than this that has no end mark is a sentence that goes on in the next block.
_LONG: Final = 40
_FRAGMENT: Final = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `pieces` are its printed lines, `words` the folded text with the breaks between them closed."""

    pieces: tuple[Span, ...]
    words: str
    kind: ParagraphKind
    indent: int
    starts: tuple[int, ...]

    @property
    def span(self) -> Span:
        """From the first printed character to the last."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    @property
    def breaks(self) -> tuple[Span, ...]:
        """What lies between the pieces: line ends, blanks, furniture."""
        return tuple(
            Span(left.end, right.start) for left, right in zip(self.pieces, self.pieces[1:], strict=False)
        )

    def at(self, offset: int) -> int:
        """Where the character `offset` of `words` stands in the text; for its length, the paragraph's end."""
        index = bisect_right(self.starts, offset) - 1
        piece = self.pieces[index]
        return min(piece.start + offset - self.starts[index], piece.end)


def paragraphs(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> list[Paragraph]:
    """The paragraphs in order; furniture lines are paragraphs of kind "noise" of their own."""
    width = _wrap_width(view, lines, kinds)
    fragments = _fragments(view, lines, kinds)
    found: list[Paragraph] = []
    open_lines: list[Line] = []
    passed: list[Paragraph] = []
    blanks = 0

    def close() -> None:
        if open_lines:
            found.append(_paragraph(view, open_lines, "text"))
            open_lines.clear()
        found.extend(passed)
        passed.clear()

    for line, kind in zip(lines, kinds, strict=True):
        if line.blank:
            blanks += 1
        elif kind == "noise":
            passed.append(_paragraph(view, [line], "noise"))
        elif kind == "table":
            close()
            found.append(_paragraph(view, [line], "table"))
        else:
            if not open_lines or not _continues(view, open_lines, line, blanks, width, fragments, bool(passed)):
                close()
            # Furniture that stood inside a sentence is listed before the paragraph it interrupted.
            open_lines.append(line)
            blanks = 0
    close()
    return sorted(found, key=lambda paragraph: paragraph.pieces[0].start)


def _paragraph(view: str, lines: Sequence[Line], kind: ParagraphKind) -> Paragraph:
    words = ""
    starts = []
    for line in lines:
        piece = line.span.quote(view)
        if words and _ASCII_WORD.match(words[-1]) and piece[:1].isascii() and piece[:1].isalnum():
            words += " "
        starts.append(len(words))
        words += piece
    return Paragraph(tuple(line.span for line in lines), words, kind, lines[0].indent, tuple(starts))


def _continues(
    view: str, before: Sequence[Line], line: Line, blanks: int, width: int | None, fragments: frozenset[str],
    over_furniture: bool,
) -> bool:
    """Whether `line` goes on with the paragraph of the lines `before`."""
    last = before[-1].span.quote(view)
    words = line.span.quote(view)
    if last in fragments:
        return not opens_heading(words)
    length = sum(len(piece.span.quote(view)) for piece in before)
    if _CLOSED.search(last):
        return bool(
            width and not blanks and _width(last) >= width - 2 and line.indent < 2
            and _GOES_ON.match(words) and not opens_heading(words)
        )
    if opens_heading(words):
        return False
    if words in fragments:
        return True
    if _GOES_ON.match(words) and (length > 8 or over_furniture):
        return True
    if width and not blanks and line.indent < 2:
        return width - 3 <= _width(last) <= width + 3
    return length > _LONG and not (line.indent >= 2 and before[0].indent < 2)


def _width(words: str) -> int:
    """Columns in units of one Han character."""
    return sum(1 if ord(sign) > 0x2E7F else 0 for sign in words) + sum(1 for sign in words if ord(sign) <= 0x2E7F) // 2


def _wrap_width(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> int | None:
    """The column at which a hard-wrapped text breaks its lines; None for a text with one line a paragraph.

    Hard wrapping shows in many neighbouring lines of the same width that end in the middle of a sentence.
    """
    widths: Counter[int] = Counter()
    counted = 0
    for index, line in enumerate(lines[:4000]):
        if line.blank or kinds[index] != "text" or line.span.end - line.span.start > 240:
            continue
        words = line.span.quote(view)
        follower = lines[index + 1] if index + 1 < len(lines) else None
        counted += 1
        if follower is not None and not follower.blank and not _CLOSED.search(words):
            widths[_width(words) + min(line.indent, 2)] += 1
    if not widths:
        return None
    best = max(widths, key=lambda value: widths[value] + widths[value + 1] + widths[value - 1])
    near = widths[best] + widths[best + 1] + widths[best - 1]
    return best if best >= 12 and near >= 4 and near >= 0.35 * counted else None


def _fragments(view: str, lines: Sequence[Line], kinds: Sequence[LineKind]) -> frozenset[str]:
    """Words that a web page put on lines of their own in the middle of sentences (links), again and again."""
    printed = [
        line.span.quote(view) for line, kind in zip(lines, kinds, strict=True) if not line.blank and kind == "text"
    ]
    inside: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for before, words in zip(["", *printed], printed, strict=False):
        if len(words) <= _FRAGMENT and not _SENTENCE_MARK.search(words) and not opens_heading(words):
            seen[words] += 1
            if len(before) > _LONG and not _CLOSED.search(before):
                inside[words] += 1
    return frozenset(words for words, count in inside.items() if seen[words] >= 2 and 2 * count >= seen[words])
