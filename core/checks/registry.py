"""The list of checks: each a pure function over one reading, entered under the catalogue's stable id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from core.checks.reading import Reading
from core.model.records import record
from core.model.report import Finding, Severity
from core.model.spans import Span


@record
class Spot:
    """What a check found: the places, the figures concerned, and the words for its message.

    `params` are free of language: quotes, numbers, names. `severity` is given where a spot weighs less than its check.
    """

    spans: tuple[Span, ...]
    metrics: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None


@record
class Check:
    """One entry of the catalogue. `languages` are those of the reports that it can read."""

    id: str
    severity: Severity
    run: Callable[[Reading], Iterable[Spot]]
    languages: frozenset[str]


_CHECKS: dict[str, Check] = {}


def check(
    key: str, severity: Severity, *, languages: tuple[str, ...] = ("zh",)
) -> Callable[[Callable[[Reading], Iterable[Spot]]], Callable[[Reading], Iterable[Spot]]]:
    """Enters a function into the catalogue under `key` (STR-01). Its docstring says when it stays silent.

    Raises:
        ValueError: the key is taken.
    """

    def enter(run: Callable[[Reading], Iterable[Spot]]) -> Callable[[Reading], Iterable[Spot]]:
        if key in _CHECKS:
            raise ValueError(f"check {key} is entered twice")
        _CHECKS[key] = Check(key, severity, run, frozenset(languages))
        return run

    return enter


def checks() -> tuple[Check, ...]:
    """All checks in the order of their ids."""
    return tuple(_CHECKS[key] for key in sorted(_CHECKS))


def run_all(reading: Reading) -> Iterator[Finding]:
    """The findings of every check that reads the report's language."""
    for entry in checks():
        if reading.report.language in entry.languages:
            for spot in entry.run(reading):
                yield Finding(entry.id, spot.severity or entry.severity, spot.spans, spot.metrics, dict(spot.params))
