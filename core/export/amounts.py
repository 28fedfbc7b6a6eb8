"""Amounts as SVG: a panel for each unit on a scale of its own, an open end where the report gives only a bound."""

from __future__ import annotations

from collections.abc import Sequence

from core.charts import AmountGroup, FigureRow
from core.export.canvas import LABEL, LABEL_ROOM, WIDTH, Canvas, row_height

#: What a panel takes besides its rows: its unit on top, and the gap to the next.
HEAD, GAP = 17.0, 8.0


def amounts_svg(panels: Sequence[tuple[AmountGroup, Sequence[FigureRow]]], alone: str) -> str:
    """Bars from zero within each unit, the amount as printed behind; units are never mixed on one axis.

    `alone` is the head of the amounts that share their unit with no other: those have no bars.

    Of each group some rows are drawn, on the scale of the whole group, where it runs over several pages.
    """
    canvas = Canvas()
    start, end = LABEL_ROOM + 10, WIDTH - 88
    y = 0.0
    for group, rows in panels:
        canvas.text(0, y + 10, group.unit or alone, size=LABEL, bold=True)
        canvas.line(0, y + 14, WIDTH, y + 14, "border", 0.6)
        y += HEAD
        most = max((abs(float(row.value_max or row.value)) for row in group.rows), default=0.0) or 1.0
        for row in rows:
            middle = y + row_height(row.label) / 2
            canvas.label(row.label, LABEL_ROOM, middle)
            if group.unit:
                _bar(canvas, row, start, (end - start) / most, middle)
            else:
                canvas.text(start, middle + 3, row.text, size=LABEL, bold=True)
            y += row_height(row.label)
        y += GAP
    return canvas.svg(max(y, 4))


def _bar(canvas: Canvas, row: FigureRow, start: float, scale: float, middle: float) -> None:
    size = max(1.0, abs(float(row.value)) * scale)
    canvas.rect(start, middle - 4, size, 8, fill="bar_on")
    tip = start + size
    if row.bound in ("gt", "ge"):
        canvas.shape([(tip, middle - 4), (tip + 5, middle), (tip, middle + 4)], fill="bar_on")
        tip += 5
    elif row.bound in ("lt", "le"):
        canvas.shape([(tip, middle - 4), (tip - 5, middle), (tip, middle + 4)], fill="raised")
    canvas.text(tip + 6, middle + 3, row.text, size=LABEL, bold=True)
