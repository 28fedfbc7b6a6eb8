"""Rows read straight from the pages of a damaged database, where SQLite itself gives up.

Every page of the file is looked at on its own: a leaf of a table with rowids begins with byte 13 and holds its rows
whole or with the numbers of overflow pages. So a row is found although the pages above it, or the first page with the
schema, are gone. What is found may also be a leftover of a page no longer in use; the caller has to check it.
Layout and names after SQLite's description of its file format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.values import dataclass

_LEAF = 13
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_SIZES = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536}
_USUAL_SIZE = 4096
_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Value = str | int | bytes | None


@dataclass(frozen=True, slots=True)
class Column:
    """A value's place in its row: `kind` is one of n (NULL), i, b, t; other kinds are no project's."""

    kind: str
    serial: int
    start: int
    size: int


class FoundRow:
    """A row on some page; its values are read when they are asked for."""

    def __init__(self, pages: Pages, rowid: int, payload: int, local: bytes, overflow: int) -> None:
        self.rowid = rowid
        self._pages = pages
        self._payload = payload
        self._local = local
        self._overflow = overflow
        self.columns = _columns(local, payload)

    @property
    def kinds(self) -> str:
        """The kinds of its columns, such as `tib`."""
        return "".join(column.kind for column in self.columns)

    def value(self, position: int) -> Value:
        """One value.

        Raises:
            ValueError: its pages are damaged.
        """
        column = self.columns[position]
        if column.kind == "n":
            return None
        data = b"".join(self.pieces(position))
        if column.kind == "i":
            return column.serial - 8 if column.serial in {8, 9} else int.from_bytes(data, "big", signed=True)
        return data.decode() if column.kind == "t" else data

    def pieces(self, position: int) -> Iterator[bytes]:
        """The bytes of one value, page by page.

        Raises:
            ValueError: its pages are damaged.
        """
        column = self.columns[position]
        start, end = column.start, column.start + column.size
        place = 0
        for piece in self._pages.payload(self._local, self._overflow, self._payload):
            inside = piece[max(0, start - place) : max(0, end - place)]
            if inside:
                yield inside
            place += len(piece)
            if place >= end:
                return
        if place < end:
            raise ValueError("the row ends too soon")


class Pages:
    """The pages of a file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._length = path.stat().st_size
        start = self._file.read(_HEADER)
        size, reserved = _USUAL_SIZE, 0
        if len(start) == _HEADER and start.startswith(_MAGIC):
            told = struct.unpack(">H", start[16:18])[0]
            told = 65536 if told == 1 else told
            if told in _SIZES and start[20] < 64:
                size, reserved = told, start[20]
        self.size = size
        self._usable = size - reserved

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def rows(self) -> Iterator[FoundRow]:
        """Every row of a rowid table that can be made out."""
        for number in range(1, self._length // self.size + 2):
            page = self._page(number)
            offset = _HEADER if number == 1 else 0
            if len(page) < 512 or page[offset] != _LEAF:
                continue
            count = struct.unpack_from(">H", page, offset + 3)[0]
            for position in range(min(count, (self.size - 8) // 4)):
                with suppress(ValueError, struct.error, IndexError):
                    yield self._row(page, struct.unpack_from(">H", page, offset + 8 + 2 * position)[0])

    def payload(self, local: bytes, overflow: int, size: int) -> Iterator[bytes]:
        """The bytes of a row, piece by piece; ends early where the chain of pages is broken."""
        yield local
        left = size - len(local)
        while left > 0 and overflow:
            page = self._page(overflow)
            if len(page) < 5:
                return
            overflow = struct.unpack_from(">I", page)[0]
            piece = page[4 : min(self._usable, 4 + left)]
            left -= len(piece)
            yield piece

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def _row(self, page: bytes, place: int) -> FoundRow:
        if not 8 <= place < self._usable:
            raise ValueError("outside of the page")
        payload, place = _varint(page, place)
        rowid, place = _varint(page, place)
        rowid = rowid - (1 << 64) if rowid >= 1 << 63 else rowid
        most = self._usable - 35
        least = (self._usable - 12) * 32 // 255 - 23
        fitting = least + (payload - least) % (self._usable - 4)
        here = payload if payload <= most else (fitting if fitting <= most else least)
        if payload < 2 or payload > self._length or place + here > self._usable:
            raise ValueError("no such row")
        overflow = struct.unpack_from(">I", page, place + here)[0] if here < payload else 0
        return FoundRow(self, rowid, payload, page[place : place + here], overflow)


def _columns(local: bytes, payload: int) -> tuple[Column, ...]:
    header, place = _varint(local, 0)
    if not place <= header <= len(local):
        raise ValueError("no header")
    start = header
    found = []
    while place < header:
        serial, place = _varint(local, place)
        if serial in {7, 10, 11}:
            raise ValueError("no project holds such a value")
        if serial >= 12:
            kind, size = ("b", (serial - 12) // 2) if serial % 2 == 0 else ("t", (serial - 13) // 2)
        elif serial == 0:
            kind, size = "n", 0
        else:
            kind, size = "i", _FIXED.get(serial, 0)
        found.append(Column(kind, serial, start, size))
        start += size
    if start != payload:
        raise ValueError("the columns do not fill the row")
    return tuple(found)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        byte = data[place + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    return value << 8 | data[place + 8], place + 9
