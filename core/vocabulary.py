"""The field's words in both languages, read from resources/vocabulary.toml."""

from __future__ import annotations

from functools import cache
from typing import Literal

import resources

Language = Literal["zh", "en"]


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return resources.table(resources.path("vocabulary.toml"))


def label(group: str, key: str, language: Language) -> str:
    """The word for one key of a group: `label("veracity", "supported", "zh")` is 属实.

    Raises:
        KeyError: no such group or key.
    """
    return _words()[group][key][language]


def attribute(group: str, key: str, name: str) -> str:
    """Another field of an entry, such as a stance's `sign` or a kind of evidence's starting `grade`; "" if none."""
    return _words()[group][key].get(name, "")


def bound_sign(bound: str, language: Language) -> str:
    """What stands before a bounded value, such as ≥ or 约 (≈ in English); "" for an exact one."""
    return attribute("bound", bound, f"sign_{language}") or attribute("bound", bound, "sign")


def keys(group: str) -> tuple[str, ...]:
    """The keys of a group in their printed order."""
    return tuple(_words()[group])
