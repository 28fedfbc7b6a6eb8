"""From the text to the page and back: a figure is marked where it is printed, a click finds its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from core.model import Span
from core.readers import Reading, read
from core.readers.places import offset_at, span_boxes
from core.readers.recognised import PageBox

FIGURE = re.compile(r"\d[\d.,]*")


def words_at(document: pypdfium2.PdfDocument, box: PageBox) -> str:
    """What PDFium itself finds inside a box, a little within its edges."""
    page = document[box.page - 1]
    width, height = page.get_size()
    words = page.get_textpage()
    try:
        inside = words.get_text_bounded(
            box.left * width + 0.3, (1 - box.bottom) * height + 1, box.right * width - 0.3, (1 - box.top) * height - 1
        )
        return re.sub(r"\s", "", inside)
    finally:
        words.close()
        page.close()


@pytest.fixture(params=["county-rongcheng-2012-columns.pdf", "周口市统计公报2023.pdf",
                        "上海市普陀区财政局2024年度部门决算.pdf"])
def report(request: pytest.FixtureRequest, corpus: Path) -> Reading:
    """A real report: three columns, a communique with tables, accounts."""
    return read(corpus / request.param)


def test_a_figure_is_marked_exactly_where_it_is_printed(report: Reading) -> None:
    """The mark on the page must hold the figure and nothing beside it."""
    document = pypdfium2.PdfDocument(report.data)
    try:
        for found in list(FIGURE.finditer(report.text))[::37]:
            span = Span(*found.span())
            boxes = span_boxes(report.data, "a.pdf", report.text, report.layout, span)
            assert "".join(words_at(document, box) for box in boxes) == found[0]
            assert {box.page for box in boxes} == {report.layout.page_of(span.start)}
    finally:
        document.close()


def test_a_point_on_a_figure_leads_to_its_place_in_the_text(report: Reading) -> None:
    """What was marked can be clicked."""
    for found in list(FIGURE.finditer(report.text))[::61]:
        box = span_boxes(report.data, "a.pdf", report.text, report.layout, Span(*found.span()))[0]
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        offset = offset_at(report.data, "a.pdf", report.text, report.layout, box.page, x, y)
        assert offset is not None and found.start() <= offset < found.end()


def test_a_sentence_over_several_lines_has_a_box_for_each(corpus: Path) -> None:
    """A box around all of them would cover the neighbours."""
    report = read(corpus / "county-rongcheng-2012-columns.pdf")
    start = report.text.index("主要经济指标稳步增长")
    sentence = Span(start, report.text.index("年均递增11.4%。", start) + 9)
    boxes = span_boxes(report.data, "a.pdf", report.text, report.layout, sentence)
    assert len(boxes) == 15
    assert all(one.bottom <= two.bottom and two.right < 0.35 for one, two in pairwise(boxes))


def test_nothing_is_found_in_the_margin_or_beyond_the_last_page(made: Callable[[str], Reading]) -> None:
    """A click beside the text selects nothing."""
    report = made("全年地区生产总值增长6.8%。")
    assert offset_at(report.data, "a.pdf", report.text, report.layout, 1, 0.5, 0.95) is None
    assert offset_at(report.data, "a.pdf", report.text, report.layout, 9, 0.5, 0.5) is None
    assert span_boxes(report.data, "a.pdf", report.text, report.layout, Span(0, 0)) == ()
