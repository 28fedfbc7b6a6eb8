"""The right pane: what is selected, and the judgement of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.handing_on import handing_on

if TYPE_CHECKING:
    from gui.views.inspector.inspector import Inspector

__all__ = ["Inspector"]

__getattr__ = handing_on(__name__, {"inspector": ("Inspector",)})
