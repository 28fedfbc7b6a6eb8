"""Paragraphs that repeat an earlier one: equal, contained in it, or nearly alike. Cost grows with the text only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

#: Shorter paragraphs repeat by chance (各位代表！).
SHORTEST: Final = 20
_GRAM: Final = 12
_ALIKE: Final = 0.8
#: A piece that stands in more places than this says nothing about where a paragraph was copied from.
_COMMON: Final = 8


def repeated(paragraphs: Sequence[str]) -> list[bool]:
    """For each paragraph whether it repeats an earlier one: at least 80 % of its pieces stand in one of them.

    Pieces of twelve characters are sampled by what they begin with, so that a copy yields the same sample wherever
    it starts.
    """
    known: dict[str, list[int]] = {}
    whole: dict[str, int] = {}
    flags = []
    for index, words in enumerate(paragraphs):
        if len(words) < SHORTEST:
            flags.append(False)
            continue
        sample = _sample(words)
        flags.append(words in whole or _from_one_place(sample, known))
        whole.setdefault(words, index)
        for gram in sample:
            places = known.setdefault(gram, [])
            if len(places) < _COMMON:
                places.append(index)
    return flags


def _sample(words: str) -> set[str]:
    return {words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1) if ord(words[at]) % 4 == 0}


def _from_one_place(sample: set[str], known: dict[str, list[int]]) -> bool:
    if len(sample) < 3:
        return False
    places = Counter(place for gram in sample for place in known.get(gram, ()))
    return bool(places) and max(places.values()) >= _ALIKE * len(sample)
