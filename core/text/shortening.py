"""A passage that has no room: its beginning, without half a number at the end."""

from __future__ import annotations

import re
from typing import Final

#: What a cut leaves of a number, with the marks before it: ，13. of ，13.5%.
_HALF: Final = re.compile(r"[0-9０-９.．,，、；：;:\s]+$")


def shortened(words: str, most: int) -> str:
    """The words, or their beginning and … where they have more than `most` characters. No number is cut: it would be
    another one.
    """
    if len(words) <= most:
        return words
    kept = words[: most - 1]
    whole = _HALF.sub("", kept)
    return f"{whole or kept}…"
