"""The text of the corpus's Word, web, Markdown and plain documents, against what other means find in the same bytes.

The means are plain patterns over the raw XML, HTML and bytes, none of our readers; the words of sections were copied
out of those raw files by eye.
"""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

import pytest

from core.pipeline import report_of
from core.readers import Reading, read

WORD = ["2025年浙江省政府工作报告.docx", "nat-2022-communique-headings.docx"]
PLAIN = {
    "chengdong-2024.txt": "utf-8", "city-hefei-2008.md": "utf-8", "city-luoyang-2023-communique.txt": "utf-8",
    "city-luoyang-2023.md": "utf-8", "county-gaotang-2023.txt": "utf-8", "county-rongcheng-2012.txt": "utf-8",
    "digest-gaoyang-2023.txt": "utf-8", "en-us-state-of-the-union-2022.txt": "utf-8",
    "nat-2023-communique.md": "utf-8", "nat-2023-gb18030.txt": "gb18030", "nat-2024.txt": "utf-8",
    "plan-10th.md": "utf-8", "prov-hebei-2003-messy.txt": "utf-8",
}  # fmt: skip
#: The first and the last words of each part, between its heading and the next one.
SECTIONS = {
    "nat-2022-communique-headings.docx": [
        ("一、综合", "初步核算，全年国内生产总值", "劣Ⅴ类断面比例为0.7%。"),
        ("二、农业", "全年粮食种植面积11833万", "新增高效节水灌溉面积161万公顷。"),
        ("三、工业和建筑业", "全年全部工业增加值40164", "企业3922亿元，增长8.4%。"),
        ("四、服务业", "全年批发和零售业增加值114", "口径计算，比上年增长11.2%。"),
        ("五、国内贸易", "全年社会消费品零售总额439", "费品零售总额的比重为27.2%。"),
        ("七、对外经济", "全年货物进出口总额42067", "务合作派出各类劳务人员26万人。"),
        ("八、财政金融", "全年全国一般公共预算收入20", "元，财产险业务赔款7757亿元。"),
        ("九、居民收入消费和社会保障", "全年全国居民人均可支配收入3", "9万个，社区服务站50.9万个。"),
        ("十、科学技术和教育", "全年研究与试验发展（R&D）", "高中阶段毛入学率为91.6%。"),
        ("十一、文化旅游、卫生健康和体育", "年末全国文化和旅游系统共有艺", "冬残奥会金牌榜和奖牌榜双第一位。"),
    ],
    "nat-2018-farm-machinery.html": [
        ("一、总体要求", "（一）指导思想。以习近平新时代中国特", "机械化率总体达到50%左右。"),
        ("二、加快推动农机装备产业高质量发展", "（三）完善农机装备创新体系。瞄准农业", "展改革委、农业农村部等负责）"),
        ("三、着力推进主要农作物生产全程机械化", "（七）加快补齐全程机械化生产", "技部、工业和信息化部等负责）"),
        ("四、大力推广先进适用农机装备与机械化技术", "（九）加强绿色高效新机具", "村部、工业和信息化部等负责）"),
        ("五、积极发展农机社会化服务", "（十二）发展农机社会化服务组织。培育", "然资源部、交通运输部等负责）"),
        ("六、持续改善农机作业基础条件", "（十四）提高农机作业便利程度。加强高", "自然资源部、税务总局等负责）"),
        ("七、切实加强农机人才培养", "（十六）健全新型农业工程人才培养体系", "村部、工业和信息化部等负责）"),
    ],
}


def squeezed(words: str) -> str:
    """Words without white space, which the formats break differently."""
    return "".join(words.split())


