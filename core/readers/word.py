"""Word documents: paragraphs and tables in reading order, with the numbers that Word prints before list paragraphs.

What stands is the final text: deletions that are only tracked are left out, insertions are in. Notes keep their marks
in the sentence as [1], set off from its figures, and their words follow the text.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from core.messages import PolicyReviewError
from core.model.layout import FurnitureKind
from core.readers.building import Box, TextBuilder
from core.readers.numbering import Numbering
from core.readers.package import Package
from core.readers.reading import ReadingOptions, Words
from core.readers.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
#: Deleted or moved away, field codes, formatting, how a sign is spoken, and the older twin of a drawing: none of it is
#: part of the printed words.
_UNPRINTED = frozenset(
    [_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr", "rt")]
)
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WRAPPERS = frozenset(_W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PRINTED = {
    _W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "softHyphen": "",
    _W + "ptab": "\t",
}  # fmt: skip
#: Glyphs of the symbol fonts (Wingdings, Symbol) as the characters that they print.
_SYMBOLS = {
    "F06C": "●", "F06E": "■", "F075": "◆", "F0A8": "□", "F0D8": "➢", "F0FC": "✔", "F076": "❖", "F0B7": "●", "F0A7": "■",
    "F0FE": "☑", "F052": "☑", "F0A3": "□", "F06F": "□", "F0E0": "→", "F0B0": "°", "F0B1": "±", "F0B3": "≥",
}  # fmt: skip
_NOTES = {_W + "footnoteReference": "footnotes", _W + "endnoteReference": "endnotes"}
_FURNITURE: tuple[tuple[str, FurnitureKind], ...] = (("header", "header"), ("footer", "footer"))
_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第?\s*\d*\s*页?[,，/]?\s*(?:共\s*\d*\s*页)?|Page\s*\d*(?:\s*of\s*\d*)?)[-—–·\s]*", re.I
)
#: A cell longer than this is text in a frame, not the cell of a table.
_LONGEST_CELL = 400


def document_words(data: bytes, name: str, options: ReadingOptions) -> Words:
    """The document as lines: one a paragraph, one a table row with its cells set apart by tabs.

    Raises:
        PolicyReviewError: "damaged" when it is no readable Word document, "too-large" when it unpacks to too much.
    """
    try:
        package = Package.opened(data, name)
        root = package.root(package.main)
        body = root.find(_W + "body") if root is not None else None
        if body is None:
            raise PolicyReviewError("damaged", name=name, kind="docx")
        styles = Styles.of(package.of_kind("styles"))
        numbering = Numbering.of(package.of_kind("numbering"), styles)
        reader = _Reader(package, styles, numbering, TextBuilder(options.put_back))
        reader.read(body)
        return reader.out.finished()
    except (
        zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError, EOFError, NotImplementedError, OSError,
        RecursionError, IndexError,
    ) as error:  # fmt: skip
        raise PolicyReviewError("damaged", name=name, kind="docx") from error


@dataclass(slots=True)
class _Reader:
    """Goes through one document; `notes` are the marks seen so far, in order, each with its part and id."""

    package: Package
    styles: Styles
    numbering: Numbering
    out: TextBuilder
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: int = 0
    #: The mark at the end of the last paragraph is deleted: the next one goes on with it.
    joined: bool = False

    def read(self, body: Element) -> None:
        """The whole document: heads, text, notes, feet."""
        feet = self._heads_and_feet(body)
        self._blocks(body)
        self._notes()
        for key, kind, lines in feet:
            self.out.furniture(key, kind, lines)

    def _heads_and_feet(self, body: Element) -> list[tuple[str, FurnitureKind, list[str]]]:
        """Prints heads that were put back; gives the feet, which follow the text."""
        feet = []
        seen: set[str] = set()
        for name, kind in _FURNITURE:
            for reference in body.iter(f"{_W}{name}Reference"):
                key = reference.get(_R + "id") or reference.get(_STRICT_R + "id") or ""
                _, part = self.package.relations.get(key, ("", ""))
                if not part or part in seen:
                    continue
                seen.add(part)
                root = self.package.root(part)
                printed = self._lines_of(root) if root is not None else []
                lines = [line for line in printed if not _PAGE_NUMBER.fullmatch(line.strip())]
                entry = (f"{kind}.{part.rsplit('/', 1)[-1]}", kind, lines)
                if kind == "header":
                    self.out.furniture(*entry)
                else:
                    feet.append(entry)
        return feet

    def _lines_of(self, container: Element) -> list[str]:
        """The paragraphs of a head, foot or note as lines, its tables as rows."""
        found: list[str] = []
        for element in _blocks(container):
            if element.tag == _W + "tbl":
                found += ["\t".join(box.words for box in row).rstrip("\t") for row in self._rows(element)]
            else:
                boxes: list[Element] = []
                found.append("".join(self._words(element, boxes)))
                for box in boxes:
                    found += self._lines_of(box)
        return found

    def _blocks(self, container: Element) -> None:
        for element in _blocks(container, self._embedded):
            if element.tag == _W + "tbl":
                self._table(element)
            else:
                self._paragraph(element)

    def _embedded(self) -> None:
        self.out.notice("docx-embedded")

    def _paragraph(self, paragraph: Element) -> None:
        """The paragraph as it prints, then the paragraphs of text boxes that hang on it."""
        boxes: list[Element] = []
        words = "".join(self._words(paragraph, boxes))
        label = self.numbering.label(paragraph) if words.strip() else ""
        level = self.styles.level(paragraph)
        look = self.styles.look(paragraph) if level is None and words.strip() else None
        self.out.line(label + words, level, glued=self.joined, look=look)
        self.joined = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        for box in boxes:
            self._blocks(box)

    def _table(self, table: Element) -> None:
        rows = list(_own_rows(table))
        if _is_frame(rows):
            for row in rows:
                for cell in _own_cells(row):
                    self._blocks(cell)
            return
        self.out.table(list(self._rows(table)))

    def _rows(self, table: Element) -> Iterator[list[Box]]:
        """The rows with merged cells counted: a cell that goes on below is given its height."""
        reaching: dict[int, Box] = {}
        for row in _own_rows(table):
            boxes: list[Box] = []
            before = column = _number(row.find(f"{_W}trPr/{_W}gridBefore"))
            for cell in _own_cells(row):
                width = max(1, _number(cell.find(f"{_W}tcPr/{_W}gridSpan")))
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merge is not None and merge.get(_W + "val") != "restart"
                above = reaching.get(column)
                if goes_on and above is not None:
                    above.rows += 1
                    boxes.append(Box("", columns=width, continued=True))
                else:
                    box = Box(self._cell(cell), columns=width, head=_is_head(row), before=before)
                    boxes.append(box)
                    reaching.pop(column, None)
                    if merge is not None:
                        reaching[column] = box
                before = 0
                column += width
            yield boxes

    def _cell(self, cell: Element) -> str:
        lines = (line.replace("\t", " ").replace("\n", " ").strip() for line in self._cell_lines(cell))
        return " ".join(line for line in lines if line)

    def _cell_lines(self, cell: Element) -> Iterator[str]:
        for element in _blocks(cell):
            if element.tag == _W + "tbl":
                yield from (" ".join(filter(None, (box.words for box in row))) for row in self._rows(element))
                continue
            boxes: list[Element] = []
            words = "".join(self._words(element, boxes))
            yield (self.numbering.label(element) if words.strip() else "") + words
            for box in boxes:
                yield from self._lines_of(box)

    def _words(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in _UNPRINTED:
                continue
            if tag in (_W + "t", _FORMULA):
                yield child.text or ""
            elif tag in _PRINTED:
                yield _PRINTED[tag]
            elif tag == _W + "sym":
                yield _symbol(child.get(_W + "char") or "")
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], child.get(_W + "id") or ""))
                yield f"[{len(self.notes)}]"
            elif tag == _W + "r" and self.styles.hidden(child):
                yield from self._hidden(child, boxes)
            elif tag == _W + "txbxContent":
                boxes.append(child)
            elif tag == _MC + "AlternateContent":
                chosen = child.find(_MC + "Choice")
                chosen = chosen if chosen is not None else child.find(_MC + "Fallback")
                if chosen is not None:
                    yield from self._words(chosen, boxes)
            elif tag != _MC + "Fallback":
                yield from self._words(child, boxes)

    def _hidden(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        words = "".join(self._words(run, boxes))
        if words.strip():
            self.hidden += 1
            key = f"hidden.{self.hidden}"
            if key in self.out.put_back:
                yield words
            else:
                self.out.leave_out(key, "hidden", words)

    def _notes(self) -> None:
        """The words of the notes, one a line behind its number."""
        at = 0
        roots: dict[str, Element | None] = {}
        while at < len(self.notes):  # a note may hold the mark of another
            kind, key = self.notes[at]
            at += 1
            if kind not in roots:
                roots[kind] = self.package.of_kind(kind)
            root = roots[kind]
            found = None if root is None else next((note for note in root if note.get(_W + "id") == key), None)
            if found is not None:
                words = " ".join(filter(None, (line.strip() for line in self._lines_of(found))))
                self.out.line(f"[{at}]{words}")


def _blocks(container: Element, embedded: object = None) -> Iterator[Element]:
    """Paragraphs and tables of a container, looking into the wrappers that Word puts around them."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _blocks(child, embedded)
        elif child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag == _W + "altChunk" and callable(embedded):
            embedded()


