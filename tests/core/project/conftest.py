"""A project of the made report, open, with its clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.project import Project
from tests.core.project.making import Clock, made_project


@pytest.fixture
def clock() -> Clock:
    """The clock of the project."""
    return Clock()


@pytest.fixture
def project(tmp_path: Path, clock: Clock) -> Iterator[Project]:
    """A project that was just made."""
    with made_project(tmp_path, clock=clock) as opened:
        yield opened
