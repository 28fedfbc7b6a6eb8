"""Writing a file so that an older one is never lost: beside first, then in its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from core.messages import PolicyReviewError
from core.project.errors import is_full

#: What a table's cell holds: words, a number, or nothing.
Cell: TypeAlias = str | int | float | None


def check_folder(target: Path) -> None:
    """See beforehand whether `target` can be written.

    Raises:
        PolicyReviewError: there is no such folder, or `target` is one itself.
    """
    if not target.parent.is_dir():
        raise PolicyReviewError("no-such-folder", name=str(target.parent))
    if target.is_dir():
        raise PolicyReviewError("target-is-folder", name=target.name)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Gives a place beside `target` to write to; at the end it takes the target's place, on an error it is removed.

    A link stays a link to what it leads to. What is no file (/dev/stdout, a pipe) is written to and never replaced.

    Raises:
        PolicyReviewError: the folder may not be written, the disk is full, or another program has the target open.
    """
    special = target.exists() and not target.is_file()
    target = target if special else Path(os.path.realpath(target))
    folder = Path(tempfile.gettempdir()) if special else target.parent
    beside = folder / f".{target.name}.{os.getpid()}.part"
    try:
        beside.touch()
    except OSError as error:
        raise _unwritten(target, error) from error
    try:
        yield beside
        (_poured_into if special else _into_place)(beside, target)
    except OSError as error:  # of what is written: the rest is nobody's to explain here
        if is_full(error):
            raise _unwritten(target, error) from error
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _into_place(beside: Path, target: Path) -> None:
    try:
        beside.replace(target)
    except PermissionError as error:  # Windows says so while a reader has the old file open
        raise PolicyReviewError("target-open", name=target.name) from error
    except OSError as error:
        raise _unwritten(target, error) from error


def _poured_into(beside: Path, target: Path) -> None:
    try:
        with beside.open("rb") as made, target.open("wb") as out:
            shutil.copyfileobj(made, out)
    except OSError as error:
        raise _unwritten(target, error) from error


def _unwritten(target: Path, error: OSError) -> PolicyReviewError:
    if is_full(error):
        return PolicyReviewError("disk-full", name=target.name)
    return PolicyReviewError("cannot-write", name=target.name, reason=error.strerror or type(error).__name__)
