"""A chart that is no longer shown is let go: it holds all that was read in its report."""

from __future__ import annotations

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme import Theme
from gui.views.data import DataPane
from gui.views.data.drawing import Drawing
from tests.gui.sample import on_screen


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The column on screen with both of its charts, whose height its layout has asked for."""
    made = DataPane(session, theme)
    made.set_orientation("column")
    on_screen(qtbot, made, 500, 900)
    qtbot.waitUntil(lambda: len(shown(made)) == 2, timeout=20_000)
    assert all(card.needed() > 0 for card in made.cards)
    return made


def shown(pane: DataPane) -> list[weakref.ref[Drawing]]:
    return [weakref.ref(card.view.drawing) for card in pane.cards if card.view is not None and card.view.drawing]


def test_a_hidden_pane_holds_no_chart_of_a_closed_project(pane: DataPane, session: Session) -> None:
    """Nobody opens another one, perhaps for hours."""
    charts = shown(pane)
    pane.hide()
    session.close()
    gc.collect()
    assert [chart() for chart in charts] == [None, None]


def test_the_height_of_a_chart_that_gave_way_holds_it_no_longer(pane: DataPane) -> None:
    """Another page of charts stands in its place, and nobody has asked how high these are."""
    charts = shown(pane)
    pane.set_orientation("drawer")
    pane.show_page("review")
    pane.charts.draw()
    gc.collect()
    assert [chart() for chart in charts] == [None, None]
