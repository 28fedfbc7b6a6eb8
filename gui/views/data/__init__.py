"""The report's figures as charts and as a table."""

from gui.views.data.pane import DataPane

__all__ = ["DataPane"]
