"""Claims in several passages, and passages that were lost, in the text."""

from __future__ import annotations

from core.model import Anchor, Span
from core.project import AddPlace, SetVerdict
from gui.session import Session
from gui.views.text import TextPane
from gui.views.text.marks import places_of
from tests.gui.text.conftest import place


def test_a_claim_is_drawn_in_each_of_its_passages(pane: TextPane, session: Session) -> None:
    """Both are underlined, both lead to the claim, and each carries its sign."""
    claim = session.claims()[0]
    further = place("民生支出占比达到八成")
    session.do(SetVerdict(claim.id, "mostly"))
    session.do(AddPlace(claim.id, further))
    indexes = [pane._page.index_of(span.start) for span in (claim.span, further)]
    drawn = [strips for index in dict.fromkeys(indexes) for strips in pane._surface.ink(index).claims[claim.id]]
    assert {strips.laned.span for strips in drawn} == {claim.span, further}
    assert claim.id in {found.id for found in pane._marks.claims_at(further.start + 1)}
    signs = [sign for line in pane._surface.ink(indexes[1]).signs.values() for sign in line if sign.kind == "verdict"]
    assert claim.id in {claimed.id for sign in signs for claimed in sign.claims}


def test_overlapping_claims_can_each_be_reached(pane: TextPane, session: Session) -> None:
    """A claim that lies in another one: both cover the words, the shorter one first."""
    outer, inner = session.claims()[0], session.claims()[2]
    session.do(AddPlace(inner.id, Span(outer.span.start + 2, outer.span.start + 8)))
    assert [claim.id for claim in pane._marks.claims_at(outer.span.start + 4)] == [inner.id, outer.id]


def test_a_lost_passage_is_not_drawn_and_a_moved_one_has_a_sign(pane: TextPane, session: Session) -> None:
    """An empty place marks nothing; what has to be checked shows it in the margin."""
    from dataclasses import replace

    claim = session.claims()[0]
    lost = replace(claim, anchors=(Anchor(Span(3, 3), "旧文", "", "", "orphan"),))
    assert places_of(lost) == []
    moved = replace(claim, anchors=(replace(claim.anchor, state="moved"),))
    pane._marks.put_claim(claim.id, moved)
    index = pane._page.index_of(claim.span.start)
    pane._surface.forget()
    kinds = {sign.kind for line in pane._surface.ink(index).signs.values() for sign in line}
    assert "moved" in kinds


def test_another_version_of_the_report_keeps_the_place_that_is_read(pane: TextPane, session: Session) -> None:
    """After an import or its undo the reader is not thrown back to the title."""
    pane.resize(420, 160)
    pane._strip.setValue(60)
    before = pane._strip.value()
    assert before > 0
    session.report_replaced.emit()
    assert pane._strip.value() == before
