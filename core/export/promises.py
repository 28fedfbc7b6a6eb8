"""What people filled into the ledgers, for the document: beside the targets, and the ledger of commitments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.export.glyphs import Json
from core.export.ledgers import head, ledger_of, text
from core.export.material import Material
from core.ledgers import COLUMNS, LedgerRow
from core.text import shortened

#: What stands in the table of targets itself, or is worked out there.
_IN_TABLE: Final = frozenset({
    "number", "indicator", "unit", "target_text", "target_value", "comparison", "result", "place",
})  # fmt: skip
#: The columns of the printed ledger; the others that were filled in follow below the task.
_PRINTED: Final = ("number", "task", "quantity", "lead_unit", "deadline", "fulfilment", "evidence")
#: Those that stand there also where they are empty in every row.
_ALWAYS: Final = frozenset({"number", "task"})
#: What stands below a task also where nobody wrote it.
_READ_TOO: Final = frozenset({"fulfilment", "completion", "evidence", "support_units"})
#: Characters of a task.
_TASK: Final = 110
_QUIET: Final = frozenset({*_PRINTED, "place", "types", "verb", "deliverable"})


def filled_beside(material: Material) -> Mapping[str, str]:
    """What a person wrote beside a target, as one line, by the ids of the figures of its row."""
    found: dict[str, str] = {}
    for row in ledger_of("targets", material).rows:
        if not any(cell.by_hand for cell in row.cells.values()) and not row.cells["fulfilment"].value:
            continue
        words = _line(material, row, "targets", _IN_TABLE)
        found |= dict.fromkeys(row.metrics, words)
    return found


def promises(material: Material) -> Json:
    """The ledger of commitments: columns with their heads, and rows with what was filled in besides.

    A column in which no row has anything leaves its room to the tasks.
    """
    language = material.language
    columns = {column.key: column for column in COLUMNS["commitments"]}
    shown = {claim.id: claim.number for claim in material.shown}
    rows: list[dict[str, Json]] = []
    for row in ledger_of("commitments", material).rows:
        cells: dict[str, Json] = {key: text(columns[key], row.cells[key], language) for key in _PRINTED}
        cells["task"] = shortened(str(cells["task"]), _TASK)  # the whole stands in the text, where its number leads
        cells["more"] = _line(material, row, "commitments", _QUIET)
        cells["claim"] = shown.get(row.claim, 0)
        rows.append(cells)
    keys: list[Json] = [key for key in _PRINTED if key in _ALWAYS or any(row[key] for row in rows)]
    return {"keys": keys, "heads": [head(columns[str(key)], language) for key in keys], "rows": list[Json](rows)}


def _line(material: Material, row: LedgerRow, name: str, left_out: frozenset[str]) -> str:
    """Heads and cells in one line; what the text gives is printed already, but for what belongs to the claim."""
    columns = COLUMNS["targets" if name == "targets" else "commitments"]
    parts = []
    for column in columns:
        cell = row.cells[column.key]
        wanted = cell.by_hand or column.key in _READ_TOO
        if column.key not in left_out and wanted and (words := text(column, cell, material.language)):
            parts.append(f"{head(column, material.language).removesuffix('%')} {words}")
    return " · ".join(parts)
