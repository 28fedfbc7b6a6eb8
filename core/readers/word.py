"""Word documents: paragraphs and tables in reading order, with the numbers that Word prints before list paragraphs.

What stands is the final text: deletions that are only tracked are left out, insertions are in.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from core.messages import PolicyReviewError
from core.readers.numbering import Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Deleted or moved away, field codes, and the older twin of a drawing: none of it is printed.
_UNPRINTED = frozenset(
    [_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")] + [_MC + "Fallback"]
)
_WRAPPERS = frozenset(_W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PRINTED = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_SYMBOLS = {"F06C": "●", "F06E": "■", "F075": "◆", "F0A8": "□", "F0D8": "➢", "F0FC": "✔", "F076": "❖"}


def document_text(data: bytes, name: str) -> str:
    """The document as lines: one a paragraph, one a table row with its cells set apart by tabs.

    Raises:
        PolicyReviewError: "damaged" when it is no readable Word document.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(BytesIO(data))
        body = document.element.body
        numbering = Numbering.of(document)
        return "\n".join(_lines(body, numbering))
    except (
        OpcError, zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError, AttributeError, EOFError,
        NotImplementedError, OSError, RecursionError, TypeError, IndexError,
    ) as error:  # fmt: skip
        # python-docx answers a broken package with whatever its code stumbled over
        raise PolicyReviewError("damaged", name=name, kind="docx") from error


def _lines(container: Element, numbering: Numbering) -> Iterator[str]:
    for element in _blocks(container):
        if element.tag == _W + "tbl":
            yield from _rows(element, numbering)
        else:
            yield from _paragraph(element, numbering)


def _blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables of a container, looking into the wrappers that Word puts around them."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _blocks(child)
        elif child.tag in (_W + "p", _W + "tbl"):
            yield child


def _rows(table: Element, numbering: Numbering) -> Iterator[str]:
    for row in table.iter(_W + "tr"):
        if next(row.iterancestors(_W + "tbl")) is not table:
            continue  # the row of a table within a cell, already in that cell's words
        cells = [cell for cell in row.iter(_W + "tc") if next(cell.iterancestors(_W + "tr")) is row]
        yield "\t".join(_cell(cell, numbering) for cell in cells).rstrip("\t")


def _cell(cell: Element, numbering: Numbering) -> str:
    lines = (line.replace("\t", " ").replace("\n", " ").strip() for line in _lines(cell, numbering))
    return " ".join(line for line in lines if line)


def _paragraph(paragraph: Element, numbering: Numbering) -> Iterator[str]:
    """The paragraph as it prints, then the paragraphs of text boxes that hang on it."""
    boxes: list[Element] = []
    words = "".join(_words(paragraph, boxes))
    label = numbering.label(paragraph) if words.strip() else ""
    yield label + words
    for box in boxes:
        yield from _lines(box, numbering)


def _words(element: Element, boxes: list[Element]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _UNPRINTED:
            continue
        if tag == _W + "t":
            yield child.text or ""
        elif tag in _PRINTED:
            yield _PRINTED[tag]
        elif tag == _W + "sym":
            yield _SYMBOLS.get((child.get(_W + "char") or "").upper(), "")
        elif tag == _W + "txbxContent":
            boxes.append(child)
        else:
            yield from _words(child, boxes)
