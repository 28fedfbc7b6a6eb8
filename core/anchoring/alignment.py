"""Two texts side by side: the runs of characters that both have, in their order.

Whole sentences that each text has once are matched first, then clauses inside what is left, then short strings, and
only the few characters between those are compared one by one. The first passes are linear, so the cost follows the
length of the text and not its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final

from core.values import dataclass

#: What a caller does to show progress or to stop, by raising; it gets the share done, 0 to 1.
Progress = Callable[[float], None]

_GRAINS: Final = (
    re.compile(r"[^。！？；!?;]*[。！？；!?;]+|[^。！？；!?;]+"),
    re.compile(r"[^，、,：:。；]*[，、,：:。；]+|[^，、,：:。；]+"),
)
_STRINGS = len(_GRAINS)
#: A shared string of this many characters is hardly chance.
SURE: Final = 8
#: Every so many characters of the old text a string is looked up in the new one.
_STRIDE = 3
#: The largest block, old characters times new ones, that is compared character by character.
_BLOCK = 400_000


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` characters from `old` on in the old text that stand in the new one from `new` on."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Behind its last character in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Behind its last character in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class _Block:
    old: int
    old_end: int
    new: int
    new_end: int
    grain: int


def aligned_runs(old: str, new: str, progress: Progress | None = None) -> tuple[Run, ...]:
    """What both texts have in one order, as runs that touch neither in the old text nor in the new one."""
    if old == new:
        return (Run(0, 0, len(old)),) if old else ()
    runs: list[Run] = []
    blocks = [_Block(0, len(old), 0, len(new), 0)]
    done, told = 0, 0.0
    while blocks:
        block = blocks.pop()
        if block.old == block.old_end or block.new == block.new_end:
            done += block.old_end - block.old
        elif block.grain > _STRINGS:
            runs.extend(_by_characters(old, new, block))
            done += block.old_end - block.old
        else:
            matched, rest = _split(old, new, block)
            runs.extend(matched)
            done += sum(run.length for run in matched)
            blocks.extend(rest)
        if progress and done - told > len(old) / 50:
            told = done
            progress(done / len(old))
    return tuple(_joined(sorted(runs)))


def _split(old: str, new: str, block: _Block) -> tuple[list[Run], list[_Block]]:
    """What is certain at this grain, and the blocks between; without anything certain, the block at the next grain."""
    if block.grain < _STRINGS:
        matched = _units(old, new, block, _GRAINS[block.grain])
    else:
        matched = _ends(old, new, block) or _strings(old, new, block)
    if not matched:
        return [], [_Block(block.old, block.old_end, block.new, block.new_end, block.grain + 1)]
    rest = []
    left_old, left_new = block.old, block.new
    for run in [*matched, Run(block.old_end, block.new_end, 0)]:
        if run.old > left_old or run.new > left_new:
            rest.append(_Block(left_old, run.old, left_new, run.new, block.grain))
        left_old, left_new = run.old_end, run.new_end
    return matched, rest


def _units(old: str, new: str, block: _Block, grain: re.Pattern[str]) -> list[Run]:
    """Sentences or clauses that both sides have once each, with the equal ones next to them."""
    before = [found.span() for found in grain.finditer(old, block.old, block.old_end)]
    after = [found.span() for found in grain.finditer(new, block.new, block.new_end)]
    left = [old[start:end] for start, end in before]
    right = [new[start:end] for start, end in after]
    there = _once(right)
    pairs = [(i, there[word]) for word, i in _once(left).items() if len(word) >= SURE and word in there]
    chosen = _ascending(sorted(pairs))
    kept: list[tuple[int, int]] = []
    low_old = low_new = 0
    for number, (i, j) in enumerate(chosen):
        i_next, j_next = chosen[number + 1] if number + 1 < len(chosen) else (len(left), len(right))
        first = i, j
        while first[0] > low_old and first[1] > low_new and left[first[0] - 1] == right[first[1] - 1]:
            first = first[0] - 1, first[1] - 1
        last = i + 1, j + 1
        while last[0] < i_next and last[1] < j_next and left[last[0]] == right[last[1]]:
            last = last[0] + 1, last[1] + 1
        kept.append(first)
        low_old, low_new = last
        kept.append(last)
    runs = []
    for (i, j), (k, _) in zip(kept[::2], kept[1::2], strict=True):
        start = before[i][0]
        runs.append(Run(start, after[j][0], before[k - 1][1] - start))
    return runs


def _once(words: list[str]) -> dict[str, int]:
    """The place of each word that stands there once."""
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which both members rise; the first members rise already."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            at.append(number)
        else:
            tails[place] = j
            at[place] = number
    chain = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _ends(old: str, new: str, block: _Block) -> list[Run]:
    """What both sides of a block begin and end with, where it is too long for chance."""
    left, right = old[block.old : block.old_end], new[block.new : block.new_end]
    runs = []
    head = shared(left, right)
    if head >= SURE:
        runs.append(Run(block.old, block.new, head))
    else:
        head = 0
    tail = shared(left[head:][::-1], right[head:][::-1])
    if tail >= SURE:
        runs.append(Run(block.old_end - tail, block.new_end - tail, tail))
    return runs


def shared(left: str, right: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(left), len(right))
    while high - low > 64:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    while low < high and left[low] == right[low]:
        low += 1
    return low


def _strings(old: str, new: str, block: _Block) -> list[Run]:
    """Strings of `SURE` characters that the new side has once and of which the old side's samples hold one."""
    samples = _once([old[i : i + SURE] for i in range(block.old, block.old_end - SURE + 1, _STRIDE)])
    seen: dict[str, int] = {}
    for j in range(block.new, block.new_end - SURE + 1):
        word = new[j : j + SURE]
        if word in samples:
            seen[word] = -1 if word in seen else j
    pairs = [(block.old + place * _STRIDE, seen[word]) for word, place in samples.items() if seen.get(word, -1) >= 0]
    runs: list[Run] = []
    low_old, low_new = block.old, block.new
    for i, j in _ascending(sorted(pairs)):
        if i < low_old or j < low_new:
            continue  # inside the run before, or across its end
        back = shared(old[low_old:i][::-1], new[low_new:j][::-1])
        run = Run(i - back, j - back, back + shared(old[i : block.old_end], new[j : block.new_end]))
        runs.append(run)
        low_old, low_new = run.old_end, run.new_end
    return runs


def _by_characters(old: str, new: str, block: _Block) -> Iterator[Run]:
    height, width = block.old_end - block.old, block.new_end - block.new
    if height * width > _BLOCK:
        return
    matcher = SequenceMatcher(None, old[block.old : block.old_end], new[block.new : block.new_end], autojunk=False)
    for found in matcher.get_matching_blocks():
        if found.size:
            yield Run(block.old + found.a, block.new + found.b, found.size)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """The runs, those that touch on both sides made one."""
    last: Run | None = None
    for run in runs:
        if last and last.old_end == run.old and last.new_end == run.new:
            last = Run(last.old, last.new, last.length + run.length)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