def _own_rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself, deleted ones left out; those of a table within a cell are that cell's words."""
    for row in table.iter(_W + "tr"):
        if next(row.iterancestors(_W + "tbl")) is table and row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _own_cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(_W + "tc") if next(cell.iterancestors(_W + "tr")) is row]


def _is_frame(rows: list[Element]) -> bool:
    """Whether a table only frames text: one column, cells with long text, or a table of its own in a large cell."""
    cells = [_own_cells(row) for row in rows]
    if all(len(row) < 2 for row in cells):
        return True
    lengths = [sum(len(text.text or "") for text in cell.iter(_W + "t")) for row in cells for cell in row]
    nested = any(cell.find(f"{_W}tbl") is not None for row in cells for cell in row)
    return max(lengths, default=0) > (_LONGEST_CELL / 2 if nested else 5 * _LONGEST_CELL)


def _is_head(row: Element) -> bool:
    mark = row.find(f"{_W}trPr/{_W}tblHeader")
    return mark is not None and mark.get(_W + "val") not in ("0", "false", "off")


def _number(element: Element | None) -> int:
    value = (element.get(_W + "val") or "") if element is not None else ""
    return min(int(value), 200) if value.isascii() and value.isdigit() and len(value) < 5 else 0


def _symbol(code: str) -> str:
    """The character of a symbol font's glyph; one outside of the private area prints as itself."""
    code = code.upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if not re.fullmatch("[0-9A-F]{1,4}", code):
        return ""
    number = int(code, 16)
    return chr(number) if number >= 0x20 and not 0xD800 <= number <= 0xF8FF else ""
