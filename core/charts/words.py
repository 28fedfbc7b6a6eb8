"""Short labels of chart rows: a place in a ranking, an amount in the unit people read, a figure as it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from core.model import Metric, Rank
from core.model.figures import differences
from core.model.pair import Pair
from core.model.report import Basis
from core.numerals import number_text
from core.vocabulary import Language, attribute, label

_NEVER_FIRST: Final = "，、。；：！？）》」』】”’％%‰·"
_OPENING: Final = "（《「『【“‘"
#: A space between Latin words and numbers is theirs, one beside a sign or a Han character is layout.
_LAYOUT: Final = re.compile(r" (?![A-Za-z0-9])| (?<![A-Za-z0-9] )| (?<=[0-9] )(?=[0-9])")
_ENGLISH_STEPS = (("billion ", Decimal(10**9)), ("million ", Decimal(10**6)))
#: A unit in English words; kWh and the like stand in Chinese texts.
_ENGLISH: Final = re.compile("[A-Za-z]{4}")
_SIX_DIGITS: Final = 100_000
_STEPS = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
#: 万元, 亿元, 万亿元: how an amount's unit is printed.
_PRINTED: Final = re.compile("(万亿|万|亿)(元|美元)$")
_SIZES: Final = {"万": Decimal(10_000), "亿": Decimal(10**8), "万亿": Decimal(10**12)}


def rank_label(rank: Rank, language: Language) -> str:
    """The badge behind a bar: 全市第2, or “No. 2, 全市” (the report's own word for the scope stays)."""
    if language == "zh":
        tail = f"（共{rank.of}）" if rank.of else ""
        return f"{rank.scope or ''}第{rank.position}{tail}"
    of = f" of {rank.of}" if rank.of else ""
    scope = f", {rank.scope}" if rank.scope else ""
    return f"No. {rank.position}{of}{scope}"


def with_basis(words: str, basis: Basis | None, language: Language) -> str:
    """A growth with the span that it is over, where that is told: 年均9.2%, or “9.2% a year”."""
    if basis is None:
        return words
    return f"{label('basis', basis, language)}{words}" if language == "zh" else (
        f"{words} {attribute('basis', basis, 'short_en')}"
    )


def readable_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """By what to divide an amount for reading, and the unit that it has then: 万 or 亿 from ten thousand on.

    Five digits that are no shorter in 万 stay as they are: an income is 25,643元 and nowhere 2.5643万元. What an
    English report counts is counted in English: 60 million barrels.
    """
    exact = abs(value) < _SIX_DIGITS and value % 100 != 0
    if unit not in ("%", "‰", "") and not exact:
        for name, size in _ENGLISH_STEPS if _ENGLISH.match(unit) else _STEPS:
            if abs(value) >= size:
                return size, f"{name}{unit}"
    return Decimal(1), unit


def pair_unit(pair: Pair) -> tuple[Decimal, str]:
    """By what to divide both sides of a target and its actual, and their unit then.

    It is the report's own where it prints both alike (0.94万元), else one that the greater of them is read in.
    """
    sides = [each for each in (pair.target, pair.actual) if each is not None]
    printed = {found.groups() if (found := _PRINTED.search(each.surface)) else ("", "") for each in sides}
    if len(printed) == 1:
        ((size, unit),) = printed
        if size and all(each.unit == unit for each in sides):
            return _SIZES[size], f"{size}{unit}"
    values = [each.value for each in sides if each.value is not None]
    return readable_unit(max(values, key=abs), sides[0].unit) if values else (Decimal(1), pair.unit)


def amount_text(value: Decimal, unit: str) -> str:
    """An amount with its unit, in 万 or 亿 from ten thousand on: 517000000 元 is 5.17亿元."""
    size, unit = readable_unit(value, unit)
    space = " " if _ENGLISH.match(unit) else ""
    return f"{number_text(value / size)}{space}{unit}"


def label_break(words: str, width_of: Callable[[str], float], room: float) -> int:
    """Where a label too long for one line of `room` is cut in two.

    Latin words are parted at a space. Han characters so that the lines are of like length, and what stands in brackets
    goes to the second line whole where it can: one sign alone on a line (旅客运输总量（铁路 / ）) looks like a slip. As
    late as fits where two lines do not hold all of it.
    """
    fits = 1
    while fits < len(words) and width_of(words[: fits + 1]) <= room:
        fits += 1
    space = words.rfind(" ", 1, fits + 1)
    if space > 0 and words[:fits].isascii():
        return space
    cut = fits
    if fits < len(words) and width_of(words[fits:]) <= room:
        least = max(2, len(words) // 3)
        bracket = max(words.rfind(sign, least, fits + 1) for sign in _OPENING)
        middle = (len(words) + 1) // 2
        cut = bracket if bracket > 0 else max(least, min(fits, middle + middle % 2))  # most words have two characters
        if width_of(words[cut:]) > room:
            cut = fits
    while 1 < cut < len(words) and _belong_together(words[cut - 1], words[cut]):
        cut -= 1
    return cut


def _belong_together(before: str, after: str) -> bool:
    """Whether a cut between two characters would part a number or a word, or leave a mark at the wrong end."""
    return after in _NEVER_FIRST or before in _OPENING or ((before + after).isascii() and (before + after).isalnum())


def figure_text(metric: Metric) -> str:
    """A figure as the report prints it, or as a person corrected it."""
    if metric.value is not None and not {"value", "value_max", "unit"}.isdisjoint(differences(metric)):
        return amount_text(metric.value, metric.unit)
    return closed_up(metric.surface)


def closed_up(printed: str) -> str:
    """A figure as printed without the white space of its layout (1.3 万人 is 1.3万人); Latin words stay apart."""
    return _LAYOUT.sub("", " ".join(printed.split()))
