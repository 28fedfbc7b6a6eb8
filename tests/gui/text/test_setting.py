"""The measure and the margins."""

from __future__ import annotations

import pytest

from gui.views.text import setting as setting_of
from gui.views.text.paragraphs import Paragraph
from gui.views.text.setting import LARGEST, SMALLEST, Setting, fit, line_height


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


def test_styles_of_sizes_that_were_left_are_let_go() -> None:
    """Each holds a font with its glyphs: who turned through all sizes had five megabytes of them for good."""
    body = Paragraph(0, 4, "body", 0, 1, 0, False)
    heads = [Paragraph(0, 4, "heading", depth, 0, 0, False) for depth in (1, 2, 3, 4)]
    for size in range(SMALLEST, LARGEST + 1):
        page = Setting(size, 32)
        for paragraph in (body, *heads):
            page.face(paragraph)
        page.lead()
    assert len(heads) + 1 < setting_of._style.cache_info().currsize <= setting_of._KEPT
    first = Setting(LARGEST, 32).face(body)
    assert Setting(LARGEST, 30).face(body) is first, "those in use are made once"
