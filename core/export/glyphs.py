"""Characters that the document's fonts cannot print: shown as 〓, and named on the last page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

import resources

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

#: Chinese printers' own mark for a missing character.
GETA = "〓"
_KEPT = {"\n"}
_SPACES = {"\t": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n"}


@cache
def printable() -> frozenset[int]:
    """The code points that every face of ours or its stand-in has."""
    from fontTools.ttLib import TTFont

    faces: list[set[int]] = []
    for path in sorted(resources.path("fonts").glob("NotoSansSC-*.[ot]tf")):
        with TTFont(path, lazy=True) as font:
            faces.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*faces)) if faces else frozenset()


class Glyphs:
    """Replaces what cannot be printed and remembers it."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def clean(self, value: Json) -> Json:
        """The same data with every string printable."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.clean(item) for item in value]
        if isinstance(value, dict):
            return {key: item if key == "svg" else self.clean(item) for key, item in value.items()}
        return value

    def text(self, words: str) -> str:
        """The words with 〓 for each character that no font has; control characters go, odd blanks become blanks."""
        if words.isascii() and words.isprintable():
            return words
        return "".join(self._one(char) for char in words)

    def _one(self, char: str) -> str:
        char = _SPACES.get(char, char)
        if char in _KEPT or ord(char) in printable():
            return char
        if unicodedata.category(char) in ("Cc", "Cf"):
            return ""
        self.missing.add(char)
        return GETA

    def listed(self) -> str:
        """The code points that were replaced, in order: U+20BB7, U+1F600."""
        return code_points(self.missing)


def code_points(characters: Iterable[str]) -> str:
    """Characters by number, as they can be looked up."""
    return ", ".join(f"U+{ord(char):04X}" for char in sorted(characters))
