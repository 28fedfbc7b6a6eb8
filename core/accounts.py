"""Final accounts: what was budgeted beside what was spent of it, both told in one sentence.

年初预算为120万元，支出决算为118万元: the sentence names neither; where its section is one item of the account, that is
what both are of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.lexicon import contents
from core.model import Metric, Section
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class _Words:
    budget: re.Pattern[str]
    spent: re.Pattern[str]
    item: re.Pattern[str]


@cache
def _lexicon() -> _Words:
    words = contents("pairing")["accounts"]
    return _Words(*(re.compile(words[key]) for key in ("budget", "spent", "item")))


def budgeted(target: Metric, section: Section | None) -> str | None:
    """What a budget among the targets is of: its own words, else the item that its section is; None for others."""
    found = _lexicon().budget.search(target.indicator.text) if target.indicator else None
    if found is None:
        return None
    item = _lexicon().item.search(section.title) if section else None
    return found.string[: found.start()] or (item[1] if item else found[0])


def spent_of(target: Metric, told: Sequence[Metric]) -> Metric | None:
    """The account that follows a budget in its sentence, of the same thing; `told` are the actuals of the sentence."""
    name = target.indicator.text if target.indicator else ""
    for actual in told:
        if actual.span.start < target.span.end or actual.kind != "level" or actual.unit != target.unit:
            continue
        found = _lexicon().spent.search(actual.indicator.text) if actual.indicator else None
        if found is not None and name.startswith(found.string[: found.start()]):
            return actual
    return None
