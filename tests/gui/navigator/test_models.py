"""Titles, progress and rows, without a widget."""

from __future__ import annotations

from dataclasses import replace

from core.model import Section, Span
from core.project import DismissClaim, SetVerdict
from gui.models.claims import ClaimQuery, claim_rows, matching
from gui.models.progress import progress
from gui.models.rows import GroupHead, ListRow
from gui.models.sections import SectionTree
from gui.models.titles import short_titles
from gui.session import Session
from tests.gui.sample import sample_report


def sections(*titles: str) -> list[Section]:
    return [Section(f"s{i}", None, 1, title, Span(i, i), Span(i, i + 1)) for i, title in enumerate(titles)]


def test_an_opening_shared_by_three_siblings_is_dropped() -> None:
    """Rows have to differ where the eye begins; the opening mark stays with its words."""
    short = short_titles(sections("坚持以“走在前”为牵引", "坚持以“顺民意”为关键", "坚持以“保民生”为抓手", "主要目标"))
    assert list(short.values()) == ["“走在前”为牵引", "“顺民意”为关键", "“保民生”为抓手", "主要目标"]


def test_an_opening_shared_by_two_stays() -> None:
    """Two alike are no pattern: the titles are shown whole."""
    assert short_titles(sections("聚焦产业", "聚焦民生", "主要目标"))["s0"] == "聚焦产业"


def test_a_shared_year_is_not_cut_in_two() -> None:
    """A number that several titles begin with is never shown without its first digits."""
    assert short_titles(sections("2023年回顾", "2024年安排", "2025年展望"))["s1"] == "2024年安排"


def test_titles_that_are_alike_keep_words() -> None:
    """Three identical titles do not become empty rows."""
    assert all(short_titles(sections("重点工作", "重点工作", "重点工作")).values())


def test_the_tree_counts_every_figure_once_at_each_level(session: Session) -> None:
    """What stands below a section counts for it; the roots together have all figures that are in sections."""
    tree = SectionTree()
    report = sample_report()
    tree.set_sections(report.sections)
    tree.set_counts(report.metrics, session.claims(), report.findings)
    roots = [tree.row_at(tree.index(i, 0)) for i in range(tree.rowCount())]
    assert sum(row.metrics for row in roots if row) == sum(metric.section is not None for metric in report.metrics)
    above = {section.id: section.parent for section in report.sections}

    def is_in(key: str | None, section: str) -> bool:
        while key is not None and key != section:
            key = above.get(key)
        return key == section

    session.do(SetVerdict(next(claim.id for claim in session.claims() if claim.checkable), "refuted"))
    tree.set_counts(report.metrics, session.claims(), report.findings)
    for section in report.sections:
        row = tree.row_at(tree.index_of(section.id))
        inside = [claim for claim in session.claims() if is_in(claim.section, section.id)]
        assert row is not None and row.claims == len(inside) and row.progress == progress(inside)
        assert row.metrics == sum(is_in(metric.section, section.id) for metric in report.metrics)


def test_a_filter_keeps_the_rows_above_a_match() -> None:
    """A section that is found can still be seen in its place."""
    tree = SectionTree()
    report = sample_report()
    tree.set_sections(report.sections)
    deep = max(report.sections, key=lambda section: section.depth)
    tree.set_filter(deep.title)
    index = tree.index_of(deep.id)
    assert index.isValid()
    assert index.parent().isValid()


def test_progress_counts_what_can_be_checked(session: Session) -> None:
    """A dismissed claim is out of the count, a judged one moves from open to done."""
    checkable = [claim for claim in session.claims() if claim.checkable]
    before = progress(session.claims())
    session.do(SetVerdict(checkable[0].id, "refuted"))
    session.do(DismissClaim(checkable[1].id, "重复"))
    after = progress(session.claims())
    assert (after.judged, after.total) == (before.judged + 1, before.total - 1)


def test_claims_are_listed_under_their_sections(session: Session) -> None:
    """The heads' counts add up to the rows, and every claim is there once."""
    rows = claim_rows(session.claims(), ClaimQuery(), {}, "zh")
    keys = [row.id for row in rows if isinstance(row, ListRow)]
    assert keys == [claim.id for claim in session.claims()]
    assert sum(row.count for row in rows if isinstance(row, GroupHead)) == len(keys)


def test_claims_can_be_sorted_by_worth(session: Session) -> None:
    """The most worth checking stand first."""
    scores = [claim.score for claim in matching(session.claims(), ClaimQuery(order="worth"))]
    assert scores == sorted(scores, reverse=True)


def test_claims_can_be_filtered_by_words(session: Session) -> None:
    """Only claims that hold the words are kept."""
    found = matching(session.claims(), replace(ClaimQuery(), words="增长"))
    assert found
    assert all("增长" in claim.anchor.exact for claim in found)
