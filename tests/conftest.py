"""What every test shares: Qt without a screen, folders in memory, the corpus beside the checkout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is told by the benchmarks: a busy machine fails no test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Each edit of a project, and each setting, waits until the disk has it: two fifths of the time of a test of the window.
# Where the system has a folder in memory with room for what tests write (about ROOM), their folders are made there.
MEMORY, ROOM = Path("/dev/shm"), 2 << 30
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real reports; a test that needs it is skipped where it is missing."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real reports is not beside this checkout (../shared/corpus)")
    return folder
