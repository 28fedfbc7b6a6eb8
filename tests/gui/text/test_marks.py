"""Marks by paragraph, lanes, and one change at a time."""

from __future__ import annotations

import random
from dataclasses import replace

from core.model import Anchor, ReviewClaim, Span
from gui.views.text.marks import FOLDED, Laned, Marks, lanes, places_of
from gui.views.text.paragraphs import Paragraph


def _claim(key: str, start: int, end: int) -> ReviewClaim:
    return ReviewClaim(
        key, "r", 1, "program", (Anchor(Span(start, end), "x", "", ""),), None, ("achievement",), 0.5,
        (), (), None, "", (), False, None,
    )


def _paragraphs(count: int, length: int = 100) -> list[Paragraph]:
    return [Paragraph(n * length, n * length + length - 2, "body", 0, n + 1, n * length, False) for n in range(count)]


def _lanes(claims: list[ReviewClaim]) -> list[Laned]:
    return lanes([place for claim in claims for place in places_of(claim)])


def test_a_claim_alone_has_the_only_lane() -> None:
    """Neighbours that touch do not share."""
    first, second = _lanes([_claim("a", 0, 10), _claim("b", 10, 20)])
    assert (first.shared, second.shared, second.nested) == (False, False, False)
    assert (first.lane, second.lane) == (0, 0)


def test_the_longer_of_two_claims_lies_lower() -> None:
    """And the one that begins inside says so."""
    outer, inner = _lanes([_claim("a", 0, 30), _claim("b", 5, 20)])
    assert (outer.lane, inner.lane) == (0, 1)
    assert outer.shared
    assert inner.nested


def test_a_third_claim_at_one_place_is_folded() -> None:
    """Two lanes are all that a line has room for."""
    assert [laned.lane for laned in _lanes([_claim("a", 0, 30), _claim("b", 5, 30), _claim("c", 6, 20)])][2] == FOLDED


def test_marks_found_by_bisection_are_those_found_by_comparing_everything() -> None:
    """The index answers as the slow way does."""
    chance = random.Random(7)
    claims = []
    for number in range(300):
        start = chance.randrange(0, 1950)
        claims.append(_claim(f"c{number}", start, start + chance.randrange(1, 160)))
    marks = Marks()
    marks.load(_paragraphs(20), (), claims, ())
    for offset in range(0, 2000, 7):
        expected = {claim.id for claim in claims if claim.span.start <= offset < claim.span.end}
        assert {claim.id for claim in marks.claims_at(offset)} == expected


def test_one_change_touches_only_its_paragraphs() -> None:
    """The rest of a long report is not looked at again."""
    marks = Marks()
    marks.load(_paragraphs(20), (), [_claim("a", 110, 150), _claim("b", 510, 550)], ())
    assert marks.put_claim("a", _claim("a", 120, 260)) == {1, 2}
    assert [place.claim.id for place in marks.claims(2)] == ["a"]
    assert marks.put_claim("a", None) == {1, 2}
    assert list(marks.claims(1)) == []
    assert [place.claim.id for place in marks.claims(5)] == ["b"]


def test_a_dismissed_claim_is_not_drawn() -> None:
    """What a person put aside does not stay in the way."""
    marks = Marks()
    claim = _claim("a", 110, 150)
    marks.load(_paragraphs(5), (), [claim], ())
    marks.put_claim("a", replace(claim, dismissed="套话"))
    assert marks.claims_at(120) == []
