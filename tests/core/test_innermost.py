"""Which section a place lies in: everything that names a section beside a quote rests on this one search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.model import Section, Span
from core.model.innermost import Innermost

_LENGTH = 40


@st.composite
def _trees(draw: st.DrawFn) -> list[Section]:
    """Sections within each other or apart, with gaps, in any order."""
    made: list[Section] = []

    def grow(parent: str | None, depth: int, start: int, end: int) -> None:
        here = start
        while here < end and depth <= 4 and draw(st.booleans()):
            first = draw(st.integers(here, end - 1))
            behind = draw(st.integers(first + 1, end))
            key = f"s{len(made) + 1}"
            made.append(Section(key, parent, depth, key, Span(first, first + 1), Span(first, behind)))
            grow(key, depth + 1, first, behind)
            here = behind

    grow(None, 1, 0, _LENGTH)
    return draw(st.permutations(made))


@given(_trees())
def test_the_deepest_of_all_sections_around_a_place_is_found(tree: list[Section]) -> None:
    """The quick search agrees with looking at every section, in gaps and at each edge."""
    innermost = Innermost(tree)
    for place in range(-1, _LENGTH + 1):
        around = [section for section in tree if section.span.start <= place < section.span.end]
        assert innermost(place) == max(around, key=lambda section: section.depth, default=None)
