"""Where the selected claim stands: passages added, taken away, found again, confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from core.model import ReviewClaim, Span
from core.project import AddPlace, ConfirmPlaces, PlaceAgain, RemovePlace
from gui.actions import Handler
from gui.models.claims import trimmed
from gui.session import Session


class Placing(QObject):
    """Turns commands into edits of a claim's places.

    `claim` gives the selected claim and `words` the span selected in the text, or None. `pointed` is the place in the
    text that a menu was opened at, None where none is open.
    """

    def __init__(
        self, session: Session, claim: Callable[[], ReviewClaim | None], words: Callable[[], Span | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._claim = claim
        self._words = words
        self.pointed: int | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {
            "add_place": self.add, "remove_place": self.remove, "place_again": self.place_again,
            "confirm_places": self.confirm,
        }

    def available(self) -> dict[str, bool]:
        """Which conditions of these commands are met."""
        claim = self._claim()
        return {
            "several": claim is not None and self._meant(claim) is not None,
            "moved": claim is not None and any(anchor.state == "moved" for anchor in claim.anchors),
            "lost": claim is not None and self._lost(claim) is not None,
        }

    def add(self) -> None:
        """Let the selected claim stand in the selected words too."""
        claim, span = self._claim(), self._span()
        if claim is not None and span is not None:
            self._session.do(AddPlace(claim.id, span))

    def remove(self) -> None:
        """Take the passage that is selected or pointed at from the selected claim."""
        claim = self._claim()
        place = self._meant(claim) if claim is not None else None
        if claim is not None and place is not None:
            self._session.do(RemovePlace(claim.id, place))

    def place_again(self, place: int | None = None) -> bool:
        """Put a place of the selected claim on the selected words, the lost one by default. False without words."""
        claim, span = self._claim(), self._span()
        if claim is None or span is None:
            return False
        chosen = self._lost(claim) if place is None else place
        return chosen is not None and self._session.do(PlaceAgain(claim.id, chosen, span))

    def confirm(self) -> None:
        """Say that the selected claim was looked at and stands where it should."""
        claim = self._claim()
        if claim is not None:
            self._session.do(ConfirmPlaces(claim.id))

    def _span(self) -> Span | None:
        words, report = self._words(), self._session.report
        return trimmed(report.text, words) if words is not None and report is not None else None

    def _meant(self, claim: ReviewClaim) -> int | None:
        """The number of the passage, of several, that the selected words or the place pointed at lie in."""
        where = self._words() or (None if self.pointed is None else Span(self.pointed, self.pointed + 1))
        if where is None or len(claim.anchors) < 2:
            return None
        return next((number for number, span in enumerate(claim.spans) if span.overlaps(where)), None)

    @staticmethod
    def _lost(claim: ReviewClaim) -> int | None:
        return next((number for number, anchor in enumerate(claim.anchors) if anchor.state == "orphan"), None)
