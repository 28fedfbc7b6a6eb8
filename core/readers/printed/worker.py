"""The process that reads pages of a long PDF for another one: from the last page on, until it is ended.

Standard input: a `marshal` of (length of the file, password or None, first page, step down), then the file's bytes.
Standard output: for each page four bytes, the length of what follows, and the page as `carried.packed` writes it.
"""

from __future__ import annotations

import ctypes
import gc
import marshal
import sys
import threading
from collections.abc import Sequence
from typing import Any


def main(_argv: Sequence[str] = ()) -> int:
    """Read pages and hand them over, from the given one down to the first; 1 when the file cannot be opened."""
    taking = _Taking()
    taking.start()  # the file comes in while the libraries are loaded
    import pypdfium2

    from core.readers.printed.carried import packed
    from core.readers.printed.page import read_page

    gc.disable()  # no cycles are made
    taking.join()
    try:
        document = pypdfium2.PdfDocument(taking.file, taking.password)
        for number in range(taking.first, -1, -taking.step):
            page = packed(read_page(document, number))
            sys.stdout.buffer.write(len(page).to_bytes(4, "little") + page)
            sys.stdout.buffer.flush()
    except (pypdfium2.PdfiumError, OSError):
        return 1  # the other process reads on by itself, or has gone
    return 0


class _Taking(threading.Thread):
    """Takes what is asked from standard input; the file is empty when nothing came."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.password: str | None = None
        self.first, self.step = 0, 1
        self.file: Any = b""

    def run(self) -> None:
        given: Any = sys.stdin.buffer
        try:
            length, self.password, self.first, self.step = marshal.load(given)
        except (EOFError, ValueError, TypeError):
            return  # the other process has gone
        file = (ctypes.c_char * length)()
        if given.readinto(file) == length:
            self.file = file  # as it is: a copy as bytes would need the room twice


if __name__ == "__main__":
    sys.exit(main())
