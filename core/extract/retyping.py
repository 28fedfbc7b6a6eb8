"""What a figure that a person corrected says of its claim: a target's figure makes a target, a result's a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from core.extract.flat import flatten
from core.extract.worth import score_of, terms_of
from core.model.document import Sentence
from core.model.report import Claim, ClaimType, Metric
from core.model.spans import Span
from core.text import fold


def retyped(text: str, claim: Claim, before: Sequence[Metric], after: Sequence[Metric]) -> Claim:
    """The claim with the types and score that its figures `after` a correction speak for.

    Only what the change itself says is changed: words that gave other types are not weighed again. `text` is the
    report's.
    """
    kinds = set(claim.types)
    if _roles(before) != _roles(after):
        aimed, aims, done = "target" in _roles(before), "target" in _roles(after), "actual" in _roles(after)
        if aims and not aimed and not done and "achievement" in kinds:
            kinds = kinds - {"achievement"} | {"target"}
        elif aimed and not aims and done and "target" in kinds:
            kinds = kinds - {"target", "commitment"} | {"achievement"}
    if _ranks(after) and not _ranks(before):
        kinds.add("ranking")
    if kinds == set(claim.types) and _weighs(before) == _weighs(after):
        return claim
    words = fold(claim.span.quote(text))
    flat = flatten(words, Sentence(Span(0, len(words)), None, ()))
    types: tuple[ClaimType, ...] = tuple(kind for kind in get_args(ClaimType) if kind in kinds)
    return replace(claim, types=types, score=score_of(terms_of(flat.text, types, after, claim.indicators)))


def _roles(metrics: Sequence[Metric]) -> set[str]:
    return {metric.role for metric in metrics}


def _ranks(metrics: Sequence[Metric]) -> bool:
    return any(metric.kind == "rank" for metric in metrics)


def _weighs(metrics: Sequence[Metric]) -> tuple[int, bool]:
    return min(len(metrics), 2), _ranks(metrics)
