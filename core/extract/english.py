"""Plain figures of an English report: numbers with units, percentages and money. Indicators are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.model.document import Document, Sentence
from core.model.report import Bound, Kind, Metric, Reason
from core.model.spans import Span

_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: What is counted: a plural, with up to three words that qualify it between (500,000 electric vehicle stations).
_LINK_WORDS: Final = (
    "of|and|or|in|on|at|to|the|a|an|for|from|by|with|as|is|are|was|were|will|would|has|have|had|that|this|these|those|than"
    "|its|their|our|your|his|her|who|which|when|where|while|if|but|not|per|each|every|last|next|over|under|into|out|up"
    "|down|so|more|most|years?|months?|weeks?|days?|hours?|minutes?|times|percent|old|other\\s+ways"
)
_UNIT: Final = (
    rf"(?:(?!(?:{_LINK_WORDS})\b)[A-Za-z][A-Za-z-]*\s+){{0,3}}?"
    rf"(?!(?:{_LINK_WORDS})\b)(?P<unit>people|children|women|men|[A-Za-z]{{2,}}(?<![su])s)\b"
)
_FIGURE: Final = re.compile(
    r"(?<![0-9A-Za-z.,$#–-])(?P<money>(?:US|HK|A|C)?\$|€|£|¥)?\s?"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?![0-9A-Za-z]|-[A-Za-z0-9])"
    rf"(?:[\s-]+(?P<scale>{'|'.join(_SCALES)})\b)?"
    r"(?:\s*(?P<points>percentage[ -]points?\b)|\s*(?P<percent>%|percent\b|per cent\b)"
    rf"|\s+(?P<dollars>dollars|euros|yuan)\b|\s+{_UNIT})?",
    re.I,
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}$")
#: Fortune 500 corporations, Section 8 houses: the number belongs to a name.
_NAMED: Final = re.compile(
    r"\b(?:Type|Title|Section|Article|Chapter|Fortune|Phase|Part|Act|Level|Route|Highway|Page|No\.) $"
)
_FALL: Final = (
    r"fell|falls?|cuts?|cutting|reduc(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|dropp?(?:ed)?|down"
    r"|lower(?:ed)?|los(?:t|e|es|ing)|shr(?:ank|inks?)"
)
_RISE: Final = (
    r"grew|grow|growth|growing|rose|rise|increas(?:e|es|ed|ing)|up|gain(?:ed)?|expand(?:ed)?|rais(?:e|es|ed|ing)"
)
_CHANGE: Final = re.compile(rf"\b(?:(?P<fall>{_FALL})|{_RISE})\b(?!\s+to\b)(?:\s+\w+)?[^,.;:0-9]{{0,20}}$", re.I)
#: Reduces your chances of ending up in hospital by 90%: the first verb of change before by.
_CHANGE_BY: Final = re.compile(
    rf"\b(?:(?P<fall>{_FALL})|{_RISE})\b[^,.;:0-9]{{0,60}}\bby\s+(?:[a-z]+\s+){{0,4}}$", re.I
)
#: What is still to come, told before its figure.
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|(?:plan|aim|intend|pledge|want)s? to|goals?|targets?|propos(?:e|es|ed|ing)|let[’']s)\b"
    r"|(?<!you)[’']ll\b",
    re.I,
)
_LEVEL: Final = re.compile(r"\bto\s+(?:a|about|over|nearly|almost|just)?\s*$", re.I)
_BOUNDS: Final[dict[Bound, str]] = {
    "ge": r"at least|no (?:less|fewer) than|a minimum of",
    "le": r"up to|as much as|at most|no more than|a maximum of",
    "gt": r"more than|over|exceed(?:s|ed|ing)?|above|topped|greater than",
    "lt": r"less than|fewer than|under|below|nearly|almost|close to",
    "about": r"about|around|roughly|approximately|some",
}
_BOUND: Final = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\s+$)" for name, words in _BOUNDS.items()), re.I)
_CURRENCIES: Final = {"€": "euros", "£": "pounds", "¥": "yuan"}


def read_english(document: Document) -> Iterator[Metric]:
    """Figures without their indicators, in order. A bare number without unit, money sign or scale is left out."""
    for sentence in document.sentences:
        if not sentence.duplicate:
            yield from _read_sentence(document, sentence)


def _read_sentence(document: Document, sentence: Sentence) -> Iterator[Metric]:
    for match in _FIGURE.finditer(document.view, sentence.span.start, sentence.span.end):
        unit = _unit(match)
        before = document.view[max(sentence.span.start, match.start() - 60) : match.start()]
        plain = match["unit"] and not match["scale"]
        if unit is None or (plain and (_YEAR.match(match["number"]) or _NAMED.search(before))):
            continue
        span = Span(match.start(), match.end())
        value = Decimal(match["number"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
        kind, sign = _kind(match, before)
        bound = _BOUND.search(before)
        aim = _AHEAD.search(document.view, sentence.span.start, match.start())
        yield Metric(
            id="", section=sentence.section, span=span, value_span=span, indicator=None, value=value * sign,
            value_max=None, unit=unit, surface=span.quote(document.text), kind=kind,
            role="target" if aim else "actual", period=None,
            basis=None, bound=_bound(bound), rank=None, scope=None, claim=None, confidence=0.5,
            reasons=(
                Reason("value", "number.english", span), Reason("indicator", "indicator.none"),
                *((Reason("role", "role.english_ahead", Span(*aim.span())),) if aim else ()),
            ),
        )


def _unit(match: re.Match[str]) -> str | None:
    if match["points"]:
        return "percentage points"
    if match["percent"]:
        return "%"
    if match["money"]:
        return _CURRENCIES.get(match["money"], "dollars")
    if match["dollars"]:
        return match["dollars"].lower()
    # One thing is no plural: Type 1 diabetes.
    return match["unit"] if match["number"] != "1" or match["scale"] else None


def _kind(match: re.Match[str], before: str) -> tuple[Kind, int]:
    """A percentage behind a verb of change is a growth, with the sign of the verb; other percentages are rates."""
    change = (_CHANGE_BY.search(before) or _CHANGE.search(before)) if not _LEVEL.search(before) else None
    sign = -1 if change and change["fall"] else 1
    if match["points"]:
        return "difference", sign
    if match["percent"]:
        return ("growth", sign) if change else ("rate", 1)
    return "level", 1


def _bound(match: re.Match[str] | None) -> Bound:
    return next((name for name in _BOUNDS if match and match[name]), "eq")
