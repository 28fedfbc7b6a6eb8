"""Where words stand in a text, whatever the width of its signs and their case."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from core.model.spans import Span

_WIDE: Final = ord("！") - ord("!")


def matches(text: str, words: str, *, wrapped: bool) -> list[Span]:
    """Every place of `words` in a text, full-width or half-width, in either case.

    With `wrapped` white space may stand anywhere inside, for a report whose lines are broken within words.
    """
    words = words.strip()
    return [Span(*found.span()) for found in _pattern(words, wrapped).finditer(text)] if words else []


@lru_cache(maxsize=8)  # a search asks each claim for the same words
def _pattern(words: str, wrapped: bool) -> re.Pattern[str]:
    signs = (_either(sign) for sign in words)
    return re.compile((r"\s*" if wrapped else "").join(signs), re.IGNORECASE)


def _either(sign: str) -> str:
    """A sign in its half-width or its full-width form; any white space for a space."""
    if sign.isspace():
        return r"\s+"
    code = ord(sign)
    if "!" <= sign <= "~":
        return f"[{re.escape(sign)}{re.escape(chr(code + _WIDE))}]"
    if "！" <= sign <= "～":
        return f"[{re.escape(sign)}{re.escape(chr(code - _WIDE))}]"
    return re.escape(sign)
