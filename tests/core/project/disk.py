"""A disk that fails when told to: a layer under Python's own sqlite3, and a record of what was written when.

SQLite does all its input and output through a table of functions (a VFS). `Disk.mount` copies the default table, puts
itself before write, sync, truncate, delete, open, read and lock, and becomes the default of this process; so it belongs
in a child process. It needs the very library that `_sqlite3` uses, and the names in it; where they are hidden (SQLite
linked into the interpreter) `library` raises `NoLibraryError`.
"""

from __future__ import annotations

import ctypes
import os
import random
import sqlite3
from collections.abc import Callable, Iterable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512

FULL = sqlite3.SQLITE_FULL
#: What each operation reports when the disk itself fails.
BROKEN = {
    "write": sqlite3.SQLITE_IOERR_WRITE,
    "sync": sqlite3.SQLITE_IOERR_FSYNC,
    "truncate": sqlite3.SQLITE_IOERR_TRUNCATE,
    "delete": sqlite3.SQLITE_IOERR_DELETE,
    "open": sqlite3.SQLITE_CANTOPEN,
    "read": sqlite3.SQLITE_IOERR_READ,
    "lock": sqlite3.SQLITE_IOERR_LOCK,
}
#: The operations that change what is on the disk.
CHANGING = ("write", "sync", "truncate", "delete", "open")


class NoLibraryError(Exception):
    """This interpreter's SQLite cannot be reached from outside."""


class _Methods(Structure):
    pass


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


_FILE = POINTER(_File)
_CLOSE = CFUNCTYPE(c_int, _FILE)
_TRANSFER = CFUNCTYPE(c_int, _FILE, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, _FILE, c_int64)
_WITH_NUMBER = CFUNCTYPE(c_int, _FILE, c_int)

# the first version of SQLite's table of a file's functions; those that are not touched are plain pointers
_Methods._fields_ = (
    ("version", c_int),
    ("close", _CLOSE),
    ("read", _TRANSFER),
    ("write", _TRANSFER),
    ("truncate", _TRUNCATE),
    ("sync", _WITH_NUMBER),
    ("size", c_void_p),
    ("lock", _WITH_NUMBER),
    ("unlock", c_void_p),
    ("reserved", c_void_p),
    ("control", c_void_p),
    ("sector", c_void_p),
    ("traits", c_void_p),
)


class _Vfs(Structure):
    pass


_VFS = POINTER(_Vfs)
_OPEN = CFUNCTYPE(c_int, _VFS, c_void_p, _FILE, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, _VFS, c_char_p, c_int)
_Vfs._fields_ = (
    ("version", c_int),
    ("file_size", c_int),
    ("longest_name", c_int),
    ("next", c_void_p),
    ("name", c_char_p),
    ("data", c_void_p),
    ("open", _OPEN),
    ("delete", _DELETE),
    *((f"rest{number}", c_void_p) for number in range(14)),
)


def library() -> ctypes.CDLL:
    """The SQLite library that Python's sqlite3 module itself runs on.

    Raises:
        NoLibraryError: its functions cannot be found, or it is another copy.
    """
    import _sqlite3

    for name in (getattr(_sqlite3, "__file__", None), None):
        try:
            found = ctypes.CDLL(name)
            found.sqlite3_vfs_find.restype = _VFS
            found.sqlite3_libversion.restype = c_char_p
        except (OSError, AttributeError, TypeError):
            continue
        if found.sqlite3_libversion().decode() == sqlite3.sqlite_version:
            return found
    raise NoLibraryError


@dataclass(frozen=True)
class Operation:
    """Something that changed the disk: `write`, `truncate`, `sync`, `delete`, or a `mark` that the test left.

    `durable` of a delete says that the folder was synced, too.
    """

    kind: str
    name: str
    offset: int = 0
    data: bytes = b""
    durable: bool = False


