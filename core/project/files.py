"""The bytes that a project holds: each content once by its SHA-256, streamed in and out, verified on the way out."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.messages import PolicyReviewError
from core.project import aside, snapshots
from core.project.database import LARGEST_FILE, beside, large_values, sync
from core.project.errors import ProjectError, named_errors
from core.values import dataclass

_CHUNK = 2**20
#: The share of the work, 0 to 1, that is done when a file is hashed and its bytes are still to be written.
_HASHED = 0.4

Progress = Callable[[float], None]

#: Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A content in the project: its hash, and its size in bytes."""

    sha256: str
    size: int


def no_progress(_share: float) -> None:
    """Progress that nobody watches."""


def store(connection: sqlite3.Connection, content: Path | bytes, progress: Progress = no_progress) -> StoredFile:
    """Put bytes, or what a file holds, into the project unless they are there already.

    `progress` gets the share done of a file, 0 to 1; what it raises ends the work.

    Raises:
        PolicyReviewError: the file is missing, unreadable, too large, or changes while it is read.
    """
    if isinstance(content, bytes):
        _check_size(len(content), "…")
        stored = StoredFile(hashlib.sha256(content).hexdigest(), len(content))
        keep(connection, stored, iter([content]), "…", no_progress)
        return stored
    with _reading(content):
        status = content.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ProjectError("read-failed", name=content.name, reason="not a regular file")
        _check_size(status.st_size, content.name)
        whole = max(1, status.st_size)
        stored = _hashed(content, lambda size: progress(_HASHED * min(1, size / whole)))
        _check_size(stored.size, content.name)
        rest = 1 - _HASHED
        keep(
            connection, stored, _chunks(content), content.name,
            lambda size: progress(_HASHED + rest * min(1, size / whole)),
        )
    return stored


def measure(path: Path, progress: Progress = no_progress) -> StoredFile:
    """Hash and size of a file of any length, which stays where it is.

    Raises:
        PolicyReviewError: the file is missing or unreadable.
    """
    with _reading(path):
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ProjectError("read-failed", name=path.name, reason="not a regular file")
        return fingerprint(path, progress)


def fingerprint(path: Path, progress: Progress = no_progress) -> StoredFile:
    """Hash and size of a file; `progress` gets the share done, 0 to 1.

    Raises:
        OSError: it cannot be read.
    """
    whole = max(1, path.stat().st_size)
    return _hashed(path, lambda size: progress(min(1, size / whole)))


def content_of(connection: sqlite3.Connection, sha256: str) -> Iterator[bytes]:
    """The bytes of a content, piece by piece; the caller checks the hash.

    Raises:
        KeyError: there is no such content.
    """
    row = connection.execute("SELECT rowid FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise KeyError(sha256)
    with connection.blobopen("file", "content", row[0], readonly=True) as blob:
        if not len(blob) and aside.is_snapshot(connection):
            yield from snapshots.content_of(aside.place_of(connection), sha256)
        while piece := blob.read(_CHUNK):
            yield piece


def read(connection: sqlite3.Connection, sha256: str, damaged: PolicyReviewError) -> bytes:
    """A whole content, verified.

    Raises:
        PolicyReviewError: `damaged`, when it is missing or its hash is another.
    """
    try:
        content = b"".join(content_of(connection, sha256))
    except KeyError:
        raise damaged from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise damaged
    return content


def write(connection: sqlite3.Connection, sha256: str, target: Path, damaged: PolicyReviewError) -> None:
    """Write a content to `target` by way of a file beside it; only what has the right hash gets there.

    Raises:
        PolicyReviewError: `damaged`, or the target cannot be written.
    """
    _write_verified(content_of(connection, sha256), sha256, target, damaged)


def copy(source: Path, sha256: str, target: Path, damaged: PolicyReviewError) -> None:
    """`write` of what a file outside holds."""
    _write_verified(_chunks(source), sha256, target, damaged)


def write_text(target: Path, content: bytes) -> None:
    """Write a small file by way of another beside it: the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written.
    """
    with beside(target) as new:
        new.write_bytes(content)
        sync(new)
        new.replace(target)


def _write_verified(pieces: Iterator[bytes], sha256: str, target: Path, damaged: PolicyReviewError) -> None:
    digest = hashlib.sha256()
    with named_errors(target.name, "cannot-write"), beside(target) as new:
        try:
            with new.open("xb") as file:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
        except KeyError:
            raise damaged from None
        if digest.hexdigest() != sha256:
            raise damaged
        sync(new)
        new.replace(target)


def matches(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a content is there with the hash it goes by."""
    digest = hashlib.sha256()
    try:
        for piece in content_of(connection, sha256):
            digest.update(piece)
    except KeyError:
        return False
    return digest.hexdigest() == sha256


def safe_name(name: str, otherwise: str) -> str:
    """A file name that stays in its folder on every system: `../../etc/passwd` becomes `passwd`.

    Directions that would print a name backwards are dropped with the other characters that no name may hold.
    """
    last = re.split(r"[/\\]", name)[-1]
    bare = _NOT_IN_NAMES.sub("_", last).strip(" .")
    stem, dot, ending = bare.rpartition(".")
    bare = f"{stem[:80]}.{ending[:12]}" if dot else bare[:80]
    if not bare.strip("._ ") or _DEVICES.match(bare):
        return otherwise
    return bare


def _hashed(path: Path, done: Progress) -> StoredFile:
    digest = hashlib.sha256()
    size = 0
    for piece in _chunks(path):
        digest.update(piece)
        size += len(piece)
        done(size)
    return StoredFile(digest.hexdigest(), size)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise ProjectError("no-such-file", name=path.name) from None
    except PermissionError:
        raise ProjectError("no-permission", name=path.name) from None
    except OSError as error:
        raise ProjectError("read-failed", name=path.name, reason=error.strerror or str(error)) from error


def _check_size(size: int, name: str) -> None:
    if size > LARGEST_FILE - 1000:  # the row's other columns count too
        raise ProjectError("evidence-too-large", name=name, limit=str(LARGEST_FILE // 10**6))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


def keep(
    connection: sqlite3.Connection, stored: StoredFile, pieces: Iterator[bytes], name: str,
    done: Progress = no_progress,
) -> None:
    """Put a content whose hash and size are known into the project unless it is there already.

    Raises:
        ProjectError: "evidence-changing", when the pieces are another content.
    """
    if connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (stored.sha256,)).fetchone():
        return
    with large_values(connection):
        rowid = connection.execute(
            "INSERT INTO file (sha256, size, content) VALUES (?, ?, zeroblob(?))",
            (stored.sha256, stored.size, stored.size),
        ).lastrowid
    digest = hashlib.sha256()
    written = 0
    with connection.blobopen("file", "content", rowid or 0) as blob:
        for piece in pieces:
            written += len(piece)
            if written > stored.size:
                break
            digest.update(piece)
            blob.write(piece)
            done(written)
    if written != stored.size or digest.hexdigest() != stored.sha256:
        raise ProjectError("evidence-changing", name=name)
