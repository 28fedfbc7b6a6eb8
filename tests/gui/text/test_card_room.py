"""The hover card in little room: nothing of it is cut off, and the line that it speaks of stays free."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.views.text.card import HoverCard
from gui.views.text.reading import Card, Line


@pytest.mark.parametrize(("height", "top"), [(900, 40), (500, 240), (260, 120), (500, 460)])
def test_a_card_is_never_cut_and_leaves_its_line_free(qtbot: QtBot, theme: Theme, height: int, top: int) -> None:
    """Where neither side has room for all lines, the last are left out; value and first lines stay."""
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(600, height)
    card = HoverCard(theme, room)
    lines = tuple(Line(f"第{number}行", "说明的话" * 12) for number in range(8))
    line = QRectF(60, top, 200, 24)
    room.show()
    card.show_card(Card("指标", "6.8%", lines), line, QRectF(room.rect()))
    assert card.card is not None and 2 <= len(card.card.lines) <= 8
    ground = card.geometry().adjusted(10, 10, -10, -10)  # without its shadow
    if len(card.card.lines) > 2:
        assert ground.top() >= 0 and ground.bottom() <= height
    assert not QRectF(ground).intersects(line)
    assert card.card.lines == lines[: len(card.card.lines)]
