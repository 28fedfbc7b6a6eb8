"""Plain text and Markdown: the characters as they are, and the tables that stand in them.

Nothing is taken out of the text; a table's cells are places in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from core.lexicon.table import contents
from core.model import Span
from core.model.layout import Table
from core.readers.blanks import blank_tables
from core.readers.stacked import stacked_tables
from core.readers.tables import Grid, is_figure, table_in

_PIPED = re.compile(r"[ \t\u3000]*\|.*\|[ \t]*")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BELOW = re.compile(r"\r?\n([^\r\n]{0,4000})")
_PIPE = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"(?<! )[ ]{2,}|[ \u3000]*(?:\t|\u3000{2,})[ \u3000\t]*")
#: What stands between two commas of a row of values; one in quotation marks may hold commas.
_VALUE = re.compile(r'(?:(?<=,)|^|(?<=[\r\n]))(?:(?P<quoted>"[^"\r\n]*")(?=,|$|[\r\n])|[^,\r\n]*)')
#: A sentence, or sixty signs with no wide blank between them.
_PROSE = re.compile(r"[。；！？]|(?:[^ \t\u3000]| (?! )){60}")
_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]{0,400})>", re.I)
_MERGED = re.compile(r"(row|col)span\s*=\s*[\"']?(\d{1,3})", re.I)
_FEWEST_ROWS = 3
#: A row of values between marks has two of them at least.
_MARKS = 2
#: A longer line is no row of a table; it is not looked at, however it is made.
_LONGEST_ROW = 4000


def tables_of(text: str) -> tuple[Table, ...]:
    """The tables of a plain or Markdown text, in order.

    They stand between pipes, in tags of HTML, are set with tabs, blanks, commas or pipes, or one cell to a line.
    """
    found = list(_tagged(text)) if "<table" in text or "<TABLE" in text else []
    lines = _lines(text)
    tables = [*(_piped(text, lines) if "|" in text else ()), *_spaced(text, lines)]
    for mark, cells_of in ((",", _between_commas), ("|", _between_open_pipes)):
        if text.count(mark) >= _MARKS * _FEWEST_ROWS:
            tables += _marked(text, lines, partial(cells_of, text))
    for table in (*tables, *stacked_tables(text, lines), *blank_tables(text, lines)):
        if not any(table.span.overlaps(other.span) for other in found):
            found.append(table)
    return tuple(sorted(found, key=lambda table: table.span.start))


def _lines(text: str) -> list[Span]:
    lines = (Span(match.start(), match.end()) for match in re.finditer(r"[^\r\n]+", text))
    return [line for line in lines if line.end - line.start <= _LONGEST_ROW]


def _touch(text: str, one: Span, two: Span) -> bool:
    """Whether a line follows another without a blank one between."""
    return text.count("\n", one.end, two.start) <= 1 and text.count("\r", one.end, two.start) <= 1


def _piped(text: str, lines: list[Span]) -> Iterator[Table]:
    """GitHub's tables: a head, a rule of dashes, rows. Without a rule, three rows between pipes are one too."""
    run: list[Span] = []
    ruled = False
    for line in [*lines, Span(len(text), len(text))]:
        words = line.quote(text)
        joins = not run or _touch(text, run[-1], line)
        inside = _PIPED.fullmatch(words) is not None or (ruled and "|" in words)
        rule = "-" in words and "|" in words and _RULE.fullmatch(words) is not None
        if joins and (inside or rule or (not run and _opens(text, line))):
            run.append(line)
            ruled = ruled or (rule and len(run) == 2)
            continue
        yield from _grid_of_pipes(text, run, ruled)
        run, ruled = ([line] if _PIPED.fullmatch(words) or _opens(text, line) else []), False


def _opens(text: str, line: Span) -> bool:
    """Whether the line is the head of a table without outer pipes: a rule of dashes stands below it."""
    if "|" not in line.quote(text):
        return False
    below = _BELOW.match(text, line.end)
    return below is not None and "|" in below[1] and "-" in below[1] and _RULE.fullmatch(below[1]) is not None


def _grid_of_pipes(text: str, run: list[Span], ruled: bool) -> Iterator[Table]:
    if len(run) < (3 if ruled else _FEWEST_ROWS):
        return
    grid = Grid.empty()
    for index, line in enumerate(run):
        if ruled and index == 1:
            continue
        grid.next_row()
        for cell in _between_pipes(text, line):
            grid.add(cell, head=ruled and index == 0)
    widest = _widest(grid)
    cells = [cell for cell in grid.cells if cell.column <= widest]
    table = table_in(text, cells, Span(run[0].start, run[-1].end))
    if table is not None:
        yield table


def _widest(grid: Grid) -> int:
    """The last column that holds words in any row."""
    return max((cell.column for cell in grid.cells if cell.span.start < cell.span.end), default=-1)


