"""The keys of the text pane: what each does to the caret."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.views.text import caret as moves
from gui.views.text.caret import Caret
from gui.views.text.layout import Page

Move = Literal["char", "clause", "line", "edge", "page", "document"]
_Key = QKeySequence.StandardKey

#: Qt's own names for the keys, so that each system keeps its habits: the move, its direction, whether it selects.
_MOVES: tuple[tuple[QKeySequence.StandardKey, Move, int, bool], ...] = (
    (_Key.MoveToNextChar, "char", 1, False), (_Key.SelectNextChar, "char", 1, True),
    (_Key.MoveToPreviousChar, "char", -1, False), (_Key.SelectPreviousChar, "char", -1, True),
    (_Key.MoveToNextWord, "clause", 1, False), (_Key.SelectNextWord, "clause", 1, True),
    (_Key.MoveToPreviousWord, "clause", -1, False), (_Key.SelectPreviousWord, "clause", -1, True),
    (_Key.MoveToNextLine, "line", 1, False), (_Key.SelectNextLine, "line", 1, True),
    (_Key.MoveToPreviousLine, "line", -1, False), (_Key.SelectPreviousLine, "line", -1, True),
    (_Key.MoveToStartOfLine, "edge", -1, False), (_Key.SelectStartOfLine, "edge", -1, True),
    (_Key.MoveToEndOfLine, "edge", 1, False), (_Key.SelectEndOfLine, "edge", 1, True),
    (_Key.MoveToNextPage, "page", 1, False), (_Key.SelectNextPage, "page", 1, True),
    (_Key.MoveToPreviousPage, "page", -1, False), (_Key.SelectPreviousPage, "page", -1, True),
    (_Key.MoveToStartOfDocument, "document", -1, False), (_Key.SelectStartOfDocument, "document", -1, True),
    (_Key.MoveToEndOfDocument, "document", 1, False), (_Key.SelectEndOfDocument, "document", 1, True),
)


def moved(page: Page, caret: Caret, event: QKeyEvent, lines_in_sight: int) -> Caret | None:
    """The caret after a key, None if the key does not move it."""
    for key, move, by, keep in _MOVES:
        if event.matches(key):
            return _apply(page, caret, move, by, keep, lines_in_sight)
    return None


def _apply(page: Page, caret: Caret, move: Move, by: int, keep: bool, lines_in_sight: int) -> Caret:
    span = caret.span
    match move:
        case "char":
            if span is not None and not keep:
                return caret.to(span.end if by > 0 else span.start, keep=False)
            return caret.to(moves.step(page, caret.place, by), keep=keep)
        case "clause":
            return caret.to(_next_clause(page, caret.place, by), keep=keep)
        case "line" | "page":
            count = by * (max(1, lines_in_sight - 2) if move == "page" else 1)
            place, goal = moves.vertical(page, caret.place, count, caret.goal)
            return caret.to(place, keep=keep, goal=goal)
        case "edge":
            return caret.to(moves.line_edge(page, caret.place, last=by > 0), keep=keep)
        case "document":
            return caret.to(page.paragraphs[-1].end if by > 0 else page.paragraphs[0].start, keep=keep)


def _next_clause(page: Page, place: int, by: int) -> int:
    if by > 0:
        here = moves.clause(page, place)
        return here.end if here.end > place else moves.step(page, place, 1)
    before = moves.step(page, place, -1)
    start = moves.clause(page, before).start
    return start if start < place else before
