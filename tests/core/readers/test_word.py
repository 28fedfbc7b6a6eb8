"""Word documents print as Word prints them: numbers, tables, final text."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from core.readers import read_bytes
from core.readers.numbering import formatted

NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>
</w:num></w:numbering>"""


def text_of(document: WordDocument) -> list[str]:
    """The document's lines as they are read."""
    file = BytesIO()
    document.save(file)
    return read_bytes(file.getvalue(), "a.docx").text.split("\n")


def numbered(document: WordDocument, words: str, depth: int, key: int = 3) -> None:
    """Add a paragraph whose number stands only in the numbering."""
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'
    properties.append(parse_xml(numbers))


def test_automatic_numbers_are_read_as_they_print() -> None:
    """Headings by list numbers would otherwise lose the only mark that they have."""
    document = Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    root.extend(list(parse_xml(NUMBERING)))
    for words, depth in (("回顾", 0), ("工业", 1), ("农业", 1), ("粮食", 2), ("目标", 0), ("投资", 1)):
        numbered(document, words, depth)
    numbered(document, "另起", 0, key=4)
    document.add_paragraph("正文")
    assert text_of(document) == [
        "一、回顾", "（一）工业", "（二）农业", "1. 粮食", "二、目标", "（一）投资", "五、另起", "正文",
    ]  # fmt: skip


def test_list_numbers_in_all_common_formats() -> None:
    """Offices differ in their taste for numbers."""
    styles = ("chineseCounting", "decimal", "decimalZero", "upperRoman", "lowerLetter", "decimalEnclosedCircle", "odd")
    assert [formatted(14, style) for style in styles] == ["十四", "14", "14", "XIV", "n", "⑭", "14"]
    assert [formatted(number, "chineseCountingThousand") for number in (1, 10, 20, 21, 99)] == [
        "一", "十", "二十", "二十一", "九十九",
    ]  # fmt: skip


def test_tables_stand_in_their_place_with_cells_apart() -> None:
    """A table's figures belong between the paragraphs that speak of them."""
    document = Document()
    document.add_paragraph("表前")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table._cells, ("指标", "单位", "值", "粮食", "万吨", "23.4"), strict=True):
        cell.text = words
    table.cell(0, 0).add_paragraph("（续）")
    document.add_paragraph("表后")
    assert text_of(document) == ["表前", "指标 （续）\t单位\t值", "粮食\t万吨\t23.4", "表后"]


def test_tracked_changes_give_the_final_text() -> None:
    """A deleted figure must not be read, an inserted one must be."""
    document = Document()
    paragraph = document.add_paragraph("增长")
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")}><w:r><w:delText>5.0%</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t>6.8%</w:t></w:r></w:ins>'))
    paragraph.add_run("。")
    assert text_of(document) == ["增长6.8%。"]


def test_words_in_content_controls_and_text_boxes_are_not_lost() -> None:
    """Templates put the title into a control, designers into a box."""
    document = Document()
    control = "<w:sdtContent><w:p><w:r><w:t>标题</w:t></w:r></w:p></w:sdtContent>"
    document.element.body.insert(0, parse_xml(f'<w:sdt {nsdecls("w")}>{control}</w:sdt>'))
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("正文")._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:pict>{box}</w:pict></w:r>'))
    assert text_of(document) == ["标题", "正文", "框内"]


def test_tabs_breaks_and_empty_paragraphs_stay() -> None:
    """Layout is part of the text that spans point into."""
    document = Document()
    document.add_paragraph("甲\t乙\n丙")
    document.add_paragraph("")
    document.add_paragraph("丁")
    assert text_of(document) == ["甲\t乙", "丙", "", "丁"]
