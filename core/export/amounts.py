"""Amounts as SVG: a panel for each unit on a scale of its own, an open end where the report gives only a bound."""

from __future__ import annotations

from collections.abc import Sequence

from core.charts import AmountGroup, FigureRow
from core.export.canvas import WIDTH, Canvas, wrap

_LABEL = 8.5
_ROOM = 12 * _LABEL
_ROW = 16.0
_HEAD = 17.0


def amounts_svg(groups: Sequence[AmountGroup]) -> str:
    """Bars from zero within each unit, the amount as printed behind; units are never mixed on one axis."""
    canvas = Canvas()
    start, end = _ROOM + 10, WIDTH - 88
    y = 0.0
    for group in groups:
        canvas.text(0, y + 10, group.unit, size=_LABEL, bold=True)
        canvas.line(0, y + 14, WIDTH, y + 14, "border", 0.6)
        y += _HEAD
        most = max((abs(float(row.value_max or row.value)) for row in group.rows), default=0.0) or 1.0
        for row in group.rows:
            _bar(canvas, row, start, (end - start) / most, y + _ROW / 2)
            y += _ROW
        y += 8
    return canvas.svg(max(y, 4))


def _bar(canvas: Canvas, row: FigureRow, start: float, scale: float, middle: float) -> None:
    label = wrap(row.label or "—", _LABEL, _ROOM, 1)[0]
    canvas.text(_ROOM, middle + 3, label, size=_LABEL, anchor="end")
    size = max(1.0, abs(float(row.value)) * scale)
    canvas.rect(start, middle - 4, size, 8, fill="bar_on")
    tip = start + size
    if row.bound in ("gt", "ge"):
        canvas.shape([(tip, middle - 4), (tip + 5, middle), (tip, middle + 4)], fill="bar_on")
        tip += 5
    elif row.bound in ("lt", "le"):
        canvas.shape([(tip, middle - 4), (tip - 5, middle), (tip, middle + 4)], fill="raised")
    canvas.text(tip + 6, middle + 3, row.text, size=_LABEL, bold=True)
