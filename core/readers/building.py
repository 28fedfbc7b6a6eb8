"""A report's text as it grows line by line, with the tables, headings and furniture that a format's reader finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from core.model import Span
from core.model.layout import FurnitureKind, Layout, LeftOut, Notice, Outlined, Table
from core.readers.looks import Look, Shown, headings_by_look
from core.readers.reading import Words
from core.readers.tables import Grid, RawCell, table_in

_BLANKS = " \t\u3000\xa0"


@dataclass(slots=True)
class Box:
    """One cell of a row as a format gives it. A `continued` one is the lower part of the cell above it.

    `before` are places that the row leaves free before the cell.
    """

    words: str
    rows: int = 1
    columns: int = 1
    head: bool = False
    continued: bool = False
    before: int = 0


@dataclass(slots=True)
class TextBuilder:
    """Collects lines; `put_back` are the ids of furniture that belongs into the text all the same."""

    put_back: frozenset[str] = frozenset()
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _started: bool = False
    _tables: list[tuple[list[RawCell], Span]] = field(default_factory=list)
    _outline: list[Outlined] = field(default_factory=list)
    _left_out: list[LeftOut] = field(default_factory=list)
    _notices: list[Notice] = field(default_factory=list)
    _shown: list[Shown] = field(default_factory=list)

    def line(
        self, words: str, level: int | None = None, *, glued: bool = False, look: Look | None = None
    ) -> None:
        """Print a line; `level` holds for a heading of the file's own outline, `glued` goes on with the line before.

        `look` is how it is set, where that may show a heading.
        """
        if self._started and not glued:
            self._add("\n")
        start = self._length
        self._add(words)
        self._started = True
        bare = words.strip()
        if level is not None and bare and "\n" not in bare:
            start += len(words) - len(words.lstrip())
            self._outline.append(Outlined(Span(start, start + len(bare)), level))
        elif bare and "\n" not in bare and not glued:
            start += len(words) - len(words.lstrip())
            self._shown.append(Shown(Span(start, start + len(bare)), bare, look))

    def table(self, rows: Sequence[Sequence[Box]]) -> None:
        """Print a table, one row a line, its cells set apart by tabs."""
        grid, begin = Grid.empty(), self._length + self._started
        for boxes in rows:
            grid.next_row()
            self.line("\t".join(box.words for box in boxes).rstrip("\t"))
            end = self._length
            at = end - len(self._parts[-1])
            for box in boxes:
                grid.skip(box.before)
                if not box.continued:
                    grid.add(_bare(box.words, at, end), rows=box.rows, columns=box.columns, head=box.head)
                at += len(box.words) + 1
        self._tables.append((grid.cells, Span(begin, self._length)))

    def furniture(self, key: str, kind: FurnitureKind, lines: Iterable[str]) -> bool:
        """Leave lines out as furniture, or print them where a person had them put back; True when they were printed."""
        printed = [line for line in lines if line.strip()]
        if not printed:
            return False
        if key in self.put_back:
            for line in printed:
                self.line(line)
            return True
        self.leave_out(key, kind, "\n".join(printed))
        return False

    def leave_out(self, key: str, kind: FurnitureKind, words: str) -> None:
        """Remember words that are left out at the place where the next line begins."""
        self._left_out.append(LeftOut(key, kind, words, self._length + self._started))

    def notice(self, key: str, **params: str) -> None:
        """Say something of the file, once."""
        made = Notice(key, params)
        if made not in self._notices:
            self._notices.append(made)

    def finished(self, encoding: str | None = None) -> Words:
        """The text with its layout."""
        text = "".join(self._parts)
        found = (table_in(text, cells, span) for cells, span in self._tables)
        tables: tuple[Table, ...] = tuple(table for table in found if table is not None)
        by_look = headings_by_look(self._shown, len(self._outline))
        outline = sorted(
            [*self._outline, *(Outlined(span, level) for span, level in by_look)], key=lambda one: one.span.start
        )
        left_out = tuple(replace(one, offset=min(one.offset, len(text))) for one in self._left_out)
        return Words(text, encoding, Layout(
            tables=tables, left_out=left_out, notices=tuple(self._notices), outline=tuple(outline)
        ))

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _bare(words: str, at: int, end: int) -> Span:
    """The place of a cell's words, without the blanks around them, within its line."""
    inner = words.lstrip(_BLANKS)
    start = min(at + len(words) - len(inner), end)
    return Span(start, min(start + len(inner.rstrip(_BLANKS)), end))
