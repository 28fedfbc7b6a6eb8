"""What the log's old entries say, in today's rows: format 1 kept a claim's place and judgement in the claim's own row.

A translated change does to today's rows what the change did to the old ones: a row of format 1 is always the same rows
today, whatever came before, so undo and redo go on over entries of an older version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.project.changes import Row, RowChange, Value

#: The tables that edits of format 1 wrote, with their key columns.
TABLES_1 = {
    "setting": ("key",), "tag": ("id",), "evidence": ("id",), "claim": ("id",), "claim_tag": ("claim", "tag"),
    "evidence_link": ("claim", "evidence"), "hit_answer": ("id",),
}  # fmt: skip

_ANCHOR = ("span_start", "span_end", "exact", "prefix", "suffix")
_JUDGEMENT = {"verdict": "value"} | {name: name for name in ("confidence", "rationale", "judged_by", "judged_at")}

#: What format 1 had not asked for.
_TAG: Row = {"include": "", "exclude": "", "example": "", "parent": None}
_EVIDENCE: Row = {
    "method": None, "provider_role": None, "signature": "not_needed", "signature_reason": "", "copy_state": None,
    "archive_url": None, "data_period": "", "vintage": None, "linked_paths": None, "page": "", "table_name": "",
    "cell": "", "time": "", "independence_group": "", "sensitivity": "internal",
}  # fmt: skip

#: The stance that §4 of the handbook does not know goes on as support with its reservation in words.
_PARTLY: Row = {"stance": "supports", "note": "部分支持 partly supports"}


def from_format_1(changes: Iterable[RowChange]) -> Iterator[RowChange]:
    """The changes of a log entry of format 1 as changes of today's rows; a row put in goes parents first."""
    for change in changes:
        parts = list(_parts(change))
        yield from reversed(parts) if change.after is None else parts


def _parts(change: RowChange) -> Iterator[RowChange]:
    before, after, whole = change.before, change.after, change.before is None or change.after is None
    match change.table:
        case "claim":
            (key,) = change.key
            for table, part, names in (
                ("claim", (), None), ("anchor", ("1",), _ANCHOR), ("verdict", ("veracity",), _JUDGEMENT)
            ):
                images = [None if image is None else _cut(image, table, key, names, whole) for image in (before, after)]
                if whole or any(images):
                    yield RowChange(table, (key, *part), *images)
        case "tag":
            yield RowChange(change.table, change.key, _filled(before, _TAG, whole), _filled(after, _TAG, whole))
        case "evidence":
            yield RowChange(change.table, change.key, _evidence(before, whole), _evidence(after, whole))
        case "evidence_link":
            yield RowChange(change.table, change.key, _link(before), _link(after))
        case _:
            yield change


def _cut(
    image: Mapping[str, Value], table: str, key: str, names: Iterable[str] | None, whole: bool
) -> Mapping[str, Value]:
    """The columns of an old claim row that are today in `table`."""
    if names is None:
        row = {name: value for name, value in image.items() if name not in (*_ANCHOR, *_JUDGEMENT)}
        if whole:
            by_program = image.get("origin") == "program"
            row |= {
                "suggestion": key.partition(".")[2] if by_program else None, "accepted": 0, "status": "unreviewed"
            }
        return row
    row = {_JUDGEMENT.get(name, name): image[name] for name in names if name in image}
    if whole and table == "anchor":
        row |= {"claim": key, "position": 1, "state": "ok"}
    if whole and table == "verdict":
        row |= {"claim": key, "scale": "veracity"}
    return row


def _filled(image: Mapping[str, Value] | None, new: Row, whole: bool) -> Mapping[str, Value] | None:
    return image if image is None or not whole else {**image, **new}


def _evidence(image: Mapping[str, Value] | None, whole: bool) -> Mapping[str, Value] | None:
    if image is None or not whole:
        return image
    return {**image, **_EVIDENCE, "holding": None if image.get("sha256") is None else "embedded"}


def _link(image: Mapping[str, Value] | None) -> Mapping[str, Value] | None:
    if image is None or "stance" not in image:
        return image
    return {**image, **(_PARTLY if image["stance"] == "partly" else {"note": ""})}
