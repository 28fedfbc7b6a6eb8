"""The text cut into paragraphs, and its offsets."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Report, Section, Source, Span
from gui.views.text.paragraphs import LONGEST, Shown, cut, skipped


def _report(text: str, **fields: object) -> Report:
    plain = Report(Source("r", "", "text/plain", None, None), text, None, None, None, None, "zh", (), (), (), ())
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of Report, by name


def _shown(report: Report) -> list[Shown]:
    gaps = skipped(report)
    return [
        Shown(report.text, p, [gap for gap in gaps if gap.end > p.start and gap.start < p.end]) for p in cut(report)
    ]


def test_empty_lines_make_no_paragraphs_and_change_no_offset() -> None:
    """Gaps are style; offsets are the file's."""
    text = "\ufeff一\r\n\r\n　　二段 \r\n三"
    assert [text[p.start : p.end] for p in cut(_report(text))] == ["一", "二段", "三"]


def test_printed_line_ends_of_four_characters_part_paragraphs() -> None:
    """Some files carry \\r\\n as words."""
    text = "第一段。\\r\\n\\r\\n第二段。"
    assert [text[p.start : p.end] for p in cut(_report(text))] == ["第一段。", "第二段。"]


def test_a_line_broken_inside_a_sentence_is_one_paragraph() -> None:
    """The break is not drawn, and every character still knows its place."""
    text = "全面完成养老示\r\n\r\n范基地建设。"
    shown = _shown(_report(text, breaks=(Span(7, 11),)))
    assert [part.text for part in shown] == ["全面完成养老示范基地建设。"]
    assert shown[0].offset(7) == 11
    assert shown[0].offset(7, closing=True) == 7
    assert shown[0].place(11) == shown[0].place(9) == 7


def test_english_words_do_not_run_together_over_a_break() -> None:
    """A space is drawn where the line was broken."""
    text = "the annual\nreport"
    shown = _shown(_report(text, breaks=(Span(10, 11),)))
    assert shown[0].text == "the annual report"
    assert shown[0].place(11) == 11


def test_a_title_over_two_lines_is_one_paragraph() -> None:
    """With a space where the source began a new line."""
    text = "在新征程上\n\n书写新篇章\n\n正文一句。"
    report = _report(text, title_span=Span(0, 12))
    assert _shown(report)[0].text == "在新征程上 书写新篇章"
    assert [p.style for p in cut(report)] == ["title", "body"]


def test_a_title_loses_its_sign_of_markdown() -> None:
    """The file keeps it; a reader sees the title as the sections below it, without their signs."""
    text = "# 澜溪县2023年统计公报\n\n正文。"
    assert [part.text for part in _shown(_report(text, title_span=Span(2, 14)))] == ["澜溪县2023年统计公报", "正文。"]


def test_a_heading_loses_its_signs_but_not_its_number() -> None:
    """◆ is not drawn; 一、 is."""
    text = "◆ 六大工作——\n正文。\n一、目标\n正文。"
    sections = (
        Section("s1", None, 1, "六大工作", Span(0, 8), Span(0, 13)),
        Section("s2", None, 1, "目标", Span(13, 17), Span(13, 21)),
    )
    report = _report(text, sections=sections)
    assert [part.text for part in _shown(report)] == ["六大工作", "正文。", "一、目标", "正文。"]
    assert [p.number for p in cut(report)] == [0, 1, 0, 2]


def test_a_heading_within_its_paragraph_opens_it() -> None:
    """（一）稳增长。全年……: the words of the heading are the paragraph's lead."""
    text = "（一）稳增长。全年增长五个百分点，好于预期，高于全市。"
    report = _report(text, sections=(Section("s1", None, 1, "稳增长", Span(0, 7), Span(0, len(text))),))
    (paragraph,) = cut(report)
    assert (paragraph.style, paragraph.lead) == ("body", 7)


def test_a_giant_paragraph_is_set_in_pieces_that_touch() -> None:
    """One line of a million characters costs no more than a page."""
    text = "一二三四五六七八九。" * 1300
    pieces = cut(_report(text))
    assert all(p.end - p.start <= LONGEST for p in pieces)
    assert [p.start for p in pieces[1:]] == [p.end for p in pieces[:-1]]
    assert [p.number for p in pieces] == [1, 0, 0, 0]
    assert "".join(text[p.start : p.end] for p in pieces) == text


@settings(max_examples=200)
@given(st.text(st.sampled_from("国，a \r\n\ufeff𠮷😀é\u0301\\rn\u3000\u200b"), max_size=80))
def test_everything_but_white_space_is_drawn_once(text: str) -> None:
    """Whatever the line ends, the drawn characters are the text's, in order."""
    report = _report(text)
    drawn = "".join(part.text for part in _shown(report))
    bare = [sign for sign in drawn if not sign.isspace() and sign not in "\ufeff\u200b"]
    expected = [sign for sign in text.replace("\\r\\n", "\n") if not sign.isspace() and sign not in "\ufeff\u200b"]
    assert bare == expected


@settings(max_examples=200)
@given(st.text(st.sampled_from("国，a \n𠮷😀\u0301"), min_size=1, max_size=60), st.data())
def test_a_mark_keeps_its_exact_quote(text: str, data: st.DataObject) -> None:
    """From a span to the drawn places and back is the same span, whenever it begins and ends on drawn characters."""
    for paragraph in cut(_report(text)):
        shown = Shown(text, paragraph, ())
        start = data.draw(st.integers(paragraph.start, paragraph.end - 1))
        end = data.draw(st.integers(start + 1, paragraph.end))
        first, last = shown.place(start), shown.place(end)
        assert shown.text[first:last] == text[start:end]
        assert (shown.offset(first), shown.offset(last, closing=True)) == (start, end)


def test_noise_and_table_rows_are_set_closely_and_not_numbered() -> None:
    """They are there to be seen, not to be read as paragraphs."""
    text = "首页\n第一段正文。\n| 指标 | 数值 |\n| 税收 | 3.2 |\n第二段正文。"
    paragraphs = cut(_report(text, noise=(Span(0, 2),)))
    assert [p.style for p in paragraphs] == ["noise", "body", "table", "table", "body"]
    assert [p.number for p in paragraphs] == [0, 1, 0, 0, 2]
    assert [p.apart for p in paragraphs] == [False, True, False, False, True]


def test_marks_of_emphasis_are_not_drawn() -> None:
    """A Markdown file has them round words; every character keeps its place, and nothing was broken there."""
    text = "**招商引资**达到45亿元，**增长10%**。"
    shown = _shown(_report(text))[0]
    assert shown.text == "招商引资达到45亿元，增长10%。"
    assert shown.cuts == []
    for sign in "招达4增%。":
        assert shown.text[shown.place(text.index(sign))] == sign
        assert shown.offset(shown.text.index(sign)) == text.index(sign)


def test_a_paragraph_that_is_all_emphasis_keeps_its_places() -> None:
    """It is drawn in one piece that does not begin where the paragraph does."""
    text = "前言一段。\n\n**全文如此。**"
    shown = _shown(_report(text))[1]
    assert shown.text == "全文如此。"
    assert shown.place(text.index("文")) == 1
