"""The annotated text: the report set for reading, with its marks, margin, marker strip and find bar."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gui.views.text.dropping import Dropped
    from gui.views.text.find import FindBar
    from gui.views.text.marks import Layers
    from gui.views.text.pane import TextPane

__all__ = ["Dropped", "FindBar", "Layers", "TextPane"]

# Loaded when asked for: the window loads the modules of a pane one by one behind its first picture.
_HOMES: Final = {"Dropped": "dropping", "FindBar": "find", "Layers": "marks", "TextPane": "pane"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
