"""Grammar words and masks, from resources/lexicon/words.toml and masks.toml, as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

import resources
from core.lexicon.choice import needed, one_of

_PLACE: Final = re.compile(r"%([a-z_+]+)%")


@cache
def _groups(table: str) -> dict[str, list[str]]:
    with resources.path("lexicon", f"{table}.toml").open("rb") as file:
        return {name: list(group["words"]) for name, group in tomllib.load(file).items()}


def words(group: str, table: str = "words") -> tuple[str, ...]:
    """The words of one group, as written in the file. A word may hold a regular expression.

    Raises:
        KeyError: no such group.
    """
    return tuple(_groups(table)[group])


@cache
def alternation(*groups: str, table: str = "words") -> str:
    """A regular expression for any word of the groups, the longest first."""
    every = {word for group in groups for word in words(group, table)}
    return one_of(sorted(every, key=lambda word: (-len(word), word)))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern in which `%group%` stands for any word of a group, `%a+b%` for any of several groups."""
    expression = _PLACE.sub(lambda match: alternation(*match[1].split("+")), template)
    # What must not stand before is better looked for where a word was found than at every character.
    return re.compile(one_of([expression]) if expression.startswith("(?<") else expression)


@cache
def words_needed(expression: str) -> re.Pattern[str] | None:
    """A quick pattern for the words of which every match of `expression` holds one; None where there are none such."""
    words_of_all = needed(expression)
    return re.compile(one_of(sorted(map(re.escape, words_of_all)))) if words_of_all else None
