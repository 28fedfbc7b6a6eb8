"""Figures of an English report: numbers with units, shares, growth, money, ranks, with what is plainly said of them.

What the sentence does not say stays unknown: a name is read only where the thing counted or the subject of a verb of
measure stands beside the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from core.extract.english_numbers import (
    FRACTION,
    GROWTH,
    MULTIPLIED,
    NUMBER_WORDS,
    ORDINAL,
    SCALES,
    SMALLEST_IN_WORDS,
    currency_of,
    place_of,
    share_of,
    value_of,
)
from core.extract.english_times import Said, periods_said, ruling
from core.extract.english_words import english_words
from core.model.document import Document, Sentence
from core.model.records import record
from core.model.report import Basis, Bound, Indicator, Kind, Metric, Rank, Reason, Role
from core.model.spans import Span

#: What is counted: a plural, with up to three words that qualify it between (500,000 electric vehicle stations).
_LINK_WORDS: Final = (
    "of|and|or|in|on|at|to|the|a|an|for|from|by|with|as|is|are"
    "|was|were|will|would|has|have|had|that|this|these|those|than"
    "|its|their|our|your|his|her|who|which|when|where|while|if|but|not|per|each|every|last|next|over|under|into|out|up"
    "|down|so|more|most|years?|months?|weeks?|days?|hours?|minutes?|times|percent|old|other\\s+ways"
)
_UNIT: Final = (
    rf"(?P<thing>(?:(?!(?:{_LINK_WORDS})\b)[A-Za-z][A-Za-z-]*\s+){{0,3}}?"
    rf"(?!(?:{_LINK_WORDS})\b)(?P<unit>people|children|women|men|[A-Za-z]{{2,}}(?<![su])s))\b"
)
_DIGITS: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_FIGURE: Final = re.compile(
    r"(?<![0-9A-Za-z.,$#–-])(?:(?P<money>(?:US|HK|A|C)?\$|€|£|¥|(?:RMB|USD|EUR)\s)\s?)?"
    rf"(?P<number>{_DIGITS}|{NUMBER_WORDS})(?![0-9A-Za-z]|-[A-Za-z0-9]|,[0-9])"
    rf"(?:\s*(?P<to>\bto\b|–|—|-)\s*(?P<upper>(?:{_DIGITS}))(?![0-9A-Za-z]))?"
    rf"(?:[\s-]+(?P<scale>{'|'.join(SCALES)})\b)?"
    r"(?:\s*(?P<points>percentage[ -]points?\b)|\s*(?P<percent>%|percent\b|per cent\b)"
    rf"|\s+(?P<dollars>dollars|euros|yuan|pounds)\b|\s+{_UNIT})?",
    re.I,
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}$")
#: Fortune 500 corporations, Section 8 houses: the number belongs to a name.
_NAMED: Final = re.compile(
    r"\b(?:Type|Title|Section|Article|Chapter|Fortune|Phase|Part|Act|Level|Route|Highway|Page|Table|Figure|Call|No\.) $"
)
#: One in ten Americans counts no ten.
_ONE_IN: Final = re.compile(r"\b(?:one|1) in\s+$", re.I)
_RANK: Final = re.compile(
    rf"\b(?:(?:rank(?:ed|s|ing)?|placed|finished|came)\s+(?:as\s+|at\s+)?(?:the\s+)?(?P<ordinal>{ORDINAL})"
    rf"|in\s+(?P<place>{ORDINAL})\s+place\b)"
    r"(?:\s+(?:in|among|of|out of)\s+(?:the\s+|all\s+|its\s+|our\s+)?(?:[A-Za-z]+[’']s?\s+)?"
    r"(?:(?P<among>[0-9]+)\s+)?(?P<scope>[A-Za-z]+))?"
    r"(?:\s+(?:for|in terms of)\s+(?P<of>[a-z]+(?:\s(?!(?:in|at|of|and|by|on|for|with)\b)[a-z]+){0,2}))?",
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
#: What is still to come, told before its figure.
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|(?:plan|aim|intend|pledge|want|expect)s? to|expects an?|"
    r"goals?|targets?|propos(?:e|es|ed|ing)|let[’']s)\b"
    r"|(?<!you)[’']ll\b",
    re.I,
)
_LISTED: Final = re.compile(r"(?:[,，]|[,，]?\s+and)\s+(?:by\s+)?")
#: up 0.6 points, to $1.2 billion, an increase of 3 percent: goes on about what was measured before.
_GOES_ON: Final = re.compile(
    r"^[\s,(;，；]*(?:and\s+)?"
    r"(?:(?:up|down|or|to|by|from|compared\s+(?:with|to)|an?\s+(?:increase|rise|gain|decrease|decline"
    r"|drop|fall)\s+of)\b)[^.;:0-9]{0,16}$",
    re.I,
)


@record
class _Found:
    """One figure before its setting is known: where it stands, what it says, and its name, if one stands beside it."""

    span: Span
    value: Decimal
    upper: Decimal | None
    unit: str
    kind: Kind
    rank: Rank | None
    name: Span | None


def read_english(document: Document) -> Iterator[Metric]:
    """The figures of the sentences, in order. A bare number without unit, money sign or scale is left out."""
    roles = {section.id: section.role for section in document.sections}
    for sentence in document.sentences:
        if not sentence.duplicate:
            yield from _read_sentence(document, sentence, roles.get(sentence.section or "", "other"))


def _read_sentence(document: Document, sentence: Sentence, section_role: str) -> Iterator[Metric]:
    words = document.view[sentence.span.start : sentence.span.end]
    said = periods_said(words, document.year)
    indicator: Indicator | None = None
    before_it: Metric | None = None
    end = 0
    for found in sorted(_figures(words), key=lambda one: one.span):
        start = found.span.start
        before = words[max(0, start - 60) : start]
        subject = found.name or (_subject(words, start) if found.rank is None else None)
        if found.name and found.name.start >= start and _measures().fullmatch(found.name.quote(words)):
            # output exceeded 800,000 metric tons: what was weighed or measured is the subject.
            found = replace(found, name=_subject(words, start))
            subject = found.name or subject
        rule = "indicator.right" if found.name and found.name.start >= start else "indicator.left"
        if subject is not None:
            name = " ".join(subject.quote(words).split())
            offset = sentence.span.start
            indicator = Indicator(name, name, Span(offset + subject.start, offset + subject.end), None)
        elif not (end and _GOES_ON.match(words[end:start])):
            indicator, rule = None, "indicator.none"
        else:
            rule = "indicator.inherited"
        made = _metric(document, sentence, section_role, words, found, before, indicator, rule, ruling(said, start))
        grew = before_it is not None and before_it.kind == "growth" and before_it.unit == made.unit
        listed = grew and made.kind == "rate" and _LISTED.fullmatch(words, end, start) is not None
        if before_it is not None and listed and made.value is not None:
            # rose 5.2% and 7.6%: one verb for both.
            falls = before_it.value is not None and before_it.value < 0
            made = replace(made, kind="growth", basis=before_it.basis, value=-made.value if falls else made.value)
        before_it, end = made, found.span.end
        yield made


def _metric(
    document: Document, sentence: Sentence, section_role: str, words: str, found: _Found, before: str,
    indicator: Indicator | None, name_rule: str, when: Said | None,
) -> Metric:
    offset = sentence.span.start
    span = Span(offset + found.span.start, offset + found.span.end)
    kind, sign = _kind(found, before, words[found.span.end : found.span.end + 24])
    role, role_reason = _role(document, section_role, words, offset, found, when)
    period, period_rule = (when.text, "period.sentence") if when else (None, "period.unknown")
    if when is None and role == "actual" and document.year is not None:
        period, period_rule = str(document.year), "period.report"
    elif when is None and document.target_year is not None and (
        section_role in ("targets", "tasks")
        or (section_role == "other" and document.year is not None and document.target_year == document.year + 1)
    ):
        period, period_rule = str(document.target_year), "period.section"
    bound = _BOUND.search(before)
    several = when is not None and "-" in when.text
    basis: Basis | None = None if kind != "growth" else "cumulative" if several else "yoy"
    reasons = [Reason("value", "number.english", span), Reason("indicator", name_rule), role_reason]
    reasons.append(Reason("period", period_rule))
    if sign < 0:
        reasons.append(Reason("sign", "sign.fall"))
    return Metric(
        id="", section=sentence.section, span=span, value_span=span, indicator=indicator, value=found.value * sign,
        value_max=None if found.upper is None else found.upper * sign, unit=found.unit,
        surface=span.quote(document.text), kind=kind, role=role, period=period, basis=basis,
        bound=next((name for name in _BOUNDS if bound and bound[name]), "eq"), rank=found.rank,
        scope=found.rank.scope if found.rank else None, claim=None, confidence=0.5, reasons=tuple(reasons),
    )


def _figures(words: str) -> Iterator[_Found]:
    taken: list[Span] = []
    for match in _RANK.finditer(words):
        span = Span(*match.span("ordinal" if match["ordinal"] else "place"))
        # Among how many a place was taken is no figure of its own.
        taken.append(span if match["among"] is None else Span(span.start, match.end("scope")))
        rank = Rank(place_of(span.quote(words)), match["scope"], int(match["among"]) if match["among"] else None)
        name = Span(*match.span("of")) if match["of"] else None
        yield _Found(span, Decimal(rank.position), None, "", "rank", rank, name)
    for match in FRACTION.finditer(words):
        share = share_of(match)
        if share is not None:
            span = Span(match.start(), match.end("part"))
            taken.append(span)
            yield _Found(span, share, None, "%", "rate", None, None)
    for match in MULTIPLIED.finditer(words):
        taken.append(Span(*match.span()))
        grown = Decimal(GROWTH[match["verb"].lower()])
        yield _Found(taken[-1], grown, None, "%", "growth", None, _subject(words, match.end()))
    for match in _FIGURE.finditer(words):
        span = Span(*match.span())
        unit = _unit(match)
        if unit is None or any(span.overlaps(other) for other in taken):
            continue
        number, plain = match["number"], match["unit"] and not match["scale"]
        if plain and (_YEAR.match(number) or _NAMED.search(words[: match.start()])):
            continue
        if _ONE_IN.search(words[: match.start()]):
            continue
        value = value_of(number, match["scale"])
        if not number[0].isdigit() and plain and value < SMALLEST_IN_WORDS:
            continue
        upper = value_of(match["upper"], match["scale"]) if match["upper"] else None
        if upper is not None and re.search(r"\bfrom\s+$", words[: match.start()], re.I):
            # from 40 to 45 percent: a change, of which the end counts.
            at = match.start("upper")
            yield _Found(Span(at, match.end()), upper, None, unit, "level", None, None)
            continue
        thing = Span(*match.span("thing")) if match["unit"] else None
        if thing is not None and match["money"]:
            # $630 billion cuts costs: money counts nothing behind it.
            span, thing = Span(span.start, span.start + len(words[span.start : thing.start].rstrip())), None
        yield _Found(span, value, upper, unit, "level", None, thing)


def _unit(match: re.Match[str]) -> str | None:
    if match["points"]:
        return "percentage points"
    if match["percent"]:
        return "%"
    if match["money"]:
        return currency_of(match["money"])
    if match["dollars"]:
        return match["dollars"].lower()
    # One thing is no plural: Type 1 diabetes.
    return match["unit"] if match["number"].lower() not in ("1", "one") or match["scale"] else None


def _role(
    document: Document, section_role: str, words: str, offset: int, found: _Found, when: Said | None
) -> tuple[Role, Reason]:
    aim = _AHEAD.search(words, 0, found.span.start)
    if aim:
        return "target", Reason("role", "role.english_ahead", Span(offset + aim.start(), offset + aim.end()))
    year = document.year
    if when is not None and year is not None and when.last > year:
        return "target", Reason("role", "role.future_year", Span(offset + when.start, offset + when.end))
    if section_role in ("targets", "tasks") and (when is None or year is None or when.last > year):
        return "target", Reason("role", "role.section")
    return "actual", Reason("role", "role.result")


def _kind(found: _Found, before: str, behind: str) -> tuple[Kind, int]:
    """A percentage beside a word of change is a growth, with the sign of the word; other percentages are rates."""
    if found.kind != "level":
        return found.kind, 1
    if found.unit not in ("%", "percentage points"):
        return "level", 1
    change = None if _LEVEL.search(before) else (_change_by().search(before) or _change_before().search(before))
    fall = bool(change and change["fall"])
    if change is None and (change := _change_behind().match(behind)) is not None:
        fall = change["fall"] is not None
    if found.unit != "%":
        return "difference", -1 if fall else 1
    return ("growth", -1 if fall else 1) if change else ("rate", 1)


def _subject(words: str, position: int) -> Span | None:
    """The subject of the verb before a figure: (In 2021, )county revenue( rose by )5.5 percent."""
    start = max((words.rfind(mark, 0, position) + 1 for mark in ",;:(，；："), default=0)
    clause = words[start:position]
    match = _measured().match(clause) or _object().search(clause)
    if match is None or match["name"][:1].isdigit():
        return None
    name = match["name"]
    if set(re.findall(r"[A-Za-z’']+", name.lower())) & _no_names():
        return None
    return Span(start + match.start("name"), start + match.end("name"))


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:(?:and|while|but)\s+)?(?:(?:the\s+)?(?:city|county|district|province|region|country|nation)[’']s\s+)?"
        r"(?:the\s+|our\s+|its\s+)?(?P<name>[A-Za-z][\w’'&-]*(?:\s+[\w’'&-]+){0,6}?)\s+"
        r"(?:(?:has\s+|have\s+|had\s+|will\s+|should\s+|(?:is|are|was|were)\s+"
        r"(?:expected|projected|forecast|estimated|planned|likely|set)\s+to\s+)?"
        rf"(?:(?:nearly|almost|roughly|about|more\s+than)\s+)?(?:{english_words('verbs')})\b(?:\s+[A-Za-z]+){{0,4}}"
        rf"|(?:{english_words('being')})(?:\s+(?:{english_words('hedges')}))*)\s*(?:[$€£¥]|US\$)?\s*$",
        re.I,
    )


@cache
def _object() -> re.Pattern[str]:
    """We will keep (GDP growth) at around 6 percent: what a verb of holding or changing has for its object."""
    return re.compile(
        rf"\b(?:{english_words('holding')})\s+(?:the\s+|our\s+|its\s+)?"
        rf"(?P<name>[A-Za-z][\w’'&-]*(?:\s+[\w’'&-]+){{0,5}}?)"
        rf"\s+(?:at|to|below|above|within|under|by)(?:\s+(?:{english_words('hedges')}))*\s*(?:[$€£¥]|US\$)?\s*$",
        re.I,
    )


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(english_words("measures"), re.I)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(english_words("no_name").split("|"))


@cache
def _change_before() -> re.Pattern[str]:
    fall, rise = english_words("fall"), english_words("rise")
    # made up 40%: no rise.
    own = r"\b(?<!\bmade )(?<!\bmake )(?<!\bmakes )"
    return re.compile(rf"{own}(?:(?P<fall>{fall})|{rise})\b(?!\s+to\b)(?:\s+\w+)?[^,.;:，；：0-9]{{0,20}}$", re.I)


@cache
def _change_by() -> re.Pattern[str]:
    """Reduces your chances of ending up in hospital by 90%: the first verb of change before by."""
    fall, rise = english_words("fall"), english_words("rise")
    return re.compile(rf"\b(?:(?P<fall>{fall})|{rise})\b[^,.;:，；：0-9]{{0,60}}\bby\s+(?:[a-z]+\s+){{0,4}}$", re.I)


@cache
def _change_behind() -> re.Pattern[str]:
    fall, rise = english_words("fall_behind"), english_words("rise_behind")
    return re.compile(rf"\s+(?:(?P<fall>{fall})|{rise})\b", re.I)
