"""What a reader is asked and what it hands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from core.model import Source, Span
from core.model.layout import Layout
from core.model.particulars import Years
from core.values import dataclass

#: Told the share done, 0 to 1; what it raises ends the reading and reaches the caller.
Progress = Callable[[float], None]


def no_progress(_share: float) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person decided about the reading of a file before a project is made of it.

    `encoding` overrules the detected one; `password` opens an encrypted file and is kept nowhere. `put_back` are the
    ids of `Layout.left_out` that are text after all. `as_text` and `as_furniture` overrule, line by line, what the
    structure takes for furniture inside the text, and `years` the years that it makes out. `recognise`
    asks for text recognition where there are only pictures.
    """

    encoding: str | None = None
    password: str | None = field(default=None, repr=False)
    put_back: frozenset[str] = frozenset()
    as_text: tuple[Span, ...] = ()
    as_furniture: tuple[Span, ...] = ()
    recognise: bool = False
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read: its bytes, untouched, and the text that all spans will point into."""

    data: bytes = field(repr=False)
    text: str = field(repr=False)
    source: Source
    layout: Layout = field(default_factory=Layout)
    options: ReadingOptions = field(default_factory=ReadingOptions)


@dataclass(frozen=True, slots=True)
class Words:
    """What one format's reader finds: the text, its encoding where the format has one, and its layout."""

    text: str
    encoding: str | None = None
    layout: Layout = field(default_factory=Layout)


#: Reads the bytes of a file with a name. Raises PolicyReviewError for what it cannot read.
Reader = Callable[[bytes, str, ReadingOptions, Progress], Words]
