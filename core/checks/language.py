"""LNG: how things are said; RDG: in which language, and what was therefore not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.model.spans import Span


@check("LNG-05", severity="minor")
def stacked_hedges(reading: Reading) -> Iterator[Spot]:
    """Two marks of the same bound around one figure: 约5000万元左右, 至少20家以上.

    Stays silent on one mark, and on 超过 before 左右.
    """
    for pattern in _patterns():
        for match in reading.find(pattern):
            span = Span(*match.span())
            yield Spot((span,), params={"quote": reading.quote(span)})


@check("RDG-01", severity="info", languages=("en",))
def read_in_part(reading: Reading) -> Iterator[Spot]:
    """A report in English: sections and quantities are read, names, roles and periods only where they are plainly said.

    Stays silent on a text without a sentence.
    """
    if reading.sentences:
        start = reading.report.title_span or reading.sentences[0]
        yield Spot((start,), params={"count": str(len(reading.metrics))})


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = {name: pattern.pattern for name, pattern in lexicon("numbers").items()}
    return (
        re.compile(words["hedge_before"] + words["quantity"] + words["hedge_after"]),
        re.compile(words["bound_before"] + words["quantity"] + words["bound_after"]),
    )
