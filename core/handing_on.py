"""Names that a package hands on from its modules, each loaded when it is first asked for.

A package that imported them all would have all its modules loaded at once: whoever opens a project would wait for what
carries claims over to a corrected report, and the window for all of its panes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def handing_on(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package; `homes` maps each of its modules to the names that it has.

    Raises AttributeError for another name.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def found(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
