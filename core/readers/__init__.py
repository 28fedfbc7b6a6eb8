"""Files as a reviewer receives them → the original bytes and a text that never changes.

    reading = read(Path("report.docx"))
    reading.text, reading.source.sha256

Each name is loaded when it is first asked for: the processes that help with a long PDF begin to read that much sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.handing_on import handing_on

if TYPE_CHECKING:
    from core.readers.files import LARGEST_MB, read, read_bytes
    from core.readers.reading import Progress, Reading, ReadingOptions

__all__ = ["LARGEST_MB", "Progress", "Reading", "ReadingOptions", "read", "read_bytes"]

_HOMES: Final = {"files": ("LARGEST_MB", "read", "read_bytes"), "reading": ("Progress", "Reading", "ReadingOptions")}

__getattr__ = handing_on(__name__, _HOMES)
