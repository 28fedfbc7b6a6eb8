"""Where the signs of a set line stand."""

from __future__ import annotations

import pytest

from gui.views.text.layout import Row
from gui.views.text.paragraphs import Paragraph, Shown, Style
from gui.views.text.setting import Setting

pytestmark = pytest.mark.usefixtures("theme")

WORDS = (
    "全县粮食总产达到12.7万吨，比上年多0.35万吨，其中夏粮占4成；新修水渠118公里，惠及7个乡镇、96个村，“一户一表”改造2019年底完成，"
    "户均用水下降11.5%左右，群众反映良好。"
)


def _row(size: int, style: Style = "body", words: str = WORDS) -> Row:
    paragraph = Paragraph(0, len(words), style, 1, 1, 0, False)
    return Row(paragraph, Shown(words, paragraph, ()), Setting(size, 26), (), justified=True)


def _places(row: Row, line: int) -> list[tuple[str, float]]:
    set_ = row.lines[line]
    return [(WORDS[place], row.x(line, place)) for place in range(set_.start, set_.end)]


@pytest.mark.parametrize("size", [13, 16, 17, 18, 23, 32])
def test_each_han_sign_stands_on_a_whole_pixel(size: int) -> None:
    """Between two pixels it is drawn blurred, and in four pictures that are all kept."""
    row = _row(size)
    assert len(row.lines) > 3
    found = [x for line in range(len(row.lines)) for sign, x in _places(row, line) if "一" <= sign <= "龥"]
    assert len(found) > 50
    assert [x for x in found if abs(x - round(x)) > 1e-6] == []


@pytest.mark.parametrize("size", [13, 17, 18, 25])
def test_justified_lines_end_at_the_edge_of_the_column(size: int) -> None:
    """All but the last, to the pixel; a mark that hangs has its empty half behind its ink."""
    row = _row(size)
    column = Setting(size, 26).column
    for line, told in enumerate(row.lines[:-1]):
        end = row.x(line, told.end)
        hanging = told.width > column + 0.5
        assert abs(end - column - (size / 2 if hanging else 0)) < 1, WORDS[told.start : told.end]


def test_a_number_is_not_stretched() -> None:
    """White goes between words and signs: the digits of 118 stand as near to each other in any line."""
    row = _row(17)
    found = set()
    for line in range(len(row.lines)):
        told = row.lines[line]
        for place in range(told.start, told.end - 1):
            if WORDS[place : place + 2] == "11":
                found.add(round(row.x(line, place + 1) - row.x(line, place), 3))
    assert len(found) == 1


def test_signs_of_a_heading_stand_on_whole_pixels() -> None:
    """A font gives each sign a 64th of a pixel less than its size."""
    row = _row(17, "heading", "统筹推进城乡融合发展和乡村全面振兴")
    assert [row.x(0, place) for place in range(17)] == [place * row.x(0, 1) for place in range(17)]
    assert row.x(0, 1) == round(row.x(0, 1))
