"""What a file is: told by its first bytes, then by its ending; kinds that are not read are named and refused."""

from __future__ import annotations

import re
import zipfile
from enum import Enum
from io import BytesIO
from pathlib import PurePath

from core.messages import PolicyReviewError


class Kind(Enum):
    """The kinds that are read; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    OLD_WORD = "application/msword"
    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    GIF = "image/gif"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    WEBP = "image/webp"


#: Pictures: their words can only be recognised.
PICTURES = (Kind.PNG, Kind.JPEG, Kind.GIF, Kind.TIFF, Kind.BMP, Kind.WEBP)


#: A .docx may unpack to this much; a report with many pictures stays far below, a zip bomb does not.
_LARGEST_UNPACKED_MB = 400
_ENDINGS = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
}
_IMAGES = (
    (b"\x89PNG\r\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
)
_FOREIGN = (
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"MIME-Version:", "MHT"),
    (b"%!PS", "PostScript"),
    (b"AT&TFORM", "DjVu"),
    (b"HM", "CAJ"),
    (b"CAJ", "CAJ"),
)
_ZIPPED = (
    ("xl/workbook.xml", "Excel"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("OFD.xml", "OFD"),
    ("META-INF/container.xml", "EPUB"),
    ("content.xml", "OpenDocument"),
)
_OLD_OFFICE = {
    ".xls": "Excel",
    ".et": "Excel",
    ".ppt": "PowerPoint",
    ".dps": "PowerPoint",
    ".msg": "Outlook",
    ".hwp": "HWP",
}
_HTML_START = re.compile(
    # atomic groups: a page of nothing but comments must not be tried in every possible cutting
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file with these bytes and this name.

    Raises:
        PolicyReviewError: it is none that is read; the sentence says which and what to do.
    """
    ending = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"SQLite format 3\0") or ending == ".prv":
        raise PolicyReviewError("project-not-report" if ending == ".prv" else "not-a-report", name=name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _old_office(data, name, ending)
    picture = _picture(data)
    if picture is not None:
        return picture
    _refuse_foreign(data, name)
    if ending in (".docx", ".pdf"):
        raise PolicyReviewError("damaged", name=name, kind=ending.removeprefix("."))
    if _HTML_START.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]):
        return Kind.HTML
    return _ENDINGS.get(ending, Kind.TEXT)


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        kind = "docx" if name.lower().endswith(".docx") else "zip"
        raise PolicyReviewError("damaged", name=name, kind=kind) from error
    if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED_MB * 2**20:
        raise PolicyReviewError("too-large", name=name, limit=str(_LARGEST_UNPACKED_MB))
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return Kind.WORD
    for part, kind in _ZIPPED:
        if part in names:
            raise PolicyReviewError("unsupported-kind", name=name, kind=kind)
    if name.lower().endswith(".docx"):
        raise PolicyReviewError("damaged", name=name, kind="docx")
    raise PolicyReviewError("unsupported-kind", name=name, kind="zip")


def _old_office(data: bytes, name: str, ending: str) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise PolicyReviewError("encrypted", name=name)
    if ending in _OLD_OFFICE:
        raise PolicyReviewError("unsupported-kind", name=name, kind=_OLD_OFFICE[ending])
    return Kind.OLD_WORD


def _picture(data: bytes) -> Kind | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return Kind.BMP
    return next((kind for mark, kind in _IMAGES if data.startswith(mark)), None)


def _refuse_foreign(data: bytes, name: str) -> None:
    for mark, kind in _FOREIGN:
        if data.startswith(mark) and (len(mark) > 3 or b"\0" in data[:512]):
            raise PolicyReviewError("unsupported-kind", name=name, kind=kind)
