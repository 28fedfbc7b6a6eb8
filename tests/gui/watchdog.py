"""Watches the GUI thread: how long each turn of the event loop keeps it busy.

Time is that of the thread's own processor, so that other programs on the machine do not count. A turn is what Qt does
between two looks for new events: no click and no paint can come through in it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractEventDispatcher

#: Longer than this a person notices that the window stands still.
BLOCKED = 0.050


@dataclass
class Watched:
    """The turns that were longer than `BLOCKED`, in seconds, and how many turns there were at all.

    Who says what he is `doing` finds the longest turn of each step in `by_step`.
    """

    turns: int = 0
    blocked: list[float] = field(default_factory=list)
    longest: float = 0.0
    doing: str = ""
    by_step: dict[str, float] = field(default_factory=dict)

    def longest_steps(self, count: int = 8) -> str:
        """The steps with the longest turns, for people."""
        steps = sorted(self.by_step.items(), key=lambda step: -step[1])[:count]
        return ", ".join(f"{name} {taken * 1000:.0f} ms" for name, taken in steps)

    def report(self) -> str:
        """One line for people."""
        return (
            f"{self.turns} turns, {len(self.blocked)} longer than {BLOCKED * 1000:.0f} ms, "
            f"the longest {self.longest * 1000:.0f} ms"
        )


@contextmanager
def watching() -> Iterator[Watched]:
    """Watch every turn of the loop until the end of the block."""
    dispatcher = QAbstractEventDispatcher.instance()
    seen = Watched()
    last = [time.thread_time()]

    def turn_ends() -> None:
        """Qt tells before it waits and after; waiting itself takes no time of the processor."""
        now = time.thread_time()
        taken, last[0] = now - last[0], now
        seen.turns += 1
        seen.longest = max(seen.longest, taken)
        seen.by_step[seen.doing] = max(seen.by_step.get(seen.doing, 0.0), taken)
        if taken > BLOCKED:
            seen.blocked.append(taken)

    dispatcher.awake.connect(turn_ends)
    dispatcher.aboutToBlock.connect(turn_ends)
    try:
        yield seen
    finally:
        turn_ends()
        dispatcher.awake.disconnect(turn_ends)
        dispatcher.aboutToBlock.disconnect(turn_ends)
