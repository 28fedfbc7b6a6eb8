"""The review's tables as CSV files that open in a spreadsheet: UTF-8 with BOM, text that stays text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.export.ledgers import head, ledger_of, typed
from core.export.material import Material, gather
from core.export.source import Reviewed
from core.export.words import word
from core.export.writing import check_folder, replacing
from core.ledgers import NAMES, LedgerName
from core.messages import finding_message
from core.tables import claims_table, decisions_table, evidence_table, findings_table, metrics_table
from core.vocabulary import Language, label

if TYPE_CHECKING:
    from pandas import DataFrame

#: A cell that begins with one of these would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def export_csv(
    project: Reviewed, folder: Path, language: Language, *, only_ledgers: bool = False
) -> list[Path]:
    """Write one file for each table into `folder`, replacing older ones of the same names; or the ledgers alone.

    Raises:
        PolicyReviewError: the folder is missing or cannot be written, or a file is open elsewhere.
    """
    material = gather(project, language)
    named: dict[str, DataFrame] = {}
    if not only_ledgers:
        for key, table in tables(material).items():
            heads = {column: word(f"column.{column}", language) for column in table.columns}
            named[word(f"file.{key}", language)] = table.rename(columns=heads)
    named |= {label("ledger", name, language): ledger_table(name, material) for name in NAMES}
    written = []
    for title, table in named.items():
        target = folder / f"{title}.csv"
        check_folder(target)
        with replacing(target) as beside:
            table.map(as_text).to_csv(beside, index=False, encoding="utf-8-sig")
        written.append(target)
    return written


def ledger_table(name: LedgerName, material: Material) -> DataFrame:
    """One ledger under its heads in the review's language."""
    import pandas

    made = ledger_of(name, material)
    heads = [head(column, material.language) for column in made.columns]
    rows = [[typed(column, row.cells[column.key], material.language) for column in made.columns] for row in made.rows]
    return pandas.DataFrame(rows, columns=heads, dtype=object)


def tables(material: Material) -> dict[str, DataFrame]:
    """The tables by name: metrics, claims, evidence, findings, and how people decided that figures are read."""
    language, report = material.language, material.report
    names = {key: material.tag_name(key) for key in material.tags}
    messages = {hit.id: finding_message(hit.finding, language) for hit in material.hits}
    return {
        "metrics": metrics_table(report, language),
        "claims": claims_table(report, material.claims, language, tags=names, evidence=material.evidence),
        "evidence": evidence_table(material.evidence, material.claims, language),
        "findings": findings_table(report, material.hits, language, messages=messages),
        "readings": decisions_table(report, language),
    }


def as_text(cell: object) -> object:
    """Numbers as they are; words that look like a formula get an apostrophe before them, which spreadsheets hide."""
    if isinstance(cell, str) and (cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)):
        return f"'{cell}"
    return cell
