"""Whether two pictures show the same, but for what a font rasteriser does differently.

Both are compared as grids: one cell is the mean colour of CELL x CELL pixels.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

Grid = npt.NDArray[np.int16]

CELL: Final = 4
#: How far a channel of a cell may be off (of 255): a rasteriser that dithers stays below it.
TOLERANCE: Final = 8
#: The share of all cells that may be further off.
SHARE: Final = 0.004
#: And how many of them may lie together in a square of AROUND x AROUND cells: a small part is gone or moved.
AROUND: Final = 8
TOGETHER: Final = 8


def grid(picture: QImage) -> Grid:
    """The picture as rows of cells of red, green and blue; what is left over at the edges is a smaller cell."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    pixels = raw[:, : image.width(), 2::-1]
    down, right = -image.height() % CELL, -image.width() % CELL
    padded = np.pad(pixels, ((0, down), (0, right), (0, 0)), mode="edge").astype(np.float64)
    rows, columns = padded.shape[0] // CELL, padded.shape[1] // CELL
    cells: Grid = np.rint(padded.reshape(rows, CELL, columns, CELL, 3).mean(axis=(1, 3))).astype(np.int16)
    return cells


def picture_of(cells: Grid) -> QImage:
    """The grid as a picture, one pixel a cell."""
    data = np.ascontiguousarray(cells, dtype=np.uint8)
    return QImage(data.tobytes(), data.shape[1], data.shape[0], data.shape[1] * 3, QImage.Format.Format_RGB888).copy()


def read(path: Path) -> Grid:
    """A reference, which is stored as its grid."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    cells: Grid = raw[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.int16)
    return cells


def difference(one: Grid, other: Grid) -> str:
    """What is wrong, in words; empty if they show the same."""
    if one.shape != other.shape:
        return f"{one.shape[1]}x{one.shape[0]} cells, not {other.shape[1]}x{other.shape[0]}"
    off = _off(one, other)
    share = float(off.mean())
    if share > SHARE:
        return f"{share:.2%} of the cells differ"
    windows = np.lib.stride_tricks.sliding_window_view(off, (min(AROUND, off.shape[0]), min(AROUND, off.shape[1])))
    counts = windows.sum(axis=(2, 3))
    if int(counts.max()) > TOGETHER:
        row, column = np.unravel_index(int(counts.argmax()), counts.shape)
        return f"{counts.max()} cells differ together at x {column * CELL}, y {row * CELL}"
    return ""


def write_failure(folder: Path, name: str, seen: QImage, reference: Grid) -> None:
    """Leave the picture, the reference and the difference (red where cells are off) in `folder`."""
    cells = grid(seen)
    seen.save(str(folder / f"{name}.png"))
    _large(reference).save(str(folder / f"{name}.reference.png"))
    if cells.shape == reference.shape:
        marked = (cells // 2 + 96).astype(np.int16)
        marked[_off(cells, reference)] = (220, 0, 0)
        _large(marked).save(str(folder / f"{name}.difference.png"))


def _off(one: Grid, other: Grid) -> npt.NDArray[np.bool_]:
    off: npt.NDArray[np.bool_] = np.abs(one - other).max(axis=2) > TOLERANCE
    return off


def _large(cells: Grid) -> QImage:
    image = picture_of(cells)
    return image.scaled(image.size() * CELL, mode=Qt.TransformationMode.FastTransformation)
