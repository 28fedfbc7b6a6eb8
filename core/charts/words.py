"""Short labels of chart rows: a place in a ranking, an amount in the unit people read, a figure as it holds."""

from __future__ import annotations

from decimal import Decimal

from core.model import Metric, Rank
from core.model.figures import differences
from core.numerals import number_text
from core.vocabulary import Language

_STEPS = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))


def rank_label(rank: Rank, language: Language) -> str:
    """The badge behind a bar: 全市第2, or “No. 2, 全市” (the report's own word for the scope stays)."""
    if language == "zh":
        tail = f"（共{rank.of}）" if rank.of else ""
        return f"{rank.scope or ''}第{rank.position}{tail}"
    of = f" of {rank.of}" if rank.of else ""
    scope = f", {rank.scope}" if rank.scope else ""
    return f"No. {rank.position}{of}{scope}"


def readable_unit(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """By what to divide an amount for reading, and the unit that it has then: 万 or 亿 from ten thousand on."""
    if unit not in ("%", "‰", ""):
        for name, size in _STEPS:
            if abs(value) >= size:
                return size, f"{name}{unit}"
    return Decimal(1), unit


def amount_text(value: Decimal, unit: str) -> str:
    """An amount with its unit, in 万 or 亿 from ten thousand on: 517000000 元 is 5.17亿元."""
    size, unit = readable_unit(value, unit)
    return f"{number_text(value / size)}{unit}"


def figure_text(metric: Metric) -> str:
    """A figure as the report prints it, or as a person corrected it."""
    if metric.value is not None and not {"value", "value_max", "unit"}.isdisjoint(differences(metric)):
        return amount_text(metric.value, metric.unit)
    return "".join(metric.surface.split())
