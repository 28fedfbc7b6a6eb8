"""The process that reads pages of a long PDF for another one: from the last page on, until it is ended.

Standard input: a `marshal` of (length of the file, password or None, first page, step down), then the file's bytes.
Standard output: for each page four bytes, the length of what follows, and the page as `carried.packed` writes it.
"""

from __future__ import annotations

import gc
import marshal
import sys
from collections.abc import Sequence


def main(_argv: Sequence[str] = ()) -> int:
    """Read pages and hand them over, from the given one down to the first; 1 when the file cannot be opened."""
    import pypdfium2

    from core.readers.printed.carried import packed
    from core.readers.printed.page import read_page

    gc.disable()  # no cycles are made
    given = sys.stdin.buffer
    length, password, first, step = marshal.load(given)
    try:
        document = pypdfium2.PdfDocument(given.read(length), password)
        for number in range(first, -1, -step):
            page = packed(read_page(document, number))
            sys.stdout.buffer.write(len(page).to_bytes(4, "little") + page)
            sys.stdout.buffer.flush()
    except (pypdfium2.PdfiumError, OSError):
        return 1  # the other process reads on by itself, or has gone
    return 0


if __name__ == "__main__":
    sys.exit(main())
