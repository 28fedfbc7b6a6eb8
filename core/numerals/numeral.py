"""How a number is written, and what it is worth. Patterns and values expect the folded view (ASCII digits)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from core.values import dataclass

#: Digits, with thousands separators in groups of three or without any.
ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
#: Chinese digits with their places; 点 needs digits on both sides. 百 of 百分位 is none of them.
HAN: Final = r"[〇○零一二两三四五六七八九十百千万亿兆半几数]+(?!分[之位])(?:点[〇○零一二三四五六七八九]+[万亿]*)?"
#: What may multiply Arabic digits. 千米, 千瓦 and their like are units, not thousands; 兆 is a number of money only.
MULTIPLIER: Final = (
    r"(?:万万|兆(?=[0-9][0-9,]{0,4}亿|[美欧日]?元)|万亿|[十百千]?[万亿]|千(?![米瓦克升伏卡帕赫])|百(?![帕分])|十)"
)
#: What goes on below a multiplier: 4千6百 of 5万4千6百, 零30万 of 2千零30万, 4000 of 3万4000. A year behind 万 is none.
BELOW: Final = (
    "(?:(?<=[百千万亿兆])零?(?!(?:19|20)[0-9]{2}年)(?:[0-9]{1,4}|(?<=兆)[1-9],[0-9]{3})"
    "(?![0-9.,]|周?岁)(?:[百千]?[余多]?[万亿]|千(?![米瓦克升伏卡帕赫])|百(?![帕分]))?)*"
)

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_ZEROS: Final = frozenset("零〇○")
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}
_VAGUE: Final = re.compile(r"[余多来几数]")
_UNSURE: Final = re.compile(r"(?<=[〇○零十百千万亿])[几数](?![十百千])|[几数]|[余多来]")
_DECIMAL_HAN: Final = re.compile(r"(.+?)点([〇○零一二三四五六七八九]+)([万亿]*)")
_TOKEN: Final = re.compile(ARABIC + r"|(?s:.)")
#: Two digits side by side before a place or at the end: 二三十 is twenty to thirty, 十七八 seventeen or eighteen.
_PAIR: Final = re.compile(r"^(.*?)([一二两三四五六七八九])([两二三四五六七八九])([十百千]?[万亿]*)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its value multiplied out, and whether 余, 多, 几 or 数 leave it open at the top.

    `top` is the upper of two values named in one breath (二三十: 20 and 30), else None.
    """

    value: Decimal
    open: bool = False
    top: Decimal | None = None


@lru_cache(maxsize=4096)
def read_number(written: str) -> Number | None:
    """The value of one written number, None if it is none.

    Multipliers count wherever they stand: `2000余万` is 20 million and open, `1.2万亿` 1.2e12; Arabic and Chinese
    places add up alike (`5万4千6百`, 一万三 as 13,000). A lone multiplier (千, 万) is no number: 千亩, 万元GDP name a
    class. 几 and 数 count as the smallest they can mean: 几十 is 20 and open, 十几 10, 数百 200. 负 and - are signs.
    """
    sign = -1 if written[:1] in ("负", "-") else 1
    rest = written[1:] if sign < 0 else written
    if rest in ("几", "数"):
        return None
    vague = bool(_VAGUE.search(rest))
    plain = _UNSURE.sub(_smallest, "0" + rest if rest[:1] == "." else rest)
    if (pair := _PAIR.match(plain)) and (ends := _ends(*pair.groups())):
        return Number(sign * ends[0], vague, sign * ends[1])
    value = _value(plain)
    return None if value is None else Number(sign * value, vague)


def read_tenths(written: str) -> Decimal | None:
    """The per cent that 成 after (and a digit or 半 behind it) says: 三 -> 30, 三成五 without the 成 (`三五`) -> 35."""
    if written == "半":
        return Decimal(5)
    half = written.endswith("半")
    digits = written[:-1] if half else written
    if len(digits) == 2 and all(sign in _DIGITS for sign in digits):
        return Decimal(10 * _DIGITS[digits[0]] + _DIGITS[digits[1]])
    tenths = _value(digits)
    return None if tenths is None or tenths > 10 else 10 * tenths + (5 if half else 0)


