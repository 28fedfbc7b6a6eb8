"""What one extraction has that another has not, and what it says otherwise: metrics, headings, claims, findings.

Extractions are JSON objects of the extraction format. Where the two texts differ, positions are carried over by the
lines that both have.
"""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Extraction = Mapping[str, Any]
Fields = dict[str, str]

#: A reading as sure as this is shown to a reviewer as read.
SURE: Final = 0.9
_HEAD: Final = ("title", "year", "target_year", "place", "language")
_AROUND: Final = 14


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that was read: its place in its own text, `key` what never changes in it, `fields` the rest."""

    start: int
    end: int
    key: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `before` is None for a gain, `after` for a loss."""

    part: str
    before: Thing | None
    after: Thing | None

    @property
    def sign(self) -> str:
        """"+", "-" or "~"."""
        return "+" if self.before is None else "-" if self.after is None else "~"

    def differing(self) -> Iterator[tuple[str, str, str]]:
        """Name, former and later value of each field that is not the same."""
        if self.before is not None and self.after is not None:
            for name in dict.fromkeys([*self.before.fields, *self.after.fields]):
                former, later = self.before.fields.get(name, "-"), self.after.fields.get(name, "-")
                if former != later:
                    yield name, former, later


def changes(before: Extraction, after: Extraction) -> list[Change]:
    """All differences, part by part in the order of the text. An empty list means: read alike."""
    found = _head(before, after)
    move = _mover(before["text"], after["text"])
    for part, things in PARTS.items():
        found += _matched(part, list(things(before)), list(things(after)), move)
    return found


def counts(extraction: Extraction) -> dict[str, int]:
    """How many things of each part there are."""
    return {part: sum(1 for _ in things(extraction)) for part, things in PARTS.items()}


def quoted(text: str, thing: Thing) -> str:
    """The quote in brackets with the words around it, on one line."""
    before = text[max(0, thing.start - _AROUND) : thing.start]
    quote = text[thing.start : thing.end]
    if len(quote) > 60:
        quote = f"{quote[:40]}…{quote[-12:]}"
    return " ".join(f"{before}[{quote}]{text[thing.end : thing.end + _AROUND]}".split())


def _head(before: Extraction, after: Extraction) -> list[Change]:
    former, later = ({name: str(one.get(name)) for name in _HEAD} for one in (before, after))
    return [] if former == later else [Change("report", Thing(0, 0, "", former), Thing(0, 0, "", later))]


def _metrics(extraction: Extraction) -> Iterator[Thing]:
    for one in extraction["metrics"]:
        indicator = one.get("indicator") or {}
        top = "" if one.get("value_max") is None else f"…{one['value_max']}"
        rank = one.get("rank")
        yield Thing(one["value_start"], one["value_end"], "", {
            "indicator": str(indicator.get("text")),
            "canonical": str(indicator.get("canonical")),
            "value": f"{one['value']}{top}",
            "unit": str(one["unit"]),
            **{name: str(one.get(name)) for name in ("kind", "role", "period", "basis", "bound", "scope")},
            "rank": f"{rank['position']} of {rank['of']}" if rank else "None",
            "sure": "yes" if one["confidence"] >= SURE else "no",
        })


def _headings(extraction: Extraction) -> Iterator[Thing]:
    titles = {one["id"]: str(one["title"]) for one in extraction["sections"]}
    for one in extraction["sections"]:
        place = one["heading"]
        yield Thing(place["start"], place["end"], "", {
            "title": str(one["title"]), "depth": str(one["depth"]), "under": titles.get(one["parent"], "-"),
            **{name: str(one.get(name)) for name in ("role", "since", "year")},
        })


def _claims(extraction: Extraction) -> Iterator[Thing]:
    for one in extraction["claims"]:
        yield Thing(one["start"], one["end"], "", {"types": " ".join(one["types"])})


def _findings(extraction: Extraction) -> Iterator[Thing]:
    for one in extraction["findings"]:
        start, end = one["spans"][0] if one["spans"] else (0, 0)
        yield Thing(start, end, one["check"], {"severity": str(one["severity"]), "message": str(one["message"])})


PARTS: Final[dict[str, Callable[[Extraction], Iterator[Thing]]]] = {
    "metrics": _metrics, "headings": _headings, "claims": _claims, "findings": _findings,
}


def _mover(before: str, after: str) -> Callable[[int], int | None]:
    """From a position in the one text to that in the other; None in a line that only the first has."""
    if before == after:
        return lambda position: position
    former, later = before.splitlines(keepends=True), after.splitlines(keepends=True)
    blocks = difflib.SequenceMatcher(None, former, later, autojunk=False).get_matching_blocks()
    from_starts, to_starts = _starts(former), _starts(later)
    ranges = [
        (from_starts[block.a], from_starts[block.a + block.size], to_starts[block.b]) for block in blocks if block.size
    ]
    firsts = [first for first, _, _ in ranges]

    def move(position: int) -> int | None:
        index = bisect_right(firsts, position) - 1
        if index < 0 or position > ranges[index][1]:
            return None
        return position - ranges[index][0] + ranges[index][2]

    return move


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _matched(
    part: str, before: Sequence[Thing], after: Sequence[Thing], move: Callable[[int], int | None]
) -> list[Change]:
    """Pairs by key and place, equal places first; what has no partner is a loss or a gain."""
    moved = [(_moved(thing, move), thing) for thing in before]
    same_place: dict[tuple[tuple[int, int], str], list[Thing]] = {}
    for place, thing in moved:
        same_place.setdefault((place, thing.key), []).append(thing)
    found: list[tuple[tuple[int, int], Change]] = []
    paired: set[int] = set()
    rest: list[Thing] = []
    for thing in after:
        partners = same_place.get(((thing.start, thing.end), thing.key))
        if not partners:
            rest.append(thing)
            continue
        # Several findings may have one place: those that say the same belong together.
        partner = next((one for one in partners if one.fields == thing.fields), partners[0])
        partners.remove(partner)
        paired.add(id(partner))
        if partner.fields != thing.fields:
            found.append(((thing.start, thing.end), Change(part, partner, thing)))
    left = [(place, thing) for place, thing in moved if id(thing) not in paired]
    for thing in rest:
        other = next((item for item in left if item[1].key == thing.key and _overlap(item[0], thing)), None)
        if other is not None:
            left.remove(other)
        found.append(((thing.start, thing.end), Change(part, other[1] if other else None, thing)))
    found += [(place, Change(part, thing, None)) for place, thing in left]
    return [change for _, change in sorted(found, key=lambda item: item[0])]


def _moved(thing: Thing, move: Callable[[int], int | None]) -> tuple[int, int]:
    """The place of an earlier thing in the later text; before its beginning where it is not there."""
    start, end = move(thing.start), move(thing.end)
    return (start, end) if start is not None and end is not None and start <= end else (-1, -1)


def _overlap(place: tuple[int, int], thing: Thing) -> bool:
    return place[0] < thing.end and thing.start < place[1]
