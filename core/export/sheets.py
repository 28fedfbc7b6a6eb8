"""Tables as workbooks and CSV files: typed numbers, frozen and filtered heads, words that never run as formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from core.export.csv import as_text
from core.export.writing import Cell, check_folder, replacing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]

_WIDEST, _NARROWEST = 48, 8
_LONG = 24
_LONGEST = 32_000  # a spreadsheet's cell holds 32767 characters


def write_rows(target: Path, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """One table as a workbook, or as CSV where the name ends so; UTF-8 with BOM, as Excel needs it.

    Raises:
        PolicyReviewError: the folder is missing or cannot be written, or the file is open elsewhere.
    """
    check_folder(target)
    if target.suffix == ".xlsx":
        write_sheets(target, [(title, heads, rows)])
        return
    with replacing(target) as beside, beside.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows([["" if cell is None else as_text(cell) for cell in row] for row in rows])


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
    wrapped, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for place, row in enumerate([heads, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            if isinstance(value, str):
                cell.value = _storable(value)
                cell.data_type = "s"  # "=1+1" is words somebody wrote, not a formula
                widths[column - 1] = max(widths[column - 1], _width(value))
                if len(value) > _LONG:  # a style costs more than the cell: only where it is seen
                    cell.alignment = wrapped
            else:
                cell.value = value
            if place == 1:
                cell.font = bold
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
