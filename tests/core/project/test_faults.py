"""A disk that fails: full, broken, gone, half a page written, no power. The old state or the new, never between.

The faults are made by a layer under SQLite in a process of its own: see `disk` and `faults`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.project.faults import FILE_SCENES, NO_LIBRARY, SCENES

ROOT = Path(__file__).resolve().parents[3]
#: How many images of the disk are looked at after each operation of the session with power cuts.
IMAGES = int(os.environ.get("POLICY_REVIEW_POWER_CUTS", "1"))
#: The edits that are tried; all of them in a long run.
TRIED = list(SCENES) if "POLICY_REVIEW_POWER_CUTS" in os.environ else ["note", "evidence"]


def run(folder: Path, *arguments: str) -> dict[str, int]:
    """What the scene says that it saw; skipped where this Python's SQLite cannot be reached."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.core.project.faults", arguments[0], str(folder), *arguments[1:]],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    if process.returncode == NO_LIBRARY:
        pytest.skip("this Python has SQLite built in with its names hidden, so no disk can be put under it")
    assert process.returncode == 0, process.stderr
    seen: dict[str, int] = json.loads(process.stdout)
    return seen


@pytest.mark.parametrize("scene", TRIED)
def test_a_fault_at_any_operation_of_an_edit_leaves_the_state_before_or_after(tmp_path: Path, scene: str) -> None:
    """Whichever write, sync, truncate, delete, open, read or lock fails, in whatever way: on the disk and in memory is
    the state before or the one after, never between; what was acknowledged is there; and work goes on."""
    faults = run(tmp_path, scene)
    assert faults["full"] > 15 and faults["gone"] > 15 and faults["torn"] > 15 and faults["read"] >= 3


@pytest.mark.parametrize("scene", FILE_SCENES)
def test_a_fault_at_any_operation_of_a_whole_file_leaves_the_one_before_or_after(tmp_path: Path, scene: str) -> None:
    """Making, copying, migrating, repairing, keeping a snapshot: the new file is there whole, or the one that was
    there, and nothing else."""
    faults = run(tmp_path, scene)
    assert faults["full"] >= 10 and faults["gone"] >= 10


def test_a_power_cut_at_any_moment_loses_no_acknowledged_edit(tmp_path: Path) -> None:
    """Whatever became of the writes that were not synced - there, gone, in part, in any order - the file opens with
    every acknowledged edit and at most the one in flight missing. Fails for any laxer setting of SQLite's syncs."""
    seen = run(tmp_path, "power", str(IMAGES), "5")
    assert seen["operations"] > 200 and seen["before"] > 0 and seen["after"] > 0