def _between_pipes(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    cuts = [match.start() for match in _PIPE.finditer(text, line.start, line.end)]
    edges = [*cuts, line.end]
    for edge in edges:
        cell = _trimmed(text, start, edge)
        outer = (edge == edges[0] or edge == line.end) and cell.start == cell.end
        if not outer:
            yield cell
        start = edge + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\u3000\xa0":
        start += 1
    while end > start and text[end - 1] in " \t\u3000\xa0":
        end -= 1
    return Span(start, max(start, end))


def _spaced(text: str, lines: list[Span]) -> Iterator[Table]:
    """Rows whose cells are set apart by tabs or wide blanks: the same number of cells, figures in most rows."""
    for run in _runs(text, lines, partial(_apart, text)):
        yield from _grid_of_gaps(text, run)


def _marked(text: str, lines: list[Span], cells_of: Callable[[Span], list[Span]]) -> Iterator[Table]:
    """Rows of values parted by marks: as many in each line, and most of them behind the first figures or nothing."""
    for run in _runs(text, lines, cells_of):
        behind = [cell.quote(text) for row in run[1:] for cell in row[1:]]
        if sum(not words or is_figure(words) for words in behind) > len(behind) / 2:
            yield from _grid_of_gaps(text, run)


def _runs(text: str, lines: list[Span], cells_of: Callable[[Span], list[Span]]) -> Iterator[list[list[Span]]]:
    """Lines one after another that have as many cells, two at least."""
    run: list[list[Span]] = []
    for line in [*lines, Span(len(text), len(text))]:
        cells = cells_of(line)
        if len(cells) > 1 and (not run or (len(cells) == len(run[-1]) and _touch(text, run[-1][-1], line))):
            run.append(cells)
            continue
        yield run
        run = [cells] if len(cells) > 1 else []


def _between_commas(text: str, line: Span) -> list[Span]:
    """The values of a line of three and more, one that holds a comma without its quotation marks; none of prose."""
    if text.count(",", line.start, line.end) < _MARKS or _PROSE.search(text, line.start, line.end):
        return []
    return [
        Span(value.start() + 1, value.end() - 1) if value["quoted"] else _trimmed(text, *value.span())
        for value in _VALUE.finditer(text, line.start, line.end)
    ]


def _between_open_pipes(text: str, line: Span) -> list[Span]:
    """The values of a row that no pipe opens, three and more, as a page's table is left by copying; none of prose."""
    words = line.quote(text)
    if words.count("|") < _MARKS or _PIPED.fullmatch(words) or _PROSE.search(words):
        return []
    return list(_between_pipes(text, line))


def _apart(text: str, line: Span) -> list[Span]:
    if _PROSE.search(text, line.start, line.end) and "\t" not in line.quote(text):
        return []
    found, start = [], _trimmed(text, line.start, line.end).start
    end = _trimmed(text, line.start, line.end).end
    for gap in _GAP.finditer(text, start, end):
        behind = text[gap.end() : gap.end() + 2].rstrip(" \t\u3000\r\n")
        if gap.start() - start == 1 and "\t" not in gap[0] and text[start] + behind in _set_wide():
            continue
        found.append(Span(start, gap.start()))
        start = gap.end()
    return [*found, Span(start, end)] if start < end else found


@cache
def _set_wide() -> frozenset[str]:
    return frozenset(contents("tables")["set_wide"]["words"])


def _grid_of_gaps(text: str, run: list[list[Span]]) -> Iterator[Table]:
    figures = [sum(is_figure(cell.quote(text)) for cell in row[1:]) for row in run]
    if len(run) < _FEWEST_ROWS or sum(map(bool, figures)) < len(run) / 2:
        return
    grid = Grid.empty()
    for row in run:
        grid.next_row()
        for cell in row:
            grid.add(cell)
    table = table_in(text, grid.cells, Span(run[0][0].start, run[-1][-1].end))
    if table is not None:
        yield table


def _tagged(text: str) -> Iterator[Table]:
    """Tables that a Markdown file keeps in tags of HTML; one within another is left to the outer one's cell."""
    grid: Grid | None = None
    begin = depth = 0
    cell: tuple[int, dict[str, int], bool] | None = None
    for match in _TAG.finditer(text):
        closing, name = bool(match[1]), match[2].lower()
        if name == "table":
            depth = max(0, depth + (-1 if closing else 1))
            if not closing and depth == 1:
                grid, begin, cell = Grid.empty(), match.start(), None
                continue
        if grid is None or depth > 1:
            continue
        if cell is not None and (name != "table" or (closing and depth == 0)):
            # a cell ends where the next begins, closed or not
            inner = _trimmed(text, cell[0], match.start())
            grid.add(inner, rows=cell[1].get("row", 1), columns=cell[1].get("col", 1), head=cell[2])
            cell = None
        if closing and name == "table" and depth == 0:
            table = table_in(text, grid.cells, Span(begin, match.end())) if grid.cells else None
            if table is not None:
                yield table
            grid = None
        elif name == "tr" and not closing:
            grid.next_row()
        elif name in ("td", "th") and not closing:
            if grid.row < 0:
                grid.next_row()
            merged = {kind.lower(): int(count) for kind, count in _MERGED.findall(match[3])}
            cell = (match.end(), merged, name == "th")
