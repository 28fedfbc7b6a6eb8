"""Units of measure and classifiers, from resources/lexicon/units.csv: one row for each printed form."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from functools import cache
from typing import Literal, cast

import resources
from core.lexicon.choice import one_of
from core.values import dataclass

UnitClass = Literal["rate", "measure", "count", "time", "age"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed unit. `base` is how a metric names it: 百分点 is 个百分点, 人(次) is 人次.

    `value × factor` is the value in `si`; both are None where no conversion makes sense. `arabic_only` units are
    too short to trust behind Chinese digits (分, 节, 层). `not_before` are words that make another word of it;
    those with a `*` do so behind Arabic digits too (三家电, but 3家|电子企业). A `decimal_only` unit is one behind a
    decimal alone: 8.8日 is a time, 8日 a date.
    """

    printed: str
    base: str
    kind: UnitClass
    dimension: str
    si: str | None
    factor: Decimal | None
    arabic_only: bool
    decimal_only: bool
    not_before: tuple[str, ...]
    example: str


@cache
def units() -> dict[str, Unit]:
    """All units by printed form."""
    with resources.path("lexicon", "units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: _unit(row) for row in csv.DictReader(file)}


def unit_pattern(*, arabic: bool) -> str:
    """A regular expression for one unit, the longest first; `arabic` says which digits stand before it."""
    chosen = [unit for unit in units().values() if arabic or not unit.arabic_only]
    chosen.sort(key=lambda unit: (-len(unit.printed), unit.printed))
    return one_of(_one(unit, arabic) for unit in chosen)


def _one(unit: Unit, arabic: bool) -> str:
    text = rf"(?<=\.[0-9]){re.escape(unit.printed)}" if unit.decimal_only else re.escape(unit.printed)
    if unit.printed[-1].isascii() and unit.printed[-1].isalnum():
        return text + r"(?![A-Za-z0-9])"
    vetoes = [word.lstrip("*") for word in unit.not_before if not arabic or word.startswith("*")]
    if vetoes:
        return f"{text}(?!{'|'.join(map(re.escape, vetoes))})"
    return text


def _unit(row: dict[str, str]) -> Unit:
    return Unit(
        printed=row["unit"],
        base=row["base"] or row["unit"],
        kind=cast("UnitClass", row["class"]),
        dimension=row["dimension"],
        si=row["si"] or None,
        factor=Decimal(row["factor"]) if row["factor"] else None,
        arabic_only=row["numerals"] in ("arabic", "decimal"),
        decimal_only=row["numerals"] == "decimal",
        not_before=tuple(word for word in row["not_before"].split("|") if word),
        example=row["example"],
    )
