"""The words of resources/lexicon/english.toml as patterns."""

from __future__ import annotations

import re
from functools import cache

from core.lexicon import contents


@cache
def english_words(name: str) -> str:
    """The words of one list as an alternation, longest first, blanks as any white space."""
    words = sorted(_lists()[name], key=len, reverse=True)
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in words)


def english_list(name: str) -> list[str]:
    """The words of one list in their order."""
    return _lists()[name]


@cache
def commands() -> re.Pattern[str]:
    """How a sentence opens that tells its reader to do something. Call 311; not: Call volume fell by 5 percent."""
    objects = r"(?:the|an?|your|our|my|me|us|them|it|this|that|these|those|how|what|each|every|on|at|to|[0-9]+)\b"
    verbs = english_words("commands")
    return re.compile(rf"(?:so\s+|and\s+|now,?\s+)?(?:please\b|let[’']s\b|(?:{verbs})\s+{objects})", re.I)


@cache
def _lists() -> dict[str, list[str]]:
    return contents("english")
