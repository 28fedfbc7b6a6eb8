"""The right pane: what is selected, and the judgement of it."""

from gui.views.inspector.inspector import Inspector

__all__ = ["Inspector"]
