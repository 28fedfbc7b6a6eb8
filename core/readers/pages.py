"""Pages of a PDF as pictures, for a look at the original."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.messages import PolicyReviewError
from core.values import dataclass

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: PDFium works for one thread at a time; whoever calls it holds this.
PDFIUM = threading.Lock()

#: No side of a picture gets longer than this, in pixels: a poster at a page's zoom would take gigabytes.
_LONGEST = 5000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page drawn: `count` pages are in the document; `pixels` are rows of blue, green, red, unused, a byte each."""

    count: int
    width: int
    height: int
    stride: int
    pixels: bytes


def page_picture(data: bytes, name: str, page: int, width: int, password: str | None = None) -> PagePicture:
    """Draw a page, the first is 0, about `width` pixels wide; a page that is not there gives the last one.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password" or "damaged".
    """
    from core.readers.printed.page import page_of

    with opened(data, name, password) as document:
        number = max(0, min(page, len(document) - 1))
        sheet = page_of(document, number)
        across, down = sheet.get_size()
        scale = min(width / max(across, 1.0), _LONGEST / max(across, down, 1.0))
        bitmap = sheet.render(scale=max(scale, 0.01), rev_byteorder=False, prefer_bgrx=True)
        return PagePicture(len(document), bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_sizes(data: bytes, name: str, password: str | None = None) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points of 1/72 inch.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password" or "damaged".
    """
    with opened(data, name, password) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_count(source: bytes | Path, password: str | None = None) -> int:
    """How many pages a PDF has, told without reading them; 0 for what is no PDF, or cannot be opened."""
    try:
        if isinstance(source, Path):
            with source.open("rb") as file:
                head = file.read(1024)
        else:
            head = source[:1024]
    except OSError:
        return 0  # whoever reads it says what is wrong
    if b"%PDF-" not in head:
        return 0
    with contextlib.suppress(PolicyReviewError, OSError), opened(source, "", password) as document:
        return len(document)
    return 0


@contextmanager
def opened(source: bytes | Path, name: str, password: str | None = None) -> Iterator[PdfDocument]:
    """A PDF document, closed at the end. No other thread uses PDFium meanwhile.

    Raises:
        PolicyReviewError: "password-needed", "wrong-password", or "damaged" also for what goes wrong inside.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(source, password)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                key = "wrong-password" if password else "password-needed"
                raise PolicyReviewError(key, name=name) from error
            raise PolicyReviewError("damaged", name=name, kind="pdf") from error
        try:
            if len(document) == 0:
                raise PolicyReviewError("damaged", name=name, kind="pdf")
            yield document
        except pypdfium2.PdfiumError as error:
            raise PolicyReviewError("damaged", name=name, kind="pdf") from error
        finally:
            document.close()
