"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.views.highlights import Utf16

_SIGNS = st.sampled_from("国，a1 \r\n\ufeff𠮷😀👩\u200d\u0301é")
_TEXTS = st.text(_SIGNS, max_size=60) | st.text(max_size=40)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=200)
@given(_TEXTS)
def test_units_are_what_utf16_counts(text: str) -> None:
    """Every place in code points is the length of the UTF-16 before it."""
    converter = Utf16(text)
    assert [converter.units(place) for place in range(len(text) + 1)] == [
        _units(text[:place]) for place in range(len(text) + 1)
    ]


@settings(max_examples=200)
@given(_TEXTS)
def test_there_and_back_is_the_same_place(text: str) -> None:
    """No place is lost between Python and Qt."""
    converter = Utf16(text)
    for place in range(len(text) + 1):
        assert converter.points(converter.units(place)) == place


def test_the_middle_of_a_pair_is_the_character_itself() -> None:
    """A cursor that Qt puts between two halves never cuts a character."""
    assert Utf16("a𠮷b").points(2) == 1
