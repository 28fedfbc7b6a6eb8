"""Tables that were copied with one cell to a line: the heads, then each row's name, its unit and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.model import Span
from core.model.layout import Table
from core.readers.tables import Grid, is_figure, table_in

#: A longer line is no cell.
_LONGEST_CELL = 24
_FEWEST_ROWS = 2
#: With one column of figures nothing tells heads from words above.
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 12
_HEADS_A_YEAR = re.compile(r"(?:19|20)\d{2}年.*|\d{1,2}(?:[-—–]\d{1,2})?月.*")
_PROSE = re.compile(r"[。；！？]|[，：:]$")
_UNIT_HEAD = re.compile(r"(?:计量|数量)?\s*单\s*位")


def stacked_tables(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    """The tables of a text whose cells stand below one another; `lines` are its lines, without blank ones."""
    lines = [_without_bar(text, line) for line in lines]
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and _is_cell(text, lines[at]) and (at == first or _touch(text, lines[at - 1], lines[at])):
            at += 1
        if at - first >= _FEWEST_COLUMNS * (_FEWEST_ROWS + 1):
            yield from _within(text, lines[first:at])
        at = max(at, first + 1)


def _without_bar(text: str, line: Span) -> Span:
    """粮食产量 |: a line without the bar that closes it, where none stands inside it."""
    words = line.quote(text).rstrip()
    if not words.endswith("|") or words.find("|") < len(words) - 1:
        return line
    return Span(line.start, line.start + len(words[:-1].rstrip()))


def _is_cell(text: str, line: Span) -> bool:
    if line.end - line.start > _LONGEST_CELL:
        return False
    words = line.quote(text)
    return "|" not in words and "\t" not in words and _PROSE.search(words) is None


def _touch(text: str, one: Span, two: Span) -> bool:
    """Whether no more than one blank line parts two lines."""
    return text.count("\n", one.end, two.start) <= 2


def _within(text: str, run: Sequence[Span]) -> Iterator[Table]:
    printed = [_words(text, line) for line in run]
    figures = [is_figure(words) and _HEADS_A_YEAR.fullmatch(words) is None for words in printed]
    if True not in figures:
        return
    opened = figures.index(True)
    count = 1
    while opened + count < len(run) and figures[opened + count]:
        count += 1
    for names in (1, 2):
        width = names + count
        top = opened - names - width
        if top < 0 or not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS:
            continue
        if names == 2 and _UNIT_HEAD.fullmatch(printed[top + 1]) is None:
            continue
        row = [False] * names + [True] * count
        end = top + width
        while figures[end : end + width] == row:
            end += width
        if end - top < width * (_FEWEST_ROWS + 1):
            continue
        grid = Grid.empty()
        for index in range(top, end):
            if (index - top) % width == 0:
                grid.next_row()
            grid.add(run[index])
        if (table := table_in(text, grid.cells, Span(run[top].start, run[end - 1].end))) is not None:
            yield table
            return


def _words(text: str, line: Span) -> str:
    return line.quote(text).strip()
