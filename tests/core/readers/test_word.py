"""Word documents print as Word prints them: numbers, tables, final text."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from core.messages import PolicyReviewError
from core.pipeline import report_of
from core.readers import Reading, ReadingOptions, read_bytes
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
    return reading_of(document).text.split("\n")


def reading_of(document: WordDocument, options: ReadingOptions | None = None) -> Reading:
    """The document as it is read."""
    return read_bytes(saved(document), "a.docx", options or ReadingOptions())


def saved(document: WordDocument, **parts: str) -> bytes:
    """The bytes of a document; `parts` replace or add files in it, `__` standing for `/` and `_dot_` for a point."""
    file = BytesIO()
    document.save(file)
    if not parts:
        return file.getvalue()
    named = {name.replace("__", "/").replace("_dot_", "."): words for name, words in parts.items()}
    out = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry not in named:
                new.writestr(entry, old.read(entry))
        for entry, words in named.items():
            new.writestr(entry, words)
    return out.getvalue()


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


def test_list_numbers_of_chinese_offices_are_told_apart() -> None:
    """ideographDigital counts 一〇 where chineseCounting counts 十; stems and formal digits have their own."""
    assert [formatted(number, "ideographDigital") for number in (9, 10, 11, 20)] == ["九", "一〇", "一一", "二〇"]
    assert [formatted(number, "chineseCountingThousand") for number in (105, 110, 215)] == [
        "一百零五", "一百一十", "二百一十五",
    ]  # fmt: skip
    assert [formatted(number, "chineseLegalSimplified") for number in (3, 10, 21)] == ["叁", "壹拾", "贰拾壹"]
    assert [formatted(number, "ideographTraditional") for number in (1, 10, 11)] == ["甲", "癸", "甲"]
    assert [formatted(number, "decimalEnclosedCircle") for number in (20, 21, 36)] == ["⑳", "㉑", "㊱"]
    assert [formatted(number, "decimalEnclosedParen") for number in (1, 20)] == ["⑴", "⒇"]


def test_numbers_come_from_the_style_that_a_style_is_based_on() -> None:
    """Headings are numbered through their styles, and the level through the style that the list names."""
    document = Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    levels = """<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/>
    <w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading2"/>
    <w:isLgl/>
    <w:lvlText w:val="%1.%2"/></w:lvl>"""
    listed = f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    root.extend(list(parse_xml(listed + '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>')))
    number = f'<w:numPr {nsdecls("w")}><w:numId w:val="5"/></w:numPr>'
    document.styles["Heading 1"].element.get_or_add_pPr().append(parse_xml(number))
    document.styles["Heading 2"].element.get_or_add_pPr().append(parse_xml(number))
    for words, level in (("回顾", 1), ("工业", 2), ("安排", 1), ("投资", 2)):
        document.add_heading(words, level)
    assert text_of(document) == ["一、回顾", "1.1 工业", "二、安排", "2.1 投资"]


def test_a_list_level_can_count_on_over_the_chapters() -> None:
    """Regulations count their articles through; 第一条 twice would be another article."""
    document = Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    formats = (("chineseCounting", "第%1章", ""), ("decimal", "%2.", ""), ("chineseCounting", "第%3条", "0"),
               ("decimal", "(%4)", "1"))
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'{f"""<w:lvlRestart w:val="{restart}"/>""" if restart else ""}<w:lvlText w:val="{words}"/></w:lvl>'
        for depth, (kind, words, restart) in enumerate(formats)
    )
    listed = f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    root.extend(list(parse_xml(listed + '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>')))
    written = (("总则", 0), ("子", 1), ("甲", 2), ("款", 3), ("丑", 1), ("乙", 2), ("款", 3), ("附则", 0), ("寅", 1),
               ("丙", 2), ("款", 3))
    for words, depth in written:
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="5"/></w:numPr>'
        document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(number))
    assert text_of(document) == [
        "第一章总则", "1. 子", "第一条甲", "(1) 款", "2. 丑", "第二条乙", "(2) 款",
        "第二章附则", "1. 寅", "第三条丙", "(1) 款",
    ]


def test_a_formula_is_printed_and_how_a_sign_is_spoken_is_not() -> None:
    """Ratios are set as formulas; small letters over a sign belong to nobody's sentence."""
    document = Document()
    paragraph = document.add_paragraph("增速")
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{maths}"><m:r><m:t>=6.1%</m:t></m:r></m:oMath>'
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{formula}</w:r>'))
    spoken = "<w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase>"
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:ruby>{spoken}</w:ruby></w:r>'))
    assert text_of(document) == ["增速=6.1%汉"]


def test_styles_give_the_outline_of_the_report() -> None:
    """A heading without a number is known by its style alone, whatever it says."""
    document = Document()
    document.add_paragraph("清河市2023年政府工作报告")
    document.add_heading("城市的脉动", 1)
    document.add_paragraph("全年地区生产总值增长6.8%，城镇新增就业4268人，居民人均可支配收入增长7.2%。")
    document.add_heading("田野的回声", 1)
    document.add_paragraph("全年粮食产量23.4万吨，比上年增长1.2%，蔬菜产量增长3.1%，茶叶产量增长6.7%。")
    reading = reading_of(document)
    assert [(one.span.quote(reading.text), one.level) for one in reading.layout.outline] == [
        ("城市的脉动", 1), ("田野的回声", 1),
    ]
    assert [section.title for section in report_of(reading).sections] == ["城市的脉动", "田野的回声"]


