"""Imports Qt and then puts Python's own `import` back. To be imported before anything else of Qt.

shiboken puts itself in the way and reads the source of every module imported after it, which costs a fifth of
start-up; only `from __feature__ import …` would need that, and nobody here uses it.
"""

from __future__ import annotations

import builtins

_plain = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain
