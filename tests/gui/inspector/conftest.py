"""What the tests of the panes share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme import Theme
from gui.views.inspector import Inspector
from tests.gui.pane_fixtures import own_settings, session, theme
from tests.gui.sample import on_screen

__all__ = ["own_settings", "session", "theme"]


@pytest.fixture
def inspector(qtbot: QtBot, session: Session, theme: Theme) -> Inspector:
    """The pane at the design's size, on screen."""
    pane = Inspector(session, theme)
    on_screen(qtbot, pane, 352, 724)
    return pane
