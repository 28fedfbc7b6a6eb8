"""Scanned pages and pictures: named at once, recognised on request, never through the network."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest

from core.messages import PolicyReviewError
from core.model import Span
from core.model.layout import RecognisedLine
from core.readers import Reading, ReadingOptions, read, read_bytes, recognition
from core.readers.pages import page_picture
from core.readers.places import offset_at, span_boxes
from core.readers.recognised import recognised_boxes, recognised_offset
from tests.core.readers.conftest import printed_bytes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
RECOGNISE = ReadingOptions(recognise=True)
WORDS = "全年地区生产总值增长6.8%，社会消费品零售总额增长8.1%。"
installed = pytest.mark.skipif(not recognition.is_installed(), reason="text recognition is not installed (extra: ocr)")


def scan(source: str, quarter: int = 0) -> bytes:
    """A PDF whose pages are pictures of what typst sets, turned by quarters of a circle."""
    drawn = pypdfium2.PdfDocument(printed_bytes(source))
    made = pypdfium2.PdfDocument.new()
    for number in range(len(drawn)):
        picture = drawn[number].render(scale=2)
        image = pypdfium2.PdfImage.new(made)
        image.set_bitmap(picture)
        image.set_matrix(pypdfium2.PdfMatrix().scale(420, 595))
        sheet = made.new_page(420, 595)
        sheet.insert_obj(image)
        sheet.gen_content()
        sheet.set_rotation(90 * quarter)
    file = BytesIO()
    made.save(file)
    made.close()
    drawn.close()
    return file.getvalue()


@dataclass
class Found:
    """What the library hands over for a page."""

    txts: tuple[str, ...]
    scores: tuple[float, ...]
    boxes: Any
    word_results: Any


def engine(*_: object, **__: object) -> Found:
    """Two lines of print, one sign of them doubtful and one comma, on a page that lies a little askew."""
    boxes = np.array([[[50, 100], [350, 106], [350, 126], [50, 120]], [[50, 130], [200, 133], [200, 153], [50, 150]],
                      [[50, 160], [350, 166], [350, 186], [50, 180]]])
    lines = ("全年地区生产总值增长6.8%,社会", "消费品零售总额。", "固定资产投资增长8.1%，出口增长。")
    signs = [[(sign, 0.5 if sign in "8,零" else 0.99, None) for sign in line] for line in lines]
    return Found(lines, (0.99, 0.98, 0.99), boxes, signs)


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Reading]:
    """Reads a page that is a picture, with a stand-in for the models."""
    monkeypatch.setattr(recognition, "is_installed", lambda: True)
    monkeypatch.setattr(recognition, "_engine", lambda: engine)
    return lambda: read_bytes(scan(f'#set page("a5")\n#set text(font: "Noto Sans SC")\n{WORDS}'), "扫描.pdf", RECOGNISE)


@pytest.mark.parametrize(("data", "name"), [(PNG, "a.png"), (b"BM\x9a\0\0\0\0\0\0\0" + bytes(60), "a.bmp"),
                                            (b"II*\0" + bytes(60), "a.tif"), (b"RIFF\0\0\0\0WEBPVP8 ", "a.webp")])
def test_a_picture_is_named_as_one(data: bytes, name: str) -> None:
    """The dialog then offers recognition; no file is called damaged that only needs it."""
    with pytest.raises(PolicyReviewError) as error:
        read_bytes(data, name)
    assert error.value.key == "scanned"


def test_without_the_optional_part_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dead end is no answer."""
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    for data, name in ((PNG, "a.png"), (scan('#set page("a5")\nx'), "a.pdf")):
        with pytest.raises(PolicyReviewError) as error:
            read_bytes(data, name, RECOGNISE)
        assert error.value.key == "recognition-missing"
        assert "--ocr" in error.value.sentence("zh") and "--ocr" in error.value.sentence("en")


def test_recognised_text_says_what_it_is(recognised: Callable[[], Reading]) -> None:
    """A reviewer must never quote a machine's guess as the original."""
    reading = recognised()
    assert reading.layout.recognised and reading.source.encoding == "OCR"
    assert [notice.key for notice in reading.layout.notices] == ["recognised"]


def test_doubtful_signs_are_marked_and_commas_are_not(recognised: Callable[[], Reading]) -> None:
    """8 for 6 changes a figure, a comma nothing; a half-width mark between Han is a wide one."""
    reading = recognised()
    assert [span.quote(reading.text) for span in reading.layout.doubtful] == ["8", "零", "8"]
    assert reading.text.startswith("全年地区生产总值增长6.8%，社会消费品零售总额。")


