"""What large pieces of memory took goes back to the system."""

from __future__ import annotations

import ctypes
import sys

import pytest

from gui import heap
from tests.gui.walking import Heap

_PICTURE = 4 * 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give large pieces back by themselves")
def test_a_large_piece_is_never_among_the_small_ones() -> None:
    """Nor is it after one was freed, from which the C library would learn to keep them: pictures left holes in the
    heap that small things settled in, and the window's memory grew by a fifth in an hour."""
    library = ctypes.CDLL(None)
    if not heap.keep_compact() or not hasattr(library, "mallinfo2"):
        pytest.skip("another C library")
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    library.free.restype, library.free.argtypes = None, [ctypes.c_void_p]
    library.mallinfo2.restype = Heap
    library.free(library.malloc(_PICTURE))
    before = library.mallinfo2().hblkhd
    piece = library.malloc(_PICTURE)
    apart = library.mallinfo2().hblkhd - before
    library.free(piece)
    assert apart >= _PICTURE
    assert library.mallinfo2().hblkhd == before
