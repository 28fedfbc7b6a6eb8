"""A text without its white space, and the way back to its own offsets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import Final

from core.text import fold

_WORDS: Final = re.compile(r"\S+")
#: White space that parts nothing; between Latin letters or digits it parts words and figures.
_IDLE: Final = re.compile(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])")


def same_words(left: str, right: str) -> bool:
    """Whether two quotes say the same to the letter, but for layout: line breaks, blanks, the width of digits."""
    return left == right or _said(left) == _said(right)


def _said(quote: str) -> str:
    return " ".join(_IDLE.sub("", fold(quote)).split())


class Compact:
    """The characters of a text that carry its words: white space dropped, full-width digits and signs folded.

    A report that comes as a PDF first and as a Word file later differs in line breaks and in the width of its digits;
    its words are the same. `text` is the original, `words` the compact form; both are counted in code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(text)
        self._starts = array("q")  # of each piece without white space: in the text, and in the words
        self._places = array("q")
        pieces = []
        length = 0
        for found in _WORDS.finditer(folded):
            self._starts.append(found.start())
            self._places.append(length)
            pieces.append(found[0])
            length += found.end() - found.start()
        self.words = "".join(pieces)

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """The part of the words that lies in a span of the text."""
        return self._place(start), self._place(end)

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text from the first to the last of some words; an empty part gives an empty span."""
        if start >= end:
            place = self._start(start)
            return place, place
        return self._start(start), self._start(end - 1) + 1

    def _place(self, offset: int) -> int:
        """How many characters of the words stand before an offset of the text."""
        piece = bisect_right(self._starts, offset) - 1
        if piece < 0:
            return 0
        behind = self._places[piece + 1] if piece + 1 < len(self._places) else len(self.words)
        return min(self._places[piece] + offset - self._starts[piece], behind)

    def _start(self, place: int) -> int:
        """Where in the text a character of the words stands; behind the last one, the end of the text."""
        if place >= len(self.words):
            return len(self.text)
        piece = bisect_right(self._places, place) - 1
        return self._starts[piece] + place - self._places[piece]
