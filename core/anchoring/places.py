"""Each place of the old text in the new one, and how sure that is.

A place is "ok" only if its words stand, unchanged, where the order of the text has them, in a sentence that is still
the same and has a neighbour that is, and nothing near could be meant instead. Everything else that is found is
"moved": somebody should look. What is not found, or found twice without a difference, is an "orphan"; no place is
guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, Literal

from core.anchoring.alignment import SURE, Progress, Run, aligned_runs
from core.anchoring.compact import Compact, same_words
from core.anchoring.elsewhere import LIKE, Elsewhere, Wanted
from core.model import Span
from core.model.review import AnchorState
from core.values import dataclass

#: Why a place has its state: the same; its sentence changed around it; its own words changed; it stands elsewhere; the
#: same words stand beside it a second time; not found.
How = Literal["same", "around", "changed", "elsewhere", "doubtful", "lost"]

_SENTENCE_END: Final = re.compile(r"[。！？；!?;\n]|\.(?=\s)")
#: How far a sentence is looked for, either side.
_REACH: Final = 200
#: The share of a sentence that has to stand for it to be the same one.
_SAME_SENTENCE: Final = 0.8
#: So many characters at either end may be typed otherwise; more than that is something else that stands there.
_TYPED: Final = 2
#: A few words alone say nothing where less than this share of their sentence stands.
_FEW_WORDS: Final = 12
_ANY_SENTENCE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a place of the old text is in the new one; empty, where it should have been, for an orphan."""

    span: Span
    how: How

    @property
    def state(self) -> AnchorState:
        """What the reviewer is told."""
        return "ok" if self.how == "same" else "orphan" if self.how == "lost" else "moved"


def similarity(left: str, right: str) -> float:
    """How alike two quotes are, 0 to 1, white space and the width of digits aside."""
    return SequenceMatcher(None, Compact(left).words, Compact(right).words, autojunk=False).ratio()


