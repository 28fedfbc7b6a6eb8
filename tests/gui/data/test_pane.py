"""Charts and table: every bar and row leads to its place, and the selection is one with the text."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.charts import FigureRow, GrowthChart, TargetChart, growth_chart, verdict_chart
from core.model import Rank, Span
from core.project import SetVerdict
from gui import settings
from gui.models.metrics import COLUMNS, MetricRow
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.data import DataPane
from gui.views.data.card import CardHead, ChartCard
from gui.views.data.drawing import Drawing, nice_ticks
from gui.views.data.growth import GrowthDrawing
from gui.views.data.pane import Orientation
from gui.views.data.shares import VerdictDrawing
from gui.views.data.targets import TargetDrawing
from gui.views.data.view import ChartView
from tests.gui.sample import on_screen, sample_report


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The drawer at the design's size, on screen, with the whole report."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 660, 226)
    made.set_by_section(False)
    qtbot.waitUntil(lambda: made.cards[0].view is not None)
    return made


def view(card: ChartCard) -> ChartView:
    """The card's chart."""
    assert card.view is not None
    return card.view


def drawing(card: ChartCard) -> Drawing:
    """What the card's chart shows."""
    found = view(card).drawing
    assert found is not None
    return found


def bar(label: str, value: str, rank: Rank | None = None, *, broken: bool = False) -> FigureRow:
    """One growth rate."""
    return FigureRow(
        label, None, Span(0, 1), label, Decimal(value), None, f"{value}%", "eq", "actual", "2023", rank, None, False,
        broken,
    )


def growth(*rows: FigureRow, limit: Decimal | None = None) -> GrowthChart:
    """A chart of these."""
    return GrowthChart(rows, "%", "2023", "yoy", "actual", limit, None)


def test_clicking_a_bar_selects_its_figure_and_shows_its_place(
    qtbot: QtBot, pane: DataPane, session: Session
) -> None:
    """The bar, the row and the text are one selection."""
    mark = drawing(pane.cards[0]).marks[1]
    with qtbot.waitSignal(session.reveal) as shown:
        qtbot.mouseClick(view(pane.cards[0]).viewport(), Qt.MouseButton.LeftButton, pos=mark.rect.center().toPoint())
    assert session.selection == Selection("metric", mark.id)
    metric = session.metric(mark.id)
    assert metric is not None
    assert shown.args == [metric.value_span]
    assert drawing(pane.cards[0]).is_current(mark)
    assert pane.table.view.current == frozenset({mark.id})


