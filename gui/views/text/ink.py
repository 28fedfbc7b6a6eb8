"""The geometry of one paragraph's marks, worked out once and painted many times; colours come only while painting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from core.model import Metric, ReviewClaim, Span
from core.model.review import Hit, HitState
from core.values import dataclass
from gui.theme import Theme
from gui.views.text.layout import Row, Run
from gui.views.text.marks import FOLDED, ClaimPlace, Laned, Layers, Marks, lanes, look

SignKind = Literal["verdict", "moved", "clip", "flag", "note", "folded", "more"]

#: From a line's bottom up to the underline: alone, lower lane, upper lane. Half pixels keep 1 px lines crisp.
_LANES = (3.5, 6.5)
_ALONE = 4.5
_DOTS = 1.5
_CORNER = QPointF(7, 4.5)
_STOP = 5
_RADIUS = 3
_DECIDED = 5
#: A check on more characters than this is dotted under its first few only, until it is looked at.
_LONG = 20
_BEGUN = 3
#: Signs beside one line; where there are more, the last place opens a list.
SIGNS = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign in the margin. `claims` are those it stands for; a `count` above 1 is shown as a digit beside it."""

    kind: SignKind
    claims: tuple[ReviewClaim, ...]
    count: int = 0


@dataclass(frozen=True, slots=True)
class ClaimInk:
    """The strips of a claim's passage in a paragraph. `opens` and `closes`: its first or last word is in this one."""

    laned: Laned
    runs: list[Run]
    opens: bool
    closes: bool


@dataclass(slots=True)
class Ink:
    """All marks of one paragraph, in its own coordinates."""

    boxes: dict[str, QPainterPath] = field(default_factory=dict)
    claims: dict[str, list[ClaimInk]] = field(default_factory=dict)
    underlines: dict[str, list[QLineF]] = field(default_factory=dict)
    decided: QPainterPath = field(default_factory=QPainterPath)
    corners: dict[str, list[QLineF]] = field(default_factory=dict)
    dots: dict[HitState, list[QLineF]] = field(default_factory=dict)
    signs: dict[int, list[Sign]] = field(default_factory=dict)


def places(row: Row, span: Span) -> list[Run]:
    """The strips of a span in one paragraph."""
    return row.runs(row.shown.place(span.start), row.shown.place(span.end))


def ink(row: Row, index: int, marks: Marks) -> Ink:
    """Work out the marks of one paragraph."""
    result = Ink()
    for metric in marks.metrics(index):
        path = result.boxes.setdefault(look(metric), QPainterPath())
        path.setFillRule(Qt.FillRule.WindingFill)
        for run in places(row, metric.value_span):
            path.addRoundedRect(figure_box(row, run), _RADIUS, _RADIUS)
        if metric.by_hand is not None and (runs := places(row, metric.value_span)):
            corner = figure_box(row, runs[-1]).topRight()
            result.decided.addPolygon(
                QPolygonF([corner, corner - QPointF(_DECIDED, 0), corner + QPointF(0, _DECIDED), corner])
            )
    hits = marks.hits(index)
    ends: dict[int, list[ClaimPlace]] = {}
    folded: dict[int, list[ReviewClaim]] = {}
    for laned in lanes(marks.claims(index)):
        span = laned.span
        runs = places(row, span)
        if not runs:
            continue
        drawn = ClaimInk(
            laned, runs, span.start >= row.paragraph.start - 1, span.end <= row.paragraph.end + 1
        )
        result.claims.setdefault(laned.claim.id, []).append(drawn)
        if laned.lane == FOLDED:
            folded.setdefault(row.margin_line(runs[-1][0]), []).append(laned.claim)
            continue
        if drawn.closes:
            ends.setdefault(row.margin_line(runs[-1][0]), []).append(laned.place)
        _lines_of_claim(result, row, drawn)
    for span, hit in hits:
        lines = result.dots.setdefault(hit.state, [])
        lines.extend(dotted(row, span, whole=hit.state == "confirmed"))
    for state, lines in result.dots.items():
        result.dots[state] = _once(lines)
    for line in ends.keys() | folded.keys():
        result.signs[line] = _signs(ends.get(line, []), folded.get(line, []), hits)
    return result


