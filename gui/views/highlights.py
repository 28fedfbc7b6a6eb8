"""Code points here, UTF-16 units in Qt: the one place where the two are converted."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QTextCharFormat, QTextLayout


class Utf16:
    """Offsets of one string in both counts: `units` for Qt, `points` for Python and for spans.

    >>> Utf16("𠮷野").units(1)
    2
    """

    __slots__ = ("_high", "_wide")

    def __init__(self, text: str) -> None:
        astral = bool(text) and max(text) > "\uffff"
        self._wide = [place for place, sign in enumerate(text) if sign > "\uffff"] if astral else []
        self._high = [place + before for before, place in enumerate(self._wide)]

    def units(self, points: int) -> int:
        """The place in UTF-16 units of a place in code points."""
        return points + bisect_left(self._wide, points) if self._wide else points

    def points(self, units: int) -> int:
        """The place in code points; between the halves of a pair it is the place before the pair."""
        return units - bisect_left(self._high, units) if self._high else units

    def format_range(
        self, start: int, end: int, style: QTextCharFormat, inserted: int = 0
    ) -> QTextLayout.FormatRange:
        """A style for the code points `start` to `end`, as a QTextLayout wants it.

        `inserted` is the number of units that the layout's own text has before them.
        """
        formats = QTextLayout.FormatRange()
        formats.start = self.units(start) + inserted
        formats.length = self.units(end) + inserted - formats.start
        formats.format = style
        return formats
