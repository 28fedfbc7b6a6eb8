"""Which section a place of a report lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from core.model.report import Section


class Innermost:
    """The innermost section at an offset into the report's text, None outside of all.

    Sections lie within each other or apart, and may be given in any order.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        self._sections = sorted(sections, key=lambda section: (section.span.start, section.depth))
        self._starts = [section.span.start for section in self._sections]
        self._by_id = {section.id: section for section in self._sections}

    def __call__(self, offset: int) -> Section | None:
        index = bisect_right(self._starts, offset) - 1
        section = self._sections[index] if index >= 0 else None
        while section is not None and offset >= section.span.end:
            section = self._by_id.get(section.parent or "")
        return section
