"""Readings that a person decided, in words: what holds, and what the program had read."""

from __future__ import annotations

from decimal import Decimal

from core.model import FigureReading, Metric, Rank, Report
from core.model.figures import FIELDS, differences, reading_of
from core.numerals import number_text
from core.values import dataclass
from core.vocabulary import Language, keys, label


@dataclass(frozen=True, slots=True)
class Told:
    """One decision in words. `what` is a key of the vocabulary's group `by_hand`: corrected, added, refused."""

    metric: Metric
    what: str
    now: str
    machine: str
    by: str
    at: str


def decisions(report: Report, language: Language) -> list[Told]:
    """All decisions about figures of a report, in the order of its text."""
    decided = [metric for metric in (*report.metrics, *report.set_aside) if metric.by_hand is not None]
    aside = {id(metric) for metric in report.set_aside}
    told = [told_of(metric, language, refused=id(metric) in aside) for metric in decided]
    return sorted((each for each in told if each is not None), key=lambda each: each.metric.value_span)


def told_of(metric: Metric, language: Language, *, refused: bool = False) -> Told | None:
    """The decision about one figure, None where the program's reading holds."""
    hand = metric.by_hand
    if hand is None:
        return None
    none = label("by_hand", "none", language)
    if refused:
        what, now, machine = "refused", label("by_hand", "refused", language), _words(metric, FIELDS, language)
    elif hand.machine is None:
        what, now, machine = "added", _words(metric, FIELDS, language), none
    else:
        fields = differences(metric)
        what, now, machine = "corrected", _words(metric, fields, language), _words(hand.machine, fields, language)
        if not fields:  # the place alone is another
            now, machine = metric.surface, hand.machine.surface
    return Told(metric, what, now, machine, hand.by, hand.at)


def field_words(reading: FigureReading, name: str, language: Language) -> str:
    """One field of a reading as people read it, "" where nothing is stated."""
    value: object = getattr(reading, name)
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, Rank):
        return f"{value.position}/{value.of}" if value.of else str(value.position)
    if name in ("kind", "role", "basis", "bound"):
        return label(name, str(value), language) if value in keys(name) else ""
    return str(value or "")


def _words(metric: Metric, fields: tuple[str, ...], language: Language) -> str:
    reading, unsaid = reading_of(metric), label("by_hand", "unsaid", language)
    all_of_them = fields == FIELDS
    parts = []
    for name in fields:
        words = field_words(reading, name, language)
        if words or not all_of_them:
            parts.append(f"{label('figure_field', name, language)} {words or unsaid}")
    return " · ".join(parts)
