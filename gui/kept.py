"""What is kept so that words and pictures are painted quickly, and let go when no project is open.

Widths of words, icons that Qt scaled and the glyphs of every size of the text hold some ten megabytes after an hour.
While a project is open they save measuring and drawing; behind the Welcome page nobody needs them, and the next report
has other words. To let go takes two or three milliseconds, the next picture of the Welcome page six more.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Final, TypeVar

from PySide6.QtGui import QFontDatabase, QPixmapCache

from gui.heap import give_back

Made = TypeVar("Made")

_clear: Final[list[Callable[[], None]]] = []


def kept(most: int) -> Callable[[Callable[..., Made]], _lru_cache_wrapper[Made]]:
    """Keep the last `most` answers of a function of words, fonts and sizes until `let_go`."""

    def keep(function: Callable[..., Made]) -> _lru_cache_wrapper[Made]:
        made = lru_cache(maxsize=most)(function)
        _clear.append(made.cache_clear)
        return made

    return keep


def let_go() -> None:
    """Let go of all of it, and give the memory back to the system."""
    for clear in _clear:
        clear()
    QPixmapCache.clear()
    # of Qt's public calls one of the few that empty its cache of fonts, which by itself keeps each size that was ever
    # drawn; it is the list that there is already
    QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationEmojiFontFamilies())
    give_back()
