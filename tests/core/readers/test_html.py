"""Web pages give their article, not the page around it."""

from __future__ import annotations

import pytest

from core.readers import read_bytes

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