def test_every_row_of_every_chart_leads_to_its_span(pane: DataPane, session: Session) -> None:
    """100 % of the bars, bullets, dots and amounts lead into the text; sections to their headings."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    count = 0
    for page in ("growth", "figures", "review"):
        pane.show_page(page)
        for card in pane.cards:
            for mark in list(drawing(card).marks):
                if mark.subject == "verdict":
                    continue
                count += 1
                view(card).chosen.emit(mark, True)
                assert len(shown) == count, mark
                assert mark.span is None or shown[-1].overlaps(mark.span)
    assert count > 20


def test_every_row_of_the_table_leads_to_its_span(qtbot: QtBot, pane: DataPane, session: Session) -> None:
    """100 % of the table's figures, by click."""
    pane.show_page("table")
    table, rows = pane.table.view, pane.table.table.rows
    for place, row in enumerate(rows):
        if isinstance(row, MetricRow):
            with qtbot.waitSignal(session.reveal) as shown:
                table.scrollTo(table.table.index(place, 0))
                table.chosen.emit(row.metric.id, True)
            assert shown.args == [row.metric.value_span]
    first = next(place for place, row in enumerate(rows) if isinstance(row, MetricRow))
    table.scrollToTop()
    spot = table.visualRect(table.table.index(first, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    row = rows[first]
    assert isinstance(row, MetricRow)
    assert session.selection == Selection("metric", row.metric.id)


def test_a_verdict_in_its_chart_asks_for_its_claims(qtbot: QtBot, pane: DataPane, session: Session) -> None:
    """Verdicts have no place in the text: they lead to the list."""
    session.do(SetVerdict(next(claim.id for claim in session.claims() if claim.checkable), "refuted"))
    pane.show_page("review")
    mark = next(mark for mark in drawing(pane.cards[0]).marks if mark.id == "refuted")
    with qtbot.waitSignal(pane.verdict_chosen) as asked:
        qtbot.mouseClick(view(pane.cards[0]).viewport(), Qt.MouseButton.LeftButton, pos=mark.rect.center().toPoint())
    assert asked.args == ["refuted"]


def test_arrow_keys_walk_the_bars_and_enter_jumps(qtbot: QtBot, pane: DataPane, session: Session) -> None:
    """The chart is usable without a mouse, and says to screen readers where one is."""
    shown: list[Span] = []
    session.reveal.connect(shown.append)
    chart = view(pane.cards[0])
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    mark = drawing(pane.cards[0]).marks[1]
    assert session.selection == Selection("metric", mark.id)
    assert shown == []
    assert chart.accessibleDescription() == drawing(pane.cards[0]).told(1)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert len(shown) == 1


def test_a_selected_claim_lights_up_its_bars_and_rows(pane: DataPane, session: Session) -> None:
    """What is selected in the text is marked in chart and table."""
    key = drawing(pane.cards[0]).marks[0].id
    claim = session.claim_of_metric(key)
    assert claim is not None
    session.select("claim", claim.id)
    assert drawing(pane.cards[0]).is_current(drawing(pane.cards[0]).marks[0])
    assert key in pane.table.view.current


def test_the_drawer_follows_the_section_that_is_read(qtbot: QtBot, pane: DataPane, session: Session) -> None:
    """Narrowed to the section, only its rates are drawn; a section without any says so and leads to the whole."""
    report = sample_report()
    pane.set_by_section(True)
    with_rates = next(s for s in report.sections if growth_chart(report, s.id).rows)
    without = next(s for s in report.sections if not growth_chart(report, s.id).rows)
    session.section_entered.emit(with_rates.id)
    rates = len(growth_chart(report, with_rates.id).rows)
    qtbot.waitUntil(lambda: len(drawing(pane.cards[0]).marks) == rates)
    session.section_entered.emit(without.id)
    qtbot.waitUntil(pane.cards[0].sentence.isVisible)
    pane.cards[0].sentence.linkActivated.emit("#")
    assert not pane.by_section
    assert len(drawing(pane.cards[0]).marks) == len(growth_chart(report).rows)


def test_copying_rows_gives_a_spreadsheet_its_table(qtbot: QtBot, pane: DataPane) -> None:
    """Ctrl+C puts heads and the selected rows on the clipboard, parted by tabs."""
    pane.show_page("table")
    pane.table.view.setFocus()
    pane.table.view.selectAll()
    qtbot.keyClick(pane.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(sample_report().metrics) + 1
    assert lines[0].count("\t") == len(pane.table.table.columns) - 1


def test_a_narrow_table_drops_columns_from_the_right(pane: DataPane) -> None:
    """Columns are dropped, never squeezed, and come back."""
    pane.show_page("table")
    pane.resize(300, 226)
    narrow = pane.table.table.columns
    pane.resize(660, 226)
    assert narrow == COLUMNS[: len(narrow)]
    assert len(narrow) < len(COLUMNS)
    assert pane.table.table.columns == COLUMNS


def test_charts_are_saved_as_pictures_and_as_drawings(pane: DataPane, tmp_path: Path) -> None:
    """PNG has the size of a page's width, SVG is well formed and holds the labels as words."""
    assert pane.save_chart(0, tmp_path / "c.png")
    assert QImage(str(tmp_path / "c.png")).width() == 1800
    assert pane.save_chart(0, tmp_path / "c.svg")
    words = "".join(ElementTree.parse(tmp_path / "c.svg").getroot().itertext())
    assert drawing(pane.cards[0]).told(0).split(" · ")[0] in words


def test_a_place_that_cannot_be_written_is_told(pane: DataPane, session: Session, tmp_path: Path) -> None:
    """One sentence, and no exception."""
    told: list[object] = []
    session.failed.connect(told.append)
    assert not pane.save_chart(0, tmp_path / "missing" / "c.svg")
    assert len(told) == 1


def test_a_chart_made_for_other_room_is_not_painted_until_the_next_is_drawn(pane: DataPane, qtbot: QtBot) -> None:
    """Another place draws the charts anew in turns of their own; of a pane out of sight they stay as they are."""
    qtbot.waitUntil(lambda: not pane._stale and all(card.view and card.view.drawing for card in pane.cards))
    views = [view(card) for card in pane.cards]
    assert all(one.shows for one in views)
    pane.set_orientation("column")
    assert not any(one.shows for one in views)
    qtbot.waitUntil(lambda: all(one.shows for one in views))
    pane.hide()
    pane.set_orientation("drawer")
    assert all(one.shows for one in views)


def test_a_chart_on_its_way_out_is_not_laid_out_and_no_row_says_its_words_unasked(
    pane: DataPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each card that came or went had both charts laid out, and every row put the words of its tooltip together."""
    qtbot.waitUntil(lambda: not pane._stale and all(card.view and card.view.drawing for card in pane.cards))
    calls: list[str] = []

    def noted(kind: type[GrowthDrawing | TargetDrawing], name: str) -> None:
        plain = getattr(kind, name)

        def call(self: Drawing, *words: object) -> object:
            calls.append(name)
            return plain(self, *words)

        monkeypatch.setattr(kind, name, call)

    for kind in (GrowthDrawing, TargetDrawing):
        noted(kind, "lay_out")
        noted(kind, "told")
    pane.set_orientation("column")
    assert "lay_out" not in calls
    qtbot.waitUntil(lambda: all(view(card).shows for card in pane.cards))
    for width in (500, 520, 540):
        pane.resize(width, 900)
    assert "lay_out" in calls and "told" not in calls
    assert all(drawing(card).told(0) for card in pane.cards)


def test_charts_that_were_on_their_way_when_the_pane_was_hidden_are_drawn_when_it_comes_back(
    pane: DataPane, qtbot: QtBot
) -> None:
    """They were painted no more until something else asked for them."""
    qtbot.waitUntil(lambda: not pane._stale and all(card.view and card.view.drawing for card in pane.cards))
    pane.set_orientation("column")
    pane.hide()
    qtbot.waitUntil(lambda: not pane.charts.under_way)
    pane.show()
    qtbot.waitUntil(lambda: all(view(card).shows for card in pane.cards))


def test_both_orientations_both_themes_both_languages_paint(pane: DataPane, theme: Theme) -> None:
    """Every page can be drawn in every state, and the themes differ."""
    orientations: tuple[Orientation, ...] = ("drawer", "column")
    for orientation in orientations:
        pane.set_orientation(orientation)
        pane.resize(pane.sizeHint())
        for page in ("growth", "figures", "review", "table"):
            pane.show_page(page)
            for language in ("en", "zh"):
                settings.set_language(language)
                pane.retranslate()
                theme.use("light")
                light = pane.grab().toImage()
                theme.use("dark")
                assert pane.grab().toImage() != light


def test_what_carries_the_charts_is_imported_beside_the_window() -> None:
    """The pane is there at once: neither pyqtgraph nor numpy is imported with it."""
    script = "import sys, gui.views.data.pane; print('pyqtgraph' in sys.modules, 'numpy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == ["False", "False"]


def test_a_fall_goes_left_of_zero() -> None:
    """A fall and a rise part at the zero line, and both values have room inside the chart."""
    shown = GrowthDrawing(growth(bar("甲", "12"), bar("乙", "-8")), Theme("light"), "zh")
    shown.lay_out(320, 100)
    zero, scale = shown._zero, shown._scale
    assert shown._column < zero - 8 * scale
    assert zero + 12 * scale < 320


def test_long_labels_wrap_and_badges_have_room(qtbot: QtBot) -> None:  # noqa: ARG001  fonts need Qt
    """A label of any length takes two lines at most; the longest bar with a badge ends inside."""
    long = bar("全市规模以上高技术制造业企业研究与试验发展经费投入强度", "41.3", Rank(1, "全省各市", 13))
    shown = GrowthDrawing(growth(long, bar("短", "4")), Theme("light"), "zh")
    shown.lay_out(330, 60)
    assert shown.marks[0].rect.height() > shown.marks[1].rect.height()
    assert shown._zero + 41.3 * shown._scale + shown._tail(long, brief=shown._brief) <= 330


def test_an_outlier_is_cut_not_the_rest_flattened() -> None:
    """A bar past the limit is drawn to the limit."""
    rows = (bar("甲", "400", broken=True), bar("乙", "20"), bar("丙", "10"), bar("丁", "5"))
    shown = GrowthDrawing(growth(*rows, limit=Decimal(15)), Theme("light"), "zh")
    shown.lay_out(330, 100)
    assert shown._drawn(rows[0]) == 15


def test_a_target_in_words_leads_to_its_claim(pane: DataPane, session: Session) -> None:
    """Bullets without a figure still lead somewhere, and an empty side is said, not drawn as zero."""
    worded = [
        mark for mark in drawing(pane.cards[1]).marks if mark.subject != "metric"
    ]
    for mark in worded:
        assert mark.span is not None
        if mark.subject == "claim":
            claim = session.claim(mark.id)
            assert claim is not None
            assert claim.span.overlaps(mark.span)


def test_a_bullet_without_figures_paints(qtbot: QtBot, theme: Theme, pane: DataPane) -> None:  # noqa: ARG001  fonts
    """No low, no high: a dashed box, whatever else is missing."""
    shown = drawing(pane.cards[1])
    assert isinstance(shown, TargetDrawing)
    bare = replace(
        shown.chart.rows[0], actual=None, target=None, target_metric=None, target_max=None, low=None, high=None,
        target_span=None,
    )
    alone = TargetDrawing(TargetChart((bare,), None), theme, "en", lambda _span: None)
    alone.lay_out(300, 60)
    picture = QImage(300, 60, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    alone.paint(painter)
    painter.end()
    assert alone.marks[0].subject == "none"
    assert alone.mark_at(QPointF(10, 10)) == 0


def test_ticks_are_round_and_few() -> None:
    """1, 2, 2.5, 5 and their tens."""
    assert nice_ticks(0, 92) == [0, 20, 40, 60, 80]
    assert nice_ticks(-8, 12) == [-5, 0, 5, 10]


def test_rows_lie_inside_the_chart(pane: DataPane) -> None:
    """Nothing is drawn where it cannot be seen or clicked."""
    for card in pane.cards:
        whole = QRectF(0, 0, view(card).width(), view(card).height()).adjusted(-1, -1, 1, 1)
        assert all(whole.contains(mark.rect) for mark in drawing(card).marks)


def test_a_narrow_drawer_shows_one_chart_and_the_name_of_the_other(qtbot: QtBot, pane: DataPane) -> None:
    """In the smallest window two charts had no room for bars: one is shown, the other is one press away."""
    pane.resize(420, 168)
    assert [card.isVisible() for card in pane.cards] == [True, False]
    qtbot.waitUntil(pane.cards[0].head.other.isVisible)
    first = drawing(pane.cards[0])
    assert isinstance(first, GrowthDrawing)
    values = [float(row.value) for row in first.chart.rows]
    assert first._scale * (max(values) - min(0.0, *values)) > 80
    other = pane.cards[0].head.other
    assert other.isVisible()
    assert other.geometry().right() < pane.cards[0].scope.geometry().left()
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert [card.isVisible() for card in pane.cards] == [False, True]
    qtbot.waitUntil(pane.switch.isVisible)
    pane.resize(660, 226)
    assert [card.isVisible() for card in pane.cards] == [True, True]
    qtbot.waitUntil(lambda: not other.isVisible())


def test_a_drawer_that_opens_narrow_shows_one_chart_at_once(qtbot: QtBot, session: Session, theme: Theme) -> None:
    """The smallest window must be right from its first moment, not only after a resize."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 420, 168)
    assert [card.isVisible() for card in made.cards] == [True, False]


def test_a_subtitle_drops_whole_parts_and_cuts_none(theme: Theme) -> None:
    """Half a word says nothing; the tooltip has it all."""
    head = CardHead(theme)
    head.say("Growth", "2023 · Year on year % · 24 figures")
    assert head.shown_sub(1000) == "2023 · Year on year % · 24 figures"
    assert head.shown_sub(60) == "2023"
    assert head.shown_sub(10) == ""
    assert head.toolTip() == "2023 · Year on year % · 24 figures"


@pytest.mark.parametrize("width", [260, 290, 380])
def test_the_names_of_verdicts_are_never_cut(session: Session, theme: Theme, width: int) -> None:
    """English names are long: the shares go first, then the second column."""
    from gui.theme import app_font

    shown = VerdictDrawing(verdict_chart(session.claims()), theme, "en")
    shown.lay_out(width, 0)
    name = QFontMetricsF(app_font(12)).horizontalAdvance("Partly supported")
    assert all(mark.rect.width() >= 26 + name + shown._beside + (shown._percent or 4) for mark in shown.marks)


def test_a_figure_without_an_indicator_has_a_name_in_the_chart() -> None:
    """A bar without any words beside it would be a riddle."""
    shown = GrowthDrawing(growth(bar("", "12"), bar("乙", "8")), Theme("light"), "zh")
    shown.lay_out(320, 100)
    assert shown.told(0).split(" · ")[0]


def test_a_chart_with_nothing_to_show_counts_nothing(qtbot: QtBot, pane: DataPane, session: Session) -> None:
    """“0 figures” beside the sentence that says so would be noise."""
    report = sample_report()
    pane.set_by_section(True)
    session.section_entered.emit(next(s.id for s in report.sections if not growth_chart(report, s.id).rows))
    qtbot.waitUntil(pane.cards[0].sentence.isVisible)
    assert pane.cards[0].head.toolTip() == ""


@pytest.mark.parametrize("width", [230, 277, 320, 500])
def test_in_a_narrow_chart_falls_take_no_room_from_the_bars(theme: Theme, width: int) -> None:  # noqa: ARG001
    """The value of a fall stands right of zero there; every value ends inside the chart."""
    shown = GrowthDrawing(growth(bar("甲", "12"), bar("乙", "-8"), bar("丙", "-0.5")), Theme("light"), "zh")
    shown.lay_out(width, 100)
    for row in shown.chart.rows:
        extent = float(row.value) * shown._scale
        if extent < 0 and not shown._aside:
            assert shown._zero + extent - shown._tail(row) >= shown._column
        else:
            assert shown._zero + max(0.0, extent) + shown._tail(row) <= width
    assert 20 * shown._scale > (width - shown._column) * 0.4


def test_one_long_badge_does_not_flatten_the_bars(theme: Theme) -> None:  # noqa: ARG001
    """A rank behind the shortest bar left all others a hair's breadth; narrow badges say the rank alone."""
    placed = bar("丙", "8.6", Rank(1, "全国同类城市经济开发区", None))
    shown = GrowthDrawing(growth(bar("甲", "90"), placed, bar("乙", "-92")), Theme("light"), "zh")
    shown.lay_out(280, 100)
    assert 182 * shown._scale > 40
    assert shown._zero + 8.6 * shown._scale + shown._tail(placed, brief=True) <= 280
    assert shown._badge(placed, brief=shown._brief) == "第1"
    shown.lay_out(700, 100)
    assert shown._badge(placed, brief=shown._brief) == "全国同类城市经济开发区第1"


def test_only_rows_in_sight_are_painted_but_a_picture_has_all(pane: DataPane) -> None:
    """A chart of a hundred rows costs no more than what is seen of it; what is saved is whole."""
    card = pane.cards[0]
    pane.resize(660, 120)
    painted: list[int] = []
    shown = drawing(card)
    plain = shown.paint_row
    shown.paint_row = lambda painter, place: (painted.append(place), plain(painter, place))[1]  # type: ignore[method-assign]
    card.grab()
    seen = len(set(painted))
    assert 0 < seen < len(shown.marks)
    painted.clear()
    view(card).image(800)
    assert len(set(painted)) == len(shown.marks)


def test_the_head_of_a_group_stays_over_its_rows_while_the_table_scrolls(pane: DataPane) -> None:
    """Scrolling moved it away with the rows: it was gone where it was needed."""
    pane.show_page("table")
    QApplication.processEvents()
    bar = pane.table.view.verticalScrollBar()
    for place in (60, 300, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
        assert pane.table.view._sticky.pos().y() == 0


def test_a_filter_shows_what_it_found_from_the_top(pane: DataPane) -> None:
    """After a jump far down, the first match must not be out of sight."""
    pane.show_page("table")
    QApplication.processEvents()
    pane.table.view.verticalScrollBar().setValue(pane.table.view.verticalScrollBar().maximum())
    pane.table.filter.setText("%")
    QApplication.processEvents()
    assert pane.table.view.verticalScrollBar().value() == 0


def test_a_table_without_figures_says_so(pane: DataPane) -> None:
    """An empty table under “0 figures by section” would look like a fault."""
    settings.set_language("en")
    pane.retranslate()
    pane.table.table.set_rows([])
    pane.table.set_grouping("none")
    assert pane.table.head.toolTip() == "This report states no figures."
