"""Text as characters: the folded view, printed lines, sentences, clauses, repetition. All positions are code points."""

from __future__ import annotations

from core.text.copy_marks import without_copy_marks
from core.text.emphasis import emphasis, on_one_line
from core.text.finding import matches
from core.text.fold import fold
from core.text.lines import Line, printed_lines
from core.text.repetition import repeats
from core.text.sentences import clauses, language_of, sentences
from core.text.shortening import shortened
from core.text.traditional import as_printed

__all__ = [
    "Line",
    "as_printed",
    "clauses",
    "emphasis",
    "fold",
    "language_of",
    "matches",
    "on_one_line",
    "printed_lines",
    "repeats",
    "sentences",
    "shortened",
    "without_copy_marks",
]
