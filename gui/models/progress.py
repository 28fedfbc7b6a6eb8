"""How far the review has come: what counts, and how much of it is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.charts.review import countable
from core.model import ReviewClaim
from core.model.review import Veracity
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Claims that count towards the review, by verdict; None stands for not judged."""

    counts: Counter[Veracity | None]

    @property
    def judged(self) -> int:
        """How many have a verdict."""
        return self.total - self.counts[None]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.counts.total()

    @property
    def share(self) -> float:
        """Judged of all, 0 to 1; 0 when there are none."""
        return self.judged / self.total if self.total else 0.0


def progress(claims: Iterable[ReviewClaim]) -> Progress:
    """Count the claims that can be checked and are not dismissed, by verdict."""
    return Progress(Counter(claim.veracity for claim in countable(claims)))
