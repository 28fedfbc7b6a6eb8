"""A pane's style sheet: fields, menus and scroll bars without the style's look."""

from __future__ import annotations

from typing import Final

from gui.theme import with_roles

_SHEET: Final = """
QScrollArea, QAbstractScrollArea { border: none; background: transparent; }
QLineEdit { border: none; background: transparent; color: @text; padding: 0 2px;
            selection-background-color: @accent; selection-color: @on_accent; }
QScrollBar:vertical { width: 8px; background: transparent; border: none; margin: 0; }
QScrollBar:horizontal { height: 8px; background: transparent; border: none; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 2px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
"""


def pane_sheet(more: str = "") -> str:
    """The pane's sheet, which is the same in every theme; `more` are rules of its own, with the same @colours."""
    return with_roles(_SHEET + more)
