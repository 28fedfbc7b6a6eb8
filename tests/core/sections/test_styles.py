"""Every style of report that we know of gives the outline that a reader sees."""

from __future__ import annotations

import pytest

from core.sections import read_structure
from tests.core.sections.styles import STYLES, Style


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_outline_of_each_style_is_the_one_a_reader_sees(style: Style) -> None:
    """Depth and words of each heading in order, and no heading more."""
    document = read_structure(style.text)
    printed = [(section.depth, section.heading.quote(style.text)) for section in document.sections]
    outline = [(depth, "".join(words.split()).rstrip("。")) for depth, words in printed]
    assert outline == list(style.outline)
