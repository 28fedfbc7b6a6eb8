"""Figures that are not told: digits that a conversion has lost, and 持平 in a list of changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from core.extract.quantity import Quantity, QuantityClass, plain
from core.lexicon import unit_pattern, units
from core.numerals import MULTIPLIER

#: The rule of a figure that cannot be read.
DESTROYED: Final = "number.destroyed"
#: 分别增长6%、下降1%和持平, 分别持平、增长3%和4%: one of the list has no figure.
_LEVEL_IN_LIST: Final = re.compile(
    "分别(?:与(?:上年|去年)(?:同期)?)?(?:(?P<first>(?:基本)?持平)(?=[、和])|[^。；]{2,60}?[0-9%点番][、和](?P<later>(?:基本)?持平))"
)
#: What a conversion puts where digits were.
_LOST: Final = re.compile("[$■□▇×_]")


def find_destroyed(text: str) -> Iterator[Quantity]:
    """The places of figures that are not told, of no known value, by the rule DESTROYED: digits that a conversion has
    lost (４$1.$2％), and 持平 in a list.

    They keep the order of a list (分别增长5%、４$1.$2％和6%) and the name that what follows goes on about.
    """
    for match in _LEVEL_IN_LIST.finditer(text) if "持平" in text else ():
        at = match.span("first" if match["first"] else "later")
        yield plain(*at, Decimal(0), "%", "rate", "ratio", DESTROYED)
    if _LOST.search(text) is None:
        return
    for match in _destroyed().finditer(text):
        unit = units().get(match["unit"] or "")
        kind: QuantityClass = unit.kind if unit else "count"
        base, dimension = (unit.base, unit.dimension) if unit else ("", "")
        yield plain(*match.span(), Decimal(0), base, kind, dimension, DESTROYED)


@cache
def _destroyed() -> re.Pattern[str]:
    lost = r"[0-9.,]*\$[0-9.$]*|[■□▇×]+(?:\.[■□▇×]+)?|__+"
    return re.compile(rf"(?:{lost})(?:{MULTIPLIER})*(?P<unit>{unit_pattern(arabic=True)})?")
