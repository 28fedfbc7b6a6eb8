"""A report between reading and extraction: its text cut into sections and sentences, nothing measured yet."""

from __future__ import annotations

from typing import Literal

from core.model.layout import Table
from core.model.report import Section, SectionRole
from core.model.spans import Span
from core.values import dataclass

BlockKind = Literal["title", "byline", "heading", "body", "table", "noise", "empty"]


@dataclass(frozen=True, slots=True)
class Block:
    """One printed paragraph: a line, or hard-wrapped lines that belong together."""

    span: Span
    kind: BlockKind
    section: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its closing mark, wherever its line breaks fall.

    `breaks` are the white-space runs inside `span` that only a page layout put there; skipping them gives the
    sentence as it was written. `duplicate` is True in a block that repeats an earlier one: its figures are not
    counted again.
    """

    span: Span
    section: str | None
    breaks: tuple[Span, ...] = ()
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The report's structure. `view` has the length of `text`: full-width digits and signs folded for matching.

    `year` is the year of the results, `target_year` that of the plan, `plan_since` the first of a plan of several
    years, `told_since` that of one that is looked back on; None when the text does not say. `turn` is where a text
    whose headings do not part the two turns from the one to the other. `tables` are those of the file's layout; their
    lines hold no sentences.
    """

    text: str
    view: str
    language: str
    title: str | None
    title_span: Span | None
    year: int | None
    target_year: int | None
    place: str | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    noise: tuple[Span, ...]
    breaks: tuple[Span, ...]
    turn: int | None = None
    tables: tuple[Table, ...] = ()
    plan_since: int | None = None
    told_since: int | None = None

    @property
    def tells_only(self) -> bool:
        """Whether the text is about a year that is over and plans none."""
        return self.year is not None and self.target_year is None

    def role_at(self, position: int) -> SectionRole:
        """The role of words outside of all sections: what the turn says, if the text has one."""
        if self.turn is None:
            return "other"
        return "results" if position < self.turn else "tasks"

    def section(self, key: str | None) -> Section | None:
        """The section with the id `key`, None if there is none."""
        return next((section for section in self.sections if section.id == key), None)
