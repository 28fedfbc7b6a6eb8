"""Lets pyqtgraph come in without what it does not do here.

Its package imports all that it has, from flow charts to table widgets, and keeps copies of three Qt modules, which it
fills by asking for each name that Qt has: some eight hundred classes. Together that is a third of a second and 20 MB,
of which one view and one item are used. Within `alone`, its copies of Qt ask for a name when they are asked for it,
and its own modules are left out. Each can be imported by its own name later; the package's short names are not there.
What the view and the item name but never use here, numpy among it, stands aside within `postponed`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

_QT: Final = ("QtCore", "QtGui", "QtWidgets")
_PACKAGE: Final = "pyqtgraph"
_WITH_IT: Final = (f"{_PACKAGE}.Qt", f"{_PACKAGE}.colors")
#: Modules of Qt that it does without where they are missing.
_NOT_MISSED: Final = ("PySide6.QtOpenGLWidgets", "PySide6.QtTest")


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


class Absent(ModuleType):
    """Stands for a module that is not wanted: it has every name and nothing behind it."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


class Later(ModuleType):
    """Stands for a module until something is asked of it; the module is imported then."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


class _LeavingOut:
    """A finder and loader of modules; what importlib.abc would add takes longer to import than it saves."""

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if not fullname.startswith(f"{_PACKAGE}.") or fullname.startswith(_WITH_IT):
            return None
        return ModuleSpec(fullname, self, is_package=True)  # type: ignore[arg-type]  # as above

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


@contextmanager
def alone() -> Iterator[None]:
    """Within this, importing pyqtgraph copies nothing of Qt and brings none of its other modules."""
    missing = [name for name in _NOT_MISSED if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # None: as if it were not installed
    sources = [importlib.import_module(f"PySide6.{name}") for name in _QT]
    for name, source in zip(_QT, sources, strict=True):
        sys.modules.setdefault(f"{_PACKAGE}.Qt.{name}", Mirror(f"{_PACKAGE}.Qt.{name}", source))
        source.__dict__["__dir__"] = list
    finder = _LeavingOut()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for source in sources:
            del source.__dict__["__dir__"]
        _forget_absent()
        for name in missing:
            del sys.modules[name]


@contextmanager
def postponed(*names: str) -> Iterator[None]:
    """Within this, whoever imports one of these modules gets what stands for it, unless it is there already."""
    standing = {name: Later(name) for name in names if name not in sys.modules}
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name, module in standing.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _forget_absent() -> None:
    for name, module in list(sys.modules.items()):
        if isinstance(module, Absent):
            del sys.modules[name]
            house, _, own = name.rpartition(".")
            if (parent := sys.modules.get(house)) is not None and parent.__dict__.get(own) is module:
                delattr(parent, own)
