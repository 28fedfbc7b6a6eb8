"""A heading as it is found: which words of which paragraph, and where its style places it."""

from __future__ import annotations

from core.model.records import record


@record
class Heading:
    """One heading: the first `end` characters of the paragraph `index`, of which `words` are its own.

    `style` and `rank` place it in the tree; `number` is its ordinal. `run_in` headings are followed by their text in
    the same paragraph.
    """

    index: int
    style: str
    rank: int | None
    number: int | None
    end: int
    words: str
    run_in: bool = False
