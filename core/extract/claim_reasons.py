"""Why a claim has its types: for each the words that speak for it, or the place that does. Asked only to explain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.extract.claim_words import claim_words
from core.extract.flat import Flat
from core.model.records import record
from core.model.report import Claim, ClaimType, Metric
from core.model.spans import Span
from core.text import clauses

#: Patterns by type, those that decide first before those that only speak for it; each gives its rule `claim.NAME`.
_WORDS: Final[dict[ClaimType, tuple[tuple[str, str], ...]]] = {
    "attribution": (("attribution.pattern", "reason"),),
    "problem": (
        ("problem.failed", "failed"), ("problem.opens", "admits"), ("problem.shortfall", "falls_short"),
        ("problem.alone", "shortcoming"),
    ),
    "ranking": (("ranking.pattern", "ranked"),),
    "target": (
        ("target.by_date", "by_date"), ("target.state", "state"), ("target.ensure", "ensured"),
        ("target.finish", "finished"), ("target.due", "by_date"), ("target.outcome", "outcome"),
        ("target.becomes", "outcome"),
    ),
    "commitment": (
        ("commitment.action", "action"), ("target.begins", "begins"), ("commitment.asked", "action"),
        ("time.both", "action"),
    ),
    "achievement": (("time.done", "done"), ("time.told", "told"), ("time.back", "told"), ("time.reached", "done")),
    "rhetoric": (
        ("structure.announces", "announces"), ("rhetoric.pattern", "hollow"), ("rhetoric.opening", "hollow"),
        ("rhetoric.hollow", "hollow"), ("rhetoric.greets", "hollow"),
        ("rhetoric.vow", "vow"),
    ),
}
_BY_CLAUSE: Final = ("target", "commitment")
#: These look over the commas.
_ACROSS: Final = ("commitment.asked", "time.both")


@record
class ClaimReason:
    """One type with its rule (resources/lexicon/rules.toml) and the words in the text that it rests on, if any."""

    kind: ClaimType
    rule: str
    span: Span | None


def reasons_of(claim: Claim, flat: Flat, metrics: Sequence[Metric]) -> tuple[ClaimReason, ...]:
    """One reason for each type of the claim, in the order of its types; `metrics` are those inside it."""
    return tuple(_reason(kind, flat, metrics) for kind in claim.types)


def _reason(kind: ClaimType, flat: Flat, metrics: Sequence[Metric]) -> ClaimReason:
    figure = _figure(kind, metrics)
    if figure is not None:
        return ClaimReason(kind, f"claim.{kind}_figure", figure.value_span)
    patterns = claim_words().patterns
    whole = [Span(0, len(flat.text))]
    parts = clauses(flat.text) if kind in _BY_CLAUSE else whole
    for name, rule in _WORDS[kind]:
        for part in whole if name in _ACROSS else parts:
            match = patterns[name].search(part.quote(flat.text))
            if match and match.end() > match.start():
                here = flat.span(part.start + match.start(), part.start + match.end())
                return ClaimReason(kind, f"claim.{rule}", here)
    return ClaimReason(kind, f"claim.{kind}_place", None)


def _figure(kind: ClaimType, metrics: Sequence[Metric]) -> Metric | None:
    if kind == "ranking":
        return next((metric for metric in metrics if metric.kind == "rank"), None)
    role = {"target": "target", "achievement": "actual"}.get(kind)
    return next((metric for metric in metrics if metric.role == role), None)
