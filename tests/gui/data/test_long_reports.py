"""Charts and table of reports with thousands of figures: nothing is made unasked, and all of it in short turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from core.charts import RatesChart
from gui import settings
from gui.models.metrics import MetricRow
from gui.session import Session
from gui.theme import Theme
from gui.views.data import DataPane, drawn, table, tablecard
from gui.views.data.figures import RatesDrawing
from gui.views.data.targets import TargetDrawing
from tests.gui.data.test_pane import bar, drawing
from tests.gui.sample import on_screen, sample_report


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The drawer at the design's size with the charts of growth and targets drawn."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 660, 226)
    qtbot.waitUntil(lambda: not made._stale and all(card.view and card.view.drawing for card in made.cards))
    return made


def test_targets_are_not_drawn_anew_for_the_next_section(pane: DataPane, session: Session, qtbot: QtBot) -> None:
    """They are those of the whole report; two thousand of a long plan held the window up at each section."""
    growth_of_all, targets = (drawing(card) for card in pane.cards)
    assert isinstance(targets, TargetDrawing)
    session.section_entered.emit(sample_report().sections[-1].id)
    qtbot.waitUntil(lambda: drawing(pane.cards[0]) is not growth_of_all)
    qtbot.waitUntil(lambda: not pane.charts.under_way)
    assert drawing(pane.cards[1]) is targets
    settings.set_language("zh" if settings.language() == "en" else "en")
    pane.retranslate()
    qtbot.waitUntil(lambda: drawing(pane.cards[1]) is not targets)


def test_the_figures_of_a_long_report_come_in_several_turns(
    pane: DataPane, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Six thousand held the window up for a tenth of a second; what was there stays until they are whole."""
    pane.show_page("table")
    whole = [row.metric.id for row in pane.table.table.rows if isinstance(row, MetricRow)]
    assert len(whole) > 21
    before = pane.table.table.rows
    monkeypatch.setattr(tablecard, "_AT_ONCE", 7)
    pane.table.refresh()
    assert pane.table.table.rows is before
    qtbot.waitUntil(lambda: pane.table.table.rows is not before)
    assert [row.metric.id for row in pane.table.table.rows if isinstance(row, MetricRow)] == whole


def test_the_charts_of_a_long_report_come_in_several_turns(
    pane: DataPane, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Those of two thousand targets take a turn to be made and one to be laid out; nothing else is painted between."""
    monkeypatch.setattr(drawn, "_LONG", 1)
    pane.show_page("review")
    before = [drawing(card) for card in pane.cards]
    assert pane.charts.under_way and not any(card.view is not None and card.view.shows for card in pane.cards)
    qtbot.waitUntil(lambda: not pane.charts.under_way)
    assert all(card.view is not None and card.view.shows for card in pane.cards)
    assert all(drawing(card) is not old for card, old in zip(pane.cards, before, strict=True))


def test_other_columns_are_not_measured_anew(pane: DataPane, monkeypatch: pytest.MonkeyPatch) -> None:
    """How wide a column wants to be is a matter of its rows, thousands in a long plan, not of those beside it."""
    pane.show_page("table")
    view = pane.table.view
    columns = view.table.columns
    widths = [view.columnWidth(place) for place in range(len(columns))]
    measured: list[object] = []
    monkeypatch.setattr(table, "QFontMetricsF", lambda font: measured.append(font) or QFontMetricsF(font))
    view.set_columns(columns[:3])
    view.set_columns(columns)
    assert view.table.columns == columns and not measured
    assert [view.columnWidth(place) for place in range(len(columns))] == widths
    pane.table.filter.setText("5")
    view.sort(1)
    assert 0 < view.table.count < len(sample_report().metrics) and not measured, "nor are those that are left"
    view.table.set_rows(list(view.table.everything[:3]))
    assert measured


def test_rates_that_read_alike_keep_their_own_places() -> None:
    """Each dot has its own words behind it, also where two rows are the same but for their place."""
    twice = bar("甲", "40")
    other = replace(bar("乙", "120"), text="120%以上")
    shown = RatesDrawing(RatesChart((twice, twice), (other,), None), Theme("light"), "zh")
    shown.lay_out(320, 100)
    assert shown._values == ["40%", "40%", "120%以上"]
    assert [mark.rect.top() for mark in shown.marks] == sorted({mark.rect.top() for mark in shown.marks})
