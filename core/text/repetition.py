"""Paragraphs that repeat an earlier one: equal, contained in it, or nearly alike. Cost grows with the text only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

#: Shorter paragraphs repeat by chance (各位代表！).
SHORTEST: Final = 20
_GRAM: Final = 12
_ALIKE: Final = 0.8
#: A piece that stands in more places than this says nothing about where a paragraph was copied from.
_COMMON: Final = 8
#: A row of a table has no marks of a sentence, or is made of figures: it repeats by nature.
_PROSE: Final = re.compile(r"[。！？；，]|[a-z][.,;!?]")
_FIGURE: Final = re.compile(r"[\d|\t]")
_DIGIT: Final = re.compile(r"[\d.]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def repeats(paragraphs: Sequence[str]) -> list[int | None]:
    """For each paragraph the index of the earlier one that it repeats, if any: 80 % of its pieces stand there.

    Short paragraphs and rows of tables repeat nothing. Pieces of twelve characters are sampled by what they begin
    with, so that a copy yields the same sample wherever it starts.
    """
    known: dict[str, list[int]] = {}
    whole: dict[str, int] = {}
    origins: list[int | None] = []
    for index, words in enumerate(paragraphs):
        if not _counts(words):
            origins.append(None)
            continue
        sample = _sample(words)
        origin = whole.get(words, _one_place(sample, known))
        # What differs in its figures is another statement, however alike its words are.
        alike = origin is not None and _figures(words) in _figures(paragraphs[origin])
        origins.append(origin if alike else None)
        whole.setdefault(words, index)
        for gram in sample:
            places = known.setdefault(gram, [])
            if len(places) < _COMMON:
                places.append(index)
    return origins


def _counts(words: str) -> bool:
    """Whether a paragraph is long prose: Latin script needs three letters for what Han says in one."""
    letters = len(_LATIN.findall(words))
    return (
        len(words) >= (3 * SHORTEST if 2 * letters > len(words) else SHORTEST)
        and _PROSE.search(words) is not None
        and 3 * len(_FIGURE.findall(words)) <= len(words)
    )


def _figures(words: str) -> str:
    return "".join(_DIGIT.findall(words))


def _sample(words: str) -> set[str]:
    return {words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1) if ord(words[at]) % 4 == 0}


def _one_place(sample: set[str], known: dict[str, list[int]]) -> int | None:
    """The paragraph in which most of the sample stands, if it is enough of it."""
    if len(sample) < 3:
        return None
    places = Counter(place for gram in sample for place in known.get(gram, ()))
    best = max(places, key=lambda place: (places[place], -place), default=None)
    return best if best is not None and places[best] >= _ALIKE * len(sample) else None
