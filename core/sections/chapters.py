"""Chapters of a yearbook: lines over paragraphs that begin with a label (农业 over 【概况】 and 【造林绿化】)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from core.sections.heading import Heading
from core.sections.paragraphs import Paragraph

OVER_LABELS: Final = "over-labels"
#: The name of a subject: 农业, 农业 林业, 财政·税务; none says anything.
_SUBJECT: Final = re.compile(r"[\u3400-\u9fff]{1,8}(?:[ ·•、]{1,3}[\u3400-\u9fff]{1,8}){0,3}")
_LONGEST: Final = 14


def over_labels(
    labels: Mapping[int, Heading], marked: Mapping[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, Heading]:
    """Two and more short lines that name a subject, each right over a paragraph with a label."""
    found: dict[int, Heading] = {}
    for index, after in pairwise(text):
        words = paragraphs[index].words
        plain = words.strip("*# ")
        if after not in labels or index in labels or index in marked or not 2 <= len(plain) <= _LONGEST:
            continue
        if _SUBJECT.fullmatch(plain):
            found[index] = Heading(index, OVER_LABELS, None, None, len(words), plain)
    return found if len(found) > 1 else {}
