"""Where claims stand: further places, places taken away, places found again by hand after a correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.model import Anchor, Span
from core.project import rows
from core.project.claim_edits import change_claim, put_anchors, touched, whole_claim
from core.project.edits import Edit
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class AddPlace(Edit):
    """Let a claim stand in one passage more; with a passage of the claim that it overlaps it becomes one."""

    kind = "add_place"
    claim: str
    span: Span

    def apply(self, tx: Transaction) -> None:
        anchors, text = _places(tx, self.claim)
        span = _passage(self.span, text)
        apart = []
        for anchor in anchors:
            if anchor.state != "orphan" and anchor.span.overlaps(span):
                span = Span(min(span.start, anchor.span.start), max(span.end, anchor.span.end))
            else:
                apart.append(anchor)
        if not any(anchor.span == span for anchor in anchors):
            _replace(tx, self.claim, [*apart, rows.anchor_in(text, span)])


@dataclass(frozen=True, slots=True)
class RemovePlace(Edit):
    """Take one passage from a claim, `place` counted from 0. The last one stays.

    Raises:
        ProjectError: "last-place", or "gone".
    """

    kind = "remove_place"
    claim: str
    place: int

    def apply(self, tx: Transaction) -> None:
        anchors, _ = _places(tx, self.claim)
        if not 0 <= self.place < len(anchors):
            raise ProjectError("gone", name=f"{self.claim} {self.place + 1}")
        if len(anchors) == 1:
            raise ProjectError("last-place")
        del anchors[self.place]
        _replace(tx, self.claim, anchors)


@dataclass(frozen=True, slots=True)
class PlaceAgain(Edit):
    """Say where a place of a claim is, `place` counted from 0: one that was lost, or one that is wrong."""

    kind = "place_again"
    claim: str
    place: int
    span: Span

    def apply(self, tx: Transaction) -> None:
        anchors, text = _places(tx, self.claim)
        if not 0 <= self.place < len(anchors):
            raise ProjectError("gone", name=f"{self.claim} {self.place + 1}")
        anchors[self.place] = rows.anchor_in(text, _passage(self.span, text))
        _replace(tx, self.claim, anchors)


@dataclass(frozen=True, slots=True)
class ConfirmPlaces(Edit):
    """Say that the moved places of a claim were looked at and are right."""

    kind = "confirm_places"
    claim: str

    def apply(self, tx: Transaction) -> None:
        anchors, _ = _places(tx, self.claim)
        _replace(
            tx, self.claim, [replace(each, state="ok") if each.state == "moved" else each for each in anchors]
        )


def put_places(tx: Transaction, claim: str, anchors: Iterable[Anchor]) -> None:
    """Make these the places of a claim: those that are found first, in the order of the text."""
    put_anchors(tx, {"id": claim}, sorted(anchors, key=lambda each: (each.state == "orphan", each.span)))


def _places(tx: Transaction, claim: str) -> tuple[list[Anchor], str]:
    """The places of a claim, and the text in which they are."""
    tx.subject = claim
    row, anchors = whole_claim(tx, claim)
    return anchors, tx.read(str(row["report"])).report.text


def _passage(span: Span, text: str) -> Span:
    if not 0 <= span.start < span.end <= len(text):
        raise ProjectError("mark-empty")
    return span


def _replace(tx: Transaction, claim: str, anchors: list[Anchor]) -> None:
    if anchors != _places(tx, claim)[0]:
        touched(tx, claim)
        put_places(tx, claim, anchors)
        change_claim(tx, claim, modified_by=tx.by, modified_at=tx.at)
