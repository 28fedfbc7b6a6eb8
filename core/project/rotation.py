"""Which snapshots go when there are too many: the recent past stays dense, the far past grows sparse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

#: So many are kept.
KEPT = 24
#: The newest of them, which stay whatever their distance.
NEWEST = 4


def too_many(times: Sequence[datetime], now: datetime, kept: int = KEPT) -> list[int]:
    """The positions of the snapshots to remove, `times` being the oldest first.

    Again and again that one goes which leaves the smallest hole, measured against how long ago it is: an hour counts
    for much yesterday and for little last month. The oldest and the NEWEST newest stay.
    """
    left = list(range(len(times)))
    gone: list[int] = []
    while len(left) > kept:
        inner = range(1, len(left) - NEWEST)
        least = min(inner, key=lambda at: _hole(times[left[at - 1]], times[left[at]], times[left[at + 1]], now))
        gone.append(left.pop(least))
    return gone


def _hole(before: datetime, at: datetime, after: datetime, now: datetime) -> float:
    age = max(1.0, (now - at).total_seconds())
    return (after - before).total_seconds() / age
