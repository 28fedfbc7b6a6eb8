"""Words that are looked for at one place of a text, sorted by the sign that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.lexicon.choice import beginnings


class Opening:
    """Any of many words at a given place, the first that fits taken, as an alternation of them would.

    The engine tries the hundreds of words of an alternation one after the other, 2 to 3 µs at each place where none
    stands. Here one look at the sign that stands there leaves the few that begin with it, and these are compiled
    when a text first has that sign: never more patterns than there are first signs.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Words in their order; each may hold a regular expression that is not empty."""
        self._written: dict[str, dict[str, None]] = {}
        #: Words that may begin with any sign, each with those that it comes before.
        anywhere: dict[str, None] = {}
        for word in words:
            begins = beginnings(word)
            if begins is None:
                anywhere[word] = None
                for listed in self._written.values():
                    listed[word] = None
                continue
            for sign, rest in begins:
                listed = self._written.setdefault(sign, dict(anywhere))
                listed[re.escape(sign) + rest] = None
        self._anywhere = self._compiled(anywhere) if anywhere else None
        self._made: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The word that begins at `start` and ends at `end` or before, if there is one."""
        if start >= end:
            return None
        sign = text[start]
        pattern = self._made.get(sign)
        if pattern is None:
            listed = self._written.get(sign)
            if listed is None:
                return self._anywhere.match(text, start, end) if self._anywhere else None
            pattern = self._made[sign] = self._compiled(listed)
        return pattern.match(text, start, end)

    @staticmethod
    def _compiled(listed: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{word})" if "|" in word else word for word in listed))
