"""What a person says about a heading, against what the program read."""

from __future__ import annotations

from core.model.report import SectionRole
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """One paragraph is a heading of this level and role, or it is none.

    `start` is the code point at which the paragraph begins, `words` are the heading as printed, to find it again in a
    corrected text. `depth` counts from 1, the highest level; None leaves the level as read. So does `role`.
    """

    start: int
    words: str
    heading: bool = True
    depth: int | None = None
    role: SectionRole | None = None
