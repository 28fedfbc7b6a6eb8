"""What large pieces of memory took goes back to the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
#: Asked of a process of its own: among other tests the heap may have a hole that a picture fits in, and pieces of their
#: threads come and go while the sizes are compared.
_PROGRAM = """
import ctypes
from gui import heap
from tests.gui.walking import Heap

PICTURE = 4 * 2**20
library = ctypes.CDLL(None)
if not heap.keep_compact() or not hasattr(library, "mallinfo2"):
    raise SystemExit("another C library")
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.restype, library.free.argtypes = None, [ctypes.c_void_p]
library.mallinfo2.restype = Heap
library.free(library.malloc(PICTURE))
before = library.mallinfo2().hblkhd
piece = library.malloc(PICTURE)
print(library.mallinfo2().hblkhd - before >= PICTURE)
library.free(piece)
print(library.mallinfo2().hblkhd == before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give large pieces back by themselves")
def test_a_large_piece_is_never_among_the_small_ones() -> None:
    """Nor is it after one was freed, from which the C library would learn to keep them: pictures left holes in the
    heap that small things settled in, and the window's memory grew by a fifth in an hour."""
    told = subprocess.run([sys.executable, "-c", _PROGRAM], cwd=ROOT, check=False, capture_output=True, text=True,
                          timeout=60)
    if "another C library" in told.stderr:
        pytest.skip("another C library")
    assert told.stdout.split() == ["True", "True"], told.stderr