def written(xml: str) -> str:
    """The words in a piece of a Word document's XML."""
    return html.unescape("".join(re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>", xml)))


def body(path: Path) -> str:
    """A Word document's XML, unpacked."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def in_order(pieces: list[str], reading: Reading) -> list[str]:
    """The pieces that do not stand in the text behind the one before them."""
    text, at, missing = squeezed(reading.text), 0, []
    for piece in filter(None, map(squeezed, pieces)):
        found = text.find(piece, at)
        if found < 0:
            missing.append(piece)
        else:
            at = found + len(piece)
    return missing


@pytest.mark.parametrize("name", WORD)
def test_every_paragraph_of_a_word_document_is_there_in_order(corpus: Path, name: str) -> None:
    """And nothing else: the letters of the text are those of the XML."""
    xml = body(corpus / name)
    outside = re.sub(r"<w:tbl>.*?</w:tbl>", "", xml, flags=re.S)
    reading = read(corpus / name)
    assert in_order([written(one) for one in re.findall(r"<w:p[ >].*?</w:p>", outside, flags=re.S)], reading) == []
    bare = re.sub(r"\[\d+\]", "", squeezed(reading.text))  # marks of notes
    assert abs(len(bare) - len(re.sub(r"\[\d+\]", "", squeezed(written(xml))))) <= 0.02 * len(bare)


def test_the_cells_of_a_word_document_are_those_of_its_xml(corpus: Path) -> None:
    """All of its 15 tables with figures, every cell in its order; the one of a single column is a frame around text."""
    name = "nat-2022-communique-headings.docx"
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", body(corpus / name), flags=re.S)
    reading = read(corpus / name)
    ours = [[squeezed(cell.span.quote(reading.text)) for cell in table.cells] for table in reading.layout.tables]
    raw = [[squeezed(written(one)) for one in re.findall(r"<w:tc>.*?</w:tc>", table, flags=re.S)] for table in tables]
    assert [list(filter(None, one)) for one in ours] == [list(filter(None, one)) for one in raw[1:]]
    assert [table.rows for table in reading.layout.tables] == [
        len(re.findall(r"<w:tr[ >]", table)) for table in tables[1:]
    ]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_text_is_its_own_bytes(corpus: Path, name: str) -> None:
    """Not a letter is added, lost or moved; the encoding is the one that the file is in."""
    reading = read(corpus / name)
    assert reading.source.encoding == PLAIN[name]
    assert reading.text == (corpus / name).read_bytes().decode(PLAIN[name])


def test_the_tables_of_a_markdown_text_are_those_between_its_bars(corpus: Path) -> None:
    """Every cell of the communiqué's tables, in order."""
    reading = read(corpus / "nat-2023-communique.md")
    rows = [line for line in reading.text.splitlines() if line.lstrip().startswith("|")]
    figures = [row for row in rows if not re.fullmatch(r"[\s|:-]+", row)]
    raw = [squeezed(cell) for row in figures for cell in row.strip().strip("|").split("|")]
    ours = [squeezed(cell.span.quote(reading.text)) for table in reading.layout.tables for cell in table.cells]
    assert list(filter(None, ours)) == list(filter(None, raw))
    assert len(reading.layout.tables) == 16


def test_every_paragraph_of_a_web_page_is_there_in_order(corpus: Path) -> None:
    """What the page prints in its paragraphs is the text; all else of it was left out and is named."""
    path = corpus / "nat-2018-farm-machinery.html"
    source = path.read_text("utf-8")
    pieces = [html.unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<p[ >].*?</p>", source, flags=re.S)]
    reading = read(path)
    assert in_order(pieces, reading) == []
    text = squeezed(reading.text)
    assert len(text) == sum(len(squeezed(piece)) for piece in pieces)
    assert text.startswith("国务院关于加快推进农业机械化和农机装备产业转型升级的指导意见国发〔2018〕42号")
    assert text.endswith("国务院2018年12月21日（此件公开发布）")
    assert "索引号" in squeezed(reading.layout.left_out[0].words)


@pytest.mark.parametrize("name", SECTIONS)
def test_sections_begin_and_end_where_a_reader_sees_it(corpus: Path, name: str) -> None:
    """The first and the last words of each part stand between its heading and the next one."""
    report = report_of(read(corpus / name))
    by_title = {squeezed(section.title): section for section in report.sections}
    for title, first, last in SECTIONS[name]:
        section = by_title[title]
        words = squeezed(report.text[section.heading.end : section.span.end])
        assert re.sub(r"\[\d+\]", "", words).startswith(first), title
        assert words.endswith(last), title
