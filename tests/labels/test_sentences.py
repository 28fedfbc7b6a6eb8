"""Real reports come out with each section's first and last words, the cells of their tables, and without furniture.

The files under `sentences` hold a few words of each place, as a person found them in the document itself. A line of
them is depth, beginning of the title, first words and last words of the section's own text; `#furniture` names words of
the text that are no part of the report, `#left out` words kept aside by the reader, `#cell` table, row, column, words.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from core.model.document import Document
from core.readers import Reading, ReadingOptions, read
from core.sections import read_structure

FILES = sorted((Path(__file__).parent / "sentences").glob("*.tsv"))
_AROUND = "。！？：:"
#: A scan, and the labels of the same words as text.
_SCAN = ("chengdong-2024-scan.pdf", "chengdong-2024")


@cache
def _read(path: Path) -> tuple[Reading, Document]:
    reading = read(path)
    return reading, read_structure(reading.text, reading.layout)


def _labels(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text("utf-8").splitlines()]


def _squeezed(words: str) -> str:
    """Words without white space, which a printed page does not tell."""
    return "".join(words.split())


def _document(file: Path, corpus: Path) -> tuple[Reading, Document]:
    return _read(corpus / next(line[1] for line in _labels(file) if line[0] == "#document"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_each_section_begins_and_ends_with_its_own_words(file: Path, corpus: Path) -> None:
    """A lost paragraph, or one that is another section's, shows at one of the two ends."""
    reading, document = _document(file, corpus)
    expected = [line for line in _labels(file) if not line[0].startswith("#")]
    assert [(str(one.depth), one.title[:14]) for one in document.sections] == [(line[0], line[1]) for line in expected]
    for index, (section, (_, title, first, last)) in enumerate(zip(document.sections, expected, strict=True)):
        after = document.sections[index + 1] if index + 1 < len(document.sections) else None
        end = min(section.span.end, after.heading.start if after else section.span.end)
        own = _squeezed(reading.text[section.heading.end : end].replace("\\r\\n", "\n"))
        assert own.lstrip(_AROUND).startswith(_squeezed(first)), title
        assert own.endswith(_squeezed(last)), title


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_furniture_is_no_part_of_the_report(file: Path, corpus: Path) -> None:
    """What a site or an editor put around a report is told apart, whether it stands in the text or was left out."""
    reading, document = _document(file, corpus)
    noise = [span.quote(reading.text) for span in document.noise]
    left_out = [one.words for one in reading.layout.left_out]
    for kind, *words in _labels(file):
        if kind == "#furniture":
            assert any(words[0] in found for found in noise), words
        elif kind == "#left out":
            assert any(words[0] in found for found in left_out), words
            assert words[0] not in reading.text


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_cells_stand_where_the_table_has_them(file: Path, corpus: Path) -> None:
    """Row and column of a few cells of each kind: heads, names with notes, figures at the edges."""
    reading, _ = _document(file, corpus)
    for kind, *places in _labels(file):
        if kind == "#cell":
            number, row, column = map(int, places[:3])
            cells = reading.layout.tables[number].cells
            assert [c.span.quote(reading.text) for c in cells if (c.row, c.column) == (row, column)] == [places[3]]
        elif kind == "#encoding":
            assert (reading.source.encoding or "") == places[0]


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="text recognition is not installed (extra: ocr)")
def test_a_scan_has_the_sections_of_its_text(corpus: Path) -> None:
    """Recognition may miss a sign, so nine of ten titles, beginnings and ends have to be there, behind one another."""
    name, twin = _SCAN
    words = _squeezed(read(corpus / name, ReadingOptions(recognise=True)).text)
    rows = [line for line in _labels(FILES[0].with_name(f"{twin}.tsv")) if not line[0].startswith("#")]
    pieces = [piece for row in rows for piece in map(_squeezed, row[1:]) if piece]
    at = seen = 0
    for piece in pieces:
        found = words.find(piece, at)
        if found >= 0:
            at, seen = found + len(piece), seen + 1
    assert seen >= 0.9 * len(pieces)
