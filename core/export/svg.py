"""The chart models as SVG: vector, with words that stay words. Shape, hatching and arrows carry meaning, not colour."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.charts import (
    Bullet,
    CoverageChart,
    EvidenceChart,
    FigureRow,
    GrowthChart,
    RatesChart,
    TargetChart,
    VerdictChart,
    rank_label,
    with_basis,
)
from core.export.canvas import LABEL, LABEL_ROOM, WIDTH, Canvas, row_height, width_of, wrap
from core.export.words import word
from core.model.report import Role
from core.model.review import VERACITIES
from core.vocabulary import Language, label

_SMALL = 7.5


def verdict_icon(key: str) -> str:
    """The name of the verdict's shape among the icons."""
    return f"verdict-{VERACITIES.index(key) + 1}" if key in VERACITIES else "verdict-none"


def verdict_token(key: str) -> str:
    """The verdict's colour token."""
    return key if key in VERACITIES else "line"


def growth_svg(chart: GrowthChart, language: Language, rows: Sequence[FigureRow] | None = None) -> str:
    """Bars from zero, the figure as printed behind each, then its place in a ranking in a pill.

    `rows` draws a part of the chart on the scale of the whole, where it runs over several pages.
    """
    canvas = Canvas()
    shown = chart.rows if rows is None else rows
    left = _label_width([row.label for row in chart.rows])
    low, high = _growth_scale(chart)
    behind = max((_behind(row, language) for row in chart.rows), default=0.0)
    falls = (row for row in chart.rows if row.value < 0)
    before = max((width_of(with_basis(row.text, row.basis, language), LABEL, bold=True) + _gap(row) for row in falls),
                 default=0.0)
    start, end = left + 8 + before, WIDTH - behind
    scale = (end - start) / float(high - low) if high > low else 0.0
    zero = start - float(low) * scale
    y = 2.0
    for row in shown:
        y = _growth_row(canvas, row, y, left, zero, scale, chart.limit, language)
    canvas.line(zero, 0, zero, y, "line", 0.6)
    return canvas.svg(y + 2)


def _growth_scale(chart: GrowthChart) -> tuple[Decimal, Decimal]:
    ends = [_clipped(row.value, chart.limit) for row in chart.rows]
    return min([Decimal(0), *ends]), max([Decimal(0), *ends])


def _clipped(value: Decimal, limit: Decimal | None) -> Decimal:
    return value if limit is None else max(-limit, min(limit, value))


def _behind(row: FigureRow, language: Language) -> float:
    badge = width_of(rank_label(row.rank, language), _SMALL) + 18 if row.rank else 0.0
    return width_of(with_basis(row.text, row.basis, language), LABEL, bold=True) + 14 + badge


def _growth_row(
    canvas: Canvas, row: FigureRow, y: float, left: float, zero: float, scale: float, limit: Decimal | None,
    language: Language,
) -> float:
    height = row_height(row.label)
    middle = y + height / 2
    canvas.label(row.label, left, middle)
    length = float(_clipped(row.value, limit)) * scale
    x, size = (zero, length) if length >= 0 else (zero + length, -length)
    _bar(canvas, row.bound, x, middle - 4.5, size, falling=length < 0)
    if row.broken:
        _axis_break(canvas, zero + length * 0.86, middle)
    words = with_basis(row.text, row.basis, language)
    if length < 0:
        canvas.text(x - _gap(row), middle + 3, words, size=LABEL, bold=True, anchor="end")
        after = zero + 6
    else:
        said = x + size + _gap(row)
        canvas.text(said, middle + 3, words, size=LABEL, bold=True)
        after = said + width_of(words, LABEL, bold=True) + 6
    if row.rank is not None:
        _pill(canvas, after, middle, rank_label(row.rank, language))
    return y + height


def _gap(row: FigureRow) -> float:
    """Between a bar and its value; an arrow that points outwards stands there."""
    outwards = ("lt", "le") if row.value < 0 else ("gt", "ge")
    return 9 if row.bound in outwards else 5


def _bar(canvas: Canvas, bound: str, x: float, y: float, size: float, *, falling: bool = False) -> None:
    """A bar; about: hatched; more or less than: with an arrow for an end."""
    if bound == "about":
        canvas.hatched(x, y, size, 9, "bar")
        return
    canvas.rect(x, y, size, 9, fill="bar", radius=1)
    if bound in ("gt", "ge", "lt", "le"):
        end = x if falling else x + size
        tip = end + (4.5 if bound in ("gt", "ge") else -4.5)
        canvas.shape([(end, y - 1), (tip, y + 4.5), (end, y + 10)], fill="bar_on")


def _axis_break(canvas: Canvas, x: float, middle: float) -> None:
    """Two slanting gaps: the bar is longer than it is drawn."""
    for shift in (-2.2, 2.2):
        canvas.shape(
            [(x + shift - 2.4, middle + 6.5), (x + shift + 0.6, middle - 6.5), (x + shift + 2.4, middle - 6.5),
             (x + shift - 0.6, middle + 6.5)],
            fill="raised",
        )


