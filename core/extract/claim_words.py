"""The patterns and weights of resources/lexicon/claims.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

import resources
from core.lexicon import may_begin, where_it_begins, words_needed
from core.model.records import record

Made = TypeVar("Made")


class _Made(dict[str, Made]):
    """What is made of each pattern by its name, when it is first asked for: many patterns few reports need."""

    def __init__(self, written: Mapping[str, str], make: Callable[[str], Made]) -> None:
        super().__init__()
        self._written = written
        self._make = make

    def __missing__(self, name: str) -> Made:
        made = self[name] = self._make(self._written[name])
        return made


@record
class ClaimWords:
    """Patterns by their path (`problem.opens`), and the weights of the score.

    `wanted` finds the words that no match of a pattern can do without, None where there are none such: most sentences
    hold none of them. `opening` are the signs with one of which every match begins, None where these cannot be told.
    """

    patterns: Mapping[str, re.Pattern[str]]
    wanted: Mapping[str, re.Pattern[str] | None]
    opening: Mapping[str, frozenset[str] | None]
    weights: Mapping[str, float]

    def found(self, name: str, words: str) -> bool:
        """Whether the pattern is found anywhere in `words`."""
        wanted = self.wanted[name]
        if wanted is not None and wanted.search(words) is None:
            return False
        return self.patterns[name].search(words) is not None

    def is_all(self, name: str, words: str) -> bool:
        """Whether the pattern matches all of `words`."""
        signs = self.opening[name]
        if signs is not None and words[:1] not in signs:
            return False
        return self.may_be(name, words) and self.patterns[name].fullmatch(words) is not None

    def said(self, words: str) -> str:
        """`words` without who says them (会议指出，): the rest is a sentence like any other."""
        if not self.may_be("structure.lead", words):
            return words
        lead = self.patterns["structure.lead"].match(words)
        return words[lead.end() :] if lead else words

    def may_be(self, name: str, words: str) -> bool:
        """False where `words` lack what every match needs."""
        wanted = self.wanted[name]
        return wanted is None or wanted.search(words) is not None


@cache
def claim_words() -> ClaimWords:
    """The words of claims, read once."""
    with resources.path("lexicon", "claims.toml").open("rb") as file:
        table = tomllib.load(file)
    weights = {name: float(weight) for name, weight in table.pop("score").items()}
    written = {f"{group}.{name}": pattern for group, entries in table.items() for name, pattern in entries.items()}
    return ClaimWords(
        patterns=_Made(written, lambda pattern: re.compile(where_it_begins(pattern))),
        wanted=_Made(written, words_needed),
        opening=_Made(written, may_begin),
        weights=weights,
    )
