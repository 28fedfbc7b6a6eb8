"""What a person said about the headings of the report under review: kept with the project, put to every reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final, get_args

from core.model.headings import HeadingCorrection
from core.model.report import SectionRole
from core.project import bounded
from core.project.carrying import Correction
from core.project.contents import Contents
from core.project.corrections import ReplaceReport
from core.project.edits import Edit, SetSetting, Together

#: The setting that holds the corrections as JSON.
SETTING: Final = "headings"


def corrections_in(contents: Contents) -> tuple[HeadingCorrection, ...]:
    """The corrections that hold for the report under review; what cannot be read is none."""
    try:
        rows = bounded.json_value(contents.setting(SETTING, "[]"))
    except (ValueError, RecursionError):
        return ()
    found = (_correction(row) for row in rows) if isinstance(rows, list) else ()
    return tuple(correction for correction in found if correction is not None)


def merged(
    held: Iterable[HeadingCorrection], changes: Iterable[HeadingCorrection]
) -> tuple[HeadingCorrection, ...]:
    """The corrections with `changes` in the place of earlier ones of the same paragraphs, in the text's order."""
    by_place = {correction.start: correction for correction in held}
    by_place |= {correction.start: correction for correction in changes}
    return tuple(by_place[start] for start in sorted(by_place))


def kept_corrections(held: Sequence[HeadingCorrection], text: str) -> tuple[HeadingCorrection, ...]:
    """The corrections for a corrected text: each at the line that begins with its words.

    Of words that open several lines the line is taken that follows the one of the correction before; a heading whose
    words are gone has no correction any more.
    """
    found: list[HeadingCorrection] = []
    behind = 0
    for correction in held:
        place = _line_of(correction.words, text, behind)
        if place is None:
            place = _line_of(correction.words, text, 0)
        if place is not None:
            behind = place + len(correction.words)
            found.append(
                HeadingCorrection(place, correction.words, correction.heading, correction.depth, correction.role)
            )
    return merged((), found)


def correct_headings(
    corrections: Sequence[HeadingCorrection], correction: Correction, word: str = "correct_heading"
) -> Edit:
    """One edit: the corrections are kept, and the reading that they led to takes the place of the one before."""
    rows = [
        {"start": each.start, "words": each.words, "heading": each.heading, "depth": each.depth, "role": each.role}
        for each in corrections
    ]
    kept = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return Together([SetSetting(SETTING, kept), ReplaceReport(correction)], word)


def replacement(held: Sequence[HeadingCorrection], correction: Correction) -> Edit:
    """The edit that puts `correction` in the place of the report, with what was said about headings (`held`)."""
    if not held or correction.reads_again:
        return ReplaceReport(correction)
    return correct_headings(kept_corrections(held, correction.report.text), correction, "import_correction")


def _line_of(words: str, text: str, behind: int) -> int | None:
    place = text.find(words, behind)
    while place >= 0:
        if not text[text.rfind("\n", 0, place) + 1 : place].strip():
            return place
        place = text.find(words, place + 1)
    return None


def _correction(row: object) -> HeadingCorrection | None:
    if not isinstance(row, dict):
        return None
    start, words, heading = row.get("start"), row.get("words"), row.get("heading")
    depth, role = row.get("depth"), row.get("role")
    if not isinstance(start, int) or not isinstance(words, str) or not isinstance(heading, bool) or start < 0:
        return None
    known = role if role in get_args(SectionRole) else None
    return HeadingCorrection(start, words, heading, depth if isinstance(depth, int) and depth > 0 else None, known)
