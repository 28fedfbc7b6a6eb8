"""Paragraphs that repeat an earlier one: equal, contained in it, or nearly alike. Cost grows with the text only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import Final

#: Shorter paragraphs repeat by chance (各位代表！).
SHORTEST: Final = 20
_GRAM: Final = 12
_ALIKE: Final = 0.8
#: A piece that stands in more places than this says nothing about where a paragraph was copied from.
_COMMON: Final = 8
#: A row of a table has no marks of a sentence, or is made of figures: it repeats by nature.
_PROSE: Final = re.compile(r"[。！？；，]|[a-z][.,;!?]")
_FIGURES: Final = re.compile(r"[0-9|\t][0-9|\t]*")
_DIGITS: Final = re.compile(r"[\d.][\d.]*")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z]*")
#: By the low byte of a character: whether a piece that begins with it is sampled.
_SAMPLED: Final = bytes(code % 4 == 0 for code in range(256))


def repeats(paragraphs: Sequence[str]) -> list[int | None]:
    """For each paragraph the index of the earlier one that it repeats, if any: 80 % of its pieces stand there.

    Short paragraphs and rows of tables repeat nothing by themselves, only beside a copy. Pieces of twelve characters
    are sampled by what they begin with, so that a copy yields the same sample wherever it starts.
    """
    known: dict[str, tuple[int, ...]] = {}
    whole: dict[str, int] = {}
    origins: list[int | None] = []
    for index, words in enumerate(paragraphs):
        if not _counts(words):
            origins.append(None)
            continue
        sample = _sample(words)
        shared = sample & known.keys()
        origin = whole.get(words)
        if origin is None:
            origin = _one_place(shared, len(sample), known)
        # What differs in its figures is another statement, however alike its words are.
        alike = origin is not None and _figures(words) in _figures(paragraphs[origin])
        origins.append(origin if alike else None)
        whole.setdefault(words, index)
        here = (index,)
        again = [(piece, known[piece]) for piece in shared]
        # Nearly all pieces are new ones and entered at once, in a third of the time of one by one.
        known.update(dict.fromkeys(sample, here))
        for piece, places in again:
            known[piece] = places + here if len(places) < _COMMON else places
    if any(origin is not None for origin in origins):
        _with_neighbours(paragraphs, origins)
        _with_neighbours(paragraphs, origins, -1)
    return origins


def _with_neighbours(paragraphs: Sequence[str], origins: list[int | None], step: int = 1) -> None:
    """Take what stands beside a copy as copied, however short, where the same words stand beside the original."""
    printed = [index for index, words in enumerate(paragraphs) if words][::step]
    following = dict(pairwise(printed))
    for index, beside in pairwise(printed):
        origin = origins[index]
        if origin is not None and origins[beside] is None:
            same = following.get(origin)
            if same is not None and same < beside and paragraphs[same] == paragraphs[beside]:
                origins[beside] = same


def _counts(words: str) -> bool:
    """Whether a paragraph is long prose: Latin script needs three letters for what Han says in one."""
    if len(words) < SHORTEST or _PROSE.search(words) is None:
        return False
    if 3 * _signs(_FIGURES, words) > len(words):
        return False
    return len(words) >= 3 * SHORTEST or 2 * _signs(_LATIN, words) <= len(words)


def _signs(kind: re.Pattern[str], words: str) -> int:
    return len("".join(kind.findall(words)))


def _figures(words: str) -> str:
    return "".join(_DIGITS.findall(words))


def _sample(words: str) -> set[str]:
    low_bytes = words.encode("utf-32-le", "surrogatepass")[::4]
    chosen = compress(range(len(words) - _GRAM + 1), low_bytes.translate(_SAMPLED))
    return {words[at : at + _GRAM] for at in chosen}


def _one_place(shared: set[str], count: int, known: dict[str, tuple[int, ...]]) -> int | None:
    """The paragraph in which most of a sample of `count` pieces stands, if it is enough; `shared` stand anywhere."""
    if count < 3 or len(shared) < _ALIKE * count:
        return None
    places = Counter(place for piece in shared for place in known[piece])
    best = max(places, key=lambda place: (places[place], -place))
    return best if places[best] >= _ALIKE * count else None