def _smallest(match: re.Match[str]) -> str:
    # 几十, 数百 begin with a digit nobody knows, 十几 ends with one; 余, 多, 来 stand behind known ones.
    return "二" if match[0] in "几数" and match.start() == 0 else ""


def _value(written: str) -> Decimal | None:
    if written == "半":
        return Decimal("0.5")
    if match := _DECIMAL_HAN.fullmatch(written):
        whole = _value(match[1])
        if whole is None:
            return None
        value = whole + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in match[2]))
        for sign in match[3]:
            value *= _MYRIADS[sign]
        return value
    if written and all(sign in _DIGITS for sign in written):
        # 二〇二三: digit by digit; 四五 (four or five) is no one number.
        return Decimal("".join(str(_DIGITS[sign]) for sign in written)) if len(written) != 2 else None
    if not any(sign in _DIGITS or sign == "十" or sign.isdecimal() for sign in written):
        return None
    return _by_places(_TOKEN.findall(written))


def _ends(before: str, low: str, high: str, places: str) -> tuple[Decimal, Decimal] | None:
    """二三十, 三五百, 十七八: two neighbouring digits (or 三五) in one place; None for 一七 and the like."""
    gap = _DIGITS[high] - _DIGITS[low]
    if (gap != 1 and low + high != "三五") or before[-1:] in _DIGITS or (before and places):
        return None
    ends = [_value(before + digit + places) for digit in (low, high)]
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def _by_places(tokens: Iterable[str]) -> Decimal | None:
    """The sum of digits times their places. The last digit behind 百, 千, 万 or 亿 counts one place lower: 一万三."""
    above = Decimal(0)  # what 兆 and 亿 have multiplied
    middle, section = Decimal(0), Decimal(0)
    digit: Decimal | None = None
    lower: Decimal | int = 1  # what a digit with no place of its own is worth
    started = False
    last = 0  # the place before, if nothing has come since
    for token, spelt in _read_tokens(tokens):
        if token in _PLACES:
            if digit is None and 0 < last <= _PLACES[token]:
                return None
            section += (1 if digit is None else digit) * _PLACES[token]
            digit, lower = None, max(_PLACES[token] // 10, 1)
        elif token in _MYRIADS:
            if not started:
                return None
            section += digit or 0
            if token == "万":
                middle, section = (middle + section) * _MYRIADS[token], Decimal(0)
            elif token == "亿" and above < _MYRIADS["兆"]:
                above, middle, section = (above + middle + section) * _MYRIADS[token], Decimal(0), Decimal(0)
            else:
                above, middle, section = above + (middle + section) * _MYRIADS[token], Decimal(0), Decimal(0)
            digit, lower = None, _MYRIADS[token] / 10
        elif spelt is None or digit is not None:
            return None
        elif token in _ZEROS:
            # 一千零五, 一千零十二: what follows a zero stands in its own place.
            lower = 1
        else:
            digit, lower = spelt, lower if len(token) == 1 else 1
        started = started or token in _PLACES or spelt is not None
        last = _PLACES.get(token, 0)
    return above + middle + section + (digit or 0) * lower if started else None


def _read_tokens(tokens: Iterable[str]) -> Iterator[tuple[str, Decimal | None]]:
    for token in tokens:
        if token in _DIGITS:
            yield token, Decimal(_DIGITS[token])
        else:
            yield token, Decimal(token.replace(",", "")) if token[0].isdecimal() and token.isascii() else None


def trimmed(value: Decimal) -> Decimal:
    """A whole number without decimals: 35000.0 as 35000."""
    return value.to_integral_value() if value == value.to_integral_value() else value
