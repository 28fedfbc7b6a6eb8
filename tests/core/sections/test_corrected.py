"""What a person says about a heading goes before what the program reads, and the rest of the reading follows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Report, Section, Source
from core.model.headings import HeadingCorrection
from core.pipeline import report_of
from core.project.headings import kept_corrections
from core.readers import Reading
from core.sections import read_structure

TEXT = """某县2023年工作报告

一、2023年工作回顾
（一）经济平稳增长
全县地区生产总值增长6.5%。
（二）民生持续改善
新增就业1200人。
另外的话
财政收入增长8.2%。
二、2024年工作安排
地区生产总值增长6%左右。
"""


def at(words: str, **said: object) -> HeadingCorrection:
    """A correction of the paragraph that begins with `words`."""
    return HeadingCorrection(TEXT.index(words), words, **said)  # type: ignore[arg-type]


def read(*corrections: HeadingCorrection, text: str = TEXT) -> Report:
    return report_of(Reading(b"", text, Source("r.txt", "0" * 64, "text/plain", "utf-8", None)), None, corrections)


def shape(report: Report) -> list[tuple[int, str]]:
    return [(section.depth, section.title) for section in report.sections]


def section(report: Report, words: str) -> Section:
    return next(section for section in report.sections if words in section.title)


def test_what_is_no_heading_is_text_again() -> None:
    """A line wrongly taken for a heading cut its sentence out of the text."""
    report = read(at("（一）经济平稳增长", heading=False))
    assert shape(report) == [(1, "一、2023年工作回顾"), (2, "（二）民生持续改善"), (1, "二、2024年工作安排")]


def test_a_line_becomes_a_heading_where_a_person_says_so() -> None:
    """The figures behind it belong to the new section."""
    report = read(at("另外的话", depth=2))
    assert (2, "另外的话") in shape(report)
    growth = next(metric for metric in report.metrics if metric.surface == "8.2%")
    assert growth.section == section(report, "另外的话").id
    assert section(report, "（二）").span.end <= section(report, "另外的话").span.start


def test_a_level_moves_what_it_is_told_and_leaves_no_gap() -> None:
    """A level that has nothing above it would hang in the air: it stands one below what is above."""
    report = read(at("（二）民生持续改善", depth=1))
    assert (1, "（二）民生持续改善") in shape(report)
    assert section(report, "（二）").parent is None
    report = read(at("（二）民生持续改善", depth=5))
    assert section(report, "（二）").depth == 3
    assert section(report, "（二）").parent == section(report, "（一）").id


def test_a_role_passes_down_and_the_figures_follow() -> None:
    """A plan that was read as results turned every aim into an achievement."""
    before = next(metric for metric in read().metrics if metric.surface == "6.5%")
    assert before.role == "actual"
    report = read(at("一、2023年工作回顾", role="tasks"))
    assert section(report, "（一）").role == "tasks"
    after = next(metric for metric in report.metrics if metric.surface == "6.5%")
    assert after.role == "target"


def test_without_corrections_nothing_is_different() -> None:
    """The common way must not change."""
    assert read() == read(HeadingCorrection(10_000, "没有的行"))


def test_in_a_corrected_text_each_is_found_by_its_words() -> None:
    """A line moved by a new preface keeps what was said of it; a line that is gone has nothing to say of."""
    held = (at("另外的话", depth=2), at("（一）经济平稳增长", heading=False))
    text = "前面加的一行。\n" + TEXT.replace("（一）经济平稳增长\n", "")
    kept = kept_corrections(held, text)
    assert [(text[c.start : c.start + 4], c.depth) for c in kept] == [("另外的话", 2)]


_LINES = st.sampled_from(
    ["一、总结", "二、计划", "（一）其中", "1.小项", "增长3%。", "", "◆标题", "文字很多，还有别的。"]
)


@settings(max_examples=60)
@given(st.lists(_LINES, max_size=14).map("\n".join), st.data())
def test_any_corrections_leave_a_sound_tree(text: str, data: st.DataObject) -> None:
    """Whatever is said of whatever place: sections nest, and each lies within its parent."""
    said = data.draw(
        st.lists(
            st.builds(
                HeadingCorrection, st.integers(0, len(text) + 3), st.just("x"), st.booleans(),
                st.none() | st.integers(1, 6), st.sampled_from([None, "results", "tasks"]),
            ),
            max_size=5,
        )
    )
    document = read_structure(text, corrections=said)
    by_id = {section.id: section for section in document.sections}
    for section in document.sections:
        parent = by_id.get(section.parent or "")
        assert section.depth == (parent.depth + 1 if parent else 1)
        assert parent is None or (parent.span.start <= section.span.start and section.span.end <= parent.span.end)
