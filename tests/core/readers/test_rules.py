"""The lines of a printed page: those that a program draws in pieces are one, those that do not meet stay apart."""

from __future__ import annotations

import pypdfium2
import pytest

from core.readers.printed.characters import Characters
from core.readers.printed.rules import rules_of
from core.readers.printed.shapes import Rule
from tests.core.readers.test_pdf_made import hand_made


def _rules(drawing: str, turned: int = 0) -> list[Rule]:
    document = pypdfium2.PdfDocument(hand_made(drawing))
    page = document[0]
    page.set_rotation(turned)
    characters = Characters(page)
    try:
        return [Rule(*(round(number) for number in rule)) for rule in rules_of(page, characters)]
    finally:
        characters.close()
        page.close()
        document.close()


@pytest.mark.parametrize("drawing", [
    "100 200 50 0.5 re f 150 200 50 0.5 re f 199.5 200 60 0.5 re f",
    "199.5 200 60 0.5 re f 100 200 50 0.5 re f 150 200 50 0.5 re f 100 200 50 0.5 re f",
], ids=["from the left", "in no order, and one piece twice"])
def test_a_line_drawn_cell_by_cell_is_one(drawing: str) -> None:
    assert _rules(drawing) == [Rule(100, 200, 260, 200)]


def test_pieces_that_do_not_meet_are_lines_of_their_own() -> None:
    """Two tables side by side must not be tied together by rules at the same height."""
    assert _rules("100 200 50 0.5 re f 160 200 50 0.5 re f") == [Rule(100, 200, 150, 200), Rule(160, 200, 210, 200)]


def test_lines_down_are_joined_too_and_specks_are_none() -> None:
    assert _rules("100 200 0.5 30 re f 100 229.8 0.5 30 re f 300 300 3 3 re f") == [Rule(100, 200, 100, 260)]


def test_strokes_of_an_open_rectangle_are_lines_whichever_way_they_are_drawn() -> None:
    found = sorted(_rules("0.2 w 200 300 m 100 300 l 100 200 l 200 200 l S"))
    assert found == [Rule(100, 200, 100, 300), Rule(100, 200, 200, 200), Rule(100, 300, 200, 300)]


def test_lines_of_a_turned_page_stand_as_it_is_shown() -> None:
    (rule,) = _rules("100 200 50 0.5 re f 150 200 50 0.5 re f", turned=90)
    assert rule.left == rule.right and rule.top - rule.bottom == 100
