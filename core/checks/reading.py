"""A report laid out for checking: its folded text, its printed blocks and sentences, its figures by section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from core.lexicon import contents, words_needed
from core.model.innermost import Innermost
from core.model.records import record
from core.model.report import Claim, Metric, Report
from core.model.spans import Span
from core.text import fold, printed_lines, repeats, sentences, shortened

#: No value with its unit is longer than this.
_ENDLESS: Final = re.compile("(?<=[0-9]{40})[0-9]+")
#: Nearly no text holds one. Written so that the engine passes over what is no digit at the speed of a set.
_LONG_RUN: Final = re.compile("[0-9][0-9]{40}")
_LONGEST_VALUE: Final = 60


@record
class PrintedBlock:
    """One printed paragraph of body text. `origin` is the block that it repeats, None for a new one."""

    span: Span
    words: str
    origin: int | None


@record
class Reading:
    """What every check sees. `view` is the folded text; `blocks` leave out headings, title and furniture.

    `starts` are where its `sentences` begin. `metrics` and `claims` are in the order of the text, `section_at` knows
    the section of a place.
    """

    report: Report
    view: str
    blocks: tuple[PrintedBlock, ...]
    sentences: tuple[Span, ...]
    starts: list[int]
    metrics: tuple[Metric, ...]
    claims: tuple[Claim, ...]
    section_at: Innermost

    def quote(self, span: Span, longest: int = 30) -> str:
        """The printed words of a span on one line, cut short for a message."""
        return shortened("".join(self.report.text[span.start : span.end].split()), longest)

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds a position, or the next one."""
        index = bisect_right(self.sentences, position, key=lambda span: span.end)
        return self.sentences[index] if index < len(self.sentences) else None

    def plans(self, position: int) -> bool:
        """Whether a place belongs to a part that looks ahead."""
        section = self.section_at(position)
        return section is not None and section.role in ("targets", "tasks")

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in sentences, those of repeated blocks left out."""
        for span in self._worth_searching(pattern):
            yield from pattern.finditer(self.view, span.start, span.end)

    def _worth_searching(self, pattern: re.Pattern[str]) -> Iterator[Span]:
        """The sentences with a word that no match can do without: one pass over the text, not one for each of them."""
        words = words_needed(pattern.pattern)
        if words is None:
            yield from self.sentences
            return
        position = 0
        while hit := words.search(self.view, position):
            index = bisect_right(self.starts, hit.start()) - 1
            if index >= 0 and hit.start() < self.sentences[index].end:
                yield self.sentences[index]
                position = self.sentences[index].end
            else:
                position = hit.start() + 1

    def metrics_in(self, span: Span) -> tuple[Metric, ...]:
        """The figures whose value overlaps a span."""
        first = bisect_left(self.metrics, span.start - _LONGEST_VALUE, key=lambda metric: metric.value_span.start)
        last = bisect_left(self.metrics, span.end, key=lambda metric: metric.value_span.start)
        return tuple(metric for metric in self.metrics[first:last] if metric.value_span.overlaps(span))

    def claim_at(self, span: Span) -> Claim | None:
        """The claim that holds a span."""
        index = bisect_right(self.claims, span.start, key=lambda claim: claim.span.start) - 1
        claim = self.claims[index] if index >= 0 else None
        return claim if claim is not None and claim.span.contains(span) else None


def may_match(pattern: re.Pattern[str], words: str) -> bool:
    """Whether `words` hold what no match of a pattern can do without: a quick look before a slow search."""
    wanted = words_needed(pattern.pattern)
    return wanted is None or wanted.search(words) is not None


def lay_out(report: Report, view: str | None = None) -> Reading:
    """Prepares a report for its checks; one pass over the text, of which `view` is the folded one, if it is known."""
    # a run of digits without end is no number, and would be tried from each of its digits on
    view = fold(report.text) if view is None else view
    if _LONG_RUN.search(view):
        view = _ENDLESS.sub(lambda run: "_" * len(run[0]), view)
    blocks = _blocks(report, view)
    found = [
        sentence
        for block in blocks
        if block.origin is None
        for sentence in sentences(view, block.span.start, block.span.end, report.language)
    ]
    return Reading(
        report=report,
        view=view,
        blocks=tuple(blocks),
        sentences=tuple(found),
        starts=[sentence.start for sentence in found],
        metrics=tuple(sorted(report.metrics, key=lambda metric: (metric.value_span.start, metric.value_span.end))),
        claims=tuple(sorted(report.claims, key=lambda claim: (claim.span.start, claim.span.end))),
        section_at=Innermost(report.sections),
    )


def _blocks(report: Report, view: str) -> list[PrintedBlock]:
    aside = sorted(
        [*report.noise, *(section.heading for section in report.sections)]
        + ([report.title_span] if report.title_span else []),
        key=lambda span: span.start,
    )
    starts = [span.start for span in aside]
    joints = {gap.start for gap in report.breaks}
    spans: list[Span] = []
    for line in printed_lines(view):
        if line.blank:
            continue
        start = line.span.start
        covering = bisect_right(starts, start) - 1
        if covering >= 0 and aside[covering].end > start:
            # A run-in heading covers the start of its line; what follows it is text.
            start = aside[covering].end
        if start >= line.span.end or not view[start : line.span.end].strip("。；:* "):
            continue
        if spans and spans[-1].end in joints:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(Span(start, line.span.end))
    words = ["".join(view[span.start : span.end].split()) for span in spans]
    return [
        PrintedBlock(span, text, origin) for span, text, origin in zip(spans, words, repeats(words), strict=True)
    ]


@cache
def lexicon(group: str) -> dict[str, re.Pattern[str]]:
    """The patterns of one table of resources/lexicon/checks.toml."""
    return {name: re.compile(pattern) for name, pattern in _tables()[group].items()}


@cache
def _tables() -> dict[str, dict[str, str]]:
    return contents("checks")
