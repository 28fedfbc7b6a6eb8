"""Words that are not where they were: looked for in what a text has anew, to the letter first, then nearly so."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from typing import Final

from core.anchoring.alignment import shared
from core.values import dataclass

#: From here on two quotes are alike (handbook, Anchor).
LIKE: Final = 0.9
#: Words as short as this need words beside them that stand too, this many characters.
_SHORT: Final = 12
_BESIDE: Final = 6
#: By how much the best place must be better than the next one.
_MARGIN_BESIDE: Final = 4
_MARGIN_LIKE: Final = 0.03
#: More places than this are not told apart.
_MANY: Final = 16
_STRING: Final = 4
_CONTEXT: Final = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote with what stood before and behind it, all without white space."""

    words: str
    before: str
    behind: str


class Elsewhere:
    """The parts of a text in which something may be found that was elsewhere before."""

    def __init__(self, words: str, parts: Sequence[tuple[int, int]]) -> None:
        self._words = words
        self._parts = parts
        self._joined = "\n".join(words[start:end] for start, end in parts)  # no words hold a line break
        self._starts = [0, *accumulate(end - start + 1 for start, end in parts)]

    def find(self, wanted: Wanted, *, exactly: bool = False) -> tuple[int, int] | None:
        """The one place of the quote, or of words that are nearly it; None if there is none or more than one."""
        places = list(self._to_the_letter(wanted.words))
        if len(places) > _MANY:
            return None
        if places:
            return self._by_context(wanted, places)
        if exactly or len(wanted.words) < _SHORT:
            return None
        return self._nearly(wanted)

    def _to_the_letter(self, words: str) -> Iterator[tuple[int, int]]:
        place = self._joined.find(words) if words else -1
        for _ in range(_MANY + 1):
            if place < 0:
                return
            part = bisect_right(self._starts, place) - 1
            start = self._parts[part][0] + place - self._starts[part]
            yield start, start + len(words)
            place = self._joined.find(words, place + 1)

    def _by_context(self, wanted: Wanted, places: list[tuple[int, int]]) -> tuple[int, int] | None:
        ranked = sorted(((self._beside(wanted, *place), place) for place in places), reverse=True)
        best, place = ranked[0]
        if best < _BESIDE and len(wanted.words) < _SHORT:
            return None
        if len(ranked) > 1 and best - ranked[1][0] < _MARGIN_BESIDE:
            return None
        return place

    def _beside(self, wanted: Wanted, start: int, end: int) -> int:
        """How many characters next to the place are those that stood next to the quote."""
        before = self._words[max(0, start - _CONTEXT) : start]
        behind = self._words[end : end + _CONTEXT]
        return shared(before[::-1], wanted.before[::-1]) + shared(behind, wanted.behind)

    def _nearly(self, wanted: Wanted) -> tuple[int, int] | None:
        size = len(wanted.words)
        votes: Counter[int] = Counter()
        for i in range(size - _STRING + 1):
            places = self._strings.get(wanted.words[i : i + _STRING], ())
            if len(places) <= _MANY:
                votes.update((place - i) // _SHORT for place in places)
        ranked: list[tuple[float, int, int]] = []
        for bucket, count in votes.most_common(4):
            if count * 3 < size - _STRING + 1:
                break
            start = max(0, bucket * _SHORT - _SHORT)
            end = min(len(self._words), bucket * _SHORT + size + 2 * _SHORT)
            like, low, high = _best_part(wanted.words, self._words[start:end])
            if like >= LIKE and all(start + low >= other[2] or start + high <= other[1] for other in ranked):
                ranked.append((like, start + low, start + high))
        ranked.sort(reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN_LIKE):
            return None
        return ranked[0][1:]

    @cached_property
    def _strings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for start, end in self._parts:
            for place in range(start, end - _STRING + 1):
                found.setdefault(self._words[place : place + _STRING], []).append(place)
        return found


def _best_part(words: str, window: str) -> tuple[float, int, int]:
    """The part of the window that is most like the words, and how much, 0 to 1."""
    matcher = SequenceMatcher(None, words, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    best = (0.0, 0, 0)
    for first in range(min(3, len(blocks))):
        for last in range(len(blocks), max(first, len(blocks) - 3), -1):
            inner = blocks[first:last]
            low = max(0, inner[0].b - inner[0].a)
            high = min(len(window), inner[-1].b + len(words) - inner[-1].a)
            # an end of the words that was changed is as long as it was, unless the order has no room for it
            same = sum(block.size for block in inner)
            best = max(best, (2 * same / (len(words) + high - low), low, high))
    return best
