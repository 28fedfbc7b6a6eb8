"""The queue of a round of judging one by one: what is left to answer, in which order, and how far the round is."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from core.model import Hit, ReviewClaim
from core.model.review import Veracity
from core.values import dataclass

QueueOrder = Literal["worth", "order", "hits"]
ORDERS: tuple[QueueOrder, ...] = ("worth", "order", "hits")

#: How much a check's question is worth asking, beside a claim's score from 0 to 1.
_WORTH: Mapping[str, float] = {"critical": 0.95, "major": 0.75, "minor": 0.5, "info": 0.2}
#: Verdicts that say something about the facts, and so want evidence.
_PROVEN: frozenset[Veracity] = frozenset({"supported", "mostly", "partly", "misleading", "refuted"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to answer: a claim, or a check's question.

    `answer` is what was said of it so far: a verdict, a step of fulfilment, `accepted`, `confirmed`, `dismissed`, or
    "".
    """

    subject: Literal["claim", "hit"]
    item: ReviewClaim | Hit
    worth: float
    answer: str

    @property
    def id(self) -> str:
        """The id of the claim or hit."""
        return self.item.id

    @property
    def done(self) -> bool:
        """Whether it is answered."""
        return bool(self.answer)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.item.span.start if isinstance(self.item, ReviewClaim) else self.item.finding.spans[0].start


def entries(claims: Iterable[ReviewClaim], hits: Iterable[Hit], order: QueueOrder) -> list[Entry]:
    """Everything that a reviewer has to answer, answered or not, in the order asked for.

    Suggestions are the claims that nobody has answered; one that cannot be checked is answered when it is accepted.
    `hits` leaves the claims out.
    """
    asked = [Entry("hit", hit, _WORTH[hit.finding.severity], _answer_of_hit(hit)) for hit in hits]
    if order == "hits":
        return sorted(asked, key=lambda entry: (-entry.worth, entry.start))
    found = [Entry("claim", claim, claim.score, _answer_of_claim(claim)) for claim in claims if not claim.lost]
    if order == "order":
        return sorted([*found, *asked], key=lambda entry: (entry.start, entry.subject))
    return sorted([*found, *asked], key=lambda entry: (-entry.worth, entry.start, entry.subject))


def without_evidence(entry: Entry) -> bool:
    """Whether it is a claim judged on its facts with nothing attached that shows them."""
    claim = entry.item
    return isinstance(claim, ReviewClaim) and claim.dismissed is None and claim.veracity in _PROVEN \
        and not claim.evidence


def _answer_of_claim(claim: ReviewClaim) -> str:
    if claim.dismissed is not None:
        return "dismissed"
    if claim.veracity is not None:
        return claim.veracity
    if claim.fulfilled != "not_rated":
        return claim.fulfilled
    return "accepted" if not claim.checkable and claim.answer != "open" else ""


def _answer_of_hit(hit: Hit) -> str:
    return hit.state if hit.state in ("confirmed", "dismissed") else ""


