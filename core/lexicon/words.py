"""Grammar words and masks, from resources/lexicon/words.toml and masks.toml, as compiled patterns."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from core.lexicon.choice import may_close, needed, one_of
from core.lexicon.opening import Opening
from core.lexicon.table import contents

_PLACE: Final = re.compile(r"%([a-z_+]+)%")

#: All of an area, of any rank: 全国, 全市, 全盟.
WHOLE_AREA: Final = "全[国省市区县州盟旗]"


@cache
def _groups(name: str) -> dict[str, list[str]]:
    return {group: list(entry["words"]) for group, entry in contents(name).items()}


@cache
def words(group: str, table: str = "words") -> tuple[str, ...]:
    """The words of one group, as written in the file. A word may hold a regular expression.

    Raises:
        KeyError: no such group.
    """
    return tuple(_groups(table)[group])


@cache
def alternation(*groups: str, table: str = "words") -> str:
    """A regular expression for any word of the groups, the longest first."""
    return one_of(_longest_first(groups, table))


@cache
def opening(*groups: str, first: tuple[str, ...] = (), tail: str = "") -> Opening:
    """The words of groups to be looked for at a place: those of `first`, then the longest; `tail` follows each."""
    listed = (*first, *_longest_first(groups, "words"))
    return Opening(f"(?:{word}){tail}" if tail and "|" in word else word + tail for word in listed)


def _longest_first(groups: tuple[str, ...], table: str) -> list[str]:
    every = {word for group in groups for word in words(group, table)}
    return sorted(every, key=lambda word: (-len(word), word))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern in which `%group%` stands for any word of a group, `%a+b%` for any of several groups."""
    return re.compile(_expression(template))


@cache
def _expression(template: str) -> str:
    expression = _PLACE.sub(lambda match: alternation(*match[1].split("+")), template)
    # What must not stand before is better looked for where a word was found than at every character.
    return one_of([expression]) if expression.startswith("(?<") else expression


def closing(template: str, text: str, start: int, end: int) -> re.Match[str] | None:
    """The match of a template closed with `$` in `text[start:end]`, if there is one; that it ends with one of the
    signs that such a match may end with is looked at first.
    """
    signs = _closing_signs(template)
    if signs is not None and text[end - 1 : end] not in signs:
        return None
    return pattern(template).search(text, start, end)


@cache
def _closing_signs(template: str) -> frozenset[str] | None:
    return may_close(_expression(template))


@lru_cache(maxsize=256)
def may_hold(text: str, template: str) -> bool:
    """False where `text`, a sentence, lacks what no match of a template of `pattern` can do without.

    Kept for the sentence at hand: what is asked for each of its figures is searched for once.
    """
    wanted = _needed_of(template)
    return wanted is None or wanted.search(text) is not None


@cache
def _needed_of(template: str) -> re.Pattern[str] | None:
    # Not of the compiled pattern: a report whose sentences hold none of the words never needs that.
    return words_needed(_expression(template))


@cache
def words_needed(expression: str) -> re.Pattern[str] | None:
    """A quick pattern for the words of which every match of `expression` holds one; None where there are none such."""
    words_of_all = needed(expression)
    return re.compile(one_of(sorted(map(re.escape, words_of_all)))) if words_of_all else None
