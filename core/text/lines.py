"""The printed lines of a text, with the line ends that a spreadsheet or a database dump wrote out as letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.model.spans import Span

#: Besides the real ones: the four characters \r\n, and \n unless it begins a word (as in a Windows path).
_LINE_END: Final = re.compile(r"\n|\r\n?|\x0b|\x0c|\x85|\u2028|\u2029|\\(?:r\\n|n(?![a-z]))")
_BLANK: Final = " \t\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `span` is without outer white space (empty for a blank line), `indent` its leading blanks."""

    span: Span
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return self.span.start == self.span.end


def printed_lines(view: str) -> list[Line]:
    """The lines of a folded text in order, blank ones included."""
    lines = []
    start = 0
    for match in _LINE_END.finditer(view):
        lines.append(_line(view, start, match.start()))
        start = match.end()
    lines.append(_line(view, start, len(view)))
    return lines


def _line(view: str, start: int, end: int) -> Line:
    inner = start
    while inner < end and (view[inner] in _BLANK or view[inner].isspace()):
        inner += 1
    while end > inner and (view[end - 1] in _BLANK or view[end - 1].isspace()):
        end -= 1
    return Line(Span(inner, end), inner - start)
