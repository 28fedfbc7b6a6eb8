"""Numbers of English text: digits and scales, words (three hundred), parts of a whole, places in a ranking."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from core.extract.english_words import english_list
from core.numerals import trimmed

#: What a money sign or code stands for; the dollar sign itself is what is left.
_CURRENCIES: Final = {"€": "euros", "£": "pounds", "¥": "yuan", "RMB": "yuan", "EUR": "euros"}
SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS: Final = english_list("ordinals")
_VALUES: Final = {word: value for value, word in enumerate(english_list("ones"))} | {
    word: 20 + 10 * place for place, word in enumerate(english_list("tens"))
}
_WORD: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
#: three hundred, two hundred and fifty, twenty-five.
NUMBER_WORDS: Final = rf"\b(?:{_WORD})(?:[- ](?:hundred\b(?: and)?|(?:{_WORD})))*\b"
#: Smaller numbers in words are counts of a narrative (two parents) unless a scale or per cent follows.
SMALLEST_IN_WORDS: Final = 10
ORDINAL: Final = rf"(?:No\.\s?[0-9]{{1,3}}|[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\b"
_PARTS: Final = {"half": 50, "quarter": 25, "fifth": 20, "tenth": 10}
#: Parts that are whole per cents, which a third is not; a quarter of 2024 is none of a whole.
FRACTION: Final = re.compile(
    r"\b(?:(?P<times>one|two|three|four|seven|nine|a)[ -])?(?P<part>half|quarter|fifth|tenth)s?\s+of\b"
    r"(?!\s+(?:the\s+)?(?:19|20)[0-9]{2})",
    re.I,
)
MULTIPLIED: Final = re.compile(r"\b(?P<verb>doubled|tripled|quadrupled)\b(?!\s+down\b)", re.I)
GROWTH: Final = {"doubled": 100, "tripled": 200, "quadrupled": 300}


def value_of(digits: str, scale: str | None = None) -> Decimal:
    """The number that digits or words write, with the scale behind it."""
    words = digits.lower()
    factor = SCALES.get((scale or "").lower(), 1)
    if words[0].isdigit():
        return multiplied(words, factor)
    total = 0
    for word in re.split(r"[- ]", words):
        total = total * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return Decimal(total * factor)


def multiplied(digits: str, factor: int) -> Decimal:
    """A number in digits (2,490.5), multiplied; a whole one without decimals."""
    return trimmed(Decimal(digits.replace(",", "")) * factor)


def currency_of(sign: str) -> str:
    """The unit of an amount by the sign or code before it: $, US$, €, RMB; dollars for every dollar."""
    return _CURRENCIES.get(sign.strip(), "dollars")


def share_of(match: re.Match[str]) -> Decimal | None:
    """The per cent of a match of `FRACTION`; None for a bare quarter of a year, or for more than the whole."""
    part, times = match["part"].lower(), (match["times"] or "").lower()
    if not times and part != "half":
        return None
    share = _PARTS[part] * (1 if times in ("", "a") else _VALUES[times])
    return Decimal(share) if share < 100 else None


def place_of(ordinal: str) -> int:
    """The position that a match of `ORDINAL` names: second, 12th, No. 1."""
    digits = re.search("[0-9]+", ordinal)
    return int(digits[0]) if digits else _ORDINALS.index(ordinal.lower()) + 1
