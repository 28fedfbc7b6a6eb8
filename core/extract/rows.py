"""The rows of a table by name: what stands under 其中, under an indent or under a sum takes the name above it."""

from __future__ import annotations

import re
from typing import Final

from core.extract.heads import CHANGE_NAMED, TIME_OF_ROW, Label, Sheet, Unit, ends, whole
from core.lexicon import find_indicator
from core.model.records import record

_YEAR: Final = re.compile(r"((?:19|20)\d{2})年?度?")
#: A label without a measure of its own is no longer than this: 铁路, 民航, 女性.
_SHORT: Final = 6
#: So many signs at the end make two names of one family: 施工面积 and 竣工面积.
_FAMILY: Final = 2
#: 其中： is three wide signs or six narrow ones.
_WIDTHS_OF_PART: Final = (3, 6)


@record
class Named:
    """A row with its full name. `inherited` holds where the name above is part of it.

    `year` is set where a year, or a part of one, names it.
    """

    name: str
    label: Label
    inherited: bool = False
    year: str | None = None


def named_rows(sheet: Sheet, column: int) -> dict[int, Named]:
    """The rows of a table that have a name for one column of figures, by their number."""
    found: dict[int, Named] = {}
    walk = _Walk(_bare_parts(sheet, column))
    for row in range(sheet.top, sheet.rows):
        label = sheet.label(row, column)
        if label is None:
            walk.close()
            continue
        year = _YEAR.fullmatch(label.words)
        if year or TIME_OF_ROW.fullmatch(label.words):
            found[row] = Named(label.words, label, year=year[1] if year else label.words)
            continue
        found[row] = walk.next(label, label.unit or sheet.unit_beside(row, column))
    return found


def _bare_parts(sheet: Sheet, column: int) -> bool:
    """Whether the rows measure for themselves, so that one that does not is a part of the row above."""
    labels = sheet.label_columns(column)
    return any(whole("indicator_head", sheet.columns[label].head) for label in labels)


class _Walk:
    """Goes down the labels of a table, keeping what stands above."""

    def __init__(self, measuring: bool) -> None:
        self.measuring = measuring
        self.top: Named | None = None
        self.top_unit: Unit | None = None
        self.last: Named | None = None
        self.inside: Named | None = None
        #: The indent of the last row behind 其中：, as long as other parts may follow below its words.
        self.part_at: int | None = None
        self.indents: list[tuple[int, Named]] = []
        #: Above the first of a counted series: all of it belongs there.
        self.series: Named | None = None

    def close(self) -> None:
        """A row without a label ends what was open."""
        self.inside = None

    def next(self, label: Label, unit: Unit | None) -> Named:
        """The full name of the next row."""
        while self.indents and self.indents[-1][0] >= label.indent:
            self.indents.pop()
        aligned = self._aligned(label)
        sums = whole("whole_row", label.words) and not label.indent
        parent = self.inside if aligned else None if sums else self._parent(label, unit)
        alone = not self.measuring or parent is None or _complete(label.words, parent)
        measures = ends("measured_name", label.words) or CHANGE_NAMED.search(label.words)
        if label.above and not measures and not find_indicator(label.words, weak=False):
            made = Named(f"{label.above[-1]}（{label.words}）", label, inherited=True)
        elif parent is not None and parent.name.endswith("生产总值") and label.words.endswith("业"):
            # the parts of a gross product are values added, whatever the row leaves unsaid
            made = Named(f"{label.words}增加值", label, inherited=True)
        elif alone or parent is None:
            made = Named(label.words, label)
        else:
            made = Named(f"{parent.name}（{label.words}）", label, inherited=True)
        if label.part:
            self.inside = parent
        elif parent is None or not made.inherited:
            self.inside = None if parent is None or not label.part else self.inside
            self.top, self.top_unit = made, unit
        if label.counted:
            self.series = parent if made.inherited else None
        self.last = made
        if not aligned:
            self.part_at = label.indent if label.part else None
        self.indents.append((label.indent, made))
        return made

    def _aligned(self, label: Label) -> bool:
        """Whether a row stands right below the words behind 其中：, so that it is another part beside that one."""
        if label.part or self.part_at is None or self.inside is None:
            return False
        return label.indent - self.part_at in _WIDTHS_OF_PART

    def _parent(self, label: Label, unit: Unit | None) -> Named | None:
        if label.part:
            if self.last is not None and self.last.label.part and self.last.label.indent <= label.indent:
                return self.last
            return self.top
        if self.indents:
            return self.indents[-1][1]
        if not self.measuring or self.top is None:
            return None
        if label.counted and self.series is not None:
            return self.series
        if ends("measured_name", label.words) and not _family(label.words, self.last):
            return None
        if self.inside is not None:
            sibling = _family(label.words, self.last) or not ends("measured_name", label.words)
            return self.inside if sibling and not _shared(label.words, self.inside.label.words) else None
        same = unit is None or self.top_unit is None or unit.base == self.top_unit.base
        short = len(label.words) <= _SHORT and not find_indicator(label.words, weak=False)
        return self.top if same and short and ends("measured_name", self.top.label.words) else None


def _complete(words: str, parent: Named) -> bool:
    """Whether a part says for itself what is measured: 境内住户存款 under 各项存款, a name of the catalogue."""
    return _shared(words, parent.label.words) or find_indicator(words, weak=False) is not None


def _family(words: str, other: Named | None) -> bool:
    return other is not None and _shared(words, other.label.words)


def _shared(one: str, two: str) -> bool:
    count = 0
    while count < min(len(one), len(two)) and one[-1 - count] == two[-1 - count]:
        count += 1
    return count >= _FAMILY
