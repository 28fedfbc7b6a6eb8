"""Data of the application as files: lexicons, words, styles, icons, templates, translations, made fonts."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

_HERE = Path(__file__).resolve().parent
#: Tables as they were read at set-up: to read the words of the commands and of the field again took a twentieth of the
#: time until the first picture, those of the lexicons as much of a first report.
#: Each holds for as long as its file is what it was, and is unpacked when it is asked for: the first picture needs two.
_STORE: Final = _HERE / "patterns" / "tables.marshal"
_Key = tuple[str, int, int]


def path(*parts: str) -> Path:
    """The place of one resource, from source and in the packaged application alike."""
    return _HERE.joinpath(*parts)


@cache
def table(file: Path) -> dict[str, Any]:
    """What stands in a TOML file. It is the same for all who ask, and not to be changed."""
    written = file.read_bytes()
    kept = _kept().get(_key(file, written))
    found = _unpacked(kept) if isinstance(kept, bytes) else None
    return found if isinstance(found, dict) else _read(written)


def keep(files: Iterable[Path], store: Path = _STORE) -> None:
    """Keep what stands in these files."""
    tables = {_key(file, written): marshal.dumps(_read(written)) for file in files for written in [file.read_bytes()]}
    store.parent.mkdir(parents=True, exist_ok=True)
    store.write_bytes(marshal.dumps(tables))


@cache
def _kept() -> dict[_Key, object]:
    try:
        found = _unpacked(_STORE.read_bytes())
    except OSError:  # nothing was kept
        return {}
    return found if isinstance(found, dict) else {}


def _unpacked(kept: bytes) -> object:
    try:
        return marshal.loads(kept)
    except (EOFError, ValueError, TypeError):  # by another interpreter, or by a set-up that broke off
        return None


def _key(file: Path, written: bytes) -> _Key:
    return file.name, len(written), zlib.crc32(written)


def _read(written: bytes) -> dict[str, Any]:
    import tomllib  # compiles expressions of its own, which nobody waits for who has what was kept

    return tomllib.loads(written.decode("utf-8"))
