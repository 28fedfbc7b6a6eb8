"""Several claims seen as one: what all of them share, what is mixed, and the edits that answer them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from core.model import ReviewClaim
from core.model.review import Confidence, Fulfilment, Scale, Veracity
from core.project import AddTag, Edit, RemoveTag, SetConfidence, SetVerdict, Together

Value = TypeVar("Value", bound=Hashable)


def shared(values: Iterable[Value]) -> tuple[Value, ...]:
    """The different values, the most frequent first; one alone is shared by all."""
    return tuple(value for value, _ in Counter(values).most_common())


def counted(values: Iterable[Value], word: Callable[[Value], str]) -> str:
    """The different values in words, each with its count, the most frequent first: `属实 3 · 未判 2`."""
    return " · ".join(f"{word(value)} {count}" for value, count in Counter(values).most_common())


def replaced(claims: Sequence[ReviewClaim], value: Veracity | Fulfilment | None, scale: Scale) -> int:
    """How many of the claims have another judgement, which this one would replace."""
    if scale == "fulfilment":
        return sum(claim.fulfilled not in ("not_rated", value) for claim in claims)
    return sum(claim.veracity not in (None, value) for claim in claims)


def judge_all(claims: Iterable[str], value: Veracity | Fulfilment | None, scale: Scale = "veracity") -> Edit:
    """One verdict, or one step of fulfilment, for all of them; None clears it."""
    return Together([SetVerdict(key, value, scale) for key in claims], SetVerdict.kind)


def confidence_of_all(claims: Iterable[str], value: Confidence | None, scale: Scale) -> Edit:
    """How sure the judgement of each of them is."""
    return Together([SetConfidence(key, value, scale) for key in claims], SetConfidence.kind)


def tag_all(claims: Iterable[str], tag: str, on: bool) -> Edit:
    """Put a tag on all of them, or take it off all; for one claim the plain edit."""
    edits = [AddTag(key, tag) if on else RemoveTag(key, tag) for key in claims]
    return edits[0] if len(edits) == 1 else Together(edits, AddTag.kind if on else RemoveTag.kind)
