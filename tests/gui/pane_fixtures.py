"""Fixtures of the tests of one pane: the sample report in a real project, and settings of each test alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import settings
from gui.session import Session
from gui.theme import Theme, load_fonts
from tests.gui.sample import open_sample


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Settings of this test alone, in Chinese."""
    settings.use_file(tmp_path / "settings.ini")
    settings.set_language("zh")
    yield
    settings.use_file(None)


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:  # noqa: ARG001  Qt has to be there first
    """The light theme with the made fonts."""
    load_fonts()
    return Theme("light")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:  # noqa: ARG001  Qt has to be there first
    """A session with the sample open."""
    opened = open_sample(tmp_path)
    yield opened
    opened.close()