def test_merged_cells_keep_their_places_and_a_repeated_row_is_a_head() -> None:
    """Heads of two storeys are the rule in statistics."""
    document = Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "指标"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "增速"
    below = {(1, 1): "一季度", (1, 2): "全年", (2, 0): "工业", (2, 1): "5.1", (2, 2): "6.2"}
    for (row, column), words in below.items():
        table.cell(row, column).text = words
    reading = reading_of(document)
    (found,) = reading.layout.tables
    places = [(cell.span.quote(reading.text), cell.row, cell.column, cell.rows, cell.columns) for cell in found.cells]
    assert places == [
        ("指标", 0, 0, 2, 1), ("增速", 0, 1, 1, 2), ("一季度", 1, 1, 1, 1), ("全年", 1, 2, 1, 1),
        ("工业", 2, 0, 1, 1), ("5.1", 2, 1, 1, 1), ("6.2", 2, 2, 1, 1),
    ]  # fmt: skip
    assert [cell.head for cell in found.cells] == [True] * 5 + [False] * 2


def test_a_table_that_only_frames_text_is_text() -> None:
    """Templates put a whole report into one cell."""
    document = Document()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "全年地区生产总值增长6.8%。"
    frame.add_paragraph("城镇新增就业4268人。")
    inner = frame.add_table(rows=2, cols=2)
    for cell, words in zip(inner._cells, ("指标", "万元", "收入", "5"), strict=True):
        cell.text = words
    reading = reading_of(document)
    assert reading.text.split("\n")[:4] == [
        "全年地区生产总值增长6.8%。", "城镇新增就业4268人。", "指标\t万元", "收入\t5",
    ]  # fmt: skip
    assert len(reading.layout.tables) == 1


NOTES = f"""<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>按可比价格计算，
</w:t></w:r><w:r><w:t>基期为2020年。</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_a_note_stands_as_a_mark_in_the_sentence_and_in_words_behind_the_text() -> None:
    """6.8%1 would be another figure."""
    document = Document()
    paragraph = document.add_paragraph("全年增长6.8%")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run("。")
    relation = document.part.relate_to(
        Part(PackURI("/word/footnotes.xml"), "application/xml", NOTES.encode(), document.part.package),
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
    )
    assert relation
    assert text_of(document)[0] == "全年增长6.8%[1]。"
    assert text_of(document)[1].startswith("[1]按可比价格计算，")


def test_heads_feet_and_hidden_words_are_left_out_and_can_be_put_back() -> None:
    """What is printed on every page is no sentence of the report; a person may know better."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "某市统计局"
    document.sections[0].footer.paragraphs[0].text = "第 3 页"
    paragraph = document.add_paragraph("正文")
    paragraph.add_run("（送审稿）").font.hidden = True
    reading = reading_of(document)
    assert reading.text == "正文"
    left_out = [(one.kind, one.words) for one in reading.layout.left_out]
    assert left_out == [("header", "某市统计局"), ("hidden", "（送审稿）")]
    again = reading_of(document, ReadingOptions(put_back=frozenset(one.id for one in reading.layout.left_out)))
    assert again.text == "某市统计局\n正文（送审稿）"
    assert not again.layout.left_out


def test_tracked_rows_and_paragraph_ends_give_the_final_text() -> None:
    """A deleted row is gone, and a paragraph whose end is deleted goes on in the next."""
    document = Document()
    first = document.add_paragraph("全年增长")
    mark = f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="a"/></w:rPr>'
    first._p.get_or_add_pPr().append(parse_xml(mark))
    document.add_paragraph("6.8%。")
    table = document.add_table(rows=3, cols=2)
    for cell, words in zip(table._cells, ("指标", "值", "旧", "1", "新", "2"), strict=True):
        cell.text = words
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"/>'))
    assert text_of(document) == ["全年增长6.8%。", "指标\t值", "新\t2"]


def test_symbols_fields_and_links_print_and_comments_do_not() -> None:
    """What a reader of the paper sees."""
    document = Document()
    runs = """<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:commentReference w:id="1"/></w:r>"""
    document.add_paragraph("")._p.extend(list(parse_xml(f'<w:p {nsdecls("w")}>{runs}</w:p>')))
    assert text_of(document) == ["☑3链接"]


def test_an_embedded_file_is_told_and_not_opened() -> None:
    """Its words are missing from the text: a person must know."""
    document = Document()
    document.add_paragraph("正文")
    document.element.body.insert(1, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="rId99"/>'))
    assert [notice.key for notice in reading_of(document).layout.notices] == ["docx-embedded"]


@pytest.mark.parametrize("words", [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a b="&y;"/>',
])
def test_a_document_type_is_refused(words: str) -> None:
    """Entities are how XML reads other files and grows without end; the format has no use for them."""
    document = Document()
    document.add_paragraph("正文")
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(saved(document, word__styles_dot_xml=words), "a.docx")
    assert told.value.key == "damaged"
