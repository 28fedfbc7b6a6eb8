"""How much a claim is worth checking: a short sum of terms, squeezed to 0..1 by a logistic curve.

Each term can be shown by itself; its weight stands under `[score]` in resources/lexicon/claims.toml.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from core.extract.claim_words import claim_words
from core.model.report import ClaimType, Indicator, Metric

Term = tuple[str, float]
_CHECKABLE: Final = frozenset(("name", "year", "indicator", "work", "award"))
_LONG: Final = 20


def terms_of(
    words: str, types: Iterable[ClaimType], metrics: Sequence[Metric], indicators: Sequence[Indicator] = ()
) -> tuple[Term, ...]:
    """The terms that hold for a claim, each with its weight, the base first; `indicators` are those without a figure.

    A deed without a figure is worth checking where one can go and see it (a named work) or ask for it (an award, a
    state of an indicator); praise without any of these is not.
    """
    found = claim_words().found
    holds: list[str] = sorted(types)
    rhetoric = "rhetoric" in holds
    if metrics:
        holds.append("metric")
        if len(metrics) > 1:
            holds.append("second_metric")
        if any(metric.kind == "rank" for metric in metrics):
            holds.append("rank")
    if found("structure.name", words):
        holds.append("name")
    if found("structure.year", words):
        holds.append("year")
    if len(words) > _LONG:
        holds.append("length")
    if indicators:
        holds.append("indicator")
    if not metrics and not rhetoric:
        holds += [name for name in ("work", "award") if found(f"structure.{name}", words)]
        if _CHECKABLE.isdisjoint(holds) and found("structure.vague", words):
            holds.append("vague")
    return _weighed(tuple(holds))


@lru_cache(maxsize=1024)
def _weighed(names: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms with these names: most claims of a report share theirs with others."""
    weights = claim_words().weights
    return (("base", weights["base"]), *((name, weights[name]) for name in names))


@lru_cache(maxsize=1024)
def score_of(terms: tuple[Term, ...]) -> float:
    """The score of a claim with these terms, to three places."""
    return round(1 / (1 + math.exp(-sum(weight for _, weight in terms))), 3)
