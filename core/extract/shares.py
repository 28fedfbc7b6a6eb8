"""Shares that are written without a unit: 三分之二, 百分之五, 三成半, 3.9:39.0:57.1.

Each function resolves a match of the scan for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.extract import frames
from core.extract.quantity import Quantity, plain
from core.numerals import Number, read_number, read_tenths

#: 粮经比例由7:3调整为6:4: only the parts of a whole are shares, no score and no time of day.
_OF_PARTS: Final = re.compile(f"(?:{frames.RATIO}例?|比重|结构|构成)[^。；，]{{0,30}}$")
#: 师生比由1:18提高到1:16: behind its name one to so many is no scale, no score and no rate of exchange.
_ONE_TO: Final = re.compile(
    "(?:比(?:例(?!尺)|值|率)?|杠杆率)(?:[已约均各]|分别|[由从][^，。；]{1,16})*"
    "(?:达到?|为|是|在|[由从](?:[^，。；、0-9]{0,8}的)?|[^，。；、0-9]{0,8}[到至于]|[^，。；、0-9]{0,4}不[低高]于|不超过)?(?:[0-9.]+[:∶][0-9.]+[、和])*$"
)
#: 四分之一强, 三成弱的.
_NEARLY_BEHIND: Final = re.compile("[强弱](?=[的，。；、]|$)")


def fraction(match: re.Match[str]) -> Iterator[Quantity]:
    written = match["slash"].split("/") if match["slash"] else [match["share"], match["whole"]]
    share, whole = (read_number(part) for part in written)
    if share and whole and share.value < whole.value:
        value = (share.value / whole.value * 100).quantize(Decimal("0.01"))
        yield _nearly(match, plain(match.start(), match.end(), value, "%", "rate", "ratio", "number.fraction"))


def _nearly(match: re.Match[str], made: Quantity) -> Quantity:
    """四分之一强 is a little more, 三成弱 a little less."""
    behind = _NEARLY_BEHIND.match(match.string, match.end())
    if behind is None:
        return made
    return replace(made, bound="gt" if behind[0] == "强" else "lt", end=behind.end(), after=behind.end())


def in_parts(match: re.Match[str]) -> Iterator[Quantity]:
    unit, scale = {"百分之": ("%", 1), "千分之": ("‰", 1), "万分之": ("%", 100)}.get(match["parts"], ("/10万", 1))
    number = Number(Decimal(100)) if match["part"] == "百" else read_number(match["part"])
    if number is None:
        return
    written_top = read_number(match["part_to"]) if match["part_to"] else None
    top = written_top.value if written_top else number.top
    first = plain(match.start(), match.end(), number.value / scale, unit, "rate", "ratio", "number.parts")
    yield first if top is None else replace(first, value_max=top / scale)


def tenths(match: re.Match[str]) -> Iterator[Quantity]:
    value = read_tenths(match["tenths"] + (match["rest"] or ""))
    low = read_tenths(match["tenths_from"]) if match["tenths_from"] else None
    if value is None or (low is not None and low >= value):
        return
    made = plain(match.start(), match.end(), value, "%", "rate", "ratio", "number.tenths")
    yield _nearly(match, made) if low is None else replace(made, value=low, value_max=value, rule="number.range")


def discount(match: re.Match[str]) -> Iterator[Quantity]:
    """去年同期的六折, 八五折: so many tenths of the price."""
    value = read_tenths(match["discount"].replace("点", "").replace(".", ""))
    if value is not None:
        value = value if value < 100 else value / 10
        yield plain(match.start(), match.end(), value, "%", "rate", "ratio", "number.tenths")


def ratio(match: re.Match[str]) -> Iterator[Quantity]:
    position = match.start()
    parts = re.split("[:∶、]", match["ratio"])
    if "、" in match["ratio"]:
        whole = abs(sum(map(Decimal, parts), Decimal(0)) - 100) <= 1
        if not whole or not _OF_PARTS.search(match.string, max(0, position - 40), position):
            return
    if len(parts) == 2:
        # 2.32:1 is one figure, its base is 1; 3:2 says two things at once and neither alone.
        if parts[1] in ("1", "100"):
            yield plain(position, match.end(), Decimal(parts[0]), "", "ratio", "ratio", "number.ratio")
        # 粮经比例为6.5:3.5, 70:30: two parts of a whole of ten or a hundred.
        whole = Decimal(parts[0]) + Decimal(parts[1]) in (10, 100) and not parts[1].startswith("0")
        if not whole or not _OF_PARTS.search(match.string, max(0, position - 40), position):
            if parts[0] == "1" and Decimal(parts[1]) and _ONE_TO.search(match.string, max(0, position - 40), position):
                value = (1 / Decimal(parts[1])).quantize(Decimal("0.0001"))
                yield plain(position, match.end(), value, "", "ratio", "ratio", "number.ratio")
            return
    for part in parts:
        yield plain(position, position + len(part), Decimal(part), "", "ratio", "structure", "number.structure")
        position += len(part) + 1