def dotted(row: Row, span: Span, *, whole: bool) -> list[QLineF]:
    """The line under a check's words. At rest a long one is only begun, so that a sentence in doubt stays legible."""
    first, last = row.shown.place(span.start), row.shown.place(span.end)
    if not whole and last - first > _LONG:
        last = first + _BEGUN if row.shown.offset(first) <= span.start else first
    lines = []
    for line, left, right in row.runs(first, last):
        y = row.line_top(line) + row.line_height - _DOTS
        lines.append(QLineF(left, y, right, y))
    return lines


def _once(lines: list[QLineF]) -> list[QLineF]:
    """Words that several checks ask about are dotted once."""
    result: list[QLineF] = []
    for line in sorted(lines, key=lambda line: (line.y1(), line.x1())):
        if result and result[-1].y1() == line.y1() and line.x1() <= result[-1].x2():
            result[-1].setP2(QPointF(max(result[-1].x2(), line.x2()), line.y1()))
        else:
            result.append(line)
    return result


def figure_box(row: Row, run: Run, grown: float = 0) -> QRectF:
    """The box of a figure: the line's height less 5 above and below."""
    line, left, right = run
    return QRectF(
        left - 1 - grown, row.line_top(line) + 5 - grown, right - left + 2 + 2 * grown, row.line_height - 10 + 2 * grown
    )


def level(row: Row, line: int, laned: Laned) -> float:
    """How high a claim's underline lies in its line."""
    return row.line_top(line) + row.line_height - (_LANES[min(laned.lane, 1)] if laned.shared else _ALONE)


def _lines_of_claim(result: Ink, row: Row, drawn: ClaimInk) -> None:
    verdict = drawn.laned.claim.veracity
    colour = verdict or "claim"
    if drawn.opens:
        result.corners.setdefault(colour, []).extend(opening(row, drawn))
    if drawn.laned.nested and drawn.closes:
        result.corners.setdefault(colour, []).extend(closing(row, drawn))
    if verdict:
        result.underlines.setdefault(verdict, []).extend(underline(row, drawn))


def underline(row: Row, drawn: ClaimInk) -> list[QLineF]:
    """The line under each strip of a claim; it stops before the end, so that neighbours stay apart."""
    last = len(drawn.runs) - 1
    result = []
    for number, (line, left, right) in enumerate(drawn.runs):
        y = level(row, line, drawn.laned)
        stop = _STOP if number == last and drawn.closes else 0
        if right - stop > left:
            result.append(QLineF(left, y, right - stop, y))
    return result


def opening(row: Row, drawn: ClaimInk) -> list[QLineF]:
    """The corner ⌞ before a claim's first word."""
    line, left, _ = drawn.runs[0]
    y = level(row, line, drawn.laned)
    return [QLineF(left - 2, y - _CORNER.y(), left - 2, y), QLineF(left - 2, y, left - 2 + _CORNER.x(), y)]


def closing(row: Row, drawn: ClaimInk) -> list[QLineF]:
    """The corner ⌟ after a claim's last word."""
    line, _, right = drawn.runs[-1]
    y = level(row, line, drawn.laned)
    right -= _STOP - 3
    return [QLineF(right, y - _CORNER.y(), right, y), QLineF(right - _CORNER.x(), y, right, y)]


