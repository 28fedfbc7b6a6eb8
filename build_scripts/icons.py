"""Icon files for Windows (.ico) and macOS (.icns), drawn from the application's own SVG when it is packaged."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import resources

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
#: Types of an icon family's entries that hold PNG, by size in pixels (Apple's icns format).
_ICNS_TYPES = {32: b"ic11", 64: b"ic12", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def make_icons(folder: Path) -> Path:
    """Write app and project icons for both systems into `folder`, and answer it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("app", "project"):
        svg = resources.path("icons", f"{name}.svg").read_bytes()
        (folder / f"{name}.ico").write_bytes(ico({size: png(svg, size) for size in _ICO_SIZES}))
        (folder / f"{name}.icns").write_bytes(icns({size: png(svg, size) for size in _ICNS_TYPES}))
    return folder


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures by their size in pixels, at most 256."""
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return head + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """A macOS icon family of PNG pictures by their size in pixels."""
    body = b"".join(_ICNS_TYPES[size] + struct.pack(">I", len(data) + 8) + data for size, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def png(svg: bytes, size: int) -> bytes:
    """An SVG drawn on a transparent square of so many pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub asks for bytes, it for str
    return bytes(buffer.data().data())
