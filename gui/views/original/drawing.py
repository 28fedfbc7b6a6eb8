"""Pages as pictures, of a PDF or of a file that is a picture itself; for work off the GUI thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from core.messages import PolicyReviewError
from core.readers.pages import page_picture

# Asked for here, in the GUI thread: Qt's classes are made when first asked for, which other threads must not do.
_RGB32: Final = QImage.Format.Format_RGB32
_READ_ONLY: Final = QBuffer.OpenModeFlag.ReadOnly
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
#: Points for a pixel of a picture: at 100 % one pixel of it is one of the screen.
_POINT: Final = 72 / 96


def drawn(data: bytes, name: str, page: int, width: int, password: str | None) -> QImage:
    """A page, from 1, drawn about `width` pixels wide.

    Raises:
        PolicyReviewError: the file cannot be read, or wants a password.
    """
    if b"%PDF-" in data[:1024]:
        picture = page_picture(data, name, page - 1, width, password)
        return QImage(picture.pixels, picture.width, picture.height, picture.stride, _RGB32).copy()
    buffer, reader = _reader(data)
    reader.jumpToImage(page - 1)
    image = reader.read()
    buffer.close()
    if image.isNull():
        raise PolicyReviewError("damaged", name=name, kind="image")
    return image.scaledToWidth(width, _SMOOTH) if width < image.width() else image


def picture_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """The sizes in points of the pictures in a file; a fax may hold several."""
    buffer, reader = _reader(data)
    sizes: list[QSize] = []
    for number in range(max(1, reader.imageCount())):
        reader.jumpToImage(number)
        sizes.append(reader.size())
    buffer.close()
    return tuple((size.width() * _POINT, size.height() * _POINT) for size in sizes if size.isValid())


def _reader(data: bytes) -> tuple[QBuffer, QImageReader]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(_READ_ONLY)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return buffer, reader
