"""The patterns and weights of resources/lexicon/claims.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

from core.lexicon import Presence, contents, may_begin, where_it_begins

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


class ClaimWords(Presence):
    """Patterns by their path (`problem.opens`), asked where they stand, and the weights of the score."""

    def __init__(self, written: Mapping[str, str], weights: Mapping[str, float]) -> None:
        super().__init__(written)
        self.weights = weights
        #: The patterns as wholes, for what is to be known of a match beside that there is one.
        self.patterns: Mapping[str, re.Pattern[str]] = _Made(written, lambda each: re.compile(where_it_begins(each)))
        self._opening: Mapping[str, frozenset[str] | None] = _Made(written, may_begin)

    def is_all(self, name: str, words: str) -> bool:
        """Whether the pattern matches all of `words`."""
        signs = self._opening[name]
        if signs is not None and words[:1] not in signs:
            return False
        return self.may_be(name, words) and self.patterns[name].fullmatch(words) is not None

    def said(self, words: str) -> str:
        """`words` without who says them (会议指出，): the rest is a sentence like any other."""
        return self._behind("structure.lead", words)

    def heard(self, words: str) -> str:
        """`words` without whom they address (各位代表，)."""
        return self._behind("structure.address", words)

    def _behind(self, name: str, words: str) -> str:
        opening = self.patterns[name].match(words) if self.may_be(name, words) else None
        return words[opening.end() :] if opening else words


@cache
def claim_words() -> ClaimWords:
    """The words of claims, read once."""
    groups = contents("claims")
    weights = {name: float(weight) for name, weight in groups["score"].items()}
    written = {
        f"{group}.{name}": pattern
        for group, entries in groups.items() if group != "score"
        for name, pattern in entries.items()
    }
    return ClaimWords(written, weights)


@cache
def any_of(*names: str) -> int:
    """The alternatives of several patterns of claims, for `ClaimWords.holds` and `left`."""
    return claim_words().bits_of(names)
