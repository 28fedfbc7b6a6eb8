"""What the pointer rests on in a chart is lit in text and table, and the other way round, for every kind of chart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.model import Metric, Span
from core.project import CHARTS, AttachEvidence, EvidenceDraft, SetVerdict
from gui.models.metrics import MetricRow
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.data import DataPane
from gui.views.data.card import ChartCard
from gui.views.data.drawing import Drawing
from gui.views.data.pages import PAGES, Page
from gui.views.data.view import ChartView
from gui.views.text import TextPane
from tests.gui.sample import on_screen

WITH_CHARTS: tuple[Page, ...] = ("growth", "figures", "review", "evidence")


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The drawer on screen with the whole report, one claim judged and proven."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 900, 420)
    made.set_by_section(False)
    claim = session.claims()[0].id
    assert session.do(SetVerdict(claim, "supported"))
    draft = EvidenceDraft(title="件", kind="notice", excerpt="x", reliability="B", credibility="2")
    assert session.do(AttachEvidence(claim, draft, stance="supports"))
    qtbot.waitUntil(lambda: made.cards[0].view is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not made._stale and not made.charts.under_way)
    return made


def shown(card: ChartCard) -> tuple[ChartView, Drawing]:
    assert card.view is not None and card.view.drawing is not None
    return card.view, card.view.drawing


def move(widget: QWidget, place: QPointF) -> None:
    """The pointer comes to a place."""
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, place, widget.mapToGlobal(place), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_pages_have_every_kind_of_chart() -> None:
    """The tests over the pages below are tests over all charts that one report allows."""
    assert {key for page in WITH_CHARTS for key in PAGES[page] or ()} == set(CHARTS)


@pytest.mark.parametrize("page", WITH_CHARTS)
def test_every_mark_of_every_chart_leads_to_its_exact_place(pane: DataPane, session: Session, page: Page) -> None:
    """100 %: figures to their number, sections to their heading, claims to their words; verdicts to the list."""
    pane.show_page(page)
    places: list[Span] = []
    verdicts: list[str] = []
    session.reveal.connect(places.append)
    pane.verdict_chosen.connect(verdicts.append)
    for card in pane.cards:
        view, drawing = shown(card)
        assert drawing.marks
        for mark in list(drawing.marks):
            places.clear()
            view.chosen.emit(mark, True)
            if mark.subject == "verdict":
                assert verdicts[-1] == mark.id and not places
            elif mark.subject == "none":
                assert mark.span is None or places == [mark.span]
            else:
                assert session.selection == Selection(mark.subject, mark.id)
                assert places == [session.span_of(session.selection)]


@pytest.mark.parametrize("page", WITH_CHARTS)
def test_the_pointer_on_a_chart_tells_what_it_rests_on(pane: DataPane, session: Session, page: Page) -> None:
    """Each row of each chart says its figure, section or claim; leaving it says nothing more."""
    pane.show_page(page)
    told: list[Selection] = []
    session.hovered.connect(told.append)
    for card in pane.cards:
        view, drawing = shown(card)
        for mark in list(drawing.marks):
            if mark.subject not in ("metric", "claim", "section"):
                continue
            session.hover()
            view._hover(-1)
            view._hover(drawing.marks.index(mark))
            assert told[-1] == Selection(mark.subject, mark.id)
        view._hover(-1)
        assert told == [] or told[-1] == Selection()


def test_a_bar_under_the_pointer_lights_the_text_and_the_row(
    qtbot: QtBot, pane: DataPane, session: Session, theme: Theme
) -> None:
    """Chart → text and table; leaving takes the light away; a picture of the chart has none."""
    text = TextPane(session, theme)
    on_screen(qtbot, text, 660, 500)
    pane.show_page("growth")
    view, drawing = shown(pane.cards[0])
    mark = drawing.marks[0]
    move(view.viewport(), mark.rect.center())
    assert text._view.hovered_metric == mark.id
    assert pane.table.view.lit == frozenset({mark.id})
    dark = view.image(600)
    view._hover(-1)
    assert text._view.hovered_metric == "" and pane.table.view.lit == frozenset()
    assert view.image(600) == dark


def test_a_mark_in_the_text_lights_its_bar(qtbot: QtBot, pane: DataPane, session: Session, theme: Theme) -> None:
    """Text → chart: the pointer on a figure lights the row that draws it, and the chart is painted otherwise."""
    text = TextPane(session, theme)
    on_screen(qtbot, text, 660, 500)
    pane.show_page("growth")
    view, drawing = shown(pane.cards[0])
    metric = session.metric(drawing.marks[0].id)
    assert metric is not None
    before = view.grab().toImage()
    text.reveal(metric.value_span)
    qtbot.wait(300)
    rect = text._surface.rect_of(metric.value_span, text._strip.value())
    move(text.viewport(), rect.center())
    assert drawing.lit == frozenset({metric.id})
    assert view.grab().toImage() != before
    move(text.viewport(), QPointF(2, 2))
    assert drawing.lit == frozenset()


def test_a_row_of_the_table_lights_the_text(qtbot: QtBot, pane: DataPane, session: Session, theme: Theme) -> None:
    """Table → text, by the pointer over the row."""
    text = TextPane(session, theme)
    on_screen(qtbot, text, 660, 500)
    pane.show_page("table")
    table = pane.table.view
    place = next(i for i, row in enumerate(table.table.rows) if isinstance(row, MetricRow))
    row = table.table.rows[place]
    assert isinstance(row, MetricRow)
    center: QPoint = table.visualRect(table.table.index(place, 0)).center()
    move(table.viewport(), QPointF(center))
    assert text._view.hovered_metric == row.metric.id
    table.hover(-1)
    assert text._view.hovered_metric == ""


def test_a_claim_under_the_pointer_lights_all_its_bars(pane: DataPane, session: Session) -> None:
    """What a claim says is lit figure by figure."""
    pane.show_page("growth")
    _, drawing = shown(pane.cards[0])
    metric: Metric | None = session.metric(drawing.marks[0].id)
    assert metric is not None
    claim = session.claim_of_metric(metric.id)
    assert claim is not None
    session.hover("claim", claim.id)
    assert metric.id in drawing.lit and set(claim.metrics) <= drawing.lit
    session.hover()
    assert isinstance(shown(pane.cards[0])[0].image(300), QImage) and not drawing.lit


def test_a_chart_keeps_no_picture_of_its_ground(pane: DataPane) -> None:
    """That of fifteen hundred targets was of a hundred megabytes, and painting it stopped the window."""
    view, _ = shown(pane.cards[0])
    assert view.cacheMode() == view.CacheModeFlag.CacheNone


def test_two_charts_of_one_scope_say_it_once(pane: DataPane) -> None:
    """In English the second had no room for its own name beside it: “Amou…”."""
    pane.show_page("figures")
    assert [card.scope.isHidden() for card in pane.cards] == [False, True]
    pane.show_page("growth")
    assert [card.scope.isHidden() for card in pane.cards] == [False, True]
    pane.show_page("review")
    assert [card.scope.isHidden() for card in pane.cards] == [True, True]
