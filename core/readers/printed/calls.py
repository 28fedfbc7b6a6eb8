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


_INT, _POINTER = ctypes.c_int, ctypes.c_void_p
#: A number that counts things travels in a register like an address does, and an address is converted in half the time.
_INDEX = _POINTER

#: (text page, index, rectangle) -> whether it was written, see `Floats`.
loose_box: Final = _direct(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INDEX, _POINTER)
#: (text page, index) -> 1 where the library made the character up.
is_generated: Final = _direct(pdfium.FPDFText_IsGenerated, _INT, _POINTER, _INDEX)
#: (page, index) -> object; (object) -> its type; (object, four floats) -> whether its bounds were written.
page_object: Final = _direct(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INDEX)
form_object: Final = _direct(pdfium.FPDFFormObj_GetObject, _POINTER, _POINTER, _INDEX)
object_type: Final = _direct(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds: Final = _direct(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


class Floats:
    """Numbers that the library writes: four, or four for each of `count` things. `step` is the length of one in bytes,
    `end` the address behind the last."""

    step: Final = ctypes.sizeof(ctypes.c_float)

    def __init__(self, count: int = 1) -> None:
        self._memory = (ctypes.c_float * (4 * count))()
        self.address = ctypes.addressof(self._memory)
        self.end = self.address + ctypes.sizeof(self._memory)
        #: Gives the numbers as they stand now, one list.
        self.read: Callable[[], Any] = memoryview(self._memory).cast("B").cast("f").tolist

    def addresses(self) -> list[range]:
        """Where the first of each four is written, where the second, and so on."""
        return [range(self.address + self.step * place, self.end, 4 * self.step) for place in range(4)]
