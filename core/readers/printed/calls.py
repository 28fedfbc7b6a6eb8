"""PDFium's functions that a page is asked through thousands of times, called at a third of the price.

Pointers are plain addresses, so nothing is wrapped and checked at each call, and other threads wait for the
microsecond that a call takes: whoever calls PDFium keeps others from it anyway.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium

_Call = Callable[..., Any]


def _direct(function: object, result: Any, *arguments: Any) -> _Call:
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # a function of the library
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address_of(handle: object) -> int:
    """The address that a handle of the library stands for; good for as long as what it leads to is open."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # a pointer of the library


_INT, _POINTER, _SIZE = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong

#: (text page, index, rectangle) -> whether it was written, see `Floats`.
loose_box: Final = _direct(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
#: (text page, index) -> 1 where the library made the character up.
is_generated: Final = _direct(pdfium.FPDFText_IsGenerated, _INT, _POINTER, _INT)
#: (page, index) -> object; (object) -> its type; (object, four floats) -> whether its bounds were written.
page_object: Final = _direct(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
form_object: Final = _direct(pdfium.FPDFFormObj_GetObject, _POINTER, _POINTER, _SIZE)
object_type: Final = _direct(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds: Final = _direct(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


class Floats:
    """Four numbers that the library writes."""

    def __init__(self) -> None:
        self._memory = (ctypes.c_float * 4)()
        self.address = ctypes.addressof(self._memory)
        #: Gives the numbers as they stand now, a list of four.
        self.read: Callable[[], Any] = memoryview(self._memory).cast("B").cast("f").tolist

    def addresses(self) -> list[int]:
        """Where each of them is written."""
        return [self.address + ctypes.sizeof(ctypes.c_float) * place for place in range(4)]
