"""The tables of resources/lexicon as they are written."""

from __future__ import annotations

from typing import Any

import resources


def contents(name: str) -> dict[str, Any]:
    """What stands in `name`.toml. They are the same for all who ask, and not to be changed."""
    return resources.table(resources.path("lexicon", f"{name}.toml"))
