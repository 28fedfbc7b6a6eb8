"""What the tests of the panes share."""

from tests.gui.pane_fixtures import own_settings, session, theme

__all__ = ["own_settings", "session", "theme"]
