"""Numbers in running text whatever stands behind them: with a unit or without one, cardinal or ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from core.lexicon import alternation
from core.model.records import record
from core.numerals import ARABIC, BELOW, HAN, MULTIPLIER, read_number

_MORE: Final = "[余多来]"
_SIGN: Final = r"(?:(?<![-0-9A-Za-z%])-(?!-)|负)?"
_PLACE: Final = re.compile("[十百千万亿]")
_RANGE: Final = r"[-—–~]{1,2}|至|到|和|与"


@record
class WrittenNumber:
    """A number and where it stands in the flat text. `top` is the upper end of a range, `open` says that there is more.

    The sign 第 of an ordinal stands before `start`.
    """

    start: int
    end: int
    value: Decimal
    top: Decimal | None = None
    open: bool = False
    ordinal: bool = False


@cache
def _scan() -> re.Pattern[str]:
    arabic = rf"(?:{ARABIC}|(?<!\.)\.[0-9]+)(?:{_MORE}?{MULTIPLIER})*{BELOW}{_MORE}?"
    one = rf"(?:{arabic}|{HAN}(?:{_MORE}[百千万亿]*)*)"
    return re.compile(
        rf"(?P<word>{alternation('numeral_word')})"
        r"|(?<![0-9A-Za-z/])(?:(?P<whole>[0-9]+) )?(?P<over>-?[0-9]+)/(?P<under>[1-9][0-9]*)(?![0-9/])"
        rf"|(?P<nth>第?)(?<![A-Za-z])(?P<low>{_SIGN}{one})"
        rf"(?:(?:{_RANGE})第?(?P<top>{one})(?=(?P<between>之?间)?)|(?![0-9]))"
    )


def find_numbers(text: str) -> Iterator[WrittenNumber]:
    """Every number of a flat text in order. 一切, 四川 and their like hold none; 千, 万 alone name a class.

    Two numbers joined by 至, 到 or a dash are one range; joined by 和 or 与 only where 之间 or 间 follows.
    """
    position = 0
    scan = _scan()
    while match := scan.search(text, position):
        position = max(match.end(), match.start() + 1)
        if match["word"]:
            continue
        if match["under"]:
            fraction = Decimal(match["over"]) / Decimal(match["under"]) + Decimal(match["whole"] or 0)
            yield WrittenNumber(*match.span(), fraction)
            continue
        number = read_number(match["low"])
        top = read_number(match["top"]) if match["top"] else None
        if number is None and (shorter := _beginning(match["low"])):
            position = match.start("low") + len(shorter)
            number = read_number(shorter)
            assert number is not None
            yield WrittenNumber(match.start("low"), position, number.value)
            continue
        joined = match["between"] or (match["top"] and text[match.end("low")] not in "和与")
        if number and top and joined and top.value > number.value:
            start, end = match.start("low"), match.end("top")
            yield WrittenNumber(start, end, number.value, top.value, ordinal=bool(match["nth"]))
            continue
        if match["top"]:
            position = match.end("low")
        if number:
            ordinal = bool(match["nth"])
            yield WrittenNumber(*match.span("low"), number.value, number.top, number.open, ordinal)


def _beginning(written: str) -> str:
    """The longest number that the sign sequence begins with (五十 of 五十千); empty if it begins with none."""
    if not _PLACE.search(written):
        return ""
    return next((written[:end] for end in range(len(written) - 1, 0, -1) if read_number(written[:end])), "")
