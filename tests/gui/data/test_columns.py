"""The columns of the table of figures are as wide as their words, in either language, names before all else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from gui import settings
from gui.models.metrics import COLUMNS, MetricRow
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.data import DataPane
from tests.gui.sample import on_screen


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> DataPane:
    """The drawer on screen."""
    made = DataPane(session, theme)
    on_screen(qtbot, made, 660, 226)
    qtbot.waitUntil(lambda: not made._stale)
    return made


def test_the_columns_fit_the_language(pane: DataPane, session: Session, qtbot: QtBot) -> None:
    """The rows stay where they are when the language changes; their words were cut to what the others needed."""
    def widths() -> list[int]:
        return [pane.table.view.columnWidth(place) for place in range(len(COLUMNS))]

    pane.resize(900, 226)
    pane.show_page("table")
    settings.set_language("zh")
    pane.retranslate()
    qtbot.waitUntil(lambda: "增速" in pane.table.table.tsv(range(9), ["kind"]))
    chinese = widths()
    settings.set_language("en")
    pane.retranslate()
    qtbot.waitUntil(lambda: "Growth" in pane.table.table.tsv(range(9), ["kind"]))
    english, kind = widths(), COLUMNS.index("kind")
    assert english[kind] > chinese[kind]
    pane.table.table.set_rows([])
    pane.table.refresh()
    qtbot.waitUntil(lambda: pane.table.table.rowCount() > len(session.claims()) // 9)
    assert widths() == english, "as if the table were new"


def test_names_are_read_whole_before_the_other_columns_are(pane: DataPane) -> None:
    """What is measured tells one row from another: kinds and places give way to it."""
    pane.show_page("table")
    pane.resize(900, 226)
    pane.resize(900, 226)
    view = pane.table.view
    names = {row.cells["indicator"] for row in view.table.rows if isinstance(row, MetricRow)}
    longest = max(map(QFontMetricsF(app_font(12)).horizontalAdvance, names))
    place = view.table.columns.index("place")
    wide, width = view.columnWidth(place), 900
    while view.columnWidth(place) == wide:
        width -= 10
        pane.resize(width, 226)
    assert view.table.columns == COLUMNS and view.columnWidth(0) > longest
