"""Widgets that go: they are deleted by Qt in its own time, and Python's objects for them are held until then.

Those that nothing else in Python holds (a label in a row, a layout in it) would go in the midst of the destruction, may
stay behind in the bindings' list of addresses, and end the process with the next widget at such an address.
"""

from __future__ import annotations

import itertools
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import createdByPython, delete

#: What is on its way out, with all that is in it, by a number.
_leaving: dict[int, list[QObject]] = {}
_numbers: Final = itertools.count()


def let_go(widget: QWidget) -> None:
    """Hide a widget now and delete it, with all that is in it, as soon as nothing is under way in it."""
    number = next(_numbers)
    _leaving[number] = [widget, *filter(createdByPython, widget.findChildren(QObject))]
    widget.destroyed.connect(partial(_leaving.pop, number, None))
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go, and what the layout held it by with it.

    Nobody owns what `takeAt` gives: a tenth of a kilobyte stays for each widget that was ever in the layout.
    """
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        delete(item)
        if widget is not None:
            let_go(widget)
