"""What to show of a heading where its siblings all begin alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from core.model import Section

_SHARED_BY = 3
_SHORTEST_OPENING = 2
_SHORTEST_REST = 2
_OPENING_MARKS = "“‘《〈「『（(【["


def short_titles(sections: Sequence[Section]) -> dict[str, str]:
    """Each section's title by id, without the opening that it shares with two siblings or more.

    坚持以“走在前”…, 坚持以“顺民意”…, 坚持以“保民生”… become “走在前”…, “顺民意”…, “保民生”…, so that rows differ
    where the eye begins. An opening mark stays with the words that it opens, a number is never cut.
    """
    families: dict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        families[section.parent].append(section)
    short = {}
    for family in families.values():
        openings = Counter(title[:n] for title in (s.title for s in family) for n in range(1, len(title)))
        for section in family:
            short[section.id] = section.title[_opening_length(section.title, openings) :]
    return short


def _opening_length(title: str, openings: Counter[str]) -> int:
    length = 0
    while length < len(title) - _SHORTEST_REST and openings[title[: length + 1]] >= _SHARED_BY:
        length += 1
    while length and (title[length - 1] in _OPENING_MARKS or title[length - 1].isdigit()):
        length -= 1
    return length if length >= _SHORTEST_OPENING else 0
