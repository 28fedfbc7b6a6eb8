"""Lets pyqtgraph come in without making every class that Qt has.

pyqtgraph keeps copies of three Qt modules and fills them by asking for each name that Qt has: some eight hundred
classes are made, of which it uses a tenth. That is a third of the time until charts stand, and 15 MB. Here its copies
ask Qt for a name when they are asked for it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

_MODULES: Final = ("QtCore", "QtGui", "QtWidgets")


class Mirror(ModuleType):
    """A module that has what another one has, from the moment that it is asked for."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name)
        self._source = source
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> object:
        found = getattr(self._source, name)
        setattr(self, name, found)
        return found


@contextmanager
def mirrored() -> Iterator[None]:
    """Within this, importing pyqtgraph copies nothing; afterwards Qt's modules list their names as before."""
    sources = [importlib.import_module(f"PySide6.{name}") for name in _MODULES]
    for name, source in zip(_MODULES, sources, strict=True):
        sys.modules.setdefault(f"pyqtgraph.Qt.{name}", Mirror(f"pyqtgraph.Qt.{name}", source))
        source.__dict__["__dir__"] = list
    try:
        yield
    finally:
        for source in sources:
            del source.__dict__["__dir__"]
