"""The left pane: sections, claims, check hits, evidence, and the day's score."""

from gui.views.navigator.navigator import Navigator

__all__ = ["Navigator"]
