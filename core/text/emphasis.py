"""Marks of emphasis (**…**) that a Markdown file puts round words: they are no words of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.model import Span

_MARK: Final = "**"
# A mark behind a digit or a mark of its own (12.3**, ***) points to a note; a pair stands in one line.
_PAIR: Final = re.compile(r"(?<![\d*])\*\*(?![\s*])[^*\n\r]{1,400}(?<!\s)\*\*(?!\*)")


def emphasis(text: str) -> Iterator[Span]:
    """The marks themselves, in order: an opening and a closing one for each emphasised passage. Code points."""
    if _MARK not in text:
        return
    for pair in _PAIR.finditer(text):
        yield Span(pair.start(), pair.start() + len(_MARK))
        yield Span(pair.end() - len(_MARK), pair.end())


def on_one_line(words: str) -> str:
    """A quote for a row or a list: white space is one space, marks of emphasis are left out, also a lone one."""
    return " ".join(words.replace(_MARK, "").split() if _MARK in words else words.split())
