"""The review as a workbook for a spreadsheet program (handbook §9): one sheet a table, numbers typed, units apart.

Sheets: targets beside actuals, results, commitments, figures, claims, evidence, checks, and what the workbook is.
Text that a spreadsheet would run as a formula stays text.
"""

from __future__ import annotations

from pathlib import Path

from core.export.csv import tables
from core.export.ledgers import head, ledger_of, typed
from core.export.material import Material, gather
from core.export.sheets import Sheet, write_sheets
from core.export.source import Reviewed
from core.export.words import word
from core.export.writing import Cell, check_folder
from core.ledgers import NAMES
from core.vocabulary import Language, label


def export_xlsx(project: Reviewed, target: Path, language: Language) -> None:
    """Write the workbook to `target`, replacing an older one.

    Raises:
        PolicyReviewError: the folder is missing or cannot be written, or the file is open elsewhere.
    """
    check_folder(target)
    write_sheets(target, sheets(gather(project, language)))


def sheets(material: Material) -> list[Sheet]:
    """The sheets of a review: title, heads, rows."""
    language = material.language
    found: list[Sheet] = []
    for name in NAMES:
        ledger = ledger_of(name, material)
        heads = [head(column, language) for column in ledger.columns]
        rows = [[typed(column, row.cells[column.key], language) for column in ledger.columns] for row in ledger.rows]
        found.append((label("ledger", name, language), heads, rows))
    for file, table in tables(material).items():
        heads = [word(f"column.{column}", language) for column in table.columns]
        found.append((word(f"file.{file}", language), heads, [
            [_plain(cell) for cell in row] for row in table.itertuples(index=False, name=None)
        ]))
    about: list[list[Cell]] = [
        [word("xlsx.report", language), material.report.title or material.report.source.name],
        [word("xlsx.project", language), material.project_name],
        [word("xlsx.version", language), material.version.number],
        [word("xlsx.reviewer", language), material.settings.get("reviewer", "")],
        [word("xlsx.source", language), material.report.source.sha256],
        [word("xlsx.review", language), material.content_hash],
        [word("xlsx.note", language), word("xlsx.note-text", language)],
    ]
    found.append((word("xlsx.about", language), [word("xlsx.what", language), word("xlsx.value", language)], about))
    return found


def _plain(cell: object) -> Cell:
    """A cell of a data frame; what is missing there is not a number."""
    return cell if isinstance(cell, str | int | float) and cell == cell else None
