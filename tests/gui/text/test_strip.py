"""The marker strip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.project import SetVerdict
from gui.session import Session
from gui.theme import Theme
from gui.views.text import TextPane

LEFT = Qt.MouseButton.LeftButton


def _colours(pane: TextPane, x: int) -> set[int]:
    picture = pane.verticalScrollBar().grab().toImage()
    return {picture.pixel(x, y) for y in range(picture.height())}


def test_a_click_goes_to_that_part_of_the_report(qtbot: QtBot, pane: TextPane) -> None:
    """The strip is the scroll bar."""
    strip = pane.verticalScrollBar()
    qtbot.mouseClick(strip, LEFT, pos=QPoint(8, strip.height() // 2))
    assert abs(strip.value() / strip.maximum() - 0.5) < 0.02


def test_the_window_can_be_dragged_to_the_end(qtbot: QtBot, pane: TextPane) -> None:
    """And follows the pointer without a jump."""
    strip = pane.verticalScrollBar()
    qtbot.mousePress(strip, LEFT, pos=QPoint(8, 8))
    assert strip.value() == 0
    qtbot.mouseMove(strip, QPoint(8, strip.height() + 40))
    qtbot.mouseRelease(strip, LEFT, pos=QPoint(8, strip.height() + 40))
    assert strip.value() == strip.maximum()


def test_each_kind_of_mark_has_its_lane(qtbot: QtBot, pane: TextPane, session: Session, theme: Theme) -> None:
    """Metrics, verdicts, hits, in their colours; a verdict appears when it is given."""
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: theme.color("metric").rgb() in _colours(pane, 4))
    assert theme.color("hit").rgb() in _colours(pane, 12)
    assert theme.color("refuted").rgb() not in _colours(pane, 8)
    session.do(SetVerdict(session.claims()[2].id, "refuted"))
    qtbot.waitUntil(lambda: theme.color("refuted").rgb() in _colours(pane, 8))


def test_a_place_on_the_strip_names_its_section(pane: TextPane) -> None:
    """What lies there is known before going there."""
    assert "2024年目标" in pane._describe_place(0.9)
