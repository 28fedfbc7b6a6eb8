"""Which of many expressions a text holds: one look at its signs tells for all of them what may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final

from core.lexicon.choice import alternatives, is_plain, needed, to_be_found

#: A sentence is asked about again and again, as are its parts and what is said in them.
_KEPT: Final = 64
#: The bytes of two signs side by side.
_PAIR: Final = 4
_ENCODING: Final = "utf-16-le"
#: So many words are sooner looked for one by one than what is made of them.
_FEW_WORDS: Final = 3

#: Whether something is found in a text.
Test = Callable[[str], bool]


class Presence:
    """Named expressions, asked whether they are found in texts.

    The rules of claims ask twenty times of every sentence whether one of dozens of ways to say something stands in it;
    nearly always none does. Each way needs a word (`needed`) and each word begins with a pair of signs: a text's pairs
    are looked up once for all expressions, and only the ways whose pair stands there are searched for, or compiled.
    """

    def __init__(self, written: Mapping[str, str]) -> None:
        """Expressions by name. Each of their alternatives is one bit of the numbers kept here."""
        self._parts: list[str] = []
        #: The words of which each alternative needs one.
        self._needed: list[tuple[str, ...]] = []
        self._made: dict[int, Test] = {}
        #: The alternatives that need a word by the pair that it begins with, its bytes as one number; those that need
        #: a single sign; those of which nothing can be told.
        self._pairs: dict[int, int] = {}
        self._signs: dict[str, int] = {}
        self._always = 0
        self._bits = {name: sum(map(self._enter, alternatives(each))) for name, each in written.items()}
        self._known_pairs = frozenset(self._pairs)
        self._known_signs = re.compile(f"[{re.escape(''.join(self._signs))}]" if self._signs else "(?!)")
        self._held = lru_cache(maxsize=_KEPT)(self._look)

    def _enter(self, part: str) -> int:
        bit = 1 << len(self._parts)
        self._parts.append(part)
        words = needed(part)
        self._needed.append(words)
        for word in words:
            if len(word) == 1:
                self._signs[word] = self._signs.get(word, 0) | bit
            else:
                pair = int.from_bytes(word[:2].encode(_ENCODING)[:_PAIR], "little")
                self._pairs[pair] = self._pairs.get(pair, 0) | bit
        if not words:
            self._always |= bit
        return bit

    def _look(self, text: str) -> int:
        """The alternatives that may stand in a text."""
        signs = memoryview(text.encode(_ENCODING, "surrogatepass"))
        held, bits = self._always, self._pairs
        # All pairs as numbers: those that begin at the first, third … sign and those that begin at the second, fourth.
        for begun in (signs, signs[_PAIR // 2 :]):
            for pair in self._known_pairs.intersection(begun[: len(begun) & -_PAIR].cast("I")):
                held |= bits[pair]
        for sign in self._known_signs.findall(text):
            held |= self._signs[sign]
        return held

    def bits_of(self, names: Iterable[str]) -> int:
        """All alternatives of several expressions, to ask for them at once."""
        bits = 0
        for name in names:
            bits |= self._bits[name]
        return bits

    def may_be(self, name: str, text: str) -> bool:
        """False where `text` lacks what every match of an expression needs."""
        return bool(self._held(text) & self._bits[name])

    def found(self, name: str, text: str) -> bool:
        """Whether an expression is found anywhere in `text`."""
        left = self._held(text) & self._bits[name]
        # Nearly every answer is this one, of fifteen that are asked for with each sentence.
        return left != 0 and self._searched(text, left)

    def holds(self, text: str, bits: int) -> bool:
        """Whether one of the alternatives `bits` is found anywhere in `text`."""
        left = self._held(text) & bits
        return left != 0 and self._searched(text, left)

    def _searched(self, text: str, left: int) -> bool:
        while left:
            bit = left & -left
            if (self._made.get(bit) or self._test(bit))(text):
                return True
            left ^= bit
        return False

    def left(self, text: str, bits: int) -> list[Test]:
        """Tests for those of the alternatives `bits` that may be found in `text` or in a part of it."""
        left = self._held(text) & bits
        found = []
        while left:
            bit = left & -left
            found.append(self._made.get(bit) or self._test(bit))
            left ^= bit
        return found

    def _test(self, bit: int) -> Test:
        index = bit.bit_length() - 1
        made = self._made[bit] = _test_of(self._parts[index], self._needed[index])
        return made


def _test_of(part: str, words: tuple[str, ...]) -> Test:
    """Whether one alternative is found in a text, the cheapest way to know first."""
    if is_plain(part):
        return lambda text: part in text
    pattern = re.compile(to_be_found(part))
    # What begins the text is looked for nowhere else.
    search = pattern.match if part.startswith("^") else pattern.search
    if not words or len(words) > _FEW_WORDS:
        return lambda text: search(text) is not None
    if len(words) == 1:
        (word,) = words
        return lambda text: word in text and search(text) is not None
    return lambda text: any(word in text for word in words) and search(text) is not None
