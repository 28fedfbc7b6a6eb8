"""One sentence as a document of its own, a figure as one line of an example table, and what a text is read as."""

from __future__ import annotations

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.model import Metric, Section, Span
from core.model.document import Document, Sentence
from core.model.report import SectionRole
from core.sections import read_structure
from core.text import fold

#: Reports with room for the words of a test in the part on what was done, and in the part on what is planned.
RESULTS = "一、2022年工作回顾\n{}\n二、2023年工作安排\n继续努力，把各项工作抓实抓好抓到位。\n"
PLANS = "一、2022年工作回顾\n各项工作扎实推进，取得明显成效。\n二、2023年工作安排\n{}\n"


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


def types_of(frame: str, words: str) -> set[str]:
    """The types of all claims in `words`, put into one of the reports above."""
    document = read_structure(frame.format(words))
    start = document.text.index(words)
    return {
        kind for claim in read_claims(document, read_metrics(document))
        if claim.span.start < start + len(words) and start < claim.span.end for kind in claim.types
    }


def figures_of(text: str) -> list[tuple[str, str, str | None]]:
    """Surface, role and period of each figure of a report."""
    return [(one.surface, one.role, one.period) for one in read_metrics(read_structure(text))]