@dataclass
class Disk:
    """The layer. `fault`, if there is one, is asked before each operation: (kind, file name) -> SQLite's error code, or
    None.

    An error code comes with a share of the bytes for a write, 0 to 1: so much of it is written first.
    """

    fault: Callable[[str, str], tuple[int, float] | None] | None = None
    record: list[Operation] = field(default_factory=list)
    recording: bool = False
    _names: dict[int, str] = field(default_factory=dict)
    _kept: list[object] = field(default_factory=list)
    _wrapped: dict[int, _Methods] = field(default_factory=dict)  # by the address of SQLite's own table

    def mount(self) -> None:
        """Be the default disk of SQLite in this process from now on."""
        found = library()
        base = found.sqlite3_vfs_find(None)
        copy = _Vfs()
        ctypes.pointer(copy)[0] = base.contents
        copy.name = b"failing"
        open_base, delete_base = base.contents.open, base.contents.delete

        def opened(_vfs: object, name: int | None, file: object, flags: int, out: object) -> int:
            word = _text(name)
            if self.fault is not None and (error := self.fault("open", word)) is not None:
                file.contents.methods = None  # type: ignore[attr-defined]
                return error[0]
            code: int = open_base(base, name, file, flags, out)
            if code == sqlite3.SQLITE_OK:
                self._names[_address(file)] = word
                self._wrap(file)
            return code

        def deleted(_vfs: object, name: bytes, sync: int) -> int:
            word = Path(os.fsdecode(name)).name
            error = self.fault("delete", word) if self.fault is not None else None
            if error is not None and error[1] == 0:
                return error[0]
            code: int = delete_base(base, name, 0)
            if code == sqlite3.SQLITE_OK:
                self._note(Operation("delete", word, durable=bool(sync)))
            return code if error is None else error[0]

        copy.open, copy.delete = _OPEN(opened), _DELETE(deleted)
        self._kept += [copy, copy.open, copy.delete, base, found]
        if found.sqlite3_vfs_register(ctypes.byref(copy), 1) != sqlite3.SQLITE_OK:
            raise NoLibraryError

    def mark(self, word: str) -> None:
        """Leave a word in the record."""
        self._note(Operation("mark", word))

    def _note(self, operation: Operation) -> None:
        if self.recording:
            self.record.append(operation)

    def _asked(self, kind: str, file: object) -> tuple[int, float] | None:
        return self.fault(kind, self._name(file)) if self.fault is not None else None

    def _wrap(self, file: object) -> None:
        base = file.contents.methods  # type: ignore[attr-defined]
        where = _address(base)
        if where not in self._wrapped:
            self._wrapped[where] = self._around(base.contents)
        file.contents.methods = ctypes.pointer(self._wrapped[where])  # type: ignore[attr-defined]

    def _around(self, plain: _Methods) -> _Methods:
        methods = _Methods()
        ctypes.memmove(ctypes.byref(methods), ctypes.byref(plain), ctypes.sizeof(_Methods))
        methods.version = 1  # no shared memory, no mapping: all goes through the functions below
        close, read, write = plain.close, plain.read, plain.write
        truncate, lock = plain.truncate, plain.lock

        def closed(this: object) -> int:
            self._names.pop(_address(this), None)
            code: int = close(this)
            return code

        def has_read(this: object, buffer: int, amount: int, offset: int) -> int:
            error = self._asked("read", this)
            code: int = read(this, buffer, amount, offset) if error is None else error[0]
            return code

        def written(this: object, buffer: int, amount: int, offset: int) -> int:
            error = self._asked("write", this)
            share = amount if error is None else int(amount * error[1])
            if share:
                code: int = write(this, buffer, share, offset)
                if code != sqlite3.SQLITE_OK:
                    return code
                if self.recording:
                    data = ctypes.string_at(buffer, share)
                    self.record.append(Operation("write", self._name(this), offset, data))
            return sqlite3.SQLITE_OK if error is None else error[0]

        def truncated(this: object, size: int) -> int:
            if (error := self._asked("truncate", this)) is not None:
                return error[0]
            code: int = truncate(this, size)
            if code == sqlite3.SQLITE_OK:
                self._note(Operation("truncate", self._name(this), size))
            return code

        def synced(this: object, _flags: int) -> int:
            if (error := self._asked("sync", this)) is not None:
                return error[0]
            self._note(Operation("sync", self._name(this)))
            return sqlite3.SQLITE_OK  # nobody pulls the plug of the real disk, so it need not wait

        def locked(this: object, level: int) -> int:
            error = self._asked("lock", this)
            code: int = lock(this, level) if error is None else error[0]
            return code

        methods.close, methods.read, methods.write = _CLOSE(closed), _TRANSFER(has_read), _TRANSFER(written)
        methods.truncate, methods.sync = _TRUNCATE(truncated), _WITH_NUMBER(synced)
        methods.lock = _WITH_NUMBER(locked)
        return methods

    def _name(self, file: object) -> str:
        return self._names.get(_address(file), "")


