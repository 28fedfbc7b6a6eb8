"""How far a reading can be trusted: weights of the rules that made it (resources/lexicon/weights.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

import resources
from core.extract.links import Link
from core.extract.placing import Place
from core.extract.quantities import Quantity
from core.lexicon import CatalogueEntry

#: Grammar words or a number inside a name: more than the name may have been taken.
_LOOSE: Final = re.compile("[的并从将]|占(?!.*[比率])|[0-9]{2}|^(?:持平|上升|上涨|下降|增长|减少)$")


@cache
def _weights() -> dict[str, dict[str, float]]:
    with resources.path("lexicon", "weights.toml").open("rb") as file:
        return tomllib.load(file)


def confidence_of(quantity: Quantity, link: Link, entry: CatalogueEntry | None, place: Place) -> float:
    """A figure between 0 and 1: the weight of the naming rule, raised by the catalogue, lowered by doubts."""
    weights = _weights()
    doubts = weights["doubt"]
    rule = link.name.rule if link.name else "indicator.none"
    trust = weights["indicator"].get(rule.partition(".")[2], 0.5)
    if entry:
        trust += (1 - trust) * weights["raise"]["catalogue"]
        if quantity.unit and entry.units and _strange(quantity, entry):
            trust *= doubts["unit"]
    if quantity.han and len(str(quantity.value)) == 1:
        trust *= doubts["small_han"]
    if link.name and not 2 <= len(link.name.text) <= 20:
        trust *= doubts["length"]
    if link.name and entry is None and _LOOSE.search(link.name.text):
        trust *= doubts["loose"]
    if place.period is None:
        trust *= doubts["period"]
    return round(min(max(trust, 0.05), 0.99), 2)


def _strange(quantity: Quantity, entry: CatalogueEntry) -> bool:
    return quantity.kind == "measure" and not any(quantity.unit in unit for unit in entry.units)
