"""How much a claim is worth checking: a short sum of terms, squeezed to 0..1 by a logistic curve.

Each term can be shown by itself; its weight stands under `[score]` in resources/lexicon/claims.toml.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from core.extract.claim_words import claim_words
from core.model.report import ClaimType, Indicator, Metric

Term = tuple[str, float]
_CHECKABLE: Final = ("name", "year", "indicator", "work", "award")


def terms_of(
    words: str, types: Iterable[ClaimType], metrics: Sequence[Metric], indicators: Sequence[Indicator] = ()
) -> tuple[Term, ...]:
    """The terms that hold for a claim, each with its weight, the base first; `indicators` are those without a figure.

    A deed without a figure is worth checking where one can go and see it (a named work) or ask for it (an award, a
    state of an indicator); praise without any of these is not.
    """
    lexicon = claim_words()
    holds: dict[str, bool] = dict.fromkeys(sorted(types), True)
    holds |= {
        "metric": bool(metrics),
        "second_metric": len(metrics) > 1,
        "rank": any(metric.kind == "rank" for metric in metrics),
        "name": lexicon.found("structure.name", words),
        "year": lexicon.found("structure.year", words),
        "length": len(words) > 20,
        "indicator": bool(indicators),
    }
    if not metrics and "rhetoric" not in holds:
        holds |= {name: lexicon.found(f"structure.{name}", words) for name in ("work", "award")}
        holds["vague"] = not any(holds[name] for name in _CHECKABLE) and lexicon.found("structure.vague", words)
    return (("base", lexicon.weights["base"]), *((name, lexicon.weights[name]) for name, held in holds.items() if held))


def score_of(terms: Sequence[Term]) -> float:
    """The score of a claim with these terms, to three places."""
    return round(1 / (1 + math.exp(-sum(weight for _, weight in terms))), 3)
