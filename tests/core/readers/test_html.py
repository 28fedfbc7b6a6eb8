"""Web pages give their article, not the page around it."""

from __future__ import annotations

import pytest

from core.messages import PolicyReviewError
from core.pipeline import report_of
from core.readers import ReadingOptions, read_bytes

SENTENCE = "全年地区生产总值增长6.8%，一般公共预算收入增长7.2%，固定资产投资增长8.4%。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="{{charset}}"><title>岚汀区人民政府网站</title>
<style>p {{{{ color: red }}}}</style><script>var 脚本 = 1;</script></head>
<body><nav><a href="/">首页</a><a href="/zw">政务公开</a></nav><div class="header">欢迎访问</div>
<h1>2024年政府工作报告</h1>
<div class="{{container}}"><p>　　{SENTENCE}</p>
<p>第二段&nbsp;结束。<br>换行之后<b>加粗</b>
仍是一段</p><p style="display: none">看不见</p>
<table><tr><th>指标</th><th>增速</th></tr><tr><td><p>粮食</p></td><td>1.2%</td></tr></table>
<p>{SENTENCE * 4}</p></div>
<footer>版权所有 网站地图</footer></body></html>"""


def page(charset: str = "utf-8", container: str = "TRS_Editor") -> str:
    """A page of a government site."""
    return PAGE.format(charset=charset, container=container)


def test_the_article_is_taken_without_navigation_script_and_footer() -> None:
    """What the editor of the site put around the report is not the report."""
    text = read_bytes(page().encode(), "a.html").text
    assert text.splitlines() == [
        "2024年政府工作报告",
        "　　" + SENTENCE,
        "第二段\xa0结束。",
        "换行之后加粗仍是一段",
        "指标\t增速",
        "粮食\t1.2%",
        SENTENCE * 4,
    ]


def test_a_page_without_a_known_container_gives_its_body_without_furniture() -> None:
    """Sites come in thousands; an unknown one must still be readable."""
    text = read_bytes(page(container="x123").encode(), "a.html").text
    assert SENTENCE * 4 in text
    assert "首页" not in text and "网站地图" not in text and "脚本" not in text


@pytest.mark.parametrize(("label", "written"), [("gb2312", "gb18030"), ("gbk", "gb18030"), ("utf-8", "gb18030")])
def test_the_real_encoding_wins_over_the_label(label: str, written: str) -> None:
    """Pages say gb2312 and use characters beyond it, or say one thing and are another."""
    data = page(label).replace("第二段", "第二段镕喆").encode(written)
    reading = read_bytes(data, "a.html")
    assert "第二段镕喆" in reading.text
    assert reading.source.encoding == "gb18030"


def test_a_page_with_another_ending_is_known_by_its_content() -> None:
    """Saved pages are called .txt or .doc as often as not."""
    assert read_bytes(page().encode(), "a.txt").source.media_type == "text/html"
    assert read_bytes(page().encode(), "report.doc").source.media_type == "text/html"


def test_a_fragment_without_head_is_read() -> None:
    """Pieces cut out of a content system have neither head nor body."""
    text = read_bytes(f"<p>{SENTENCE}</p><p>完</p>".encode(), "a.htm").text
    assert text.splitlines() == [SENTENCE, "完"]


def test_endless_nesting_neither_crashes_nor_hangs() -> None:
    """A hostile page is still only a page."""
    data = ("<div>" * 20_000 + SENTENCE + "</div>" * 20_000).encode()
    assert read_bytes(data, "a.html").text == SENTENCE


@pytest.mark.parametrize("tag", ["div", "pre", "address", "rt", "unknown-tag"])
def test_nesting_that_would_take_minutes_is_refused(tag: str) -> None:
    """The parser looks through all open elements at each new one, whatever they are called."""
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(f"<{tag}>".encode() * 100_000 + SENTENCE.encode(), "a.html")
    assert told.value.key == "damaged"


def test_preformatted_text_keeps_its_lines_and_columns() -> None:
    """Old systems put a whole report between such tags; joined lines would make one figure of two."""
    typed = f"""<p>一
    二</p><pre>
　　{SENTENCE}
　　<b title="a
    b">二、安排</b>