class Round:
    """One round through the queue: what it began with, where it stands, what was answered in it.

    Rows keep their places while the round lasts, so that nothing moves under the reviewer's hands; `take` brings the
    answers up to date. `pending` says what the round is about: what is not answered, unless told otherwise.
    """

    def __init__(
        self, found: Sequence[Entry], pending: Callable[[Entry], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._began = clock()
        self._whole = pending is None
        self._pending = pending or _is_open
        self._all = {entry.id: entry for entry in found}
        self.keys = [entry.id for entry in found if self._pending(entry)]
        self._first = {key: self._all[key].answer for key in self.keys}
        self._put_off: set[str] = set()
        self._trail: list[str] = []
        self.current = self.keys[0] if self.keys else ""

    @property
    def seconds(self) -> float:
        """How long the round has lasted."""
        return self._clock() - self._began

    @property
    def entries(self) -> list[Entry]:
        """The rows in their order."""
        return [self._all[key] for key in self.keys]

    @property
    def total(self) -> int:
        """How many there are to answer: in the whole review, or in a round about something else in that round."""
        return len(self._all) if self._whole else len(self.keys)

    @property
    def done(self) -> int:
        """How many of them are answered, in earlier rounds too."""
        return sum(not self._pending(entry) for entry in (self._all.values() if self._whole else self.entries))

    @property
    def answered(self) -> list[Entry]:
        """What was answered in this round, or answered otherwise."""
        return [entry for entry in self.entries if entry.done and entry.answer != self._first[entry.id]]

    @property
    def put_off(self) -> list[Entry]:
        """What was left for later in this round and is to be answered still."""
        return [entry for entry in self.entries if entry.id in self._put_off and self._pending(entry)]

    @property
    def counts(self) -> Counter[str]:
        """The answers given in this round, by their word."""
        return Counter(entry.answer for entry in self.answered)

    def entry(self, key: str) -> Entry | None:
        """The row with this id, None if the round has none."""
        return self._all.get(key) if key in self.keys else None

    def is_pending(self, entry: Entry) -> bool:
        """Whether the round still asks for it."""
        return self._pending(entry)

    def take(self, found: Sequence[Entry]) -> tuple[set[str], set[str]]:
        """Bring the answers up to date. Gives the rows that were answered, or otherwise, and those open again.

        What is new and to be answered comes after the row in hand; what is gone goes.
        """
        before, self._all = self._all, {entry.id: entry for entry in found}
        self.keys = [key for key in self.keys if key in self._all]
        new = [entry.id for entry in found if entry.id not in before and self._pending(entry)]
        place = self.keys.index(self.current) + 1 if self.current in self.keys else len(self.keys)
        self.keys[place:place] = new
        self._first |= dict.fromkeys(new, "")
        if self.current not in self.keys:
            self.current = self.keys[min(place, len(self.keys)) - 1] if self.keys else ""
        changed = {key for key in self.keys if key in before and before[key].answer != self._all[key].answer}
        answered = {key for key in changed if self._all[key].done}
        self._put_off -= answered
        return answered, changed - answered

    def sort(self, found: Sequence[Entry]) -> None:
        """Go through the rows in another order; the one in hand stays in hand where it is still there."""
        self._all = {entry.id: entry for entry in found}
        self.keys = [entry.id for entry in found if entry.id in self._first or self._pending(entry)]
        self._first |= {key: self._all[key].answer for key in self.keys if key not in self._first}
        if self.current not in self.keys:
            self.current = self.next_open()

    def go(self, key: str) -> None:
        """Take this row in hand, and remember the one before."""
        if key != self.current and self.current:
            self._trail.append(self.current)
        self.current = key

    def back(self) -> str:
        """The row that was in hand before, "" if there is none."""
        while self._trail:
            key = self._trail.pop()
            if key in self.keys and key != self.current:
                self.current = key
                return key
        return ""

    def later(self) -> None:
        """Leave the row in hand for the end."""
        self._put_off.add(self.current)

    def ask_again(self) -> None:
        """Ask once more for what was left for later."""
        self._put_off.clear()

    def next_open(self) -> str:
        """The next row to answer after the one in hand, from the top again at the end; "" when none is left.

        What was left for later is not asked again in this round.
        """
        place = self.keys.index(self.current) + 1 if self.current in self.keys else 0
        ring = self.keys[place:] + self.keys[:place]
        return next((key for key in ring if self._pending(self._all[key]) and key not in self._put_off), "")

    def beside(self, by: int) -> str:
        """The row below (1) or above (-1) the one in hand; the same at the ends."""
        if self.current not in self.keys:
            return self.keys[0] if self.keys else ""
        return self.keys[max(0, min(len(self.keys) - 1, self.keys.index(self.current) + by))]


def _is_open(entry: Entry) -> bool:
    return not entry.done
