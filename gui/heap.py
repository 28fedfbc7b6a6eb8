"""Keeps the process small on Linux: what large pictures took goes back to the system when they go.

The C library learns from each large piece that is freed to take the next ones from its heap, where small pieces that
stay settle between them: after some hundred steps a third of the heap was holes, twenty megabytes and more every hour.
Told the limits, it learns no others. Besides, each thread would have a heap of its own, with holes of its own, for the
little that jobs and the window do at the same time. Systems of other makers give large pieces back by themselves.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

#: Pieces of this many bytes and more are the system's own, each by itself; so much that is free may stay at the top.
LARGE: Final = 256 * 1024
#: As the C library of GNU numbers them in malloc.h.
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8


def keep_compact() -> bool:
    """Tell the C library the limits; to be done before there are pictures. False where it has none to be told."""
    tell = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    limits = ((_MMAP_THRESHOLD, LARGE), (_TRIM_THRESHOLD, LARGE), (_ARENA_MAX, 1))
    return tell is not None and all(tell(*limit) for limit in limits)


def give_back() -> None:
    """Give what is free back to the system: a millisecond or two. Nothing where the C library takes no such wish."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
