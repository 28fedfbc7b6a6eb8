"""Hyphens at the ends of printed lines: made for the line (inform-/ation), or the word's own (state-/owned).

PDFium marks both alike, so the words of the text itself decide, as they stand elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.readers.printed.text import ends_parted, unparted

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: Halves shorter than this are words too often by chance (in-put, pro-gram).
_FEWEST_LETTERS = 3
#: First halves that English writes as one word with what follows.
_CLOSED = frozenset([
    "any", "every", "some", "with", "out", "over", "under", "down", "for", "fore", "there", "where", "here", "when",
    "what", "who", "how", "never", "none", "more", "further", "can", "may", "inter", "super", "trans", "sub", "pre",
    "con", "dis", "mis", "per", "pro", "foot", "hand", "head", "house", "land", "work", "business", "news", "nation",
])  # fmt: skip


class Hyphens:
    """Knows the words of a text; `lines` are all that it prints, asked for once one ends with a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None

    def at(self, before: str, after: str) -> str:
        """The hyphen that stands where a line that ends with one goes on: "-", or nothing."""
        first = _LAST.search(unparted(before))
        second = _FIRST.match(after)
        if first is None or second is None or not first[0][-1:].isalpha():
            return "-"  # 2023-/24: no word that is parted
        left, right = first[0], second[0]
        if not right[0].islower() or (left.isupper() and len(left) > 1):
            return "-"  # Beijing-/Tianjin, AI-/driven: nothing is parted before a capital or figure
        words = self._known()
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in words or "-" in left:
            return "-"  # as elsewhere; in day-to-/day the word has hyphens of its own
        if left + right in words or left in _CLOSED or min(len(left), len(right)) < _FEWEST_LETTERS:
            return ""
        return "-" if left in words and right in words else ""

    def _known(self) -> frozenset[str]:
        """The words of the text, those left out that a line's end parts."""
        if self._words is None:
            found: set[str] = set()
            parted = False
            for line in self._lines:
                bare = line.rstrip()
                words = [match[0].lower() for match in _WORD.finditer(unparted(bare))]
                goes_on = ends_parted(bare)
                whole = words[parted : len(words) - goes_on]
                found.update(whole, (half for word in whole if "-" in word for half in word.split("-")))
                parted = goes_on
            self._words = frozenset(found)
        return self._words
