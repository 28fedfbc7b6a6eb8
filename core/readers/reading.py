"""What a reader hands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.model import Source, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read: its bytes, untouched, and the text that all spans will point into.

    `pages` holds one span for each page of a PDF, end to end over the text; empty where the format has no pages.
    """

    data: bytes = field(repr=False)
    text: str = field(repr=False)
    source: Source
    pages: tuple[Span, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The number of the page (from 1) that holds a place in the text, None where there are no pages."""
        return next((number for number, page in enumerate(self.pages, 1) if offset < page.end), None)
