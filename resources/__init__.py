"""Data of the application as files: lexicons, words, styles, icons, templates, translations, made fonts."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The place of one resource, from source and in the packaged application alike."""
    return _HERE.joinpath(*parts)
