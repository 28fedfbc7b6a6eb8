"""Whole sentences for people, in both languages, by stable key; and the errors that carry them.

The words are in resources/messages/*.toml: one table a key with `zh` and `en`, places named in braces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import resources
from core.vocabulary import Language

if TYPE_CHECKING:
    from core.model import Finding


_SINGLE: Final = re.compile("‘([^‘’]*)’")
_TO_SINGLE: Final = str.maketrans("“”", "‘’")


@cache
def _table(name: str) -> dict[str, dict[str, str]]:
    return resources.table(resources.path("messages", f"{name}.toml"))


def message(table: str, key: str, language: Language, **params: str) -> str:
    """The sentence of `key`, its places filled.

    Raises:
        KeyError: no such key, or a place without a value.
    """
    return _table(table)[key][language].format(**params)


def finding_message(finding: Finding, language: Language) -> str:
    """What the check asks, as a sentence; the check's id alone where the catalogue has no sentence for it."""
    try:
        sentence = _table("checks")[finding.check][language]
        params = {
            key: within(paired(words)) if f"“{{{key}}}" in sentence else paired(words)
            for key, words in finding.params.items()
        }
        return sentence.format(**params)
    except (KeyError, FileNotFoundError):
        return finding.check


def paired(words: str) -> str:
    """Words without the quotes that have no partner among them: those of the sentence around them would seem to be.

    >>> paired("全省率先”"), paired("平台“高速贷"), paired("“双招双引”成效")
    ('全省率先', '平台高速贷', '“双招双引”成效')
    """
    kept: list[str] = []
    opened: list[int] = []
    for sign in words:
        if sign == "”":
            if not opened:
                continue
            opened.pop()
        elif sign == "“":
            opened.append(len(kept))
        kept.append(sign)
    return "".join(sign for place, sign in enumerate(kept) if place not in opened)


def within(words: str) -> str:
    """Words for a place between “ and ”: their own quotes become single ones, and those within these double again.

    >>> within("落实“四大行动”"), within("“推进‘一网通办’改革”"), within("the city’s “first” road")
    ('落实‘四大行动’', '‘推进“一网通办”改革’', 'the city’s ‘first’ road')
    """
    parts = _SINGLE.split(words)  # what is in single quotes stands at the odd places
    return "".join(
        f"“{part}”" if place % 2 else part.translate(_TO_SINGLE) for place, part in enumerate(parts)
    )


def check_name(check: str, language: Language) -> str:
    """The check's short name, its id where it has none."""
    return _table("checks").get(check, {}).get(f"name_{language}", check)


class PolicyReviewError(Exception):
    """Something a person can be told, and can do something about.

    `key` names the sentence in resources/messages/errors.toml; `params` fill its places. str() is English.
    """

    def __init__(self, key: str, **params: str) -> None:
        self.key = key
        self.params = params
        super().__init__(message("errors", key, "en", **params))

    def sentence(self, language: Language) -> str:
        """What happened and what to do, in one sentence."""
        return message("errors", self.key, language, **self.params)
