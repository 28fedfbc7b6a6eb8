"""The claims of one report as the reviewer sees them: what the program found under what a person decided.

The rows are read at once, each claim is made of them when it is asked for: opening a hundred thousand costs their rows.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import Any, overload
from weakref import WeakMethod

from core.model import ClaimLink, EvidenceLink, ReviewClaim
from core.model.records import uncollected
from core.model.report import Claim
from core.model.review import FULFILMENTS, VERACITIES
from core.project import rows
from core.project.errors import ProjectError
from core.project.reports import ReadReport

#: Beyond this many changed claims reading all of them again is quicker than one by one.
_ONE_BY_ONE = 200

_CLAIMS = "SELECT id, suggestion, origin, types, accepted, status, note, dismissed FROM claim WHERE report = ?"
_ANCHORS = "SELECT claim, position, span_start, span_end, exact, prefix, suffix, state FROM anchor"
_VERDICTS = "SELECT claim, scale, value, confidence, rationale, judged_by, judged_at FROM verdict"
_TAGS = "SELECT claim, tag FROM claim_tag JOIN tag ON tag.id = claim_tag.tag {where} ORDER BY tag.position, tag.id"
_LINKS = (
    "SELECT evidence_link.* FROM evidence_link JOIN evidence ON evidence.id = evidence_link.evidence "
    "{where} ORDER BY length(evidence.no), evidence.no"
)
_CLAIM_LINKS = "SELECT claim_link.* FROM claim_link {where} ORDER BY claim, other"
_ORDER = attrgetter("start", "end", "id")

#: The cells of one row, whose words nobody has checked yet.
_Cells = tuple[Any, ...]


@dataclass(slots=True, eq=False)
class _Rows:
    """What belongs to claims, by their ids, as it was read."""

    first: dict[str, _Cells]  # anchors
    further: dict[str, list[_Cells]]
    veracity: dict[str, _Cells]
    others: dict[str, list[_Cells]]
    tags: dict[str, list[str]]
    evidence: dict[str, list[EvidenceLink]]
    links: dict[str, list[ClaimLink]]


@dataclass(slots=True, eq=False)
class _Entry:
    """A claim that is made of its rows when it is asked for; one that nobody has touched is `suggested` alone."""

    id: str
    start: int
    end: int
    suggested: Claim | None
    row: _Cells | None = None
    rows: _Rows | None = None
    made: ReviewClaim | None = None


_EntryById = Callable[[str], _Entry | None]


class Claims(Sequence[ReviewClaim]):
    """The claims of a report at one moment in the order of its text, numbered from 1; equal to a tuple of them."""

    __slots__ = ("_entries", "_now", "_read")

    def __init__(self, read: ReadReport, entries: Sequence[_Entry], now: WeakMethod[_EntryById]) -> None:
        self._read = read
        self._entries = entries
        # gives an entry by id, as it is by now; weak, for who gives it holds this, and both would outlive the project
        self._now = now

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> ReviewClaim: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[ReviewClaim, ...]: ...

    def __getitem__(self, index: int | slice) -> ReviewClaim | tuple[ReviewClaim, ...]:
        if isinstance(index, slice):
            return tuple(self._at(place) for place in range(*index.indices(len(self._entries))))
        return self._at(range(len(self._entries))[index])

    def __iter__(self) -> Iterator[ReviewClaim]:
        return map(self._at, range(len(self._entries)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as long as a list's, and as little needed

    def by_id(self, key: str) -> ReviewClaim | None:
        """One of them by its id."""
        now = self._now()
        entry = None if now is None else now(key)
        if entry is not None:
            place = bisect_left(self._entries, _ORDER(entry), key=_ORDER)
            if place < len(self._entries) and self._entries[place] is entry:
                return self._at(place)
        return next((claim for claim in self if claim.id == key), None)  # changed since

    def _at(self, place: int) -> ReviewClaim:
        entry = self._entries[place]
        made = entry.made
        if made is None:
            made = entry.made = _made(self._read, entry, place + 1)
        elif made.number != place + 1:
            made = entry.made = replace(made, number=place + 1)
        return made


class ReviewClaims:
    """The merged claims of one report; after a change only those that it touched are read again."""

    def __init__(self, connection: sqlite3.Connection, read: ReadReport) -> None:
        self._connection = connection
        self._read = read
        self._entries: list[_Entry] = []
        self._known: dict[str, _Entry] = {}  # the same by id
        self._all: Claims | None = None
        self._load()

    def all(self) -> Claims:
        """The claims as they are now; what is given out does not change with later edits."""
        if self._all is None:
            self._all = Claims(self._read, tuple(self._entries), WeakMethod(self._entry))
        return self._all

    def _entry(self, key: str) -> _Entry | None:
        self._fill_known()
        return self._known.get(key)

    def _fill_known(self) -> None:
        if not self._known:
            self._known.update((entry.id, entry) for entry in self._entries)

    def refresh(self, keys: Iterable[str]) -> None:
        """Read the claims `keys` again; those of other reports are left out."""
        wanted = list(keys)
        if not wanted:
            return
        self._all = None
        if len(wanted) > _ONE_BY_ONE:
            self._load()
            return
        for key in wanted:
            self._refresh_one(key)

    def _refresh_one(self, key: str) -> None:
        self._fill_known()
        before = self._known.pop(key, None)
        after = next(iter(self._decided(key)), None) or self._suggested(key)
        place = None if before is None else bisect_left(self._entries, _ORDER(before), key=_ORDER)
        if after is not None:
            self._known[key] = after
        if place is not None and before is not None and after is not None and _ORDER(before) == _ORDER(after):
            self._entries[place] = after
            return
        if place is not None:
            del self._entries[place]
        if after is not None:
            insort(self._entries, after, key=_ORDER)

    def _suggested(self, key: str) -> _Entry | None:
        """The suggestion of that id, unless a claim stands for it."""
        report, _, suggestion = key.partition(".")
        found = self._read.suggestions.get(suggestion) if report == self._read.id else None
        if found is None:
            return None
        taken = "SELECT 1 FROM claim WHERE report = ? AND suggestion = ?"
        if self._connection.execute(taken, (report, suggestion)).fetchone():
            return None
        return _Entry(key, found.span.start, found.span.end, found)

    def _load(self) -> None:
        with uncollected():
            entries = self._decided()
            taken = {entry.row[1] for entry in entries if entry.row}
            prefix = f"{self._read.id}."
            entries += [
                _Entry(prefix + found.id, found.span.start, found.span.end, found)
                for found in self._read.report.claims if found.id not in taken
            ]
            entries.sort(key=_ORDER)
        self._entries = entries
        self._known.clear()
        self._all = None

    def _decided(self, key: str | None = None) -> list[_Entry]:
        """The claims with a row in the file, or the one `key`."""
        about = "" if key is None else " WHERE claim = ?"
        both = "" if key is None else "WHERE ? IN (claim, other)"
        one = () if key is None else (key,)
        claims = self._cells(_CLAIMS + ("" if key is None else " AND id = ?"), (self._read.id, *one))
        if not claims:
            return []
        tags: dict[str, list[str]] = {}
        for claim, tag in self._cells(_TAGS.format(where=about), one):
            tags.setdefault(claim, []).append(tag)
        evidence: dict[str, list[EvidenceLink]] = {}
        for row in self._connection.execute(_LINKS.format(where=about), one):
            evidence.setdefault(row["claim"], []).append(rows.link_from(row))
        links: dict[str, list[ClaimLink]] = {}
        for row in self._connection.execute(_CLAIM_LINKS.format(where=both), one):
            link = rows.claim_link_from(row)
            for end in {link.claim, link.other}:
                links.setdefault(end, []).append(link)
        places = self._cells(_ANCHORS + about, one)
        first = {cells[0]: cells for cells in places if cells[1] == 1}
        further = _grouped(cells for cells in places if cells[1] != 1)
        judged = self._cells(_VERDICTS + about, one)
        veracity = {cells[0]: cells for cells in judged if cells[1] == "veracity"}
        others = _grouped(cells for cells in judged if cells[1] != "veracity")
        theirs = _Rows(first, further, veracity, others, tags, evidence, links)
        length = len(self._read.report.text)
        if not all(0 <= cells[2] <= cells[3] <= length for cells in places):
            raise ProjectError("project-damaged", name="anchor")
        try:
            return [
                _Entry(cells[0], place[2], place[3], None, cells, theirs)
                for cells in claims for place in (first[cells[0]],)
            ]
        except KeyError as error:
            raise ProjectError("project-damaged", name=str(error.args[0])) from None

    def _cells(self, command: str, parameters: tuple[str, ...]) -> list[_Cells]:
        """Bare rows, which cost least."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(command, parameters).fetchall()


