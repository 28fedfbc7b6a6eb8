"""The tables of resources/lexicon as they are written."""

from __future__ import annotations

import tomllib
from typing import Any

import resources
from core.programs import kept


def contents(name: str) -> dict[str, Any]:
    """What stands in `name`.toml. They are the same for all who ask, and not to be changed."""
    return _parsed(resources.path("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


@kept
def _parsed(written: str) -> dict[str, Any]:
    return tomllib.loads(written)
