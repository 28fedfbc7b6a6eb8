"""The original beside the text: pages of a PDF, or the words of the file as they came."""

from gui.views.original.pane import OriginalPane

__all__ = ["OriginalPane"]
