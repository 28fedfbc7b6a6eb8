"""What a report claims: sentences, or parts between semicolons, typed and weighed by words and figures."""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

import resources
from core.lexicon import words_needed
from core.model.document import Document
from core.model.records import record
from core.model.report import Claim, ClaimType, Metric, SectionRole
from core.model.spans import Span
from core.text import clauses

_PARTS: Final = frozenset("；;")
_ORDER: Final[tuple[ClaimType, ...]] = (
    "achievement", "target", "commitment", "ranking", "problem", "attribution", "rhetoric",
)
_SHORTEST: Final = 4
_NO_CLAIMS: Final = ("structure.skip", "structure.caption")
_REACHED: Final = ("target.state", "target.ensure", "target.finish")
_DESCRIBES: Final = re.compile(r"\s*的")


@record
class _Words:
    """The patterns of resources/lexicon/claims.toml by their path, and the weights of the score.

    `wanted` finds the words that no match of a pattern can do without: most sentences hold none of them.
    """

    patterns: dict[str, re.Pattern[str]]
    wanted: dict[str, re.Pattern[str]]
    weights: dict[str, float]

    def found(self, name: str, words: str) -> bool:
        return self.may_be(name, words) and self.patterns[name].search(words) is not None

    def is_all(self, name: str, words: str) -> bool:
        return self.may_be(name, words) and self.patterns[name].fullmatch(words) is not None

    def may_be(self, name: str, words: str) -> bool:
        wanted = self.wanted.get(name)
        return wanted is None or wanted.search(words) is not None


@cache
def _lexicon() -> _Words:
    with resources.path("lexicon", "claims.toml").open("rb") as file:
        table = tomllib.load(file)
    weights = {name: float(weight) for name, weight in table.pop("score").items()}
    patterns = {
        f"{group}.{name}": re.compile(pattern) for group, entries in table.items() for name, pattern in entries.items()
    }
    wanted = {name: words_needed(pattern) for name, pattern in patterns.items()}
    return _Words(patterns, {name: words for name, words in wanted.items() if words}, weights)


@record
class _Unit:
    """One candidate: its words without line breaks, its metrics, and whether its place looks ahead or back."""

    span: Span
    section: str | None
    words: str
    metrics: tuple[Metric, ...]
    ahead: bool
    admits: bool


