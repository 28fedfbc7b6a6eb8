"""The fields of a claim: which is which, with words in them as without."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.views.inspector import fields
from gui.views.inspector.fields import GrowingField


@pytest.mark.parametrize(("words", "said"), [
    ("", True), ("asked by phone", True), ("asked by phone\nno answer yet", True),
    ("asked the office by phone, no answer yet", False), ("x\n" * 60, False),
])
def test_a_field_of_one_line_says_what_it_is_where_its_words_leave_room(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, words: str, said: bool
) -> None:
    """A note with words in it looked like one more rationale: its name was gone with the first letter."""
    painted: list[str] = []
    monkeypatch.setattr(fields, "paint_text", lambda _painter, _rect, told, *_rest: painted.append(told))
    field = GrowingField(theme, lambda _claim, _words: True, low=34)
    qtbot.addWidget(field)
    field.resize(310, 34)
    field.describe("Note", "Note · N", "")
    field.show()
    field.show_words("c1", words)
    qtbot.wait(20)
    painted.clear()
    field.repaint()
    assert ("Note · N" in painted) is said
