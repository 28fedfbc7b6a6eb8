"""What an edit, an undo or a redo touched: rows for the file, ids for those who show them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from core.project import bounded
from core.project.errors import ProjectError
from core.project.schema import DECISIONS
from core.values import dataclass

Value = str | int | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Changes:
    """The subjects that were touched; `label` is the edit's kind, `subject` the id of what it was about.

    A claim, a piece of evidence or a tag that was just made is found by `subject`; it is "" for an edit of many.
    `reports`: other reports, or claims carried over from one to another; `signed`: signatures and versions; `pins`:
    the charts of the document; `figures`: decisions about how figures are read, with which the findings may be others.
    """

    claims: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    tags: bool = False
    hits: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    reports: bool = False
    signed: bool = False
    pins: bool = False
    figures: frozenset[str] = frozenset()
    label: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: None where there is none; of a changed row only the columns that differ."""

    table: str
    key: tuple[str, ...]
    before: Mapping[str, Value] | None
    after: Mapping[str, Value] | None

    def reversed(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


def as_json(changes: Iterable[RowChange]) -> str:
    """The form in which the log keeps them."""
    rows = [[change.table, change.key, change.before, change.after] for change in changes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[RowChange, ...]:
    """The changes of a log entry as they were written; nothing of them is believed before `checked`.

    Raises:
        ProjectError: "project-damaged".
    """
    try:
        data = bounded.json_value(text)
    except (ValueError, RecursionError):
        raise ProjectError("project-damaged", name="log") from None
    if not isinstance(data, list):
        raise ProjectError("project-damaged", name="log")
    return tuple(_change(item) for item in cast("list[object]", data))


def checked(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """The changes, in which every name is one of the schema's, for a file may come from anyone.

    Raises:
        ProjectError: "project-damaged".
    """
    found = tuple(changes)
    for change in found:
        spec = DECISIONS.get(change.table)
        if spec is None or len(change.key) != len(spec.key):
            raise ProjectError("project-damaged", name="log")
        for image in (change.before, change.after):
            if image is not None and not set(image) <= set(spec.columns):
                raise ProjectError("project-damaged", name="log")
    return found


def summary(changes: Iterable[RowChange], label: str, subject: str) -> Changes:
    """What those who show the project need to ask for again."""
    claims: set[str] = set()
    evidence: set[str] = set()
    hits: set[str] = set()
    settings: set[str] = set()
    figures: set[str] = set()
    tags = reports = signed = pins = False
    for change in changes:
        match change.table, change.key:
            case "claim", (claim,):
                claims.add(claim)
                reports = reports or _stands_for_another(change)
            case "anchor" | "verdict" | "claim_tag" | "ledger_entry", (claim, *_):
                claims.add(claim)
            case "claim_link", (claim, other):
                claims.update((claim, other))
            case "evidence_link", (claim, item):
                claims.add(claim)
                evidence.add(item)
            case "evidence", (item,):
                evidence.add(item)
            case "tag", _:
                tags = True
            case "hit_answer", (hit,):
                hits.add(hit)
            case "figure", (figure,):
                figures.add(figure)
            case "setting", (key,):
                settings.add(key)
            case "edition", _:
                reports = True
            case "version" | "sign_off", _:
                signed = True
            case "pin", _:
                pins = True
    return Changes(
        frozenset(claims), frozenset(evidence), tags, frozenset(hits), frozenset(settings), reports, signed,
        pins, frozenset(figures), label, subject,
    )  # fmt: skip


def _stands_for_another(change: RowChange) -> bool:
    """Whether a claim was carried over to another text, or to another suggestion than the one it came from."""
    if change.before is not None and change.after is not None:
        return not {"report", "suggestion"}.isdisjoint(change.after)
    image = change.after or change.before or {}
    return image.get("suggestion") is not None and change.key[0] != f"{image.get('report')}.{image['suggestion']}"


def subjects(changes: Iterable[RowChange]) -> frozenset[str]:
    """The ids of all that the changes are about."""
    return frozenset(part for change in changes for part in ids_of(change))


def ids_of(change: RowChange) -> tuple[str, ...]:
    """The ids of what one changed row is about."""
    spec = DECISIONS[change.table]
    return tuple(part for name, part in zip(spec.key, change.key, strict=True) if name in spec.about)


def _change(item: object) -> RowChange:
    match item:
        case [str(table), [*key], before, after] if before is not None or after is not None:
            words = tuple(part for part in key if isinstance(part, str))
            if len(words) == len(key):
                return RowChange(table, words, _columns(before), _columns(after))
    raise ProjectError("project-damaged", name="log")


def _columns(image: object) -> Mapping[str, Value] | None:
    if image is None:
        return None
    if not isinstance(image, dict):
        raise ProjectError("project-damaged", name="log")
    columns: Row = {}
    for name, value in cast("dict[str, object]", image).items():
        if isinstance(value, bool) or not (value is None or isinstance(value, str | int)):
            raise ProjectError("project-damaged", name="log")
        columns[name] = value
    return columns
