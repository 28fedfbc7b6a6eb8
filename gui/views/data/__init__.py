"""The report's figures as charts and as a table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gui.views.data.pane import DataPane

__all__ = ["DataPane"]

# Loaded when asked for: the window loads the modules of a pane one by one behind its first picture.
_HOMES: Final = {"DataPane": "pane"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
