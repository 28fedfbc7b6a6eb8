"""A few hundred steps of a walk leave nothing behind: what lives at a resting place does not grow."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from gui.mainwindow import MainWindow
from tests.gui.walking import Walk

#: Steps at random between the two counts, beside one of each kind.
STEPS = 60
#: Colours and formats that are kept, some hundreds at most, go on filling their places; a report's rows are thousands.
FILLING = 600


def test_a_walk_leaves_nothing_behind(
    window: MainWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Every kind of step twice: once before the first count, once before the second. Counts of objects, no times. The
    walk for a whole hour is `tests/benchmarks/bench_hour.py`; `bench_steps.py` tells which kind it is that leaves what.

    A dialog or view that is kept alive by a connection, a menu made again for each question, an item for each search,
    a window that was closed: each of them shows here as a step upwards between two rests.
    """
    caplog.set_level(logging.CRITICAL)  # what is logged is kept for the report, with all that its error holds
    walk = Walk(window, tmp_path, seed=6)
    walk.begin()
    walk.tour(1)
    before = walk.rest()
    walk.tour(1)
    walk.go(STEPS)
    after = walk.rest()
    assert len(walk.done) > 80
    assert after.widgets <= before.widgets + 5, (before, after)
    assert after.qt <= before.qt + 15, (before, after)
    assert after.python <= before.python + FILLING, (before, after)
    assert after.files <= before.files + 2, (before, after)
    assert after.threads == before.threads, (before, after)
