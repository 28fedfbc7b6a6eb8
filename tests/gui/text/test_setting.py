"""The measure and the margins."""

from __future__ import annotations

import pytest

from gui.views.text.setting import fit, line_height


@pytest.mark.parametrize(
    ("width", "size", "wanted", "characters"), [(644, 17, 32, 32), (642, 17, 32, 32), (712, 18, 34, 34)]
)
def test_the_designed_panes_hold_the_designed_measure(width: int, size: int, wanted: int, characters: int) -> None:
    """Also where a frame takes a pixel or two."""
    setting, margins = fit(width, size, wanted)
    assert setting.characters == characters
    assert margins.left + setting.column + margins.right == width


def test_a_wide_pane_centres_the_column() -> None:
    """Longer lines are not read more easily."""
    setting, margins = fit(1200, 17, 32)
    assert setting.characters == 32
    assert margins.left > 300


def test_a_larger_size_takes_fewer_characters() -> None:
    """The column never runs under the signs."""
    setting, margins = fit(644, 32, 32)
    assert setting.characters < 20
    assert margins.right >= 44


def test_lines_are_as_high_as_designed() -> None:
    """17/32, 18/34, else 1.9 times the size."""
    assert [line_height(size) for size in (17, 18, 20)] == [32, 34, 38]