@dataclass
class Failing:
    """A fault at the n-th operation of some kinds: once, or from then on as when a disk is gone."""

    at: int
    code: Callable[[str], int]
    kinds: tuple[str, ...] = CHANGING
    for_good: bool = False
    share: float = 0.0
    seen: int = 0
    hits: int = 0
    last: str = ""

    def __call__(self, kind: str, name: str) -> tuple[int, float] | None:
        if kind not in self.kinds or not name:  # files without a name are SQLite's own scratch
            return None
        self.seen += 1
        if self.seen == self.at or (self.for_good and self.seen > self.at):
            self.hits += 1
            self.last = kind
            return self.code(kind), self.share
        return None


@dataclass
class _State:
    """A file as a power cut may leave it: what is surely there, and what was written since the last sync."""

    durable: bytes | None
    pending: list[Operation] = field(default_factory=list)


class Platter:
    """What is on the disk after some of the recorded operations, and what a power cut may make of it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._states = {name: _State(content) for name, content in files.items()}

    def play(self, operation: Operation) -> None:
        """One more operation was done."""
        if operation.kind == "mark":
            return
        state = self._states.setdefault(operation.name, _State(None))
        if operation.kind == "delete" and operation.durable:
            del self._states[operation.name]
        elif operation.kind == "sync":
            state.durable = _after(state.durable, state.pending)
            state.pending = []
        else:
            state.pending.append(operation)

    def intact(self) -> dict[str, bytes]:
        """The files if nothing is lost: what a killed process leaves."""
        found = {name: _after(state.durable, state.pending) for name, state in self._states.items()}
        return {name: content for name, content in found.items() if content is not None}

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files after a power cut: of what was not synced some writes are there, some not, some in part."""
        found: dict[str, bytes] = {}
        for name, state in self._states.items():
            kept = [part for operation in state.pending for part in _parts(operation, chance)]
            content = _after(state.durable, kept)
            if content is not None:
                found[name] = content
        return found


def _parts(operation: Operation, chance: random.Random) -> Iterable[Operation]:
    """What is left of an operation that was not synced: all, nothing, or some of its sectors."""
    match chance.choice(("all", "none", "some") if operation.kind == "write" else ("all", "none")):
        case "all":
            yield operation
        case "some":
            start = 0
            while start < len(operation.data):
                place = operation.offset + start
                size = min(SECTOR - place % SECTOR, len(operation.data) - start)
                if chance.random() < 0.5:
                    yield Operation("write", operation.name, place, operation.data[start : start + size])
                start += size


def _after(content: bytes | None, operations: Iterable[Operation]) -> bytes | None:
    buffer = None if content is None else bytearray(content)
    for operation in operations:
        if operation.kind == "delete":
            buffer = None
            continue
        if buffer is None:
            buffer = bytearray()
        if operation.kind == "truncate":
            del buffer[operation.offset :]
        else:
            end = operation.offset + len(operation.data)
            buffer.extend(bytes(max(0, end - len(buffer))))
            buffer[operation.offset : end] = operation.data
    return None if buffer is None else bytes(buffer)


def _address(pointer: object) -> int:
    return ctypes.addressof(pointer.contents)  # type: ignore[attr-defined]


def _text(name: int | None) -> str:
    if not name:
        return ""
    return Path(os.fsdecode(ctypes.string_at(name))).name
