"""The indicators of statements without a number: 城镇登记失业率控制在市定目标内, 居民收入增长与经济增长同步.

What is said not to have happened counts too: 未发生重特大安全事故.
"""

from __future__ import annotations

import re
from typing import Final

from core.extract.claim_words import claim_words
from core.extract.flat import Flat
from core.extract.naming import named
from core.extract.phrases import name_before
from core.lexicon import find_indicator
from core.model.report import Indicator
from core.text import clauses

_CHANGE: Final = re.compile(r"(?:实现)?(?:增长|增幅|增速|涨幅|降幅|增长速度)$")
_SHORTEST, _LONGEST = 2, 24
_STATED: Final = ("stated.firm", "stated.loose", "stated.absent")


def stated_indicators(flat: Flat, figures: list[int]) -> tuple[Indicator, ...]:
    """What the clauses of a claim that hold no figure say a state of, in order; `figures` are positions in `flat`.

    A name that the catalogue does not know is taken only before words that can say nothing else (控制在, 与…持平).
    """
    lexicon = claim_words()
    ways = [name for name in _STATED if lexicon.may_be(name, flat.text)]
    if not ways:
        return ()
    found: list[Indicator] = []
    for clause in clauses(flat.text):
        if any(clause.start <= at < clause.end for at in figures):
            continue
        for way in ways:
            match = lexicon.patterns[way].search(flat.text, clause.start, clause.end)
            if match is None:
                continue
            if way == "stated.absent":
                indicator = _absent(flat, match)
            else:
                sure = way == "stated.firm" and not lexicon.found("commitment.action", clause.quote(flat.text))
                indicator = _subject(flat, clause.start, match.start(), sure=sure)
            if indicator is not None:
                found.append(indicator)
                break
    return tuple(found)


def _absent(flat: Flat, match: re.Match[str]) -> Indicator | None:
    """未发生重特大安全事故: what did not happen stands behind the word that says so."""
    if len(match["name"]) < _SHORTEST:
        return None
    entry = find_indicator(match["name"])
    name = entry.canonical if entry else match["name"]
    return Indicator(match["name"], name, flat.span(*match.span("name")), entry.id if entry else None)


def _subject(flat: Flat, start: int, end: int, *, sure: bool) -> Indicator | None:
    phrase = name_before(flat.text, start, end)
    if phrase is None or phrase.end < end:
        return None
    name = named(flat.text, phrase, "indicator.left")
    # 收入增长与经济增长同步 is about 收入.
    bare = _CHANGE.sub("", name.text)
    entry = find_indicator(bare) or find_indicator(name.text)
    if entry is None:
        # 公交实现行政村全覆盖 is about 公交.
        bare = bare.partition("实现")[0] or bare
    if entry is None and not (sure and _SHORTEST < len(bare) <= _LONGEST):
        return None
    stop = name.start + (len(bare) if name.text.startswith(bare) else name.end - name.start)
    return Indicator(bare, entry.canonical if entry else bare, flat.span(name.start, stop), entry.id if entry else None)
