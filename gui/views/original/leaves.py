"""Where the pages of a document lie one under the other at a zoom: pure arithmetic, in logical pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF

from core.values import dataclass

Fit = Literal["width", "page", "free"]

GAP: Final = 12
#: A page at 100 % is as wide on the screen as 96 points an inch make it.
_POINT: Final = 96 / 72
SMALLEST, LARGEST = 0.2, 5.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are: fitted to the width or to the whole page, or free at `factor` (1 is 100 %)."""

    fit: Fit = "width"
    factor: float = 1.0

    @classmethod
    def from_words(cls, words: str) -> Zoom:
        """The reverse of `words`; fitted to the width for anything else."""
        if words == "page":
            return cls("page")
        try:
            return cls("free", max(SMALLEST, min(LARGEST, float(words))))
        except ValueError:
            return cls()

    @property
    def words(self) -> str:
        """As the settings keep it."""
        return f"{self.factor:.3f}" if self.fit == "free" else self.fit


class Leaves:
    """The pages' places. Pages count from 1."""

    def __init__(self, sizes: Sequence[tuple[float, float]], room: tuple[float, float], zoom: Zoom) -> None:
        widest = max((width for width, _ in sizes), default=1.0)
        highest = max((height for _, height in sizes), default=1.0)
        match zoom.fit:
            case "width":
                scale = (room[0] - 2 * GAP) / widest
            case "page":
                scale = min((room[0] - 2 * GAP) / widest, (room[1] - 2 * GAP) / highest)
            case _:
                scale = zoom.factor * _POINT
        self.scale = max(scale, 0.05)
        self._sizes = [(width * self.scale, height * self.scale) for width, height in sizes]
        self._tops = list(accumulate((height + GAP for _, height in self._sizes), initial=float(GAP)))
        self.width = max(room[0], widest * self.scale + 2 * GAP)
        self.height = self._tops[-1]

    @property
    def factor(self) -> float:
        """The zoom as a factor, 1 is 100 %."""
        return self.scale / _POINT

    def rect(self, page: int) -> QRectF:
        """Where a page lies."""
        width, height = self._sizes[page - 1]
        return QRectF((self.width - width) / 2, self._tops[page - 1], width, height)

    def page_at(self, y: float) -> int:
        """The page at a height."""
        return max(1, min(len(self._sizes), bisect_right(self._tops, y)))

    def spot(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page under a point with the shares of its width and height; None beside the pages."""
        if not self._sizes:
            return None
        page = self.page_at(point.y())
        rect = self.rect(page)
        if not rect.contains(point):
            return None
        return page, (point.x() - rect.left()) / rect.width(), (point.y() - rect.top()) / rect.height()
