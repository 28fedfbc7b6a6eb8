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
    outline = [(depth, "".join(words.split()).strip("*。")) for depth, words in printed]
    assert outline == list(style.outline)


@pytest.mark.parametrize("style", [style for style in STYLES if style.told], ids=lambda style: style.name)
def test_title_years_and_place_are_what_each_style_says(style: Style) -> None:
    """What a text does not say is None."""
    document = read_structure(style.text)
    found = {
        "title": document.title or "-",
        "years": ",".join(str(year or "-") for year in (document.year, document.target_year)),
        "place": document.place or "-",
    }
    assert {name: found[name] for name in style.told} == style.told