def _signs(places: list[ClaimPlace], folded: list[ReviewClaim], hits: Sequence[tuple[Span, Hit]]) -> list[Sign]:
    ends = list({place.claim.id: place.claim for place in places}.values())  # two places of a claim may end here
    signs: list[Sign] = []
    signs.extend(Sign("verdict", (claim,)) for claim in ends)
    moved = tuple(claim for claim in ends if any(anchor.state != "ok" for anchor in claim.anchors))
    if moved:
        signs.append(Sign("moved", moved))
    proven = tuple(claim for claim in ends if claim.evidence)
    if proven:
        signs.append(Sign("clip", proven, sum(len(claim.evidence) for claim in proven)))
    open_hits = [(span, hit) for span, hit in hits if hit.state != "confirmed"]
    asked: dict[str, set[str]] = {claim.id: set() for claim in ends}
    for place in places:
        asked[place.claim.id] |= {hit.id for span, hit in open_hits if span.overlaps(place.span)}
    doubted = tuple(claim for claim in ends if asked[claim.id])
    if doubted:
        signs.append(Sign("flag", doubted, len(set().union(*asked.values()))))
    noted = tuple(claim for claim in ends if claim.note)
    if noted:
        signs.append(Sign("note", noted))
    if folded:
        signs.append(Sign("folded", tuple(folded), len(folded)))
    if len(signs) > SIGNS:
        rest = {claim.id: claim for sign in signs for claim in sign.claims}
        signs = [*signs[: SIGNS - 1], Sign("more", tuple(rest.values()))]
    return signs


def paint_boxes(painter: QPainter, drawn: Ink, theme: Theme) -> None:
    """Below the words: the boxes of the figures."""
    for style, path in drawn.boxes.items():
        if style == "filled":
            painter.fillPath(path, theme.color("metric_tint"))
            if theme.contrast:  # without its tint an actual is told from a target by the stronger line
                painter.strokePath(path, QPen(theme.color("metric"), 2))
            continue
        pen = QPen(theme.color("metric"), 1)
        if style == "dotted":
            pen.setDashPattern([1.5, 2])
        if style == "hatched":
            painter.fillPath(path, QBrush(theme.color("metric", 0.28), Qt.BrushStyle.BDiagPattern))
        painter.strokePath(path, pen)
    if not drawn.decided.isEmpty():  # read as a person decided: a corner, as spreadsheets mark a remark
        painter.fillPath(drawn.decided, theme.color("metric"))


def paint_lines(painter: QPainter, drawn: Ink, theme: Theme, layers: Layers) -> None:
    """Above the words: underlines and corners of claims, dots of check hits."""
    if layers.claims:
        for colour, lines in drawn.underlines.items():
            painter.setPen(QPen(theme.color(colour, 1.0 if theme.contrast else 0.5), 2 if theme.contrast else 1))
            painter.drawLines(lines)
        for colour, lines in drawn.corners.items():
            painter.setPen(QPen(theme.color(colour), 1.2))
            painter.drawLines(lines)
    if layers.hits:
        for state, lines in drawn.dots.items():
            painter.setPen(hit_pen(theme, state))
            painter.drawLines(lines)


def hit_pen(theme: Theme, state: HitState) -> QPen:
    """Dots of 2 px for an open hit, sparse ones for a deferred one, a line for a confirmed one."""
    if state == "confirmed":
        return QPen(theme.color("hit"), 1.5)
    pen = QPen(theme.color("hit"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.19 if state == "new" else 4.39])
    return pen


def paint_selected_block(painter: QPainter, row: Row, runs: Iterable[Run], theme: Theme) -> None:
    """Below the words: the tint of the selected claim."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("claim_tint"))
    for line, left, right in runs:
        painter.drawRoundedRect(
            QRectF(left - 2, row.line_top(line) + 2, right - left + 2, row.line_height - 4), _RADIUS + 1, _RADIUS + 1
        )


def paint_figure_outline(painter: QPainter, row: Row, metric: Metric, theme: Theme) -> None:
    """Round the figure that is looked at or selected."""
    painter.setPen(QPen(theme.color("metric"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in places(row, metric.value_span):
        painter.drawRoundedRect(figure_box(row, run, 1), _RADIUS + 1, _RADIUS + 1)
