"""A few hundred steps of a random walk leave nothing behind: what lives at a resting place does not grow."""

from __future__ import annotations

from pathlib import Path

from gui.mainwindow import MainWindow
from tests.gui.walking import Walk

#: The steps before the first count, and those after which it is counted again.
WARM_UP, STEPS = 40, 120


def test_a_random_walk_leaves_nothing_behind(window: MainWindow, tmp_path: Path) -> None:
    """Counts of objects, no times. The walk for a whole hour is `tests/benchmarks/bench_hour.py`.

    A dialog or view that is kept alive by a connection, a menu made again for each question, an item for each search:
    each of them shows here as a step upwards between two rests.
    """
    walk = Walk(window, tmp_path, seed=6)
    walk.begin()
    walk.go(WARM_UP)
    before = walk.rest()
    walk.go(STEPS)
    after = walk.rest()
    assert after.widgets <= before.widgets + 5, (before, after)
    assert after.qt <= before.qt + 15, (before, after)
