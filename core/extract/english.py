"""Plain figures of an English report: numbers with units, percentages and money. Indicators are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.model.document import Document, Sentence
from core.model.report import Kind, Metric, Reason
from core.model.spans import Span

_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_UNITS: Final = (
    "jobs|people|families|households|workers|students|children|Americans|veterans|schools|homes|miles|dollars|tons|"
    "tonnes|acres|hectares|companies|businesses|projects|kilometers|kilometres|vehicles|units|countries|nations"
)
_FIGURE: Final = re.compile(
    r"(?<![0-9A-Za-z.,$])(?P<money>\$)?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALES)}))?(?:\s*(?P<percent>%|percent\b|per cent\b)|\s+(?P<unit>{_UNITS})\b)?"
)
_CHANGE: Final = re.compile(
    r"\b(?:grew|grow|growth|rose|rise|increased?|up|fell|fall|cut|reduced?|decreased?|down)\b[^,.;]{0,24}$", re.I
)


def read_english(document: Document) -> Iterator[Metric]:
    """Figures without their indicators, in order. A bare number without unit, money sign or scale is left out."""
    for sentence in document.sentences:
        if not sentence.duplicate:
            yield from _read_sentence(document, sentence)


def _read_sentence(document: Document, sentence: Sentence) -> Iterator[Metric]:
    for match in _FIGURE.finditer(document.view, sentence.span.start, sentence.span.end):
        if not (match["money"] or match["percent"] or match["unit"]):
            continue
        span = Span(match.start(), match.end())
        kind: Kind = "level"
        if match["percent"]:
            before = document.view[max(sentence.span.start, match.start() - 60) : match.start()]
            kind = "growth" if _CHANGE.search(before) else "rate"
        yield Metric(
            id="", section=sentence.section, span=span, value_span=span, indicator=None,
            value=Decimal(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1), value_max=None,
            unit="%" if match["percent"] else "dollars" if match["money"] else match["unit"],
            surface=span.quote(document.text), kind=kind, role="actual", period=None, basis=None, bound="eq",
            rank=None, scope=None, claim=None, confidence=0.5,
            reasons=(Reason("value", "number.english", span), Reason("indicator", "indicator.none")),
        )