class Carrier:
    """Carries places from one text to another; the texts are aligned once.

    `progress` gets the share of the alignment that is done, 0 to 1, and stops it by raising.
    """

    def __init__(self, old: str, new: str, progress: Progress | None = None) -> None:
        self._old, self._new = Compact(old), Compact(new)
        self._runs = aligned_runs(self._old.words, self._new.words, progress)
        self._starts = [run.old for run in self._runs]
        self._strong = [number for number, run in enumerate(self._runs) if run.length >= SURE]

    def place(self, span: Span) -> Placed:
        """The place that a span of the old text has in the new one."""
        if self._old.text == self._new.text:
            return Placed(span, "same")
        start, end = self._old.inside(span.start, span.end)
        if start == end:
            return self._lost(start)
        number = self._run_at(start)
        if number is not None and end <= self._runs[number].old_end:
            how = self._judged(span, start, end, number)
            if how != "lost":
                shift = self._runs[number].new - self._runs[number].old
                there = self._in_text(span, start + shift, end + shift)
                same = same_words(span.quote(self._old.text), there.quote(self._new.text))
                return Placed(there, how if same else "changed")
        else:
            hull = self._slightly_changed(start, end)
            if hull is not None:
                return Placed(self._in_text(span, *hull), "changed")
        words = self._old.words
        wanted = Wanted(words[start:end], words[max(0, start - 32) : start], words[end : end + 32])
        found = self._left_over.find(wanted)
        return self._lost(start) if found is None else Placed(self._in_text(span, *found), "elsewhere")

    def seek(self, exact: str, prefix: str, suffix: str) -> Placed:
        """The place of words that had none in the old text, anywhere in the new one."""
        wanted = Wanted(Compact(exact).words, Compact(prefix).words, Compact(suffix).words)
        found = Elsewhere(self._new.words, [(0, len(self._new.words))]).find(wanted, exactly=True)
        return self._lost(0) if found is None else Placed(Span(*self._new.outside(*found)), "elsewhere")

    def _judged(self, span: Span, start: int, end: int, number: int) -> How:
        """How sure words are that stand as a whole in one run."""
        first, last = self._sentence(span, start, end)
        kept, others = self._kept(first, last, start, end, number)
        if end - start < _FEW_WORDS and others < _ANY_SENTENCE:
            return "lost"
        if self._has_rival(start, end, number):
            return "doubtful"
        return "same" if kept >= _SAME_SENTENCE and self._has_neighbour(first, last, number) else "around"

    def _sentence(self, span: Span, start: int, end: int) -> tuple[int, int]:
        """The sentence about a place, in the old words."""
        text = self._old.text
        left = max(0, span.start - _REACH)
        before = list(_SENTENCE_END.finditer(text, left, span.start))
        behind = _SENTENCE_END.search(text, max(span.start, span.end - 1), min(len(text), span.end + _REACH))
        first, last = self._old.inside(
            before[-1].end() if before else left, behind.end() if behind else min(len(text), span.end + _REACH)
        )
        return min(first, start), max(last, end)

    def _has_neighbour(self, first: int, last: int, number: int) -> bool:
        """Whether words beside the sentence stand beside it still: one that stands alone may have been moved."""
        shift = self._runs[number].new - self._runs[number].old
        ends = len(self._old.words), len(self._new.words)
        if (first == 0 and shift == 0) or (last == ends[0] and last + shift == ends[1]):
            return True
        low, high = first - 2 * SURE, last + 2 * SURE
        for other in self._runs[max(0, bisect_right(self._starts, low) - 1) : bisect_left(self._starts, high)]:
            before = min(first, other.old_end) - max(low, other.old)
            behind = min(high, other.old_end) - max(last, other.old)
            if max(before, behind) >= SURE // 2 and abs(other.new - other.old - shift) <= SURE:
                return True
        return False

    def _kept(self, first: int, last: int, start: int, end: int, number: int) -> tuple[float, float]:
        """The share of a sentence that stands near a place in it, with the place and without."""
        run = self._runs[number]
        near = SURE + (last - first) // 3
        kept = 0
        for other in self._runs[max(0, bisect_right(self._starts, first) - 1) : bisect_left(self._starts, last)]:
            if abs((other.new - other.old) - (run.new - run.old)) <= near:
                kept += max(0, min(last, other.old_end) - max(first, other.old))
        whole, own = last - first, end - start
        return kept / whole, (kept - own) / (whole - own) if whole > own else 1.0

    def _has_rival(self, start: int, end: int, number: int) -> bool:
        """Whether what changed beside the run could hold the place instead: all from there to the change, twice."""
        run = self._runs[number]
        at = bisect_left(self._strong, number)
        left = self._runs[self._strong[at - 1]] if at else Run(0, 0, 0)
        at = bisect_right(self._strong, number)
        right = self._runs[self._strong[at]] if at < len(self._strong) else self._end
        shift = run.new - run.old
        to_left = self._old.words[run.old : end]
        to_right = self._old.words[start : run.old_end]
        return (
            to_left in self._old.words[left.old_end : end - 1]
            or to_left in self._new.words[left.new_end : end + shift - 1]
            or to_right in self._old.words[start + 1 : right.old]
            or to_right in self._new.words[start + shift + 1 : right.new]
        )

    def _slightly_changed(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words stand of which a tenth at most, or one character, is other than before."""
        first = max(0, bisect_right(self._starts, start) - 1)
        inner = [run for run in self._runs[first : bisect_left(self._starts, end)] if run.old_end > start]
        hulls = [
            self._hull(inner[low:high], start, end)
            for low in (0, 1) for high in (len(inner), len(inner) - 1) if low < high
        ]  # fmt: skip
        if not hulls:
            return None
        same, low, high = max(hulls, key=lambda hull: hull[0] / (end - start + hull[2] - hull[1]))
        whole = end - start + high - low
        if 2 * same >= LIKE * whole:
            return low, high
        if whole - 2 * same <= 2 and same >= 2 and self._stands(start - 1, low - 1) and self._stands(end, high):
            return low, high
        return None

    def _hull(self, inner: list[Run], start: int, end: int) -> tuple[int, int, int]:
        """How many characters stand in these runs, and the new words from the first to the last."""
        first, last = inner[0], inner[-1]
        same = sum(min(end, run.old_end) - max(start, run.old) for run in inner)
        low = first.new + max(0, start - first.old)
        if 0 < first.old - start <= _TYPED:
            number = self._runs.index(first, bisect_left(self._starts, first.old))
            before = self._runs[number - 1].new_end if number else 0
            low = max(before, first.new - (first.old - start))
        high = last.new_end - max(0, last.old_end - end)
        if 0 < end - last.old_end <= _TYPED:
            number = self._runs.index(last, bisect_left(self._starts, last.old))
            behind = self._runs[number + 1].new if number + 1 < len(self._runs) else len(self._new.words)
            high = min(behind, last.new_end + end - last.old_end)
        return same, low, high

    def _stands(self, old: int, new: int) -> bool:
        """Whether the character is the one that the order of the text has there; at either end of the text it is."""
        if old < 0 or old >= len(self._old.words):
            return True
        number = self._run_at(old)
        return number is not None and self._runs[number].new + old - self._runs[number].old == new

    def _run_at(self, place: int) -> int | None:
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self._runs[number].old_end else None

    def _in_text(self, span: Span, start: int, end: int) -> Span:
        """The span of the new text, with the white space at the old one's ends if it is there too."""
        first, last = self._new.outside(start, end)
        quote = span.quote(self._old.text)
        lead = len(quote) - len(quote.lstrip())
        trail = len(quote) - len(quote.rstrip())
        if (lead or trail) and first >= lead and self._new.text[first - lead : last + trail] == quote:
            return Span(first - lead, last + trail)
        return Span(first, last)

    def _lost(self, start: int) -> Placed:
        number = bisect_right(self._starts, start) - 1
        place = 0
        if number >= 0:
            run = self._runs[number]
            place = min(run.new + start - run.old, run.new_end)
        return Placed(Span(*self._new.outside(place, place)), "lost")

    @property
    def _end(self) -> Run:
        return Run(len(self._old.words), len(self._new.words), 0)

    @cached_property
    def _left_over(self) -> Elsewhere:
        return Elsewhere(self._new.words, list(self._holes()))

    def _holes(self) -> Iterable[tuple[int, int]]:
        """The parts of the new words that the old text does not account for."""
        place = 0
        for run in [*(self._runs[number] for number in self._strong), self._end]:
            if run.new > place:
                yield place, run.new
            place = run.new_end
