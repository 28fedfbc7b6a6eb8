"""Which claim stands at a place, found without looking at all of them."""

from __future__ import annotations

import random
from types import SimpleNamespace

from core.model import Span
from gui.models.claims import first_at


def test_the_first_claim_at_a_place_is_that_of_a_look_at_all() -> None:
    """Also where a long claim reaches over many short ones, and where none stands."""
    chance = random.Random(4)
    for _ in range(50):
        spans = sorted(Span(start, start + chance.randint(1, 40)) for start in chance.sample(range(300), 20))
        claims = [SimpleNamespace(id=str(place), span=span) for place, span in enumerate(spans)]
        at = first_at(claims)  # type: ignore[arg-type]  # what it asks of a claim is here
        for start in range(0, 340, 3):
            asked = Span(start, start + chance.randint(1, 15))
            assert at(asked) == next((claim.id for claim in claims if claim.span.overlaps(asked)), None)
