"""The geometry of marks."""

from __future__ import annotations

from core.model import Finding, Hit, Span
from core.project import AttachEvidence, EvidenceDraft, SetVerdict
from gui.session import Session
from gui.views.text import TextPane
from gui.views.text.ink import dotted, ink
from gui.views.text.marks import look
from tests.gui.text.conftest import metric, place


def test_the_box_of_a_figure_says_how_sure_and_what_it_is() -> None:
    """Filled, outlined, dotted, hatched: never by colour alone."""
    assert look(metric("m", "11.5%")) == "filled"
    assert look(metric("m", "11.5%", "target")) == "outline"
    assert look(metric("m", "11.5%", "baseline")) == "dotted"
    assert look(metric("m", "11.5%", confidence=0.5)) == "hatched"


def test_an_unjudged_claim_has_its_corner_and_nothing_else(pane: TextPane, session: Session) -> None:
    """Rest state is nearly bare; a verdict draws the line."""
    claim = session.claims()[0]
    index = pane._page.index_of(claim.span.start)
    assert not pane._surface.ink(index).underlines
    assert list(pane._surface.ink(index).corners) == ["claim"]
    session.do(SetVerdict(claim.id, "refuted"))
    assert set(pane._surface.ink(index).corners) == {"claim", "refuted"}


def test_underlines_stop_before_the_next_claim(pane: TextPane, session: Session) -> None:
    """Neighbours stay apart."""
    first, second = session.claims()[:2]
    for claim in (first, second):
        session.do(SetVerdict(claim.id, "supported"))
    drawn = pane._surface.ink(pane._page.index_of(first.span.start))
    end = drawn.claims[first.id][0].runs[-1][2]
    assert max(line.x2() for line in drawn.underlines["supported"] if line.x2() <= end) <= end - 5


def test_words_that_two_checks_ask_about_are_dotted_once(pane: TextPane, session: Session) -> None:
    """Two dotted lines over one another would look like a third kind."""
    span = place("总体稳定")
    wider = Span(span.start - 2, span.end)
    index = pane._page.index_of(span.start)
    report = session.claims()[0].report
    for number, words in enumerate((span, wider)):
        pane._marks.put_hit(f"h{number}", Hit(f"h{number}", report, Finding("X", "minor", (words,)), "new", ""))
    lines = ink(pane._page.row(index), index, pane._marks).dots["new"]
    rows = [(line.y1(), line.x1(), line.x2()) for line in lines]
    assert all(
        not (a != b and a[0] == b[0] and a[1] < b[2] and b[1] < a[2]) for a in rows for b in rows
    )


def test_a_check_on_a_whole_sentence_is_only_begun_until_it_is_looked_at(pane: TextPane) -> None:
    """A page of sentences in doubt stays legible."""
    span = place("全年就业形势总体稳定，民生支出占比达到八成。")
    row = pane._page.row(pane._page.index_of(span.start))
    begun = sum(line.length() for line in dotted(row, span, whole=False))
    whole = sum(line.length() for line in dotted(row, span, whole=True))
    assert 2 * 17 < begun < 5 * 17
    assert whole > 15 * 17


def test_evidence_is_a_clip_with_its_number(pane: TextPane, session: Session) -> None:
    """Two pieces, a 2 beside the clip."""
    claim = session.claims()[2]
    for title in ("公报", "年鉴"):
        session.do(AttachEvidence(claim.id, EvidenceDraft(title=title)))
    index = pane._page.index_of(claim.span.start)
    signs = [sign for line in pane._surface.ink(index).signs.values() for sign in line]
    assert [sign.count for sign in signs if sign.kind == "clip"] == [2]
