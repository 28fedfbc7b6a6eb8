"""The table of a claim's figures: what stands in which column."""

from __future__ import annotations

from gui.views.inspector.reading import _kinds_at


def test_kinds_of_a_claim_stand_in_one_column() -> None:
    """The longest name goes to a line of its own before the kinds of the others leave their column."""
    column, short = _kinds_at([80.0, 150.0, 260.0], [200.0, 180.0, 120.0], 352.0)
    assert short == {0, 1} and column == 150.0
    column, short = _kinds_at([80.0, 150.0, 300.0], [210.0, 210.0, 120.0], 352.0)
    assert short == {0} and column == 100.0
    assert _kinds_at([80.0], [400.0], 352.0)[1] == set()
