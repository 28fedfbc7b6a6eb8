"""The page as it is painted: from offsets to points, from points to marks, and every layer in its order.

Knows no widget: whoever owns it says which part of the page is wanted and what is looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout

from core.model import Span
from core.model.layout import Table
from core.values import dataclass
from gui.session import Selection
from gui.theme import Theme, app_font
from gui.views.controls.marks import paint_wave
from gui.views.text import ink as inks
from gui.views.text import margin
from gui.views.text.grid import GridRow
from gui.views.text.ink import Ink, Sign, places
from gui.views.text.layout import Page, Row, Run
from gui.views.text.marks import Layers, Marks
from gui.views.text.setting import Margins

_NUMBER_GAP = 9
_WAVE_LIFT = 6.5


@dataclass(frozen=True, slots=True)
class View:
    """What the pane shows at this moment, beside the marks themselves.

    `together` are several claims that are selected at once. `found` are the places of a search in reading order,
    `current` the number of the one in sight (-1: none). `focus` is the one claim or check hit that is not dimmed
    ("" is none). `flash` is a place that was just jumped to, with the strength (0 to 1) that its tint still has.
    """

    selection: Selection = field(default_factory=Selection)
    together: tuple[str, ...] = ()
    words: Span | None = None
    caret: int | None = None
    found: Sequence[Span] = ()
    current: int = -1
    flash: tuple[Span, float] | None = None
    hovered_metric: str = ""
    hovered_claim: str = ""
    target_claim: str = ""
    focus: str = ""
    layers: Layers = field(default_factory=Layers)

    @property
    def claims(self) -> frozenset[str]:
        """The claims that are selected."""
        one = (self.selection.id,) if self.selection.subject == "claim" else ()
        return frozenset(self.together or one)


class Surface:
    """The set page with its marks."""

    def __init__(self, page: Page, marks: Marks, theme: Theme) -> None:
        self.page = page
        self.marks = marks
        self.margins = Margins(28, 72)
        self._theme = theme
        self._inks: dict[int, Ink] = {}
        self._noise: Sequence[Span] = ()
        self._doubtful: Sequence[Span] = ()

    def load(self, noise: Sequence[Span], doubtful: Sequence[Span] = ()) -> None:
        """Another report is in `page` and `marks`; `noise` is what is not part of it.

        `doubtful` are places that may have been recognised wrongly.
        """
        self._noise = sorted(noise)
        self._doubtful = sorted(doubtful)
        self._inks.clear()

    def forget(self, paragraphs: Sequence[int] | set[int] | None = None) -> None:
        """Marks (of these paragraphs, or all) have changed, or the page is set anew."""
        if paragraphs is None:
            self._inks.clear()
            return
        for index in paragraphs:
            self._inks.pop(index, None)

    def ink(self, index: int) -> Ink:
        """The marks of one paragraph."""
        known = self._inks.get(index)
        if known is None:
            if len(self._inks) > 300:
                self._inks.clear()
            known = self._inks[index] = inks.ink(self.page.row(index), index, self.marks)
        return known

    def in_sight(self, scroll: float, height: float) -> Iterator[tuple[int, float, Row]]:
        """The paragraphs between two heights of the page: number, top on the viewport, paragraph."""
        index = self.page.index_at(scroll)
        while index < len(self.page.paragraphs):
            top = self.page.top(index) - scroll
            if top >= height:
                return
            yield index, top, self.page.row(index)
            index += 1

    # --- from points to the text

    def offset_at(self, point: QPointF, scroll: float) -> int:
        """The place in the text nearest to a point of the viewport."""
        index = self.page.index_at(point.y() + scroll)
        row = self.page.row(index)
        place = row.place_at(point.x() - self.margins.left, point.y() + scroll - self.page.top(index))
        return row.shown.offset(place, closing=place == len(row.shown.text))

    def word_at(self, point: QPointF, scroll: float) -> int | None:
        """The character under a point, None beside the words."""
        if not self.page.paragraphs:
            return None
        index = self.page.index_at(point.y() + scroll)
        row = self.page.row(index)
        place = row.inside(point.x() - self.margins.left, point.y() + scroll - self.page.top(index))
        return None if place is None else row.shown.offset(place)

    def sign_at(self, point: QPointF, scroll: float) -> Sign | None:
        """The margin sign under a point."""
        column = self.margins.left + self.page.setting.column
        if not self.page.paragraphs or point.x() <= column + 2:
            return None
        index = self.page.index_at(point.y() + scroll)
        row = self.page.row(index)
        line = row.margin_line_at(point.y() + scroll - self.page.top(index))
        signs = self.ink(index).signs.get(line, [])
        return margin.sign_at(signs, column, point.x())

    def rect_of(self, span: Span, scroll: float) -> QRectF:
        """The first line's part of a span, on the viewport."""
        index = self.page.index_of(span.start)
        row = self.page.row(index)
        runs = places(row, span)
        top = self.page.top(index) - scroll
        if not runs:
            return QRectF(self.margins.left, top + row.before, 1, row.line_height)
        line, left, right = runs[0]
        return QRectF(self.margins.left + left, top + row.line_top(line), right - left, row.line_height)

    def caret_rect(self, offset: int, scroll: float) -> QRectF:
        """Where the caret stands on the viewport."""
        index = self.page.index_of(offset)
        row = self.page.row(index)
        place = row.shown.place(offset)
        line = row.line_of(place)
        top = self.page.top(index) - scroll + row.line_top(line)
        return QRectF(self.margins.left + row.x(line, place) - 0.75, top + 5, 1.5, row.line_height - 10)

    # --- tables wider than the column

    def table_at(self, point: QPointF, scroll: float) -> Table | None:
        """The table under a point of the viewport."""
        if not self.page.paragraphs:
            return None
        index = self.page.index_at(point.y() + scroll)
        return self.page.paragraphs[index].table if point.y() + scroll < self.page.top(index + 1) else None

    def slide(self, table: Table, by: float) -> bool:
        """Move a wide table sideways under its column; False where there is nothing more to see."""
        if not self.page.slide(table, by):
            return False
        self._inks.clear()
        return True

    def bring_across(self, offset: int) -> bool:
        """Slide a wide table so that an offset can be seen; False where it could be already."""
        index = self.page.index_of(offset)
        table = self.page.paragraphs[index].table if self.page.paragraphs else None
        if table is None or not self.page.columns(table).wide:
            return False
        row = self.page.row(index)
        place = row.shown.place(offset)
        x, room = row.x(row.line_of(place), place), self.page.setting.column
        if x < 0:
            return self.slide(table, x - room / 4)
        return x > room - self.page.setting.em and self.slide(table, x - room * 3 / 4)

    # --- painting

    def paint(self, painter: QPainter, area: QRectF, scroll: float, view: View) -> None:
        """Paint what of the page falls into `area` of the viewport."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for index, top, row in self.in_sight(scroll + area.top(), area.height()):
            painter.save()
            painter.translate(self.margins.left, top + area.top())
            self._paint_paragraph(painter, index, row, view)
            painter.restore()
        if view.caret is not None and self.page.paragraphs:
            painter.fillRect(self.caret_rect(view.caret, scroll), self._theme.color("accent"))

    def _paint_paragraph(self, painter: QPainter, index: int, row: Row, view: View) -> None:
        drawn = self.ink(index)
        grid = row if isinstance(row, GridRow) else None
        if grid is not None:
            grid.begin(painter, self._theme)
        if view.focus:
            self._paint_dimmed(painter, row, drawn, index, view)
            return
        theme, layers = self._theme, view.layers
        noise = self._noise_in(row)
        chosen = view.claims & drawn.claims.keys()
        if layers.hits and view.selection.subject == "hit":
            for span, hit in self.marks.hits(index):
                if hit.id == view.selection.id:
                    self._paint_runs(painter, row, span, "hit_tint", 1, 4)
        if view.flash:
            self._paint_runs(painter, row, view.flash[0], "accent_soft", view.flash[1], 3)
        if layers.claims:
            for key in chosen:
                for own in drawn.claims[key]:
                    inks.paint_selected_block(painter, row, own.runs, theme)
        if view.target_claim in drawn.claims:
            self._paint_target(painter, row, drawn, view.target_claim)
        if layers.metrics:
            inks.paint_boxes(painter, drawn, theme)
        formats = self._paint_found(painter, row, view)
        if view.words:
            self._paint_runs(painter, row, view.words, "accent", 0.22, 0)
        painter.setPen(theme.color("muted" if row.paragraph.style in ("byline", "noise") else "text"))
        row.layout.draw(painter, QPointF(0, 0), [*self._muted(row, noise), *formats])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_doubtful(painter, row)
        inks.paint_lines(painter, drawn, theme, layers)
        if layers.metrics:
            self._paint_figures_looked_at(painter, row, view)
        if layers.hits and view.selection.subject == "hit":
            self._paint_chosen_hit(painter, index, row, view.selection.id)
        if layers.claims:
            self._paint_claims_looked_at(painter, row, drawn, view, chosen)
        if grid is not None:
            grid.end(painter, theme)
        self._paint_margins(painter, row, drawn, view, chosen)
        self._paint_scars(painter, row, noise)

    def _paint_dimmed(self, painter: QPainter, row: Row, drawn: Ink, index: int, view: View) -> None:
        """All words quiet and without marks, but those of the claim or the check that is being answered."""
        formats: list[QTextLayout.FormatRange] = []
        lit = drawn.claims.get(view.focus, ())
        style = QTextCharFormat()
        style.setForeground(self._theme.color("text"))
        asked = [span for span, hit in self.marks.hits(index) if hit.id == view.focus]
        for span in asked:
            self._paint_runs(painter, row, span, "hit_tint", 1, 4)
            formats += row.formats(row.shown.place(span.start), row.shown.place(span.end), style)
        for own in lit:
            inks.paint_selected_block(painter, row, own.runs, self._theme)
            painter.setBrush(self._theme.color("metric_tint"))
            span = own.laned.span
            for metric in self.marks.metrics(index):
                if span.contains(metric.value_span):
                    for run in places(row, metric.value_span):
                        painter.drawRoundedRect(inks.figure_box(row, run), 3, 3)
            formats += row.formats(row.shown.place(span.start), row.shown.place(span.end), style)
        formats += self._paint_found(painter, row, view)
        if view.words:
            self._paint_runs(painter, row, view.words, "accent", 0.22, 0)
        painter.setPen(self._theme.color("muted"))
        row.layout.draw(painter, QPointF(0, 0), formats)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        for own in lit:
            painter.drawLines(inks.underline(row, own))
        painter.setPen(QPen(self._theme.color("hit"), 2))
        for span in asked:
            painter.drawLines(inks.dotted(row, span, whole=True))
        self._paint_figures_looked_at(painter, row, view)
        self._paint_number(painter, row)
        for line, signs in drawn.signs.items():
            own_signs = [sign for sign in signs if any(claim.id == view.focus for claim in sign.claims)]
            margin.paint(
                painter, own_signs, self.page.setting.column, row.line_top(line), row.line_height, self._theme,
                margin.Lit(),
            )

    def _paint_runs(self, painter: QPainter, row: Row, span: Span, token: str, alpha: float, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token, alpha))
        for line, left, right in self._overlap(row, span):
            box = QRectF(left, row.line_top(line) + 3, right - left, row.line_height - 6)
            painter.drawRoundedRect(box, radius, radius)

    @staticmethod
    def _overlap(row: Row, span: Span) -> list[Run]:
        if span.start >= row.paragraph.end or span.end <= row.paragraph.start:
            return []
        return places(row, span)

    def _paint_target(self, painter: QPainter, row: Row, drawn: Ink, claim: str) -> None:
        painter.setBrush(self._theme.color("accent_soft"))
        painter.setPen(QPen(self._theme.color("accent"), 1, Qt.PenStyle.DashLine))
        for own in drawn.claims[claim]:
            for line, left, right in own.runs:
                box = QRectF(left - 2, row.line_top(line) + 2, right - left + 3, row.line_height - 4)
                painter.drawRoundedRect(box, 4, 4)

    def _paint_found(self, painter: QPainter, row: Row, view: View) -> list[QTextLayout.FormatRange]:
        """Tint the places of a search; the current one is filled and its words are light."""
        if not view.found:
            return []
        formats: list[QTextLayout.FormatRange] = []
        number = bisect_left(view.found, row.paragraph.start, key=lambda span: span.end - 1)
        while number < len(view.found) and view.found[number].start < row.paragraph.end:
            span = view.found[number]
            current = number == view.current
            painter.setBrush(self._theme.color("accent" if current else "hit_tint"))
            painter.setPen(Qt.PenStyle.NoPen if current else QPen(self._theme.color("hit"), 1))
            for run in places(row, span):
                painter.drawRoundedRect(inks.figure_box(row, run, 0 if current else -0.5), 3, 3)
            if current:
                style = QTextCharFormat()
                style.setForeground(self._theme.color("on_accent"))
                start, end = row.shown.place(span.start), row.shown.place(span.end)
                formats.extend(row.formats(start, end, style))
            number += 1
        return formats

    def _paint_figures_looked_at(self, painter: QPainter, row: Row, view: View) -> None:
        chosen = view.selection.id if view.selection.subject == "metric" else ""
        for key in {view.hovered_metric, chosen}:
            metric = self.marks.metric(key)
            if metric is not None and self._overlap(row, metric.value_span):
                inks.paint_figure_outline(painter, row, metric, self._theme)

    def _paint_chosen_hit(self, painter: QPainter, index: int, row: Row, key: str) -> None:
        for span, hit in self.marks.hits(index):
            if hit.id == key:
                painter.setPen(QPen(self._theme.color("hit"), 2))
                painter.drawLines(inks.dotted(row, span, whole=True))

    def _paint_claims_looked_at(self, painter: QPainter, row: Row, drawn: Ink, view: View, chosen: Set[str]) -> None:
        for hovered in drawn.claims.get(view.hovered_claim, ()):
            painter.setPen(QPen(self._theme.color(hovered.laned.claim.veracity or "claim"), 1.2))
            painter.drawLines(inks.underline(row, hovered) if view.hovered_claim not in chosen else [])
            painter.drawLines(inks.opening(row, hovered) if hovered.opens else [])
            painter.drawLines(inks.closing(row, hovered) if hovered.closes else [])
        for selected in [own for key in chosen for own in drawn.claims[key]]:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawLines(inks.underline(row, selected))
            painter.setPen(QPen(self._theme.color("accent"), 1.4))
            painter.drawLines(inks.opening(row, selected) if selected.opens else [])
            painter.drawLines(inks.closing(row, selected) if selected.closes else [])

    def _paint_number(self, painter: QPainter, row: Row) -> None:
        if not row.paragraph.number:
            return
        painter.setFont(app_font(10))
        painter.setPen(self._theme.color("line"))
        box = QRectF(-_NUMBER_GAP - 40, row.before, 40, row.line_height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.paragraph.number))

    def _paint_margins(self, painter: QPainter, row: Row, drawn: Ink, view: View, chosen: Set[str]) -> None:
        self._paint_number(painter, row)
        if view.layers.claims:
            lit = margin.Lit(view.hovered_claim or view.target_claim, chosen)
            column = self.page.setting.column
            for line, signs in drawn.signs.items():
                margin.paint(painter, signs, column, row.line_top(line), row.line_height, self._theme, lit)

    def _paint_scars(self, painter: QPainter, row: Row, noise: Sequence[Span]) -> None:
        """What the page layout left behind: a tick where a line was broken, a rule beside what is no part of it."""
        painter.setPen(QPen(self._theme.color("border"), 1))
        if row.paragraph.style == "body":
            for cut in row.shown.cuts:
                line = row.line_of(cut)
                x, y = row.x(line, cut), row.line_top(line)
                painter.drawLine(QPointF(x, y + 4), QPointF(x, y + 9))
        painter.setPen(QPen(self._theme.color("border"), 2))
        for span in noise:
            for line, _, _ in self._overlap(row, span):
                top = row.line_top(line)
                painter.drawLine(QPointF(-6, top + 1), QPointF(-6, top + row.line_height - 1))

    def _paint_doubtful(self, painter: QPainter, row: Row) -> None:
        """A wave under what may have been recognised wrongly."""
        for span in _within(self._doubtful, row):
            for line, left, right in self._overlap(row, span):
                paint_wave(painter, self._theme, left, right, row.line_top(line) + row.line_height - _WAVE_LIFT)

    def _noise_in(self, row: Row) -> Sequence[Span]:
        return _within(self._noise, row)

    def _muted(self, row: Row, noise: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        if not noise:
            return []
        style = QTextCharFormat()
        style.setForeground(self._theme.color("muted"))
        return [
            formats for span in noise
            for formats in row.formats(row.shown.place(span.start), row.shown.place(span.end), style)
        ]


def _within(spans: Sequence[Span], row: Row) -> Sequence[Span]:
    """Those of the sorted spans that share something with a paragraph."""
    if not spans:
        return ()
    first = bisect_left(spans, row.paragraph.start + 1, key=lambda span: span.end)
    last = first
    while last < len(spans) and spans[last].start < row.paragraph.end:
        last += 1
    return spans[first:last]
