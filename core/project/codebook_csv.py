"""The codebook as a table that a spreadsheet opens: out as CSV in UTF-8 with BOM, text that stays text; in as CSV or as
a workbook, in which nothing is computed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.messages import PolicyReviewError
from core.model import Tag
from core.project import files
from core.project.codebook import CodeEntry, tag_definition, tag_name
from core.project.errors import ProjectError, named_errors
from core.project.rows import COLOUR
from core.readers.sheets import sheets
from core.vocabulary import Language, keys, label

#: A cell that begins with one of these would be run as a formula by a spreadsheet; the apostrophe before it is hidden.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'")
_LARGEST = 16 * 2**20
_MOST_CODES = 5000
_ENCODINGS = ("utf-8-sig", "gb18030")


def export_codebook(tags: Sequence[Tag], target: Path, language: Language) -> Path:
    """Write the codes to `target`, replacing what is there; a parent is named.

    Raises:
        ProjectError: it cannot be written; `target` is as it was.
    """
    names = {tag.id: tag_name(tag, language) for tag in tags}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(label("codebook_column", column, language) for column in keys("codebook_column"))
    for tag in tags:
        cells = {
            "name": names[tag.id], "definition": tag_definition(tag, language), "include": tag.include,
            "exclude": tag.exclude, "example": tag.example, "colour": tag.colour,
            "parent": names.get(tag.parent or "", ""),
        }  # fmt: skip
        writer.writerow(_safe(cells[column]) for column in keys("codebook_column"))
    with named_errors(target.name, "cannot-write"):
        files.write_text(target, text.getvalue().encode("utf-8-sig"))
    return target


def read_codebook(source: Path) -> tuple[CodeEntry, ...]:
    """The codes of a table that `export_codebook` or a person wrote: a head in either language, a name in each row.

    Rows without a name are left out, and a colour that is none.

    Raises:
        PolicyReviewError: the file cannot be read, is a damaged workbook, or no such table: "not-a-codebook".
    """
    try:
        if source.stat().st_size > _LARGEST:
            raise ProjectError("not-a-codebook", name=source.name)
        content = source.read_bytes()
    except FileNotFoundError:
        raise ProjectError("no-such-file", name=source.name) from None
    except OSError as error:
        raise PolicyReviewError("read-failed", name=source.name, reason=error.strerror or str(error)) from error
    for table in _tables(content, source.name):
        columns = [_column(cell) for cell in table[0]] if table else []
        if "name" in columns:
            return _entries(columns, table[1:])
    raise ProjectError("not-a-codebook", name=source.name)


def _entries(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[CodeEntry, ...]:
    found: dict[str, CodeEntry] = {}
    for row in rows:
        cells = {column: _plain(cell) for column, cell in zip(columns, row, strict=False) if column}
        name = " ".join(cells.get("name", "").split())
        if name and name not in found:
            colour = cells.get("colour", "").upper()
            cells |= {"name": name, "colour": colour if COLOUR.fullmatch(colour) else ""}
            cells["parent"] = " ".join(cells.get("parent", "").split())
            found[name] = CodeEntry(**cells)
    return tuple(found.values())


def _tables(content: bytes, name: str) -> Iterator[Sequence[Sequence[str]]]:
    """The sheets of a workbook, or the one table of a text."""
    if content.startswith(b"PK\x03\x04"):
        for sheet in sheets(content, name, rows=_MOST_CODES):
            yield sheet.rows
        return
    text = _decoded(content, name)
    try:
        yield list(csv.reader(io.StringIO(text, newline=""), dialect=_dialect(text)))
    except csv.Error:
        raise ProjectError("not-a-codebook", name=name) from None


def _decoded(content: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ProjectError("not-a-codebook", name=name)


def _dialect(text: str) -> type[csv.Dialect]:
    """Commas, or what a spreadsheet of another country puts for them."""
    head = text.split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Table


def _column(cell: str) -> str:
    word = " ".join(cell.split()).casefold()
    for column in keys("codebook_column"):
        if word in {column, label("codebook_column", column, "zh"), label("codebook_column", column, "en").casefold()}:
            return column
    return ""


def _safe(cell: str) -> str:
    return f"'{cell}" if _runs(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _runs(cell[1:]) else cell


def _runs(cell: str) -> bool:
    return cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