def _pill(canvas: Canvas, x: float, middle: float, words: str) -> None:
    width = width_of(words, _SMALL) + 9
    canvas.rect(x, middle - 5.7, width, 11.4, stroke="metric", line=0.6, radius=5.7)
    canvas.text(x + width / 2, middle + 2.7, words, size=_SMALL, token="metric", anchor="middle")


def _label_width(labels: Sequence[str]) -> float:
    return min(max((width_of(text, LABEL) for text in labels), default=0.0), LABEL_ROOM) + 2


def target_svg(chart: TargetChart, language: Language, rows: Sequence[Bullet] | None = None) -> str:
    """Each row on its own scale: bar for the actual, tick for the target, words for what has no number."""
    canvas = Canvas()
    left = _label_width([row.label for row in chart.rows])
    start, end = left + 10, WIDTH - 152
    y = 2.0
    for row in chart.rows if rows is None else rows:
        height = 31.0
        middle = y + height / 2
        canvas.label(row.label, left, middle)
        _bullet(canvas, row, start, end, middle, language)
        _bullet_words(canvas, row, end + 12, middle, language)
        y += height
        canvas.line(start, y, WIDTH, y, "border", 0.5)
    return canvas.svg(y + 1)


def _bullet(canvas: Canvas, row: Bullet, start: float, end: float, middle: float, language: Language) -> None:
    half = (start + end) / 2
    both = row.target is not None and row.actual is not None
    low, high = (float(row.low or 0), float(row.high or 1))
    stop = end if both or row.actual is None else half - 4
    scale = (stop - start) / (high - low) if high > low else 0.0

    def at(value: Decimal) -> float:
        return start + (float(value) - low) * scale

    if row.actual is not None:
        x, x2 = sorted((at(Decimal(0)), at(row.actual)))
        _bar(canvas, row.actual_bound, x, middle - 4.5, x2 - x, falling=row.actual < 0)
    elif row.actual_text:
        _dashed(canvas, start, half - 4, middle, word("chart.in-words", language))
    else:
        _dashed(canvas, start, half - 4, middle, word("chart.not-reported", language))
    if row.target is None:
        _dashed(canvas, half + 4, end, middle, word("chart.no-number", language))
        return
    if row.tolerance:
        canvas.hatched(at(row.target - row.tolerance), middle - 8, float(row.tolerance) * 2 * scale, 16, "text2")
    if row.target_max is not None:
        canvas.hatched(at(row.target), middle - 8, float(row.target_max - row.target) * scale, 16, "text2")
    tick = at(row.target)
    canvas.rect(tick - 2.4, middle - 9.5, 4.8, 19, fill="raised")
    canvas.rect(tick - 1.25, middle - 9.5, 2.5, 19, fill="text")
    if row.comparison in ("ge", "gt", "le", "lt"):
        way = 5.5 if row.comparison in ("ge", "gt") else -5.5
        edge = tick + (1.25 if way > 0 else -1.25)
        canvas.shape([(edge, middle - 9.5), (edge + way, middle - 6.5), (edge, middle - 3.5)], fill="text")


def _dashed(canvas: Canvas, start: float, end: float, middle: float, words: str) -> None:
    canvas.rect(start, middle - 7, end - start, 14, stroke="line", line=0.6, dashed=True, radius=2)
    canvas.text((start + end) / 2, middle + 2.7, words, size=_SMALL, token="muted", anchor="middle")


def _bullet_words(canvas: Canvas, row: Bullet, x: float, middle: float, language: Language) -> None:
    room = WIDTH - x
    actual = row.actual_text or word("chart.not-reported", language)
    sides: tuple[tuple[Role, str | None, str], ...] = (
        ("actual", row.actual_period, actual), ("target", row.target_period, row.target_text),
    )  # fmt: skip
    leads = [f"{label('role', role, language)} {period or ''}".strip() for role, period, _ in sides]
    used = max(width_of(lead, _SMALL) for lead in leads) + 5  # one column of words, also where a side has no year
    for y, lead, (_, _, words) in zip((middle - 3, middle + 8), leads, sides, strict=True):
        canvas.text(x, y, lead, size=_SMALL, token="muted")
        canvas.text(x + used, y, wrap(words, _SMALL, room - used, 1)[0], size=_SMALL)