def read_claims(document: Document, metrics: tuple[Metric, ...]) -> tuple[Claim, ...]:
    """The claims in reading order, ids c1, c2, …, each with its types, score and the ids of the metrics inside it.

    A sentence is cut at ； outside quotes and brackets. Salutations, glossaries and repeated blocks yield none. In
    another language than Chinese only sentences with a figure are claims: their words are not understood.
    """
    lexicon = _lexicon()
    roles = {section.id: section.role for section in document.sections}
    annexes = {section.id for section in document.sections if lexicon.found("structure.skip_sections", section.title)}
    ordered = sorted(metrics, key=lambda metric: metric.value_span.start)
    starts = [metric.value_span.start for metric in ordered]
    claims: list[Claim] = []
    admitting = False
    block_of = _blocks(document)
    last_block = -1
    for number, sentence in enumerate(document.sentences):
        words = _words(document, sentence.span, sentence.breaks)
        if block_of[number] != last_block or lexicon.found("problem.closes", words):
            admitting = False
        last_block = block_of[number]
        if sentence.duplicate or sentence.section in annexes:
            continue
        role = roles.get(sentence.section or "", "other")
        opens = lexicon.found("problem.opens", words) and not lexicon.found("problem.solved", words)
        admitting = admitting or (opens and role != "tasks") or role == "problems"
        for span in _parts(document, sentence.span, words):
            inside = tuple(ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            part = words if span == sentence.span else _words(document, span, sentence.breaks)
            if len(part) < _SHORTEST or any(lexicon.is_all(name, part) for name in _NO_CLAIMS):
                continue
            if document.language != "zh" and not inside:
                continue
            ahead = _looks_ahead(part, role, inside, document)
            unit = _Unit(span, sentence.section, part, inside, ahead, admitting or opens)
            claims.append(_claim(unit, f"c{len(claims) + 1}"))
    return tuple(claims)


def _parts(document: Document, span: Span, words: str) -> Sequence[Span]:
    """A sentence cut at its semicolons."""
    if _PARTS.isdisjoint(words):
        return (span,)
    return clauses(document.view, span.start, span.end, _PARTS)


def _blocks(document: Document) -> list[int]:
    """The number of the block that each sentence stands in."""
    starts = [block.span.start for block in document.blocks]
    return [bisect_left(starts, sentence.span.start + 1) for sentence in document.sentences]


def _words(document: Document, span: Span, breaks: Sequence[Span]) -> str:
    """The words of a span as they were written, line breaks closed."""
    pieces = []
    start = span.start
    for gap in breaks:
        if span.start <= gap.start and gap.end <= span.end:
            pieces.append(document.view[start : gap.start])
            start = gap.end
    return "".join([*pieces, document.view[start : span.end]])


def _looks_ahead(words: str, role: SectionRole, metrics: Sequence[Metric], document: Document) -> bool:
    """Whether the words speak of what is to come: by their part of the report, else by their own tense."""
    lexicon = _lexicon()
    if role in ("targets", "tasks"):
        told = lexicon.found("time.past_in_plan", words)
        return not (told and not any(metric.role == "target" for metric in metrics))
    if any(metric.role == "target" and not _aim_of_the_past(metric) for metric in metrics):
        return True
    if role in ("results", "problems"):
        return not metrics and lexicon.found("time.ahead_in_results", words)
    if any(metric.role == "actual" for metric in metrics):
        return False
    if lexicon.found("time.ahead", words):
        return True
    return document.year is None and document.target_year is not None and not lexicon.found("time.back", words)


def _aim_of_the_past(metric: Metric) -> bool:
    """增长7.2%，年初目标为6%: an aim told beside its result looks back."""
    return any(reason.rule == "role.own_target" for reason in metric.reasons)


def _claim(unit: _Unit, key: str) -> Claim:
    types = _types(unit)
    ordered = tuple(kind for kind in _ORDER if kind in types)
    metrics = tuple(metric.id for metric in unit.metrics)
    return Claim(key, unit.section, unit.span, ordered, _score(unit, types), metrics)


def _types(unit: _Unit) -> set[ClaimType]:
    lexicon = _lexicon()
    words = unit.words
    figures = bool(unit.metrics)
    types: set[ClaimType] = set()
    if not unit.ahead and lexicon.found("attribution.pattern", words):
        types.add("attribution")
    if _admits(unit):
        return types | {"problem"}
    if _ranks(unit):
        types.add("ranking")
    if lexicon.is_all("structure.announces", words) or (not figures and lexicon.found("rhetoric.pattern", words)):
        return types or {"rhetoric"}
    if unit.ahead:
        return types | _plans(unit)
    if types == {"attribution"} and not figures and lexicon.found("attribution.only", words):
        return types
    return types | {"achievement"}


def _admits(unit: _Unit) -> bool:
    lexicon = _lexicon()
    if unit.admits:
        return not lexicon.found("problem.closes", unit.words) or lexicon.found("problem.opens", unit.words)
    return not unit.metrics and lexicon.found("problem.alone", unit.words)


def _ranks(unit: _Unit) -> bool:
    lexicon = _lexicon()
    if any(metric.kind == "rank" for metric in unit.metrics):
        return True
    return lexicon.found("ranking.pattern", unit.words) and not lexicon.found("ranking.unless", unit.words)


def _plans(unit: _Unit) -> set[ClaimType]:
    """Target, commitment or both: a figure or state to reach makes the one, an action beside it the other."""
    lexicon = _lexicon()
    aims = acts = False
    ways = [name for name in _REACHED if lexicon.may_be(name, unit.words)]
    for start, end, clause in _clauses(unit):
        figure = any(
            start <= metric.value_span.start < end and not _describes(unit, metric) for metric in unit.metrics
        )
        begins = lexicon.found("target.begins", clause)
        reached = (figure and not begins) or any(lexicon.found(name, clause) for name in ways)
        aims = aims or reached
        acts = acts or (not reached and lexicon.found("commitment.action", clause)) or begins
    types: set[ClaimType] = set()
    if aims:
        types.add("target")
    if acts or not aims:
        types.add("commitment")
    return types


def _clauses(unit: _Unit) -> list[tuple[int, int, str]]:
    """The clauses of a unit with their place in the text (in the words, where no line break lies between)."""
    return [
        (unit.span.start + span.start, unit.span.start + span.end, span.quote(unit.words))
        for span in clauses(unit.words)
    ]


def _describes(unit: _Unit, metric: Metric) -> bool:
    """Whether a figure only describes a project (投资3亿元的…) and is not what is to be reached."""
    behind = unit.words[metric.value_span.end - unit.span.start :]
    return _DESCRIBES.match(behind) is not None


def _score(unit: _Unit, types: set[ClaimType]) -> float:
    """How much the claim is worth checking, 0 to 1."""
    lexicon = _lexicon()
    weights = lexicon.weights
    total = weights["base"] + sum(weights[kind] for kind in types)
    total += weights["metric"] * bool(unit.metrics) + weights["second_metric"] * (len(unit.metrics) > 1)
    total += weights["rank"] * any(metric.kind == "rank" for metric in unit.metrics)
    total += weights["name"] * lexicon.found("structure.name", unit.words)
    total += weights["year"] * lexicon.found("structure.year", unit.words)
    total += weights["length"] * (len(unit.words) > 20)
    return round(1 / (1 + math.exp(-total)), 3)
