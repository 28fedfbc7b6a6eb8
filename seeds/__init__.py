"""Sample reports of our own writing, about places that do not exist, for the application to show itself on.

The county's report and the communiqué are of one place and one year, so that the one can prove or refute the other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import resources
from core.values import dataclass

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample report. `file` is its place on this machine; titles and blurbs are for the Welcome page."""

    key: str
    file: Path
    title_zh: str
    title_en: str
    blurb_zh: str
    blurb_en: str


@cache
def samples() -> tuple[Sample, ...]:
    """All samples, the one to begin with first."""
    listed = resources.table(_HERE / "samples.toml")
    return tuple(
        Sample(
            key, _HERE / sample["file"], sample["title_zh"], sample["title_en"], sample["blurb_zh"], sample["blurb_en"]
        )
        for key, sample in listed.items()
    )


def sample(key: str) -> Sample:
    """One sample by its key.

    Raises:
        KeyError: there is none of that name.
    """
    for found in samples():
        if found.key == key:
            return found
    raise KeyError(key)
