"""A written quantity: what is found with a number before anything is known of what it measures."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from core.model.records import record
from core.model.report import Bound

QuantityClass = Literal["rate", "measure", "count", "time", "age", "ratio", "index", "rank"]


@record
class Quantity:
    """One written quantity. Positions are those of the flat sentence.

    `end` is behind the unit, `after` behind a bound that follows (左右, 以上). `han` holds for Chinese digits,
    which stand in set phrases more often than Arabic ones. `scope` is a rank's, `shared` a bound's behind a list.
    """

    start: int
    end: int
    after: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    kind: QuantityClass
    dimension: str
    bound: Bound
    rule: str
    han: bool = False
    scope: tuple[int, int] | None = None
    shared: bool = False


def plain(
    start: int, end: int, value: Decimal, unit: str, kind: QuantityClass, dimension: str, rule: str
) -> Quantity:
    """A quantity of one value and no bound that ends with its unit."""
    return Quantity(start, end, end, value, None, unit, kind, dimension, "eq", rule)
