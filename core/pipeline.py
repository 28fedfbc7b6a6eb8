"""File → report: the one road in.

    report, original = read_report(Path("report.docx"))

A job that wants to show progress, or to stop, goes through `steps` itself: each stage is announced before it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from core.model import Claim, Metric, Report
from core.model.headings import HeadingCorrection
from core.model.particulars import Years
from core.model.records import uncollected
from core.readers import Reading, ReadingOptions, read

Stage = Literal["reading", "sections", "metrics", "claims", "checks"]


def read_report(
    path: Path, progress: Callable[[Stage], None] | None = None, options: ReadingOptions | None = None,
    held: Sequence[HeadingCorrection] = (),
) -> tuple[Report, bytes]:
    """Everything that is found in one file, and the file's own bytes; `options` say how it is to be read.

    `held` are what a person said about the headings of the version before; each holds where its words are found.

    Raises:
        PolicyReviewError: the file cannot be read as a report; the sentence says why and what to do.
    """
    if progress:
        progress("reading")
    reading = read(path, options or ReadingOptions())
    return report_of(reading, progress, _kept(held, reading.text)), reading.data


def _kept(held: Sequence[HeadingCorrection], text: str) -> Sequence[HeadingCorrection]:
    """The corrections whose words are found in a text; a first reading has none, and need not load the project."""
    if not held:
        return ()
    from core.project.headings import kept_corrections

    return kept_corrections(held, text)


def report_of(
    reading: Reading, progress: Callable[[Stage], None] | None = None, corrections: Sequence[HeadingCorrection] = ()
) -> Report:
    """Everything that is found in a text already read; `corrections` are what a person said about its headings."""
    work = steps(reading, corrections)
    while True:
        try:
            stage = next(work)
        except StopIteration as done:
            report: Report = done.value
            return report
        if progress:
            progress(stage)


def read_again(
    report: Report, original: bytes, progress: Callable[[Stage], None] | None = None, years: Years | None = None,
    corrections: Sequence[HeadingCorrection] = (),
) -> Report:
    """Everything that this program finds in the text of a report that was read before.

    The years that a person gave then hold again, unless there are other `years` now.
    """
    options = ReadingOptions(years=years or report.given_years)
    return report_of(Reading(original, report.text, report.source, report.layout, options), progress, corrections)


def steps(reading: Reading, corrections: Sequence[HeadingCorrection] = ()) -> Generator[Stage, None, Report]:
    """The work of `report_of`, stage by stage; closing it between two stages gives the work up."""
    # the readers of files alone, as the import dialog needs them, should not wait for the lexicons
    from core.checks import find
    from core.extract import read_metrics
    from core.extract.agreeing import agreeing
    from core.extract.claims import read_claims
    from core.extract.flat import Flats
    from core.sections import read_structure

    yield "sections"
    with uncollected(lasting=True):
        document = read_structure(reading.text, reading.layout, reading.options.years, corrections)
    flats = Flats(document.view)
    yield "metrics"
    with uncollected(lasting=True):
        metrics = read_metrics(document, flats)
    yield "claims"
    with uncollected(lasting=True):
        claims = read_claims(document, metrics, flats)
        metrics = agreeing(document, metrics, claims)
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
        layout=reading.layout,
        given_years=reading.options.years,
    )
    yield "checks"
    with uncollected(lasting=True):
        findings = find(report, document.view)
    return replace(report, findings=findings)


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
