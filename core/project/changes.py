"""What an edit, an undo or a redo touched: rows for the file, ids for those who show them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from core.project.errors import ProjectError
from core.project.schema import DECISIONS

Value = str | int | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Changes:
    """The subjects that were touched; `label` is the edit's kind, `subject` the id of what it was about.

    A claim, a piece of evidence or a tag that was just made is found by `subject`.
    """

    claims: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    tags: bool = False
    hits: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
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
    """The changes of a log entry; every name is checked, for a file may come from anyone.

    Raises:
        ProjectError: "project-damaged".
    """
    try:
        data: object = json.loads(text)
    except (ValueError, RecursionError):
        raise ProjectError("project-damaged", name="log") from None
    if not isinstance(data, list):
        raise ProjectError("project-damaged", name="log")
    return tuple(_change(item) for item in cast("list[object]", data))


def summary(changes: Iterable[RowChange], label: str, subject: str) -> Changes:
    """What those who show the project need to ask for again."""
    claims: set[str] = set()
    evidence: set[str] = set()
    hits: set[str] = set()
    settings: set[str] = set()
    tags = False
    for change in changes:
        match change.table, change.key:
            case "claim" | "claim_tag", (claim, *_):
                claims.add(claim)
            case "evidence_link", (claim, item):
                claims.add(claim)
                evidence.add(item)
            case "evidence", (item,):
                evidence.add(item)
            case "tag", _:
                tags = True
            case "hit_answer", (hit,):
                hits.add(hit)
            case "setting", (key,):
                settings.add(key)
    return Changes(frozenset(claims), frozenset(evidence), tags, frozenset(hits), frozenset(settings), label, subject)


def subjects(changes: Iterable[RowChange]) -> frozenset[str]:
    """The ids of all that the changes are about."""
    return frozenset(part for change in changes for part in change.key)


def _change(item: object) -> RowChange:
    match item:
        case [str(table), [*key], before, after] if table in DECISIONS and len(key) == len(DECISIONS[table].key):
            words = tuple(part for part in key if isinstance(part, str))
            if len(words) == len(key) and (before is not None or after is not None):
                return RowChange(table, words, _columns(table, before), _columns(table, after))
    raise ProjectError("project-damaged", name="log")


def _columns(table: str, image: object) -> Mapping[str, Value] | None:
    if image is None:
        return None
    if not isinstance(image, dict):
        raise ProjectError("project-damaged", name="log")
    columns: Row = {}
    for name, value in cast("dict[str, object]", image).items():
        if name not in DECISIONS[table].columns or isinstance(value, bool):
            raise ProjectError("project-damaged", name="log")
        if value is not None and not isinstance(value, str | int):
            raise ProjectError("project-damaged", name="log")
        columns[name] = value
    return columns
