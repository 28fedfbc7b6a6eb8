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


def capital_lines(
    taken: Mapping[int, object], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, str]:
    """The paragraphs of `text` that head by their capitals, outside of `taken`, with their style.

    Each stands over text that is longer than itself, or over a heading of the lower style; a style that occurs once
    proves nothing.
    """
    styles = {index: style for index in text if index not in taken and (style := _style(paragraphs[index].words))}
    found: dict[int, str] = {}
    for index, after in pairwise(text):
        style = styles.get(index)
        if style is None:
            continue
        over_text = after not in styles and len(paragraphs[after].words) > max(len(paragraphs[index].words), _SHORT)
        if over_text or after in taken or (style == CAPITALS[0] and styles.get(after) == CAPITALS[1]):
            found[index] = style
    many = [style for style in CAPITALS if sum(one == style for one in found.values()) > 1]
    return {index: style for index, style in found.items() if style in many}


def _style(words: str) -> str | None:
    plain = words.strip("* ")
    if not _LETTER_FIRST.match(plain) or len(plain) > _LONGEST or len(plain.split()) > _MOST_WORDS:
        return None
    if _ENDS.search(plain) or heading_words().byline.search(plain):
        return None
    if _ALL.fullmatch(plain):
        return CAPITALS[0]
    return CAPITALS[1] if heading_words().title_case.fullmatch(plain) else None
