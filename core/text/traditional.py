"""Reports of Hong Kong, Macau and Taiwan in the signs that the rules are written in, one for one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import resources

#: Frequent signs, one of which stands in nearly every traditional sentence and none in a simplified one.
_TELLING: Final = re.compile(
    "[個為爲經業發國與會應該對長產産將數資團開關時動總億萬後於較約達這來過還進學實現當從體務處衛專點價]"
)


def simplified(text: str) -> str:
    """The text with simplified signs for traditional ones, as long as it was; unchanged where it has none."""
    return text.translate(_table()) if _is_traditional(text) else text


def as_printed(words: str, text: str) -> str:
    """Words of the simplified view in the signs of the passage `text` that they were read in."""
    if not _is_traditional(text):
        return words
    table = _table()
    return words.translate({ord(table[ord(sign)]): sign for sign in text if ord(sign) in table})


@lru_cache(maxsize=4)
def _is_traditional(text: str) -> bool:
    return _TELLING.search(text) is not None


@cache
def _table() -> dict[int, str]:
    lines = resources.path("lexicon", "traditional.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    return {
        ord(sign): other
        for printed, meant in zip(rows[::2], rows[1::2], strict=True)
        for sign, other in zip(printed, meant, strict=True)
    }
