"""Tables as files, for a look at them as evidence: CSV and Excel workbooks, cells as their words.

Nothing in a workbook is computed: a formula shows the value that was saved with it.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from itertools import islice
from pathlib import PurePath

from core.messages import PolicyReviewError
from core.readers.decoding import decode
from core.values import dataclass

#: What a workbook may unpack to; a table that a person can look at stays far below, a zip bomb does not.
LARGEST_UNPACKED_MB = 200

#: Endings of the files that are read here.
ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")

_DELIMITERS = ",\t;|"
_SNIFFED = 8192


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: rows of cells, as many as were asked for. `more` says that there are further rows or columns."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    more: bool


def sheets(data: bytes, name: str, *, rows: int = 2000, columns: int = 100) -> tuple[Sheet, ...]:
    """The tables of a CSV file or a workbook, each cut to so many rows and columns.

    Raises:
        PolicyReviewError: "damaged", "too-large", or a text in an unknown encoding.
    """
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, name, rows, columns)
    text = decode(data, name).text
    return (_sheet(PurePath(name).stem, _lines(text, name), rows, columns),)


def _lines(text: str, name: str) -> Iterator[list[str]]:
    csv.field_size_limit(2**20)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:_SNIFFED], _DELIMITERS)
    except csv.Error:
        dialect = csv.excel_tab if name.lower().endswith(".tsv") else csv.excel
    return csv.reader(StringIO(text, newline=""), dialect)


def _workbook(data: bytes, name: str, rows: int, columns: int) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED_MB * 2**20:
                raise PolicyReviewError("too-large", name=name, limit=str(LARGEST_UNPACKED_MB))
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return tuple(
                _sheet(sheet.title, _cells(sheet, rows, columns), rows, columns)
                for sheet in book.worksheets
                if isinstance(sheet, ReadOnlyWorksheet)
            )
        finally:
            book.close()
    except PolicyReviewError:
        raise
    except Exception as error:  # openpyxl answers a broken workbook with whatever its code stumbled over
        raise PolicyReviewError("damaged", name=name, kind="xlsx") from error


def _cells(sheet: object, rows: int, columns: int) -> Iterator[list[str]]:
    """The cells that are used: what a sheet says of its own size is not believed, it may be a million columns."""
    values = sheet.iter_rows(max_row=rows + 1, max_col=columns + 1, values_only=True)  # type: ignore[attr-defined]
    for row in values:
        cells = ["" if value is None else str(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _sheet(name: str, lines: Iterable[list[str]], rows: int, columns: int) -> Sheet:
    try:
        taken = list(islice(lines, rows + 1))
    except csv.Error as error:
        raise PolicyReviewError("damaged", name=name, kind="csv") from error
    more = len(taken) > rows or any(len(row) > columns for row in taken)
    kept = [row[:columns] for row in taken[:rows]]
    while kept and not any(kept[-1]):
        kept.pop()
    width = max(map(len, kept), default=0)
    return Sheet(name, tuple(tuple(row) + ("",) * (width - len(row)) for row in kept), more)
