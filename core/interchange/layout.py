"""The layout of a report as JSON, and back; written with `explain` only, and only what there is of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from core.interchange.fields import Fields, Json, pair, pairs
from core.model import Span
from core.model.layout import Cell, FurnitureKind, Layout, LeftOut, Notice, Outlined, RecognisedLine, Table


def written_layout(layout: Layout) -> dict[str, Json]:
    """The JSON object of a layout; `layout_from` gives back the equal one."""
    written: dict[str, Json] = {
        "pages": pairs(layout.pages),
        "tables": [_table(table) for table in layout.tables],
        "left_out": [
            {"id": one.id, "kind": one.kind, "words": one.words, "offset": one.offset, "page": one.page}
            for one in layout.left_out
        ],
        "notices": [{"key": notice.key, "params": dict(notice.params)} for notice in layout.notices],
        "recognised": layout.recognised,
        "doubtful": pairs(layout.doubtful),
        "lines": [
            [one.span.start, one.span.end, one.page, one.left, one.top, one.right, one.bottom, one.turn]
            for one in layout.lines
        ],
        "outline": [[one.span.start, one.span.end, one.level] for one in layout.outline],
        "as_text": pairs(layout.as_text),
        "as_furniture": pairs(layout.as_furniture),
    }
    return {name: value for name, value in written.items() if value}


def layout_from(fields: Fields) -> Layout:
    """The layout of a JSON object.

    Raises:
        PolicyReviewError: "not-an-extraction" names the field that is wrong.
    """
    return Layout(
        pages=fields.spans("pages"),
        tables=fields.objects("tables", _table_from),
        left_out=fields.objects("left_out", _left_out_from),
        notices=fields.objects("notices", lambda one: Notice(one.text("key"), one.words("params"))),
        recognised=bool(fields.data.get("recognised")),
        doubtful=fields.spans("doubtful"),
        lines=tuple(_line_from(fields, item) for item in fields.items("lines")),
        outline=tuple(_outlined_from(fields, item) for item in fields.items("outline")),
        as_text=fields.spans("as_text"),
        as_furniture=fields.spans("as_furniture"),
    )


def layout_spans(layout: Layout) -> Iterator[Span]:
    """Every span of a layout."""
    yield from layout.pages
    yield from (*layout.doubtful, *layout.as_text, *layout.as_furniture)
    yield from (one.span for one in layout.outline)
    yield from (one.span for one in layout.lines)
    for table in layout.tables:
        yield table.span
        yield from (cell.span for cell in table.cells)
        yield from (span for span in (table.caption, table.unit_note) if span)
    for one in layout.left_out:
        yield Span(one.offset, one.offset)


def _table(table: Table) -> dict[str, Json]:
    return {
        "span": pair(table.span),
        "caption": pair(table.caption) if table.caption else None,
        "unit_note": pair(table.unit_note) if table.unit_note else None,
        "cells": [
            [cell.span.start, cell.span.end, cell.row, cell.column, cell.rows, cell.columns, int(cell.head)]
            for cell in table.cells
        ],
    }


def _table_from(fields: Fields) -> Table:
    span = fields.span_or_none("span")
    if span is None:
        raise fields.error("span")
    return Table(
        span, tuple(_cell_from(fields, item) for item in fields.items("cells")),
        fields.span_or_none("caption"), fields.span_or_none("unit_note"),
    )


def _cell_from(fields: Fields, item: object) -> Cell:
    match item:
        case [int(start), int(end), int(row), int(column), int(rows), int(columns), int(head)] if (
            0 <= start <= end and row >= 0 and column >= 0 and rows >= 1 and columns >= 1
        ):
            return Cell(Span(start, end), row, column, rows, columns, bool(head))
        case _:
            raise fields.error("cells")


def _line_from(fields: Fields, item: object) -> RecognisedLine:
    match item:
        case [int(start), int(end), int(page), *place, int(turn)] if 0 <= start <= end and page >= 1 and 0 <= turn < 4:
            shares = [float(share) for share in place if isinstance(share, int | float) and 0 <= share <= 1]
            if len(shares) == len(place) == 4:
                left, top, right, bottom = shares
                return RecognisedLine(Span(start, end), page, left, top, right, bottom, turn)
    raise fields.error("lines")


def _outlined_from(fields: Fields, item: object) -> Outlined:
    match item:
        case [int(start), int(end), int(level)] if 0 <= start <= end and level >= 1:
            return Outlined(Span(start, end), level)
        case _:
            raise fields.error("outline")


def _left_out_from(fields: Fields) -> LeftOut:
    offset = fields.integer("offset")
    if offset < 0:
        raise fields.error("offset")
    return LeftOut(
        fields.text("id"), fields.choice("kind", get_args(FurnitureKind)), fields.text("words"), offset,
        fields.integer_or_none("page"),
    )
