"""What holds for the structure of any text."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from core.sections import read_structure
from tests.core.sections.reports import BODY, SAMPLES

_LINES = st.sampled_from(
    [
        "一、回顾", "（一）抓项目。" + BODY, "1.安排", "◆ 亮点", "【目标】", "# 标题", "坚持以人为本——", BODY,
        "", "  ", "2023年工作安排", "目录", "| 甲 | 乙 |", "- 3 -", "分享到：", "各位代表：", "\\r\\n", "“",
        "附：名词解释", "𠮷🎉", BODY[:25],
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.lists(_LINES, max_size=14).map("\n".join)))
def test_any_text_has_a_structure_inside_itself(text: str) -> None:
    """Nothing raises; spans lie inside the text; sentences do not overlap; sections nest in reading order."""
    document = read_structure(text)
    assert document.text == text
    sentences = [sentence.span for sentence in document.sentences]
    assert all(left.end <= right.start for left, right in itertools.pairwise(sentences))
    known: dict[str, int] = {}
    for section in document.sections:
        assert 0 <= section.heading.start < section.heading.end <= section.span.end <= len(text)
        assert section.depth == (known[section.parent] + 1 if section.parent else 1)
        known[section.id] = section.depth
    for span in (*sentences, *document.noise, *document.breaks, *(block.span for block in document.blocks)):
        assert 0 <= span.start <= span.end <= len(text)
    assert all(sentence.section is None or sentence.section in known for sentence in document.sentences)


@settings(max_examples=40)
@given(st.sampled_from([sample.text for sample in SAMPLES]), st.integers(min_value=1, max_value=5))
def test_blank_lines_before_a_report_shift_everything_and_change_nothing(text: str, blanks: int) -> None:
    """Positions move by as much as was put before; what was read stays."""
    before, after = read_structure(text), read_structure("\n" * blanks + text)
    assert [(s.heading.start + blanks, s.title, s.depth, s.year) for s in before.sections] == [
        (s.heading.start, s.title, s.depth, s.year) for s in after.sections
    ]
    assert [s.span.start + blanks for s in before.sentences] == [s.span.start for s in after.sentences]


@settings(max_examples=len(SAMPLES))
@given(st.sampled_from(SAMPLES).map(lambda sample: sample.text))
def test_full_width_digits_read_like_half_width_ones(text: str) -> None:
    """２０２３ is 2023."""
    wide = text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    plain, folded = read_structure(text), read_structure(wide)
    for one, other in zip(plain.sections, folded.sections, strict=True):
        assert (one.heading, one.role, one.year) == (other.heading, other.role, other.year)
    assert (plain.year, plain.target_year, plain.place) == (folded.year, folded.target_year, folded.place)
