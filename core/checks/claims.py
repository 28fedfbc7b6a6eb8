"""SUP: ranks, firsts and records that a report gives without the table behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.model.spans import Span


@check("SUP-01", severity="minor")
def rank_without_table(reading: Reading) -> Iterator[Spot]:
    """A place in a ranking without the number of those ranked.

    Stays silent where that number is given, and on ranks aimed at.
    """
    for metric in reading.report.metrics:
        if metric.rank is None or metric.indicator is None:
            continue
        if metric.rank.of is None and metric.role == "actual":
            yield Spot((metric.value_span,), (metric.id,), {"quote": reading.quote(metric.span)})


@check("SUP-02", severity="minor")
def first_of_its_kind(reading: Reading) -> Iterator[Spot]:
    """First of its kind in a named area: 全市首家, 全省率先. Stays silent on plans and in glossaries."""
    yield from _results(reading, lexicon("results")["first"])


@check("SUP-03", severity="minor")
def vague_rank(reading: Reading) -> Iterator[Spot]:
    """Among the first, in the lead: a rank without a number. Stays silent on plans and where the clause has a rank."""
    for spot in _results(reading, lexicon("results")["vague_rank"]):
        if not any(metric.rank for metric in reading.metrics_in(spot.spans[0])):
            yield spot


@check("SUP-04", severity="major")
def record_without_series(reading: Reading) -> Iterator[Spot]:
    """The best of so many years, or a record, without the years' figures. Stays silent on plans."""
    yield from _results(reading, lexicon("results")["record"])


def _results(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Spot]:
    glossary = lexicon("results")["glossary"]
    for match in reading.find(pattern):
        section = reading.section_at(match.start())
        if section is not None and glossary.search(section.title):
            continue
        if not reading.plans(match.start()):
            span = Span(*match.span())
            yield Spot((span,), params={"quote": reading.quote(span)})