指标    数值
产值\t6.1
</pre><p>完
    了</p>"""
    lines = read_bytes(typed.encode(), "a.html").text.splitlines()
    columns = ["指标\xa0\xa0\xa0\xa0数值", "产值\xa0\xa0\xa0\xa06.1"]
    assert lines == ["一二", f"　　{SENTENCE}", "　　二、安排", *columns, "完了"]


def test_endless_blank_lines_of_preformatted_text_cost_nothing() -> None:
    """They are no lines of the page."""
    assert read_bytes(b"<pre>" + b" \n" * 1_000_000 + SENTENCE.encode(), "a.html").text == SENTENCE


def test_words_taken_back_and_small_readings_are_not_joined_to_the_text() -> None:
    """A corrected 5 before a 6 would read as 56."""
    words = f"<p>增长<del>5</del><ins>6</ins>%，<ruby>漢<rt>han</rt></ruby>字。{SENTENCE}</p>"
    reading = read_bytes(words.encode(), "a.html")
    assert reading.text == f"增长6%，漢字。{SENTENCE}"
    assert [(one.kind, one.words) for one in reading.layout.left_out] == [("hidden", "5")]


def test_what_stands_around_the_article_is_remembered_and_can_be_put_back() -> None:
    """A person must be able to see what was taken for furniture, and to say that it is not."""
    reading = read_bytes(page().encode(), "a.html")
    left = {one.words: one for one in reading.layout.left_out}
    assert {"首页政务公开", "欢迎访问", "看不见", "版权所有 网站地图"} <= set(left)
    assert left["看不见"].kind == "hidden"
    assert reading.text[left["看不见"].offset :].startswith("指标")
    assert left["首页政务公开"].offset == 0 and left["版权所有 网站地图"].offset == len(reading.text)
    wanted = frozenset({left["首页政务公开"].id, left["看不见"].id})
    again = read_bytes(page().encode(), "a.html", ReadingOptions(put_back=wanted))
    assert again.text.splitlines()[0] == "首页政务公开"
    assert "看不见" in again.text.splitlines()
    assert {one.id for one in again.layout.left_out} == {one.id for one in reading.layout.left_out} - wanted


def test_a_table_of_data_has_cells_and_its_caption_and_one_of_layout_is_text() -> None:
    """Old pages are laid out with tables; their paragraphs must not end as cells."""
    data = "<table><caption>表1 增速（单位：%）</caption><thead><tr><th rowspan=2>指标</th><th colspan=2>增速</th></tr>"
    data += "<tr><th>一季度</th><th>全年</th></tr></thead><tr><td>工业</td><td>5.1</td><td>6.2</td></tr></table>"
    layout = f"<table><tr><td>左栏</td><td><p>{SENTENCE}</p><p>又一段。</p>{data}</td></tr></table>"
    reading = read_bytes(layout.encode(), "a.html")
    assert reading.text.splitlines() == [
        "左栏", SENTENCE, "又一段。", "表1 增速（单位：%）", "指标\t增速", "一季度\t全年", "工业\t5.1\t6.2",
    ]  # fmt: skip
    (table,) = reading.layout.tables
    assert table.caption is not None and table.caption.quote(reading.text).startswith("表1")
    assert [(cell.row, cell.column) for cell in table.cells][:4] == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_a_form_around_the_whole_page_is_no_furniture() -> None:
    """Many content systems put everything into one form."""
    text = read_bytes(f"<form id=aspnetForm><p>{SENTENCE}</p><p>{SENTENCE * 3}</p></form>".encode(), "a.html").text
    assert text.splitlines() == [SENTENCE, SENTENCE * 3]


def test_headings_of_the_page_are_the_outline() -> None:
    """h2 and h3 say what is a heading where the words do not."""
    body = f"<h1>清河市2023年公报</h1><h2>城市的脉动</h2><p>{SENTENCE}</p><h3>田野的回声</h3><p>{SENTENCE}</p>"
    reading = read_bytes(body.encode(), "a.html")
    levels = [(one.span.quote(reading.text), one.level) for one in reading.layout.outline]
    assert levels == [("清河市2023年公报", 1), ("城市的脉动", 2), ("田野的回声", 3)]
    assert [(one.title, one.depth) for one in report_of(reading).sections] == [("城市的脉动", 1), ("田野的回声", 2)]


def test_a_page_of_frames_says_that_its_content_is_elsewhere() -> None:
    """The saved file holds nothing but the menu."""
    reading = read_bytes("<p>目录</p><iframe src='report.html'></iframe>".encode(), "a.html")
    assert [notice.key for notice in reading.layout.notices] == ["html-frames"]


def test_entities_and_breaks_are_characters_and_lines() -> None:
    """&#22686;&#38271;6.8&permil; is what the source says, not what the page shows."""
    text = read_bytes("<p>&#22686;&#x957F;6.8&permil;&nbsp;&lt;初步&gt;<br/>次行&amp;</p>".encode(), "a.html").text
    assert text == "增长6.8‰\xa0<初步>\n次行&"


def test_the_encoding_that_a_person_chose_overrules_the_page() -> None:
    """The label may lie, and so may the guess."""
    data = page("utf-8").encode("big5", "ignore")
    reading = read_bytes(data, "a.html", ReadingOptions(encoding="big5"))
    assert reading.source.encoding == "big5"
    assert "地" in reading.text
