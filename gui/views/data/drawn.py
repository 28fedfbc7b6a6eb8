"""The charts of the page in front, made and shown: at once, or each piece of the work in a turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from gui import settings
from gui.models.claims import first_at
from gui.session import Session
from gui.theme import Theme
from gui.views.data import charts
from gui.views.data.card import ChartCard
from gui.views.data.carrier import Carrier
from gui.views.data.charts import ChartKey, Source
from gui.views.data.drawing import Mark
from gui.views.pieces import Pieces

_FRAME: Final = 16  # ms; a timer of none would run in the turn that paints
_LONG: Final = 500  # so many figures make charts that take a turn to make and one to lay out


class DrawnCharts(QObject):
    """Makes the charts that are `wanted` and shows each on its card.

    `wanted` gives their keys, none while no charts are in sight, and the section that they are narrowed to, if any.

    Signals:
        begun(): what stands on the cards is about to change.
        done(): every card shows its chart.
        chosen(Mark, bool), hovering(Mark | None): what was clicked in a chart, and what the pointer rests on there.
    """

    begun = Signal()
    done = Signal()
    chosen = Signal(object, bool)
    hovering = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, cards: Sequence[ChartCard],
        wanted: Callable[[], tuple[Sequence[ChartKey], str | None]], parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._cards = cards
        self._wanted = wanted
        self._made: dict[ChartKey, charts.Chart] = {}
        self._carrier = Carrier(self)
        self._pieces = Pieces(self, _FRAME)

    @property
    def under_way(self) -> bool:
        """Whether charts are about to be made in turns."""
        return self._pieces.under_way

    def chart(self, key: ChartKey) -> charts.Chart | None:
        """A chart as it was made last."""
        return self._made.get(key)

    def forget(self) -> None:
        """Hold nothing of a report that was closed."""
        self._pieces.stop()
        self._made.clear()
        for card in self._cards:
            card.let_go()

    def prepare(self) -> None:
        """Make what carries the charts before the first one is shown; the carrier has to be ready."""
        for card in self._cards:
            self._carry(card)

    def draw(self) -> None:
        """Make the charts now."""
        self._pieces.stop()
        if not self._wanted()[0]:
            return
        if not self._carrier.ready:
            self.begun.emit()
            self._carrier.bring(self.draw)
            return
        for _turn in self._turns():
            pass

    def draw_soon(self, *, again: bool = True) -> None:
        """Make the charts in turns of their own; until then those for other room (not `again`) are not painted."""
        for card in () if again else self._cards:
            card.rest()
        self._pieces.begin_soon(self._in_turns())

    def draw_others(self) -> None:
        """Make the charts that are now in front: at once, but those of a long report in turns."""
        if self._is_long() and self._wanted()[0]:
            self.draw_soon(again=False)
        else:
            self.draw()

    def _in_turns(self) -> Iterator[None]:
        """The work, for as long as charts are in sight."""
        if not self._wanted()[0] or not self._carrier.ready:
            self.draw()
            return
        for turn in self._turns():
            yield turn
            if not self._wanted()[0]:
                return

    def _turns(self) -> Iterator[None]:
        """All of the work; gives way after each piece of it."""
        self.begun.emit()
        keys, section = self._wanted()
        for card, key in zip(self._cards, keys, strict=False):
            yield from self._show(card, key, section)
        self.done.emit()

    def _show(self, card: ChartCard, key: ChartKey, section: str | None) -> Iterator[None]:
        report = self._session.report
        self._carry(card)
        if report is None:
            card.head.say(charts.title(key), "")
            card.show_drawing(None, charts.why_empty("no-report"))
            return
        narrowed = section if key in charts.BY_SECTION else None
        register = self._session.project.evidence() if self._session.project else ()
        claims = self._session.claims()
        source = Source(report, claims, self._session.pairs, narrowed, settings.language(), register)
        drawing, chart = card.drawing_of(key, source), self._made.get(key)
        if drawing is None or chart is None:
            chart = self._made[key] = charts.make(key, source)
            drawing = charts.draw(chart, source, self._theme, first_at(claims))
            if self._is_long():
                yield
        card.head.say(charts.title(key), charts.subtitle(chart, source))
        card.made_from = key, source
        if card.view is not None:
            card.view.setAccessibleName(charts.title(key))
        card.show_drawing(drawing, charts.why_empty(chart.empty) if chart.empty else "")
        yield

    def _is_long(self) -> bool:
        report = self._session.report
        return report is not None and len(report.metrics) > _LONG

    def _carry(self, card: ChartCard) -> None:
        if card.view is None:
            from gui.views.data.view import ChartView  # brings the library of the charts with it

            view = ChartView(self._theme, card.area.viewport())
            view.chosen.connect(self._choose)
            view.hovering.connect(self.hovering)
            card.carry(view)

    def _choose(self, mark: Mark, reveal: bool) -> None:
        self.chosen.emit(mark, reveal)
