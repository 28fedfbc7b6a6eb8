"""The report's figures as charts and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.handing_on import handing_on

if TYPE_CHECKING:
    from gui.views.data.pane import DataPane

__all__ = ["DataPane"]

__getattr__ = handing_on(__name__, {"pane": ("DataPane",)})
