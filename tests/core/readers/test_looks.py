"""Headings that only their look shows, in Word documents and web pages, and emphasis that is no heading."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from core.pipeline import report_of
from core.readers import Reading, read_bytes

BODY = "全年地区生产总值增长6.8%，社会消费品零售总额增长8.1%，居民收入稳步增加，民生保障有力有效。"
#: Words, points, face, bold, centred.
Set = tuple[str, float, str, bool, bool]
TEXT: Set = (BODY, 16, "仿宋_GB2312", False, False)


def head(words: str, size: float = 16, face: str = "仿宋_GB2312", bold: bool = False, centred: bool = False) -> Set:
    """A line that stands out."""
    return words, size, face, bold, centred


def document(paragraphs: Sequence[Set], styled: bool = False) -> Reading:
    """A Word document without styles, as most offices write it."""
    made = Document()
    for words, size, face, bold, centred in paragraphs:
        paragraph = made.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.font.size, run.font.bold = Pt(size), bold or None
        run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if styled:
        for words in ("综合", "农业"):
            made.add_heading(words, 1)
            made.add_paragraph(BODY)
    file = BytesIO()
    made.save(file)
    return read_bytes(file.getvalue(), "报告.docx")


def outline(reading: Reading) -> list[tuple[int, str]]:
    """What is handed to the sections."""
    return [(one.level, one.span.quote(reading.text)) for one in reading.layout.outline]


def sections(reading: Reading) -> list[tuple[int, str]]:
    """What a reviewer sees at the left."""
    return [(one.depth, one.title) for one in report_of(reading).sections if one.title]


TWO_LEVELS = [
    head("河口县2024年政府工作报告", 22, "方正小标宋简体", centred=True), TEXT,
    head("过去一年的工作", 16, "黑体"), TEXT, head("经济运行稳中有进", 16, "楷体_GB2312"), TEXT, TEXT,
    head("民生福祉持续改善", 16, "楷体_GB2312"), TEXT, head("今年的主要任务", 16, "黑体"), TEXT,
    head("培育壮大特色产业", 16, "楷体_GB2312"), TEXT,
]


def test_faces_show_two_levels_of_headings() -> None:
    """黑体 heads parts, 楷体 what is in them (GB/T 9704); the title is none of them."""
    reading = document(TWO_LEVELS)
    assert outline(reading) == [
        (1, "过去一年的工作"), (2, "经济运行稳中有进"), (2, "民生福祉持续改善"), (1, "今年的主要任务"),
        (2, "培育壮大特色产业"),
    ]  # fmt: skip


def test_the_sections_of_a_document_without_styles_are_those_a_reader_sees() -> None:
    """Handed on like styles: the tree at the left has them."""
    found = sections(document(TWO_LEVELS))
    assert [words for _, words in found if words in {one[0] for one in TWO_LEVELS[2:]}] == [
        "过去一年的工作", "经济运行稳中有进", "民生福祉持续改善", "今年的主要任务", "培育壮大特色产业",
    ]  # fmt: skip
    level = {words: depth for depth, words in found}
    assert level["经济运行稳中有进"] == level["过去一年的工作"] + 1 == level["培育壮大特色产业"]


def test_bold_centred_and_larger_lines_are_headings() -> None:
    """Each office has its own habit; the larger line stands above the smaller one."""
    large, bold = head("综合篇", 20, centred=True), head("工业", bold=True)
    reading = document([large, TEXT, bold, TEXT, head("农业", bold=True), TEXT, head("民生篇", 20, centred=True), TEXT])
    assert outline(reading) == [(1, "综合篇"), (2, "工业"), (2, "农业"), (1, "民生篇")]


def test_emphasis_is_no_heading() -> None:
    """Sentences in bold, captions, notes of units, a lone line, lines in a list, centred dates."""
    none = [
        [head(BODY, bold=True), TEXT, head("我们必须坚持稳中求进。", bold=True), TEXT],
        [head("表1 主要指标", bold=True), TEXT, head("图2 增速", bold=True), TEXT, head("单位：万元", bold=True), TEXT],
        [TEXT, head("谢谢大家", bold=True), TEXT],
        [TEXT, *[head(f"第{sign}产业", bold=True) for sign in "甲乙丙丁戊"], TEXT],
        [TEXT, head("河口县人民政府", centred=True), head("2024年1月8日", centred=True), TEXT],
        [head("姓名", bold=True), head("单位", size=20), head("电话", bold=True), head("地址", size=20)],
    ]
    for paragraphs in none:
        assert outline(document(paragraphs)) == []


def test_numbers_and_styles_go_before_looks() -> None:
    """What a file says in words is not said a second time by its faces."""
    numbered = [head("一、工作回顾", face="黑体"), TEXT, head("重点", bold=True), TEXT,
                head("二、工作安排", face="黑体"), TEXT, head("保障", bold=True), TEXT]  # fmt: skip
    assert outline(document(numbered)) == []
    styled = document([head("重点", bold=True), TEXT, head("保障", bold=True), TEXT], styled=True)
    assert outline(styled) == [(1, "综合"), (1, "农业")]


def test_a_style_gives_its_look_to_the_words() -> None:
    """Bold and face may stand in the style, in the style that it is based on, or in the document's defaults."""
    made = Document()
    face = made.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    face.set(qn("w:eastAsia"), "仿宋")
    style = made.styles.add_style("小标题", 1)
    style.base_style = made.styles["Normal"]
    style.font.bold = True
    for words in ("综合情况", "农业生产"):
        made.add_paragraph(words, style="小标题")
        made.add_paragraph(BODY)
    file = BytesIO()
    made.save(file)
    assert outline(read_bytes(file.getvalue(), "a.docx")) == [(1, "综合情况"), (1, "农业生产")]


def test_a_web_page_has_headings_in_strong_alone() -> None:
    """Editors of government sites set headings bold; bold within a sentence stays a part of it."""
    text = f"<p>{BODY}</p><p><strong>今年</strong>{BODY}</p>"
    page = f"<html><body><div class='article'><h1>河口县2024年经济运行情况</h1>" \
           f"<p>河口县统计局</p><p>{BODY}</p><p><strong>工业生产平稳</strong></p>{text}" \
           f"<p style='text-align:center'><span style='font-weight:bold'>消费持续恢复</span></p>{text}" \
           f"<p><b>民生改善</b></p>{text}<p><strong>{BODY}</strong></p></div></body></html>"  # fmt: skip
    reading = read_bytes(page.encode(), "a.html")
    assert [words for _, words in outline(reading)[1:]] == ["工业生产平稳", "消费持续恢复", "民生改善"]
    assert [words for _, words in sections(reading)][-3:] == ["工业生产平稳", "消费持续恢复", "民生改善"]


def test_faces_of_a_web_page_count_too() -> None:
    """Pages pasted from Word keep its faces in their styles."""
    pieces = "".join(
        f"<p><span style='font-family:黑体;font-size:16pt'>{words}</span></p>"
        f"<p><span style='font-family:仿宋;font-size:16pt'>{BODY}</span></p>"
        for words in ("工作回顾", "任务安排")
    )
    reading = read_bytes(f"<body>{pieces}</body>".encode(), "a.html")
    assert outline(reading) == [(1, "工作回顾"), (1, "任务安排")]
