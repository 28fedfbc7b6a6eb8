"""One writer a project: a lock of the operating system on a small file beside it, so that it ends with its process.

The file `.NAME.lock` says who holds it; left behind by a killed process it locks nothing and is used again.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    #: Windows keeps others from reading a locked byte, so one is locked that is not there.
    _BYTE = 1 << 30

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_TRIES = 100
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}


class HeldError(Exception):
    """Someone else has the lock; str() says who, as far as known."""


class Lock:
    """The right to write one project, until `release` or the end of the process."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, project: Path) -> Lock:
        """Take the lock of `project`.

        On a file system that knows no locks this succeeds: SQLite's own transactions still keep the file whole.

        Raises:
            HeldError: another window or process has it.
            OSError: the folder cannot be written.
        """
        path = project.with_name(f".{project.name}.lock")
        for _ in range(_TRIES):
            descriptor = os.open(path, _FLAGS, 0o644)
            try:
                _take(descriptor)
            except OSError as error:
                if error.errno in _HELD:
                    os.close(descriptor)
                    raise HeldError(_holder(path)) from None
            if _is_at(path, descriptor):
                return cls(path, descriptor)
            os.close(descriptor)  # its holder removed it between our opening and our locking
        raise HeldError("?")

    def describe(self, who: str, since: str) -> None:
        """Say in the file who holds it, for the one who comes second."""
        content = json.dumps({"who": who[:80], "since": since[:40]}).encode()
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, content)
        except OSError:
            return  # a full disk must not keep a project from opening; the one who comes second sees "?"

    def release(self) -> None:
        """Give the lock back and take the file away."""
        if self._descriptor < 0:
            return
        if sys.platform == "win32":
            os.close(self._descriptor)
            self._remove()
        else:
            self._remove()
            os.close(self._descriptor)
        self._descriptor = -1

    def _remove(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return  # another holds it by now, or the folder is gone; an unlocked file does no harm


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    try:
        with path.open("rb") as file:
            said: object = json.loads(file.read(1000))
    except (OSError, ValueError, RecursionError):
        return "?"
    match said:
        case {"who": str(who), "since": str(since)}:
            return f"{who[:80]}, {since[:40]}"
        case _:
            return "?"