def test_recognised_words_are_boxed_where_they_were_seen(recognised: Callable[[], Reading]) -> None:
    """A span leads to its place on the page, and a click on the page back to it, though the page has no words."""
    reading = recognised()
    text, layout = reading.text, reading.layout
    at = text.index("6.8%")
    (box,) = span_boxes(reading.data, "a.pdf", text, layout, Span(at, at + 4))
    line = layout.lines[0]
    assert line.left < box.left < box.right < line.right and (box.top, box.bottom) == (line.top, line.bottom)
    found = offset_at(reading.data, "a.pdf", text, layout, 1, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
    assert found in range(at, at + 4)
    assert offset_at(reading.data, "a.pdf", text, layout, 1, 0.99, 0.99) is None
    whole = span_boxes(reading.data, "a.pdf", text, layout, Span(0, len(text)))
    assert [(one.left, one.top) for one in whole] == [(one.left, one.top) for one in layout.lines]


@pytest.mark.parametrize(("quarter", "corner"), [(0, (0.0, 0.0)), (1, (1.0, 0.0)), (2, (1.0, 1.0)), (3, (0.0, 1.0))])
def test_boxes_lie_on_the_page_as_it_is_shown(quarter: int, corner: tuple[float, float]) -> None:
    """A page that was turned to be read is not turned on the screen: the first word stands where it is seen."""
    left, top, right, bottom = recognition._as_shown([(0, 0), (40, 0), (40, 10), (0, 10)], (100, 100), quarter)
    line = RecognisedLine(Span(0, 4), 1, left, top, right, bottom, quarter)
    (box,) = recognised_boxes([line], "甲乙丙丁", Span(0, 1))
    assert min(abs(corner[0] - side) for side in (box.left, box.right)) < 1e-9
    assert min(abs(corner[1] - side) for side in (box.top, box.bottom)) < 1e-9
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    assert recognised_offset([line], "甲乙丙丁", 1, *middle) == 0


def test_recognition_can_be_called_off_between_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long scan takes minutes."""
    pages: list[int] = []

    def counted(*_: object, **__: object) -> Found:
        pages.append(1)
        return engine()

    def cancel(_share: float) -> None:
        if len(pages) == 2:
            raise InterruptedError

    monkeypatch.setattr(recognition, "is_installed", lambda: True)
    monkeypatch.setattr(recognition, "_engine", lambda: counted)
    data = scan('#set page("a5")\n' + "x #pagebreak() " * 4)
    with pytest.raises(InterruptedError):
        read_bytes(data, "a.pdf", RECOGNISE, cancel)
    assert len(pages) == 2


@installed
@pytest.mark.parametrize("quarter", [0, 1, 2])
def test_the_models_read_a_page_without_the_network(quarter: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves the machine, also at the first call; a page may lie on its side."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    recognition._engine.cache_clear()
    source = f'#set page("a5")\n#set text(font: "Noto Sans SC", size: 14pt)\n{WORDS}'
    assert "".join(read_bytes(scan(source, quarter), "a.pdf", RECOGNISE).text.split()) == WORDS


def picture(kind: str, *words: str) -> bytes:
    """A photograph of a page with the words on it; a tif of several."""
    from PIL import Image

    pages = "#pagebreak()".join(words)
    drawn = pypdfium2.PdfDocument(
        printed_bytes(f'#set page("a5")\n#set text(font: "Noto Sans SC", size: 14pt)\n{pages}')
    )
    images = [Image.fromarray(page.render(scale=2).to_numpy()[:, :, ::-1].copy()).convert("RGB") for page in drawn]
    drawn.close()
    file = BytesIO()
    images[0].save(file, kind, **({"save_all": True, "append_images": images[1:]} if images[1:] else {}))
    return file.getvalue()


@installed
@pytest.mark.parametrize(("kind", "words"), [
    ("JPEG", [WORDS]), ("PNG", [WORDS]), ("TIFF", ["一季度进出口总额下降2.3%。", WORDS]), ("WEBP", [WORDS]),
])
def test_a_good_picture_is_read_and_its_words_are_boxed(kind: str, words: list[str]) -> None:
    """A photographed page is a report like any other; a fax holds several."""
    reading, pages = read_bytes(picture(kind, *words), f"a.{kind.lower()}", RECOGNISE), len(words)
    assert "".join(reading.text.split()) == "".join(words)
    assert reading.source.pages == pages and reading.layout.recognised
    at = reading.text.rindex("8.1")
    (box,) = span_boxes(reading.data, "a", reading.text, reading.layout, Span(at, at + 3))
    assert box.page == pages and 0 < box.right - box.left < 0.2
    found = offset_at(reading.data, "a", reading.text, reading.layout, pages, (box.left + box.right) / 2, box.top)
    assert found in range(at, at + 3)


@installed
@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_the_boxes_of_the_models_cover_the_ink(quarter: int) -> None:
    """Against the page itself: where the box of a figure lies something is printed, also on a page on its side."""
    source = f'#set page("a5")\n#set text(font: "Noto Sans SC", size: 14pt)\n{WORDS}'
    reading = read_bytes(scan(source, quarter), "a.pdf", RECOGNISE)
    drawn = page_picture(reading.data, "a.pdf", 0, 800)
    ink = np.frombuffer(drawn.pixels, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width * 4 : 4] < 128
    rows, columns = np.nonzero(ink)
    boxes = span_boxes(reading.data, "a.pdf", reading.text, reading.layout, Span(0, len(reading.text)))
    inside = np.zeros(len(rows), bool)
    for box in boxes:
        inside |= ((columns >= box.left * drawn.width) & (columns <= box.right * drawn.width)
                   & (rows >= box.top * drawn.height) & (rows <= box.bottom * drawn.height))
    assert inside.mean() > 0.97
    covered = sum((box.right - box.left) * (box.bottom - box.top) for box in boxes)
    assert covered < 0.2


@installed
def test_a_damaged_picture_is_named() -> None:
    """A broken photograph is no crash."""
    with pytest.raises(PolicyReviewError) as error:
        read_bytes(PNG, "a.png", RECOGNISE)
    assert error.value.key == "damaged"


@installed
def test_the_scan_of_the_corpus_reads_like_its_text(corpus: Path) -> None:
    """The same words exist as a text file: of a hundred characters at least ninety-nine are right."""
    from difflib import SequenceMatcher

    made = "".join(read(corpus / "chengdong-2024-scan.pdf", RECOGNISE).text.split())
    words = re.sub(r"\s|◆", "", (corpus / "chengdong-2024.txt").read_text("utf-8"))
    blocks = SequenceMatcher(None, words, made, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.99 * len(words)
