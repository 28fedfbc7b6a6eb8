"""Headings of English reports that have no number: capitals alone show them, on a short line over what they head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from core.sections.lexicon import heading_words

if TYPE_CHECKING:
    from core.sections.paragraphs import Paragraph

#: The styles of such headings, the higher one first.
CAPITALS: Final = ("capitals", "title-case")
_LONGEST: Final = 80
_MOST_WORDS: Final = 12
#: A line no longer than this is no text that a heading stands over.
_SHORT: Final = 20
_ENDS: Final = re.compile(r"[.,;:!?)]$")
#: KEY ACHIEVEMENTS, 2023 IN REVIEW; no single short word (USA).
_ALL: Final = re.compile(r"(?=.*[A-Z]{4})[^a-z]{5,}")
_LETTER_FIRST: Final = re.compile(r"[A-Z\d]")
#: Major tasks for 2024: in small letters a line is a heading only between whole sentences.
_SENTENCE_CASE: Final = re.compile(r"[A-Z][\w’'-]*(?: +[\w’'&%/-]+){1,9}")
_CLOSED: Final = re.compile(r"[.!?:][”\"’)]*$")
#: So many of them at least prove one another.
_FEWEST: Final = 3


def capital_lines(
    taken: Mapping[int, object], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, str]:
    """The paragraphs of `text` that head by their capitals, outside of `taken`, with their style.

    Each stands over text that is longer than itself, or over a heading of the lower style; a style that occurs once
    proves nothing. A line in small letters may head where several do, each behind a whole sentence and over others.
    """
    styles = {index: style for index in text if index not in taken and (style := _style(paragraphs[index].words))}
    found: dict[int, str] = {}
    plain: list[int] = []
    before = -1
    for index, after in pairwise(text):
        style = styles.get(index)
        words, behind = paragraphs[index].words, paragraphs[after].words
        over_text = after not in styles and len(behind) > max(len(words), _SHORT)
        if style is not None:
            if over_text or after in taken or (style == CAPITALS[0] and styles.get(after) == CAPITALS[1]):
                found[index] = style
        elif index not in taken and _SENTENCE_CASE.fullmatch(words) and not heading_words().byline.search(words):
            begins = before < 0 or before in taken or _CLOSED.search(paragraphs[before].words) is not None
            if begins and ((over_text and _CLOSED.search(behind)) or after in taken):
                plain.append(index)
        before = index
    many = [style for style in CAPITALS if sum(one == style for one in found.values()) > 1]
    kept = {index: style for index, style in found.items() if style in many}
    if len(plain) + sum(style == CAPITALS[1] for style in found.values()) >= _FEWEST and len(plain) > 1:
        kept |= {index: CAPITALS[1] for index in (*plain, *found) if found.get(index) != CAPITALS[0]}
    return kept


def _style(words: str) -> str | None:
    plain = words.strip("* ")
    if not _LETTER_FIRST.match(plain) or len(plain) > _LONGEST or len(plain.split()) > _MOST_WORDS:
        return None
    if _ENDS.search(plain) or heading_words().byline.search(plain):
        return None
    if _ALL.fullmatch(plain):
        return CAPITALS[0]
    return CAPITALS[1] if heading_words().title_case.fullmatch(plain) else None
