"""The annotated text: the report set for reading, with its marks, margin, marker strip and find bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.handing_on import handing_on

if TYPE_CHECKING:
    from gui.views.text.dropping import Dropped
    from gui.views.text.find import FindBar
    from gui.views.text.marks import Layers
    from gui.views.text.pane import TextPane

__all__ = ["Dropped", "FindBar", "Layers", "TextPane"]

__getattr__ = handing_on(
    __name__, {"dropping": ("Dropped",), "find": ("FindBar",), "marks": ("Layers",), "pane": ("TextPane",)}
)
