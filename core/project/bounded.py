"""JSON of a file that may come from anyone: read only if what it becomes in memory stays within reason."""

from __future__ import annotations

import json

#: So many values a project's JSON may hold; what the program finds in 100,000 claims has a million.
MOST_VALUES = 10_000_000


def json_value(text: str) -> object:
    """The value that the text holds.

    Raises:
        ValueError: it is no JSON, or holds more values than any project.
        RecursionError: it is nested too deep.
    """
    if text.count(",") + text.count("[") + text.count("{") > MOST_VALUES:
        raise ValueError("too many values")
    value: object = json.loads(text)
    return value
