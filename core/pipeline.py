"""File → report: the one road in.

    report, original = read_report(Path("report.docx"))

A job that wants to show progress, or to stop, goes through `steps` itself: each stage is announced before it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from core.model import Claim, Metric, Report
from core.readers import Reading, read

Stage = Literal["reading", "sections", "metrics", "claims", "checks"]


def read_report(path: Path, progress: Callable[[Stage], None] | None = None) -> tuple[Report, bytes]:
    """Everything that is found in one file, and the file's own bytes.

    Raises:
        PolicyReviewError: the file cannot be read as a report; the sentence says why and what to do.
    """
    if progress:
        progress("reading")
    reading = read(path)
    return report_of(reading, progress), reading.data


def report_of(reading: Reading, progress: Callable[[Stage], None] | None = None) -> Report:
    """Everything that is found in a text already read."""
    work = steps(reading)
    while True:
        try:
            stage = next(work)
        except StopIteration as done:
            report: Report = done.value
            return report
        if progress:
            progress(stage)


def steps(reading: Reading) -> Generator[Stage, None, Report]:
    """The work of `report_of`, stage by stage; closing it between two stages gives the work up."""
    # the readers of files alone, as the import dialog needs them, should not wait for the lexicons
    from core.checks import find
    from core.extract import read_metrics
    from core.extract.claims import read_claims
    from core.sections import read_structure

    yield "sections"
    document = read_structure(reading.text)
    yield "metrics"
    metrics = read_metrics(document)
    yield "claims"
    claims = read_claims(document, metrics)
    report = Report(
        source=reading.source,
        text=reading.text,
        title=document.title,
        year=document.year,
        target_year=document.target_year,
        place=document.place,
        language=document.language,
        sections=document.sections,
        metrics=_with_claims(metrics, claims),
        claims=claims,
        findings=(),
        title_span=document.title_span,
        noise=document.noise,
        breaks=document.breaks,
    )
    yield "checks"
    return replace(report, findings=find(report))


def _with_claims(metrics: tuple[Metric, ...], claims: tuple[Claim, ...]) -> tuple[Metric, ...]:
    """Each metric with the id of the first claim that holds it."""
    holder: dict[str, str] = {}
    for claim in claims:
        for key in claim.metrics:
            holder.setdefault(key, claim.id)
    for metric in metrics:
        # A metric is read before the claim that holds it, and no one has seen it yet: cheaper than a second one.
        object.__setattr__(metric, "claim", holder.get(metric.id))
    return metrics
