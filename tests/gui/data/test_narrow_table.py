"""The table of figures in the column beside the text, which is narrow for English words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.vocabulary import Language
from gui import settings
from gui.models.metrics import COLUMNS, MetricTable, metric_rows
from gui.theme import Theme
from gui.views.data.table import MetricView
from tests.gui.sample import sample_report


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_give_way_before_the_verdicts_do(qtbot: QtBot, theme: Theme, language: Language) -> None:
    """The English table had no verdicts there: kinds and bounds took their room."""
    settings.set_language(language)
    long = {"kind": "Year on year and more", "place": "set by an upper level", "unit": "吨标准煤/万元"}
    rows = metric_rows(sample_report(), (), {}, language)
    table = MetricTable()
    table.set_rows([replace(row, cells={**row.cells, **long}) for row in rows])
    view = MetricView(theme, table)
    qtbot.addWidget(view)
    view.resize(470, 200)  # what the column beside the text leaves
    view.show()
    view.set_columns(COLUMNS)
    assert table.columns == COLUMNS
    assert sum(view.columnWidth(place) for place in range(len(COLUMNS))) <= view.viewport().width()
    view.resize(300, 200)
    assert table.columns == COLUMNS[: len(table.columns)] and "verdict" not in table.columns