def _grouped(found: Iterable[_Cells]) -> dict[str, list[_Cells]]:
    groups: dict[str, list[_Cells]] = {}
    for cells in found:
        groups.setdefault(cells[0], []).append(cells)
    return groups


def _made(read: ReadReport, entry: _Entry, number: int) -> ReviewClaim:
    """The claim of an entry.

    Raises:
        ProjectError: "project-damaged", when a row holds what the model does not know.
    """
    if entry.row is None or entry.rows is None:
        assert entry.suggested is not None  # an entry has rows or is a suggestion
        return read.untouched(entry.suggested, number)
    theirs = entry.rows
    key, suggestion, origin, types, accepted, status, note, dismissed = entry.row
    found = read.suggestions.get(suggestion)
    places = [theirs.first[key], *sorted(theirs.further.get(key, ()), key=itemgetter(1))]
    anchors = tuple(rows.anchor_of(cells) for cells in places)
    spans = tuple(anchor.span for anchor in anchors)
    same_place = found is not None and spans == (found.span,)
    kinds = rows.types_of(str(types))
    judged = theirs.veracity.get(key)
    others = {cells[1]: cells for cells in theirs.others.get(key, ())}
    if not others.keys() <= {"fulfilment"}:
        raise ProjectError("project-damaged", name=str(key))
    return ReviewClaim(
        id=str(key),
        report=read.id,
        number=number,
        origin="program" if origin == "program" else "person",
        anchors=anchors,
        section=found.section if found and same_place else read.section_at(spans[0].start),
        types=kinds,
        score=found.score if found else 1.0,
        metrics=found.metrics if found and same_place else read.metrics_in(spans),
        tags=tuple(theirs.tags.get(key, ())),
        verdict=rows.verdict_of(judged, VERACITIES),
        note=str(note),
        evidence=tuple(theirs.evidence.get(key, ())),
        decided=True,
        dismissed=None if dismissed is None else str(dismissed),
        fulfilment=rows.verdict_of(others.get("fulfilment"), FULFILMENTS),
        status=rows.known(status, rows.STATUSES),
        links=tuple(theirs.links.get(key, ())),
        suggestion=None if suggestion is None else str(suggestion),
        changed=found is not None and not (same_place and kinds == found.types),
        accepted=bool(accepted),
    )
