"""The small drawn controls that panes share: nothing here knows a report."""

from gui.views.controls.buttons import IconButton, WordButton
from gui.views.controls.filterfield import Cross, FilterField
from gui.views.controls.marks import (
    by_keyboard,
    paint_fade,
    paint_focus,
    paint_key,
    paint_ring,
    paint_text,
    paint_verdict,
    quote_font,
    verdict_icon,
    verdict_token,
    whole_parts,
)
from gui.views.controls.segments import Segment, SegmentedControl
from gui.views.controls.sheet import pane_sheet

__all__ = [
    "Cross",
    "FilterField",
    "IconButton",
    "Segment",
    "SegmentedControl",
    "WordButton",
    "by_keyboard",
    "paint_fade",
    "paint_focus",
    "paint_key",
    "paint_ring",
    "paint_text",
    "paint_verdict",
    "pane_sheet",
    "quote_font",
    "verdict_icon",
    "verdict_token",
    "whole_parts",
]
