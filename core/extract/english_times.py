"""Periods that an English sentence says in so many words: in 2021, by 2030, fiscal year 2022, last year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.extract.english_numbers import value_of
from core.model.records import record

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SAID: Final = re.compile(
    r"(?P<against>\b(?:than|versus|against|with|over|to|from)\s+(?:in\s+)?"
    rf"(?=(?:in\s+)?(?:fiscal|FY|last|this|(?:19|20)[0-9]{{2}}(?!\s*(?:to|–|-|through)))))?"
    rf"(?:\b(?:from|between)\s+(?P<first>{_YEAR})\s*(?:to|and|through|–|-)\s*(?P<last>{_YEAR})"
    rf"|\b(?P<begin>{_YEAR})\s*(?:–|-|to|through)\s*(?P<end>{_YEAR})"
    rf"|\b(?:the\s+)?(?P<ordinal>first|second|third|fourth)\s+quarter\s+of\s+(?P<of>{_YEAR})"
    rf"|\bQ(?P<q>[1-4])\s+(?P<qy>{_YEAR})"
    rf"|\b(?P<by>by\s+(?:the\s+end\s+of\s+)?)(?:fiscal\s+year\s+|FY\s?)?(?P<until>{_YEAR})"
    r"|\b(?:in\s+|during\s+|for\s+|at\s+the\s+end\s+of\s+)?"
    rf"(?:calendar\s+year\s+|fiscal\s+year\s+|FY\s?)(?P<fiscal>{_YEAR})"
    rf"|\b(?:in|during|for|throughout|at\s+the\s+end\s+of)\s+(?P<year>{_YEAR})"
    r"|\b(?:over|in|during)\s+the\s+(?:past|last)\s+(?P<years>two|three|four|five|six|ten|[2-9]|10)\s+years"
    rf"|\b(?P<relative>last|this|next)\s+year)\b(?![-–][0-9])",
    re.I,
)
_SHIFT: Final = {"last": -1, "this": 0, "next": 1}


@record
class Said:
    """A period where it stands. `last` is its last year; `until` holds for by 2030."""

    start: int
    end: int
    text: str
    last: int
    until: bool


def periods_said(words: str, year: int | None) -> list[Said]:
    """The periods of a sentence in order, those that a figure is only set against (than in 2020) left out.

    `year` is the report's own, by which last year is told; without it such words say nothing.
    """
    found: list[Said] = []
    for match in _SAID.finditer(words):
        if match["against"]:
            continue
        first, last = match["first"] or match["begin"], match["last"] or match["end"]
        if first and last:
            found.append(Said(*match.span(), f"{first}-{last}", int(last), until=False))
        elif match["of"] or match["qy"]:
            number = _QUARTERS[match["ordinal"].lower()] if match["of"] else int(match["q"])
            stated = match["of"] or match["qy"]
            found.append(Said(*match.span(), f"{stated}-Q{number}", int(stated), until=False))
        elif match["years"]:
            if year is not None:
                first_year = year - int(value_of(match["years"])) + 1
                found.append(Said(*match.span(), f"{first_year}-{year}", year, until=False))
        elif match["relative"]:
            if year is not None:
                told = year + _SHIFT[match["relative"].lower()]
                found.append(Said(*match.span(), str(told), told, until=False))
        else:
            stated = match["until"] or match["fiscal"] or match["year"]
            found.append(Said(*match.span(), stated, int(stated), until=bool(match["by"])))
    return found


def ruling(said: Sequence[Said], position: int) -> Said | None:
    """The period of a figure at `position`: the last one named before it, else the first one behind it."""
    before = [one for one in said if one.end <= position]
    return before[-1] if before else said[0] if said else None