def rates_svg(chart: RatesChart, language: Language, rows: Sequence[FigureRow] | None = None) -> str:
    """Dots on an axis of 0 to 100 per cent; open bounds end in an arrow, targets are hollow."""
    canvas = Canvas()
    left = _label_width([row.label for row in chart.rows])
    start, end = left + 12, WIDTH - 86
    shown = chart.rows if rows is None else rows
    bottom = 12 + sum(row_height(row.label) for row in shown)
    for step in (0, 25, 50, 75, 100):
        x = start + (end - start) * step / 100
        canvas.line(x, 12, x, bottom, "border", 0.6)
        canvas.text(x, 8, f"{step}{'%' if step == 100 else ''}", size=_SMALL, token="muted", anchor="middle")
    y = 12.0
    for row in shown:
        middle = y + row_height(row.label) / 2
        y += row_height(row.label)
        canvas.label(row.label, left, middle)
        x = start + (end - start) * float(row.value) / 100
        if row.value_max is not None:
            canvas.line(x, middle, start + (end - start) * float(row.value_max) / 100, middle, "bar_on", 2)
        target = row.role == "target"
        canvas.circle(x, middle, 3.4, fill=None if target else "bar_on", stroke="bar_on", line=1.1)
        if row.bound in ("gt", "ge", "lt", "le"):
            way = 1 if row.bound in ("gt", "ge") else -1
            tip = x + way * 13
            canvas.line(x + way * 3.6, middle, tip, middle, "bar_on", 1.1)
            canvas.shape([(tip, middle - 2.6), (tip + way * 4, middle), (tip, middle + 2.6)], fill="bar_on")
        said = f"{label('role', 'target', language)} {row.text}" if target else row.text
        canvas.text(end + 14, middle + 3, said, size=LABEL, bold=not target)
    return canvas.svg(bottom + 2)


def verdict_svg(chart: VerdictChart, language: Language) -> str:
    """One stacked bar of all checkable claims, and under it every verdict with its shape and count."""
    canvas = Canvas()
    x = 0.0
    used = [share for share in chart.shares if share.count]
    room = WIDTH - 1.5 * max(len(used) - 1, 0)
    for share in used:
        width = room * share.share
        if share.key == "not_judged":
            canvas.rect(x + 0.4, 0.4, width - 0.8, 15.2, stroke="line", line=0.7, dashed=True)
        else:
            canvas.rect(x, 0, width, 16, fill=verdict_token(share.key))
        x += width + 1.5
    for index, share in enumerate(chart.shares):
        column, line = index % 4, index // 4
        left, base = column * WIDTH / 4, 34 + line * 18
        canvas.icon(verdict_icon(share.key), left, base - 9, 11, verdict_token(share.key))
        name = label("veracity", share.key, language)
        canvas.text(left + 15, base, name, size=LABEL, tail=str(share.count))
    return canvas.svg(58)


def coverage_svg(chart: CoverageChart, *, depth: int = 2, most: int = 14) -> str:
    """A row for each section: filled = judged, light = can be checked, outline = cannot be."""
    canvas = Canvas()
    rows = [row for row in chart.rows if row.depth <= depth][:most]
    left, right = 228.0, 34.0
    longest = max((row.checkable + row.uncheckable for row in rows), default=0) or 1
    scale = (WIDTH - right - left) / longest
    y = 0.0
    for row in rows:
        indent = 10.0 * (row.depth - 1)
        title = wrap(row.title, 8, left - indent - 6, 1)[0]
        canvas.text(indent, y + 10, title, size=8, bold=row.depth == 1)
        judged, checkable = row.judged * scale, row.checkable * scale
        canvas.rect(left, y + 3, checkable, 8, fill="sunken")
        canvas.rect(left, y + 3, judged, 8, fill="bar_on")
        if row.uncheckable:
            canvas.rect(left + checkable, y + 3, row.uncheckable * scale, 8, stroke="line", line=0.6)
        canvas.text(WIDTH, y + 10, f"{row.judged}/{row.checkable}", size=8, anchor="end", bold=row.judged > 0)
        y += 14.5
    return canvas.svg(y + 2)


def evidence_svg(chart: EvidenceChart, language: Language, *, across: int = 28) -> str:
    """Grades down, claims across, a dot for each item; a ring where a claim rests on one item only."""
    canvas = Canvas()
    grades = [name for name, _ in chart.counts]
    left = 40.0
    pitch = (WIDTH - left) / across
    y = 0.0
    for first in range(0, len(chart.rows), across):
        band = chart.rows[first : first + across]
        for line, name in enumerate(grades):
            base = y + line * 15 + 11
            canvas.text(0, base, name or word("chart.not-graded", language), size=LABEL, bold=bool(name))
            canvas.line(left, base - 3, left + pitch * len(band), base - 3, "border", 0.5)
            for column, row in enumerate(band):
                for repeat in range(row.grades.count(name)):
                    x = left + pitch * (column + 0.5) + repeat * 3
                    canvas.circle(x, base - 3, 3, fill="bar_on", stroke="raised", line=0.6)
                    if row.single:
                        canvas.circle(x, base - 3, 5, stroke="hit", line=0.9)
        base = y + len(grades) * 15 + 9
        canvas.text(0, base, word("chart.claim", language), size=_SMALL, token="muted")
        for column, row in enumerate(band):
            canvas.text(left + pitch * (column + 0.5), base, str(row.number), size=7, token="muted", anchor="middle")
        y = base + 12
    return canvas.svg(y)
