"""What a screen reader gets: the pane as a document whose value is the paragraph at the caret, its marks beside it."""

from __future__ import annotations

from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class Spoken(Protocol):
    """A widget that can say which paragraph its reader is in."""

    def spoken_paragraph(self) -> str:
        """The words of that paragraph."""
        ...


class _Document(QAccessibleWidget):
    """A widget as a document. Qt owns no reference to it that Python could see, so `_kept` holds one."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Document)

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description are the widget's; the value is the paragraph."""
        widget = self.widget()
        if kind == QAccessible.Text.Value and isinstance(widget, Spoken):
            return widget.spoken_paragraph()
        return str(super().text(kind))


_kept: dict[int, QAccessibleInterface] = {}


def _made(_name: str, item: QObject) -> QAccessibleInterface | None:
    if not isinstance(item, QWidget) or not isinstance(item, Spoken):
        return None
    key = id(item)
    if key not in _kept:
        _kept[key] = _Document(item)
        item.destroyed.connect(lambda: _kept.pop(key, None))
    return _kept[key]


@cache
def install() -> None:
    """Tell Qt how to describe such widgets, once a process."""
    QAccessible.installFactory(_made)


def announce(widget: QWidget, words: str) -> None:
    """Say something now, and that the paragraph may be another, to screen readers that listen."""
    if not QAccessible.isActive():
        return
    if isinstance(widget, Spoken):
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, widget.spoken_paragraph()))
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
