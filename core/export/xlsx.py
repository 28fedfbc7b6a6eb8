"""The review as a workbook for a spreadsheet program (handbook §9): one sheet a table, numbers typed, units apart.

Sheets: targets beside actuals, results, commitments, figures, claims, evidence, checks, and what the workbook is.
Text that a spreadsheet would run as a formula stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from core.export.csv import tables
from core.export.ledgers import head, ledger_of, typed
from core.export.material import Material, gather
from core.export.source import Reviewed
from core.export.words import word
from core.export.writing import check_folder, replacing
from core.ledgers import NAMES
from core.vocabulary import Language, label

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell: TypeAlias = str | int | float | None
Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]

_WIDEST, _NARROWEST = 48, 8
_LONGEST = 32_000  # a spreadsheet's cell holds 32767 characters


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


def write_sheets(target: Path, made: Iterable[Sheet]) -> None:
    """Write sheets with frozen and filtered heads to `target`.

    Raises:
        PolicyReviewError: the folder cannot be written, or the file is open elsewhere.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, heads, rows in made:
        _fill(book.create_sheet(title[:31]), heads, rows)
    with replacing(target) as beside:
        book.save(beside)


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    widths = [_width(words) for words in heads]
    for place, row in enumerate([heads, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            if isinstance(value, str):
                cell.value = _storable(value)
                cell.data_type = "s"  # "=1+1" is words somebody wrote, not a formula
                widths[column - 1] = max(widths[column - 1], _width(value))
            else:
                cell.value = value
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
            if place == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(_NARROWEST, width + 2))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _storable(words: str) -> str:
    """Without the control characters that the format forbids, and no longer than a cell can be."""
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n")[:_LONGEST]


def _width(words: str) -> int:
    """How many Latin letters wide; a Chinese character is two."""
    return max((sum(2 if sign > "\u2e7f" else 1 for sign in line) for line in words.split("\n")), default=0)
