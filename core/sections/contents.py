"""Tables of contents: which lines they are, and which lines of the text they prove to be headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from core.sections.heading import Heading
from core.sections.lexicon import context_words, heading_words
from core.sections.marks import mark_of
from core.sections.paragraphs import Paragraph

#: So many lines at most are looked through for the end of a table of contents.
_LONGEST_CONTENTS: Final = 400
#: No line of text that a table lists is longer.
_LONGEST: Final = 60
_SHORTEST: Final = 4
#: A subtitle that a table prints with its heading and the text on a line of its own.
_SUBTITLE: Final = "——"


def find_contents(
    marked: Mapping[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> frozenset[int]:
    """A table of contents: two and more headings in a row that all stand again further on, and its own label.

    Behind a label it goes on to the place where its first line stands again, if only short lines lie between.
    """
    label = heading_words().contents
    printed = {index: re.sub(r"\s+", "", paragraphs[index].words.strip("*#")) for index in marked}
    last_place = {words: index for index, words in sorted(printed.items())}
    found: list[int] = []
    run: list[int] = []
    for index in (*text, -1):
        again = index in marked and not marked[index].run_in and last_place[printed[index]] > index
        if again:
            run.append(index)
            continue
        # The last heading of the run heads the text that follows, unless it stands again.
        if len(run) >= 2:
            found += run
        run = []
        if index >= 0 and label.fullmatch(paragraphs[index].words.strip("*# ")):
            found += _listed(text, bisect_left(text, index), paragraphs)
    return frozenset(found)


def listed_headings(
    contents: Collection[int], marked: Mapping[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, Heading]:
    """The lines without a mark that a table of contents lists: parts of the text, whatever they say."""
    entries = {_entry(paragraphs[index].words) for index in contents}
    entries |= {entry.partition(_SUBTITLE)[0] for entry in entries}
    found: dict[int, Heading] = {}
    for index in text if entries else ():
        words = paragraphs[index].words
        if index in contents or index in marked or not _SHORTEST <= len(words) <= _LONGEST:
            continue
        if _entry(words) in entries and mark_of(words) is None:
            found[index] = Heading(index, "part", None, None, len(words), words.strip("* "))
    return found if len(found) > 1 else {}


def _listed(text: Sequence[int], at: int, paragraphs: Sequence[Paragraph]) -> Sequence[int]:
    """The label of a table of contents, the position `at` in `text`, with all that it heads."""
    first = _entry(paragraphs[text[at + 1]].words) if at + 1 < len(text) else ""
    titled: int | None = None
    for position in range(at + 2, min(at + _LONGEST_CONTENTS, len(text))):
        words = paragraphs[text[position]].words
        titled = titled or (position if _names_document(words) else None)
        if first and _entry(words) == first:
            return text[at : titled or position]
        if words.endswith("。") or len(words) > 2 * _LONGEST:
            again = titled and any(_entry(paragraphs[index].words) == first for index in text[position:])
            return text[at:titled] if first and again else text[at : at + 1]
    return text[at : at + 1]


def _names_document(words: str) -> bool:
    """Whether a line between entries is the title of the document, printed behind its table of contents."""
    return mark_of(words) is None and context_words().title_word.search(words) is not None


def _entry(words: str) -> str:
    """An entry without blanks, its number in the table and its page."""
    return re.sub(r"^\d{1,2}[.、](?!\d(?!\d{3}))|[.…·]*\d*$", "", re.sub(r"\s+", "", words.strip("*#- ")))
