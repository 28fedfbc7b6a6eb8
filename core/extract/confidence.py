"""How far a reading can be trusted: a logistic sum over what is known of how it was made.

The weights stand in resources/lexicon/weights.toml and are fitted offline against labelled figures
(`python -m build_scripts calibrate`); nothing is learnt while a report is read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from core.lexicon import contents, indicator, pattern, units
from core.model.report import Indicator, Metric, Reason

_GRAMMAR: Final = re.compile(
    "[的从将使对把]|并(?![网购轨联])|同比|实现|出台|向下|规范|占(?!.*[比率])|[0-9]{2}|^(?:持平|上升|上涨|下降|增长|减少)$"
)
_PAIRS: Final = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))
_SHORT, _LONG, _VERY_LONG = 2, 14, 22
_LEAST, _MOST = 0.05, 0.99


@cache
def _weights() -> Mapping[str, float]:
    table = contents("weights")
    return {"base": table["base"], **{f"{group}.{name}": weight for group in ("indicator", "trust")
                                      for name, weight in table[group].items()}}


def trust(
    name: Indicator | None, name_rule: str, number_rule: str, unit: str, surface: str, period: str | None
) -> tuple[float, tuple[Reason, ...]]:
    """The confidence of a reading, 0 to 1, and one reason for each thing that lowers it."""
    return _judged(signs_of(name, name_rule, number_rule, unit, surface, period))


@lru_cache(maxsize=1024)
def _judged(signs: tuple[str, ...]) -> tuple[float, tuple[Reason, ...]]:
    """What the signs come to: most figures of a report share theirs with others."""
    weights = _weights()
    doubts = (sign for sign in signs if sign.startswith("trust.") and weights.get(sign, 0.0) < 0)
    return confidence_of(signs, weights), tuple(Reason("confidence", sign) for sign in doubts)


def confidence_of(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """The logistic sum of the base and the signs' weights, to two places; what has no weight counts nothing."""
    total = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs)
    return round(min(max(1 / (1 + math.exp(-total)), _LEAST), _MOST), 2)


def signs_of_metric(metric: Metric) -> tuple[str, ...]:
    """The signs of a reading already made, also of one that another version of the rules made."""
    rules = {reason.field: reason.rule for reason in metric.reasons}
    return signs_of(
        metric.indicator, rules.get("indicator", "indicator.none"), rules.get("value", ""), metric.unit,
        metric.surface, metric.period,
    )


def signs_of(
    name: Indicator | None, name_rule: str, number_rule: str, unit: str, surface: str, period: str | None
) -> tuple[str, ...]:
    """What speaks for or against a reading: the rule that named it, and `trust.` signs, each with its own words."""
    signs = [name_rule]
    text = name.text if name else ""
    if name is not None and name.id is not None:
        signs.append("trust.known")
        if _strange(name.id, unit):
            signs.append("trust.strange_unit")
    elif name is not None:
        signs += _of_words(text)
    if number_rule == "number.han" and len(surface) == len(unit) + 1:
        signs.append("trust.small_han")
    if number_rule.startswith("number.rank") and "trust.known" not in signs:
        signs.append("trust.rank")
    if period is None:
        signs.append("trust.no_period")
    return tuple(signs)


@lru_cache(maxsize=2048)
def _of_words(text: str) -> tuple[str, ...]:
    """What the words of a name say that the catalogue does not know."""
    measured = pattern("(?:%measured_head+subject_head%|增速|占比|标准|里程)$").search(text)
    return (*(("trust.measured",) if measured else ()), *_doubts(text))


def _doubts(text: str) -> Iterable[str]:
    """What is odd about a name that the catalogue does not know."""
    if len(text) <= _SHORT:
        yield "trust.short_name"
    if len(text) > _LONG:
        yield "trust.long_name"
    if len(text) > _VERY_LONG:
        yield "trust.very_long_name"
    if "、" in text:
        yield "trust.listed"
    if _GRAMMAR.search(text):
        yield "trust.grammar"
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS):
        yield "trust.cut_pair"


@lru_cache(maxsize=1024)
def _strange(key: str, unit: str) -> bool:
    """Whether a known indicator is given in a unit of measure that it never has."""
    entry, written = indicator(key), units().get(unit)
    if entry is None or not entry.units or not unit or (written is not None and written.kind != "measure"):
        return False
    return not any(unit in usual for usual in entry.units) and written is not None
