"""Evidence that stays outside of the project: where to look for a file, and whether it is still the same."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Literal

from core.project import files
from core.project.changes import Value

LinkState = Literal["present", "changed", "missing"]


def paths_text(folder: Path, file: Path) -> str:
    """The places of a file for the evidence table: from the project's folder on, where there is a way, and in full."""
    place = file.resolve()
    paths = [str(place)]
    with suppress(ValueError):  # another drive
        paths.insert(0, Path(os.path.relpath(place, folder)).as_posix())
    text = json.dumps(paths, ensure_ascii=False)
    # a name that is no UTF-8, as old archives leave them, is kept as escapes, or it would not be found again
    return text if text.isprintable() else json.dumps(paths)


def look(
    folder: Path, paths: Sequence[str], sha256: Value, size: Value, progress: files.Progress = files.no_progress
) -> tuple[Path | None, LinkState]:
    """Find a linked file and compare it with its SHA-256: where it is, or where one is that is not the same.

    A file is only read when it has the right size, so that a crafted project cannot make us read without end.
    """
    found: Path | None = None
    for place in _places(folder, paths):
        try:
            status = place.stat()
            if not stat.S_ISREG(status.st_mode):
                continue
            found = found or place
            if status.st_size == size and files.fingerprint(place, progress).sha256 == sha256:
                return place, "present"
        except OSError:
            continue
    return found, "changed" if found else "missing"


def _places(folder: Path, paths: Sequence[str]) -> Iterator[Path]:
    for path in paths:
        drive = PureWindowsPath(path).drive
        if "\0" in path or (_on_network(drive) and not _on_network(PureWindowsPath(folder).drive)):
            continue  # asking another machine for a file would tell it who asks
        yield folder / path


def _on_network(drive: str) -> bool:
    return drive.startswith(("\\\\", "//"))
