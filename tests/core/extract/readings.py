"""One sentence as a document of its own, and a figure as one line of an example table."""

from __future__ import annotations

from core.extract import read_metrics
from core.model import Metric, Section, Span
from core.model.document import Document, Sentence
from core.model.report import SectionRole
from core.text import fold


def sentence_document(
    text: str, *, role: SectionRole = "results", year: int | None = 2023, target_year: int | None = 2024
) -> Document:
    """A report of one section and one sentence."""
    whole = Span(0, len(text))
    own = target_year if role in ("targets", "tasks") else year
    section = Section("s1", None, 1, "", Span(0, 0), whole, role, own)
    return Document(
        text, fold(text), "zh", None, None, year, target_year, None, (), (section,), (Sentence(whole, "s1"),), (), ()
    )


def read(text: str, role: SectionRole = "results") -> tuple[Metric, ...]:
    """The figures of one sentence."""
    return read_metrics(sentence_document(text, role=role))


def line(metric: Metric) -> str:
    """surface | indicator | value | unit | kind | bound | rank or compared scope."""
    value = "" if metric.value is None else format(metric.value.normalize(), "f")
    if metric.value_max is not None:
        value += f"..{format(metric.value_max.normalize(), 'f')}"
    name = metric.indicator.text if metric.indicator else ""
    return " | ".join((metric.surface, name, value, metric.unit, metric.kind, metric.bound, metric.scope or ""))
