"""Our own words in exports, by key, from resources/templates/words.toml."""

from __future__ import annotations

from functools import cache

import resources
from core.vocabulary import Language


@cache
def _words() -> dict[str, dict[str, str]]:
    return resources.table(resources.path("templates", "words.toml"))


def word(key: str, language: Language, **params: str) -> str:
    """The words of `key`, its places filled.

    Raises:
        KeyError: no such key, or a place without a value.
    """
    return _words()[key][language].format(**params)


def all_words(language: Language) -> dict[str, str]:
    """Every key with its words unfilled, for the template."""
    return {key: entry[language] for key, entry in _words().items()}
