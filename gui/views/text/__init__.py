"""The annotated text: the report set for reading, with its marks, margin, marker strip and find bar."""

from gui.views.text.dropping import Dropped
from gui.views.text.find import FindBar
from gui.views.text.marks import Layers
from gui.views.text.pane import TextPane

__all__ = ["Dropped", "FindBar", "Layers", "TextPane"]
