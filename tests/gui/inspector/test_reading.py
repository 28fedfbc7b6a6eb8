"""The table of a claim's figures: what stands in which column."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui import settings
from gui.theme import Theme
from gui.views.inspector.metric import MetricPage
from gui.views.inspector.reading import _kinds_at
from tests.gui.sample import sample_report


def test_kinds_of_a_claim_stand_in_one_column() -> None:
    """The longest name goes to a line of its own before the kinds of the others leave their column."""
    column, short = _kinds_at([80.0, 150.0, 260.0], [200.0, 180.0, 120.0], 352.0)
    assert short == {0, 1} and column == 150.0
    column, short = _kinds_at([80.0, 150.0, 300.0], [210.0, 210.0, 120.0], 352.0)
    assert short == {0} and column == 100.0
    assert _kinds_at([80.0], [400.0], 352.0)[1] == set()


def test_the_bound_of_a_fall_is_told_as_its_sign_tells_it(qtbot: QtBot, theme: Theme) -> None:
    """<−50 % stood over “Bound: over”: the sign was that of the value, the word that of the text."""
    settings.set_language("en")
    report = sample_report()
    fall = replace(
        report.metrics[0], surface="50%", value=Decimal(-50), value_max=None, kind="growth", rank=None, bound="gt"
    )
    page = MetricPage(theme)
    qtbot.addWidget(page)
    page.show_metric(fall, report, None, None)
    said = [label.text() for label in page.facts.findChildren(QLabel)]
    assert page.value.text() == "<−50 %" and said[said.index("Bound") + 1] == "under"
