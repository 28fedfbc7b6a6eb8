"""PDF: lines become paragraphs again, page furniture stays out, radicals are folded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typst

import resources
from core.readers import Reading, read, read_bytes
from core.readers.printed.paragraphs import PrintedPage, write
from core.readers.printed.shapes import Column, Line
from core.readers.printed.text import folded

PARAGRAPHS = (
    "全年地区生产总值完成262.5亿元，增长6.8%；一般公共预算收入完成12.84亿元，增长7.2%，税收占比达到67.1%。" * 6,
    "固定资产投资增长8.4%，社会消费品零售总额增长8.1%，城镇新增就业4268人。" * 8,
    "The GDP of the county grew by 6.8 percent, and exports by nearly one fifth. " * 8,
)


@pytest.fixture(scope="module")
def printed() -> Reading:
    """Three pages in two columns with running head, page numbers and a table, set by typst."""
    rows = "".join(f"[{name}], [{value}], " for name, value in (("指标", "增速"), ("粮食", "1.2"), ("油料", "3.4")))
    body = "\n\n".join(word.strip() for word in PARAGRAPHS * 3)
    source = f"""#set page("a5", columns: 2, header: [澜溪县工作报告 第 #context counter(page).display() 版],
      footer: align(center)[— #context counter(page).display() —])
    #set text(font: "Noto Sans SC", size: 10pt, lang: "zh")
    #set par(first-line-indent: (amount: 2em, all: true), justify: true)
    {body}

    #table(columns: (1fr, 1fr), stroke: none, {rows})"""
    fonts = [str(resources.path("fonts"))]
    return read_bytes(typst.compile(source.encode(), font_paths=fonts, ignore_system_fonts=True), "报告.pdf")


def test_lines_are_joined_into_the_paragraphs_that_were_set(printed: Reading) -> None:
    """Sentences broken by the layout cannot be read; sentences run together neither."""
    lines = [line for line in printed.text.split("\n") if "\t" not in line]
    assert [_bare(line) for line in lines] == [_bare(words) for words in PARAGRAPHS * 3]


def test_latin_words_keep_their_spaces_and_han_get_none(printed: Reading) -> None:
    """A line break stands for a space in English and for nothing in Chinese."""
    lines = printed.text.split("\n")
    assert lines[2] == PARAGRAPHS[2].strip()
    assert " " not in lines[0]


def test_running_heads_and_page_numbers_are_left_out(printed: Reading) -> None:
    """They would cut sentences in two and count as figures."""
    assert not re.search(r"第\s*\d\s*版|—\s*\d\s*—", printed.text)


def test_table_cells_are_kept_apart(printed: Reading) -> None:
    """Two numbers side by side must not become one."""
    assert [line for line in printed.text.split("\n") if "\t" in line] == ["指标\t增速", "粮食\t1.2", "油料\t3.4"]


def test_the_pages_lie_end_to_end_over_the_text(printed: Reading) -> None:
    """Every span can say its page."""
    assert printed.source.pages == len(printed.layout.pages) > 1
    assert printed.layout.pages[0].start == 0 and printed.layout.pages[-1].end == len(printed.text)
    assert all(one.end == two.start for one, two in zip(printed.layout.pages, printed.layout.pages[1:], strict=False))
    assert printed.layout.page_of(0) == 1
    assert printed.layout.page_of(len(printed.text) - 1) == len(printed.layout.pages)


def test_radicals_left_by_pdf_writers_become_ideographs() -> None:
    """⼯作 is not 工作 to a search; NFKC alone misses the second block of radicals."""
    assert folded("⼯作⻓期⻋⻚⺠⽣产⾼，正常文字不变①") == "工作长期车页民生产高，正常文字不变①"


def test_an_indented_line_begins_a_paragraph_and_a_short_one_ends_it() -> None:
    """The two signs of a paragraph in Chinese print."""
    lines = [
        Line("一二三四五六七八九十", 20, 90, 120, 100),
        Line("一二三四五六七八九十", 0, 75, 120, 85),
        Line("一二三四", 0, 60, 48, 70),
        Line("五六七八九十一二三四", 0, 45, 120, 55),
        Line("五六七八九十一二", 24, 30, 120, 40),
    ]
    text = write([PrintedPage(1, [Column(lines, 0, 120, 12, 15)])]).text
    assert [len(line) for line in text.split("\n")] == [24, 10, 8]


def test_three_columns_read_like_the_same_words_in_a_text_file(corpus: Path) -> None:
    """The one document of the corpus that exists in both forms: no character lost, none out of order."""
    made = read(corpus / "county-rongcheng-2012-columns.pdf").text
    original = (corpus / "county-rongcheng-2012.txt").read_text("utf-8")
    words = re.sub(r"\s+|\\r\\n|\?{2,}", "", original)
    assert re.sub(r"\s+", "", made).removeprefix("容城县2012年政府工作报告") == words


def test_a_communique_is_read_with_headings_and_table_rows_on_lines_of_their_own(corpus: Path) -> None:
    """A real PDF of a statistics office: headings centred, quarter spaces around digits, tables."""
    lines = read(corpus / "周口市统计公报2023.pdf").text.split("\n")
    assert "一、综 合" in lines and "四、固定资产投资" in lines
    assert "小麦粉\t吨\t2296205\t8.4" in lines
    assert any(line.startswith("初步核算，全年全市地区生产总值同比增长4.8%。") for line in lines)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
