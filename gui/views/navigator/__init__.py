"""The left pane: sections, claims, check hits, evidence, and the day's score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.handing_on import handing_on

if TYPE_CHECKING:
    from gui.views.navigator.navigator import Navigator

__all__ = ["Navigator"]

__getattr__ = handing_on(__name__, {"navigator": ("Navigator",)})
