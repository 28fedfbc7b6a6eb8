"""How a number is written, and what it is worth. Patterns and values expect the folded view (ASCII digits)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

#: Digits, with thousands separators in groups of three or without any.
ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
#: Chinese digits with their places; 点 needs digits on both sides.
HAN: Final = r"[〇零一二两三四五六七八九十百千万亿半几数]+(?:点[〇零一二三四五六七八九]+)?"
#: What may multiply Arabic digits. 千米, 千瓦 and their like are units, not thousands.
MULTIPLIER: Final = r"(?:万亿|[十百千]?[万亿]|千(?![米瓦克伏卡帕赫])|百(?![帕分])|十)"

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_SECTIONS: Final = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_VAGUE: Final = re.compile(r"[余多来几数]")
_DECIMAL_HAN: Final = re.compile(r"([〇零一二两三四五六七八九十百千万亿]+?)点([〇零一二三四五六七八九]+)([万亿]*)")
_ARABIC_HEAD: Final = re.compile(r"-?" + ARABIC)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its value multiplied out, and whether 余, 多, 几 or 数 leave it open at the top."""

    value: Decimal
    open: bool = False


@lru_cache(maxsize=4096)
def read_number(written: str) -> Number | None:
    """The value of one written number, None if it is none.

    Multipliers count wherever they stand: `2000余万` is 20 million and open, `1.2万亿` 1.2e12. A lone multiplier
    (千, 万) is no number: 千亩, 万元GDP name a class. 几 and 数 count as the smallest they can mean: 几十 is 20 and
    open, 数百 200.
    """
    vague = bool(_VAGUE.search(written))
    plain = _VAGUE.sub(_smallest, written)
    match = _ARABIC_HEAD.match(plain)
    value = _mixed(match[0], plain[match.end() :]) if match else _han(plain)
    return None if value is None else Number(value, vague)


def read_tenths(written: str) -> Decimal | None:
    """The per cent that 成 after (and a digit behind it) says: 三 -> 30, 三成五 without the 成 (`三五`) -> 35."""
    values = [_DIGITS.get(sign, "0123456789".find(sign)) for sign in written]
    if not values or len(values) > 2 or min(values) < 0:
        return None
    tenths, rest = values[0], values[1] if len(values) == 2 else 0
    return Decimal(10 * tenths + rest)


def _smallest(match: re.Match[str]) -> str:
    # 几十, 数百 begin with a digit nobody knows; 余, 多, 来 stand behind known ones.
    return "二" if match[0] in "几数" else ""


def _mixed(digits: str, multipliers: str) -> Decimal | None:
    value = Decimal(digits.replace(",", ""))
    for sign in multipliers:
        if sign not in _PLACES and sign not in _SECTIONS:
            return None
        value *= _PLACES[sign] if sign in _PLACES else _SECTIONS[sign]
    return value


def _han(written: str) -> Decimal | None:
    if written == "半":
        return Decimal("0.5")
    if match := _DECIMAL_HAN.fullmatch(written):
        whole = _han(match[1])
        if whole is None:
            return None
        value = whole + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in match[2]))
        for sign in match[3]:
            value *= _SECTIONS[sign]
        return value
    if not any(sign in _DIGITS or sign == "十" for sign in written):
        return None
    if all(sign in _DIGITS for sign in written):
        # 二〇二三: digit by digit; 四五 (four or five) is no one number.
        return Decimal("".join(str(_DIGITS[sign]) for sign in written)) if len(written) != 2 else None
    return _by_places(written)


def _by_places(written: str) -> Decimal | None:
    above, middle, section = Decimal(0), Decimal(0), Decimal(0)
    digit: int | None = None
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            section += (1 if digit is None else digit) * _PLACES[sign]
            digit = None
        elif sign in _SECTIONS and above + middle + section + (digit or 0) > 0:
            section += digit or 0
            digit = None
            if sign == "亿":
                above, middle, section = (above + middle + section) * _SECTIONS[sign], Decimal(0), Decimal(0)
            else:
                middle, section = (middle + section) * _SECTIONS[sign], Decimal(0)
        else:
            return None
    return above + middle + section + (digit or 0)
