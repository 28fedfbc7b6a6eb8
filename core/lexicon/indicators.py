"""The catalogue of indicators, from resources/lexicon/indicators.csv, found by name or alias."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Final

import resources
from core.values import dataclass

_NOISE: Final = re.compile(r"[\s“”\"'‘’《》「」『』（）()的]+")


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One indicator. `fields` holds the row's other columns (usual range, polarity, publisher …) as written.

    `stock` holds for what is counted at a moment, so that 新增… is another indicator. An entry with a
    `context` (a regular expression) counts only in a sentence where that is found. `growth_of` is the id of the
    indicator whose growth it is: 经济增长 is that of the gross product.
    """

    id: str
    canonical: str
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    category: str
    units: tuple[str, ...]
    kinds: tuple[str, ...]
    stock: bool
    context: str
    fields: dict[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called wherever it stands: the standard name, then the aliases that are not weak."""
        return self.canonical, *self.aliases


    @property
    def grows(self) -> bool:
        """Whether per cent told of it are by how much it grows: an amount, and neither a rate nor a share."""
        money = any("元" in unit for unit in self.units)
        return money and "growth_yoy" in self.kinds and not {"rate", "share"}.intersection(self.kinds)


@cache
def indicators() -> tuple[CatalogueEntry, ...]:
    """The whole catalogue in its printed order."""
    with resources.path("lexicon", "indicators.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_entry(row) for row in csv.DictReader(file, restval=""))


def indicator(key: str) -> CatalogueEntry | None:
    """The entry with the id `key`."""
    return _by_id().get(key)


def find_indicator(name: str, *, weak: bool = True) -> CatalogueEntry | None:
    """The entry that `name` stands for, quotation marks, brackets, 的 and blanks aside; None if there is none.

    `weak` admits aliases that are names only beside a figure (批发, 到位资金).
    """
    key = _key(name)
    return _by_name().get(key) or (_by_weak_name().get(key) if weak else None)


@cache
def _by_id() -> dict[str, CatalogueEntry]:
    return {entry.id: entry for entry in indicators()}


@cache
def _by_name() -> dict[str, CatalogueEntry]:
    return {_key(name): entry for entry in indicators() for name in entry.names}


@cache
def _by_weak_name() -> dict[str, CatalogueEntry]:
    return {_key(name): entry for entry in indicators() for name in entry.weak_aliases}


def _key(name: str) -> str:
    return _NOISE.sub("", name).lower()


def _entry(row: dict[str, str]) -> CatalogueEntry:
    return CatalogueEntry(
        id=row["id"],
        canonical=row["canonical_zh"],
        aliases=_listed(row["aliases_zh"]),
        weak_aliases=_listed(row["weak_aliases_zh"]),
        category=row["category"],
        units=_listed(row["units"]),
        kinds=_listed(row["usual_kinds"]),
        stock=row["stock"] == "yes",
        context=row["context"],
        fields=row,
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
